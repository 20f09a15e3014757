"""A bunch of keys on a ring with a house-shaped tag that carries the name."""

from typing import Any

from reelwright.media.canvas import skia
from reelwright.providers.builtin.artist.brush import (
    box,
    curve,
    darker,
    ink,
    minus,
    mix,
    oval,
    polygon,
    transformed,
    union,
)
from reelwright.providers.builtin.artist.products.finish import LEATHER, METAL
from reelwright.providers.builtin.artist.products.marks import wordmark
from reelwright.providers.builtin.artist.products.sitter import Sitter, contrast, shape


def _key() -> Any:
    bow = minus(oval(0, 8, 9, 9), oval(0, 5, 3.4, 3.4))
    blade = union(box(-2.4, 14, 4.8, 42, 1), polygon((2, 40), (7, 40), (7, 44), (4, 45), (7, 48), (7, 52), (2, 53)))
    return union(bow, blade)


def _paint(p: Sitter) -> None:
    ring = minus(oval(0, -84, 15, 15), oval(0, -84, 12, 12))
    for degrees, tone in ((38, "#b9bec6"), (14, "#d6b666")):
        place = skia.Matrix.Translate(2, -72).preConcat(skia.Matrix.RotateDeg(-degrees))
        key = transformed(_key(), place)
        with p.lit(p.puffed(key, depth=2.4), METAL) as canvas:
            canvas.drawPath(key, ink(tone))
    with p.lit(p.puffed(ring, depth=1.8), METAL) as canvas:
        canvas.drawPath(ring, ink("#cfd3d9"))
    house = polygon((-64, -36), (-34, -66), (-4, -36), (-10, -36), (-10, 0), (-58, 0), (-58, -36))
    with p.lit(p.puffed(house, depth=5), LEATHER) as canvas:
        canvas.drawPath(house, ink(p.color))
        canvas.drawPath(oval(-34, -52, 3.2, 3.2), ink(mix("#2a2320", p.color, 0.2)))
        wordmark(p, -34, -19, 42, 22, contrast(p.color), weight="bold")
    p.canvas.drawPath(curve((-34, -53), (-24, -68), (-8, -76)), ink(darker(p.accent, 0.1), stroke=2.4))


SHAPE = shape(_paint, aspect=1.2, real_height_cm=11, focus=0.3)
