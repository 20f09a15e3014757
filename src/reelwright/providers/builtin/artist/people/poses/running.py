"""Running to the right: the body leans in, elbows bent, one knee high."""

from reelwright.providers.builtin.artist.people.poses.pose import Arm, Grip, Leg, Pose, carrying

_LEGS = (
    Leg((-22, 348), (-26, 500), (-150, 552), 0, 74),
    Leg((20, 348), (116, 432), (86, 580), 0, -8),
)


def pose(grip: Grip | None) -> Pose:
    """The joints."""
    left, right = Arm((-112, 214), (-34, 236), "fist", -22), Arm((112, 206), (118, 118), "fist", -70)
    if grip:
        _, right = carrying(grip)
    return Pose(left, right, legs=_LEGS, lean=0.2, tilt_degrees=3.0, pitch=0.05)
