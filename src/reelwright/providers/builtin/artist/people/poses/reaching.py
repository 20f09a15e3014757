"""Reaching out to the right with an open hand, or with the product in it."""

from reelwright.providers.builtin.artist.people.poses.pose import Arm, Grip, Pose, gripping, hanging


def pose(grip: Grip | None) -> Pose:
    """The joints."""
    if grip:
        return Pose(hanging(-1), gripping(grip), tilt_degrees=3.0)
    return Pose(hanging(-1), Arm((138, 184), (214, 128), "open", -28), tilt_degrees=3.5, lean=0.03)
