"""A described scene as a shot list: its own sentences first, and between them what a film shows besides."""

import random
import re
from dataclasses import dataclass, field
from typing import Any

from reelwright.film.base import derived_seed
from reelwright.film.scenario import (
    CharacterDraft,
    PatternShot,
    ScenarioDraft,
    ScenarioShotDraft,
    TimeOfDay,
    WriteScenarioInputs,
    shot_type_of,
)
from reelwright.film.shot import Angle, Framing, Movement
from reelwright.providers.builtin.writer.analyse import Reading, analyse, ruled
from reelwright.providers.builtin.writer.scene_people import Company, Somebody, describe, named_hero
from reelwright.providers.builtin.writer.scene_place import Place, place_of, time_of
from reelwright.providers.builtin.writer.scene_units import Unit, joined, split, units_of
from reelwright.providers.builtin.writer.story import describe_product
from reelwright.providers.builtin.writer.words import capitalised, found, lexicon, uncapitalised

WORDS_PER_S, SILENCE_S = 2.2, 1.4
"""How fast dialogue is spoken unhurriedly, and the silence around it."""
_SIZES: dict[str, tuple[Framing, ...]] = {
    "view": (Framing.WIDE, Framing.EXTREME_WIDE),
    "large": (Framing.WIDE, Framing.MEDIUM_WIDE, Framing.EXTREME_WIDE),
    "thing": (Framing.CLOSE_UP, Framing.MEDIUM, Framing.INSERT),
    "act": (Framing.MEDIUM_WIDE, Framing.MEDIUM, Framing.MEDIUM_CLOSE, Framing.WIDE),
    "hands": (Framing.MEDIUM_CLOSE, Framing.INSERT, Framing.MEDIUM, Framing.CLOSE_UP),
    "speech": (Framing.MEDIUM_CLOSE, Framing.CLOSE_UP, Framing.MEDIUM),
    "detail": (Framing.INSERT, Framing.EXTREME_CLOSE_UP),
    "face": (Framing.CLOSE_UP, Framing.EXTREME_CLOSE_UP),
    "seen": (Framing.MEDIUM, Framing.MEDIUM_WIDE),
    "over": (Framing.MEDIUM, Framing.MEDIUM_CLOSE),
    "together": (Framing.MEDIUM, Framing.MEDIUM_WIDE),
    "leave": (Framing.WIDE, Framing.EXTREME_WIDE),
}
"""Sizes in which each kind of shot can be seen, the usual one first."""
_TOGETHER = (Framing.MEDIUM, Framing.MEDIUM_WIDE, Framing.WIDE)
_BETWEEN = ("detail", "face", "seen", "over")
_LENGTHS = {"view": 1.0, "leave": 1.0, "face": -0.5, "detail": -0.5, "act": 0.0}


@dataclass
class _Slot:
    """A shot being planned."""

    kind: str
    text: str
    people: tuple[Somebody, ...] = ()
    unit: Unit | None = None


@dataclass
class _Scene:
    """What the writer knows of the scene, and what it has shown."""

    inputs: WriteScenarioInputs
    reading: Reading
    seed: int
    company: Company
    place: Place
    time: TimeOfDay
    product: str = ""
    """What is shown for sale, in forensic words."""
    told: set[str] = field(default_factory=set[str])

    @property
    def dice(self) -> random.Random:
        return random.Random(f"scene/{self.seed}/{self.inputs.prompt}/{len(self.told)}")


def draft_scenario(inputs: WriteScenarioInputs, seed: int) -> ScenarioDraft:
    """The shot list of a described scene, one shot for each set-up that is asked for."""
    reading = analyse(inputs.prompt)
    company = Company([hero] if (hero := named_hero(reading)) else [])
    units = units_of(inputs.prompt, company)
    scene = _Scene(inputs, reading, seed, company, place_of(inputs.prompt, reading), time_of(inputs.prompt))
    scene.product = _product(scene)
    style = inputs.style.slug if inputs.style else ""
    given = {one.name.lower(): one.description for one in inputs.cast if one.description}
    cast = [
        CharacterDraft(
            name=one.name, description=given.get(one.name.lower()) or describe(one, reading, style, seed, at)[:500]
        )
        for at, one in enumerate(company.known)
    ]
    slots = _filled(scene, _fitted(units, len(inputs.set_ups)), len(inputs.set_ups))
    shots = _shot_drafts(scene, slots)
    return ScenarioDraft(
        title=_title(scene),
        characters=tuple(cast[:8]),
        soundtrack_mood=_music(scene),
        product_description=scene.product,
        shots=tuple(shots),
    )


def _fitted(units: list[Unit], count: int) -> list[Unit]:
    """At most so many units: the two shortest neighbours become one until they fit."""
    units = list(units)
    while len(units) > count:
        pairs = range(len(units) - 1)
        at = min(pairs, key=lambda at: _strain(units[at], units[at + 1]))
        units[at : at + 2] = [joined(units[at], units[at + 1])]
    return units


def _strain(one: Unit, other: Unit) -> int:
    """How badly two belong into one shot: what is long, what other people do, and two who speak."""
    speak = bool(one.lines) and bool(other.lines) and one.subject is not other.subject
    return len(one.text) + len(other.text) + 40 * (one.subject is not other.subject) + 200 * speak


def _filled(scene: _Scene, units: list[Unit], count: int) -> list[_Slot]:
    """The units as shots, with what is shown before, between and after them, up to the number wanted."""
    slots = [_Slot(unit.kind, unit.text, unit.people, unit) for unit in units]
    missing = count - len(slots)
    if missing > 0 and (not slots or slots[0].kind != "view"):
        slots.insert(0, _Slot("view", _view(scene)))
        missing -= 1
    if missing > 2:
        slots, missing = _with_splits(slots, missing)
    if missing > 0 and len(slots) > 1:
        lead = next((slot.people[0] for slot in reversed(slots) if slot.people), None)
        slots.append(_Slot("leave", _leave(scene, lead), (lead,) if lead else ()))
        missing -= 1
    for number in range(missing):
        _insert_between(scene, slots, number)
    return slots[:count]


def _with_splits(slots: list[_Slot], missing: int) -> tuple[list[_Slot], int]:
    """Sentences that tell two deeds become two shots, while at least two are left to be shown between."""
    kept: list[_Slot] = []
    for slot in slots:
        parts = split(slot.unit) if slot.unit and missing > 2 else []
        if len(parts) == 2:
            kept += [_Slot(part.kind, part.text, part.people, part) for part in parts]
            missing -= 1
        else:
            kept.append(slot)
    return kept, missing


def _insert_between(scene: _Scene, slots: list[_Slot], number: int) -> None:
    """One more shot where the list is thinnest: a detail, a face, what is seen, over a shoulder."""
    order = sorted(range(len(slots)), key=lambda at: (_crowding(slots, at), (at * 7 + number * 3) % max(1, len(slots))))
    for at in order:
        for turn in range(len(_BETWEEN)):
            kind = _BETWEEN[(number + turn) % len(_BETWEEN)]
            made = _between(scene, kind, slots[at], slots)
            if made is not None and not _is_beside(slots, at, kind):
                slots.insert(at + 1, made)
                return
    slots.insert(len(slots) - 1 if len(slots) > 1 else 1, _filler(scene, number))


def _filler(scene: _Scene, number: int) -> _Slot:
    """Where nobody and nothing is left to show: the thing that is sold, else the place in another of its parts."""
    thing = scene.product.split(",")[0].split(" of ")[0].lower()
    pools = lexicon("scene")["place"]
    if thing and (text := _said(scene, pools["product"], thing=f"the {thing}")):
        return _Slot(("thing", "detail")[number % 2], text)
    text = _said(scene, pools["empty"]) or _said(scene, pools["more"])
    return _Slot(("thing", "view")[number % 2], text or f"{capitalised(scene.place.called)}, held for moment {number}.")


def _is_beside(slots: list[_Slot], at: int, kind: str) -> bool:
    near = slots[max(0, at) : at + 2]
    return any(slot.kind == kind for slot in near)


def _crowding(slots: list[_Slot], at: int) -> int:
    """How many shots that the description does not tell stand around a place already."""
    around = slots[max(0, at - 1) : at + 3]
    return sum(slot.unit is None for slot in around) + 3 * (slots[at].kind == "leave") + (slots[at].kind == "view")


def _between(scene: _Scene, kind: str, after: _Slot, slots: list[_Slot]) -> _Slot | None:
    """What is shown after a shot; None where there is nothing of that kind to show, or all of it was shown."""
    thing = next((one for one in _things(after, slots) if one not in scene.told), "")
    lead = after.people[0] if after.people else None
    other = next((one for one in scene.company.known if lead is not None and one is not lead), None)
    words = lexicon("scene")
    if kind == "detail" and thing:
        number = "many" if thing.endswith("s") and not thing.endswith("ss") else "one"
        scene.told.add(thing)
        return _slot("detail", _said(scene, words["details"][number], thing=thing), ())
    if kind == "face" and lead:
        toward = other.called if other and other in after.people else thing or scene.place.called
        return _slot("face", _said(scene, words["faces"][_mood(scene)], who=lead, toward=toward), (lead,))
    if kind == "seen" and lead and (thing or other):
        pool = words["seen"]["thing" if thing else "person"]
        text = _said(scene, pool, who=lead, thing=thing, other=other)
        return _slot("seen", text, (other,) if other and not thing else ())
    if kind == "over" and lead and other and other in after.people:
        return _slot("over", _said(scene, words["over"]["person"], who=lead, other=other), (lead, other))
    return None


def _slot(kind: str, text: str, people: tuple[Somebody, ...]) -> _Slot | None:
    return _Slot(kind, text, people) if text else None


def _things(after: _Slot, slots: list[_Slot]) -> tuple[str, ...]:
    """Those of the shot itself, then those that were seen before it, the latest first."""
    shown = [slot.unit.things for slot in slots[: slots.index(after) + 1] if slot.unit]
    return tuple(thing for things in reversed(shown) for thing in things)


def _said(
    scene: _Scene,
    pool: list[str],
    *,
    who: Somebody | None = None,
    other: Somebody | None = None,
    thing: str = "",
    toward: str = "",
) -> str:
    """A sentence of a pool, filled, that was not told before; empty where all were."""
    words = lexicon("scene")
    plural = thing.endswith("s") and not thing.endswith("ss")
    slots = {
        "who": capitalised(who.called) if who else "",
        "who_mid": who.called if who else "",
        "her": who.her if who else "",
        "other": other.called if other else "",
        "thing": capitalised(thing),
        "thing_mid": thing,
        "it": "them" if plural else "it",
        "its": "their" if plural else "its",
        "toward": toward,
        "place": scene.place.called,
        "place_cap": capitalised(scene.place.called),
        "by": words["by"][scene.time],
        "time_words": words["hours"][scene.time],
        "air": words["air"].get(scene.place.weather) or words["air"][scene.time],
    }
    filled = [(text, capitalised(text.format(**slots))) for text in pool]
    fresh = [one for one in filled if one[1] not in scene.told]
    # A way of saying it that no other thing was told in comes first.
    fresh = [one for one in fresh if one[0] not in scene.told] or fresh
    if not fresh:
        return ""
    template, told = scene.dice.choice(fresh)
    scene.told |= {template, told}
    return told


def _view(scene: _Scene) -> str:
    return _said(scene, lexicon("scene")["place"]["view"])


def _leave(scene: _Scene, lead: Somebody | None) -> str:
    return _said(scene, lexicon("scene")["leave"]["person" if lead else "place"], who=lead)


def _mood(scene: _Scene) -> str:
    moods: dict[str, list[str]] = lexicon("scene")["moods"]
    said = f"{scene.inputs.mood} {scene.reading.mood if not scene.reading.is_story else ''}".lower()
    named = next((name for name, words in moods.items() if any(word in said for word in words)), "")
    if named or scene.inputs.mood:
        return named or "plain"
    tells: dict[str, list[str]] = lexicon("scene")["tells"]
    return max(tells, key=lambda name: len(found(scene.inputs.prompt, tells[name]))) if _tells(scene) else "plain"


def _tells(scene: _Scene) -> bool:
    return bool(found(scene.inputs.prompt, [word for words in lexicon("scene")["tells"].values() for word in words]))


def _shot_drafts(scene: _Scene, slots: list[_Slot]) -> list[ScenarioShotDraft]:
    drafts: list[ScenarioShotDraft] = []
    before: tuple[Framing, Angle] | None = None
    sizes: list[Framing] = []
    for index, slot in enumerate(slots):
        set_up = _set_up(slot, scene.inputs.set_ups[index], before, sizes)
        before = (set_up.framing, set_up.angle)
        sizes.append(set_up.framing)
        drafts.append(_draft(scene, slot, set_up))
    return drafts


def _set_up(
    slot: _Slot, planned: PatternShot, before: tuple[Framing, Angle] | None, sizes: list[Framing]
) -> PatternShot:
    """The planned set-up where it shows this, else a size that does; never that of the shot before."""
    if slot.kind == "seen":
        return PatternShot(role="seen", framing=Framing.MEDIUM, angle=Angle.POV, movement=planned.movement)
    if slot.kind == "over":
        return PatternShot(role="over", framing=Framing.MEDIUM, angle=Angle.OVER_SHOULDER)
    allowed = _SIZES[slot.kind] if before else (*_SIZES[slot.kind], *_SIZES["view"])
    if len(slot.people) > 1 and slot.kind != "speech":
        allowed = tuple(size for size in (*allowed, *_TOGETHER) if size in _TOGETHER)
    turned = planned.angle not in (Angle.POV, Angle.OVER_SHOULDER) and not (planned.angle is Angle.TOP and slot.people)
    angle = planned.angle if turned else Angle.EYE_LEVEL
    fitting = [size for size in dict.fromkeys((planned.framing, *allowed)) if size in allowed]
    apart = [size for size in fitting if before is None or size is not before[0]]
    if planned.framing in apart:
        framing = planned.framing
    else:
        framing = min(apart or fitting, key=lambda size: (sizes.count(size), fitting.index(size)))
    if before == (framing, angle):
        angle = Angle.LOW if angle is not Angle.LOW else Angle.EYE_LEVEL
    movement = Movement.PULL_OUT if slot.kind == "leave" else planned.movement
    return PatternShot(role=planned.role, framing=framing, angle=angle, movement=movement)


def _draft(scene: _Scene, slot: _Slot, set_up: PatternShot) -> ScenarioShotDraft:
    style, words = scene.inputs.style, lexicon("scene")
    lines = slot.unit.lines if slot.unit else ()
    lens = f"{words['lenses'][set_up.framing.value]} lens"
    shot_type = shot_type_of(set_up.framing, set_up.angle)
    return ScenarioShotDraft(
        shot_type=shot_type,
        angle=set_up.angle,
        movement=_one_way(scene, set_up.movement),
        action=slot.text,
        lens=f"{lens}, {'deep focus' if set_up.framing in _SIZES['leave'] else 'shallow depth'}",
        lighting=style.light if style else words["light"][scene.time],
        place=_heading(scene, slot.text),
        time_of_day=scene.time,
        mood=(scene.inputs.mood or _mood(scene).replace("plain", "quiet"))[:60],
        duration_s=_length_s(slot, scene.inputs.pace_s, lines),
        characters=tuple(one.name for one in slot.people[:6]),
        dialogue=lines,
    )


def _heading(scene: _Scene, text: str) -> str:
    elsewhere: dict[str, list[str]] = lexicon("scene")["elsewhere"]
    return next((heading for heading, words in elsewhere.items() if found(text, words)), scene.place.heading)


def _length_s(slot: _Slot, pace_s: float, lines: tuple[Any, ...]) -> float:
    """Half seconds: the pattern's pace, more for places and for what takes long to say."""
    told_s = pace_s + _LENGTHS.get(slot.kind, 0.0) + (0.5 if len(slot.text.split()) > 18 else 0.0)
    spoken_s = sum(len(line.text.split()) for line in lines) / WORDS_PER_S + SILENCE_S * bool(lines)
    return min(7.0, max(3.0, round(2 * max(told_s, spoken_s) + 0.24) / 2))


def _one_way(scene: _Scene, movement: Movement) -> Movement:
    """All sideways moves go the same way, so that they match over a cut and keep to one side of the line."""
    way = "right" if derived_seed("line of action", scene.seed) % 2 == 0 else "left"
    kind, _, side = movement.value.partition(" ")
    return Movement(f"{kind} {way}") if side in ("left", "right") else movement


def _product(scene: _Scene) -> str:
    """What is shown for sale, in forensic words; empty where a scene sells nothing."""
    sold = ruled(scene.inputs.prompt, is_ad=True) if scene.inputs.pattern == "product" else scene.reading
    shows = scene.inputs.pattern == "product" or not (scene.company.known or scene.place.is_named or sold.is_story)
    return describe_product(sold)[:300] if shows and sold.kind != "generic" else ""


def _title(scene: _Scene) -> str:
    """Who and where, in title case."""
    lead = scene.company.known[0].called.removeprefix("the ") if scene.company.known else ""
    place = scene.place.called.removeprefix("the ")
    near: dict[str, list[str]] = lexicon("scene")["near"]
    where = next((name for name, nouns in near.items() if place.split()[-1] in nouns), "in")
    named = f"{lead} {where} the {place}" if lead and place else lead or place or scene.inputs.prompt[:50]
    small = ("the", "a", "an", "in", "of", "at", "on", "and", "with")
    words = [word if at and word in small else capitalised(word) for at, word in enumerate(named.split())]
    return " ".join(words)[:100]


def _music(scene: _Scene) -> str:
    style = scene.inputs.style
    mood = uncapitalised(scene.inputs.mood or _mood(scene).replace("plain", "quiet"))
    music = style.soundtrack if style and style.soundtrack else "quiet piano and strings"
    return re.sub(r"\s+", " ", f"{music}; {mood}")[:120]
