"""Sunglasses from the front: tinted lenses that mirror the sky, the name on the temple side of a lens."""

from typing import Any

from reelwright.providers.builtin.artist.brush import clipped, curve, darker, ink, lighter, linear, minus, mix, smooth
from reelwright.providers.builtin.artist.products.finish import LACQUER
from reelwright.providers.builtin.artist.products.marks import wordmark
from reelwright.providers.builtin.artist.products.sitter import Sitter, shape


def _side(side: int, grow: float) -> Any:
    return smooth(
        [
            (side * (18 - grow), -74),
            (side * 60, -86 - grow),
            (side * (118 + grow), -84 - grow),
            (side * (128 + grow), -66),
            (side * (118 + grow), -26),
            (side * 84, -6 + grow),
            (side * 44, -12 + grow),
            (side * (22 - grow), -40),
        ]
    )


def _paint(p: Sitter) -> None:
    for side in (-1, 1):
        temple = curve((side * 128, -78), (side * 134, -88), (side * 126, -98))
        p.canvas.drawPath(temple, ink(darker(p.color, 0.3), stroke=7))
    bridge = curve((-20, -66), (0, -78), (20, -66))
    p.canvas.drawPath(bridge, ink(darker(p.color, 0.2), stroke=9))
    p.canvas.drawPath(bridge, ink(lighter(p.color, 0.4), 0.5, stroke=2))
    for side in (-1, 1):
        outer, lens = _side(side, 7), _side(side, -3)
        tint = mix(darker(p.accent, 0.75), "#10121c", 0.35)
        sky = [(0, mix(p.light.key, tint, 0.35)), (0.42, tint), (0.5, lighter(tint, 0.3)), (1, darker(tint, 0.3))]
        p.canvas.drawPath(lens, ink(shader=linear((0, -88), (0, -4), sky)))
        with clipped(p.canvas, lens):
            glint = smooth([(side * 36, -90), (side * 62, -90), (side * 40, -2), (side * 22, -2)])
            lit = (p.light.dx >= 0) == (side > 0)
            p.canvas.drawPath(glint, ink(p.light.key, 0.42 if lit else 0.12, blur=3))
        rim = minus(outer, lens)
        with p.lit(p.puffed(rim, depth=5), LACQUER) as canvas:
            canvas.drawPath(rim, ink(p.color))
    wordmark(p, 92, -74, 40, 7, "#f6f1e6", weight="medium", alpha=0.8)


SHAPE = shape(_paint, aspect=2.78, real_height_cm=5.5, focus=0.5)
