"""Looking up in wonder, one hand at the heart."""

from reelwright.providers.builtin.artist.people.poses.pose import Arm, Grip, Pose, carrying, hanging


def pose(grip: Grip | None) -> Pose:
    """The joints."""
    left, right = carrying(grip) if grip else (hanging(-1), Arm((104, 232), (46, 184), "relaxed", -150))
    return Pose(left, right, tilt_degrees=4.0, pitch=0.75, lean=-0.02)
