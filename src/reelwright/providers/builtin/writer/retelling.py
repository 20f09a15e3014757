"""A story prompt as it is told: its own sentences, a headline's verb in the present, without what announces it."""

import re
from collections.abc import Sequence

from reelwright.providers.builtin.writer.analyse import Reading
from reelwright.providers.builtin.writer.joints import marked
from reelwright.providers.builtin.writer.nouns import verb_stem
from reelwright.providers.builtin.writer.phrasing import third
from reelwright.providers.builtin.writer.premise import announced, plain_verb, plural_hero
from reelwright.providers.builtin.writer.tagger import Mark
from reelwright.providers.builtin.writer.tokens import Token, tokens
from reelwright.providers.builtin.writer.words import capitalised

_FINITE = ("VBZ", "VBP", "VBD", "AUX", "PRON+")
_ASKING = re.compile(
    r"(?:what|why|how|who|where|when)\b.*|(?:do|does|did|can|could|is|are|will|would|should|have)\s", re.IGNORECASE
)
_LATEST = 9
"""A headline's verb stands among its first words."""
_THINKING = (
    "thinks",
    "believes",
    "says",
    "knows",
    "dreams",
    "hopes",
    "insists",
    "claims",
    "swears",
    "discovers",
    "learns",
)


def retold(reading: Reading) -> str:
    """The prompt as sentences: ``Two robots falling in love`` is ``Two robots fall in love``.

    ``A mouse who wants to ride`` wants to ride; ``Why do cats purr`` is asked.
    """
    text = announced(reading.spoken.strip())
    parts = re.split(r"(?<=[.!?])\s+", text, maxsplit=1)
    line = tokens(parts[0])
    if reading.language != "en" or len(line) < 3:
        return capitalised(text)
    first = _without_relative(_in_the_present(parts[0], line, reading), reading)
    if _ASKING.match(first) and len(parts) == 1 and first[-1] not in ".!?" and _is_question(first):
        first = f"{first}?"
    return capitalised(" ".join([first, *parts[1:]]))


def _is_question(text: str) -> bool:
    """``Why do cats purr``, but not ``What the river remembers`` or ``When the music stops``."""
    words = text.lower().split()
    auxiliary = (
        "do",
        "does",
        "did",
        "can",
        "could",
        "is",
        "are",
        "will",
        "would",
        "should",
        "have",
        "has",
        "was",
        "were",
        "if",
    )
    return words[0] in auxiliary or (len(words) > 2 and words[1] in auxiliary)


def _in_the_present(text: str, line: Sequence[Token], reading: Reading) -> str:
    """``An astronaut repairing a satellite`` repairs it, where the phrase has no verb of its own."""
    found = marked(line)
    for at in range(1, min(len(line), len(found), _LATEST)):
        if found[at].part in _FINITE and found[at - 1].part != "PART":
            return text
        is_after = found[at - 1].part in ("NOUN", "PROPN") and not line[at - 1].after
        if found[at].part == "VBG" and is_after and at + 1 < len(line) and len(line[at].low) > 5:
            stem = plain_verb(line[at].low[:-3])
            verb = stem if plural_hero(reading.hero) or _is_plural(line[at - 1].low, reading) else third(stem)
            return re.sub(rf"\b{re.escape(line[at].text)}\b", verb, text, count=1)
    return text


def _is_plural(low: str, reading: Reading) -> bool:
    return reading.hero.endswith(low) and low.endswith("s") and not low.endswith("ss") and plural_hero(f"the {low}")


def _without_relative(text: str, reading: Reading) -> str:
    """``A dragon who is afraid of fire`` is afraid of it; who collects shadows and loses her own does both."""
    line = tokens(text)
    found = marked(line)
    at = next((at for at in range(1, min(len(line), 7)) if line[at].low in ("who", "that")), 0)
    if not at or at + 1 >= len(found) or found[at - 1].part not in ("NOUN", "PROPN") or line[at - 1].after:
        return text
    if any(mark.part in _FINITE for mark in found[:at]) or found[at + 1].part not in (*_FINITE, "VB", "ADV"):
        return text
    plain = re.sub(rf"\s{line[at].text}\s", " ", text, count=1)
    main = _main_verb(line, found, at + 2, is_many=plural_hero(reading.hero))
    if not main:
        return text if _may_go_on(line, found, at + 2) else plain
    if line[at + 1].low in _STATES and main - at > _LONG_RELATIVE:
        return text
    # ``A girl collects shadows and loses her own``
    return re.sub(rf"\s({re.escape(line[main].text)})\b(?=[^.]*$)", r" and \1", plain, count=1)


def _may_go_on(line: Sequence[Token], found: Sequence[Mark], start: int) -> bool:
    """Whether a word taken for a noun could be the lead's own verb: ``who lost his sight trains for a fight``."""
    return any(
        found[at - 1].part in ("NOUN", "PROPN")
        and not line[at - 1].after
        and re.search(r"[^s]s$", line[at].low) is not None
        and verb_stem(line[at].low) != ""
        and (at + 1 == len(line) or found[at + 1].part in ("ADP", "DET", "PART", "PRON", "ADV"))
        for at in range(start, min(len(line), len(found)))
    )


_STATES = ("was", "were", "had")
_LONG_RELATIVE = 9


def _main_verb(line: Sequence[Token], found: Sequence[Mark], start: int, *, is_many: bool) -> int:
    """The second verb that belongs to the lead, 0 for none: ``who collects shadows loses her own``."""
    if line[start - 1].low in _THINKING:
        return 0
    for at in range(start, min(len(line), len(found))):
        if found[at].part not in ("VBZ", "VBD", "AUX", *(["VBP"] if is_many else [])):
            continue
        before = found[at - 1]
        joined = any(line[back].low in _JOINERS for back in range(max(start, at - 4), at))
        is_handled = at == start and not verb_stem(line[at].low)
        if before.part not in ("PRON", "PRON+", "AUX", "PART", "CCONJ", "ADP") and not joined and not is_handled:
            # "who repairs clocks nobody wants": what directly follows may be what is repaired.
            return at
    return 0


_JOINERS = (
    "and",
    "but",
    "or",
    "because",
    "when",
    "while",
    "until",
    "that",
    "who",
    "what",
    "where",
    "if",
    "as",
    "than",
    "how",
    "so",
    "before",
    "after",
)


def is_past(text: str) -> bool:
    """Whether a story is told of the past: ``I was nine when my brother taught me``."""
    line = tokens(text)
    parts = [mark.part for mark in marked(line)]
    verbs = [
        part
        for part, token in zip(parts, line, strict=False)
        if part in ("VBZ", "VBP", "VBD") or token.low in ("was", "were", "is", "are")
    ]
    past = [part for part, token in zip(parts, line, strict=False) if part == "VBD" or token.low in ("was", "were")]
    return bool(past) and len(past) * 2 >= len(verbs)
