"""In doubt: one arm across the body carries the other, whose hand is at the chin."""

from reelwright.providers.builtin.artist.people.poses.at_ease import LEGS
from reelwright.providers.builtin.artist.people.poses.pose import Arm, Grip, Pose, carrying


def pose(grip: Grip | None) -> Pose:
    """The joints."""
    left, right = (Arm((-106, 226), (44, 228), "relaxed", -8), Arm((84, 216), (34, 86), "fist", -112))
    if grip:
        left, right = carrying(grip)
    return Pose(left, right, legs=LEGS, tilt_degrees=4.5, pitch=-0.1)
