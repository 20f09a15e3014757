"""What an action is: how a figure is at every moment of what it does, as a pure function of the progress."""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from reelwright.providers.builtin.artist.brush import Point
from reelwright.providers.builtin.artist.people.poses.blend import blended, carried
from reelwright.providers.builtin.artist.people.poses.pose import (
    SHOULDER,
    Arm,
    Grip,
    Pose,
    bent,
    carrying,
    gripping,
    hanging,
)


@dataclass(frozen=True)
class Moment:
    """How a figure is at one moment."""

    pose: Pose
    grip: Grip | None = None
    gaze: str = ""
    """Empty keeps the person's own."""
    expression: str = ""
    """Empty keeps the person's own."""
    turn: float | None = None
    """Of the head and trunk, 0 towards us to 1; None keeps the anchor's."""
    spoons: bool = False
    """Whether the right hand holds a spoon."""
    pours: bool = False
    """Whether something runs out of what is held."""
    phase: float = 0.0
    """Of a gait, 0 to 1: where the mount's legs are."""


@dataclass(frozen=True)
class Start:
    """What an action begins with."""

    pose: Pose
    grip: Grip | None = None
    expression: str = "neutral"
    gaze: str = "camera"
    turn: float = 0.3
    target: Point | None = None
    """Where the hand wants to go, in points of this body: a product on the table."""
    bottom: float = 400.0
    """Lower edge of the frame, in points."""
    is_behind: bool = False
    """Whether the back is turned to us."""
    top: float = -160.0
    """Upper edge of the frame, in points."""
    hand: float = 0.92
    """Points of this hand per point of a man's."""
    other: Point | None = None
    """Where the hand of somebody else is to be met, in points of this body."""
    other_of_adult: Point | None = None
    """The same in points of an adult's body, as poses have them."""

    breadth: float = 1.0
    """Half shoulder width as a share of an adult man's."""
    stature: float = 1.0
    """Length of the body below the chin as a share of an adult's."""

    shape: str = ""
    """Of the product that is held."""
    comes_to: Pose | None = None
    """The person's pose of the words, where it is what an action ends in."""

    @property
    def mouth(self) -> Point:
        """Where the mouth is, in points."""
        return 20 * math.sin(math.radians(36 * self.turn)), 32.0

    def adult(self, place: Point) -> Point:
        """A place of this body in points of an adult's, as poses have them."""
        x, y = place
        return x / self.breadth, y if y <= 50 else 50 + (y - 50) / self.stature

    @property
    def lifted(self) -> str:
        """An easier expression than the one it began with; nobody beams for nothing."""
        return {"tired": "calm", "worried": "neutral", "neutral": "calm"}.get(self.expression, self.expression)


Doing = Callable[[float, Start], Moment]
"""How the figure is at a progress from 0 to 1; a cycle repeats from 1 to 0."""


@dataclass(frozen=True)
class Action:
    """One thing people do."""

    doing: Doing
    kind: Literal["once", "to and fro", "cycle"] = "once"
    """``to and fro`` comes to ``swings_from`` and then moves between there and its end until the shot rests."""
    drawings: int = 8
    """In a medium shot; a close-up takes fewer."""
    step_s: float = 0.1
    swings_from: float = 1.0
    begins: float = 0.12
    stride: float = 0.0
    """Points that the figure travels in one cycle."""


def keyed(*keys: tuple[float, Moment]) -> Callable[[float], Moment]:
    """Moments in between: each key at its progress, the way to it eased."""

    def at(progress: float) -> Moment:
        after = next((index for index, key in enumerate(keys) if key[0] >= progress), len(keys) - 1)
        if after == 0:
            return keys[0][1]
        (begin, a), (end, b) = keys[after - 1], keys[after]
        share = min(1.0, max(0.0, (progress - begin) / max(1e-6, end - begin)))
        return between(a, b, share * share * (3 - 2 * share))

    return at


def between(a: Moment, b: Moment, share: float) -> Moment:
    """The moment ``share`` of the way from a to b."""
    if share <= 0 or share >= 1:
        return a if share <= 0 else b
    near = a if share < 0.6 else b
    grip = carried(a.grip, b.grip, share) if a.grip and b.grip else near.grip
    turn = None if a.turn is None or b.turn is None else a.turn + (b.turn - a.turn) * share
    pose = blended(a.pose, b.pose, share)
    return replace(near, pose=with_grip(pose, grip) if grip else pose, grip=grip, turn=turn)


def with_grip(pose: Pose, grip: Grip) -> Pose:
    """The pose with its arms following what they hold."""
    if grip.both:
        left, right = carrying(grip)
        return replace(pose, left=left, right=pose.right if grip.how == "spooned" else right)
    return replace(pose, right=gripping(grip)) if pose.right.hand == "grip" else pose


def held_at(start: Start, x: float, base: float, tilt_degrees: float = 0.0) -> tuple[Pose, Grip | None]:
    """The start's pose with what it holds somewhere else; without a product the right hand goes there."""
    if start.grip is None:
        wrist = (x + 10, base - 10)
        return replace(start.pose, right=Arm(bent(1, wrist), wrist, "relaxed", -100)), None
    grip = replace(start.grip, x=x, base=base, tilt_degrees=tilt_degrees)
    right = gripping(grip) if not grip.both else start.pose.right
    return with_grip(replace(start.pose, right=right), grip), grip


def free_arm(side: int, wrist: Point, hand: str, degrees: float | None = None) -> Arm:
    """An arm that goes to a place, with an elbow that suits it."""
    return Arm(bent(side, wrist), wrist, hand, degrees)  # type: ignore[arg-type]


def straight_arm(side: int, wrist: Point, hand: str) -> Arm:
    """An arm stretched out to a place, hardly bent."""
    shoulder = side * SHOULDER[0], SHOULDER[1]
    elbow = shoulder[0] + (wrist[0] - shoulder[0]) * 0.53, shoulder[1] + (wrist[1] - shoulder[1]) * 0.53 + 12
    return Arm(elbow, wrist, hand)  # type: ignore[arg-type]


_ONE_HAND_HALF = 30.0
"""Half width in points of the largest thing that one hand holds."""


def one_handed(start: Start) -> Start:
    """The start with what both hands hold in the right one alone, so that the left is free."""
    if start.grip is None or not start.grip.both or start.grip.half > _ONE_HAND_HALF:
        return start
    grip = replace(start.grip, both=False, x=max(34.0, start.grip.half + 12))
    rest = start.pose.left if start.pose.sits else hanging(-1)
    return replace(start, grip=grip, pose=replace(start.pose, left=rest, right=gripping(grip)))


def at_rest(start: Start) -> Pose:
    """The start's pose with arms that hang, unless they hold or rest on the lap."""
    if start.grip is not None or start.pose.sits:
        return start.pose
    return replace(start.pose, left=hanging(-1), right=hanging(1, out=2))
