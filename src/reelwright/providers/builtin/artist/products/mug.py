"""A stoneware mug, seen from a little above so that what is in it shows."""

from reelwright.providers.builtin.artist.brush import (
    clipped, darker, ink, lighter, linear, luminance, minus, mix, oval, radial, smooth, union,
)  # fmt: skip
from reelwright.providers.builtin.artist.products.finish import GLAZED
from reelwright.providers.builtin.artist.products.marks import wordmark
from reelwright.providers.builtin.artist.products.sitter import Sitter, readable, shape

_X = -9.0
"""The bowl stands left of the middle; the handle takes the rest."""
_R = 40.0
_TOP, _DEEP = -90.0, 9.0


def _paint(p: Sitter) -> None:
    _handle(p)
    _bowl(p)
    _inside(p)


def _handle(p: Sitter) -> None:
    outer = smooth(
        [(_X + 34, -74), (_X + 48, -77), (_X + 59, -66), (_X + 60, -48), (_X + 53, -31), (_X + 38, -22), (_X + 32, -30)]
    )
    inner = smooth([(_X + 34, -65), (_X + 45, -67), (_X + 50.5, -60), (_X + 51, -48), (_X + 46, -38), (_X + 36, -32)])
    path = minus(outer, inner)
    with p.lit(p.puffed(path, depth=4.6), GLAZED) as canvas:
        canvas.drawPath(path, ink(p.color))


def _bowl(p: Sitter) -> None:
    side = [(_X + _R, _TOP, "c"), (_X + _R, -70), (_X + _R - 0.6, -40), (_X + 37, -16), (_X + 30, -3.5), (_X + 22, 0)]
    mirrored = [(2 * _X - x, y, *rest) for x, y, *rest in reversed(side)]
    body = union(smooth([*side, (_X, 1.2), *mirrored]), oval(_X, _TOP, _R, _DEEP))
    with p.lit(p.turned(body, soften=2.2), GLAZED) as canvas:
        canvas.drawPath(body, ink(p.color))
        _foot(p, body)
        wordmark(p, _X, -44, 48, 22, readable(p.accent, p.color), weight="bold")


def _foot(p: Sitter, body: object) -> None:
    """The unglazed clay below the dip line, and the speckle of stoneware."""
    if p.is_small:
        return
    clay = mix(p.color, "#a8795a", 0.6)
    with clipped(p.canvas, body):
        p.canvas.drawPath(smooth([(_X - 50, -8.5), (_X, -6), (_X + 50, -8.5), (_X + 50, 9), (_X - 50, 9)]), ink(clay))
        dice = p.dice("speckle")
        speck = darker(p.color, 0.5) if luminance(p.color) > 0.35 else lighter(p.color, 0.4)
        for _ in range(110):
            x, y = dice.uniform(_X - _R, _X + _R), dice.uniform(-82, -9)
            p.canvas.drawCircle(x, y, dice.uniform(0.12, 0.42), ink(speck, dice.uniform(0.15, 0.5)))


def _inside(p: Sitter) -> None:
    rim = oval(_X, _TOP, _R, _DEEP)
    well = oval(_X, _TOP + 0.3, _R - 2.4, _DEEP - 1.5)
    side = 1 if p.light.dx >= 0 else -1
    edge = lighter(p.color, 0.5)
    p.canvas.drawPath(
        rim,
        ink(
            shader=linear(
                (_X - side * _R, 0),
                (_X + side * _R, 0),
                [
                    (0, mix(p.color, p.light.fill, 0.25)),
                    (0.5, mix(edge, p.color, 0.4)),
                    (1, mix(edge, p.light.key, 0.4)),
                ],
            )
        ),
    )
    with clipped(p.canvas, well):
        wall = [
            (0, mix(p.color, p.light.key, 0.3)),
            (0.5, mix(p.color, p.light.fill, 0.3)),
            (1, mix(p.color, p.light.fill, 0.6)),
        ]
        p.canvas.drawPath(well, ink(shader=linear((_X - side * _R, 0), (_X + side * _R, 0), wall)))
        coffee = oval(_X, _TOP + 3.6, _R - 3.2, _DEEP - 2.4)
        p.canvas.drawPath(
            coffee,
            ink(
                shader=radial(
                    (_X + side * 12, _TOP + 4), _R, [(0, "#5a3016"), (0.6, "#38190b"), (0.9, "#2a1208"), (1, "#6b3d1c")]
                )
            ),
        )
        p.canvas.drawPath(coffee, ink("#b07a45", 0.8, stroke=0.9))
        p.canvas.drawPath(oval(_X + side * 14, _TOP + 3.4, 13, 2.0), ink(p.light.key, 0.4, blur=1.0))
        p.canvas.drawPath(oval(_X - side * 16, _TOP + 5.6, 8, 0.8), ink("#f2c890", 0.25, blur=0.6))


SHAPE = shape(_paint, aspect=1.2, real_height_cm=9.5, focus=0.8, is_hot=True)
