"""A plated dish on a rimmed plate: from the table, and from above."""

import math

from reelwright.media.canvas import skia
from reelwright.providers.builtin.artist.brush import (
    clipped,
    curve,
    darker,
    ink,
    leaf,
    lighter,
    mix,
    oval,
    radial,
    smooth,
    transformed,
)
from reelwright.providers.builtin.artist.products.finish import GLAZED, SATIN, with_gloss
from reelwright.providers.builtin.artist.products.sitter import Sitter, shape

_GREENS = ("#5c8a3a", "#79a84a", "#3f6d33", "#94b85c")


def _paint(p: Sitter) -> None:
    _plate(p)
    _food(p)


def _plate(p: Sitter) -> None:
    under = smooth([(-96, -28), (-60, -6), (-34, 0), (0, 1), (34, 0), (60, -6), (96, -28), (0, -20)])
    with p.lit(p.turned(under, soften=3), GLAZED) as canvas:
        canvas.drawPath(under, ink(darker(p.color, 0.08)))
    rim, well = oval(0, -30, 105, 25), oval(0, -28.6, 72, 15.5)
    with p.lit(p.puffed(rim, depth=3.4), with_gloss(GLAZED, 0.3)) as canvas:
        canvas.drawPath(rim, ink(p.color))
        canvas.drawPath(oval(0, -30, 100, 23.2), ink(p.accent, 0.55, stroke=0.8))
    side = 1 if p.light.dx >= 0 else -1
    shade = [(0, lighter(p.color, 0.25)), (0.6, p.color), (1, mix(p.color, p.light.fill, 0.35))]
    p.canvas.drawPath(well, ink(shader=radial((-side * 40, -26), 120, shade)))
    p.canvas.drawPath(well, ink(mix(p.color, p.light.fill, 0.5), 0.5, stroke=1.2, blur=0.8))
    with clipped(p.canvas, rim):
        p.canvas.drawPath(oval(side * 62, -37, 30, 4.4), ink(p.light.key, 0.3, blur=3))
        p.canvas.drawPath(oval(-side * 14, -24, 56, 11), ink("#160c10", 0.42, blur=4))


def _food(p: Sitter) -> None:
    sauce = smooth(
        [(-60, -25), (-44, -32), (-20, -33), (24, -34), (50, -31), (60, -26), (40, -20), (8, -18), (-30, -19)]
    )
    tone = mix(p.accent, "#a8501e", 0.45)
    with p.lit(p.puffed(sauce, depth=5, roundness=0.5), with_gloss(GLAZED, 0.5)) as canvas:
        canvas.drawPath(sauce, ink(tone))
    _mound(p)
    _garnish(p)


def _mound(p: Sitter) -> None:
    """A nest of ribbons, each one lit on its own."""
    base = smooth(
        [(-42, -27), (-34, -46), (-19, -61), (0, -67), (19, -61), (34, -46), (42, -27), (24, -20), (0, -18), (-24, -20)]
    )
    pasta = mix("#e8b75c", p.accent, 0.15)
    with p.lit(p.puffed(base, depth=20), SATIN, within=base) as canvas:
        canvas.drawPath(base, ink(darker(pasta, 0.35)))
        dice, count = p.dice("ribbons"), 12 if p.is_small else 44
        for row in range(count):
            share = row / count
            cx, cy = dice.uniform(-15, 15) * (1 - share * 0.6), -25 - share * 38
            wide, tall = (36 - 21 * share) * dice.uniform(0.55, 1.15), 7 + dice.uniform(0, 8)
            start = dice.uniform(0, math.tau)
            points = [
                (cx + wide * math.cos(start + k * 0.75), cy + tall * math.sin(start + k * 0.75)) for k in range(5)
            ]
            strand = curve(*points)
            canvas.drawPath(strand, ink(darker(pasta, 0.6), 0.7, stroke=4.8))
            canvas.drawPath(strand, ink(mix(pasta, darker(pasta, 0.2), dice.random()), stroke=3.8))
            canvas.drawPath(strand, ink(lighter(pasta, 0.6), 0.6, stroke=0.9))


def _garnish(p: Sitter) -> None:
    dice = p.dice("garnish")
    for x, y, r in ((-34, -28, 8.4), (36, -26, 8), (20, -22, 7), (-12, -46, 6.4), (14, -56, 6)):
        tomato = oval(x, y, r, r * 0.9)
        with p.lit(p.puffed(tomato, depth=r * 0.9), with_gloss(GLAZED, 0.6)) as canvas:
            canvas.drawPath(tomato, ink("#c8372b"))
        if not p.is_small:
            p.canvas.drawPath(oval(x, y - r * 0.72, r * 0.3, r * 0.14), ink("#4d6b2c"))
    leaves = ((-8, -70, -40, 22), (2, -72, 10, 27), (10, -69, 48, 21), (-40, -34, -75, 16), (40, -34, 74, 16))
    for index, (x, y, lean, long) in enumerate(leaves):
        blade = leaf(x, y, lean, long, long * 0.62)
        with p.lit(p.puffed(blade, depth=4, roundness=0.8), SATIN) as canvas:
            canvas.drawPath(blade, ink(_GREENS[index % 4]))
        vein = transformed(
            curve((0, 0), (0.6, -long * 0.5), (0, -long * 0.92)),
            skia.Matrix.Translate(x, y).preConcat(skia.Matrix.RotateDeg(lean)),
        )
        p.canvas.drawPath(vein, ink(lighter(_GREENS[index % 4], 0.5), 0.7, stroke=0.5))
    for _ in range(0 if p.is_small else 46):
        x, y = dice.gauss(0, 12), dice.uniform(-58, -22)
        p.canvas.drawCircle(x, y, dice.uniform(0.35, 0.8), ink(dice.choice(("#f3e9cf", "#2c2018", *_GREENS)), 0.85))


def _from_above(p: Sitter) -> None:
    """In a square of 100: the plate as a circle, the dish in its middle."""
    rim = oval(0, -50, 50, 50)
    with p.lit(p.puffed(rim, depth=3), with_gloss(GLAZED, 0.3)) as canvas:
        canvas.drawPath(rim, ink(p.color))
    p.canvas.drawCircle(0, -50, 47, ink(p.accent, 0.55, stroke=0.5))
    well = oval(0, -50, 35, 35)
    with p.lit(p.puffed(well, depth=5, roundness=-0.6), with_gloss(GLAZED, 0.2)) as canvas:
        canvas.drawPath(well, ink(lighter(p.color, 0.08)))
    p.canvas.drawPath(oval(2, -47, 25, 25), ink("#160c10", 0.3, blur=3))
    dice = p.dice("sauce")
    edge = [(a, 24 + dice.uniform(-2.5, 2.5)) for a in (k * math.tau / 12 for k in range(12))]
    sauce = smooth([(r * math.cos(a), -50 + r * math.sin(a)) for a, r in edge])
    with p.lit(p.puffed(sauce, depth=3, roundness=0.5), with_gloss(GLAZED, 0.5)) as canvas:
        canvas.drawPath(sauce, ink(mix(p.accent, "#a8501e", 0.45)))
    _nest(p)
    _scatter(p)


def _nest(p: Sitter) -> None:
    """The ribbons from above: turns of a loose spiral."""
    base, pasta = oval(0, -50, 20, 20), mix("#e8b75c", p.accent, 0.15)
    with p.lit(p.puffed(base, depth=12), SATIN) as canvas:
        canvas.drawPath(base, ink(darker(pasta, 0.35)))
        dice = p.dice("nest")
        for row in range(34):
            far, start = 19 - row * 0.5, dice.uniform(0, math.tau)
            turns = [(start + k * 0.5, far + dice.uniform(-1.6, 1.0)) for k in range(6)]
            strand = curve(*[(r * math.cos(a), -50 + r * math.sin(a)) for a, r in turns])
            canvas.drawPath(strand, ink(darker(pasta, 0.6), 0.7, stroke=2.4))
            canvas.drawPath(strand, ink(mix(pasta, darker(pasta, 0.2), dice.random()), stroke=1.9))
            canvas.drawPath(strand, ink(lighter(pasta, 0.6), 0.6, stroke=0.45))


def _scatter(p: Sitter) -> None:
    for x, y, r in ((-15, -40, 4), (17, -44, 3.8), (9, -68, 3.6), (-12, -64, 3.4), (3, -36, 3.2)):
        tomato = oval(x, y, r, r)
        with p.lit(p.puffed(tomato, depth=r * 0.9), with_gloss(GLAZED, 0.6)) as canvas:
            canvas.drawPath(tomato, ink("#c8372b"))
    for index, (x, y, lean, long) in enumerate(
        ((0, -50, 20, 13), (0, -50, 140, 12), (0, -50, 265, 12), (-18, -54, -60, 9))
    ):
        blade = leaf(x, y, lean, long, long * 0.62)
        with p.lit(p.puffed(blade, depth=2.4, roundness=0.8), SATIN) as canvas:
            canvas.drawPath(blade, ink(_GREENS[index % 4]))


SHAPE = shape(_paint, aspect=2.1, real_height_cm=11, focus=0.55, is_hot=True, from_above=_from_above)
