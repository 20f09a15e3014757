"""What a brief offers and for how long, in its own words: ``save 20%``, ``only in March``."""

import re

from reelwright.providers.builtin.writer.analyse import Reading
from reelwright.providers.builtin.writer.nouns import verb_stem
from reelwright.providers.builtin.writer.words import uncapitalised

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Christmas|Easter"
    r"|Black Friday|Cyber Monday)"
)
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DATE = re.compile(
    r"\b((?:only |just )?(?:this (?:weekend|week|month|summer|autumn|winter|spring|season)"
    rf"|(?:in|until|till|this|on|from) (?:{_MONTH}|{_DAY})\b(?: \d{{1,2}}\b)?|today only|tonight only))(?= ?[,.!]|$)"
)
"""When an offer holds, where the brief or a clause of it ends."""
_OFFER = re.compile(
    r"\b(?:save (?:up to )?(?:\d[\d.]* ?%|[$£€]\d[\d.,]*\d|[$£€]\d)|(?:up to )?\d[\d.]* ?% off|half price|two for one"
    r"|buy one,? get one(?: free)?)(?!\w)",
    re.IGNORECASE,
)


def offer_of(reading: Reading) -> str:
    """What is cheaper now: ``save 20%``, ``half price``; empty where the brief offers nothing."""
    found = _OFFER.search(reading.prompt)
    return uncapitalised(found[0]) if found else ""


def date_of(reading: Reading) -> str:
    """When it holds: ``this weekend``, ``only in March``; empty where the brief says no time or its call holds it."""
    found = _DATE.search(reading.prompt)
    if not found or found[1] in reading.call:
        return ""
    # "Opens on Friday" is said whole, with its verb.
    before = (reading.prompt[: found.start()].lower().split() or [""])[-1]
    return "" if before.endswith("s") and verb_stem(before) not in ("", before) else found[1]
