"""What a story's own lines show: each thought that is spoken, as the action of the shot it begins in."""

import re
from collections.abc import Sequence
from typing import Any

from reelwright.film.story import Line
from reelwright.providers.builtin.writer.analyse import Reading
from reelwright.providers.builtin.writer.laying import thoughts
from reelwright.providers.builtin.writer.nouns import cast_of, verb_stem
from reelwright.providers.builtin.writer.premise import plural_hero
from reelwright.providers.builtin.writer.retelling import retold
from reelwright.providers.builtin.writer.tokens import tokens
from reelwright.providers.builtin.writer.words import capitalised, sentence

_LINKS = re.compile(r"^(?:and|but|then|so|yet)(?: then)?\s+", re.IGNORECASE)
_HANGING = re.compile(r"^(?:because|until|or|nor)\b", re.IGNORECASE)
_SOMEBODY = ("he", "she", "they", "i", "we", "you", "him", "her", "them", "me", "us", "his", "their", "my", "our")
_LEAST_WORDS = 2
_CAMERAS = (
    ["wide, eye level, push-in", "extreme wide, eye level, push-in"],
    ["medium wide, eye level, tracking", "medium, low angle, push-in"],
    ["medium close-up, eye level, push-in", "medium, high angle, push-in"],
    ["medium wide, low angle, pull-out", "wide, eye level, pull-out"],
)
_TONES = ("quiet", "intrigued", "awe", "calm")


def told_deeds(reading: Reading, lines: Sequence[Line]) -> dict[int, dict[str, Any]]:
    """A deed by the index of the shot in which a thought of the prompt begins to be spoken.

    The first one opens the film, whatever is spoken there. What hangs on the thought before it (``because``) is no
    action of its own.
    """
    shown = [one for one in thoughts(retold(reading)) if _is_action(one)]
    deeds: dict[int, dict[str, Any]] = {}
    for thought in shown:
        at = _spoken_at(thought, lines)
        told = _with_subject(thought, reading)
        if told and at is not None and at not in deeds:
            part = min(3, round(at * 3 / max(1, len(lines) - 1)))
            deeds[at] = _deed(told, part)
    if deeds and 0 not in deeds:
        first = min(deeds)
        deeds = {0: _deed(deeds[first]["do"], 0), **{at: deed for at, deed in deeds.items() if at != first}}
    return deeds


def _deed(told: str, part: int) -> dict[str, Any]:
    sees = ["person"] if _names_somebody(told) else []
    bare = sentence(told.replace("{", "").replace("}", ""))
    return {"do": bare, "camera": _CAMERAS[part], "tone": _TONES[part], "sees": sees, "empty": not sees}


def _is_action(thought: str) -> bool:
    return len(thought.split()) >= _LEAST_WORDS and not _HANGING.match(thought) and not thought.endswith("?")


def _spoken_at(thought: str, lines: Sequence[Line]) -> int | None:
    """The first line that speaks the thought's opening words."""
    bare = re.sub(r"\W+", " ", thought.lower()).split()
    for at, line in enumerate(lines):
        said = re.sub(r"\W+", " ", line.text.lower()).split()
        most = min(_LEAST_WORDS, len(bare))
        if any(said[start : start + most] == bare[:most] for start in range(len(said) - most + 1)):
            return at
    return None


def _with_subject(thought: str, reading: Reading) -> str:
    """``and finds the mayor instead`` with who does so."""
    bare = _LINKS.sub("", thought).strip(" ,;:")
    if bare == thought.strip(" ,;:"):
        return capitalised(bare)
    first = bare.lower().split()[0] if bare else ""
    if first in _SOMEBODY:
        return capitalised(bare)
    plural = plural_hero(reading.hero)
    is_verb = verb_stem(first) == first if plural else bool(re.search(r"[^s]s$", first)) and bool(verb_stem(first))
    hangs = re.match(r"so (?:that|as)\b", thought, re.IGNORECASE)
    return "" if hangs else capitalised(f"{reading.hero} {bare}" if is_verb and reading.hero else bare)


def _names_somebody(told: str) -> bool:
    return any(
        one.low in _SOMEBODY or cast_of(one.low) is not None or (one.is_name_like and not one.opens)
        for one in tokens(told)
    )
