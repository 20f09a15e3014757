"""What hands do: lift, sip, taste, pour, open, reach, wave, point, apply, tap, wipe."""

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
    with_grip,
)
from reelwright.providers.builtin.artist.people.hands import wrist_for_tip
from reelwright.providers.builtin.artist.people.poses.pose import SPOON, carrying, gripping


def _lift(progress: float, start: Start) -> Moment:
    """What is held comes up and is looked at, then shown with a smile."""
    if start.grip is None:
        low, high = replace(start.pose, pitch=-0.3), replace(start.pose, pitch=0.12, tilt_degrees=-3.0)
        end = Moment(high, gaze="forward", expression=start.lifted)
        return keyed((0, Moment(low, gaze="down")), (1, end))(progress)
    grip = start.grip
    low, below = held_at(start, grip.x + 6, grip.base + min(90.0, 0.75 * grip.height + 20))
    high, above = held_at(start, grip.x + (0 if grip.both else 8), grip.base - min(44.0, max(0.0, grip.base - 150)))
    low, high = replace(low, pitch=-0.35, tilt_degrees=-2.0), replace(high, pitch=0.0, tilt_degrees=-4.0)
    end = Moment(high, above, gaze="camera", expression=start.lifted)
    if start.gaze == "product":
        end = replace(end, pose=replace(high, pitch=-0.16), gaze="product")
    return keyed((0, Moment(low, below, gaze="product")), (1, end))(progress)


def _glad(start: Start) -> str:
    """Pleased with what it is; a laugh only for who laughed already."""
    return "joy" if start.expression == "joy" else "smile"


def _at_lips(start: Start, across: float, tilt_degrees: float, up: float = 0.96) -> Moment:
    """What is held touches the lips with its rim or a corner; nothing held, the fingers do."""
    x, y = start.mouth
    grip = start.grip
    if grip is None:
        wrist = start.adult((x + 30, y + 44))
        pose = replace(start.pose, right=free_arm(1, wrist, "fist", -124), pitch=0.05)
        return Moment(pose, gaze="closed", expression="calm")
    at_mouth = grip.brought((x + 1, y + 1), across, up, tilt_degrees)
    pose = with_grip(start.pose, at_mouth)
    return Moment(replace(pose, pitch=0.1, tilt_degrees=3.0), at_mouth, gaze="closed", expression="calm")


def _rim_at_lips(start: Start) -> Moment:
    """A vessel to drink from: in both hands it comes from before, in one hand from the side of the hand."""
    if start.grip is not None and start.grip.both:
        return _at_lips(start, -0.1, 0.0, 0.95)
    return _at_lips(start, -0.62, -14)


def _sip(progress: float, start: Start) -> Moment:
    begin = Moment(replace(start.pose, pitch=-0.25), start.grip, gaze="product")
    lips = _rim_at_lips(start)
    near = replace(lips, gaze="down", expression=start.expression)
    return keyed((0, begin), (0.75, near), (1, lips))(progress)


def _taste(progress: float, start: Start) -> Moment:
    """A bite or a spoonful: it ends at the mouth."""
    if start.grip is not None and start.grip.both and (start.shape in _DISHES or start.grip.half > _BITTEN_HALF):
        return _spoonful(progress, start)
    start = one_handed(start)
    begin = Moment(replace(start.pose, pitch=-0.2), start.grip, gaze="product")
    both = start.grip is not None and start.grip.both
    lips = _at_lips(start, -0.2, -6, 0.86) if both else _at_lips(start, -0.7, -34, 0.97)
    near = replace(lips, gaze="down", expression=start.expression)
    return keyed((0, begin), (0.6, near), (1, lips))(progress)


def _spoonful(progress: float, start: Start) -> Moment:
    """One hand keeps the dish, the other one brings a spoon or a morsel from it to the mouth."""
    if start.grip is None:
        return Moment(start.pose)
    x, y = start.mouth
    dish = replace(start.grip, how="spooned", x=start.grip.x - 14)
    rest = replace(start.pose, left=carrying(dish)[0])

    spoons = start.shape in _DISHES
    reach = SPOON if spoons else _MORSEL

    def spoon(tip: Point, gaze: str, expression: str, pitch: float) -> Moment:
        arm = free_arm(1, start.adult((tip[0] + reach[0], tip[1] + reach[1])), "fist", _SPOON_HAND_DEGREES)
        return Moment(replace(rest, right=arm, pitch=pitch), dish, gaze=gaze, expression=expression, spoons=spoons)

    low = spoon((dish.x + dish.half * 0.4, dish.base - dish.height + 4), "product", "", -0.3)
    lips = spoon((x + 2, y + 2), "closed", "calm", 0.05)
    return keyed((0, low), (1, lips))(progress)


_BITTEN_HALF = 40.0
"""Half width of the largest thing that is bitten into; what is larger is a dish with a spoon."""
_SPOON_HAND_DEGREES = -150.0
_DISHES = ("bowl", "plate", "cake", "pet_bowl", "generic")
"""What is eaten with a spoon; of all else a morsel is broken off with the fingers."""
_MORSEL: Point = (36.0, 26.0)
"""From the morsel to the wrist of the hand that has it."""


def _pour(progress: float, start: Start) -> Moment:
    """What is held is raised to the free side and tilted."""
    begin = Moment(replace(start.pose, pitch=-0.2), start.grip, gaze="product")
    base = 178.0 if start.grip is None else min(start.grip.base - 30, start.bottom - 70)
    over, grip = held_at(start, 96, base, 64)
    end = Moment(replace(over, pitch=-0.4, tilt_degrees=5.0), grip, gaze="product", expression="calm", pours=True)
    if grip is None:
        return keyed((0, begin), (1, replace(end, pours=False)))(progress)
    return keyed((0, begin), (0.4, replace(end, pose=over, grip=replace(grip, tilt_degrees=8), pours=False)), (1, end))(
        progress
    )


def _show(progress: float, start: Start, expression: str) -> Moment:
    """What needs both hands comes up a little: no hand is free for more."""
    begin = Moment(replace(start.pose, pitch=-0.35), start.grip, gaze="product")
    if start.grip is None:
        return begin
    shown, grip = held_at(start, start.grip.x, start.grip.base - 24, 3)
    end = Moment(replace(shown, pitch=0.04, tilt_degrees=-4.0), grip, gaze="camera", expression=expression)
    return keyed((0, begin), (1, end))(progress)


def _open(progress: float, start: Start) -> Moment:
    """Both hands meet and part; with something in the hand the free one is lifted off it."""
    start = one_handed(start)
    if start.grip is not None and start.grip.both:
        away, grip = held_at(start, start.grip.x, start.grip.base - 24, 3)
        begin = Moment(replace(start.pose, pitch=-0.4), start.grip, gaze="product")
        end = Moment(replace(away, pitch=0.04), grip, gaze="product", expression=_glad(start))
        return keyed((0, begin), (1, end))(progress)
    if start.grip is not None:
        pose = start.pose
        x, y = start.grip.x - start.grip.half - 14, start.grip.base - start.grip.height * 0.8
        pose = replace(pose, left=free_arm(-1, (x - 34, y + 16), "relaxed", -20))
        away = replace(pose, left=free_arm(-1, (-112, 150), "open", -112), tilt_degrees=-5.0)
        begin = Moment(replace(pose, pitch=-0.4), start.grip, gaze="product")
        return keyed((0, begin), (1, Moment(away, start.grip, gaze="product", expression=_glad(start))))(progress)
    return _draw_aside(progress, start)


def _draw_aside(progress: float, start: Start) -> Moment:
    """A hand to what is beside the person and a little outwards, the face to what opens: a curtain, a door."""
    low, rest = min(236.0, start.bottom - 40), at_rest(start)
    near = replace(rest, right=free_arm(1, (128, low), "relaxed", 12), pitch=-0.06, tilt_degrees=2.0)
    away = replace(rest, right=free_arm(1, (168, low - 6), "relaxed", 24), pitch=0.16, tilt_degrees=-2.0)
    return keyed(
        (0, Moment(rest, gaze="forward")),
        (0.45, Moment(near, gaze="forward")),
        (1, Moment(away, gaze="forward", expression=start.lifted)),
    )(progress)


def _reach(progress: float, start: Start) -> Moment:
    """A free hand goes to what is on the table, or out into the room."""
    if start.grip is not None and start.grip.both:
        return _lift(progress, start)
    rest = at_rest(start)
    x, y = start.target or (196.0, 226.0)
    side = -1 if x < -30 else 1
    x, y = max(-200.0, min(200.0, x)), max(40.0, min(292.0, y))
    hand, tilt = ("open", 16) if start.target else ("relaxed", 44)
    arm = free_arm(side, (x - side * 46, y - 18), hand, tilt if side > 0 else 180 - tilt)
    end = replace(rest, pitch=-0.1 if start.target else -0.24, tilt_degrees=4.0 * side)
    end = replace(end, right=arm) if side > 0 and start.grip is None else replace(end, left=arm) if side < 0 else end
    if start.grip is not None:
        end, grip = held_at(start, 124, min(start.bottom - 30, start.grip.base - 20, 142.0 + start.grip.height * 0.3))
        return keyed((0, Moment(rest, start.grip)), (1, Moment(end, grip, gaze="camera", expression=start.lifted)))(
            progress
        )
    gaze = "product" if start.target else "forward" if side > 0 else "backward"
    return keyed((0, Moment(rest, gaze="camera")), (1, Moment(end, gaze=gaze, expression=start.lifted)))(progress)


def _wave(progress: float, start: Start) -> Moment:
    """One hand goes up, then to and fro."""
    start = one_handed(start)
    if start.grip is not None and start.grip.both:
        return _show(progress, start, start.lifted)
    low = at_rest(start)
    if start.grip is None:
        inner = replace(start.pose, right=free_arm(1, (112, 34), "open", -100), tilt_degrees=4.0)
        outer = replace(start.pose, right=free_arm(1, (156, 44), "open", -66), tilt_degrees=5.0)
    else:
        inner = replace(low, left=free_arm(-1, (-112, 34), "open", -80), tilt_degrees=-4.0)
        outer = replace(low, left=free_arm(-1, (-156, 44), "open", -114), tilt_degrees=-5.0)
    happy = "joy" if start.lifted == "joy" else "smile"
    # On the outside, or the hand would pass before the face.
    half = (
        replace(start.pose, right=free_arm(1, (164, 170), "relaxed", -40))
        if start.grip is None
        else replace(low, left=free_arm(-1, (-164, 170), "relaxed", -140))
    )
    return keyed(
        (0, Moment(low, start.grip)),
        (0.35, Moment(half, start.grip, gaze="camera", expression=happy)),
        (0.6, Moment(inner, start.grip, gaze="camera", expression=happy)),
        (1, Moment(outer, start.grip, gaze="camera", expression=happy)),
    )(progress)


def _point(progress: float, start: Start) -> Moment:
    start = one_handed(start)
    if start.grip is not None and start.grip.both:
        return _show(progress, start, start.lifted)
    low = at_rest(start)
    x, y = start.target or (210.0, 84.0)
    side = -1 if x < 0 or start.grip is not None else 1
    reach = max(72.0, min(200.0, y))
    out = straight_arm(side, (side * 278, reach), "point")
    half = free_arm(side, (side * 176, 208), "point", 30 if side > 0 else 150)
    end = replace(low, right=out) if side > 0 else replace(low, left=out)
    gaze = "forward" if side > 0 else "backward"
    way = replace(low, right=half) if side > 0 else replace(low, left=half)
    return keyed(
        (0, Moment(low, start.grip)),
        (0.5, Moment(way, start.grip, gaze=gaze)),
        (1, Moment(replace(end, tilt_degrees=3.0 * side), start.grip, gaze=gaze, expression=start.lifted)),
    )(progress)


_STICK_HALF = 9.0
"""Half width in points of what is put to the lips itself; of anything wider the other hand takes a little."""


def _apply(progress: float, start: Start) -> Moment:
    """Something small goes to lips or cheek and strokes there."""
    start = one_handed(start)
    if start.grip is not None and start.grip.both:
        return _show(progress, start, start.lifted)
    x, y = start.mouth
    begin = Moment(replace(start.pose, pitch=-0.1), start.grip, gaze="camera")
    if start.grip is None or start.grip.half > _STICK_HALF:
        side = -1 if start.grip is not None else 1
        here = free_arm(side, (x + side * 50, y + 62), "relaxed", -118 if side > 0 else -62)
        there = free_arm(side, (x + side * 54, y + 46), "relaxed", -112 if side > 0 else -68)
        tilted = replace(start.pose, tilt_degrees=5.0 * side)
        first = replace(tilted, right=here) if side > 0 else replace(tilted, left=here)
        last = replace(tilted, right=there) if side > 0 else replace(tilted, left=there)
        grip = start.grip
        return keyed(
            (0, begin),
            (0.6, Moment(first, grip, gaze="closed", expression="calm")),
            (1, Moment(last, grip, gaze="closed", expression="smile")),
        )(progress)
    # With the fingertips, whatever the hand would do with it else.
    pinched = replace(start.grip, how="pinch")
    start = replace(start, grip=pinched, pose=replace(start.pose, right=gripping(pinched)))
    begin = Moment(replace(start.pose, pitch=-0.1), pinched, gaze="camera")
    tall = pinched.height
    first, one = held_at(start, x + 0.52 * tall + 2, y + 0.78 * tall, -50)
    last, two = held_at(start, x + 0.52 * tall - 9, y + 0.79 * tall, -54)
    return keyed(
        (0, begin),
        (0.6, Moment(replace(first, tilt_degrees=4.0, pitch=0.06), one, gaze="camera", expression="calm")),
        (1, Moment(replace(last, tilt_degrees=5.0, pitch=0.06), two, gaze="camera", expression="calm")),
    )(progress)


def _spray(progress: float, start: Start) -> Moment:
    """The free wrist comes before the nozzle, in the mist."""
    start = one_handed(start)
    if start.grip is None or start.grip.both:
        return _apply(progress, start)
    grip = replace(start.grip, x=start.grip.x + 12, base=min(start.grip.base, start.bottom - 30))
    nozzle = grip.x - grip.half * 0.3, grip.base - grip.height * 0.94
    wrist = start.adult((nozzle[0] - MIST * grip.height, nozzle[1] + 2))
    away = free_arm(-1, (wrist[0] - 10, wrist[1] + 34), "open", -52)
    there = free_arm(-1, wrist, "open", -58)
    pose = with_grip(start.pose, grip)
    return keyed(
        (0, Moment(replace(start.pose, pitch=-0.2), start.grip, gaze="product")),
        (0.5, Moment(replace(pose, left=away, pitch=-0.26), grip, gaze="product")),
        (1, Moment(replace(pose, left=there, pitch=-0.2, tilt_degrees=-4.0), grip, gaze="down", expression="calm")),
    )(progress)


MIST = 0.86
"""How far a wrist is from a nozzle, in heights of the flacon."""


def _tap(progress: float, start: Start) -> Moment:
    """A finger comes to what is held, or to what lies before the person, and taps."""
    start = one_handed(start)
    if start.grip is not None and start.grip.both:
        return _show(progress, start, start.lifted)
    low = start.pose
    if start.grip is None and start.target is not None:
        return _tap_there(progress, start, start.target)
    x, y = (26.0, 214.0) if start.grip is None else (start.grip.x - 3, start.grip.base - start.grip.height * 0.56)
    near = free_arm(-1, start.adult(wrist_for_tip((x - 9, y + 7), -40, -1, start.hand)), "point", -40)
    touch = free_arm(-1, start.adult(wrist_for_tip((x, y), -42, -1, start.hand)), "point", -42)
    # It swings back to the screen, and rests on it.
    return keyed(
        (0, Moment(low, start.grip, gaze="product")),
        (0.6, Moment(replace(low, left=touch, pitch=-0.32), start.grip, gaze="product", expression=start.lifted)),
        (1, Moment(replace(low, left=near, pitch=-0.3), start.grip, gaze="product", expression=start.lifted)),
    )(progress)


def _tap_there(progress: float, start: Start, target: Point) -> Moment:
    """A finger goes to what stands on the table, as far as the arm reaches, and taps."""
    side = -1 if target[0] < -20 else 1
    x, y = side * min(168.0, max(40.0, side * target[0] - 92)), min(262.0, max(120.0, target[1] - 4))

    def arm(dx: float, dy: float) -> Moment:
        there = free_arm(side, (x + dx * side, y + dy), "point", 14 if side > 0 else 166)
        pose = replace(start.pose, pitch=-0.3)
        pose = replace(pose, right=there) if side > 0 else replace(pose, left=there)
        return Moment(pose, gaze="product", expression=start.lifted)

    return keyed((0, Moment(start.pose, gaze="product")), (0.6, arm(0, 0)), (1, arm(-10, -10)))(progress)


def _wipe(progress: float, start: Start) -> Moment:
    """A flat hand to and fro over what lies before the person."""
    start = one_handed(start)
    if start.grip is not None and start.grip.both:
        return _show(progress, start, start.lifted)
    side, low = -1 if start.grip is not None else 1, min(286.0, start.bottom - 30)

    def stroke(x: float) -> Moment:
        arm = free_arm(side, (side * x, low), "relaxed", 12 if side > 0 else 168)
        pose = replace(at_rest(start), pitch=-0.4, tilt_degrees=3.0 * side)
        pose = replace(pose, right=arm) if side > 0 else replace(pose, left=arm)
        return Moment(pose, start.grip, gaze="down", expression=start.lifted)

    return keyed((0, Moment(at_rest(start), start.grip)), (0.55, stroke(66)), (1, stroke(128)))(progress)


def _wipe_brow(progress: float, start: Start) -> Moment:
    """The back of a hand across the forehead."""
    start = one_handed(start)
    if start.grip is not None and start.grip.both:
        return _show(progress, start, start.lifted)
    low = Moment(at_rest(start), start.grip)
    side = -1 if start.grip is not None else 1

    def hand(x: float, y: float) -> Moment:
        arm = free_arm(side, (side * x, y), "relaxed", -168 if side > 0 else -12)
        pose = replace(start.pose, tilt_degrees=-4.0 * side, pitch=0.05)
        pose = replace(pose, right=arm) if side > 0 else replace(pose, left=arm)
        return Moment(pose, start.grip, gaze="closed", expression="tired")

    return keyed((0, low), (0.55, hand(58, -30)), (1, hand(96, -30)))(progress)


LIFT = Action(_lift)
SIP = Action(_sip)
TASTE = Action(_taste, drawings=9, step_s=0.125)
POUR = Action(_pour)
OPEN = Action(_open)
REACH = Action(_reach)
WAVE = Action(_wave, "to and fro", drawings=8, swings_from=0.6)
POINT = Action(_point, drawings=7)
APPLY = Action(_apply, "to and fro", drawings=8, step_s=0.125, swings_from=0.6)
SPRAY = Action(_spray)
TAP = Action(_tap, "to and fro", drawings=7, step_s=0.125, swings_from=0.6)
WIPE = Action(_wipe, "to and fro", drawings=8, step_s=0.11, swings_from=0.55)
WIPE_BROW = Action(_wipe_brow, drawings=8)
