"""A stride to the right, arms swinging against the legs."""

from reelwright.providers.builtin.artist.people.poses.pose import Arm, Grip, Leg, Pose, carrying

_LEGS = (
    Leg((-26, 350), (-38, 506), (-104, 632), 0, 36),
    Leg((24, 350), (62, 500), (82, 664), 8),
)


def pose(grip: Grip | None) -> Pose:
    """The joints."""
    if grip:
        left, right = carrying(grip)
    else:
        left, right = (
            Arm((-108, 222), (-126, 302), "relaxed", 104),
            Arm((90, 220), (114, 298), "relaxed", 64, is_behind=True),
        )
    return Pose(left, right, legs=_LEGS, lean=0.035, tilt_degrees=1.5)
