"""A tall cold drink: ice, citrus, a straw, droplets on the glass, the name printed on it."""

from reelwright.providers.builtin.artist.brush import (
    box,
    clipped,
    curve,
    darker,
    ink,
    lighter,
    linear,
    mix,
    oval,
    polygon,
)
from reelwright.providers.builtin.artist.products.finish import GLASS, SATIN, with_gloss
from reelwright.providers.builtin.artist.products.forms import droplets, mirrored
from reelwright.providers.builtin.artist.products.marks import wordmark
from reelwright.providers.builtin.artist.products.sitter import Sitter, contrast, shape

_GLASS = mirrored([(0, -84), (27, -84, "c"), (25, -40), (22.6, -8), (21, -2), (0, 1)])
_DRINK = mirrored([(0, -74), (24.4, -74, "c"), (22.8, -40), (20.6, -10), (18, -6.6), (0, -5)])


def _paint(p: Sitter) -> None:
    straw = polygon((4, -74), (8, -74), (18, -100), (14.4, -100))
    with p.lit(p.puffed(straw, depth=1.6), SATIN) as canvas:
        canvas.drawPath(straw, ink(p.accent))
    pale = mix("#eef5f7", p.light.key, 0.2)
    p.canvas.drawPath(_GLASS, ink(pale, 0.3))
    tone = p.color
    with p.lit(p.turned(_DRINK, soften=3), with_gloss(SATIN, 0.1)) as canvas:
        shade = [(0, lighter(tone, 0.35)), (0.5, tone), (1, darker(tone, 0.2))]
        canvas.drawPath(_DRINK, ink(shader=linear((0, -74), (0, -5), shade)))
    with clipped(p.canvas, _DRINK):
        _ice(p)
    p.canvas.drawPath(oval(0, -74, 24.4, 3.6), ink(lighter(tone, 0.45), 0.85))
    slice_ = oval(22, -84, 12, 12)
    with p.lit(p.puffed(slice_, depth=2), SATIN) as canvas:
        canvas.drawPath(slice_, ink("#f0b52e"))
        canvas.drawPath(oval(22, -84, 10, 10), ink("#ffe9a6"))
        for dx, dy in ((0, -7), (6, -3.6), (6, 3.6), (0, 7), (-6, 3.6), (-6, -3.6)):
            canvas.drawPath(curve((22, -84), (22 + dx * 0.9, -84 + dy * 0.9)), ink("#f6c95a", stroke=1.0))
    p.shine(_GLASS, p.turned(_GLASS, soften=3), GLASS, 0.75)
    wordmark(p, 0, -36, 34, 24, contrast(tone), weight="bold", alpha=0.92)
    droplets(p, _GLASS, 46, 1.3)
    p.canvas.drawPath(oval(0, -84, 27, 4), ink(pale, 0.8, stroke=0.8))


def _ice(p: Sitter) -> None:
    dice = p.dice("ice")
    for _ in range(6):
        x, y, turn = dice.uniform(-16, 8), dice.uniform(-70, -46), dice.uniform(-25, 25)
        p.canvas.save()
        p.canvas.translate(x, y)
        p.canvas.rotate(turn)
        p.canvas.drawPath(box(-7, -7, 14, 14, 3), ink("#ffffff", 0.22))
        p.canvas.drawPath(box(-7, -7, 14, 14, 3), ink("#ffffff", 0.5, stroke=0.7))
        p.canvas.drawPath(box(-5, -5.4, 5, 2, 1), ink("#ffffff", 0.6, blur=0.6))
        p.canvas.restore()


SHAPE = shape(_paint, aspect=0.66, real_height_cm=16, focus=0.55)
