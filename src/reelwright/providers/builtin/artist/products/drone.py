"""A camera drone hovering: four rotors in blur, gimbal, status light, the name on its back."""

from reelwright.providers.builtin.artist.brush import curve, darker, ink, lighter, oval, smooth
from reelwright.providers.builtin.artist.products.finish import GLASS, LACQUER, PLASTIC
from reelwright.providers.builtin.artist.products.marks import wordmark
from reelwright.providers.builtin.artist.products.sitter import Sitter, contrast, shape

_HULL = smooth(
    [(-46, -62), (-30, -76), (0, -80), (30, -76), (46, -62), (42, -42), (24, -34), (0, -32), (-24, -34), (-42, -42)]
)


def _paint(p: Sitter) -> None:
    arms = ((-98, -84, -36, -64), (98, -84, 36, -64), (-122, -58, -38, -50), (122, -58, 38, -50))
    for x, y, from_x, from_y in arms:
        p.canvas.drawPath(curve((from_x, from_y), (x, y)), ink(darker(p.color, 0.4), stroke=8))
        p.canvas.drawPath(curve((from_x, from_y - 1.6), (x, y - 1.6)), ink(lighter(p.color, 0.2), 0.7, stroke=2))
        pod = oval(x, y - 2, 8, 9)
        with p.lit(p.puffed(pod, depth=6), PLASTIC) as canvas:
            canvas.drawPath(pod, ink(darker(p.color, 0.25)))
        p.canvas.drawPath(oval(x, y - 13, 44, 5), ink("#d9dde3", 0.3, blur=1.6))
        p.canvas.drawPath(oval(x, y - 13, 44, 5), ink("#ffffff", 0.35, stroke=0.8))
        p.canvas.drawCircle(x, y + 5, 2, ink(p.accent))
    for side in (-1, 1):
        leg = curve((side * 26, -38), (side * 38, -10), (side * 44, -1), (side * 52, -1))
        p.canvas.drawPath(leg, ink(darker(p.color, 0.45), stroke=4))
    with p.lit(p.puffed(_HULL, depth=14), LACQUER) as canvas:
        canvas.drawPath(_HULL, ink(p.color))
        wordmark(p, 0, -60, 52, 15, contrast(p.color), weight="bold")
    gimbal = oval(0, -28, 14, 13)
    with p.lit(p.puffed(gimbal, depth=9), PLASTIC) as canvas:
        canvas.drawPath(gimbal, ink("#26282f"))
    lens = oval(0, -27, 7.4, 7.4)
    p.canvas.drawPath(lens, ink("#0b0c14"))
    p.shine(lens, p.puffed(lens, depth=5), GLASS, 0.9)
    p.canvas.drawCircle(-2.4, -29.4, 1.8, ink("#9fc0ff", 0.9))


SHAPE = shape(_paint, aspect=3.3, real_height_cm=9, focus=0.5)
