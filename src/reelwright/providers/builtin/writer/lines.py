"""The spoken lines: a way of telling is chosen, its shapes filled and laid into the windows of the film."""

import random
import re
from typing import Any, cast

from reelwright.film.writing import PlannedShot, WriteStoryInputs
from reelwright.providers.builtin.writer.analyse import Reading
from reelwright.providers.builtin.writer.announcing import announce, is_told
from reelwright.providers.builtin.writer.closing import closings, leaves_the_promise
from reelwright.providers.builtin.writer.composing import Composer, Draft, words_of
from reelwright.providers.builtin.writer.materials import materials
from reelwright.providers.builtin.writer.phrasing import SLOT, Slots, Voice
from reelwright.providers.builtin.writer.tale import narrate
from reelwright.providers.builtin.writer.words import copy_file, telling, word_count
from reelwright.providers.builtin.writer.worlds import world_of

_GENERAL = "aida"
_NAMES = ("name", "brand", "thing")
_NAMING = ("{brand}", "{name}", "{whole}", "{called}")
_SPARE = ("{joy}.", "{sense}.", "{touch}.", "{still}.")
_SPARE_HIDDEN = ("{still}.", "{trace}.", "{trouble}.")
_BARE = {"doubt": "{doubt}"}
Ways = dict[str, list[str]]


def speak(inputs: WriteStoryInputs, reading: Reading, seed: int, pronoun: str = "she") -> Composer:
    """The words of a film: one draft per planned shot, each within its words, no sentence twice.

    Args:
        inputs: What was asked for, with the plan of the shots.
        reading: The brief, understood.
        seed: The film's seed.
        pronoun: ``she`` or ``he``, as the lead is cast.
    """
    if reading.is_story:
        return narrate(inputs, reading, seed, pronoun)
    if is_told(reading):
        return announce(inputs, reading, seed)
    dice = random.Random(f"lines {seed} {reading.prompt}")
    slots = Slots(Voice(), materials(inputs, reading, dice, seed))
    composer = Composer(world_of(reading), slots, dice, _giveaways(reading), seed, reading.prompt)
    composer.strays = 0.0
    composer.is_many = slots.words["it"] == "them" and composer.world.names_product
    strategy = _strategy(inputs, composer)
    person = str(strategy["voice"])
    slots.voice = Voice(pronoun if person == "she" else person)
    asked = asked_in(slots.words["question"], [slot.max_words for slot in inputs.plan])
    for slot in inputs.plan:
        if asked and slot is not inputs.plan[-1]:
            composer.keep(Draft(asked.pop(0), (), ()))
            continue
        shapes = _shapes(strategy, slot, inputs, is_solemn=composer.world.is_solemn)
        ends = closings(reading, composer, slot) if slot is inputs.plan[-1] else []
        promise = _promise(slot, inputs, reading, composer) if not ends else None
        composer.keep(promise or _line(slot, shapes, composer, ends))
    return composer


def asked_in(question: str, rooms: list[int]) -> list[str]:
    """A brief's question by the window it is asked in, one or two; none where it is too long for these.

    ``Who makes the best pizza in town?`` is ``["Who makes the best pizza…", "…in town?"]``.
    """
    if not question or word_count(question) <= rooms[0]:
        return [question] if question else []
    words = question.split()
    most = range(2, min(rooms[0], len(words) - 2) + 1)
    joints = [at for at in most if words[at].lower() in telling("question_joints")]
    at = joints[-1] if joints else len(words) // 2
    begun, rest = " ".join(words[:at]), " ".join(words[at:])
    fits = len(rooms) > 2 and at <= rooms[0] and len(words) - at <= rooms[1]
    return [f"{begun}…", f"…{rest}"] if fits else []


def _promise(slot: PlannedShot, inputs: WriteStoryInputs, reading: Reading, composer: Composer) -> Draft | None:
    """What is in it for whom, in the brief's own words or in those of its kind; None in other beats."""
    file = cast(dict[str, Any], copy_file("promises"))
    if slot.part or _own_beat(slot, inputs) not in file["beats"] or slot.product == "hidden":
        return None
    if reading.mood == "solemn":
        # Grief wants no lead-in: only what the brief says, or nothing.
        return composer.compose([shape for shape in file["shapes"] if not _lead_in(shape)], slot.max_words, most=1)
    is_left = leaves_the_promise(reading, composer, inputs.plan[-1])
    ways: list[list[str]] = [file["plain"]] if is_left else [file["shapes"], file["plain"]]
    if slot.number == inputs.plan[-1].number - 1:
        # The next line names the product, and names it once.
        ways = [[shape for shape in way if not any(slot in shape for slot in _NAMING)] for way in ways]
    for strict in (True, False):
        for shapes in ways:
            draft = composer.compose(composer.dealt(shapes), slot.max_words, most=1, strict=strict)
            draft = draft or composer.compose(shapes, slot.max_words, most=1, strict=strict)
            if draft:
                return draft
    return None


def _lead_in(shape: str) -> str:
    """What a shape says beside its slots."""
    return re.sub(r"\{\w+\}|\W", "", shape)


def _line(slot: PlannedShot, shapes: list[str], composer: Composer, ends: list[str]) -> Draft:
    hides, is_last = slot.product == "hidden", bool(ends)
    draft = composer.compose(shapes, slot.max_words, hides=hides, closing=ends, most=2)
    if draft:
        return draft
    spare = _SPARE_HIDDEN if hides else _SPARE
    draft = composer.compose(spare, slot.max_words, hides=hides, closing=ends if is_last else ())
    if not draft:
        composer.lends = True
        draft = composer.compose((*shapes, *spare), slot.max_words, hides=hides, closing=ends, most=2)
        composer.lends = False
    return draft or Draft(ends[0] if is_last else "And then, a pause.", (), ())


def _strategy(inputs: WriteStoryInputs, composer: Composer) -> dict[str, Any]:
    """One way of telling, from those for which brief and world hold enough to say."""
    file = cast(dict[str, Any], copy_file(inputs.template.slug) or copy_file(_GENERAL))
    able = [one for one in file["strategy"] if all(_usable(shapes, composer) for _, shapes in _beats(one))]
    return turned(able or file["strategy"], composer)


def turned(strategies: list[dict[str, Any]], composer: Composer) -> dict[str, Any]:
    """The strategy of this seed: the next seed tells in another way."""
    order = sorted(strategies, key=lambda one: random.Random(f"way {composer.prompt} {one['name']}").random())
    return order[composer.seed % len(order)]


def _usable(shapes: list[str], composer: Composer) -> bool:
    return any(all(composer.is_known(slot) for slot in SLOT.findall(shape)) for shape in shapes)


def _beats(strategy: dict[str, Any]) -> list[tuple[str, list[str]]]:
    return [(name, shapes) for name, shapes in strategy.items() if name not in ("name", "voice")]


def _shapes(
    strategy: dict[str, Any], slot: PlannedShot, inputs: WriteStoryInputs, *, is_solemn: bool = False
) -> list[str]:
    """A beat's shapes and its bare pools; a user's template borrows in the order of its beats."""
    file = cast(dict[str, Any], copy_file(inputs.template.slug) or copy_file(_GENERAL))
    pools: Ways = file["pools"]
    beat = _own_beat(slot, inputs)
    own: list[str] = strategy[beat]
    if slot.part:
        # The product is brought in once; afterwards the world speaks.
        own = [shape for shape in own if not any(f"{{{name}}}" in shape for name in _NAMES)]
    bare = [_BARE.get(pool, f"{{{pool}}}.") for pool in pools[beat]]
    if is_solemn:
        return bare
    return list(dict.fromkeys([*own, *bare]))


def _own_beat(slot: PlannedShot, inputs: WriteStoryInputs) -> str:
    """The beat, or that of the general way of telling which stands where it does."""
    pools: Ways = cast(dict[str, Any], copy_file(inputs.template.slug) or copy_file(_GENERAL))["pools"]
    beats, names = [beat.name for beat in inputs.template.beats], list(pools)
    at = min(beats.index(slot.beat) * len(names) // len(beats), len(names) - 1)
    return slot.beat if slot.beat in pools else names[at]


def _giveaways(reading: Reading) -> frozenset[str]:
    """Words that name the product before its time."""
    noun = reading.noun_phrase.split()[-1:] if reading.noun_phrase else []
    return frozenset(words_of(f"{reading.brand} {' '.join(noun)}") - {"the", "of", "and"})
