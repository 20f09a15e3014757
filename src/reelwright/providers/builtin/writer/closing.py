"""Last sentences: the product named in one of many ways, or the call of the brief."""

import re
from typing import Any, cast

from reelwright.film.writing import PlannedShot
from reelwright.providers.builtin.writer.analyse import Reading
from reelwright.providers.builtin.writer.composing import Composer, words_of
from reelwright.providers.builtin.writer.phrasing import SLOT
from reelwright.providers.builtin.writer.words import copy_file, sentence, word_count

_OWN, _WEIGHT = ("claim", "do", "does", "number", "audience"), 3


def closings(reading: Reading, composer: Composer, last: PlannedShot) -> list[str]:
    """Closing sentences that fit the last window, filled; at least one."""
    file = cast(dict[str, Any], copy_file("closings"))
    named = "called" if composer.is_known("call") else "plain" if composer.is_known("name") else "nameless"
    wanted = "asked" if reading.is_question and composer.is_known("name") else named
    shapes = [shape for shape in file[wanted] if all(composer.is_known(slot) for slot in SLOT.findall(shape))]
    tags = composer.hand("tag")
    # What the brief itself promises is worth more than what could be said of any product.
    shapes = [shape for shape in shapes for _ in range(_WEIGHT if any(f"{{{slot}}}" in shape for slot in _OWN) else 1)]
    filled = [composer.slots.fill(shape.replace("{tag}", tag)) for shape in shapes for tag in _tags(shape, tags)]
    if reading.sign_off and wanted == "plain":
        filled.extend([sentence(reading.sign_off)] * max(1, len(filled) // 8))
    fitting = [line for line in filled if word_count(line) <= last.max_words and _is_clean(line)]
    return fitting or [_shortest(reading, last.max_words)]


def _tags(shape: str, tags: tuple[str, ...]) -> tuple[str, ...]:
    """The tags a shape can be said with; one that needs none is said once."""
    return tags if "{tag}" in shape else ("",)


def _is_clean(line: str) -> bool:
    """Whether nothing is said twice: ``Fitness app. Fitness app for busy moms.``"""
    words = [re.sub(r"['’]?s$", "", word) for word in re.findall(r"[\w’']+", line.lower()) if len(word) > 2]
    words = [word for word in words if word not in ("the", "and", "for", "you", "your")]
    return len(words) == len(set(words)) and bool(words_of(line))


def _shortest(reading: Reading, most: int) -> str:
    words = (reading.brand or reading.name or "see for yourself").split()
    return sentence(" ".join(words[-most:]))
