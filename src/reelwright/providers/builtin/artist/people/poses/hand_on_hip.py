"""One hand on the hip, the other arm easy, the weight on one leg."""

from reelwright.providers.builtin.artist.people.poses.at_ease import LEGS
from reelwright.providers.builtin.artist.people.poses.pose import Arm, Grip, Pose, carrying, hanging


def pose(grip: Grip | None) -> Pose:
    """The joints."""
    left, right = (Arm((-146, 220), (-74, 288), "fist", 30), hanging(1, out=6))
    if grip:
        left, right = carrying(grip)
    return Pose(left, right, legs=LEGS, tilt_degrees=3.5)
