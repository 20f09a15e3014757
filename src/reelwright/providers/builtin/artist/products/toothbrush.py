"""An upright electric toothbrush: handle, ring, neck, bristles."""

from reelwright.providers.builtin.artist.brush import box, darker, ink, lighter, mix, oval
from reelwright.providers.builtin.artist.products.finish import METAL, PLASTIC, SATIN
from reelwright.providers.builtin.artist.products.forms import band, mirrored
from reelwright.providers.builtin.artist.products.marks import wordmark
from reelwright.providers.builtin.artist.products.sitter import Sitter, readable, shape

_HANDLE = mirrored([(0, -61), (4.2, -60.6), (5.6, -57), (7.0, -44), (7.4, -24), (7.0, -5), (6, -1), (0, 0.6)])
_NECK = mirrored([(0, -86), (1.9, -85), (2.1, -78), (2.7, -68), (4, -61.6), (0, -60.6)])


def _paint(p: Sitter) -> None:
    with p.lit(p.turned(_NECK), SATIN) as canvas:
        canvas.drawPath(_NECK, ink(lighter(p.color, 0.4)))
    head = box(-4.2, -98, 8.4, 15, 4)
    with p.lit(p.puffed(head, depth=2.4), PLASTIC) as canvas:
        canvas.drawPath(head, ink(lighter(p.color, 0.4)))
    for row in range(5):
        for column in range(4):
            x, y = -2.7 + column * 1.8, -96 + row * 2.6
            tone = p.accent if (row in (0, 4) or column in (0, 3)) else "#f4f6f8"
            p.canvas.drawPath(oval(x, y + 0.4, 0.95, 1.25), ink(darker(tone, 0.45)))
            p.canvas.drawPath(oval(x, y, 0.85, 1.1), ink(tone))
            p.canvas.drawPath(oval(x + p.light.dx * 0.25, y - 0.3, 0.36, 0.4), ink(lighter(tone, 0.6)))
    with p.lit(p.turned(_HANDLE), PLASTIC, within=_HANDLE) as canvas:
        canvas.drawPath(_HANDLE, ink(p.color))
        canvas.drawPath(band(8, -6, -5, 0.3), ink(p.accent))
        canvas.save()
        canvas.translate(0, -20)
        canvas.rotate(-90)
        wordmark(p, 0, 0, 24, 6, readable(p.accent, p.color), weight="bold")
        canvas.restore()
    button = oval(0, -44, 2.9, 3.9)
    with p.lit(p.puffed(button, depth=1.4), SATIN) as canvas:
        canvas.drawPath(button, ink(p.accent))
    p.canvas.drawPath(oval(0, -36.6, 0.6, 0.6), ink("#9fe8c0"))
    collar = box(-4.6, -62, 9.2, 2, 0.6)
    with p.lit(p.turned(collar, soften=0.3), METAL) as canvas:
        canvas.drawPath(collar, ink(mix("#d6d9de", p.accent, 0.2)))


SHAPE = shape(_paint, aspect=0.155, real_height_cm=22, focus=0.88)
