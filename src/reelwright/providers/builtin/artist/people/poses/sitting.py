"""Sitting at ease, hands in the lap or on the table, or around a product."""

from reelwright.providers.builtin.artist.people.poses.pose import Arm, Grip, Leg, Pose, carrying

_LEGS = (
    Leg((-30, 338), (34, 366), (38, 524), 24),
    Leg((20, 338), (102, 360), (92, 520), 20),
)
CROSSED = (
    Leg((-30, 338), (-122, 378), (26, 396), 16),
    Leg((30, 338), (124, 376), (-30, 392), 164),
)
"""On the ground."""


def pose(grip: Grip | None) -> Pose:
    """The joints."""
    left, right = (Arm((-106, 236), (-34, 304), "relaxed", 14), Arm((104, 232), (40, 300), "relaxed", 166))
    if grip:
        left, right = carrying(grip)
    return Pose(left, right, legs=_LEGS, tilt_degrees=-2.5, sits=True)
