"""Who a brief tells of where its first phrase names somebody alive and a verb follows, near or after a few words."""

import re
from collections.abc import Sequence

from reelwright.providers.builtin.writer.nouns import cast_of, forms, noun_class, verb_stem
from reelwright.providers.builtin.writer.tokens import Token
from reelwright.providers.builtin.writer.words import lexicon

_MODALS = ("must", "cannot", "can't", "could", "couldn't", "will", "won't", "has", "have", "tries", "gets", "dares")
_INNER = ("from", "on", "in", "of", "at", "with", "without", "under", "near", "by")
_FARTHEST, _LONGEST_INNER = 4, 8
"""Where the noun may stand at most, and how many words may come between it and its verb."""
_LIFE = re.compile(
    r"^(?:a|one|the|another) (?:\w+ )?(?:day|night|morning|hour|year|week|minute) in the life of\b", re.I
)
_YEARS_OLD = re.compile(r"(\w+)-year-old")
_YEARS = {"five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12}
_FIRSTS = ("first", "last", "only", "second", "longest", "best", "worst", "secret")
_DATES = (
    "day",
    "night",
    "morning",
    "summer",
    "winter",
    "dance",
    "flight",
    "love",
    "kiss",
    "train",
    "journey",
    "goodbye",
)
_SOLD = re.compile(r"\bwithin\b|\b(?:24|in \d+) ?(?:/|-|hours|minutes|days)|\bby [A-Z]", re.ASCII)


def subject_lead(text: str, line: Sequence[Token]) -> tuple[str, tuple[str, int]] | None:
    """The lead by the brief's first phrase; None where nobody alive is told of or something is for hire.

    Args:
        text: The brief.
        line: Its tokens.
    """
    if _SOLD.search(text):
        return None
    in_life = _LIFE.match(text)
    start = len(in_life.group(0).split()) if in_life else 0
    for at in range(start, min(start + _FARTHEST + 1, len(line))):
        low = line[at].low.removesuffix("'s")
        cast = None if low in lexicon("grammar")["breaks"] else _alive(low)
        if cast is None:
            if line[at].after or line[at].low in lexicon("grammar")["breaks"]:
                return None
            continue
        is_crowd = at > 0 and line[at - 1].low in ("every", "most", "many", "all")
        if is_crowd or (at == 0 and not low.endswith("s")):
            return None
        follows = line[at + 1].low if at + 1 < len(line) else ""
        is_whose = line[at].low.endswith("'s")
        if in_life or (is_whose and _is_milestone(line, at)) or (not is_whose and follows and _acts_later(line, at)):
            return f"the {_called(line, at, low)}", cast
    return None


def _alive(low: str) -> tuple[str, int] | None:
    """Who is cast for a noun of a person, an animal or a being."""
    years = _YEARS_OLD.fullmatch(low)
    if years:
        said = years.group(1)
        return "any", int(said) if said.isdigit() else _YEARS.get(said, 8)
    leads: dict[str, tuple[str, int]] = lexicon("people")["leads"]
    known = next((leads[one] for one in forms(low) if one in leads), None) or cast_of(low)
    return (str(known[0]), int(known[1])) if known else None


def _called(line: Sequence[Token], at: int, low: str) -> str:
    """The noun, with ``little`` or ``lighthouse`` before it."""
    before = line[at - 1].low if at else ""
    return f"{before} {low}" if before == "little" or noun_class(before) in ("place", "building") else low


def _is_milestone(line: Sequence[Token], at: int) -> bool:
    """``A little boy's first day at school``."""
    ahead = [one.low for one in line[at + 1 : at + 4]]
    return bool(ahead) and ahead[0] in _FIRSTS and any(one in _DATES for one in ahead[1:])


def _acts_later(line: Sequence[Token], at: int) -> bool:
    """Whether a finite verb follows, at once or after where the person comes from or is."""
    if line[at].after:
        return False
    if _is_finite(line, at + 1, line[at]):
        return line[at + 1].low not in lexicon("people")["opinions"]
    if line[at + 1].low not in _INNER:
        return False
    for ahead in range(at + 3, min(at + 2 + _LONGEST_INNER, len(line))):
        if line[ahead - 1].after or line[ahead - 1].low in ("for", "that", "who", "which"):
            return False
        if line[ahead - 1].low not in lexicon("grammar")["breaks"] and _is_finite(line, ahead, line[at]):
            return True
    return False


def _is_finite(line: Sequence[Token], at: int, subject: Token) -> bool:
    """``walks to``, ``must restart``, ``keep missing``: a verb with what follows verbs."""
    if at + 1 >= len(line) or line[at].after:
        return False
    grammar, low, follows = lexicon("grammar"), line[at].low, line[at + 1].low
    if low in _MODALS:
        return True
    is_verb = low in grammar["verbs"] or low in grammar["acts"] or bool(verb_stem(low))
    goes_on = follows in grammar["determiners"] or follows in grammar["breaks"] or follows.endswith("ing")
    if not (is_verb and goes_on):
        return False
    if subject.low.endswith("s"):
        return verb_stem(low) == low or low in grammar["acts"] or low == "keep"
    return bool(re.search(r"[^s]s$", low)) or low in grammar["past"]
