"""A potted plant: broad leaves from one crown, the name on the pot."""

import math

from reelwright.providers.builtin.artist.brush import curve, ink, leaf, lighter, mix, oval
from reelwright.providers.builtin.artist.products.finish import GLAZED, SATIN
from reelwright.providers.builtin.artist.products.forms import mirrored
from reelwright.providers.builtin.artist.products.marks import wordmark
from reelwright.providers.builtin.artist.products.sitter import Sitter, readable, shape

_POT = mirrored([(0, -38), (27, -38, "c"), (28, -34), (24, -10), (21, -1), (0, 0.8)])
_GREENS = ("#3f6d33", "#4d8040", "#5f9650", "#76aa5c")


def _paint(p: Sitter) -> None:
    dice = p.dice("leaves")
    blades = sorted(
        ((lean, dice.uniform(36, 58) * (1 - abs(lean) / 260), dice.uniform(0.3, 0.42)) for lean in range(-78, 79, 13)),
        key=lambda blade: -abs(blade[0]),
    )
    for index, (lean, long, wide) in enumerate(blades):
        x = lean * 0.13
        green = _GREENS[index % 4]
        blade = leaf(x, -38, lean + dice.uniform(-6, 6), long, long * wide)
        with p.lit(p.puffed(blade, depth=4, roundness=0.8), SATIN) as canvas:
            canvas.drawPath(blade, ink(green))
        turn = math.radians(lean)
        vein = curve((x, -38), (x + math.sin(turn) * long * 0.9, -38 - math.cos(turn) * long * 0.9))
        p.canvas.drawPath(vein, ink(lighter(green, 0.45), 0.5, stroke=0.6))
    with p.lit(p.turned(_POT, soften=3), GLAZED) as canvas:
        canvas.drawPath(_POT, ink(p.color))
        wordmark(p, 0, -20, 36, 13, readable(p.accent, p.color))
    p.canvas.drawPath(oval(0, -38, 27, 4.2), ink(mix(lighter(p.color, 0.3), p.light.key, 0.2)))
    p.canvas.drawPath(oval(0, -37.6, 24, 3.2), ink("#2c1c14"))


SHAPE = shape(_paint, aspect=0.98, real_height_cm=48, focus=0.4)
