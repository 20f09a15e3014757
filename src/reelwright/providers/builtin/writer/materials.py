"""What the brief itself gives to the copy: product, brand, audience, promise, claims, numbers, place, as slots."""

import random
import re
from functools import lru_cache
from zlib import crc32

from reelwright.film.writing import WriteStoryInputs
from reelwright.providers.builtin.writer.addressed import audience_in, one_of
from reelwright.providers.builtin.writer.analyse import Reading
from reelwright.providers.builtin.writer.counts import number_of
from reelwright.providers.builtin.writer.offers import date_of, offer_of
from reelwright.providers.builtin.writer.phrasing import of_many
from reelwright.providers.builtin.writer.product_name import is_plural, short_name, written_brand
from reelwright.providers.builtin.writer.promised import claims_in, problem_in, promise_in
from reelwright.providers.builtin.writer.tails import NO_NAMES, added_to
from reelwright.providers.builtin.writer.words import capitalised, copy_file, word_count
from reelwright.providers.builtin.writer.worlds import all_worlds, world_of

_GENERIC = "generic"
_PLACES = {
    "kitchen": "in the kitchen", "office": "at the desk", "street": "on the street", "cafe": "at the corner table",
    "gym": "in the gym", "mountain": "on the trail", "beach": "by the water", "field": "out in the open",
    "forest": "among the trees", "bedroom": "in the bedroom", "bathroom": "at the mirror", "shop": "in the shop",
    "living_room": "in the living room", "restaurant": "at the table", "train": "on the train", "farm": "on the farm",
}  # fmt: skip
_TIMES = {
    "dawn": "at first light", "morning": "in the morning", "golden hour": "in the last sun", "dusk": "at dusk",
    "night": "at night", "day": "at noon",
}  # fmt: skip


def materials(inputs: WriteStoryInputs, reading: Reading, dice: random.Random, seed: int = 1) -> dict[str, str]:
    """The slots that the brief can fill; a slot it cannot fill is missing or empty."""
    words = _words(inputs, reading, dice, seed)
    return {slot: _with_capitals(said, reading.prompt) for slot, said in words.items()}


def _with_capitals(text: str, prompt: str) -> str:
    """The text with capitals where English wants them: ``Thai massage``, but ``nail polish``."""
    wanted = {word for word in _proper() if word not in _EITHER or capitalised(word) in prompt}
    return re.sub(r"\b[a-z]{4,}\b", lambda found: capitalised(found[0]) if found[0] in wanted else found[0], text)


_EITHER = ("polish", "march")
"""Words that mean something else with a small letter."""


@lru_cache(maxsize=1)
def _proper() -> frozenset[str]:
    return frozenset((copy_file("proper") or {}).get("words", ()))


def _words(inputs: WriteStoryInputs, reading: Reading, dice: random.Random, seed: int) -> dict[str, str]:
    many = is_plural(reading)
    name = short_name(reading)
    return {
        "name": name,
        "question": reading.spoken if reading.is_question else "",
        "offer": offer_of(reading),
        "date": "" if reading.is_question else date_of(reading),
        "brand": written_brand(reading.brand),
        "actor": name if reading.brand or many or name.startswith("the ") else "",
        "noun": _noun(reading),
        "thing": thing(reading),
        "it": "them" if many else "it",
        "they": "they" if many else "it",
        "is": "are" if many else "is",
        "this": "these" if many else "this",
        "goes": "go" if many else "goes",
        "does_it": "do" if many else "does",
        "audience": "" if reading.audience.lower() in name.lower() else audience_in(reading),
        "one": one_of(reading),
        "place": _PLACES.get(reading.place, ""),
        "clock": _TIMES.get(reading.time, ""),
        "problem": _plain(problem_in(reading), 4),
        "number": (number := number_of(reading, dice)),
        **added_to(name, reading, number),
        "use": _use(reading, seed),
        **promise_in(reading, many=many),
        **claims_in(reading, dice, number),
    }


def _noun(reading: Reading) -> str:
    """What a brand sells, where the brief says so beside its name."""
    noun = reading.noun_phrase
    is_said = noun not in ("idea", *NO_NAMES) and noun.lower() not in reading.brand.lower()
    return noun if reading.brand and is_said and not reading.benefit.startswith(noun) else ""


def thing(reading: Reading) -> str:
    """The product by its head noun: ``the app``, ``the shoes``."""
    head = (reading.noun_phrase.split() or ["idea"])[-1]
    return f"the {head}"


def _plain(text: str, most: int) -> str:
    return text if text and word_count(text) <= most else ""


def _use(reading: Reading, seed: int) -> str:
    """What such a thing is for, as an order to the viewer; by the product's words, its kind, world or category."""
    if reading.mood == "solemn":
        return ""
    uses: dict[str, list[str]] = (copy_file("promises") or {}).get("use", {})
    words = reading.noun_phrase.lower().split()
    own_world, worlds = world_of(reading), all_worlds()
    world = own_world.name
    # What a world says is said of that world only: a "town" within a phrase is no meeting of the town.
    own = [" ".join(words[at:]) for at in range(len(words))]
    keys = (*(key for one in own for key in (one, one.removesuffix("s")) if key not in worlds), world)
    nothing: list[str] = worlds[world].get("use", [])
    found = next((uses[key] for key in keys if key in uses), nothing)
    found = [said for one in found if (said := of_many(one) if is_plural(reading) and own_world.names_product else one)]
    order = sorted(found, key=lambda one: crc32(f"{reading.prompt} {one}".encode()))
    is_own = reading.call and world == _GENERIC
    return (
        order[seed % len(order)] if order and not is_own and not re.match(r"(?:sell|stop|quit)\b", reading.call) else ""
    )
