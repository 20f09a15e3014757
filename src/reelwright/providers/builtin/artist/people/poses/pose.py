"""What a pose is: where elbows, wrists, knees and ankles are, for an adult facing us or to the right."""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from reelwright.providers.builtin.artist.brush import Point

HandKind = Literal["relaxed", "open", "fist", "point", "cup", "grip", "hidden"]


@dataclass(frozen=True)
class Arm:
    """One arm, in points of an adult's body (see ``Body.place``)."""

    elbow: Point
    wrist: Point
    hand: HandKind = "relaxed"
    hand_degrees: float | None = None
    """Direction of the hand; None continues the forearm."""
    is_behind: bool = False
    """Whether the arm is behind the body."""


@dataclass(frozen=True)
class Leg:
    """One leg, in points of an adult's body."""

    hip: Point
    knee: Point
    ankle: Point
    foot_degrees: float = 20.0
    """Direction of the toes: 0 to the right, 90 towards us."""
    lift_degrees: float = 0.0
    """How far the heel is raised."""


STANDING_LEGS = (
    Leg((-31, 350), (-33, 510), (-36, 668), 112),
    Leg((31, 350), (36, 508), (42, 664), 62),
)


@dataclass(frozen=True)
class Pose:
    """A whole body. ``left`` and ``right`` are the picture's."""

    left: Arm
    right: Arm
    legs: tuple[Leg, Leg] = STANDING_LEGS
    lean: float = 0.0
    """How far the body trails behind the head: 0.2 is a runner's."""
    tilt_degrees: float = 2.5
    """Of the head, to the picture's right."""
    pitch: float = 0.0
    """The head up (1) or down (-1)."""
    sits: bool = False
    shows_phone: bool = False
    bob: float = 0.0
    """How far the whole figure is raised, in points."""
    rolls: bool = False
    """Whether it is on wheels."""


@dataclass(frozen=True)
class Grip:
    """A product in hand, in points: its middle, its foot, its height and half width."""

    x: float
    base: float
    height: float
    half: float
    both: bool
    tilt_degrees: float = 0.0
    """Of the product about where it is held, to the picture's right."""
    how: Literal["grip", "foot", "pinch", "handle", "worn", "spooned"] = "grip"
    """One hand closes round it or round its foot, holds it with the fingertips or by its handle; it is worn round the
    wrist; or one hand holds it and the other one eats from it."""

    @property
    def middle(self) -> float:
        """Height at which the hands hold it."""
        if self.both:
            return self.base - self.height * 0.46
        shares = {"foot": 0.17, "pinch": 0.12, "handle": 0.5, "worn": 0.5}
        return self.base - self.height * shares.get(self.how, 0.28)

    def brought(self, place: Point, across: float, up: float, tilt_degrees: float = 0.0) -> "Grip":
        """The product moved so that a point of it lies at a place.

        Args:
            place: Where to, in points of the figure.
            across: Which point of it: -1 its left edge to 1 its right one.
            up: The same, 0 its foot to 1 its top.
            tilt_degrees: How far it is tilted there.
        """
        foot, turn = self.base - self.middle, math.radians(tilt_degrees)
        dx, dy = across * self.half, foot - up * self.height
        x = place[0] - (dx * math.cos(turn) - dy * math.sin(turn))
        middle = place[1] - (dx * math.sin(turn) + dy * math.cos(turn))
        return replace(self, x=x, base=middle + foot, tilt_degrees=tilt_degrees)

    @property
    def wrist(self) -> Point:
        """Where the wrist of the hand is that holds it alone."""
        if self.how == "worn":
            return self.x - _BEYOND_THE_WATCH, self.middle - 5
        dx, dy = {"pinch": (13.0, 54.0), "handle": (self.half, 0.0)}.get(self.how, (7.0, 42.0))
        turn = math.radians(self.tilt_degrees * (1.0 if self.how == "handle" else 0.55))
        x, y = dx * math.cos(turn) - dy * math.sin(turn), dx * math.sin(turn) + dy * math.cos(turn)
        below = (9.0, 27.0) if self.how == "handle" else (0.0, 0.0)
        return self.x + x + below[0], self.middle + y + below[1]


_BEYOND_THE_WATCH = 19.0
"""How far the hand's root is beyond a watch round the wrist."""
PoseMaker = Callable[[Grip | None], Pose]
"""One per pose, in ``poses/<slug>.py`` as ``pose``."""


def hanging(side: int, *, out: float = 0.0) -> Arm:
    """An arm that hangs easily on the left (-1) or right (1)."""
    return Arm((side * (96 + out), 226), (side * (92 + out * 1.4), 318), "relaxed", 90 + side * 4)


def carrying(grip: Grip) -> tuple[Arm, Arm]:
    """The arms that hold a product: both around it, or the right one."""
    if grip.how == "worn":
        return hanging(-1), gripping(grip)
    if grip.both:
        out = grip.half + 15
        low = grip.middle + 20
        left, right = (grip.x - out, low), (grip.x + out, low)
        return Arm(bent(-1, left), left, "cup"), Arm(bent(1, right), right, "cup")
    return hanging(-1), gripping(grip)


def gripping(grip: Grip) -> Arm:
    """The right arm with a product in its hand."""
    return Arm(bent(1, grip.wrist), grip.wrist, "grip")


SPOON: Point = (58.0, 46.0)
"""From the tip of a spoon to the wrist of the hand that holds it, in points of the figure."""
_ELBOW = (110.0, 248.0)
"""Where an easy elbow is while the hand is before the trunk."""
SHOULDER = (76.0, 107.0)
_FOREARM, _UPPER_ARM, _SHORTEST = 118.0, 134.0, 46.0


def bent(side: int, wrist: Point) -> Point:
    """An elbow for a wrist: low and outside, drawn along where the hand goes farther than the forearm is long."""
    at = side * _ELBOW[0], _ELBOW[1]
    shoulder = side * SHOULDER[0], SHOULDER[1]
    for near, longest in ((wrist, _FOREARM), (shoulder, _UPPER_ARM), (wrist, _FOREARM * 1.12)):
        away = math.dist(near, at)
        if away > longest:
            share = longest / away
            at = near[0] + (at[0] - near[0]) * share, near[1] + (at[1] - near[1]) * share
    for near in (wrist, shoulder):
        away = math.dist(near, at)
        if away < _SHORTEST:
            # Where hand and elbow nearly meet, the elbow gives way outwards and down.
            dx, dy = at[0] - near[0] + side * 9, at[1] - near[1] + 7
            share = _SHORTEST / math.hypot(dx, dy)
            at = near[0] + dx * share, near[1] + dy * share
    return at
