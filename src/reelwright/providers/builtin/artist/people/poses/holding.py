"""Holding a product at the chest, the head bent to it a little; open hands when there is none."""

from reelwright.providers.builtin.artist.people.poses.pose import Arm, Grip, Pose, carrying


def pose(grip: Grip | None) -> Pose:
    """The joints."""
    if grip is None:
        return Pose(Arm((-106, 240), (-46, 218), "open", -28), Arm((104, 238), (48, 214), "open", -150), pitch=-0.1)
    left, right = carrying(grip)
    return Pose(left, right, tilt_degrees=-3.0, pitch=-0.15)
