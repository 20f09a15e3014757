"""Looking out far, a hand over the brow."""

from reelwright.providers.builtin.artist.people.poses.at_ease import LEGS
from reelwright.providers.builtin.artist.people.poses.pose import Arm, Grip, Pose, carrying, hanging


def pose(grip: Grip | None) -> Pose:
    """The joints."""
    left, right = (hanging(-1), Arm((146, 96), (84, -22), "relaxed", -172))
    if grip:
        left, right = carrying(grip)
    return Pose(left, right, legs=LEGS, tilt_degrees=-2.0, pitch=0.1)
