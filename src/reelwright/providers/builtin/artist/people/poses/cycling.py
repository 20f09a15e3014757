"""On a bicycle: hands on the bar, feet on the pedals, which go round."""

from reelwright.providers.builtin.artist.people.poses.pose import Arm, Grip, Leg, Pose

CRANK, PEDAL = (41.0, 612.0), 54.0
"""Middle of the ankles' circle, and its radius."""
_LEGS = (
    Leg((-14, 348), (96, 452), (41, 558), 8),
    Leg((14, 352), (80, 510), (41, 666), 6),
)


def pose(grip: Grip | None) -> Pose:
    """The joints; the hands are at the bar whatever the brief wants held."""
    left, right = Arm((20, 286), (196, 372), "fist", 24), Arm((112, 268), (206, 378), "fist", 24)
    return Pose(left, right, legs=_LEGS, lean=0.09, tilt_degrees=1.0, rolls=True)
