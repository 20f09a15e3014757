"""Arms thrown up."""

from reelwright.providers.builtin.artist.people.poses.pose import Arm, Grip, Pose, gripping


def pose(grip: Grip | None) -> Pose:
    """The joints."""
    left = Arm((-158, 44), (-146, -62), "fist", -84)
    right = Arm((156, 34), (164, -74), "open", -78)
    if grip:
        right = gripping(grip)
    return Pose(left, right, tilt_degrees=-3.0, pitch=0.25)
