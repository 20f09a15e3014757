"""What a pose is: where elbows, wrists, knees and ankles are, for an adult facing us or to the right."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from reelwright.providers.builtin.artist.brush import Point

HandKind = Literal["relaxed", "open", "fist", "cup", "grip", "hidden"]


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


@dataclass(frozen=True)
class Grip:
    """A product in hand, in points: its middle, its foot, its height and half width."""

    x: float
    base: float
    height: float
    half: float
    both: bool

    @property
    def middle(self) -> float:
        """Height at which the hands hold it."""
        return self.base - self.height * (0.46 if self.both else 0.28)


PoseMaker = Callable[[Grip | None], Pose]
"""One per pose, in ``poses/<slug>.py`` as ``pose``."""


def hanging(side: int, *, out: float = 0.0) -> Arm:
    """An arm that hangs easily on the left (-1) or right (1)."""
    return Arm((side * (96 + out), 226), (side * (92 + out * 1.4), 318), "relaxed", 90 + side * 4)


def carrying(grip: Grip) -> tuple[Arm, Arm]:
    """The arms that hold a product: both around it, or the right one."""
    if grip.both:
        out = grip.half + 15
        low = grip.middle + 20
        elbow = max(232.0, low + 46)
        left = Arm((-108, elbow), (grip.x - out, low), "cup")
        return left, Arm((106, elbow - 2), (grip.x + out, low), "cup")
    return hanging(-1), Arm((104, max(246.0, grip.middle + 70)), (grip.x + 7, grip.middle + 42), "grip")
