"""A folder of papers with a pen: for what is agreed in writing; the name on its cover."""

from reelwright.providers.builtin.artist.brush import box, darker, ink, lighter, polygon
from reelwright.providers.builtin.artist.products.finish import LACQUER, PAPER
from reelwright.providers.builtin.artist.products.marks import emblem, small_print, wordmark
from reelwright.providers.builtin.artist.products.sitter import Sitter, contrast, shape


def _paint(p: Sitter) -> None:
    back = box(-36, -98, 74, 98, 3)
    with p.lit(p.puffed(back, depth=2), PAPER) as canvas:
        canvas.drawPath(back, ink(darker(p.color, 0.25)))
    for dx, dy in ((3, 2), (1, 1)):
        sheet = box(-33 + dx, -97 + dy, 68, 94, 1)
        with p.lit(p.puffed(sheet, depth=1), PAPER) as canvas:
            canvas.drawPath(sheet, ink("#fbf8f1"))
    cover = polygon((-37, -94), (-14, -94), (-9, -88), (34, -88), (34, 0), (-37, 0))
    with p.lit(p.puffed(cover, depth=3), PAPER) as canvas:
        canvas.drawPath(cover, ink(p.color))
        wordmark(p, -6, -62, 52, 22, contrast(p.color), weight="bold")
        emblem(canvas, -14, -22, 8, contrast(p.color), 0.85)
        small_print(p, -12, -40, 34, contrast(p.color), lines=2, alpha=0.6)
    p.canvas.save()
    p.canvas.rotate(-14, 30, -6)
    pen = box(31, -66, 6, 60, 2.6)
    with p.lit(p.puffed(pen, depth=3), LACQUER) as canvas:
        canvas.drawPath(pen, ink(p.accent))
        canvas.drawPath(box(31, -48, 6, 2), ink(lighter(p.accent, 0.6)))
    p.canvas.drawPath(polygon((31.6, -6.4), (36.4, -6.4), (34, 1)), ink("#3a3a40"))
    p.canvas.restore()


SHAPE = shape(_paint, aspect=0.84, real_height_cm=31, focus=0.5)
