"""A pet's collar lying in a ring: buckle, stitching, a bone-shaped tag with the name before it."""

import math

from reelwright.providers.builtin.artist.brush import (
    box,
    curve,
    darker,
    ink,
    lighter,
    minus,
    mix,
    oval,
    polygon,
    union,
)
from reelwright.providers.builtin.artist.products.finish import LEATHER, METAL, SATIN
from reelwright.providers.builtin.artist.products.forms import stitches
from reelwright.providers.builtin.artist.products.marks import wordmark
from reelwright.providers.builtin.artist.products.sitter import Sitter, readable, shape

_HALF, _DEEP, _TOP, _FOOT = 128.0, 25.0, -75.0, -43.0
"""Half the ring's width, half its depth as it is seen, and the heights of the band's two edges."""


def _rim(y: float, half: float = _HALF, deep: float = _DEEP) -> list[tuple[float, float]]:
    """The near half of the ring at a height, from left to right."""
    steps = [math.pi * step / 16 for step in range(17)]
    return [(-half * math.cos(angle), y + deep * math.sin(angle)) for angle in steps]


def _paint(p: Sitter) -> None:
    inside = oval(0, _TOP, _HALF, _DEEP)
    with p.lit(p.puffed(inside, depth=4), LEATHER) as canvas:
        canvas.drawPath(inside, ink(darker(p.color, 0.52)))
    far = minus(oval(0, _TOP, _HALF, _DEEP), oval(0, _TOP + 2.5, _HALF - 5, _DEEP - 3))
    p.canvas.drawPath(far, ink(lighter(p.color, 0.16)))
    band = polygon(*_rim(_TOP), *reversed(_rim(_FOOT)))
    with p.lit(p.puffed(band, depth=8), LEATHER) as canvas:
        canvas.drawPath(band, ink(p.color))
    for y in (_TOP + 5, _FOOT - 5):
        stitches(p, curve(*_rim(y)[1:-1]), p.color, 0.7)
    _buckle(p)
    _tag(p)


def _buckle(p: Sitter) -> None:
    p.canvas.save()
    p.canvas.rotate(-14, 82, -40)
    buckle = minus(box(60, -62, 42, 44, 5), box(68, -54, 26, 28, 3))
    with p.lit(p.puffed(buckle, depth=3), METAL) as canvas:
        canvas.drawPath(buckle, ink("#d9c27a"))
        canvas.drawPath(box(62, -42, 38, 4, 2), ink("#c3ab62"))
    p.canvas.restore()


def _tag(p: Sitter) -> None:
    """Pale metal whatever the colours are: a name is engraved to be read."""
    bone = box(-76, -40, 116, 30, 10)
    for x in (-76, 40):
        for y in (-36.5, -14):
            bone = union(bone, oval(x, y, 15, 12.4))
    p.canvas.save()
    p.canvas.translate(2, 1)
    p.canvas.drawPath(bone, ink("#0d0a16", 0.4, blur=1.5))
    p.canvas.restore()
    metal = mix(p.accent, "#f3e6c4", 0.72)
    with p.lit(p.puffed(bone, depth=3, roundness=0.6), SATIN) as canvas:
        canvas.drawPath(bone, ink(metal))
        canvas.drawPath(bone, ink(darker(metal, 0.45), 0.7, stroke=1.2))
        wordmark(p, -18, -25, 96, 23, readable(darker(p.accent, 0.8), darker(metal, 0.2)), weight="bold")
    ring = minus(oval(-18, -43, 8, 9), oval(-18, -43, 5, 6))
    with p.lit(p.puffed(ring, depth=2), METAL) as canvas:
        canvas.drawPath(ring, ink("#cfd3d9"))


SHAPE = shape(_paint, aspect=2.6, real_height_cm=5.5, focus=0.35, deep=0.66)
