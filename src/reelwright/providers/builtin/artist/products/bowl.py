"""A deep bowl of noodles in broth: egg, greens, spring onion, chopsticks; the name under the rim."""

import math

from reelwright.providers.builtin.artist.brush import clipped, curve, darker, ink, lighter, mix, oval, polygon, radial
from reelwright.providers.builtin.artist.products.finish import GLAZED, SATIN, with_gloss
from reelwright.providers.builtin.artist.products.forms import mirrored
from reelwright.providers.builtin.artist.products.marks import wordmark
from reelwright.providers.builtin.artist.products.sitter import Sitter, readable, shape

_BODY = mirrored([(0, -66), (84, -66, "c"), (82, -48), (66, -20), (42, -6), (30, -4), (30, 0), (0, 1)])


def _paint(p: Sitter) -> None:
    for dx in (0, 9):
        stick = polygon((40 + dx, -66), (44 + dx, -66), (92 + dx * 1.6, -100), (89 + dx * 1.6, -100))
        with p.lit(p.puffed(stick, depth=1.4), SATIN) as canvas:
            canvas.drawPath(stick, ink(mix("#8a4a2a", p.accent, 0.4)))
    with p.lit(p.turned(_BODY, soften=3), GLAZED) as canvas:
        canvas.drawPath(_BODY, ink(p.color))
        canvas.drawPath(curve((-83, -58), (0, -46), (83, -58)), ink(readable(p.accent, p.color), 0.8, stroke=1.6))
        wordmark(p, 0, -30, 62, 17, readable(p.accent, p.color))
    rim, well = oval(0, -66, 84, 17), oval(0, -65.4, 79, 14.6)
    p.canvas.drawPath(rim, ink(mix(lighter(p.color, 0.4), p.light.key, 0.25)))
    broth = radial((0, -68), 90, [(0, "#d98f3e"), (0.7, "#b5682a"), (1, "#7d4119")])
    p.canvas.drawPath(well, ink(shader=broth))
    with clipped(p.canvas, well):
        _noodles(p)
        _toppings(p)
        side = 1 if p.light.dx >= 0 else -1
        p.canvas.drawPath(oval(side * 50, -69, 20, 3), ink(p.light.key, 0.45, blur=1.6))


def _noodles(p: Sitter) -> None:
    dice = p.dice("noodles")
    for _ in range(10 if p.is_small else 34):
        x, y = dice.uniform(-52, 46), dice.uniform(-74, -58)
        wide, turn = dice.uniform(14, 30), dice.uniform(-0.4, 0.4)
        strand = curve(
            *[(x + wide * (k - 2) / 2, y + 3.2 * math.sin(k * 1.6 + turn * 9) + turn * k * 2) for k in range(5)]
        )
        p.canvas.drawPath(strand, ink("#8a5a22", 0.5, stroke=3.2))
        p.canvas.drawPath(strand, ink(mix("#f2cf7e", "#e2b25a", dice.random()), stroke=2.3))
        p.canvas.drawPath(strand, ink("#fff0c4", 0.6, stroke=0.6))


def _toppings(p: Sitter) -> None:
    for x, y in ((-34, -66), (-14, -69)):
        white = oval(x, y, 13, 6.6)
        with p.lit(p.puffed(white, depth=3), with_gloss(GLAZED, 0.5)) as canvas:
            canvas.drawPath(white, ink("#fbf3e2"))
            canvas.drawPath(oval(x, y + 0.4, 7, 3.5), ink("#f0a02e"))
    for x, y, wide in ((24, -70, 16), (34, -64, 15)):
        slice_ = oval(x, y, wide, 5.4)
        with p.lit(p.puffed(slice_, depth=3), SATIN) as canvas:
            canvas.drawPath(slice_, ink("#b9694a"))
            canvas.drawPath(oval(x, y, wide * 0.6, 2.8), ink("#e6b394"))
    dice = p.dice("greens")
    for _ in range(8 if p.is_small else 26):
        x, y = dice.gauss(4, 20), dice.uniform(-73, -60)
        ring = oval(x, y, 2.6, 1.3)
        p.canvas.drawPath(ring, ink(darker("#6f9e3d", 0.3), 0.9, stroke=1.4))
        p.canvas.drawPath(ring, ink("#9cc45e", stroke=0.8))


def _from_above(p: Sitter) -> None:
    """Round, full to the rim, its chopsticks laid before it in a sleeve with the name."""
    wall = oval(0, -56, 44, 44)
    with p.lit(p.puffed(wall, depth=7), GLAZED) as canvas:
        canvas.drawPath(wall, ink(p.color))
    broth = oval(0, -56, 38, 38)
    stops = [(0, "#e0a24c"), (0.75, "#c9823a"), (1, "#8a5220")]
    p.canvas.drawPath(broth, ink(shader=radial((-8, -64), 42, [*stops])))
    dice = p.dice("noodles")
    with clipped(p.canvas, broth):
        for _ in range(16):
            x, y, bend = dice.uniform(-34, 6), dice.uniform(-52, -22), dice.uniform(-9, 9)
            strand = curve((x, y), (x + 12, y + bend), (x + 26, y - bend * 0.6), (x + 36, y))
            p.canvas.drawPath(strand, ink("#a9762c", stroke=2.6))
            p.canvas.drawPath(strand, ink("#f2d48c", stroke=1.7))
    for x, y in ((-16, -74), (2, -80)):
        p.canvas.drawPath(oval(x, y, 9.4, 8.4), ink("#fbf3e2"))
        p.canvas.drawPath(oval(x, y, 5, 4.6), ink("#f0a02e"))
    for x, y in ((20, -66), (24, -50)):
        p.canvas.drawPath(oval(x, y, 10.5, 8), ink("#a8583c"))
        p.canvas.drawPath(oval(x, y, 6, 4.4), ink("#e6b394"))
    for _ in range(24):
        x, y = dice.uniform(-24, 24), -56 + dice.uniform(-24, 24)
        p.canvas.drawPath(oval(x, y, 1.7, 1.7), ink("#86b04c", stroke=0.9))
    for y in (-7.4, -3.4):
        p.canvas.drawPath(polygon((-46, y - 0.9), (48, y - 0.5), (48, y + 0.5), (-46, y + 0.9)), ink("#7a4a2c"))
    p.canvas.drawPath(polygon((-27, -10.6), (27, -10.6), (27, -0.2), (-27, -0.2)), ink("#f6efe0"))
    wordmark(p, 0, -5.4, 49, 8, readable(darker(p.accent, 0.5), "#f6efe0"), weight="bold")


SHAPE = shape(_paint, aspect=1.72, real_height_cm=11, focus=0.66, is_hot=True, from_above=_from_above)
