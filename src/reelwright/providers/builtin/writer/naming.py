"""What a film is called and how its story is summed up: from its own images, in the third person."""

import random
import re

from reelwright.film.story import Narrative
from reelwright.film.writing import WriteStoryInputs
from reelwright.providers.builtin.writer.addressed import one_of
from reelwright.providers.builtin.writer.analyse import Reading
from reelwright.providers.builtin.writer.announcing import card_of, is_sold, is_told
from reelwright.providers.builtin.writer.composing import Composer, content
from reelwright.providers.builtin.writer.end_card import end_card
from reelwright.providers.builtin.writer.phrasing import Slots, Voice, with_article
from reelwright.providers.builtin.writer.premise import premise
from reelwright.providers.builtin.writer.retelling import retold
from reelwright.providers.builtin.writer.titles import titles_of
from reelwright.providers.builtin.writer.words import capitalised, sentence, titled, uncapitalised

_LONGEST_TITLE, _LONGEST_IMAGE = 6, 4


def title_of(reading: Reading, composer: Composer, pronoun: str) -> str:
    """A title out of the film's own images; a brand may lead it."""
    dice = random.Random(f"title {composer.seed} {reading.prompt}")
    if reading.is_story and reading.language == "en" and (heads := titles_of(retold(reading))):
        return titled(dice.choice(heads))
    if is_told(reading):
        name, line = (end_card(reading)[0], "") if is_sold(reading) else card_of(reading)
        return titled(name or line)
    said = content(" ".join(draft.text for draft in composer.lines))
    slots = Slots(Voice(pronoun), composer.slots.words)
    # A world without titles is called by what it would say last.
    shelf = next((name for name in ("title", "tag") if composer.world.layers[0].get(name)), "end")
    shelves = [[titled(slots.fill(one)) for one in layer.get(shelf, ())] for layer in composer.world.layers]
    short = [[one for one in own if len(one.split()) <= _LONGEST_TITLE] for own in shelves]
    own = next(some for some in (*short, *shelves, [""]) if some)
    told = [one for one in (*own, *_images(composer), *_named(reading)) if content(one) & said]
    title = dice.choice(told or own)
    brand = composer.slots.words.get("brand", "")
    if brand and dice.random() < 0.3 and brand.lower() not in title.lower():
        return f"{brand}: {title}"
    return title


def _images(composer: Composer) -> list[str]:
    """Noun phrases that were spoken and can stand alone."""
    spoken = [one for draft in composer.lines for one in draft.fragments if "{" not in one and "," not in one]
    nouns = {one for layer in composer.world.layers for pool in ("trace",) for one in layer.get(pool, ())}
    return [titled(one) for one in spoken if one in nouns and 2 <= len(one.split()) <= _LONGEST_IMAGE]


def _named(reading: Reading) -> list[str]:
    """What a story names: ``The Glowing Fox``."""
    if not reading.is_story:
        return []
    found = premise(reading)
    if not found["deed"]:
        return []
    return [titled(found[part]) for part in ("object", "goal") if 1 < len(found[part].split()) <= 3]


def narrative_of(
    inputs: WriteStoryInputs, reading: Reading, composer: Composer, setting: str, pronoun: str
) -> Narrative:
    """What happens in this film, in four movements under one logline."""
    slots = Slots(Voice(pronoun), composer.slots.words)
    told = [slots.fill(draft.raw) if draft.raw else draft.text for draft in composer.lines]
    middle = max(1, len(told) // 2)
    second, third = told[1:middle], told[middle:-1]
    place = f"{capitalised(setting)}."
    if reading.is_story:
        return Narrative(
            logline=_logline(reading) or told[0], setup=f"{place} {told[0]}", development=" ".join(second) or told[0],
            climax=" ".join(third[-2:]) or told[-1], resolution=told[-1],
        )  # fmt: skip
    named = (
        composer.slots.words["named"]
        or composer.slots.words["name"]
        or uncapitalised(reading.call or reading.spoken).rstrip(" .!?")
    )
    who = "" if one_of(reading) in told[0].lower() else one_of(reading)
    return Narrative(
        logline=f"{_scene(who, setting)}. {told[0]} Then: {named}.",
        setup=f"{place} {told[0]}",
        development=" ".join(second) or told[0],
        climax=f"It turns on {named}. {third[-1] if third else told[-1]}",
        resolution=f"It rests on the last words: “{composer.lines[-1].text}”",
    )


_HOURS = {
    "day": "by day",
    "morning": "in the morning",
    "golden hour": "in the last sun",
    "afternoon": "in the afternoon",
    "evening": "in the evening",
}


def _scene(who: str, setting: str) -> str:
    """Who is seen where and when: ``A busy mom in a living room at dusk``."""
    place, time, *_ = setting.split(", ")
    where = f"{with_article(place)} {_HOURS.get(time, f'at {time}')}"
    return capitalised(f"{who} {'on' if place in _OPEN else 'in'} {where}" if who else where)


_OPEN = ("mountain", "beach", "street", "farm", "stage", "trail", "train", "boat", "rooftop", "balcony")
"""Places that one is on."""


def _logline(reading: Reading) -> str:
    """The premise in one sentence, its verb in the present; empty where the brief has no word."""
    told = retold(reading)
    return sentence(told) if re.search(r"\w", told) else ""
