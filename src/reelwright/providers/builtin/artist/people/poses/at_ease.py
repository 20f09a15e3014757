"""Standing at ease, one hand in the pocket, the weight on one leg."""

from reelwright.providers.builtin.artist.people.poses.pose import Arm, Grip, Leg, Pose, carrying

LEGS = (
    Leg((-31, 350), (-27, 510), (-26, 668), 104),
    Leg((31, 350), (50, 506), (66, 660), 48),
)


def pose(grip: Grip | None) -> Pose:
    """The joints."""
    left, right = (Arm((-106, 224), (-86, 312), "relaxed", 82), Arm((122, 226), (74, 314), "hidden"))
    if grip:
        left, right = carrying(grip)
    return Pose(left, right, legs=LEGS, tilt_degrees=-3.5)
