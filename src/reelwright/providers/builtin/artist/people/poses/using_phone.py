"""Looking at a phone in the hand; a phone of their own when none is held."""

from reelwright.providers.builtin.artist.people.poses.pose import Arm, Grip, Pose, gripping, hanging


def pose(grip: Grip | None) -> Pose:
    """The joints."""
    right = Arm((106, 244), (58, 176), "grip")
    if grip:
        right = gripping(grip)
    return Pose(hanging(-1), right, tilt_degrees=3.5, pitch=-0.35, shows_phone=grip is None)
