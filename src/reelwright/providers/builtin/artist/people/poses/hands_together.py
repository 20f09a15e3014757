"""Hands folded before the body: waiting, listening, glad."""

from reelwright.providers.builtin.artist.people.poses.at_ease import LEGS
from reelwright.providers.builtin.artist.people.poses.pose import Arm, Grip, Pose, carrying


def pose(grip: Grip | None) -> Pose:
    """The joints."""
    left, right = (Arm((-110, 228), (-34, 286), "relaxed", 22), Arm((108, 226), (38, 280), "relaxed", 160))
    if grip:
        left, right = carrying(grip)
    return Pose(left, right, legs=LEGS, tilt_degrees=3.0)
