"""Last sentences: the product named in one of many ways, or the call of the brief."""

import re
from typing import Any, cast

from reelwright.film.writing import PlannedShot
from reelwright.providers.builtin.writer.analyse import Reading
from reelwright.providers.builtin.writer.composing import Composer, words_of
from reelwright.providers.builtin.writer.phrasing import SLOT
from reelwright.providers.builtin.writer.words import copy_file, sentence, word_count


def closings(reading: Reading, composer: Composer, last: PlannedShot) -> list[str]:
    """Closing sentences that fit the last window, filled; at least one."""
    file = cast(dict[str, Any], copy_file("closings"))
    wanted = "asked" if reading.is_question else "called" if composer.is_known("call") else "plain"
    shapes = [shape for shape in file[wanted] if all(composer.is_known(slot) for slot in SLOT.findall(shape))]
    filled = [_filled(shape, composer) for shape in shapes]
    if reading.sign_off and wanted == "plain":
        filled.extend([sentence(reading.sign_off)] * max(1, len(filled) // 5))
    fitting = [line for line in filled if word_count(line) <= last.max_words and _is_clean(line)]
    return fitting or [_shortest(reading, last.max_words)]


def _filled(shape: str, composer: Composer) -> str:
    """The shape with a tag of the world, if it wants one."""
    if "{tag}" in shape:
        own = composer.world.pool("tag") or composer.world.pool("tag", len(composer.world.layers) - 1)
        shape = shape.replace("{tag}", composer.dice.choice(own))
    return composer.slots.fill(shape)


def _is_clean(line: str) -> bool:
    """Whether nothing is said twice: ``Fitness app. Fitness app for busy moms.``"""
    words = [word for word in re.findall(r"[\w’']+", line.lower()) if len(word) > 3]
    return len(words) == len(set(words)) and bool(words_of(line))


def _shortest(reading: Reading, most: int) -> str:
    words = (reading.brand or reading.name).split()
    return sentence(" ".join(words[-most:]))
