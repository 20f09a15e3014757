"""A burger: glossy sesame bun, lettuce, tomato, cheese over the patty; a paper band carries the name."""

import math

from reelwright.providers.builtin.artist.brush import box, curve, darker, ink, lighter, mix, oval, smooth
from reelwright.providers.builtin.artist.products.finish import GLAZED, MATTE, PAPER, SATIN, with_gloss
from reelwright.providers.builtin.artist.products.marks import wordmark
from reelwright.providers.builtin.artist.products.sitter import Sitter, readable, shape

_CROWN = smooth(
    [(-56, -62), (-58, -70), (-48, -88), (-24, -98), (0, -100), (24, -98), (48, -88), (58, -70), (56, -62), (0, -58)]
)
_HEEL = smooth([(-54, -22), (54, -22), (56, -12), (48, -2), (0, 0), (-48, -2), (-56, -12)])


_PATTY = smooth(
    [(-58, -40), (-30, -43), (0, -42), (30, -43), (58, -40), (60, -30), (54, -22), (0, -20), (-54, -22), (-60, -30)]
)
_CHEESE = smooth(
    [(-58, -46), (58, -46), (60, -42), (44, -38), (34, -28), (26, -38), (-12, -38), (-24, -31), (-34, -38), (-60, -42)]
)
_LEAF = smooth([*[(-62 + 8 * k, -54 + 4.2 * math.sin(k * 1.9)) for k in range(16)], (60, -62), (0, -64), (-60, -62)])
_STRIP = smooth([(-56, -24, "c"), (0, -20), (56, -24, "c"), (52, -3, "c"), (0, 0.6), (-52, -3, "c")])
_BUN = "#cf8a45"


def _paint(p: Sitter) -> None:
    with p.lit(p.puffed(_HEEL, depth=10), with_gloss(SATIN, 0.2)) as canvas:
        canvas.drawPath(_HEEL, ink(_BUN))
    _fill(p)
    with p.lit(p.puffed(_CROWN, depth=22), with_gloss(GLAZED, 0.4)) as canvas:
        canvas.drawPath(_CROWN, ink(_BUN))
        canvas.drawPath(oval(0, -62, 54, 6), ink(lighter(_BUN, 0.35), 0.5, blur=2))
        dice = p.dice("sesame")
        for _ in range(12 if p.is_small else 30):
            x, y = dice.gauss(0, 22), dice.uniform(-97, -76)
            canvas.drawPath(oval(x, y, 1.7, 1.05), ink("#fff0cc"))
    paper = mix("#f8f2e4", p.color, 0.35)
    with p.lit(p.puffed(_STRIP, depth=7), PAPER) as canvas:
        canvas.drawPath(_STRIP, ink(paper))
        wordmark(p, 0, -11, 62, 12, readable(darker(p.accent, 0.2), paper))


def _fill(p: Sitter) -> None:
    """What lies between the halves of the bun."""
    with p.lit(p.puffed(_PATTY, depth=8), with_gloss(MATTE, 0.3)) as canvas:
        canvas.drawPath(_PATTY, ink("#5b3220"))
        dice = p.dice("patty")
        for _ in range(0 if p.is_small else 60):
            canvas.drawCircle(
                dice.uniform(-56, 56), dice.uniform(-40, -23), dice.uniform(0.5, 1.6), ink("#3a1d10", 0.6)
            )
    with p.lit(p.puffed(_CHEESE, depth=3), GLAZED) as canvas:
        canvas.drawPath(_CHEESE, ink("#f2b233"))
    for x in (-34, 2, 36):
        tomato = box(x - 19, -52, 38, 7, 3.4)
        with p.lit(p.puffed(tomato, depth=3), GLAZED) as canvas:
            canvas.drawPath(tomato, ink("#c8372b"))
    with p.lit(p.puffed(_LEAF, depth=4), SATIN) as canvas:
        canvas.drawPath(_LEAF, ink("#77ab3f"))
        for k in range(0 if p.is_small else 15):
            x = -56 + k * 8
            canvas.drawPath(curve((x, -62), (x + 1, -57), (x + 2, -52)), ink(lighter("#77ab3f", 0.4), 0.6, stroke=0.6))


SHAPE = shape(_paint, aspect=1.24, real_height_cm=11, focus=0.6)
