"""A bad moment: fingertips at the temple, the head leaning into them."""

from reelwright.providers.builtin.artist.people.poses.pose import Arm, Grip, Pose, carrying, hanging


def pose(grip: Grip | None) -> Pose:
    """The joints."""
    left, right = (hanging(-1), Arm((128, 168), (66, 30), "relaxed", -118))
    if grip:
        left, right = carrying(grip)
    return Pose(left, right, tilt_degrees=6.0, pitch=-0.25)
