"""Last sentences: the product named in one of many ways, or the call of the brief."""

import re
from typing import Any, cast

from reelwright.film.writing import PlannedShot
from reelwright.providers.builtin.writer.analyse import Reading
from reelwright.providers.builtin.writer.composing import Composer, content, pairs_of, words_of
from reelwright.providers.builtin.writer.laid_out import laid_out
from reelwright.providers.builtin.writer.phrasing import SLOT, of_many
from reelwright.providers.builtin.writer.product_name import as_lettered, as_written, has_article
from reelwright.providers.builtin.writer.promised import told_of
from reelwright.providers.builtin.writer.words import copy_file, sentence, word_count

_ANY = "generic"
_OWN = ("claim", "do", "does", "number", "audience", "called", "problem", "named")


def closings(reading: Reading, composer: Composer, last: PlannedShot) -> list[str]:
    """Closing sentences that fit the last window, filled; at least one."""
    file = cast(dict[str, Any], copy_file("closings"))
    named = "called" if composer.is_known("call") else "plain" if composer.is_known("name") else "nameless"
    wanted = "asked" if reading.is_question and composer.is_known("name") else named
    shapes = [shape for shape in file[wanted] if all(composer.is_known(slot) for slot in SLOT.findall(shape))]
    if named == "called" and not reading.call and composer.is_known("name"):
        # "Animal shelter: adopt, don't shop"; a promise alone does not say whose.
        shapes = [shape for shape in shapes if "{name}" in shape]
    if " " not in composer.slots.words.get("noun", ""):
        # "Lumen. Lamp." says less than the lamp's name alone.
        shapes = [shape for shape in shapes if shape != "{brand}. {noun}."]
    if named == "called" and reading.call:
        # Who says "Donate your glasses" sells none.
        shapes = [shape for shape in shapes if "{name}" not in shape] or shapes
    tags = tuple(of_many(tag) if composer.is_many else tag for tag in composer.hand("tag"))
    # What the brief itself promises is worth more than what could be said of any product, and that more than a tag.
    own = [shape for shape in shapes if any(f"{{{slot}}}" in shape for slot in _OWN)]
    urgent = [shape for shape in shapes if "{offer}" in shape or "{date}" in shape]
    used = [shape for shape in shapes if "{use}" in shape]
    said = content(" ".join(line.text for line in composer.lines)) - content(composer.slots.words.get("name", ""))
    spoken = [words_of(line.text) for line in composer.lines]
    told = set[tuple[str, str]]().union(*(pairs_of(line.text) for line in composer.lines))
    told -= pairs_of(composer.slots.words.get("name", ""))
    whole = sentence(laid_out(reading.spoken).brief)
    is_unknown = composer.world.name == _ANY and wanted == "plain" and not reading.brand and not content(whole) & said
    if (
        (wanted == "nameless" or is_unknown)
        and not reading.is_question
        and word_count(whole) <= last.max_words
        and reading.language == "en"
    ):
        # Of what nobody knows more, the brief's own words say most.
        return [whole]
    for some in (urgent, own, [*used, *shapes], shapes):
        filled = [composer.slots.fill(shape.replace("{tag}", tag)) for shape in some for tag in _tags(shape, tags)]
        if told_of(reading) and not reading.benefit and wanted == "plain" and some is own:
            # "Food bank needs volunteers"
            filled.append(whole)
        if reading.sign_off and wanted == "plain" and some is own:
            filled.append(sentence(as_lettered(_as_named(reading.sign_off, reading), reading.prompt)))
        fitting = [line for line in filled if word_count(line) <= last.max_words and _is_clean(line)]
        fitting = [line for line in fitting if words_of(line) not in spoken] or fitting
        new = [line for line in fitting if not content(line) & said and words_of(line) not in spoken]
        new = [line for line in new if not pairs_of(line) & told]
        if new:
            return new
    bare = sentence(composer.slots.words.get("name", ""))
    if wanted == "plain" and word_count(bare) <= last.max_words:
        return [bare]
    return fitting or [_shortest(reading, last.max_words)]


def leaves_the_promise(reading: Reading, composer: Composer, last: PlannedShot) -> bool:
    """Whether this seed keeps what the brief promises for the last line: every third does where it fits there."""
    if composer.seed % 3 != 2 or composer.is_known("call") or reading.is_question or not composer.is_known("name"):
        return False
    shapes: list[str] = cast(dict[str, Any], copy_file("closings"))["plain"]
    own = [shape for shape in shapes if any(f"{{{slot}}}" in shape for slot in _OWN) and "{tag}" not in shape]
    known = [shape for shape in own if all(composer.is_known(slot) for slot in SLOT.findall(shape))]
    filled = [composer.slots.fill(shape) for shape in known]
    return any(word_count(line) <= last.max_words and _is_clean(line) for line in filled)


def _as_named(sign_off: str, reading: Reading) -> str:
    """The brief's closing line with its product named as the brief names it: ``Scaffolding for heritage roofs``."""
    phrase, bare = reading.noun_phrase, sign_off.removeprefix("The ")
    named = bare if bare != sign_off and not has_article(reading) else sign_off
    whole = as_written(phrase, reading.prompt)
    return re.sub(re.escape(phrase), whole, named, flags=re.IGNORECASE) if whole != phrase else named


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
