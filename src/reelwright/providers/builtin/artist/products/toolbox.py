"""A metal toolbox with its handle, a wrench leaning on it, the name on the front."""

from reelwright.media.canvas import skia
from reelwright.providers.builtin.artist.brush import (
    box,
    curve,
    darker,
    ink,
    lighter,
    minus,
    oval,
    polygon,
    transformed,
    union,
)
from reelwright.providers.builtin.artist.products.finish import BRUSHED, LACQUER, METAL
from reelwright.providers.builtin.artist.products.marks import wordmark
from reelwright.providers.builtin.artist.products.sitter import Sitter, contrast, shape


def _paint(p: Sitter) -> None:
    p.canvas.drawPath(curve((-30, -80), (-28, -97), (28, -97), (30, -80)), ink("#2b2d33", stroke=6))
    p.canvas.drawPath(curve((-27, -94), (0, -97.6), (27, -94)), ink("#6a6e76", 0.7, stroke=1.4))
    lid = polygon((-78, -58), (-64, -80), (64, -80), (78, -58))
    body = box(-78, -60, 156, 60, 3)
    with p.lit(p.puffed(body, depth=6), LACQUER) as canvas:
        canvas.drawPath(body, ink(p.color))
        wordmark(p, 0, -28, 110, 26, contrast(p.color), weight="bold")
    with p.lit(p.puffed(lid, depth=5), LACQUER) as canvas:
        canvas.drawPath(lid, ink(lighter(p.color, 0.08)))
    p.canvas.drawPath(curve((-78, -58), (0, -57.4), (78, -58)), ink(darker(p.color, 0.6), 0.7, stroke=1.4))
    for x in (-46, 46):
        clasp = box(x - 6, -64, 12, 15, 2)
        with p.lit(p.puffed(clasp, depth=2), METAL) as canvas:
            canvas.drawPath(clasp, ink("#cfd3d9"))
    head = minus(oval(0, -8, 10, 10), box(-3.6, -22, 7.2, 14, 1))
    wrench = transformed(
        union(head, box(-3.4, -2, 6.8, 58, 3)), skia.Matrix.Translate(66, -52).preConcat(skia.Matrix.RotateDeg(-16))
    )
    with p.lit(p.puffed(wrench, depth=2.6), BRUSHED) as canvas:
        canvas.drawPath(wrench, ink("#b9bec6"))


SHAPE = shape(_paint, aspect=1.76, real_height_cm=26, focus=0.35)
