"""How people walk, run, ride and exercise: the foot on the ground keeps its place while the body travels."""

import math
from dataclasses import replace

from reelwright.providers.builtin.artist.brush import Point
from reelwright.providers.builtin.artist.people.actions.action import (
    Action,
    Moment,
    Start,
    at_rest,
    free_arm,
    keyed,
    one_handed,
)
from reelwright.providers.builtin.artist.people.poses import cycling
from reelwright.providers.builtin.artist.people.poses.blend import blended
from reelwright.providers.builtin.artist.people.poses.pose import Arm, Leg, Pose

_THIGH, _CALF, _GROUND = 163.0, 163.0, 664.0
WALK_STRIDE, RUN_STRIDE = 304.0, 620.0
"""Points the body travels in a cycle: four times how far a foot is set down before the hip."""


def _walk(progress: float, start: Start) -> Moment:
    """One cycle of two steps."""
    rise = 5 * math.cos(2 * math.tau * (progress - 0.25))
    far, near = _stepping(-12, progress + 0.5, rise, WALK_STRIDE), _stepping(12, progress, rise, WALK_STRIDE)
    if start.is_behind:
        far, near = _receding(-1, progress + 0.5, rise), _receding(1, progress, rise)
    swing = 0.5 + 0.5 * math.cos(math.tau * progress)
    fore = Arm((-92, 226), (-50, 298), "relaxed"), Arm((96, 218), (130, 288), "relaxed", is_behind=True)
    back = Arm((-114, 218), (-140, 296), "relaxed"), Arm((86, 226), (70, 314), "relaxed", is_behind=True)
    pose = replace(start.pose, legs=(far, near), lean=0.035, tilt_degrees=1.5, bob=rise, sits=False)
    if start.grip is None:
        a, b = replace(pose, left=back[0], right=fore[1]), replace(pose, left=fore[0], right=back[1])
        pose = blended(a, b, swing)
    return Moment(pose, start.grip, phase=progress)


def _stepping(hip_x: float, phase: float, rise: float, stride: float) -> Leg:
    """A leg at a phase: on the ground from 0 to 0.5 while the body passes over it, swinging forward from 0.5 to 1."""
    phase %= 1.0
    reach = stride / 4
    if phase < 0.5:
        x, lift = reach * (1 - 4 * phase), 0.0
        turn = 34 * max(0.0, (phase - 0.34) / 0.16) - 14 * max(0.0, 1 - phase / 0.08)
        raised = 22 * max(0.0, (phase - 0.36) / 0.14)
    else:
        share = (phase - 0.5) * 2
        x = -reach * math.cos(math.pi * share)
        lift, turn = 40 * math.sin(math.pi * share) ** 0.8, 34 * (1 - share * 1.42)
        raised = 22 * max(0.0, 1 - share * 1.6)
    ankle = hip_x + x, _GROUND + rise - lift - raised
    hip = hip_x, 350.0
    return Leg(hip, _knee(hip, ankle), ankle, 0.0, turn)


def _receding(side: int, phase: float, rise: float) -> Leg:
    """A leg that goes away from us: it rises and comes down on its own side."""
    leg = _stepping(0, phase, rise, WALK_STRIDE)
    lift = _GROUND + rise - leg.ankle[1]
    ankle = side * 27.0, _GROUND + rise - lift * 0.9
    knee = side * 31.0, (350 + ankle[1]) / 2 - lift * 0.12
    return Leg((side * 28.0, 350.0), knee, ankle, 90 + side * 12)


def _knee(hip: Point, ankle: Point) -> Point:
    """Where the knee is, bent forwards; a leg that cannot reach is stretched by what is missing."""
    away = math.dist(hip, ankle)
    thigh, calf = (_THIGH, _CALF) if away < _THIGH + _CALF else (away / 2, away / 2)
    along = (thigh**2 - calf**2 + away**2) / (2 * away)
    out = math.sqrt(max(0.0, thigh**2 - along**2))
    ux, uy = (ankle[0] - hip[0]) / away, (ankle[1] - hip[1]) / away
    return hip[0] + ux * along + uy * out, hip[1] + uy * along - ux * out


def _exercise(progress: float, start: Start) -> Moment:
    """A squat, and up with arms and legs flung wide."""
    start = one_handed(start)
    rest, held = at_rest(start), start.grip is not None
    is_laden = start.grip is not None and start.grip.both
    low = replace(
        rest,
        left=rest.left if is_laden else free_arm(-1, (-58, 172), "fist", -60),
        right=rest.right if held else free_arm(1, (62, 168), "fist", -120),
        legs=(_squatting(-1), _squatting(1)),
        bob=-44.0,
        pitch=-0.06,
    )
    high = max(-66.0, start.top + 84)
    up = replace(
        rest,
        left=rest.left if is_laden else free_arm(-1, (-148, high), "open", -96),
        right=rest.right if held else free_arm(1, (156, high - 6), "open", -84),
        legs=(_astride(-1), _astride(1)),
        bob=6.0,
        pitch=0.12,
        tilt_degrees=0.0,
    )
    grip = start.grip
    happy = "joy" if start.expression == "joy" else "smile"
    return keyed(
        (0, Moment(rest, grip)),
        (0.22, Moment(low, grip, gaze="forward", expression="determined")),
        (0.6, Moment(up, grip, gaze="camera", expression=happy)),
        (1, Moment(low, grip, gaze="forward", expression=happy)),
    )(progress)


def _squatting(side: int) -> Leg:
    return Leg((side * 31.0, 350.0), (side * 98.0, 470.0), (side * 74.0, _GROUND - 44), 90 - side * 34)


def _astride(side: int) -> Leg:
    return Leg((side * 31.0, 350.0), (side * 72.0, 504.0), (side * 112.0, _GROUND - 8), 90 - side * 34)


_RUN_PATH: tuple[tuple[float, float, float, float], ...] = (
    (0.0, 96, 640, -12), (0.16, 30, 664, 0), (0.34, -92, 658, 30), (0.48, -148, 568, 74), (0.62, -84, 516, 66),
    (0.78, 58, 556, 14), (0.9, 112, 602, -16), (1.0, 96, 640, -12),
)  # fmt: skip
"""Phase, place and turn of a running foot."""


def _run(progress: float, start: Start) -> Moment:
    rise = 9 * math.cos(2 * math.tau * (progress + 0.1))
    far, near = _running(-10, progress + 0.5, rise), _running(12, progress, rise)
    swing = 0.5 + 0.5 * math.cos(math.tau * progress)
    fore = Arm((-98, 214), (-22, 172), "fist", -48), Arm((112, 206), (120, 120), "fist", -74, is_behind=True)
    back = Arm((-136, 190), (-106, 262), "fist", 40), Arm((92, 212), (46, 246), "fist", 140, is_behind=True)
    pose = replace(start.pose, legs=(far, near), lean=0.2, tilt_degrees=3.0, pitch=0.05, bob=rise, sits=False)
    a, b = replace(pose, left=back[0], right=fore[1]), replace(pose, left=fore[0], right=back[1])
    return Moment(blended(a, b, swing) if start.grip is None else pose, start.grip, phase=progress)


def _running(hip_x: float, phase: float, rise: float) -> Leg:
    phase %= 1.0
    index = next(k for k in range(1, len(_RUN_PATH)) if _RUN_PATH[k][0] >= phase)
    a, b = _RUN_PATH[index - 1], _RUN_PATH[index]
    share = (phase - a[0]) / (b[0] - a[0])
    x, y, turn = (a[k] + (b[k] - a[k]) * share for k in (1, 2, 3))
    hip = hip_x, 348.0
    ankle = hip_x + x, y + rise
    return Leg(hip, _knee(hip, ankle), ankle, 0.0, turn)


def _ride(progress: float, start: Start) -> Moment:
    """The rider sways with the horse; on wheels the feet go round or keep still."""
    if start.pose.rolls:
        return _roll(progress, start)
    wave, late = math.sin(math.tau * progress), math.sin(math.tau * (progress - 0.12))
    left, right = start.pose.left, start.pose.right

    def moved(arm: Arm) -> Arm:
        return replace(arm, wrist=(arm.wrist[0] + 5 * wave, arm.wrist[1] + 4 * late))

    free = start.grip is None
    pose: Pose = replace(
        start.pose,
        left=moved(left) if free else left,
        right=moved(right) if free else right,
        lean=0.05 + 0.02 * late,
        tilt_degrees=2.0 + 2.0 * late,
        bob=13 * wave,
    )
    return Moment(pose, start.grip, phase=progress)


def _roll(progress: float, start: Start) -> Moment:
    """Pedals go round under a body that hardly moves; on a scooter nothing does but a little shaking."""
    shake = 1.6 * math.sin(2 * math.tau * progress)
    far, near = start.pose.legs
    if start.pose.legs == cycling.pose(None).legs:
        far, near = (_pedalled(leg, progress + half) for leg, half in ((far, 0.5), (near, 0.0)))
    return Moment(replace(start.pose, legs=(far, near), bob=shake), start.grip, phase=progress)


def _pedalled(leg: Leg, phase: float) -> Leg:
    angle = math.tau * phase
    ankle = cycling.CRANK[0] + cycling.PEDAL * math.cos(angle), cycling.CRANK[1] + cycling.PEDAL * math.sin(angle)
    return Leg(leg.hip, _knee(leg.hip, ankle), ankle, leg.foot_degrees, 8 + 10 * math.sin(angle - 0.6))


WALK = Action(_walk, "cycle", drawings=8, step_s=0.125, begins=0.0, stride=WALK_STRIDE)
RUN = Action(_run, "cycle", drawings=8, step_s=0.083, begins=0.0, stride=RUN_STRIDE)
EXERCISE = Action(_exercise, "to and fro", drawings=9, step_s=0.1, swings_from=0.6)
RIDE = Action(_ride, "cycle", drawings=7, step_s=0.085, begins=0.0)
