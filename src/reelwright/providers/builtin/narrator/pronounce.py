"""A text as phonemes, kept together with the written words they belong to."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from reelwright.providers.builtin.narrator.letters import VOWEL_SOUNDS
from reelwright.providers.builtin.narrator.lexicon import Lexicon, Use, lexicon
from reelwright.providers.builtin.narrator.reading import ALWAYS_SHORT, spoken_words
from reelwright.providers.builtin.narrator.vocabulary import SYMBOLS

_PAUSES = ";:,.!?—…"
_OUTER = re.compile(r"^([^\w$€£¥₹#&+@%°'’.\-−]*)(.*?)([^\w%°+&']*)$", re.S)
_BEFORE_A_VERB = (
    "to will can could would should may might must let's don't can't won't didn't doesn't i you we they who people "
    "never always and"
)
_BEFORE_A_NOUN = "the a an my your our their his her its this every each no of in for with from by at daily fresh new"
_AFTER_AN_IMPERATIVE = "your the my a an it in with more like every well life better by to on for true what"
_WEAK_WORDS = "be been by can could get gone got had has have her hers his my could've couldn't"
_LETTERS_DOTTED = re.compile(r"^(?:[A-Za-z]\.)+[A-Za-z]$")
_TO_VERB, _TO_NOUN = frozenset(_BEFORE_A_VERB.split()), frozenset(_BEFORE_A_NOUN.split())
_IMPERATIVE_NEXT, _WEAK = frozenset(_AFTER_AN_IMPERATIVE.split()), frozenset(_WEAK_WORDS.split())
_IPA = (
    ("tʃ", "ʧ"), ("dʒ", "ʤ"), ("eɪ", "A"), ("aɪ", "I"), ("oʊ", "O"), ("əʊ", "Q"), ("aʊ", "W"), ("ɔɪ", "Y"), ("ɚ", "əɹ"),
    ("ɝ", "ɜɹ"), ("r", "ɹ"), ("g", "ɡ"), ("e", "ɛ"), ("'", "ˈ"),
)  # fmt: skip


@dataclass(frozen=True)
class WrittenWord:
    """One word of the text as it is written, with its sounds."""

    text: str
    sounds: str
    """Phonemes without the pause after it; empty for what is not spoken (a dash, an emoji)."""
    pause: str
    """Pause marks after it: some of ``;:,.!?—…``."""


def pronounce(text: str, british: bool = False, own: Mapping[str, str] | None = None) -> tuple[WrittenWord, ...]:
    """One entry for each white-space word of the text.

    Args:
        text: What is to be said.
        british: Whether the voice is British.
        own: A person's pronunciations, by word in any case: ``/ˈriːl.raɪt/`` (IPA) or a respelling
            such as ``reel rite``.
    """
    book = lexicon(british)
    overrides = {word.lower(): said for word, said in (own or {}).items()}
    raw = text.split()
    parts = [_parted(word) for word in raw]
    spoken = _spoken(parts, overrides, shouting=_is_shouting(raw))
    return tuple(
        WrittenWord(word, _sounds_of(index, spoken, parts, book, overrides), parts[index][1])
        for index, word in enumerate(raw)
    )


def _parted(word: str) -> tuple[str, str]:
    """The core of a written word, and the pause marks after it."""
    found = _OUTER.match(word)
    core, tail = (found[2], found[3]) if found else (word, "")
    if tail.startswith(".") and (core.lower() in ALWAYS_SHORT or _LETTERS_DOTTED.match(core)):
        tail = tail[1:]
    if core.strip("'’-−.") == "":
        core, tail = "", word
    pause = "".join(mark for mark in tail.replace("–", "—").replace("...", "…") if mark in _PAUSES)
    return core.strip("'’") if core.startswith(("'", "’")) and not core[1:2].isdigit() else core, pause[:1]


def _is_shouting(words: list[str]) -> bool:
    letters = [c for word in words for c in word if c.isalpha()]
    return len(letters) > 12 and sum(c.isupper() for c in letters) > 0.8 * len(letters)


def _spoken(parts: list[tuple[str, str]], own: Mapping[str, str], shouting: bool) -> list[list[str]]:
    found: list[list[str]] = []
    for index, (core, _) in enumerate(parts):
        if core.lower() in own and not own[core.lower()].startswith("/"):
            found.append(own[core.lower()].split())
            continue
        words = spoken_words(core, parts[index - 1][0] if index else "") if core else []
        found.append([word.lower() for word in words] if shouting else words)
    return found


def _sounds_of(
    index: int, spoken: list[list[str]], parts: list[tuple[str, str]], book: Lexicon, own: Mapping[str, str]
) -> str:
    core, pause = parts[index]
    said = own.get(core.lower(), "")
    if said.startswith("/"):
        return from_ipa(said, book.british)
    if whole := _whole(core, spoken[index], book):
        return whole
    sounds: list[str] = []
    for place, word in enumerate(spoken[index]):
        following = [*spoken[index][place + 1 :], *([] if pause else _next_words(spoken, index))]
        previous = spoken[index][place - 1] if place else _previous_word(spoken, parts, index)
        sounds.append(_in_context(word, previous, following, book))
    return " ".join(sound for sound in sounds if sound)


def _whole(core: str, words: list[str], book: Lexicon) -> str:
    """A hyphenated word that a dictionary has as one (``Wi-Fi``)."""
    if "-" not in core or len(words) < 2 or not core.replace("-", "").isalpha() or not book.is_known(core):
        return ""
    return book.sounds(core)


def _next_words(spoken: list[list[str]], index: int) -> list[str]:
    for words in spoken[index + 1 :]:
        if words:
            return words
    return []


def _previous_word(spoken: list[list[str]], parts: list[tuple[str, str]], index: int) -> str:
    """The word before in the same phrase; empty at the start of a sentence."""
    if index == 0 or parts[index - 1][1]:
        return ""
    return spoken[index - 1][-1] if spoken[index - 1] else ""


def _in_context(word: str, previous: str, following: list[str], book: Lexicon) -> str:
    low, after = word.lower(), following[0] if following else ""
    if len(word) == 1 and word.isupper() and word not in "AI":
        return book.spelled(word)
    if low in {"the", "a", "an", "to"} and after:
        vowel = _starts_with_vowel(after, book)
        weak = {"the": "ði" if vowel else "ðə", "a": "ɐ", "an": "ɐn", "to": "tʊ" if vowel else "tə"}
        return weak[low] if word != "A" or previous == "" else book.spelled(word)
    if low == "used" and after == "to":
        return book.sounds(word, "VBD")
    return book.sounds(word, _use(low, previous.lower(), after.lower()))


def _use(word: str, previous: str, after: str) -> Use:
    if previous in _TO_NOUN:
        return "NOUN"
    if previous in _TO_VERB:
        return "VERB"
    if not previous and after in _IMPERATIVE_NEXT:
        return "VERB"
    return "None" if not after and word in _WEAK else "DEFAULT"


def _starts_with_vowel(word: str, book: Lexicon) -> bool:
    sounds = (book.spelled(word) if len(word) == 1 else book.sounds(word)).lstrip("ˈˌ")
    return sounds[:1] in VOWEL_SOUNDS


def from_ipa(written: str, british: bool = False) -> str:
    """IPA between slashes as the model's symbols; marks it does not know are left out."""
    sounds = written.strip("/").replace(".", "")
    for ipa, symbol in _IPA:
        sounds = sounds.replace(ipa, symbol)
    if not british:
        sounds = sounds.replace("ː", "")
    return "".join(symbol for symbol in sounds if symbol in SYMBOLS)
