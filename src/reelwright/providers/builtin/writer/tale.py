"""The spoken lines of a story that sells nothing: its own premise, told in a way that suits its things and places."""

import random
import re
from typing import Any, cast

from reelwright.film.writing import WriteStoryInputs
from reelwright.providers.builtin.writer.analyse import Reading
from reelwright.providers.builtin.writer.composing import Composer, Draft
from reelwright.providers.builtin.writer.phrasing import SLOT, Slots, Voice
from reelwright.providers.builtin.writer.premise import plural_hero, premise
from reelwright.providers.builtin.writer.words import copy_file, found, sentence
from reelwright.providers.builtin.writer.worlds import POOLS, World, all_worlds, merged

_PREMISE = ("deed", "goal", "object", "path")
"""What the prompt itself tells is told rather than what any story may tell."""
_CUTS = ("in", "on", "at", "above", "under", "through", "across", "to", "by", "along", "near", "over", "with")
_PARTS = ("opening", "complication", "turn", "close")
_SPARE = {
    "opening": ("{still}.", "{still}. {still2}."),
    "complication": ("{effort}.", "{still}."),
    "turn": ("{turn}.", "{effort}."),
    "close": ("{end}.", "{turn}."),
}


def narrate(inputs: WriteStoryInputs, reading: Reading, seed: int, pronoun: str = "she") -> Composer:
    """The words of a story: one draft per planned shot, in four movements."""
    dice = random.Random(f"tale {seed} {reading.prompt}")
    themes = _themes(reading)
    slots = Slots(Voice(), premise(reading))
    composer = Composer(_world(themes), slots, dice, seed=seed, prompt=reading.prompt, strays=0.0)
    strategy = _strategy(themes, composer)
    third = "they" if plural_hero(reading.hero) else pronoun
    slots.voice = Voice(third if strategy["voice"] == "third" else "I")
    for index, slot in enumerate(inputs.plan):
        part = _PARTS[min(3, round(index * 3 / max(1, len(inputs.plan) - 1)))]
        # The lead and what it does come first: no story begins without its own.
        told = [shape for shape in (*strategy[part], "{hero} {deed}.") if "{hero}" in shape and "{deed}" in shape]
        first = composer.compose(told, slot.max_words, prefers=_PREMISE, most=1) if index == 0 else None
        if index == 0 and not first:
            first = _as_written(reading, slot.max_words)
        draft = first or composer.compose(strategy[part], slot.max_words, prefers=_PREMISE, most=2)
        draft = draft or composer.compose(list(_SPARE[part]), slot.max_words)
        composer.keep(
            draft or composer.compose(["{still}.", "{end}."], slot.max_words) or Draft(sentence("silence"), (), ())
        )
    return composer


def _as_written(reading: Reading, room: int) -> Draft | None:
    """The prompt itself, cut before a preposition, with fewer articles where the room is small."""
    text = re.split(r"[.!?,;]", reading.spoken)[0]
    bare = re.sub(r"\b(?:a|an|the|her|his|their)\s+(?=\w+ (?:and|\w+ a)\b)", "", text, flags=re.IGNORECASE)
    for words in (text.split(), bare.split()):
        ends = [len(words), *(at for at in range(len(words) - 1, 1, -1) if words[at] in _CUTS)]
        end = next((at for at in ends if at <= room), 0)
        if end > 2 - (end == len(words)) and re.search(r"[A-Za-z]{3}", text):
            return Draft(sentence(" ".join(words[:end])), (), ())
    return None


def _themes(reading: Reading) -> list[str]:
    """The themes a prompt calls, the one with most words first."""
    entries = all_worlds("tales")
    # A name is no theme: Red Riding Hood has no horse.
    text = reading.prompt if reading.hero.startswith("the ") else reading.prompt.replace(reading.hero, " ")
    calls = {name: len(found(text, entry.get("words", ()))) for name, entry in entries.items()}
    return sorted((name for name, count in calls.items() if count), key=lambda name: -calls[name])


def _world(themes: list[str]) -> World:
    """What the called themes hold together, above what fits any story."""
    entries = all_worlds("tales")
    layers = [merged([entries[name] for name in themes])] if themes else []
    return World(" ".join(themes), (*layers, merged([entries["anything"]])))


def _strategy(themes: list[str], composer: Composer) -> dict[str, Any]:
    file = cast(dict[str, Any], copy_file("tales"))
    fitting = [one for one in file["strategy"] if not one.get("genres") or set(one["genres"]) & set(themes)]
    able = [one for one in fitting if all(_usable(one[part], composer) for part in _PARTS)]
    order = sorted(able, key=lambda one: random.Random(f"way {composer.prompt} {one['name']}").random())
    return order[composer.seed % len(order)]


def _usable(shapes: list[str], composer: Composer) -> bool:
    return any(
        all(slot.rstrip("23") in POOLS or composer.is_known(slot) for slot in SLOT.findall(shape)) for shape in shapes
    )
