"""A text as phonemes, kept together with the written words they belong to."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from reelwright.providers.builtin.narrator.ipa import from_ipa, listed
from reelwright.providers.builtin.narrator.letters import VOWEL_SOUNDS
from reelwright.providers.builtin.narrator.lexicon import Lexicon, Use, lexicon
from reelwright.providers.builtin.narrator.reading import ALWAYS_SHORT, DOTTED_BEFORE_NUMBERS, spoken_words
from reelwright.providers.builtin.narrator.respelling import respelled
from reelwright.providers.builtin.narrator.uses import Place, use_of

_PAUSES = ";:,.!?—…"
_SIGNS = "$€£¥₹₸₽₩₺"
_OUTER = re.compile(rf"^([^\w{_SIGNS}#&+@%°'’.×~≈\-−]*)(.*?)([^\w{_SIGNS}%°+×&']*)$", re.S)
_LETTERS_DOTTED = re.compile(r"^(?:[A-Za-z]\.)+[A-Za-z]$")
_THREE_DIGITS = re.compile(r"^\d{3}$")


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
    parts = _all_parted(raw)
    spoken = _spoken(parts, overrides, shouting=_is_shouting(raw))
    return tuple(
        WrittenWord(word, _sounds_of(index, spoken, parts, book, overrides), parts[index][1])
        for index, word in enumerate(raw)
    )


def said_as(text: str) -> tuple[str, ...]:
    """The plain words that a text is read out as: numbers, prices, dates and units in words."""
    raw = text.split()
    return tuple(word for words in _spoken(_all_parted(raw), {}, shouting=_is_shouting(raw)) for word in words)


def _all_parted(raw: list[str]) -> list[tuple[str, str]]:
    parts = [_parted(word) for word in raw]
    for index, (core, pause) in enumerate(parts[:-1]):
        # "Nov. 21" and "No. 7" are no ends of sentences.
        if pause == "." and core in DOTTED_BEFORE_NUMBERS and parts[index + 1][0][:1].isdecimal():
            parts[index] = (core if core != "No" else "No.", "")
    return parts


def _parted(word: str) -> tuple[str, str]:
    """The core of a written word, and the pause marks after it."""
    if word.lower() in ALWAYS_SHORT:
        return word, ""
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
        if _own_sound(core, own):
            found.append([core])
            continue
        words = _words_at(index, parts)
        found.append([word.lower() for word in words] if shouting else words)
    return found


def _own_sound(core: str, own: Mapping[str, str]) -> str:
    """A person's own sound of a word; a possessive is said like the word."""
    low = core.lower().replace("’", "'")
    return own.get(low) or own.get(low.removesuffix("'s"), "")


def _words_at(index: int, parts: list[tuple[str, str]]) -> list[str]:
    """What one written word is said as; ``5 000 000`` is one number, said with its first part."""
    core = parts[index][0]
    if not core:
        return []
    before = parts[index - 1] if index else ("", "")
    after = parts[index + 1][0] if index + 1 < len(parts) and not parts[index][1] else ""
    if _THREE_DIGITS.match(core) and not before[1] and _begins_number(before[0]):
        return []
    if _begins_number(core) and not parts[index][1]:
        groups = [core]
        for other, pause in parts[index + 1 :]:
            if not _THREE_DIGITS.match(other):
                break
            groups.append(other)
            if pause:
                break
        if len(groups) > 1:
            return spoken_words(",".join(groups))
    return spoken_words(core, before[0] if not before[1] else "", after)


def _begins_number(core: str) -> bool:
    return bool(re.match(r"^[$€£₸]?\d{1,3}$", core))


def _sounds_of(
    index: int, spoken: list[list[str]], parts: list[tuple[str, str]], book: Lexicon, own: Mapping[str, str]
) -> str:
    core, pause = parts[index]
    if said := _own_sound(core, own):
        ending = "z" if core.lower() not in own and core.lower().endswith("s") else ""
        return (from_ipa(said, book.british) if said.startswith("/") else respelled(said, book)) + ending
    if whole := _whole(core, spoken[index], book):
        return whole
    sounds: list[str] = []
    line = [word.lower() for words in spoken for word in (words or [""])[:1]]
    for place, word in enumerate(spoken[index]):
        following = [*spoken[index][place + 1 :], *([] if pause else _next_words(spoken, index))]
        previous = spoken[index][place - 1] if place else _previous_word(spoken, parts, index)
        if len(word) == 1 and word.isupper() and len(spoken[index]) > 1:
            sounds.append(book.spelled(word))
        else:
            sounds.append(_in_context(word, previous, following, book, line, index))
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


def _in_context(word: str, previous: str, following: list[str], book: Lexicon, line: list[str], index: int) -> str:
    low, after = word.lower(), following[0] if following else ""
    if len(word) == 1 and word.isupper() and word not in "AI":
        return book.spelled(word)
    if low in {"the", "a", "an", "to"} and after:
        vowel = _starts_with_vowel(after, book)
        weak = {"the": "ði" if vowel else "ðə", "a": "ɐ", "an": "ɐn", "to": "tʊ" if vowel else "tə"}
        return weak[low] if word != "A" or previous == "" else book.spelled(word)
    use = use_of(Place(word, previous.lower(), after.lower(), line, index))
    return listed(use, book.british) if use.startswith("/") else book.sounds(word, cast(Use, use))


def _starts_with_vowel(word: str, book: Lexicon) -> bool:
    sounds = (book.spelled(word) if len(word) == 1 else book.sounds(word)).lstrip("ˈˌ")
    return sounds[:1] in VOWEL_SOUNDS
