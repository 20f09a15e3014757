"""A brief as words: what can be spoken of it, cut into sentences and tokens once."""

import re
import unicodedata
from dataclasses import dataclass

from reelwright.providers.builtin.writer.tidy import tidy

_LONGEST_WORD, _MOST_WORDS, _MOST_SPOKEN = 30, 700, 60
"""Beyond these a brief holds more than a short film can say."""
_UNSPOKEN = re.compile(
    r"<(script|style)\b.*?</\1>|<[^>]*>|https?://\S+|www\.\S+|[{}\[\]<>|*_#`\\^~=]", re.DOTALL | re.IGNORECASE
)
_BLOCK = re.compile(r"</(?:h\d|p|li|div|td|title)>|<br\s*/?>", re.IGNORECASE)
_SHARP = re.compile(r"(?<=\b[CFJA])#(?![\w#])")
"""``C#`` and ``F#`` are read out."""
_SIGNS = " .,:;!?'’\"“”&%-–—+$€£₸₽₹¥/@"
_ALONE = frozenset({",", "-", "–", "—", "&", "."})
_SHORTENED = ("dr", "mr", "mrs", "ms", "prof", "st", "vs", "mt")
"""After these a full stop ends no sentence."""
_AROUND = "\"“”'’.,:;!?-–—/@"


@dataclass(frozen=True)
class Token:
    """A word with what stands around it."""

    text: str
    """The word as written, without signs around it."""
    low: str
    """In small letters, with a straight apostrophe."""
    opens: bool
    """Whether it is the first of its sentence."""
    after: str
    """The sign that follows: one of ``, : ; - . ! ?`` or nothing."""
    sentence: int

    @property
    def is_name_like(self) -> bool:
        """Whether it is written with a capital or with capitals inside."""
        return self.text[:1].isupper() or bool(re.search(r"[a-z][A-Z]", self.text))


def plain(prompt: str) -> str:
    """The prompt without mark-up, addresses and pictures, which nobody can speak."""
    text = _BLOCK.sub(". ", tidy(prompt))
    text = _UNSPOKEN.sub(" ", _SHARP.sub(" sharp", text))
    text = re.sub(r"[()…]", ", ", text)
    spoken = "".join(sign for sign in text if sign.isalnum() or unicodedata.category(sign)[0] == "M" or sign in _SIGNS)
    words: list[str] = []
    for word in spoken.split():
        # "sale sale sale" is said once.
        is_new = not words or word.lower() != words[-1].lower()
        if is_new and len(word) <= _LONGEST_WORD and (any(sign.isalnum() for sign in word) or word in _ALONE):
            words.append(word)
    joined = re.sub(r"\s*,(?:\s*,)+\s*|\s+,\s*", ", ", " ".join(words[:_MOST_WORDS])).strip(" ,")
    joined = re.sub(r"\s+([.,])(?!\w)", r"\1", joined)
    return _calm(re.sub(r"([.!?,])[.,]+(?=\s|$)", r"\1", joined).strip(" ."))


def spoken(text: str) -> str:
    """As much of a plain text as a short film can say."""
    return " ".join(text.split()[:_MOST_SPOKEN])


def _calm(text: str) -> str:
    """A brief that shouts, or is written like a headline, with ordinary letters."""
    words = [word for word in text.split() if len(word) > 3 and word.isalpha()]
    if len(text.split()) < 2 or not words:
        return text
    if text.upper() == text and text.lower() != text:
        return text.lower().capitalize()
    if len(words) > 3 and all(word[0].isupper() for word in words):
        return re.sub(r"(?<=\s)([A-Z])(?=[a-z'’-]+\b)", lambda match: match.group(1).lower(), text)
    return text


def tokens(text: str) -> list[Token]:
    """The words of a plain text."""
    found: list[Token] = []
    opens, sentence = True, 0
    for word in text.split():
        bare = word.strip(_AROUND)
        if re.match(r"\.[A-Z]{2}", word):
            # ``.NET``
            bare = f".{bare}"
        sign = "" if bare.lower() in _SHORTENED and word.endswith(".") else _sign(word)
        if not bare:
            if found and sign:
                found[-1] = Token(found[-1].text, found[-1].low, found[-1].opens, sign, found[-1].sentence)
            continue
        found.append(Token(bare, bare.lower().replace("’", "'"), opens, sign, sentence))
        opens = sign in (".", "!", "?")
        sentence += opens
    return found


def _sign(word: str) -> str:
    tail = word.rstrip("\"“”'’")[-1:]
    return "-" if tail in "–—-" and tail else tail if tail and tail in ",:;.!?" else ""


def sentences(text: str) -> list[str]:
    """The sentences of a plain text."""
    return [part.strip() for part in re.split(r"(?<=[.!?])[\"”']?\s+", text) if part.strip()]
