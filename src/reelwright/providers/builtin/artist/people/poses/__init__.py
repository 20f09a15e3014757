"""The poses the artist knows: one file and one line each."""

from reelwright.providers.builtin.artist.people.poses import (
    arms_crossed,
    celebrating,
    holding,
    looking_up,
    reaching,
    running,
    sitting,
    standing,
    using_phone,
    walking,
)
from reelwright.providers.builtin.artist.people.poses.pose import Grip, Pose, PoseMaker

POSES: dict[str, PoseMaker] = {
    "arms_crossed": arms_crossed.pose,
    "celebrating": celebrating.pose,
    "holding": holding.pose,
    "looking_up": looking_up.pose,
    "reaching": reaching.pose,
    "running": running.pose,
    "sitting": sitting.pose,
    "standing": standing.pose,
    "using_phone": using_phone.pose,
    "walking": walking.pose,
}
"""By slug."""


def pose_of(slug: str, grip: Grip | None) -> Pose:
    """The joints of a pose; an unknown one stands."""
    return POSES.get(slug, standing.pose)(grip)
