"""Numbers that a brief counts with, as they can be said alone: ``5 million users``, ``only 200 bottles``."""

import random
import re

from reelwright.providers.builtin.writer.nouns import noun_class, usual_part
from reelwright.providers.builtin.writer.reading import Reading
from reelwright.providers.builtin.writer.tagger import marks
from reelwright.providers.builtin.writer.tokens import tokens

SCALES = {"M": "million", "K": "thousand", "k": "thousand"}
_COUNTED = re.compile(
    r"(?<![\w.,:/–-])(\d[\d.,]*)\s?(millions?|thousand|billion|[MKk]\b)?\s([a-z-]{3,})(?: ([a-z]{4,}))?\b"
)
_UNITS = (
    "hours", "minutes", "days", "years", "weeks", "months", "seconds", "grams", "litres", "stars", "degrees", "percent",
    "times", "sizes", "colours", "colors",
)  # fmt: skip
"""What measures a thing and counts nobody."""
_MEASURES = (
    "month",
    "week",
    "year",
    "day",
    "hour",
    "minute",
    "bedroom",
    "bed",
    "seat",
    "piece",
    "course",
    "litre",
    "star",
)
_MANY = ("people", "men", "women", "children")
_NOT_ALL = re.compile(r"\b(?:of|under|below|than|until|first|next|last)$")
_TRUSTED_BY = re.compile(r"\b(?:trusted|used|loved|chosen|read|worn|rated|recommended) by$")


def number_of(reading: Reading, dice: random.Random) -> str:
    """The brief's own number with what it counts; one of several by the dice, or nothing."""
    text = reading.prompt.replace(reading.brand, "") if reading.brand else reading.prompt
    own = reading.noun_phrase.lower().split()[-1:]
    found = ((match, _counted(match[3], match[4] or "")) for match in _COUNTED.finditer(text))
    counted = [(match, many) for match, many in found if many and many.split()[-1:] != own]
    if not counted:
        return ""
    match, many = dice.choice(counted)
    scale = f" {SCALES.get(match[2], match[2].removesuffix('s'))}" if match[2] else ""
    chosen = f"{match[1].rstrip('.,')}{scale} {many}"
    before = " ".join(text[: match.start()].lower().split()[-2:])
    if _NOT_ALL.search(before) and not before.endswith("more than"):
        # "4 out of 5 nurses" are not five.
        return ""
    if before.endswith(" by") and not _TRUSTED_BY.search(before):
        # "Woven by 200 women" counts nobody who uses it.
        return ""
    limit = re.search(r"(?:only|over|nearly|almost|more than)$", before)
    rest = text[match.start() :].split(many, 1)[1].rstrip(" .!")
    doing = re.match(r" [a-z]+ing [\w-]+$", rest)
    return f"{limit[0] + ' ' if limit else ''}{chosen}{doing[0] if doing else ''}"


def _counted(first: str, second: str) -> str:
    """As many of the two words as name what can be counted: ``users``, ``happy teams``, nothing of ``month course``."""
    if _is_many(first):
        return first
    is_told = second and marks(tokens(f"{first} {second}"))[0].part in ("ADJ", "NOUN", "VBN", "VBG")
    return f"{first} {second}" if is_told and first not in _MEASURES and _is_many(second) else ""


def _is_many(word: str) -> bool:
    is_noun = re.search(r"[^su]s$", word) and (noun_class(word) or usual_part(word) == "n")
    return word in _MANY or (bool(is_noun) and word not in _UNITS)
