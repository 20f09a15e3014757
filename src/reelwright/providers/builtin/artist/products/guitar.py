"""An acoustic guitar upright: waisted body, strings, the name on the headstock side of the body."""

from reelwright.providers.builtin.artist.brush import box, ink, mix, oval, smooth
from reelwright.providers.builtin.artist.products.finish import LACQUER, METAL, SATIN
from reelwright.providers.builtin.artist.products.forms import mirrored
from reelwright.providers.builtin.artist.products.marks import wordmark
from reelwright.providers.builtin.artist.products.sitter import Sitter, contrast, shape

_BODY = mirrored(
    [(0, -50), (10, -49.6), (14.6, -44), (14, -37), (11.4, -31), (13, -25), (18.6, -17), (19.4, -9), (15, -2), (0, 0)]
)


def _paint(p: Sitter) -> None:
    wood = mix(p.color, "#c98a45", 0.15)
    with p.lit(p.puffed(_BODY, depth=5), LACQUER) as canvas:
        canvas.drawPath(_BODY, ink(wood))
        canvas.drawPath(_BODY, ink("#3a1f10", 0.8, stroke=1.0))
    hole = oval(0, -32, 4.8, 4.8)
    p.canvas.drawPath(oval(0, -32, 6, 6), ink(p.accent, stroke=0.9))
    p.canvas.drawPath(hole, ink("#1a0f0a"))
    neck = box(-2.3, -88, 4.6, 54, 0.6)
    with p.lit(p.puffed(neck, depth=1.4), SATIN) as canvas:
        canvas.drawPath(neck, ink("#4a2a18"))
        for k in range(9):
            canvas.drawPath(box(-2.3, -84 + k * 4.6, 4.6, 0.4), ink("#d9d2c0"))
    head = smooth([(-3.2, -88), (-4.4, -99), (0, -100), (4.4, -99), (3.2, -88)])
    with p.lit(p.puffed(head, depth=1.4), SATIN) as canvas:
        canvas.drawPath(head, ink("#3a1f12"))
    for side in (-1, 1):
        for y in (-91, -94, -97):
            peg = oval(side * 5.2, y, 1.1, 0.8)
            with p.lit(p.puffed(peg, depth=0.6), METAL) as canvas:
                canvas.drawPath(peg, ink("#dfe2e6"))
    bridge = box(-6, -16, 12, 2.2, 0.6)
    p.canvas.drawPath(bridge, ink("#2c1810"))
    for k in range(6):
        x = -1.7 + k * 0.68
        p.canvas.drawLine(x, -88, x * 1.7, -15, ink("#f0ece0", 0.8, stroke=0.18))
    wordmark(p, 0, -7, 22, 6, contrast(wood), weight="medium")


SHAPE = shape(_paint, aspect=0.42, real_height_cm=101, focus=0.3)
