"""Stage 1: title, arc, subject and spoken lines."""

import re

from reelwright.film.story import Line, Story, Subject
from reelwright.film.writing import WriteStoryInputs
from reelwright.providers.builtin.writer.analyse import Reading, analyse
from reelwright.providers.builtin.writer.casting import describe_person, pronouns
from reelwright.providers.builtin.writer.end_card import end_card
from reelwright.providers.builtin.writer.lines import speak
from reelwright.providers.builtin.writer.naming import narrative_of, title_of
from reelwright.providers.builtin.writer.premise import plural_hero
from reelwright.providers.builtin.writer.where import ground_of
from reelwright.providers.builtin.writer.words import capitalised, found

_LABEL_CHARACTERS = 16


def tell(inputs: WriteStoryInputs, seed: int) -> Story:
    """The story of a brief."""
    reading = analyse(inputs.prompt)
    person = describe_person(reading, seed)
    product = "" if reading.is_story else describe_product(reading)
    pronoun = "they" if reading.is_story and plural_hero(reading.hero) else pronouns(person)[1]
    composer = speak(inputs, reading, seed, pronoun)
    lines = [draft.text for draft in composer.lines]
    brand, line = end_card(reading)
    return Story(
        title=title_of(reading, composer, pronoun),
        narrative=narrative_of(inputs, reading, composer, _setting(reading), pronoun),
        subject=Subject(
            type="character" if reading.is_story else "both",
            character_description=person,
            product_description=product,
            character_arc=f"from {inputs.template.beats[0].emotion} to {inputs.template.beats[-1].emotion}",
        ),
        lines=tuple(Line(beat=slot.beat, text=text) for slot, text in zip(inputs.plan, lines, strict=True)),
        setting=_setting(reading),
        brand=brand,
        call_to_action=line,
    )


def describe_product(reading: Reading) -> str:
    """Size, material, colour and finish; lettered with its own name."""
    label = (reading.brand or _label(reading)).upper()
    look = str(reading.facts["look"]).format(noun=reading.noun_phrase)
    if reading.mood == "solemn" and not reading.brand:
        # Nobody letters a helpline on a cup.
        return capitalised(f"{look}.")
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


def _setting(reading: Reading) -> str:
    drawn = ground_of(reading, "").main.slug if reading.is_story and not reading.place else ""
    place = reading.place or drawn or str(reading.facts["place"])
    time = reading.time or ("day" if reading.is_story else str(reading.facts["time"]))
    weather = next(iter(found(reading.prompt, ("rain", "rainy", "snow", "snowy", "fog", "foggy", "storm"))), "")
    return f"{place.replace('_', ' ')}, {time}" + (f", {weather}" if weather else "")
