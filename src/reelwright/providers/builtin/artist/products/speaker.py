"""A round-shouldered speaker in woven cloth: light ring on top, two cones behind the weave."""

from reelwright.providers.builtin.artist.brush import curve, darker, ink, lighter, mix, oval
from reelwright.providers.builtin.artist.products.finish import CLOTH, PLASTIC
from reelwright.providers.builtin.artist.products.forms import mirrored
from reelwright.providers.builtin.artist.products.marks import wordmark
from reelwright.providers.builtin.artist.products.sitter import Sitter, contrast, shape

_BODY = mirrored([(0, -96), (26, -95), (35, -88), (38, -72), (38, -18), (35, -5), (28, -0.4), (0, 1.2)])


def _paint(p: Sitter) -> None:
    with p.lit(p.turned(_BODY, soften=5), CLOTH, within=_BODY) as canvas:
        canvas.drawPath(_BODY, ink(p.color))
        if not p.is_small:
            for k in range(-26, 27):
                canvas.drawPath(curve((k * 1.5, -98), (k * 1.5 + 0.4, 2)), ink(darker(p.color, 0.4), 0.28, stroke=0.5))
            for k in range(66):
                canvas.drawPath(
                    curve((-40, -98 + k * 1.5), (40, -98 + k * 1.5)), ink(lighter(p.color, 0.35), 0.16, stroke=0.4)
                )
        for y, r in ((-62, 15), (-26, 21)):
            canvas.drawPath(oval(0, y, r, r), ink(darker(p.color, 0.6), 0.34, blur=2.4))
            canvas.drawPath(oval(0, y, r * 0.4, r * 0.4), ink(darker(p.color, 0.7), 0.3, blur=1.4))
    top = oval(0, -93.6, 29, 4.4)
    with p.lit(p.puffed(top, depth=2), PLASTIC) as canvas:
        canvas.drawPath(top, ink(darker(p.color, 0.45)))
    ring = mix(p.accent, "#ffffff", 0.25)
    p.canvas.drawPath(oval(0, -93.6, 20, 2.7), ink(ring, 0.9, stroke=1.0, blur=0.3))
    p.canvas.drawPath(oval(0, -93.6, 20, 2.7), ink(ring, 0.5, stroke=3.4, blur=2.2))
    wordmark(p, 0, -8.4, 40, 7, contrast(darker(p.color, 0.3)), weight="bold")


SHAPE = shape(_paint, aspect=0.78, real_height_cm=19, focus=0.6)
