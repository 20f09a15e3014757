"""Arms crossed before the chest, at ease."""

from reelwright.providers.builtin.artist.people.poses.pose import Arm, Grip, Pose, carrying


def pose(grip: Grip | None) -> Pose:
    """The joints."""
    left, right = (Arm((-104, 226), (52, 212), "hidden"), Arm((102, 222), (-46, 196), "relaxed", -162))
    if grip:
        left, right = carrying(grip)
    return Pose(left, right, tilt_degrees=-3.0)
