"""Where and when the shots play: one place, or two where the story moves from its trouble or its start to its goal."""

import re
from dataclasses import dataclass, replace
from typing import Any

from reelwright.film.writing import BreakIntoShotsInputs, PlannedShot
from reelwright.providers.builtin.writer.analyse import Reading
from reelwright.providers.builtin.writer.words import found, lexicon

_GOES_THERE = re.compile(
    r"\b(?:fl(?:y|ies|ew)|travel\w*|goes|go|trip|journey\w*|rides?|riding|walks?|runs?|races?|sails?|rows?|drives?|climbs?|"
    r"moves?|returns?|returning|back|way|comes?|rocket|escapes?|wanders?|hikes?|heads?|marches|crosses)\b",
    re.IGNORECASE,
)
_NOODLE_BAR = re.compile(r"\b(ramen|noodle|udon|pho) (?:shop|bar|house|place|restaurant|kitchen|joint|stand)\b")
_HERO_TEMPLATE = "heros-journey"
_WITH_THEIR_TROUBLE = ("clinic", "restaurant")
"""Places to which people bring what troubles them."""


@dataclass(frozen=True)
class Spot:
    """A place as sentences need it."""

    slug: str
    where: str
    """``the kitchen``."""
    at: str
    """``in the kitchen``."""
    through: str
    """``through the kitchen``."""
    surface: str
    far: str
    view: str
    outside: bool
    own: str = ""
    """The story's own word for it, where that is another one: ``lighthouse``."""


@dataclass(frozen=True)
class Ground:
    """The places of a film."""

    main: Spot
    trouble: Spot
    start: Spot

    def spot_of(self, slot: PlannedShot) -> Spot:
        """Where a shot plays: never back and forth, only from a beginning to the place of the film."""
        beginnings = lexicon("sets")["beginnings"]
        if slot.beat in beginnings["beats"]:
            return self.trouble
        return self.start if slot.beat in beginnings["starts"] else self.main


def ground_of(reading: Reading, template: str) -> Ground:
    """The places of a film: what the brief says, else where its people are at home, else where the product lives."""
    if reading.is_story:
        spot = _story_spot(reading)
        return Ground(spot, spot, spot)
    sets = lexicon("sets")
    facts = reading.facts
    lives = str(sets["kind_places"].get(reading.kind) or facts.get("place", "living_room"))
    said = reading.place if reading.place in sets["place"] else ""
    haunt = _haunt(reading)
    if reading.category == "auto" and haunt and not spot_named(haunt).outside and spot_named(lives).outside:
        # Nobody drives through a living room.
        haunt = ""
    # A ramen shop is a place to eat.
    main = (
        (said if (said, haunt) != ("shop", "restaurant") else haunt)
        or haunt
        or (lives if lives in sets["place"] else "living_room")
    )
    named = _NOODLE_BAR.search(reading.prompt.lower()) if main == "restaurant" else None
    if named:
        spot = _called(spot_named(main), f"{named[1]} {'shop' if named[1] == 'ramen' else 'bar'}")
        return Ground(spot, spot, spot)
    if template != _HERO_TEMPLATE:
        trouble = main if main in _WITH_THEIR_TROUBLE else told_place(_told(facts.get("trouble"))) or main
        return Ground(spot_named(main), spot_named(trouble), spot_named(main))
    main = main if said else sets["far_places"].get(main, main)
    start = sets["beginnings"]["from"].get(main, main)
    return Ground(spot_named(main), spot_named(start), spot_named(start))


def _called(spot: Spot, name: str) -> Spot:
    """The place by the brief's own word for it, drawn as what it is."""
    return replace(spot, where=f"the {name}", at=f"in the {name}", through=f"through the {name}", own=name,
                   surface="the wooden counter")  # fmt: skip


def spot_named(slug: str) -> Spot:
    """The place of a slug."""
    entry: dict[str, Any] = lexicon("sets")["place"][slug]
    return Spot(slug=slug, **entry)


def told_place(text: str) -> str:
    """The place that things in an action tell of; empty where they tell of none."""
    words: dict[str, list[str]] = lexicon("sets")["telltales"]
    owner = {word: place for place, tell in words.items() for word in tell}
    hits = found(text, owner)
    return owner[hits[0]] if hits else ""


def time_of(reading: Reading, inputs: BreakIntoShotsInputs, index: int) -> str:
    """A time the brief states holds, moving at most a little; else the light moves with the beats."""
    arcs: dict[str, list[str]] = lexicon("sets")["arcs"]
    own = str(reading.facts.get("time", "day"))
    if reading.time:
        arc = arcs.get(f"stated {reading.time}", [reading.time])
    elif reading.is_story:
        arc = arcs["stated golden hour"]
    elif reading.facts.get("place") == "studio" and not reading.place and not _haunt(reading):
        arc = [own]
    else:
        arc = arcs.get(inputs.template, [own])
    return arc[min(len(arc) - 1, round(index * (len(arc) - 1) / max(1, len(inputs.plan) - 1)))]


def _told(text: object) -> str:
    return " ".join(str(one) for one in text) if isinstance(text, list) else str(text or "")  # pyright: ignore[reportUnknownVariableType,reportUnknownArgumentType]


def _haunt(reading: Reading) -> str:
    haunts: dict[str, list[str]] = lexicon("sets")["haunts"]
    owner = {word: place for place, words in haunts.items() for word in words}
    hits = found(reading.prompt, owner)
    return owner[hits[-1]] if hits else ""


def _story_spot(reading: Reading) -> Spot:
    """The story's own word for its place, drawn as the place that is nearest to it."""
    sets = lexicon("sets")
    known_places: dict[str, list[str]] = sets["story_places"]
    words = found(reading.prompt, known_places)
    if not _GOES_THERE.search(reading.prompt):
        # Who writes to the moon stays at home.
        words = [word for word in words if not re.search(rf"\bto the {re.escape(word)}\b", reading.prompt.lower())]
    known = reading.place if reading.place in sets["place"] else ""
    if words:
        # A garden on Mars is on Mars.
        words.sort(key=lambda word: known_places[word][2] != "space")
        at, through, slug = known_places[words[0]]
        spot = spot_named(slug)
        where = re.sub(r"^\w+ ", "", at)
        own = "" if words[0].rstrip("s") in spot.where else words[0]
        return replace(spot, where=where, at=at, through=through, own=own)
    hero = reading.hero.removeprefix("the ")
    about: dict[str, list[str]] = sets["thing_places"]
    owner = {word: slug for slug, named in about.items() for word in named}
    things = found(reading.prompt, owner)
    by_thing = owner[things[0]] if things else "field"
    own = hero if hero in sets["hero_places"] else hero.split(" ")[-1]
    at_home = sets["hero_places"].get(own, by_thing)
    goes_out = spot_named(by_thing).outside and bool(things)
    return spot_named(known or (by_thing if goes_out else at_home))
