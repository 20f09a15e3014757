"""Talking with somebody: an open hand half raised, the other easy."""

from reelwright.providers.builtin.artist.people.poses.at_ease import LEGS
from reelwright.providers.builtin.artist.people.poses.pose import Arm, Grip, Pose, carrying, hanging


def pose(grip: Grip | None) -> Pose:
    """The joints."""
    left, right = (hanging(-1, out=4), Arm((108, 222), (142, 166), "open", -58))
    if grip:
        left, right = carrying(grip)
    return Pose(left, right, legs=LEGS, tilt_degrees=3.0)
