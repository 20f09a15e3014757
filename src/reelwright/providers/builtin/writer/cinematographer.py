"""The built-in cinematographer: body, lens, light, framing and stock from the shot's facts and tables of the trade."""

import random
import re
from dataclasses import dataclass
from typing import Any

from reelwright.film.base import derived_seed
from reelwright.film.craft import Criterion, PromptParts
from reelwright.film.crafting import EnhancePromptInputs, ShotFacts
from reelwright.film.shot import Shot
from reelwright.providers.builtin.writer.casting import pronouns
from reelwright.providers.builtin.writer.words import capitalised, found, lexicon, uncapitalised, word_count

_DRAWN = ("illustrated", "paper")
"""Looks that no camera makes: they borrow its way of seeing."""
_NEAR = ("insert", "extreme close-up", "close-up", "medium close-up")
_WIDE = ("extreme wide", "wide")
_PART_OF = {
    Criterion.CAMERA: "camera",
    Criterion.LENS: "camera",
    Criterion.LIGHT: "light",
    Criterion.COMPOSITION: "composition",
    Criterion.COLOUR: "colour",
}


@dataclass(frozen=True)
class _Clause:
    part: str
    text: str
    is_needed: bool = True


def shoot(inputs: EnhancePromptInputs, seed: int) -> PromptParts:
    """The rewriting: what is needed first, what the critic missed next, the rest as far as there is room."""
    picture = inputs.picture if inputs.parts is None else inputs.parts.picture
    clauses = _Set(inputs, seed).clauses()
    if sum(word_count(one.text) for one in clauses if one.is_needed) > inputs.most_words - word_count(picture):
        clauses = _Set(inputs, seed, is_tight=True).clauses()
    missed = {_PART_OF.get(mark.criterion, "") for mark in inputs.weak}
    clauses.sort(key=lambda clause: (not clause.is_needed, clause.part not in missed))
    room = inputs.most_words - word_count(picture)
    taken: dict[str, list[str]] = {}
    for clause in clauses:
        count = word_count(clause.text)
        if clause.text and (clause.is_needed or count <= room):
            taken.setdefault(clause.part, []).append(clause.text)
            room -= count
    said = {part: capitalised(", ".join(texts)) + "." for part, texts in taken.items()}
    return PromptParts(picture=picture, **said)


class _Set:
    """One shot as its cinematographer sees it; with little room everything is said shortly."""

    def __init__(self, inputs: EnhancePromptInputs, seed: int, *, is_tight: bool = False) -> None:
        self.is_tight = is_tight
        self.facts: ShotFacts = inputs.facts
        self.shot: Shot = inputs.facts.shot
        self.trade: dict[str, Any] = lexicon("cinematography")
        self.chance = random.Random(derived_seed(seed, self.shot.id))
        self.subject = " ".join(inputs.subject)
        place = lexicon("sets")["place"].get(self.shot.staging.setting, {})
        self.surface = str(place.get("surface", "the ground"))
        self.far = str(self.trade["far"].get(self.shot.staging.setting, place.get("far", "the distance")))
        self.outside = bool(place.get("outside", self.shot.scene_heading.startswith("EXT")))
        self.is_drawn = self.facts.look in _DRAWN
        self.size = self.shot.camera.framing.value

    def clauses(self) -> list[_Clause]:
        """Everything that could be said."""
        return [*self._camera(), *self._light(), *self._composition(), *self._colour()]

    def _one(self, *path: str, **values: str) -> str:
        """One of the ways to say something."""
        table: Any = self.trade
        for name in path:
            table = table[name]
        return str(self.chance.choice(table)).format(surface=self.surface, far=self.far, **values)

    @property
    def _words(self) -> str:
        """What the whole film is, which chooses its camera: the same in every shot."""
        facts = self.facts
        return f"{facts.about} {facts.template} {facts.look} {facts.mood}"

    def _body(self) -> dict[str, Any]:
        cameras: list[dict[str, Any]] = list(self.trade["camera"].values())
        return max(cameras, key=lambda camera: len(found(self._words, camera["words"])))

    def _camera(self) -> list[_Clause]:
        body = self._body()
        noted = re.search(r"(\d{2,3}) ?mm", self.shot.camera.lens_note)
        focal = int(noted[1]) if noted else int(self.trade["focal"][self.size])
        family = self._family(body, focal)
        lens = self.trade["lens"][family]
        focal = min(lens["mm"], key=lambda one: abs(one - focal))
        named = f"100 mm {lens['name']}" if family == "macro" else f"{lens['name']} {focal} mm"
        stop = lens["deep"] if self._is_deep else lens["open"]
        size = f"{self.trade['size'].get(self.size, self.size)} {self._one('angle', self.shot.camera.angle.value)}"
        way = "tight" if self.is_tight else "drawn" if self.is_drawn else "camera"
        pattern = self._one("pattern", way, body=body["body"], lens=named, stop=stop, size=size)
        focus = [_Clause("camera", self._focus(), is_needed=False)]
        if family == "helios":
            focus.append(_Clause("camera", self._one("focus", "helios"), is_needed=False))
        return [_Clause("camera", pattern), *focus]

    def _family(self, body: dict[str, Any], focal: int) -> str:
        if focal == 100 and self.size in ("insert", "extreme close-up"):
            return "macro"
        if 50 <= focal <= 65 and not self._is_deep and found(self._words, self.trade["lens_words"]["helios"]):
            return "helios"
        return str(body["lenses"])

    @property
    def _is_deep(self) -> bool:
        return "deep" in self.shot.camera.lens_note or (
            self.size in _WIDE and "shallow" not in self.shot.camera.lens_note
        )

    def _focus(self) -> str:
        if self._is_deep:
            return self._one("focus", "deep")
        if not self.shot.presence.character_visible:
            return self._one("focus", "thing")
        return self._one("focus", "face_close" if self.size in _NEAR else "face")

    def _light(self) -> list[_Clause]:
        staging, trade = self.shot.staging, self.trade
        group = next((name for name, places in trade["group"].items() if staging.setting in places), "sky")
        side = trade["side"][staging.light_from]
        source, quality = trade["light"][group][staging.time_of_day]
        quality = quality.partition(",")[0] if self.is_tight else quality
        rim = "thing" if not self.shot.presence.character_visible and self.size in _NEAR else staging.light_from
        rim = "silhouette" if "silhouette" in staging.effects else rim
        hanging = [trade["air"][one] for one in (staging.weather, *staging.effects) if one in trade["air"]]
        return [
            _Clause("light", f"{self._one('pattern', 'key', source=source.format(side=side))}, {quality}"),
            *(_Clause("light", one, is_needed=False) for one in hanging[:1]),
            _Clause("light", self._one("rim", rim), is_needed=False),
            _Clause("light", self.shot.lighting.color_temperature, is_needed=False),
        ]

    def _composition(self) -> list[_Clause]:
        way = "tight_deep" if self._is_deep else "tight"
        depth = self._one("depth", way if self.is_tight else "sharp" if self._is_deep else "soft")
        return [_Clause("composition", self._placing()), _Clause("composition", depth)]

    def _placing(self) -> str:
        staging = self.shot.staging
        if self.shot.presence.character_visible and staging.people and self.shot.camera.angle.value != "POV":
            lead = staging.people[0]
            who, _ = pronouns(self.subject)
            is_face = self.size in _NEAR and self.size != "insert"
            place = "insert" if self.size == "insert" else f"near_{lead.place}" if is_face else lead.place
            has_room = not self.is_tight and not is_face and self.size != "insert"
            room = self.trade["room"].get(lead.gaze, "") if has_room else ""
            who = "the hands" if self.size == "insert" else uncapitalised(who)
            return self._one("place", place, who=who) + room
        if self.shot.presence.product_visible and staging.product:
            shape = staging.product.shape.replace("_", " ")
            thing = f"the {shape}" if shape != "generic" else "the product"
            if self.shot.camera.angle.value == "POV":
                return self._one("place", "pov", who=thing)
            place = "insert" if self.size in _NEAR else staging.product_place
            return self._one("place", "centre" if place == "in hand" else place, who=thing)
        return self._one("place", "nobody")

    def _colour(self) -> list[_Clause]:
        stock = self._one("stock", self._stock())
        stock = stock.partition(",")[0] if self.is_tight else stock
        if self.facts.look == "paper":
            return [_Clause("colour", self._one("stock", "paper"))]
        if self.is_drawn:
            stock = self._one("stock", "tight" if self.is_tight else "drawn", stock=stock)
        names = [one.strip() for one in self.facts.palette.split(",") if one.strip()]
        palette = ""
        if len(names) >= 4 and not self.is_tight:
            dark, dark2, light2, light = names[0], names[1], names[-2], names[-1]
            palette = self._one("palette", "full", dark=dark, dark2=dark2, light=light, light2=light2)
        elif len(names) >= 2:
            palette = self._one("palette", "short", dark=names[0], light=names[-1])
        science = "" if self.is_drawn else str(self._body()["science"])
        return [_Clause("colour", stock), _Clause("colour", palette), _Clause("colour", science, is_needed=False)]

    def _stock(self) -> str:
        staging, look = self.shot.staging, self.facts.look
        if look in ("noir", "neon"):
            return look
        if staging.time_of_day in ("night", "dusk"):
            return "night"
        if staging.weather in ("fog", "rain", "overcast") or staging.setting == "forest":
            return "misty"
        return "bright" if self.outside and staging.time_of_day in ("morning", "day") else "inside"
