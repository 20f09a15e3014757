"""Stage 1: title, arc, subject and spoken lines."""

import random
import re
from typing import Any

from reelwright.film.story import Line, Narrative, Story, Subject
from reelwright.film.writing import WriteStoryInputs
from reelwright.providers.builtin.writer.analyse import Reading, analyse
from reelwright.providers.builtin.writer.casting import describe_person, pronouns
from reelwright.providers.builtin.writer.lines import speak
from reelwright.providers.builtin.writer.words import capitalised, found, sentence

_SMALL_WORDS = {
    "a",
    "an",
    "the",
    "of",
    "for",
    "to",
    "in",
    "on",
    "at",
    "and",
    "that",
    "with",
    "from",
    "his",
    "her",
    "by",
}
_LABEL_CHARACTERS = 16


def tell(inputs: WriteStoryInputs, seed: int) -> Story:
    """The story of a brief."""
    reading = analyse(inputs.prompt)
    person = describe_person(reading, seed)
    product = "" if reading.is_story else describe_product(reading)
    composer = speak(inputs, reading, seed, pronouns(person)[1])
    lines = [draft.text for draft in composer.lines]
    return Story(
        title=_title(reading, seed),
        narrative=_narrative(inputs, reading),
        subject=Subject(
            type="character" if reading.is_story else "both",
            character_description=person,
            product_description=product,
            character_arc=f"from {inputs.template.beats[0].emotion} to {inputs.template.beats[-1].emotion}",
        ),
        lines=tuple(Line(beat=slot.beat, text=text) for slot, text in zip(inputs.plan, lines, strict=True)),
        setting=_setting(reading),
    )


def describe_product(reading: Reading) -> str:
    """Size, material, colour and finish; lettered with its own name."""
    label = (reading.brand or _label(reading)).upper()
    look = str(reading.facts["look"]).format(noun=reading.noun_phrase)
    return capitalised(f'{look}, lettered "{label}".')


def _label(reading: Reading) -> str:
    """As much of the product's own name as fits on a label."""
    named = re.search(r"\b(?:capturing|of|called)\s+(\w+)\s+(\w+)", reading.prompt)
    words = reading.noun_phrase.removeprefix("new ").split()
    if reading.kind == "perfume" and named and len(named.group(1)) > 3:
        words = [named.group(1), named.group(2)]
    while len(" ".join(words)) > _LABEL_CHARACTERS and len(words) > 1:
        words = words[1:]
    return " ".join(words)[:_LABEL_CHARACTERS]


def _title(reading: Reading, seed: int) -> str:
    dice = random.Random(f"title {seed} {reading.prompt}")
    facts: dict[str, Any] = reading.facts
    if reading.is_story:
        hero = _titled(reading.hero)
        time = {"night": "Night", "golden hour": "Sunset", "dawn": "First Light", "dusk": "Dusk"}.get(reading.time, "")
        return dice.choice(
            [
                f"{hero} at {time}" if time else f"{hero}, One Day",
                f"The Way of {hero}" if hero[:4] != "The " else f"{hero}'s Hour",
            ]
        )
    name = reading.brand or _titled(reading.noun_phrase)
    if reading.call:
        return _titled(reading.call)
    return dice.choice(
        [f"{name}: {_titled(str(dice.choice(facts['senses'])))}", f"{name}: {_titled(str(dice.choice(facts['joys'])))}"]
    )


def _titled(text: str) -> str:
    words = re.sub(r"[.,]", "", text).split()
    return " ".join(
        word if index and word.lower() in _SMALL_WORDS else capitalised(word) for index, word in enumerate(words)
    )


def _setting(reading: Reading) -> str:
    place = reading.place or ("field" if reading.is_story else str(reading.facts["place"]))
    time = reading.time or ("day" if reading.is_story else str(reading.facts["time"]))
    weather = next(iter(found(reading.prompt, ("rain", "rainy", "snow", "snowy", "fog", "foggy", "storm"))), "")
    return f"{place.replace('_', ' ')}, {time}" + (f", {weather}" if weather else "")


def _narrative(inputs: WriteStoryInputs, reading: Reading) -> Narrative:
    beats = inputs.template.beats
    who = (
        reading.hero if reading.is_story else f"someone among {reading.audience}" if reading.audience else "one person"
    )
    logline = (
        reading.prompt if reading.is_story else f"{who} finds, in an ordinary hour, what {reading.name} can change"
    )
    first, second, third, last = (
        sentence(beat.purpose) for beat in (beats[0], beats[len(beats) // 3], beats[-2], beats[-1])
    )
    return Narrative(
        logline=sentence(logline),
        setup=f"{capitalised(_setting(reading))}. {first}",
        development=second,
        climax=third,
        resolution=last,
    )
