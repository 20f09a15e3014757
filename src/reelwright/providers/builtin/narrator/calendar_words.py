"""How dates and times of day are said."""

import re

from reelwright.providers.builtin.narrator import numerals
from reelwright.providers.builtin.narrator.words import word_list

_MEASURES = word_list("measures")
_MONTHS: dict[str, str] = _MEASURES["months"]
_IN_ORDER = tuple(dict.fromkeys(_MONTHS.values()))
_ISO = re.compile(r"^(\d{4})-(\d{2})-(\d{2})$")
_SHORT = re.compile(r"^(\d{1,2})[/.](\d{1,2})(?:[/.](\d{4}|\d{2}))?$")
_CLOCK = re.compile(r"^([01]?\d|2[0-3])[:.]([0-5]\d)(am|pm|a\.m\.?|p\.m\.?)?$", re.I)
_HALVES = frozenset({"am", "pm", "a.m", "p.m", "a.m.", "p.m."})
_SAID_AS_PAIRS = frozenset({"24/7", "50/50", "20/20"})


def date(word: str, before: str, after: str) -> list[str]:
    """``2026-11-21``, ``21/11/2026``, ``11/21``; a fraction or a score stays one."""
    if found := _ISO.match(word):
        return _said(int(found[1]), int(found[2]), int(found[3]))
    if word in _SAID_AS_PAIRS:
        return numerals.cardinal(int(word[:2])) + numerals.cardinal(int(word[3:]))
    found = _SHORT.match(word)
    if not found or ("." in word and not found[3]):
        return []
    first, second = int(found[1]), int(found[2])
    if not found[3]:
        if part := numerals.fraction(first, second):
            return part
        if max(first, second) <= 12 and (second == 10 or first >= second):
            return [*numerals.cardinal(first), "out", "of", *numerals.cardinal(second)]
    day, month = (first, second) if first > 12 or "." in word else (second, first)
    return _said(_full_year(found[3]), month, day)


def _full_year(written: str | None) -> int:
    return 0 if not written else int(written) + (2000 if len(written) == 2 else 0)


def _said(year: int, month: int, day: int) -> list[str]:
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return []
    return [_IN_ORDER[month - 1], *numerals.ordinal(day), *(numerals.year(year) if year else [])]


def month(word: str, before: str, after: str) -> list[str]:
    """``Nov`` before or after a day; other words stay themselves."""
    low = word.lower().rstrip(".")
    if not word[:1].isupper():
        return []
    beside = bool(re.match(r"^\d{1,2}(st|nd|rd|th)?$", before) or re.match(r"^\d{1,2}(st|nd|rd|th)?\D?$", after))
    if low in _MONTHS and low != "may" and (beside or low in {"nov", "sept", "oct", "feb", "aug"}):
        return [_MONTHS[low]]
    return []


def day_of_month(word: str, before: str, after: str) -> list[str]:
    """``21`` after or before the name of a month."""
    if not re.match(r"^\d{1,2}$", word) or not 1 <= int(word) <= 31:
        return []
    if _names_month(before):
        return numerals.ordinal(int(word))
    return ["the", *numerals.ordinal(int(word)), "of"] if _names_month(after) else []


def _names_month(word: str) -> bool:
    low = word.lower().rstrip(".,")
    return word[:1].isupper() and (low in _MONTHS or word.rstrip(",") in _IN_ORDER) and low != "mar"


def time(word: str, before: str, after: str) -> list[str]:
    """``7:30``, ``9:05am``, ``19:00``."""
    found = _CLOCK.match(word)
    if not found or ("." in word.rstrip(".amp") and not found[3]):
        return []
    hour, minute, half = int(found[1]), int(found[2]), (found[3] or "").replace(".", "")
    halved = bool(half) or after.lower() in _HALVES
    past = [] if minute or halved else ["hundred"] if hour > 12 else ["o'clock"]
    minutes = [*(["oh"] if minute < 10 else []), *numerals.cardinal(minute)] if minute else []
    return [*numerals.cardinal(hour), *past, *minutes, *half.upper()]


def half_of_day(word: str, before: str, after: str) -> list[str]:
    """``am`` after a time."""
    if word.lower() not in _HALVES or not re.match(r"^\d{1,2}([:.]\d\d)?$", before):
        return []
    return list(word.upper().replace(".", ""))
