"""The language of a brief, told cheaply by script and small words, and what its product words mean."""

import re

from reelwright.providers.builtin.writer.words import lexicon

_SCRIPTS = (
    ("kk", r"[әғқңөұүһіӘҒҚҢӨҰҮҺІ]"), ("ja", r"[\u3040-\u30ff]"), ("ko", r"[\uac00-\ud7af\u1100-\u11ff]"),
    ("zh", r"[\u4e00-\u9fff]"), ("ru", r"[\u0400-\u04ff]"), ("ar", r"[\u0600-\u06ff]"), ("hi", r"[\u0900-\u097f]"),
    ("he", r"[\u0590-\u05ff]"), ("el", r"[\u0370-\u03ff]"), ("th", r"[\u0e00-\u0e7f]"), ("ka", r"[\u10a0-\u10ff]"),
    ("hy", r"[\u0530-\u058f]"), ("bn", r"[\u0980-\u09ff]"), ("ta", r"[\u0b80-\u0bff]"),
)  # fmt: skip
_SHARE = 0.3


def language_of(text: str) -> str:
    """ISO 639-1 code; ``en`` for Latin letters in which no other language's small words prevail, ``""`` for none."""
    letters = [sign for sign in text if sign.isalpha()]
    if not letters:
        return ""
    for code, signs in _SCRIPTS:
        found = len(re.findall(signs, text))
        if found >= (1 if code in ("kk", "ja") else _SHARE * len(letters)):
            return code
    words = re.findall(r"[^\W\d_]+", text.lower())
    counts = {code: sum(word in small for word in words) for code, small in lexicon("foreign")["small_words"].items()}
    best = max(counts, key=lambda code: counts[code])
    english = sum(word in lexicon("foreign")["english"] for word in words)
    return best if counts[best] > english and counts[best] >= 2 else "en"


def foreign_kind(text: str) -> str:
    """The kind that a word of another language names, the longest first; empty where none does."""
    kinds: dict[str, str] = {word: kind for kind, words in lexicon("foreign")["kinds"].items() for word in words}
    low = text.lower()
    # "Café con leche" is coffee: what a thing comes with is not the thing.
    bare = re.split(r"\s(?:con|mit|avec|com|au|aux|met|med|с|со)\s", low)[0]
    if bare != low and (first := foreign_kind(bare)):
        return first
    for word in sorted(kinds, key=len, reverse=True):
        is_bare = not re.match(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af\u0e00-\u0e7f]", word)
        if re.search(rf"(?<!\w){re.escape(word)}" if is_bare else re.escape(word), low):
            return kinds[word]
    return ""
