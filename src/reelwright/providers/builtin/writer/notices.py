"""Briefs that announce, invite, congratulate, warn or ask, and sell nothing: known by their signs."""

import re
from dataclasses import replace
from functools import lru_cache
from typing import Any

from reelwright.providers.builtin.writer.reading import Reading
from reelwright.providers.builtin.writer.words import lexicon

_SOLD = re.compile(
    r"\b(?:apps?|software|subscription|discount|\d+ ?(?:%|cents|percent) off|half price|on sale|free delivery"
    r"|selling|(?:when|if) your)\b",
    re.IGNORECASE,
)
"""Words of who sells something after all."""


@lru_cache(maxsize=256)
def sign_of(text: str) -> str:
    """The first table of the lexicon of which a pattern matches; empty where none does."""
    if _SOLD.search(text):
        return ""
    tables: dict[str, dict[str, Any]] = lexicon("notices")
    for name, entry in tables.items():
        if any(re.search(pattern, text, re.IGNORECASE) for pattern in entry["signs"]):
            return name
    return ""


def is_formal(text: str) -> bool:
    """Whether a brief is no story, whoever it names: ``Remember Sergeant Paul Whitlock``."""
    return sign_of(text) in _FORMAL


_FORMAL = (
    "memory",
    "wedding",
    "birthday",
    "thanks",
    "lost",
    "found",
    "birth",
    "farewell",
    "vote",
    "jobs",
    "meeting",
    "rules",
)


def noticed(reading: Reading) -> Reading:
    """The reading with its notice, filmed as what belongs to it."""
    if reading.is_story or reading.language != "en":
        return reading
    name = sign_of(reading.spoken)
    if not name:
        return reading
    entry = lexicon("notices")[name]
    is_kept = reading.kind in entry["keeps"] or reading.mood == "solemn"
    kind = reading.kind if is_kept else str(entry["kind"])
    return replace(reading, notice=name, kind=kind, mood="solemn" if name == "memory" else reading.mood)
