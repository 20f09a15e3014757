"""A robot vacuum from a little above: disc, turret, bumper, status light, its name on the lid."""

from reelwright.providers.builtin.artist.brush import curve, darker, ink, lighter, mix, oval, smooth
from reelwright.providers.builtin.artist.products.finish import LACQUER, PLASTIC, RUBBER
from reelwright.providers.builtin.artist.products.marks import wordmark
from reelwright.providers.builtin.artist.products.sitter import Sitter, readable, shape

_SIDE = smooth(
    [
        (-150, -54, "c"),
        (0, -20),
        (150, -54, "c"),
        (150, -34),
        (120, -10),
        (60, 0),
        (0, 3),
        (-60, 0),
        (-120, -10),
        (-150, -34),
    ]
)


def _paint(p: Sitter) -> None:
    for x in (-96, 96):
        p.canvas.drawPath(curve((x, -8), (x * 1.25, -2), (x * 1.42, -6)), ink("#35373e", 0.8, stroke=2))
    with p.lit(p.puffed(_SIDE, depth=14), RUBBER) as canvas:
        canvas.drawPath(_SIDE, ink(darker(p.color, 0.5)))
    lid = oval(0, -56, 150, 42)
    with p.lit(p.puffed(lid, depth=9), LACQUER) as canvas:
        canvas.drawPath(lid, ink(p.color))
        canvas.drawPath(oval(0, -56, 118, 32), ink(darker(p.color, 0.25), 0.5, stroke=1.4))
    turret = smooth([(-34, -74), (34, -74), (36, -90), (28, -99), (-28, -99), (-36, -90)])
    with p.lit(p.puffed(turret, depth=8), PLASTIC) as canvas:
        canvas.drawPath(turret, ink(mix("#1c1d24", p.color, 0.2)))
    p.canvas.drawPath(oval(0, -97, 27, 4.6), ink(lighter(mix("#1c1d24", p.color, 0.2), 0.2)))
    p.canvas.drawPath(oval(0, -70, 4, 1.8), ink(p.accent, blur=0.6))
    p.canvas.drawPath(oval(0, -70, 14, 5), ink(p.accent, 0.5, blur=4))
    wordmark(p, 0, -40, 110, 17, readable(p.accent, p.color), weight="bold")


SHAPE = shape(_paint, aspect=3.05, real_height_cm=10, focus=0.5)
