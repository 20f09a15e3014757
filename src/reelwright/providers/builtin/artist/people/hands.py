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
)
from reelwright.providers.builtin.artist.people.figure import Figure
from reelwright.providers.builtin.artist.people.modelling import flesh
from reelwright.providers.builtin.artist.people.outline import Joint, joined, placed, taper, turned_about

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


_TIP: Point = (70.0, 10.4)
"""End of a pointing finger, in points of a man's hand from its wrist; down from its middle where it is mirrored."""


def wrist_for_tip(tip: Point, degrees: float, side: int, size: float) -> Point:
    """Where the wrist is of a left (-1) or right (1) hand whose pointing finger ends at ``tip``."""
    x, y = turned_about((_TIP[0] * size - 2.5, -side * _TIP[1] * size), (0.0, 0.0), degrees)
    return tip[0] - x, tip[1] - y


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
    flesh(figure.canvas, shape, figure.look.skin, light, soft=5)


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
    """The hand beside and behind a thing: its heel, and the knuckles of the fingers that support it from behind.

    ``side`` 1 holds its right edge.
    """
    size = hand_size(figure)
    x, y = edge
    heel = taper([
        (wrist[0], wrist[1], 9.4 * size), (x + side * 12 * size, y + 15 * size, 13 * size),
        (x + side * 4 * size, y - 3 * size, 14 * size), (x - side * 1 * size, y - 14 * size, 9 * size),
    ], steps=3)  # fmt: skip
    index = taper([
        (x + side * 8 * size, y - 2 * size, 8 * size), (x + side * 5.5 * size, y - 17 * size, 6.2 * size),
        (x - side * 2 * size, y - 25 * size, 5.2 * size),
    ])  # fmt: skip
    whole = joined(heel, index)
    _skin(figure, whole, figure.skin_light)
    with clipped(figure.canvas, whole):
        for k in range(3):
            low = y + (-11 + k * 10.5) * size
            gap = curve((x + side * (15 - k) * size, low + 3 * size), (x + side * 7 * size, low - 1.5 * size), (x, low))
            figure.canvas.drawPath(gap, ink(figure.look.skin.line, 0.4, stroke=1.0, blur=0.4))
    if figure.is_fine:
        fold = curve((x + side * 13 * size, y - 6 * size), (x + side * 7 * size, y - 10 * size), (x, y - 8 * size))
        figure.canvas.drawPath(fold, ink(figure.look.skin.line, 0.34, stroke=1.0, blur=0.5))


def draw_edge_thumb(figure: Figure, edge: Point, side: int) -> None:
    """The thumb along the front of an edge, so that what is written between two of them reads."""
    with placed(figure.canvas, edge, 0, figure.skin_light, size=hand_size(figure)) as light:
        spine: list[Joint] = [
            (side * 12, 19, 8.6), (side * 6.5, 8, 6.8), (side * 1.6, -4, 5.6), (-side * 2.6, -14, 4.1),
        ]  # fmt: skip
        thumb = taper(spine, steps=3)
        figure.canvas.drawPath(thumb, ink("#140c12", 0.28, stroke=2, blur=1.8))
        _skin(figure, thumb, light)
        _nail(figure, (-side * 2.2, -13.2), -90 - side * 26)


def draw_grip_palm(figure: Figure, middle: Point, wrist: Point, half: float, thumb_side: int) -> None:
    """The palm behind an upright thing of half width ``half``; the thumb comes round on ``thumb_side``."""
    size = hand_size(figure)
    x, y = middle
    palm = taper([
        (*wrist, 9.4 * size), (x + thumb_side * 4 * size, y + 20 * size, (13 + min(half, 10) * 0.3) * size),
        (x, y - 2 * size, max(14 * size, min(half + 4, 20 * size))),
        (x - thumb_side * 2, y - 9 * size, max(11 * size, min(half, 16 * size))),
    ], steps=3)  # fmt: skip
    _skin(figure, palm, figure.skin_light)


def draw_grip_fingers(figure: Figure, middle: Point, half: float, thumb_side: int, *, shows_tips: bool = True) -> None:
    """Fingertips round the far edge and the thumb over the near edge; behind what is flat no tips are seen."""
    size = hand_size(figure)
    over = max(3.4, min(6.4, half * 0.28))
    if shows_tips:
        draw_tips(figure, (middle[0] - thumb_side * half, middle[1]), -thumb_side, over)
    with placed(figure.canvas, (middle[0] + thumb_side * half, middle[1]), 0, figure.skin_light, size=size) as light:
        s = thumb_side
        spine: list[Joint] = [(s * 6, 24, 8.0), (s * 8.0, 8, 6.5), (s * 4.2, -7, 5.1), (-s * (over * 0.3), -18, 3.8)]
        thumb = taper(spine)
        figure.canvas.drawPath(thumb, ink("#140c12", 0.28, stroke=2, blur=1.8))
        _skin(figure, thumb, light)
        _nail(figure, (-s * (over * 0.2), -16.8), -90 - s * 28)


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
