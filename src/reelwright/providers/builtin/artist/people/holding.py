"""Hands with what they hold: how large and where it is, palms behind it and fingers before it."""

from functools import partial
from typing import Any

from reelwright.providers.builtin.artist.brush import Point, box, ink, moved, oval, solid
from reelwright.providers.builtin.artist.contract import Held, Spot
from reelwright.providers.builtin.artist.people.figure import Figure
from reelwright.providers.builtin.artist.people.hands import (
    draw_cupping_palm,
    draw_edge_thumb,
    draw_grip_fingers,
    draw_grip_palm,
    draw_hand,
    draw_pinch_back,
    draw_pinch_front,
    draw_tips,
)
from reelwright.providers.builtin.artist.people.limbs import joints
from reelwright.providers.builtin.artist.people.outline import between, beyond, heading, taper, turned_about
from reelwright.providers.builtin.artist.people.poses import Grip, Pose
from reelwright.providers.builtin.artist.people.poses.pose import SPOON
from reelwright.providers.builtin.artist.people.wearing import WORN, WORN_HEIGHT, draw_worn

HEAD_CM = 23.0
_LEAST, _LEAST_IN_ONE_HAND, _LEAST_PINCHED, _MOST = 54.0, 66.0, 46.0, 122.0
_LEAST_WIDTH = 64.0
"""So wide at least what is wider than tall: a card in the hand is no tray."""
_SHORT, _LOW_THUMBS = 46.0, 11.0
_ONE_HAND_WIDTH = 40.0
_PINCHED_CM, _PINCHED_HALF = 13.0, 24.0
_ONE_HANDED = ("reaching", "running", "using_phone", "celebrating")
_WITH_HANDLE = ("mug",)
_SLENDER = ("ice_cream", "bottle", "can", "toothbrush", "tube", "lipstick")
"""Held in one hand however wide they are drawn."""
_SHEETS = (
    "letter",
    "photograph",
    "map",
    "card",
    "folder",
    "ticket",
    "book",
    "plate",
    "tablet",
    "laptop",
    "box",
    "generic",
    "chocolate",
    "phone",
)
"""Held with the thumbs in front and the fingers behind; round them the fingertips come from behind."""
_BARS = ("chocolate",)
"""Lettered from edge to edge: one hand holds them by the foot, below their name."""
_CLASPED = (*_BARS, "phone")
"""Sheets that one hand clasps, its fingertips round the edge."""
_FRAGILE = ("ring", "lipstick", "toothbrush", "reel")


def grip_of(figure: Figure, held: Held) -> Grip:
    """Where and how large the product is: true to size beside a 23 cm head, but always readable and in the frame."""
    height = max(min(_LEAST, _LEAST_WIDTH / held.aspect), min(_MOST, held.real_height_cm / HEAD_CM * 100))
    if held.shape in WORN:
        half = WORN_HEIGHT * held.aspect / 2
        base = min(figure.body.y(212), _bottom(figure) - 40) + WORN_HEIGHT / 2
        return Grip(14.0, base, WORN_HEIGHT, half, False, how="worn")
    is_small = held.real_height_cm <= _PINCHED_CM and held.shape in _FRAGILE
    if is_small:
        height = max(_LEAST_PINCHED, min(_LEAST_IN_ONE_HAND, held.real_height_cm / HEAD_CM * 130))
    elif height * held.aspect < _ONE_HAND_WIDTH:
        height = max(height, _LEAST_IN_ONE_HAND)
    if height * held.aspect > 150:
        height = 150 / held.aspect
    half = height * held.aspect / 2
    handle = held.shape in _WITH_HANDLE and half > 18
    both = 2 * half > _ONE_HAND_WIDTH and figure.person.pose not in _ONE_HANDED and not is_small and not handle
    both = (both and held.shape not in _SLENDER) or (figure.person.pose == "in_both_hands" and not is_small)
    base = figure.body.y(238) if both else figure.body.y(206 if handle else 196)
    base = max(98.0 + height * 0.5, min(base, _bottom(figure) - (34 if is_small else 14)))
    how = "foot" if held.shape in _BARS else "grip"
    how = "pinch" if is_small and half < _PINCHED_HALF * 1.2 else "handle" if handle else how
    if figure.person.pose == "reaching":
        return Grip(150, figure.body.y(150), height, half, False, how=how)
    if both:
        return Grip(4 + 8 * figure.turn, base, height, half, True)
    return Grip((34 if handle else 54) * figure.body.breadth + 4, base, height, half, False, how=how)


def _bottom(figure: Figure) -> float:
    """Lower edge of the frame in points of the figure."""
    return (figure.scene.size.height - figure.anchor.head_y) / figure.scale


def draw_holding(figure: Figure, pose: Pose, grip: Grip | None, held: Held | None, *, pours: bool = False) -> None:
    """The hands of a pose that hold something, with it."""
    if pose.shows_phone:
        _own_phone(figure, pose)
    if grip is None or held is None:
        return
    if pours:
        _stream(figure, grip)
    draw_held(figure, grip, held, joints(figure, pose.left, -1)[2], joints(figure, pose.right, 1)[2])


def draw_held(figure: Figure, grip: Grip, held: Held, left: Point, right: Point) -> None:
    """A product in hands whose wrists are at the points ``left`` and ``right``."""
    canvas, middle = figure.canvas, (grip.x, grip.middle)
    canvas.save()
    canvas.rotate(grip.tilt_degrees, *middle)
    left, right = (turned_about(wrist, middle, -grip.tilt_degrees) for wrist in (left, right))
    if grip.both:
        _between_hands(figure, grip, held, left, right)
    elif grip.how == "worn":
        draw_worn(figure, grip, right, partial(_laid, figure, grip, held))
    elif grip.how == "pinch":
        draw_pinch_back(figure, middle, right)
        _product(figure, grip, held)
        draw_pinch_front(figure, middle)
    elif grip.how == "handle":
        _product(figure, grip, held)
        ear = (grip.x + grip.half - 4, grip.middle - 4)
        draw_hand(figure, "fist", right, heading(right, ear), flip=True)
    else:
        draw_grip_palm(figure, middle, right, grip.half, 1)
        _product(figure, grip, held)
        draw_grip_fingers(figure, middle, grip.half, 1, shows_tips=held.shape not in _SHEETS or held.shape in _CLASPED)
    canvas.restore()


def _between_hands(figure: Figure, grip: Grip, held: Held, left: Point, right: Point) -> None:
    draw_cupping_palm(figure, (grip.x - grip.half, grip.middle), left, -1)
    if grip.how != "spooned":
        draw_cupping_palm(figure, (grip.x + grip.half, grip.middle), right, 1)
    _product(figure, grip, held)
    # On a card the thumbs lie low, or they would cover its name.
    low = _LOW_THUMBS if grip.height < _SHORT else 0.0
    for side in (-1, 1) if grip.how != "spooned" else (-1,):
        edge = grip.x + side * grip.half, grip.middle + low
        if held.shape in _SHEETS:
            draw_edge_thumb(figure, edge, side)
        else:
            draw_tips(figure, edge, side, 5.6)


def _stream(figure: Figure, grip: Grip) -> None:
    """What runs from the rim of a tilted product, down and out of the frame."""
    rim = turned_about((grip.x, grip.base - grip.height), (grip.x, grip.middle), grip.tilt_degrees)
    x, y = rim
    bottom = (figure.scene.size.height + figure.scene.size.margin_y - figure.anchor.head_y) / figure.scale
    path = box(x - 2.6, y, 5.2, max(10.0, bottom - y), 2.4)
    figure.canvas.drawPath(path, ink("#dfeaf0", 0.62, blur=0.5))
    figure.canvas.drawPath(box(x - 1.6, y, 1.4, max(10.0, bottom - y), 0.7), ink("#ffffff", 0.8, blur=0.4))


def _product(figure: Figure, grip: Grip, held: Held) -> None:
    """The product in frame units, unmirrored, with its own soft shadow on the garment."""
    canvas = figure.canvas
    shadow = oval(grip.x, grip.base - grip.height * 0.45, grip.half * 1.05, grip.height * 0.5)
    canvas.drawPath(moved(shadow, -figure.light.dx * 6, 6), ink("#120a10", 0.25, blur=8))
    _laid(figure, grip, held)


def _laid(figure: Figure, grip: Grip, held: Held) -> None:
    """The product alone, in frame units."""
    canvas = figure.canvas
    x, base = figure.frame((grip.x, grip.base))
    canvas.save()
    canvas.scale(figure.side / figure.scale, 1 / figure.scale)
    canvas.translate(-figure.anchor.head_x, -figure.anchor.head_y)
    held.draw(canvas, Spot(x, base, grip.height * figure.scale))
    canvas.restore()


def draw_spoon(figure: Figure, wrist: Point) -> None:
    """A spoon in the right fist, from the hand to what it feeds; the hand is drawn over it."""
    tip = wrist[0] - SPOON[0], wrist[1] - SPOON[1]
    held = between(wrist, tip, 0.3)
    along = heading(held, tip)
    steel = "#c9ced4"
    handle = taper([(*beyond(held, along, -10), 1.7), (*held, 1.5), (*between(held, tip, 0.72), 1.2)])
    bowl = taper([(*between(held, tip, 0.7), 1.4), (*between(held, tip, 0.86), 5.4), (*tip, 3.6)])
    for part in (handle, bowl):
        solid(figure.canvas, part, steel, figure.light, shade=0.5, rim=0.9, rim_width=1.2, soft=2)


def _own_phone(figure: Figure, pose: Pose) -> None:
    """The back of a phone, its light on the face."""
    x, y = joints(figure, pose.right, 1)[2]
    x, y = x - 7, y - 42
    draw_grip_palm(figure, (x, y), (x + 7, y + 42), 15, 1)
    canvas: Any = figure.canvas
    body = box(x - 15, y - 36, 30, 62, 5.5)
    solid(canvas, body, "#262a33", figure.light, shade=0.5, rim=0.9, rim_width=1.4, soft=5)
    solid(canvas, box(x - 11.5, y - 32, 12, 12, 4), "#15171d", figure.light, shade=0.3, rim=0.6, rim_width=0.8, soft=2)
    for dx, dy in ((-8, -28.5), (-3, -23.5)):
        canvas.drawCircle(x + dx, y + dy, 2.1, ink("#4a5568"))
        canvas.drawCircle(x + dx - 0.6, y + dy - 0.6, 0.7, ink("#dfe8f5", 0.8))
    draw_grip_fingers(figure, (x, y), 15, 1)
