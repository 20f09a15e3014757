"""A watch round the wrist of a forearm that is held before the body: the strap goes round it, the dial is seen."""

from collections.abc import Callable
from typing import Any

from reelwright.media.canvas import skia
from reelwright.providers.builtin.artist.brush import Point, ink, linear, solid
from reelwright.providers.builtin.artist.people.clothes import cloth_color, cut_of
from reelwright.providers.builtin.artist.people.figure import Figure
from reelwright.providers.builtin.artist.people.hands import draw_hand
from reelwright.providers.builtin.artist.people.modelling import flesh
from reelwright.providers.builtin.artist.people.outline import beyond, heading, taper
from reelwright.providers.builtin.artist.people.poses import Grip

WORN = ("watch",)
"""Shapes of products that go round a wrist."""
WORN_HEIGHT = 54.0
"""Length of a worn watch with its strap laid out, in points."""
_WRIST, _FOREARM = 11.0, 12.6
_CASE = 0.275
"""Half width of a watch's case as a share of its length with the strap."""
_BARE, _CUFF = 30.0, 12.0
"""How far the arm is bare beyond the watch, and how long the cuff is that is pushed up, in points."""


def draw_worn(figure: Figure, grip: Grip, wrist: Point, lay: Callable[[], None]) -> None:
    """The bare wrist with its hand, and the watch that ``lay`` draws upright, going round it."""
    canvas, middle = figure.canvas, (grip.x, grip.middle)
    along = heading(wrist, middle)
    inner = beyond(middle, along, _BARE)
    forearm = taper([(*inner, _FOREARM), (*middle, _WRIST + 0.6), (*wrist, _WRIST - 1.4)], round_start=False)
    draw_hand(figure, "relaxed", beyond(wrist, along, 3.0), along + 180, flip=True)
    flesh(canvas, forearm, figure.look.skin, figure.skin_light, rim_width=2.4, soft=6)
    if cut_of(figure).sleeve >= 0.5:
        band = taper(
            [(*beyond(inner, along, _CUFF), _FOREARM + 5), (*inner, _FOREARM + 4)], round_start=False, round_end=False
        )
        solid(canvas, band, cloth_color(figure), figure.light, shade=0.5, rim=0.5, rim_width=1.6, soft=4)
    canvas.save()
    canvas.rotate(along, *middle)
    canvas.clipPath(_seen(grip, middle), skia.ClipOp.kIntersect, True)
    lay()
    _round(canvas, grip, middle)
    canvas.restore()


def _seen(grip: Grip, middle: Point) -> Any:
    """The strap as far as the wrist is broad, and the whole case."""
    x, y = middle
    seen: Any = skia.Path()
    seen.addRoundRect(skia.Rect.MakeLTRB(x - grip.half, y - _WRIST - 2, x + grip.half, y + _WRIST + 2), 7, 4)
    seen.addCircle(x, y, grip.height * _CASE)
    return seen


def _round(canvas: Any, grip: Grip, middle: Point) -> None:
    """The strap's turn round the wrist: it darkens towards both edges."""
    x, y = middle
    edge = _WRIST + 2
    strap: Any = skia.Path()
    strap.addRect(skia.Rect.MakeLTRB(x - grip.half, y - edge, x + grip.half, y + edge))
    strap.addCircle(x, y, grip.height * _CASE)
    strap.setFillType(skia.PathFillType.kEvenOdd)
    stops = [(0.0, "#0a0608", 0.62), (0.28, "#0a0608", 0.0), (0.72, "#0a0608", 0.0), (1.0, "#0a0608", 0.7)]
    canvas.drawPath(strap, ink(shader=linear((x, y - edge), (x, y + edge), stops)))
