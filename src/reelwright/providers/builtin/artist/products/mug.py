"""A stoneware mug, seen from a little above so that what is in it shows."""

from typing import Any

from reelwright.providers.builtin.artist.brush import (
    PathPoint,
    clipped,
    darker,
    ink,
    lighter,
    linear,
    luminance,
    minus,
    mix,
    oval,
    radial,
    smooth,
    union,
)
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
    side: list[PathPoint] = [
        (_X + _R, _TOP, "c"),
        (_X + _R, -70),
        (_X + _R - 0.6, -40),
        (_X + 37, -16),
        (_X + 30, -3.5),
        (_X + 22, 0),
    ]
    mirrored: list[PathPoint] = [(2 * _X - point[0], *point[1:]) for point in reversed(side)]  # type: ignore[misc]
    body = union(smooth([*side, (_X, 1.2), *mirrored]), oval(_X, _TOP, _R, _DEEP))
    with p.lit(p.turned(body, soften=2.2), GLAZED) as canvas:
        canvas.drawPath(body, ink(p.color))
        _foot(p, body)
        wordmark(p, _X, -44, 48, 22, readable(p.accent, p.color), weight="bold")


def _foot(p: Sitter, body: Any) -> None:
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


def _from_above(p: Sitter) -> None:
    """In a square of 100: rim, coffee with its crema, handle."""
    grip = smooth(
        [
            (26, -62),
            (44, -64),
            (50, -56),
            (50, -44),
            (44, -36),
            (26, -38),
            (26, -45),
            (40, -45),
            (42, -50),
            (40, -55),
            (26, -55),
        ]
    )
    with p.lit(p.puffed(grip, depth=4), GLAZED) as canvas:
        canvas.drawPath(grip, ink(p.color))
    cup = oval(-8, -50, 42, 42)
    with p.lit(p.puffed(cup, depth=4), GLAZED) as canvas:
        canvas.drawPath(cup, ink(p.color))
    wall = oval(-8, -50, 38.4, 38.4)
    with p.lit(p.puffed(wall, depth=9, roundness=-0.8), GLAZED) as canvas:
        canvas.drawPath(wall, ink(darker(p.color, 0.12)))
    p.canvas.drawPath(
        oval(-8, -50, 34, 34),
        ink(shader=radial((-8, -50), 34, [(0, "#4a2410"), (0.7, "#3a1a0b"), (0.9, "#5a3016"), (1, "#a8713f")])),
    )
    for x, y, r in ((-18, -60, 1.8), (-12, -66, 1.1), (6, -40, 1.4), (12, -44, 0.9)):
        p.canvas.drawCircle(x, y, r, ink("#c89660", 0.6, stroke=0.4))
    p.canvas.drawPath(oval(-8 + 14 * p.light.dx, -50 + 14 * p.light.dy, 11, 7), ink(p.light.key, 0.32, blur=3))


SHAPE = shape(_paint, aspect=1.2, real_height_cm=9.5, focus=0.8, is_hot=True, from_above=_from_above)
