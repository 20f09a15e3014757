"""A ridge tent with its door open and a light inside, the name on the side."""

from reelwright.providers.builtin.artist.brush import curve, darker, glow, ink, lighter, linear, polygon
from reelwright.providers.builtin.artist.products.finish import CLOTH
from reelwright.providers.builtin.artist.products.marks import wordmark
from reelwright.providers.builtin.artist.products.sitter import Sitter, contrast, shape


def _paint(p: Sitter) -> None:
    side = polygon((-14, -97), (66, -90), (104, -4), (30, 0))
    front = polygon((-14, -97), (30, 0), (-84, 0))
    for x, y in ((-96, 2), (116, -1)):
        p.canvas.drawLine(-14 if x < 0 else 66, -94, x, y, ink("#d8cfbf", 0.7, stroke=0.7))
    with p.lit(p.puffed(side, depth=10), CLOTH) as canvas:
        canvas.drawPath(side, ink(p.color))
        canvas.save()
        canvas.rotate(4, 56, -38)
        wordmark(p, 54, -38, 56, 18, contrast(p.color), weight="bold")
        canvas.restore()
    with p.lit(p.puffed(front, depth=8), CLOTH) as canvas:
        canvas.drawPath(front, ink(darker(p.color, 0.12)))
    door = polygon((-15, -80), (10, -1), (-52, -1))
    warm = linear((0, -80), (0, 0), [(0, "#5a3416"), (0.6, "#e09a46"), (1, "#ffd48a")])
    p.canvas.drawPath(door, ink(shader=warm))
    glow(p.canvas, -20, -18, 46, "#ffc878", 0.5)
    for flap in (
        polygon((-15, -80), (-22, -48), (-60, -1), (-52, -1)),
        polygon((-15, -80), (0, -44), (19, -1), (10, -1)),
    ):
        with p.lit(p.puffed(flap, depth=3), CLOTH) as canvas:
            canvas.drawPath(flap, ink(lighter(p.color, 0.12)))
    p.canvas.drawPath(curve((-14, -97), (26, -94), (66, -90)), ink(p.accent, stroke=2))


SHAPE = shape(_paint, aspect=2.1, real_height_cm=115, focus=0.4)
