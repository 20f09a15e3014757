"""Standing easily, arms hanging; a held product comes to the chest."""

from reelwright.providers.builtin.artist.people.poses.pose import Grip, Pose, carrying, hanging


def pose(grip: Grip | None) -> Pose:
    """The joints."""
    left, right = carrying(grip) if grip else (hanging(-1), hanging(1, out=2))
    return Pose(left, right)
