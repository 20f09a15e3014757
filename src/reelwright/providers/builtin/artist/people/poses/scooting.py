"""On a motor scooter: knees bent, feet on the board, hands on the bar."""

from reelwright.providers.builtin.artist.people.poses.pose import Arm, Grip, Leg, Pose

_LEGS = (
    Leg((-10, 346), (140, 402), (176, 548), 6),
    Leg((14, 352), (154, 410), (186, 554), 4),
)


def pose(grip: Grip | None) -> Pose:
    """The joints; the hands are at the bar whatever the brief wants held."""
    left, right = Arm((60, 268), (238, 234), "fist", -6), Arm((142, 268), (254, 242), "fist", -6)
    return Pose(left, right, legs=_LEGS, lean=0.06, tilt_degrees=1.0, rolls=True)
