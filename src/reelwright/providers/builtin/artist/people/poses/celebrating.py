"""Arms thrown up."""

from reelwright.providers.builtin.artist.people.poses.pose import Arm, Grip, Pose


def pose(grip: Grip | None) -> Pose:
    """The joints."""
    left = Arm((-158, 44), (-146, -62), "fist", -84)
    right = Arm((156, 34), (164, -74), "open", -78)
    if grip:
        right = Arm((118, max(248.0, grip.middle + 66)), (grip.x + 7, grip.middle + 42), "grip")
    return Pose(left, right, tilt_degrees=-3.0, pitch=0.25)
