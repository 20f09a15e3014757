"""In the saddle, the reins in both hands; the horse is drawn under it."""

from reelwright.providers.builtin.artist.people.poses.pose import Arm, Grip, Leg, Pose

_LEGS = (
    Leg((-20, 344), (70, 470), (40, 612), 8),
    Leg((14, 352), (96, 452), (52, 606), 6),
)


def pose(grip: Grip | None) -> Pose:
    """The joints; the hands are at the reins whatever the brief wants held."""
    left, right = Arm((-92, 214), (40, 282), "fist", 16), Arm((84, 222), (76, 288), "fist", 10)
    return Pose(left, right, legs=_LEGS, lean=0.05, tilt_degrees=2.0)
