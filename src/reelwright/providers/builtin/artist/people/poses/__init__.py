"""The poses the artist knows: one file and one line each."""

from reelwright.providers.builtin.artist.people.poses import (
    arms_crossed,
    at_ease,
    at_temple,
    celebrating,
    cycling,
    greeting,
    hand_on_hip,
    hands_together,
    holding,
    looking_up,
    pondering,
    reaching,
    riding,
    running,
    scooting,
    shading_eyes,
    sitting,
    standing,
    using_phone,
    walking,
)
from reelwright.providers.builtin.artist.people.poses.pose import Grip, Pose, PoseMaker

POSES: dict[str, PoseMaker] = {
    "arms_crossed": arms_crossed.pose,
    "at_ease": at_ease.pose,
    "at_temple": at_temple.pose,
    "celebrating": celebrating.pose,
    "cycling": cycling.pose,
    "greeting": greeting.pose,
    "hand_on_hip": hand_on_hip.pose,
    "hands_together": hands_together.pose,
    "holding": holding.pose,
    "in_both_hands": holding.pose,
    "looking_up": looking_up.pose,
    "pondering": pondering.pose,
    "reaching": reaching.pose,
    "riding": riding.pose,
    "running": running.pose,
    "scooting": scooting.pose,
    "shading_eyes": shading_eyes.pose,
    "sitting": sitting.pose,
    "standing": standing.pose,
    "using_phone": using_phone.pose,
    "walking": walking.pose,
}
"""By slug."""


def pose_of(slug: str, grip: Grip | None) -> Pose:
    """The joints of a pose; an unknown one stands."""
    return POSES.get(slug, standing.pose)(grip)
