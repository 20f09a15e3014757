"""A cosmetic tube standing on its cap, its crimped end up."""

from reelwright.providers.builtin.artist.brush import box, darker, ink, lighter, mix, smooth
from reelwright.providers.builtin.artist.products.finish import PLASTIC, SATIN
from reelwright.providers.builtin.artist.products.forms import band, mirrored
from reelwright.providers.builtin.artist.products.marks import small_print, wordmark
from reelwright.providers.builtin.artist.products.sitter import Sitter, readable, shape

_BODY = mirrored(
    [(21, -99.6, "c"), (21, -94, "c"), (20.2, -80), (18.6, -50), (17.2, -26), (16, -19.6), (13, -17.4), (0, -16.6)]
)
_CAP = mirrored([(0, -20), (13.6, -20, "c"), (14.2, -18.6), (14.6, -2.4), (13.6, -0.4), (0, 0.8)])


def _paint(p: Sitter) -> None:
    with p.lit(p.turned(_BODY, soften=1.5), SATIN, within=_BODY) as canvas:
        canvas.drawPath(_BODY, ink(p.color))
        sweep = smooth([(-25, -42, "c"), (-4, -36), (10, -44), (25, -58, "c"), (25, -10, "c"), (-25, -10, "c")])
        canvas.drawPath(sweep, ink(p.accent, 0.92))
        wordmark(p, 0, -70, 30, 20, readable(p.accent, p.color))
        small_print(p, 0, -55.4, 15, readable(p.accent, p.color), lines=1)
        small_print(p, 0, -27, 16, readable(p.color, p.accent))
    _crimp(p)
    with p.lit(p.turned(_CAP, soften=0.6), PLASTIC, within=_CAP) as canvas:
        canvas.drawPath(_CAP, ink(mix(p.accent, lighter(p.accent, 0.3), 0.3)))
        for x in range(0 if p.is_small else 22):
            canvas.drawPath(box(-14 + x * 1.3, -18, 0.34, 15, 0.17), ink(darker(p.accent, 0.55), 0.35))
        canvas.drawPath(band(15, -20, -19.2, 0.2), ink(darker(p.accent, 0.5), 0.5))


def _crimp(p: Sitter) -> None:
    end = box(-21, -99.6, 42, 6.2)
    with p.lit(p.facing(end, 0, 0.25, bevel=0.6), SATIN) as canvas:
        canvas.drawPath(end, ink(lighter(p.color, 0.08)))
        for x in range(0 if p.is_small else 40):
            canvas.drawPath(box(-20.6 + x * 1.05, -99, 0.4, 5, 0.2), ink(darker(p.color, 0.45), 0.3))
    p.canvas.drawPath(box(-20.8, -93.2, 41.6, 0.9), ink(darker(p.color, 0.5), 0.35, blur=0.5))


SHAPE = shape(_paint, aspect=0.43, real_height_cm=15, focus=0.68)
