"""Stage 2: what is filmed, how it is lit and framed; no set-up and no action twice in a film."""

import random
import re
from dataclasses import dataclass, field
from typing import Any

from reelwright.film.base import derived_seed
from reelwright.film.shot import Angle, Framing, Movement
from reelwright.film.writing import BreakIntoShotsInputs, PlannedShot, ShotDraft, ShotsDraft
from reelwright.providers.builtin.writer.actions import STRANGER, Phrases
from reelwright.providers.builtin.writer.analyse import Reading, analyse
from reelwright.providers.builtin.writer.deeds import (
    PARTS,
    anybodys_deeds,
    object_of,
    own_deeds,
    scene_of,
    thing_goes_on,
    thing_scene,
)
from reelwright.providers.builtin.writer.set_ups import Shown, camera, set_up
from reelwright.providers.builtin.writer.told_shots import told_deeds
from reelwright.providers.builtin.writer.where import Ground, Spot, ground_of, time_of
from reelwright.providers.builtin.writer.words import lexicon

_SPORT = re.compile(r" (?:runs|trains) ")
_BEFORE = ("Problem", "Agitate", "Before", "Sceptic", "Call", "Struggle")
_AFTER = ("After", "Relief", "Transformation", "Desire", "Action", "Joy", "Connection", "Triumph", "Bliss", "Community")
"""Beats in which the promise is not kept yet, and those in which it is."""
_WIDE = ("extreme wide", "wide", "medium wide")
_FEW = 5
"""A film of so few shots has none to spare for an empty place."""
_SHORTEST = 10
"""Characters of an action."""


def draft_shots(inputs: BreakIntoShotsInputs, seed: int) -> ShotsDraft:
    """One draft per planned shot."""
    reading = analyse(inputs.prompt)
    film = _Film(inputs, reading, seed, Phrases(inputs, reading, seed), ground_of(reading, inputs.template))
    film.own = told_deeds(reading, inputs.story.lines) if reading.is_story and reading.language == "en" else {}
    return ShotsDraft(shots=tuple(film.draft(index, slot) for index, slot in enumerate(inputs.plan)))


@dataclass
class _Film:
    """What a film has shown so far, so that nothing is shown twice."""

    inputs: BreakIntoShotsInputs
    reading: Reading
    seed: int
    phrases: Phrases
    ground: Ground
    told: list[str] = field(default_factory=list[str])
    ways: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    own: dict[int, dict[str, Any]] = field(default_factory=dict[int, dict[str, Any]])
    shown: list[Shown] = field(default_factory=list[Shown])

    def draft(self, index: int, slot: PlannedShot) -> ShotDraft:
        """The next shot."""
        spot = self.ground.spot_of(slot)
        time = time_of(self.reading, self.inputs, index)
        way = self._deed(index, slot, spot) if self.reading.is_story else self._way(index, slot, spot)
        sees = tuple(way["sees"])
        act = self.phrases.act(way["do"], spot)
        told = self.phrases.told(way["do"], spot, time, object_of(self.reading))
        promised = self._promised(slot, sees)
        told = f"{told.rstrip('.')}{promised}."
        other = self.phrases.companion.split()[-1]
        in_company = re.search(rf"\b{re.escape(other)}s?\b", told) is not None
        seen = (*sees, "company") if in_company else sees
        # Nearer than this nobody is seen to ride.
        alone = self.reading.is_story and not in_company and bool(sees) and act != "rides"
        cameras = self._from_afar(way["camera"], sees)
        if promised and not in_company:
            # A face is to be seen.
            cameras = [re.sub(r"^(?:extreme wide|wide|medium wide)", "medium close-up", one) for one in cameras]
        framing, angle, movement = set_up(cameras, seen, act, self.shown, nearer=alone)
        framing, movement = self._third_size(index, framing, near=bool(promised)), self._one_way(movement)
        self.told.append(way["do"])
        self.ways.append(way)
        self.shown.append(Shown(framing, angle, seen, act))
        return ShotDraft(
            action=_whole(told, spot)[:600],
            heading=f"{'EXT' if spot.outside else 'INT'}. {_heading(spot)} - {time.upper()}",
            framing=Framing(framing),
            angle=Angle(angle),
            movement=Movement(movement),
            light="",
            tone=str(way["tone"]),
            person="person" in sees,
            product="product" in sees,
        )

    def _from_afar(self, cameras: list[str], sees: tuple[str, ...]) -> list[str]:
        """The cameras; what is large is seen whole with who stands by it, or neither is, and an animal whole once."""
        is_animal = sees == ("product",) and "living" in self.phrases.product_traits
        if is_animal and not any(shown.seen == sees for shown in self.shown):
            return ["medium wide, eye level, push-in", "wide, eye level, push-in"]
        if not {"person", "product"} <= set(sees) or "ridden" not in self.phrases.product_traits:
            return cameras
        found = [camera(one) for one in cameras]
        wide = [f"{size}, {angle}, {move}" for size, angle, move in found if size in _WIDE]
        far = [f"{size}, {angle}, {move}" for size in ("wide", "medium wide") for _, angle, move in found]
        return list(dict.fromkeys((*wide, *far)))

    def _promised(self, slot: PlannedShot, sees: tuple[str, ...]) -> str:
        """What is seen of a person of what the product promises: not yet, or at last."""
        kept = "before" if slot.beat in _BEFORE else "after" if slot.beat in _AFTER else ""
        return str(self.reading.facts.get(kept, "")) if kept and "person" in sees else ""

    def _third_size(self, index: int, framing: str, *, near: bool) -> str:
        """The size, or for a last shot one that the film has not had, where all others had but two."""
        seen = {framing, *(shown.framing for shown in self.shown)}
        if index < max(3, len(self.inputs.plan) - 1) or len(seen) > 2:
            return framing
        sizes = ("medium", "medium close-up", "close-up") if near else ("medium", "wide", "close-up")
        return next(size for size in sizes if size not in seen)

    def _one_way(self, movement: str) -> str:
        """All sideways moves of a film go the same way, where its lead looks: so that they match over a cut."""
        way = "right" if derived_seed("line of action", self.seed) % 2 == 0 else "left"
        kind, _, side = movement.partition(" ")
        return f"{kind} {way}" if side in ("left", "right") else movement

    def _way(self, index: int, slot: PlannedShot, spot: Spot) -> dict[str, Any]:
        """A way of filming the beat, by the film's dice: one that follows on, shows something else and is new."""
        blocking = lexicon("blocking")
        dice = random.Random(f"blocking/{self.seed}/{self.reading.prompt}/{slot.beat}/{slot.part}")
        names = _names(blocking, slot, index, len(self.inputs.plan))
        luck = {name: 2.6 * dice.random() + 0.15 * rank for rank, name in enumerate(names)}
        ways = [blocking["way"][name] | {"name": name} for name in (*names, *blocking["fallback"]["rest"])]
        allowed = [way for way in ways if self._is_allowed(way, slot, spot)]
        fresh = [way for way in allowed if way["do"] not in self.told] or allowed
        own = [way for way in fresh if way["name"] in names]
        return min(
            own or fresh or ways[:1], key=lambda way: self._strain(way, index, slot, spot) + luck.get(way["name"], 1.0)
        )

    def _strain(self, way: dict[str, Any], index: int, slot: PlannedShot, spot: Spot) -> float:
        """How badly a way follows what was shown; the film's dice decide between neighbours."""
        if not way["sees"] and len(self.inputs.plan) <= _FEW:
            return 2.6
        if index == 0:
            return 0.0 if way["camera"][0].split(",")[0] in _WIDE or "product" in way["sees"] else 0.5
        before = self.ways[-1]
        if slot.carries_call:
            # A film ends on a person with the product rather than on the thing alone, once it has shown that in full.
            owed = 0.0 if self._is_hero(way) or any(map(self._is_hero, self.ways)) else 4.0
            return (
                owed
                + self._staleness(way)
                + self._repeats(way, spot)
                + (0.0 if "person" in way["sees"] else 0.7 if "person" in before["sees"] else 1.2)
            )
        strain = 0.0 if way["name"] in before.get("leads_to", ()) else 1.0
        strain -= self._missing(way)
        strain -= 0.5 if self._is_hero(way) and not any(map(self._is_hero, self.ways)) else 0.0
        strain += 1.2 if way["sees"] == before["sees"] else 0.0
        strain += 1.5 if "{pov}" in way["do"] and any("{pov}" in told for told in self.told) else 0.0
        strain += 1.0 if len(self.ways) > 1 and way["sees"] == self.ways[-2]["sees"] else 0.0
        return strain + self._staleness(way) + self._repeats(way, spot)

    def _repeats(self, way: dict[str, Any], spot: Spot) -> float:
        """How much a way shows again: the same act, and the thing alone a second time."""
        alone = sum(before["sees"] == ["product"] for before in self.ways) if way["sees"] == ["product"] else 0
        return 1.3 * self.phrases.is_done(way["do"], spot) + 1.1 * alone

    def _missing(self, way: dict[str, Any]) -> float:
        """How much the film still lacks what a way shows: the product in use, and somebody who runs for sport."""
        if "{use}" in way["do"] and not any("{use}" in told for told in self.told):
            return 1.0
        if "{rides}" in way["do"]:
            return 0.0 if way["do"] in self.told else 3.0
        moves = "sport" in self.phrases.product_traits and bool(_SPORT.search(way["do"]))
        return 2.6 if moves and not any(map(_SPORT.search, self.told)) else 0.0

    def _is_hero(self, way: dict[str, Any]) -> bool:
        """Whether a way fills the frame with the product, its name to be read."""
        return bool(way.get("hero"))

    def _suits(self, way: dict[str, Any]) -> float:
        return 1.2 if self.reading.category in way.get("suits", ()) else 0.0

    def _staleness(self, way: dict[str, Any]) -> float:
        """How used up the sizes are that a way can be filmed in."""
        sizes = [camera(one)[0] for one in way["camera"]]
        seen = [shown.framing for shown in self.shown]
        shown = all(size in seen for size in sizes)
        is_dull = shown and len(seen) > 2 and len(set(seen)) < 3
        return 0.6 * (sizes[0] == seen[-1]) + 0.9 * shown + 3.0 * is_dull

    def _is_allowed(self, way: dict[str, Any], slot: PlannedShot, spot: Spot) -> bool:
        shows = "product" in way["sees"]
        if shows and slot.product == "hidden":
            return False
        if not shows and (slot.product == "first" or slot.carries_call):
            return False
        place = {"outside" if spot.outside else "inside", spot.slug}
        place |= {"high"} if spot.slug in ("mountain", "steppe", "beach", "forest", "field") else set()
        place |= {"dark"} if spot.slug in ("studio", "stage") else set()
        asks = set(way.get("asks", ()))
        traits = self.phrases.product_traits
        if shows and "living" in traits and not way.get("living"):
            return False
        if (
            way["sees"] == ["product"]
            and "in_hand" in traits
            and spot.slug not in ("studio", "stage")
            and slot.carries_call
        ):
            return False
        return asks <= place | traits and self.phrases.has(way["do"], spot)

    def _deed(self, index: int, slot: PlannedShot, spot: Spot) -> dict[str, Any]:
        """What the story's hero does next: what is told here, else what belongs to it; the prompt comes first."""
        if index in self.own:
            return self._own_scene(index)
        if index == 0:
            return scene_of(self.reading) | {"sees": ["person"]}
        part = min(3, round(index * 3 / max(1, len(self.inputs.plan) - 1)))
        nearest = sorted(range(len(PARTS)), key=lambda at: (abs(at - part), at))
        own = [own_deeds(self.reading, spot, PARTS[part])]
        others = [anybodys_deeds(spot, PARTS[part]), *(own_deeds(self.reading, spot, PARTS[at]) for at in nearest)]
        others += [anybodys_deeds(spot, PARTS[at]) for at in nearest]
        fresh = [
            [
                deed
                for deed in deeds
                if not {deed["do"], self._shared(deed)["do"], self._with_thing(deed)["do"]} & {*self.told}
                and self._is_in_company(deed)
            ]
            for deeds in (*own, *others)
        ]
        chosen = self._best(next((deeds for deeds in fresh if deeds), others[0]), slot)
        return self._with_thing(chosen) | {"sees": [] if chosen.get("empty") else ["person"]}

    def _with_thing(self, deed: dict[str, Any]) -> dict[str, Any]:
        """A deed that is not the thing's own, with what the story is about still there, and who is named in it."""
        goes_on = thing_goes_on(self.reading)
        if not goes_on or deed.get("thing") or deed.get("empty") or not self.told:
            return deed
        shared = self._shared(deed)
        return shared | {"do": f"{shared['do'].rstrip('.')}{goes_on}."}

    def _own_scene(self, index: int) -> dict[str, Any]:
        """What is told in a shot; the first one with what a thing of the story shows."""
        own = self.own[index]
        return own | {"do": f"{own['do'].rstrip('.')}{thing_scene(self.reading)}."} if index == 0 else own

    def _is_in_company(self, deed: dict[str, Any]) -> bool:
        """Nobody is beside a hero whom the prompt leaves alone, and nobody leaves whom it names."""
        is_alone = self.phrases.companion == STRANGER
        return not deed.get("alone") if not is_alone else "{friend}" not in deed["do"]

    def _best(self, deeds: list[dict[str, Any]], slot: PlannedShot) -> dict[str, Any]:
        """The film's dice among the first, in another size than before; an empty place is no first answer."""
        dice = random.Random(f"deed/{self.seed}/{self.reading.prompt}/{slot.beat}/{slot.part}")
        peopled = [deed for deed in deeds if not deed.get("empty") or len(self.told) > 2][:4] or deeds[:1]
        shown = [self._shared(deed) for deed in peopled if deed.get("thing")]
        with_company = [deed for deed in peopled if "{friend}" in deed["do"]]
        if shown and dice.random() < 0.7:
            peopled = shown
        elif self.phrases.companion != STRANGER and "{friend}" not in self.told[-1]:
            peopled = with_company or peopled
        last = self.shown[-1].framing
        other = [deed for deed in peopled if any(camera(one)[0] != last for one in deed["camera"])]
        return dice.choice(other or peopled)

    def _shared(self, deed: dict[str, Any]) -> dict[str, Any]:
        """What is done with the thing of a story is done together, where somebody is named beside the hero."""
        told = str(deed["do"])
        if self.phrases.companion == STRANGER or "{friend}" in told:
            return deed
        place = next((one for one in ("{through}", "{at}") if one in told), "")
        return deed | {"do": told.replace(place, f"{place} beside {{friend}}", 1)} if place else deed


def _names(blocking: dict[str, Any], slot: PlannedShot, index: int, count: int) -> list[str]:
    position = "opening" if index == 0 else "closing" if index == count - 1 else "middle"
    return list(blocking["beats"].get(slot.beat) or blocking["fallback"][position])


def _whole(told: str, spot: Spot) -> str:
    """An action; a story of one word is where it is."""
    return told if len(told) >= _SHORTEST else f"{told.rstrip('.')} {spot.at}, and nothing else."


def _heading(spot: Spot) -> str:
    """The place as it is drawn, with the story's own word for it: ``HARBOUR, LIGHTHOUSE``."""
    drawn = str(lexicon("sets")["place"][spot.slug]["where"]).removeprefix("the ")
    return (f"{drawn}, {spot.own}" if spot.own else drawn).upper()
