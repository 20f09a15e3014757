"""A person about to be drawn: canvas, colours, measures and the turn of the head, all in points of the head."""

import math
from dataclasses import dataclass, replace
from random import Random
from typing import Any

from reelwright.film.shot import Angle, Framing, Person
from reelwright.providers.builtin.artist.brush import Light, Point, mix
from reelwright.providers.builtin.artist.contract import Anchor, Scene
from reelwright.providers.builtin.artist.people.looks import Look
from reelwright.providers.builtin.artist.people.proportions import Body

_YAW_DEGREES = 36.0
FINE_UNITS, CLOSE_UNITS = 105.0, 300.0


@dataclass(frozen=True)
class Figure:
    """Everything the parts of a person ask for. Drawn facing right or towards us; ``side`` -1 mirrors the canvas."""

    canvas: Any
    person: Person
    look: Look
    body: Body
    light: Light
    skin_light: Light
    anchor: Anchor
    scene: Scene
    turn: float
    """0 towards us to 1 strongly to the right (after mirroring)."""
    side: int
    """1, or -1 when the canvas is mirrored."""
    pitch: float = 0.0
    """Head up (positive) or down, -1 to 1."""
    sits: bool = False

    @classmethod
    def of(cls, canvas: Any, person: Person, anchor: Anchor, light: Light, scene: Scene) -> "Figure":
        """The figure standing at the anchor."""
        faces = anchor.faces if abs(anchor.faces) >= 0.12 else _own_turn(person)
        side = -1 if faces < 0 else 1
        look, seen = Look.of(person), replace(light, dx=light.dx * side)
        warm = replace(seen, fill=mix(look.skin.shadow, seen.fill, 0.22), key=mix(seen.key, "#ffe2c4", 0.35))
        turn = min(1.0, abs(faces))
        return cls(canvas, person, look, Body.of(person), seen, warm, anchor, scene, turn, side)

    @property
    def scale(self) -> float:
        """Frame units per point."""
        return self.anchor.head_height / 100

    @property
    def is_fine(self) -> bool:
        """Whether lashes and seams can be seen."""
        return self.anchor.head_height >= FINE_UNITS

    @property
    def is_close(self) -> bool:
        """Whether single hairs of the brow can be seen."""
        return self.anchor.head_height >= CLOSE_UNITS

    def dice(self, what: str) -> Random:
        """Random numbers that belong to the person, so that each shot draws the same strands and freckles."""
        return Random(f"{self.person.id}/{self.person.hair_style}/{what}")

    @property
    def narrows(self) -> float:
        """By how much a body grows narrower a point downwards: seen from above its feet are far, from below near.

        Only of who stands alone with free hands: what is held, sat on or touched has its own place in the frame.
        """
        staging, camera, person = self.scene.shot.staging, self.scene.shot.camera, self.person
        is_bound = staging.product is not None or person.holds or person.pose in ("riding", "sitting") or self.sits
        if is_bound or len(staging.people) != 1 or camera.framing in (Framing.EXTREME_WIDE, Framing.WIDE):
            return 0.0
        return {Angle.HIGH: 0.00075, Angle.LOW: -0.00062}.get(camera.angle, 0.0)

    def sees(self, y: float) -> bool:
        """Whether a height of the body lies inside the frame and its overscan."""
        y = y / (1 + self.narrows * y)
        return self.anchor.head_y + y * self.scale < self.scene.size.height + self.scene.size.margin_y

    def face(self, x: float, y: float, lift: float = 0.0) -> Point:
        """A point on the face, turned with the head. ``lift`` is its height over the face's surface in points."""
        yaw = math.radians(_YAW_DEGREES * self.turn)
        depth = 20 - 0.014 * x * x + lift
        rise = self.pitch * 0.32
        return x * math.cos(yaw) + depth * math.sin(yaw), y * (1 - abs(self.pitch) * 0.06) - depth * rise

    def frame(self, point: Point) -> Point:
        """A point of the figure in frame units."""
        return (
            self.anchor.head_x + self.side * point[0] * self.scale,
            self.anchor.head_y + point[1] * self.scale,
        )


def _own_turn(person: Person) -> float:
    """A slight turn of one's own, so that nobody stares like a mask: towards the free side of the frame."""
    lean = {"left": 0.24, "right": -0.24}.get(person.place)
    return lean if lean is not None else 0.2 * (1 if Random(person.id).random() < 0.5 else -1)
