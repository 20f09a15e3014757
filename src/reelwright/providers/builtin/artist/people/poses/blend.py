"""Between two poses: limbs turn about their joints, so that they keep their length on the way."""

import math
from dataclasses import replace

from reelwright.providers.builtin.artist.brush import Point
from reelwright.providers.builtin.artist.people.poses.pose import SHOULDER, Arm, Grip, Leg, Pose

_HELD = ("cup", "grip")


def blended(a: Pose, b: Pose, share: float) -> Pose:
    """The pose ``share`` (0 to 1) of the way from a to b; what cannot be mixed changes in the middle."""
    near = a if share < 0.5 else b
    return replace(
        near,
        left=_arm(a.left, b.left, -1, share),
        right=_arm(a.right, b.right, 1, share),
        legs=(_leg(a.legs[0], b.legs[0], share), _leg(a.legs[1], b.legs[1], share)),
        lean=_mixed(a.lean, b.lean, share),
        tilt_degrees=_mixed(a.tilt_degrees, b.tilt_degrees, share),
        pitch=_mixed(a.pitch, b.pitch, share),
        bob=_mixed(a.bob, b.bob, share),
    )


def carried(a: Grip, b: Grip, share: float) -> Grip:
    """A product on its way between two grips."""
    return replace(
        a,
        x=_mixed(a.x, b.x, share),
        base=_mixed(a.base, b.base, share),
        tilt_degrees=_mixed(a.tilt_degrees, b.tilt_degrees, share),
    )


def _arm(a: Arm, b: Arm, side: int, share: float) -> Arm:
    near = a if share < 0.5 else b
    if a == b:
        return a
    if a.hand in _HELD and b.hand in _HELD:
        return replace(near, elbow=_point(a.elbow, b.elbow, share), wrist=_point(a.wrist, b.wrist, share))
    shoulder = side * SHOULDER[0], SHOULDER[1]
    elbow = _turned(shoulder, a.elbow, shoulder, b.elbow, shoulder, share)
    wrist = _turned(a.elbow, a.wrist, b.elbow, b.wrist, elbow, share)
    degrees = _angle(_hand_degrees(a), _hand_degrees(b), share)
    return replace(near, elbow=elbow, wrist=wrist, hand_degrees=degrees)


def _leg(a: Leg, b: Leg, share: float) -> Leg:
    if a == b:
        return a
    hip = _point(a.hip, b.hip, share)
    knee = _turned(a.hip, a.knee, b.hip, b.knee, hip, share)
    ankle = _turned(a.knee, a.ankle, b.knee, b.ankle, knee, share)
    return Leg(
        hip, knee, ankle, _angle(a.foot_degrees, b.foot_degrees, share), _mixed(a.lift_degrees, b.lift_degrees, share)
    )


def _hand_degrees(arm: Arm) -> float:
    if arm.hand_degrees is not None:
        return arm.hand_degrees
    return math.degrees(math.atan2(arm.wrist[1] - arm.elbow[1], arm.wrist[0] - arm.elbow[0]))


def _turned(a_root: Point, a: Point, b_root: Point, b: Point, root: Point, share: float) -> Point:
    """The end of a bone that turns the short way about its root, its length passing from one to the other."""
    first = math.degrees(math.atan2(a[1] - a_root[1], a[0] - a_root[0]))
    last = math.degrees(math.atan2(b[1] - b_root[1], b[0] - b_root[0]))
    turn = math.radians(_angle(first, last, share))
    length = _mixed(math.dist(a_root, a), math.dist(b_root, b), share)
    return root[0] + math.cos(turn) * length, root[1] + math.sin(turn) * length


def _angle(a: float, b: float, share: float) -> float:
    return a + ((b - a + 180) % 360 - 180) * share


def _point(a: Point, b: Point, share: float) -> Point:
    return _mixed(a[0], b[0], share), _mixed(a[1], b[1], share)


def _mixed(a: float, b: float, share: float) -> float:
    return a + (b - a) * share
