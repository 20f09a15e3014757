"""Which kind of product words name: an index of the kinds lexicon, plurals included."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from reelwright.providers.builtin.writer.nouns import class_kind, is_known, noun_class
from reelwright.providers.builtin.writer.words import found, lexicon

_LONGEST = 4


@lru_cache(maxsize=1)
def owners() -> dict[str, str]:
    """Every word and phrase that names a product, singular and plural, with its kind."""
    kinds: dict[str, dict[str, Any]] = lexicon("kinds")["kind"]
    index = {word: name for name, entry in kinds.items() for word in entry["words"]}
    plurals = {plural(word): name for word, name in index.items()}
    return {**plurals, **index}


@lru_cache(maxsize=4)
def _listed(field: str) -> dict[str, str]:
    kinds: dict[str, dict[str, Any]] = lexicon("kinds")["kind"]
    return {word: name for name, entry in kinds.items() for word in entry.get(field, ())}


def plural(word: str) -> str:
    """The regular plural of a noun."""
    if re.search(r"(s|sh|ch|x|z)$", word):
        return f"{word}es"
    return f"{word[:-1]}ies" if re.search(r"[^aeiou]y$", word) else f"{word}s"


def kind_at_end(words: Sequence[str]) -> tuple[str, int]:
    """The kind that a noun phrase's last words name, and how many words name it; ``("", 0)`` if none does."""
    low = [word.lower().replace("’", "'") for word in words]
    for count in range(min(_LONGEST, len(low)), 0, -1):
        phrase = " ".join(low[-count:])
        kind = owners().get(phrase) or owners().get(phrase.replace("-", " "))
        if kind:
            return kind, count
    return (_compound(low[-1]), 1) if low and _compound(low[-1]) else ("", 0)


@lru_cache(maxsize=512)
def _compound(word: str) -> str:
    """The kind of a word grown together: ``storybooks`` are books, a ``hypercar`` is a car."""
    great = re.match(r"(?:hyper|super|mini|micro|mega|ultra|eco|e-?)(?=\w{3})", word)
    if great and owners().get(word[great.end() :], ""):
        return "" if is_known(word) and noun_class(word) else owners()[word[great.end() :]]
    for at in range(3, len(word) - 3 if not word.endswith("ing") else 0):
        kind = owners().get(word[at:], "")
        if kind:
            return class_kind([word]) or ("" if is_known(word) else kind)
    return ""


def kind_within(words: Sequence[str]) -> str:
    """The kind that the last telling words within a phrase name."""
    return named_within(words)[0]


def named_within(words: Sequence[str]) -> tuple[str, str]:
    """That kind with the words that name it, in small letters."""
    for end in range(len(words), 0, -1):
        kind, count = kind_at_end(words[:end])
        if kind:
            return kind, " ".join(words[end - count : end]).lower()
    return "", ""


def adopted(kind: str, text: str) -> str:
    """The kind that takes the place of another beside certain words: food beside cats is pet food."""
    kinds: dict[str, dict[str, Any]] = lexicon("kinds")["kind"]
    for name, entry in kinds.items():
        if kind in entry.get("adopts", ()) and found(text, entry["beside"]):
            return name
    return kind


def kind_by_verb(text: str) -> str:
    """The kind that a brief's opening verb phrase speaks of: ``save for`` a bank, ``quit smoking`` health."""
    verbs = _listed("verbs")
    opening = [verb for verb in verbs if re.match(rf"(?:please )?{re.escape(verb)}\b", text.lower())]
    return verbs[max(opening, key=len)] if opening else ""


def kind_by_hint(text: str) -> str:
    """The kind that any word of a brief suggests, where no product is named."""
    hints = _listed("hints")
    words = found(text, hints)
    return hints[words[0]] if words else ""
