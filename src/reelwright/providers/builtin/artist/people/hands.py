"""A few good hands: relaxed, open, a fist, fingers around a thing from its side, and a grip with the thumb in front.

Each is drawn around the wrist at (0, 0), pointing along +x, or around the edge of the thing it holds.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from reelwright.providers.builtin.artist.brush import (
    Light,
    Point,
    clipped,
    curve,
    ink,
    lighter,
    mix,
    oval,
    smooth,
    solid,
)
from reelwright.providers.builtin.artist.people.figure import Figure
from reelwright.providers.builtin.artist.people.outline import Joint, joined, placed, taper

_RELAXED: tuple[tuple[Joint, ...], ...] = (
    ((30, -8, 5.6), (46, -9.5, 5.0), (57, -6, 4.2), (63, 0, 3.0)),
    ((32, -2.5, 5.6), (50, -3, 5.1), (61, 1, 4.2), (66, 6.5, 3.0)),
    ((31, 3, 5.4), (48, 4, 4.9), (58, 7, 4.0), (62, 12, 2.9)),
    ((28, 8.5, 4.8), (42, 10, 4.2), (50, 12.5, 3.4), (53, 16, 2.5)),
)
_RELAXED_THUMB: tuple[Joint, ...] = ((8, -7, 6.0), (22, -15, 5.0), (34, -16, 4.2), (42, -12.5, 3.0))
_OPEN: tuple[tuple[Joint, ...], ...] = (
    ((30, -9, 5.4), (46, -14, 4.8), (62, -18, 3.2)),
    ((32, -3, 5.5), (50, -5, 5.0), (69, -6.5, 3.2)),
    ((31, 3, 5.4), (49, 4.5, 4.8), (66, 7, 3.1)),
    ((28, 9, 4.8), (42, 13.5, 4.2), (54, 18, 2.8)),
)
_OPEN_THUMB: tuple[Joint, ...] = ((8, -7, 6.2), (20, -19, 5.2), (30, -28, 4.2), (36, -34, 3.0))
_FIST: tuple[tuple[Joint, ...], ...] = (
    ((28, -10, 6.6), (38, -10.5, 6.4), (42, -9.5, 5.4)),
    ((30, -2.6, 6.6), (41, -2.8, 6.4), (45, -2.2, 5.4)),
    ((29, 4.8, 6.4), (39, 4.9, 6.2), (43, 5.0, 5.2)),
    ((26, 11.4, 5.8), (35, 11.6, 5.5), (38, 11.4, 4.6)),
)
_FIST_THUMB: tuple[Joint, ...] = ((10, -10, 6.4), (22, -14.5, 5.6), (33, -9, 5.2), (36, -1, 4.2))
_POINT: tuple[tuple[Joint, ...], ...] = (
    ((28, -10, 6.4), (46, -11, 5.2), (60, -11, 4.4), (70, -10.4, 3.2)),
    *_FIST[1:],
)
_PALM: tuple[Point, ...] = ((-3, -8.6), (10, -11.5), (28, -13.8), (38, -12), (39, 10), (28, 13.2), (12, 11), (-3, 8.6))


def hand_size(figure: Figure) -> float:
    """Points of this hand per point of a man's hand."""
    body = figure.body
    return (0.98 if body.is_male else 0.86) * (1 - 0.26 * body.childhood)


def draw_hand(figure: Figure, kind: str, wrist: Point, degrees: float, *, flip: bool) -> None:
    """A free hand at a wrist: ``relaxed``, ``open``, ``fist`` or ``point``; ``flip`` mirrors it across its length."""
    fingers, thumb = {"open": (_OPEN, _OPEN_THUMB), "fist": (_FIST, _FIST_THUMB), "point": (_POINT, _FIST_THUMB)}.get(
        kind, (_RELAXED, _RELAXED_THUMB)
    )
    with placed(figure.canvas, wrist, degrees, figure.skin_light, size=hand_size(figure), flip=flip) as light:
        palm = smooth(_PALM)
        shape = joined(palm, *[taper(f, steps=2) for f in fingers], taper(thumb, steps=2))
        _skin(figure, shape, light)
        _gaps(figure, shape, fingers)
        if kind in ("fist", "point"):
            _over_thumb(figure, thumb, light)
        elif figure.is_fine:
            fold = curve((12, -9.5), (24, -9.5), (32, -11.5))
            figure.canvas.drawPath(fold, ink(figure.look.skin.line, 0.3, stroke=1.1, blur=0.6))


def _skin(figure: Figure, shape: Any, light: Light) -> None:
    solid(figure.canvas, shape, figure.look.skin.base, light, shade=0.5, rim=0.8, rim_width=1.8, soft=5)


def _gaps(figure: Figure, shape: Any, fingers: Sequence[Sequence[Joint]]) -> None:
    """The lines between neighbouring fingers, fading towards the knuckles."""
    with clipped(figure.canvas, shape):
        for a, b in pairwise(fingers):
            line = [((p[0] + q[0]) / 2, (p[1] + q[1]) / 2) for p, q in zip(a, b, strict=False)]
            widths = [0.15, *[0.62] * (len(line) - 2), 0.75]
            path = taper([(*p, w) for p, w in zip(line, widths, strict=True)])
            figure.canvas.drawPath(path, ink(figure.look.skin.line, 0.62, blur=0.25))


def _over_thumb(figure: Figure, thumb: Sequence[Joint], light: Light) -> None:
    path = taper(thumb, steps=3)
    figure.canvas.drawPath(path, ink(figure.look.skin.line, 0.4, stroke=1.4, blur=0.8))
    _skin(figure, path, light)
    _nail(figure, (34.6, -3.6), 80)


def _nail(figure: Figure, at: Point, degrees: float) -> None:
    if not figure.is_fine:
        return
    canvas = figure.canvas
    canvas.save()
    canvas.translate(*at)
    canvas.rotate(degrees)
    tone = mix(lighter(figure.look.skin.base, 0.35), figure.look.skin.blush, 0.18)
    canvas.drawPath(oval(0.4, 0, 2.9, 2.1), ink(tone, 0.8))
    canvas.drawPath(curve((2.2, -1.5), (3.2, 0), (2.2, 1.5)), ink("#fff6ee", 0.5, stroke=0.5))
    canvas.restore()


def draw_cupping_palm(figure: Figure, edge: Point, wrist: Point, side: int) -> None:
    """The palm beside a thing: what of the hand is seen behind it. ``side`` 1 holds its right edge."""
    size = hand_size(figure)
    x, y = edge
    heel = taper([
        (wrist[0], wrist[1], 9.4 * size), (x + side * 13 * size, y + 15 * size, 13 * size),
        (x + side * 5 * size, y - 3 * size, 15 * size), (x + side * 2 * size, y - 16 * size, 7.5 * size),
    ], steps=3)  # fmt: skip
    thumb = taper([
        (x + side * 8 * size, y - 6 * size, 6.5 * size), (x + side * 3.5 * size, y - 22 * size, 5.4 * size),
        (x - side * 4 * size, y - 32 * size, 3.6 * size),
    ])  # fmt: skip
    _skin(figure, joined(heel, thumb), figure.skin_light)


def draw_cupping_fingers(figure: Figure, edge: Point, side: int, reach: float) -> None:
    """Four fingers around the front of a thing from its right (1) or left (-1) edge, ``reach`` points far."""
    size = hand_size(figure)
    reach = reach / size
    with placed(figure.canvas, edge, 0, figure.skin_light, size=size) as light:
        fingers = [_wrapped(k, side, reach) for k in range(4)]
        knuckles = smooth([
            (side * 4, -20), (side * 11, -17), (side * 15.5, -6), (side * 16, 8), (side * 13, 20), (side * 5, 22),
            (0, 0),
        ])  # fmt: skip
        for finger in fingers:
            shadow = taper(finger, steps=3)
            figure.canvas.save()
            figure.canvas.translate(-light.dx * 1.6, 2.2)
            figure.canvas.drawPath(shadow, ink("#140c12", 0.26, blur=1.8))
            figure.canvas.restore()
        shape = joined(knuckles, *[taper(f, steps=3) for f in fingers])
        _skin(figure, shape, light)
        _gaps(figure, shape, fingers)
        if figure.is_fine:
            _knuckle_folds(figure, fingers, side)
        for finger in fingers:
            x, y, _ = finger[-1]
            _nail(figure, (x + side * 0.6, y - 0.8), 180 if side > 0 else 0)


def _wrapped(index: int, side: int, reach: float) -> tuple[Joint, ...]:
    y = -15 + index * 10.2
    length = reach * (0.9, 1.0, 0.95, 0.74)[index]
    half = (5.2, 5.4, 5.2, 4.5)[index]
    drop = (2.4, 1.4, -0.2, -1.8)[index]
    bend = -side * length
    return (
        (side * 9.5, y + 1.5, half), (side * 1.0, y, half * 0.98), (bend * 0.5, y + drop * 0.3, half * 0.92),
        (bend, y + drop, half * 0.72),
    )  # fmt: skip


def _knuckle_folds(figure: Figure, fingers: Sequence[Sequence[Joint]], side: int) -> None:
    for finger in fingers:
        x, y, half = finger[1]
        fold = curve((x, y - half * 0.5), (x + side * 0.9, y), (x, y + half * 0.5))
        figure.canvas.drawPath(fold, ink(figure.look.skin.line, 0.3, stroke=0.6, blur=0.2))


def draw_grip_palm(figure: Figure, middle: Point, wrist: Point, half: float, thumb_side: int) -> None:
    """The palm behind an upright thing of half width ``half``; the thumb comes round on ``thumb_side``."""
    size = hand_size(figure)
    x, y = middle
    palm = taper([
        (*wrist, 9.4 * size), (x + thumb_side * 4 * size, y + 20 * size, (13 + min(half, 10) * 0.3) * size),
        (x, y - 2 * size, max(14 * size, min(half + 4, 22 * size))), (x - thumb_side * 2,
        y - 16 * size, max(11 * size, min(half + 2, 20 * size))),
    ], steps=3)  # fmt: skip
    _skin(figure, palm, figure.skin_light)


def draw_grip_fingers(figure: Figure, middle: Point, half: float, thumb_side: int) -> None:
    """Fingertips round the far edge and the thumb over the near edge."""
    size = hand_size(figure)
    over = max(6.5, min(13.0, half * 0.5))
    draw_tips(figure, (middle[0] - thumb_side * half, middle[1]), -thumb_side, over)
    with placed(figure.canvas, (middle[0] + thumb_side * half, middle[1]), 0, figure.skin_light, size=size) as light:
        s = thumb_side
        spine: list[Joint] = [(s * 5, 24, 8.6), (s * 7, 8, 7.2), (s * 2.5, -7, 5.6), (-s * (over * 0.55), -19, 4.0)]
        thumb = taper(spine)
        figure.canvas.drawPath(thumb, ink("#140c12", 0.28, stroke=2, blur=1.8))
        _skin(figure, thumb, light)
        _nail(figure, (-s * (over * 0.45), -17.5), -90 - s * 32)


def draw_tips(figure: Figure, edge: Point, side: int, over: float) -> None:
    """Four fingertips that come round an edge from behind."""
    size = hand_size(figure)
    with placed(figure.canvas, edge, 0, figure.skin_light, size=size) as light:
        fingers: list[tuple[Joint, ...]] = []
        for k in range(4):
            y = -16 + k * 10
            tip = -side * over * (0.85, 1.0, 0.95, 0.7)[k]
            half = (5.0, 5.2, 5.0, 4.3)[k]
            fingers.append(((side * 4.0, y - 0.6, half), (side * 0.5, y - 0.3, half), (tip, y + 1.4, half * 0.76)))
        shape = joined(*[taper(f, steps=3) for f in fingers])
        figure.canvas.drawPath(shape, ink("#140c12", 0.26, stroke=2, blur=1.6))
        _skin(figure, shape, light)
        _gaps(figure, shape, fingers)
        for finger in fingers:
            _nail(figure, (finger[-1][0] + side * 0.4, finger[-1][1] - 0.6), 180 if side > 0 else 0)


_PINCH_PALM: tuple[Point, ...] = (
    (2, 50), (-10, 40), (-13, 24), (-9, 8), (4, 2), (20, 6), (27, 20), (26, 38), (20, 52),
)  # fmt: skip


def draw_pinch_back(figure: Figure, at: Point, wrist: Point) -> None:
    """A hand under something small: palm, three curled fingers, and the index finger behind it. ``at`` is held."""
    size = hand_size(figure)
    with placed(figure.canvas, at, 0, figure.skin_light, size=size) as light:
        end = ((wrist[0] - at[0]) / size, (wrist[1] - at[1]) / size)
        root = taper([(*end, 9.6), (12, 40, 15), (9, 24, 13)], steps=3)
        index: tuple[Joint, ...] = ((14, 22, 7.0), (16, 4, 6.2), (8, -8, 5.4), (-1, -9, 4.2))
        _skin(figure, joined(root, smooth(_PINCH_PALM), taper(index, steps=3)), light)


def draw_pinch_front(figure: Figure, at: Point) -> None:
    """The thumb before something small, the curled fingers under it."""
    size = hand_size(figure)
    with placed(figure.canvas, at, 0, figure.skin_light, size=size) as light:
        curled = [
            ((19 - k * 1.5, 16 + k * 10.5, 6.4), (4, 15 + k * 10.4, 6.2), (-7, 17 + k * 10.2, 5.2)) for k in range(3)
        ]
        shape = joined(*[taper(f, steps=3) for f in curled])
        figure.canvas.drawPath(shape, ink("#140c12", 0.24, stroke=2, blur=1.6))
        _skin(figure, shape, light)
        _gaps(figure, shape, curled)
        spine: list[Joint] = [(-12, 32, 7.6), (-13, 16, 6.8), (-7, 3, 5.6), (0, -4, 4.2)]
        thumb = taper(spine, steps=3)
        figure.canvas.drawPath(thumb, ink("#140c12", 0.28, stroke=2, blur=1.6))
        _skin(figure, thumb, light)
        _nail(figure, (-1.4, -2.8), -50)
