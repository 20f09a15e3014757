"""People from straight above: crown, shoulders, arms, and the shoes of who walks."""

import math
from dataclasses import dataclass
from typing import Any

from reelwright.film.shot import Person
from reelwright.providers.builtin.artist.above.plan import Plan
from reelwright.providers.builtin.artist.brush import (
    Light,
    clipped,
    curve,
    darker,
    ink,
    lighter,
    mix,
    oval,
    smooth,
    solid,
)
from reelwright.providers.builtin.artist.contract import Scene
from reelwright.providers.builtin.artist.painting import Drawing, Layer, LayerMotion, Plate, Stop, Turning
from reelwright.providers.builtin.artist.pairs import APART, bond_of
from reelwright.providers.builtin.artist.people.looks import Look
from reelwright.providers.builtin.artist.people.outline import joined, taper
from reelwright.providers.builtin.artist.people.proportions import Body

_HEAD_CM = 23.0
_WALKERS = ("walk", "run", "walk_together")
_PHASES = 6
_STEP_CM = 150.0
"""What a walker travels in a second and a half."""
_LONGEST_WAY = 0.34
"""Share of the frame's height that somebody walks at most."""


@dataclass(frozen=True)
class Standing:
    """Somebody on the plan, facing a way."""

    person: Person
    x: float
    y: float
    degrees: float
    """0 to the right, 90 down the frame."""

    @property
    def walks(self) -> bool:
        """Whether the person goes somewhere."""
        return self.person.action in _WALKERS or (not self.person.action and self.person.pose in ("walking", "running"))


def people_above(scene: Scene, plan: Plan) -> tuple[Layer, ...]:
    """One layer a person; a walker's goes its way."""
    found = [_layer(scene, plan, one) for one in _placed(scene, plan)]
    return tuple(layer for layer in found if layer is not None)


def _placed(scene: Scene, plan: Plan) -> list[Standing]:
    """Alone off the middle; two face each other, as near as what they do asks for."""
    people, dice = scene.shot.staging.people, scene.dice("above")
    along = dice.choice((-62.0, -118.0, 28.0))
    way = dice.uniform(-30, 30) + (180 if people and people[0].place == "right" else 0)
    if len(people) == 1:
        x, y = plan.reach[0] * dice.choice((-0.1, 0.08)), plan.reach[1] * dice.choice((-0.08, 0.1))
        return [Standing(people[0], x, y, way if people[0].action in _WALKERS else along)]
    bond = bond_of(scene.shot)
    gap = (bond.gap if bond else APART) * _HEAD_CM * 1.25
    found: list[Standing] = []
    for index, person in enumerate(people):
        side = {"left": -1, "centre": 0, "right": 1}[person.place] if len(people) > 2 else (-1, 1)[index]
        if len(people) > 2:
            gap = APART * _HEAD_CM * 2
        facing = 90.0 if side == 0 else 90 + side * 90.0
        walks = Standing(person, 0, 0, 0).walks
        found.append(Standing(person, side * gap / 2, side * gap * 0.12, way if walks else facing + 14 * side))
    if len(found) == len(("one", "other")) and all(one.walks for one in found):
        turn = math.radians(way + 90)
        return [
            Standing(one.person, math.cos(turn) * gap / 2 * side, math.sin(turn) * gap / 2 * side, way)
            for one, side in zip(found, (-1, 1), strict=True)
        ]
    return found


def _layer(scene: Scene, plan: Plan, one: Standing) -> Layer | None:
    size = scene.size
    x, y = size.width / 2 + one.x * plan.scale, size.height / 2 + one.y * plan.scale
    wide = 130 * plan.scale
    phases = [index / _PHASES for index in range(_PHASES)] if one.walks else [0.0]
    layers: list[Layer | None] = []
    for phase in phases:
        plate = Plate(size, 0.98, "people", area=(x - wide, y - wide, x + wide, y + wide))
        with plan.on(plate.canvas, one.x, one.y, one.degrees):
            _figure(plate.canvas, scene, plan, one, phase)
        motion = LayerMotion() if one.walks else LayerMotion("breathe", 0.008, 3.8)
        layers.append(plate.layer(motion, (x, y)))
    first = layers[0]
    if first is None or not one.walks:
        return first
    drawings = tuple(Drawing(layer.image, layer.left, layer.top) if layer else Drawing(None) for layer in layers)
    reach = min(_STEP_CM * plan.scale, size.height * _LONGEST_WAY)
    dx, dy = (math.cos(math.radians(one.degrees)) * reach, math.sin(math.radians(one.degrees)) * reach)
    course = (Stop(0, -dx / 2, -dy / 2), Stop(1, dx / 2, dy / 2, pace="even"))
    turning = Turning(tuple(range(_PHASES)), 0.0, 0.17, 0)
    return Layer(
        first.name, first.image, first.left, first.top, first.depth, first.motion, (x, y), first.detail,
        course, drawings, turning,
    )  # fmt: skip


def _figure(canvas: Any, scene: Scene, plan: Plan, one: Standing, phase: float) -> None:
    """Drawn looking along the canvas's own x, in centimetres."""
    person, look, body = one.person, Look.of(one.person), Body.of(one.person)
    turn = math.radians(one.degrees)
    light = scene.light
    dx, dy = (
        light.dx * math.cos(turn) + light.dy * math.sin(turn),
        light.dy * math.cos(turn) - light.dx * math.sin(turn),
    )
    seen = Light(dx, dy, light.key, light.fill, light.power)
    half = 23.5 * body.breadth
    swing = math.sin(math.tau * phase) if one.walks else 0.0
    tall = 165 * (0.6 + 0.4 * body.stature)
    trunk = joined(oval(0, 0, 12.5 * (0.7 + 0.3 * body.breadth), half), oval(-2, 0, 14, half * 0.72))
    plan.shadow(canvas, joined(trunk, oval(0, 0, 11, 11)), tall, one.degrees)
    for side in (-1, 1):
        ahead = (26 if one.walks else 13) * 0.9 + side * swing * 22
        _shoe(canvas, look, seen, ahead - 12, side * 9.5)
    for side in (-1, 1):
        _arm(canvas, one, look, seen, (half, side, -side * swing))
    solid(canvas, trunk, look.garment, seen, shade=0.6, rim=0.6, rim_width=1.6, soft=5)
    _seams(canvas, look.garment, trunk, half)
    solid(canvas, oval(3.5, 0, 8.4, 7.6), look.skin.base, seen, shade=0.5, rim=0.2, rim_width=1, soft=3)
    _head(canvas, person, look, seen)


def _shoe(canvas: Any, look: Look, light: Light, x: float, y: float) -> None:
    path = smooth([(x - 10, y - 4.2), (x + 2, y - 5), (x + 14, y), (x + 2, y + 5), (x - 10, y + 4.2)])
    solid(canvas, path, look.shoes, light, shade=0.5, rim=0.5, rim_width=1, soft=3)


def _arm(canvas: Any, one: Standing, look: Look, light: Light, at: tuple[float, float, float]) -> None:
    """Hanging and swinging, or stretched to what the hands do."""
    half, side, swing = at
    action = one.person.action
    reaches = action in ("give", "take", "shake_hands", "hug", "high_five", "reach", "talk", "tap", "wipe", "point")
    both = action in ("hug", "take", "wipe") or bool(one.person.holds)
    shoulder = (0.0, side * half * 0.86)
    elbow, hand = (swing * 10 + 1, side * (half + 5)), (swing * 24 + 7, side * (half + 3))
    if both or (reaches and side > 0):
        elbow, hand = (18.0, side * half * 0.95), (42.0, side * (half * 0.34 if both else half * 0.3))
    elif action in ("celebrate", "stretch") or one.person.pose == "celebrating":
        elbow, hand = (3.0, side * (half + 17)), (7.0, side * (half + 42))
    sleeve = taper([(*shoulder, 7.4), (*elbow, 6.4), (*_between(elbow, hand, 0.7), 5.0)])
    solid(canvas, oval(*hand, 5.6, 4.6), look.skin.base, light, shade=0.5, rim=0.4, rim_width=1, soft=3)
    solid(canvas, sleeve, darker(look.garment, 0.06), light, shade=0.6, rim=0.5, rim_width=1.4, soft=4)


def _between(a: tuple[float, float], b: tuple[float, float], share: float) -> tuple[float, float]:
    return a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share


def _seams(canvas: Any, color: str, trunk: Any, half: float) -> None:
    with clipped(canvas, trunk):
        line = ink(darker(color, 0.4), 0.4, stroke=1.1, blur=0.5)
        for side in (-1, 1):
            canvas.drawPath(curve((-13, side * half * 0.62), (0, side * half * 0.7), (13, side * half * 0.56)), line)
        canvas.drawPath(oval(-3, 0, 13, 12), ink(darker(color, 0.55), 0.34, blur=3))


def _head(canvas: Any, person: Person, look: Look, light: Light) -> None:
    """Ears, the tip of the nose, and hair or a hat from above."""
    skin = look.skin
    for side in (-1, 1):
        solid(canvas, oval(1, side * 8.6, 2.4, 1.7), skin.base, light, shade=0.4, rim=0.3, rim_width=0.6, soft=2)
    solid(canvas, oval(10.6, 0, 2.2, 1.6), skin.base, light, shade=0.3, rim=0.4, rim_width=0.6, soft=2)
    crown = oval(0.5, 0, 10.8, 8.4)
    if person.headwear in ("fedora", "felt hat", "straw hat", "cowboy hat", "fur hat", "turban", "hard hat"):
        tone = mix(person.accent_color, "#4a3a30", 0.4)
        brim = 18.0 if person.headwear in ("fedora", "straw hat", "cowboy hat", "felt hat") else 12.5
        canvas.drawPath(oval(1, 2, brim, brim * 0.9), ink("#0a0712", 0.3, blur=2.5))
        solid(canvas, oval(0.5, 0, brim, brim * 0.86), tone, light, shade=0.6, rim=0.7, rim_width=1.4, soft=4)
        solid(canvas, oval(0, 0, 10.5, 8.8), lighter(tone, 0.06), light, shade=0.6, rim=0.6, rim_width=1.2, soft=3)
        canvas.drawPath(curve((-8, 0), (0, 1.4), (8, 0)), ink(darker(tone, 0.5), 0.6, stroke=1.4, blur=0.5))
        return
    if person.hair_length == "bald":
        solid(canvas, crown, skin.base, light, shade=0.55, rim=0.7, rim_width=1.2, soft=4)
        return
    _hair(canvas, person, look, light, crown)


def _hair(canvas: Any, person: Person, look: Look, light: Light, crown: Any) -> None:
    long = person.hair_length in ("shoulder", "long") and person.hair_style not in ("bun", "pixie", "undercut")
    shape = crown
    if person.hair_style == "afro":
        shape = oval(-1.5, 0, 15.5, 14.5)
    elif person.hair_style == "bun":
        shape = joined(crown, oval(-11, 0, 5.4, 5.2))
    elif person.hair_style in ("ponytail", "braid"):
        shape = joined(crown, taper([(-8, 0, 3.4), (-17, 1.4, 4.2), (-27, 0, 1.4)]))
    elif long:
        shape = joined(crown, smooth([(4, -9.6), (-8, -12), (-19, -9), (-23, 0), (-19, 9), (-8, 12), (4, 9.6)]))
    tone = look.hair
    solid(canvas, shape, tone, light, shade=0.6, rim=0.75, rim_width=1.2, soft=4)
    with clipped(canvas, shape):
        for index in range(-4, 5):
            lock = curve((9 - abs(index), index * 0.7), (0, index * 2.6), (-14, index * 3.3))
            canvas.drawPath(
                lock, ink(darker(tone, 0.45) if index % 2 else lighter(tone, 0.3), 0.4, stroke=0.7, blur=0.3)
            )
        canvas.drawPath(oval(light.dx * 4 - 1, light.dy * 4, 4.6, 3.4), ink(lighter(tone, 0.5), 0.4, blur=2))
    if long or person.hair_length == "chin":
        canvas.drawPath(curve((9, 0.6), (2, 1.2), (-5, 0.4)), ink(mix(look.skin.base, tone, 0.35), 0.7, stroke=0.8))
