"""A bar of chocolate coming out of its foil and its paper sleeve."""

from reelwright.providers.builtin.artist.brush import (
    box,
    clipped,
    curve,
    darker,
    ink,
    lighter,
    linear,
    luminance,
    mix,
    polygon,
    smooth,
    union,
)
from reelwright.providers.builtin.artist.products.finish import METAL, PAPER, SATIN, with_gloss
from reelwright.providers.builtin.artist.products.marks import emblem, small_print, wordmark
from reelwright.providers.builtin.artist.products.sitter import Sitter, readable, shape

_HALF = 25.0
_COCOA = "#4a2616"


def _paint(p: Sitter) -> None:
    _bar(p)
    _foil(p)
    _sleeve(p)


def _bar(p: Sitter) -> None:
    slab = smooth(
        [(-22, -99, "c"), (8, -99), (12, -97.6), (15, -98.8), (22, -99, "c"), (22, -40, "c"), (-22, -40, "c")]
    )
    with p.lit(p.facing(slab, 0, -0.05, bevel=1.2), SATIN) as canvas:
        canvas.drawPath(slab, ink(darker(_COCOA, 0.25)))
    pieces = None
    for row in range(4):
        for column in range(3):
            piece = box(-21.2 + column * 14.3, -98 + row * 14.2, 13.6, 13.4, 1.4)
            pieces = piece if pieces is None else union(pieces, piece)
    with p.lit(p.puffed(pieces, depth=2.2, roundness=0.9), with_gloss(SATIN, 0.42)) as canvas:
        canvas.drawPath(pieces, ink(shader=linear((0, -99), (0, -40), [(0, lighter(_COCOA, 0.1)), (1, _COCOA)])))
    for row in range(0 if p.is_small else 4):
        for column in range(3):
            emblem(p.canvas, -14.4 + column * 14.3, -91.3 + row * 14.2, 3.2, lighter(_COCOA, 0.22), 0.55)


def _foil(p: Sitter) -> None:
    dice = p.dice("foil")
    torn = [(-_HALF + index * 5.0, -57 + dice.uniform(-3.4, 2.6), "c") for index in range(11)]
    foil = smooth([*torn, (_HALF, -44, "c"), (-_HALF, -44, "c")])
    tone = mix("#d9d4cb", p.accent, 0.25)
    with p.lit(p.puffed(foil, depth=3, roundness=0.7), with_gloss(METAL, 0.7), within=foil) as canvas:
        canvas.drawPath(foil, ink(tone))
        for _ in range(0 if p.is_small else 34):
            x, y = dice.uniform(-_HALF, _HALF), dice.uniform(-60, -46)
            facet = polygon((x, y), (x + dice.uniform(-4, 4), y + 5), (x + dice.uniform(1, 5), y + dice.uniform(-2, 4)))
            canvas.drawPath(facet, ink("#ffffff" if dice.random() < 0.5 else "#3a3a44", 0.3))


def _sleeve(p: Sitter) -> None:
    sleeve = box(-_HALF, -51, 2 * _HALF, 51.4, 0.8)
    tone = readable(p.accent, p.color)
    with p.lit(p.facing(sleeve, 0, 0, bevel=2.6), PAPER, within=sleeve) as canvas:
        canvas.drawPath(sleeve, ink(p.color))
        with clipped(canvas, sleeve):
            canvas.drawPath(box(-_HALF, -51, 2 * _HALF, 5.4), ink(p.accent))
            for step in range(0 if p.is_small else 13):
                x = -_HALF + step * 4.2
                canvas.drawPath(curve((x, -6), (x + 2.1, -9.4), (x + 4.2, -6)), ink(tone, 0.75, stroke=0.45))
        canvas.drawPath(box(-_HALF, -5.4, 2 * _HALF, 6), ink(p.accent))
        wordmark(p, 0, -29.5, 42, 19, tone)
        small_print(p, 0, -16.4, 22, tone, lines=1)
    edge = darker("#2a1a12", 0.3) if luminance(p.color) > 0.3 else "#000000"
    p.canvas.drawPath(box(-_HALF, -52, 2 * _HALF, 1.2), ink(edge, 0.4, blur=0.7))


SHAPE = shape(_paint, aspect=0.51, real_height_cm=16, focus=0.68, stands=False)
