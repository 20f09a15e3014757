"""A leather wallet standing half open, cards showing, the name pressed into it."""

from reelwright.providers.builtin.artist.brush import box, curve, darker, ink, lighter, polygon, smooth
from reelwright.providers.builtin.artist.products.finish import LEATHER, PLASTIC
from reelwright.providers.builtin.artist.products.forms import stitches
from reelwright.providers.builtin.artist.products.marks import wordmark
from reelwright.providers.builtin.artist.products.sitter import Sitter, readable, shape

_BACK = smooth([(-56, -97, "c"), (60, -91, "c"), (62, -6, "c"), (-54, -2, "c")])
_FRONT = smooth([(-62, -84), (-58, -88), (54, -84), (58, -80), (58, -6), (54, -1), (-58, 0), (-62, -4)])


def _paint(p: Sitter) -> None:
    with p.lit(p.puffed(_BACK, depth=3), LEATHER) as canvas:
        canvas.drawPath(_BACK, ink(darker(p.color, 0.35)))
    for index, tone in enumerate((p.accent, lighter(p.accent, 0.4), "#e9e2d4")):
        card = polygon((-46, -99 + index * 4.5), (48, -95 + index * 4.5), (48, -60), (-46, -60))
        with p.lit(p.puffed(card, depth=1.5), PLASTIC) as canvas:
            canvas.drawPath(card, ink(tone))
    with p.lit(p.puffed(_FRONT, depth=8), LEATHER) as canvas:
        canvas.drawPath(_FRONT, ink(p.color))
        dice = p.dice("grain")
        for _ in range(0 if p.is_small else 260):
            x, y = dice.uniform(-60, 56), dice.uniform(-84, -2)
            canvas.drawCircle(x, y, dice.uniform(0.3, 0.8), ink(darker(p.color, 0.4), 0.3))
        canvas.drawPath(curve((-60, -44), (0, -43), (57, -44)), ink(darker(p.color, 0.5), 0.35, stroke=1.4, blur=1.0))
        wordmark(p, 0, -22, 62, 15, readable(darker(p.color, 0.5), p.color), weight="medium")
    stitches(p, curve((-57, -80), (-57, -6), (-52, -4), (50, -5), (54, -8), (54, -78)), p.color, 0.5)
    tab = box(50, -54, 16, 14, 6)
    with p.lit(p.puffed(tab, depth=3), LEATHER) as canvas:
        canvas.drawPath(tab, ink(darker(p.color, 0.15)))
        canvas.drawCircle(57, -47, 2.6, ink("#d9c27a"))


SHAPE = shape(_paint, aspect=1.3, real_height_cm=9.5, focus=0.4)
