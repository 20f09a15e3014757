"""Looking up in wonder, arms a little away from the body, palms open."""

from reelwright.providers.builtin.artist.people.poses.pose import Arm, Grip, Pose, carrying, hanging


def pose(grip: Grip | None) -> Pose:
    """The joints."""
    left, right = carrying(grip) if grip else (hanging(-1, out=10), Arm((120, 216), (146, 288), "open", 52))
    return Pose(left, right, tilt_degrees=4.0, pitch=0.5, lean=-0.02)
