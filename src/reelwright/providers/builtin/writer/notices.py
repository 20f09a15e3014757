"""Briefs that announce, invite, congratulate, warn or ask, and sell nothing: known by their signs."""

import re
from dataclasses import replace
from functools import lru_cache
from typing import Any

from reelwright.providers.builtin.writer.reading import Reading
from reelwright.providers.builtin.writer.words import lexicon

_SOLD = re.compile(
    r"\b(?:apps?|software|subscription|discount|\d+ ?(?:%|cents|percent) off|half price|on sale|free delivery)\b",
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


def noticed(reading: Reading) -> Reading:
    """The reading with its notice, filmed as what belongs to it."""
    if reading.is_story or reading.language != "en" or reading.mood == "solemn":
        return reading
    name = sign_of(reading.spoken)
    if not name:
        return reading
    entry = lexicon("notices")[name]
    kind = reading.kind if reading.kind in entry["keeps"] else str(entry["kind"])
    return replace(reading, notice=name, kind=kind)
