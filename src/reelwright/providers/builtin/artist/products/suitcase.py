"""A trolley case: ribbed shell, telescopic handle, wheels, the name on a plate."""

from reelwright.providers.builtin.artist.brush import box, curve, darker, ink, lighter, oval
from reelwright.providers.builtin.artist.products.finish import PLASTIC, RUBBER, SATIN
from reelwright.providers.builtin.artist.products.marks import wordmark
from reelwright.providers.builtin.artist.products.sitter import Sitter, contrast, shape

_SHELL = box(-30, -78, 60, 73, 9)


def _paint(p: Sitter) -> None:
    for x in (-13, 13):
        p.canvas.drawPath(curve((x, -78), (x, -97)), ink("#9aa0a8", stroke=2.2))
        p.canvas.drawPath(curve((x - 0.4, -78), (x - 0.4, -97)), ink("#eef0f3", 0.8, stroke=0.6))
    grip = box(-16, -99.6, 32, 5.4, 2.6)
    with p.lit(p.puffed(grip, depth=2.4), RUBBER) as canvas:
        canvas.drawPath(grip, ink("#2d2f36"))
    for x in (-22, 22):
        wheel = oval(x, -3.6, 3.6, 3.6)
        with p.lit(p.puffed(wheel, depth=2), RUBBER) as canvas:
            canvas.drawPath(wheel, ink("#26272c"))
    with p.lit(p.puffed(_SHELL, depth=12), PLASTIC) as canvas:
        canvas.drawPath(_SHELL, ink(p.color))
        for x in (-22, -14.7, -7.3, 0, 7.3, 14.7, 22):
            canvas.drawPath(curve((x, -75), (x, -8)), ink(darker(p.color, 0.4), 0.5, stroke=1.2, blur=0.5))
            canvas.drawPath(curve((x + 1.1, -75), (x + 1.1, -8)), ink(lighter(p.color, 0.4), 0.45, stroke=0.7))
    plate = box(-17, -52, 34, 14, 2)
    with p.lit(p.puffed(plate, depth=2), SATIN) as canvas:
        canvas.drawPath(plate, ink(p.accent))
        wordmark(p, 0, -45, 29, 9.6, contrast(p.accent), weight="medium")
    for x, y in ((-27, -75), (27, -75), (-27, -8), (27, -8)):
        p.canvas.drawPath(oval(x, y, 2.2, 2.2), ink(darker(p.color, 0.45), 0.8))


SHAPE = shape(_paint, aspect=0.64, real_height_cm=58, focus=0.48)
