"""What two people do with each other: embrace, hand over, take, show, hold and shake hands, talk and listen."""

from dataclasses import replace

from reelwright.providers.builtin.artist.brush import Point
from reelwright.providers.builtin.artist.people.actions.action import (
    Action,
    Moment,
    Start,
    at_rest,
    free_arm,
    held_at,
    keyed,
    one_handed,
    straight_arm,
)
from reelwright.providers.builtin.artist.people.actions.gaits import WALK
from reelwright.providers.builtin.artist.people.poses.pose import Arm, Pose

_REACH = 226.0
"""Points an arm reaches from its shoulder."""


def _place(start: Start, x: float, y: float) -> Point:
    """Where the other one is, no farther than an arm reaches."""
    at = start.other_of_adult or (x, y)
    return max(-_REACH, min(_REACH, at[0])), max(-70.0, min(330.0, at[1]))


def _glad(start: Start) -> str:
    """Pleased to be with somebody; sorrow stays."""
    return {"neutral": "smile", "calm": "smile", "tired": "calm"}.get(start.expression, start.expression)


def _toward(start: Start, pose: Pose, arm: Arm, side: int) -> Pose:
    """The pose with the arm on the other one's side."""
    return replace(pose, right=arm) if side > 0 else replace(pose, left=arm)


def _hug(progress: float, start: Start) -> Moment:
    """Arms open and close about the other one; eyes shut, heads side by side."""
    x, y = _place(start, 150, 150)
    rest = at_rest(replace(start, grip=None))
    wide = replace(rest, left=free_arm(-1, (20, y + 60), "open", 10), pitch=0.05, bob=2.0)
    near = straight_arm(-1, (x - 6, y), "relaxed")
    far = replace(straight_arm(1, (x, y - 26), "relaxed"), is_behind=True)
    held = replace(rest, left=near, right=far, tilt_degrees=7.0, pitch=-0.12, lean=-0.04)
    feels = "worried" if start.expression == "worried" else "smile"
    return keyed(
        (0, Moment(wide, gaze="forward", expression=feels)), (1, Moment(held, gaze="closed", expression=feels))
    )(progress)


def _arm_around(progress: float, start: Start) -> Moment:
    """A hand comes to rest on the other one's shoulder."""
    start = one_handed(start)
    x, y = _place(start, 150, 110)
    side = 1 if x > 0 else -1
    if start.grip is not None and side > 0:
        return _listen(progress, start)
    hand = straight_arm(side, (x - side * 22, y - 4), "relaxed")
    hand = replace(hand, hand_degrees=24 if side > 0 else 156)
    end = replace(_toward(start, at_rest(start), hand, side), tilt_degrees=5.0 * side, pitch=-0.05)
    return keyed(
        (0, Moment(at_rest(start), start.grip)), (1, Moment(end, start.grip, gaze="forward", expression=_glad(start)))
    )(progress)


def _lean_in(progress: float, start: Start) -> Moment:
    """The head goes to whose hand is on the shoulder."""
    end = replace(start.pose, tilt_degrees=8.0, pitch=-0.06)
    return keyed((0, Moment(start.pose, start.grip)), (1, Moment(end, start.grip, expression=_glad(start))))(progress)


def _holding_hands(start: Start, pose: Pose) -> Pose:
    x, y = _place(start, 110, 300)
    side = 1 if x > 0 else -1
    hand = free_arm(side, (x - side * 9, y - 24), "fist", 90 - side * 34)
    return _toward(start, pose, hand, side)


def _hold_hands(progress: float, start: Start) -> Moment:
    start = one_handed(start)
    if start.grip is not None and (start.other or (1, 0))[0] > 0:
        return _listen(progress, start)
    end = replace(_holding_hands(start, at_rest(start)), tilt_degrees=4.0)
    begin = Moment(end, start.grip)
    return keyed((0, begin), (1, Moment(end, start.grip, gaze="forward", expression=_glad(start))))(progress)


def _walk_together(progress: float, start: Start) -> Moment:
    """The walk, one hand in the other one's."""
    moment = WALK.doing(progress, start)
    free = start.grip is None or (start.other or (1, 0))[0] < 0
    return replace(moment, pose=_holding_hands(start, moment.pose)) if free else moment


def _shake_hands(progress: float, start: Start) -> Moment:
    start = one_handed(start)
    if start.grip is not None:
        return _listen(progress, start)
    x, y = _place(start, 140, 200)

    def at(dy: float, pitch: float) -> Moment:
        pose = replace(at_rest(start), right=free_arm(1, (x - 26, y + dy), "fist", 4), pitch=pitch, tilt_degrees=2.0)
        return Moment(pose, gaze="forward", expression=_glad(start))

    return keyed((0, Moment(at_rest(start), gaze="forward")), (0.5, at(-8, 0.0)), (1, at(10, -0.14)))(progress)


def _high_five(progress: float, start: Start) -> Moment:
    start = one_handed(start)
    if start.grip is not None:
        return _listen(progress, start)
    x, y = _place(start, 140, -10)
    up = replace(at_rest(start), right=free_arm(1, (x - 12, y + 40), "open", -84), pitch=0.12, bob=8.0)
    back = replace(at_rest(start), right=free_arm(1, (x * 0.55, y + 70), "open", -96), pitch=0.05)
    return keyed(
        (0, Moment(at_rest(start), gaze="forward", expression="smile")),
        (0.55, Moment(back, gaze="forward", expression="smile")),
        (1, Moment(up, gaze="forward", expression="joy")),
    )(progress)


def _show(progress: float, start: Start) -> Moment:
    """What is held comes up between the two and is looked at, then the other one's eyes are met."""
    if start.grip is None:
        return _talk(progress, start)
    grip = start.grip
    near = grip.x + (14 if grip.both else 30)
    shown, above = held_at(start, near, max(150.0, grip.base - 56), 4.0)
    low, below = held_at(start, grip.x - 4, grip.base + min(70.0, 0.6 * grip.height + 14))
    begin = Moment(replace(low, pitch=-0.4, tilt_degrees=-2.0), below, gaze="product", turn=max(0.1, start.turn - 0.35))
    way = Moment(replace(shown, pitch=-0.25), above, gaze="product", turn=start.turn)
    end = Moment(replace(shown, pitch=0.02, tilt_degrees=4.0), above, gaze="forward", turn=start.turn)
    return keyed((0, begin), (0.7, way), (1, replace(end, expression=_glad(start))))(progress)


def _look_on(progress: float, start: Start) -> Moment:
    """An arm goes round the back of who shows something; the heads come together over it."""
    start = one_handed(start)
    x, y = _place(start, 150, 110)
    side = 1 if x > 0 else -1
    rest = at_rest(start)
    bent_to = replace(rest, tilt_degrees=6.0 * side, pitch=-0.22, lean=0.03 * side)
    if start.grip is None or side < 0:
        arm = replace(straight_arm(side, (x, y), "hidden"), is_behind=True)
        bent_to = _toward(start, bent_to, arm, side)
    begin = Moment(rest, start.grip, gaze="forward", turn=max(0.0, start.turn - _ASIDE))
    seen = Moment(bent_to, start.grip, gaze="product", turn=start.turn, expression=_glad(start))
    end = replace(seen, pose=replace(bent_to, pitch=-0.08), gaze="forward")
    return keyed((0, begin), (0.6, seen), (1, end))(progress)


def _give(progress: float, start: Start) -> Moment:
    """What is held goes across to the other one; without anything, an open hand."""
    x, y = _place(start, 140, 190)
    if start.grip is None:
        out = replace(at_rest(start), right=free_arm(1, (x - 40, y + 14), "open", -12), pitch=-0.1, tilt_degrees=3.0)
        return keyed(
            (0, Moment(start.pose, gaze="forward")), (1, Moment(out, gaze="forward", expression=_glad(start)))
        )(progress)
    x, y = start.other or (x, y)
    near = max(start.grip.x, min(_REACH, x) - start.grip.half - (18 if start.grip.both else 4))
    low = y + start.grip.height * 0.5
    across, grip = held_at(start, near, low)
    end = replace(across, pitch=-0.08, tilt_degrees=4.0)
    begin = Moment(replace(start.pose, pitch=-0.25), start.grip, gaze="product")
    return keyed((0, begin), (1, Moment(end, grip, gaze="forward", expression=_glad(start))))(progress)


def _take(progress: float, start: Start) -> Moment:
    """Both hands come up to what is given."""
    start = one_handed(start)
    if start.grip is not None:
        return _listen(progress, start)
    x, y = _place(start, 140, 190)
    right = free_arm(1, (x - 46, y + 40), "open", -24)
    left = free_arm(-1, (x - 96, y + 62), "open", -30)
    end = replace(at_rest(start), right=right, left=left, pitch=-0.22, tilt_degrees=3.0)
    begin = Moment(at_rest(start), gaze="forward")
    return keyed((0, begin), (0.35, begin), (1, Moment(end, gaze="forward", expression=_glad(start))))(progress)


def _talk(progress: float, start: Start) -> Moment:
    """A hand speaks along."""
    start = one_handed(start)
    if start.grip is not None and start.grip.both:
        return _listen(progress, start)
    rest = at_rest(start)
    side = -1 if start.grip is not None else 1

    def at(x: float, y: float, degrees: float, pitch: float) -> Moment:
        arm = free_arm(side, (side * x, y), "open", degrees if side > 0 else 180 - degrees)
        pose = replace(_toward(start, rest, arm, side), pitch=pitch, tilt_degrees=3.0)
        return Moment(pose, start.grip, gaze="forward")

    begin = Moment(rest, start.grip, gaze="forward", turn=max(0.0, start.turn - _ASIDE))
    said, meant = (
        replace(moment, turn=start.turn, expression=_glad(start))
        for moment in (at(112, 182, -34, 0.06), at(152, 140, -58, -0.1))
    )
    return keyed((0, begin), (0.5, said), (1, meant))(progress)


_ASIDE = 0.45
"""How far from each other two who are going to talk look at first."""


def _listen(progress: float, start: Start) -> Moment:
    """Turns to who speaks, nods."""
    begin = Moment(start.pose, start.grip, turn=max(0.0, start.turn - _ASIDE))
    up = Moment(replace(start.pose, pitch=0.05), start.grip, gaze="forward", expression=_glad(start), turn=start.turn)
    return keyed((0, begin), (0.5, up), (1, replace(up, pose=replace(start.pose, pitch=-0.26, tilt_degrees=4.0))))(
        progress
    )


HUG = Action(_hug, drawings=5, begins=0.1)
ARM_AROUND = Action(_arm_around, drawings=6)
LEAN_IN = Action(_lean_in, drawings=4, begins=0.3, step_s=0.12)
HOLD_HANDS = Action(_hold_hands, drawings=4, step_s=0.12)
WALK_TOGETHER = replace(WALK, doing=_walk_together)
SHAKE_HANDS = Action(_shake_hands, "to and fro", drawings=7, step_s=0.1, swings_from=0.5)
HIGH_FIVE = Action(_high_five, drawings=7)
GIVE = Action(_give, drawings=7)
TAKE = Action(_take, drawings=7)
TALK = Action(_talk, "to and fro", drawings=6, step_s=0.14, swings_from=0.5)
LISTEN = Action(_listen, "to and fro", drawings=5, step_s=0.14, swings_from=0.5)
SHOW = Action(_show, drawings=7)
LOOK_ON = Action(_look_on, drawings=6)
