"""Holding a product at the chest, the head bent to it a little; hands that rest when there is none."""

from reelwright.providers.builtin.artist.people.poses import hands_together
from reelwright.providers.builtin.artist.people.poses.pose import Grip, Pose, carrying


def pose(grip: Grip | None) -> Pose:
    """The joints."""
    if grip is None:
        return hands_together.pose(None)
    left, right = carrying(grip)
    return Pose(left, right, tilt_degrees=-3.0, pitch=-0.15)
