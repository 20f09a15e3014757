"""A carton in three-quarter view: lid, sleeve, name on the front."""

from reelwright.providers.builtin.artist.brush import box, darker, ink, lighter, mix, polygon
from reelwright.providers.builtin.artist.products.finish import PAPER, SATIN
from reelwright.providers.builtin.artist.products.forms import plane
from reelwright.providers.builtin.artist.products.marks import emblem, small_print, wordmark
from reelwright.providers.builtin.artist.products.sitter import Sitter, readable, shape

_NEAR = (18.0, 0.0)
_FRONT, _SIDE, _UP = (-64.0, -4.0), (30.0, -5.6), -82.0
"""From the near corner: along the front's foot, along the side's foot, and up."""


def _at(front: float, side: float, up: float) -> tuple[float, float]:
    return (
        _NEAR[0] + front * _FRONT[0] + side * _SIDE[0],
        _NEAR[1] + front * _FRONT[1] + side * _SIDE[1] + up * _UP,
    )


def _paint(p: Sitter) -> None:
    front = polygon(_at(0, 0, 0), _at(1, 0, 0), _at(1, 0, 1), _at(0, 0, 1))
    side = polygon(_at(0, 0, 0), _at(0, 1, 0), _at(0, 1, 1), _at(0, 0, 1))
    top = polygon(_at(0, 0, 1), _at(1, 0, 1), _at(1, 1, 1), _at(0, 1, 1))
    with p.lit(p.facing(top, 0, -0.85, bevel=0.8), PAPER, within=top) as canvas:
        canvas.drawPath(top, ink(lighter(p.color, 0.1)))
        ribbon = polygon(_at(0.36, 0, 1), _at(0.64, 0, 1), _at(0.64, 1, 1), _at(0.36, 1, 1))
        canvas.drawPath(ribbon, ink(lighter(p.accent, 0.08)))
    with p.lit(p.facing(side, 0.72, 0, bevel=1), PAPER, within=side) as canvas:
        canvas.drawPath(side, ink(p.color))
        lid = polygon(_at(0, 0, 0.78), _at(0, 1, 0.78), _at(0, 1, 1), _at(0, 0, 1))
        canvas.drawPath(lid, ink(mix(p.color, p.accent, 0.12)))
        with plane(canvas, _at(0, 0, 1), _SIDE, (0, -_UP)):
            small_side(p)
    with p.lit(p.facing(front, -0.3, 0.05, bevel=1), SATIN if p.look.material == "lacquer" else PAPER, within=front):
        p.canvas.drawPath(front, ink(p.color))
        _front(p)
    _edges(p)


def small_side(p: Sitter) -> None:
    """The rules of small print on the side, in the plane of that face."""
    for index in range(0 if p.is_small else 4):
        long = (0.5, 0.56, 0.44, 0.3)[index]
        p.canvas.drawPath(box(0.2, 0.62 + index * 0.055, long, 0.018), ink(readable(p.accent, p.color), 0.5))


def _front(p: Sitter) -> None:
    """In the plane of the front, 64 wide and 80 high."""
    tone = readable(p.accent, p.color)
    lid = polygon(_at(0, 0, 0.78), _at(1, 0, 0.78), _at(1, 0, 1), _at(0, 0, 1))
    p.canvas.drawPath(lid, ink(mix(p.color, p.accent, 0.12)))
    ribbon = polygon(_at(0.36, 0, 0.78), _at(0.64, 0, 0.78), _at(0.64, 0, 1), _at(0.36, 0, 1))
    p.canvas.drawPath(ribbon, ink(p.accent))
    with plane(p.canvas, _at(1, 0, 1), (-_FRONT[0] / 64, -_FRONT[1] / 64), (0, -_UP / 80)):
        if not p.is_small:
            emblem(p.canvas, 32, 8.8, 4.2, readable(p.color, p.accent))
        wordmark(p, 32, 41, 52, 26, tone)
        small_print(p, 32, 63, 30, tone)
        p.canvas.drawPath(box(4.5, 22.5, 55, 53, 1), ink(tone, 0.35, stroke=0.45))


def _edges(p: Sitter) -> None:
    """The lid's shadow line, and light on the edges that look at the light."""
    for start, end in ((_at(1, 0, 0.78), _at(0, 0, 0.78)), (_at(0, 0, 0.78), _at(0, 1, 0.78))):
        p.canvas.drawLine(*start, *end, ink(darker(p.color, 0.8), 0.55, stroke=0.6, blur=0.3))
    glint = mix(lighter(p.color, 0.7), p.light.key, 0.4)
    for start, end in ((_at(1, 0, 1), _at(0, 0, 1)), (_at(0, 0, 1), _at(0, 1, 1)), (_at(0, 0, 0), _at(0, 0, 1))):
        p.canvas.drawLine(*start, *end, ink(glint, 0.6, stroke=0.5))


SHAPE = shape(_paint, aspect=0.97, real_height_cm=18, focus=0.5)
