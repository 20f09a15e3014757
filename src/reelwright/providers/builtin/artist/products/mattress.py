"""A made bed's mattress at an angle: quilted top, piping, pillow; the name on the side band."""

from reelwright.providers.builtin.artist.brush import curve, darker, ink, lighter, mix, polygon, smooth
from reelwright.providers.builtin.artist.products.finish import CLOTH, SATIN
from reelwright.providers.builtin.artist.products.marks import wordmark
from reelwright.providers.builtin.artist.products.sitter import Sitter, readable, shape

_TOP = smooth([(-118, -48), (-84, -74), (92, -74), (126, -48), (122, -44), (0, -41), (-114, -44)])
_SIDE = smooth([(-118, -47), (0, -43), (126, -47), (128, -22), (122, -12), (0, -9), (-116, -12), (-121, -22)])


def _paint(p: Sitter) -> None:
    white = mix("#f7f3ec", p.color, 0.12)
    for x in (-104, 112):
        leg = polygon((x - 5, -14), (x + 5, -14), (x + 3, 0), (x - 3, 0))
        with p.lit(p.puffed(leg, depth=2), SATIN) as canvas:
            canvas.drawPath(leg, ink(mix("#7a4d2c", p.accent, 0.3)))
    with p.lit(p.puffed(_TOP, depth=8), CLOTH) as canvas:
        canvas.drawPath(_TOP, ink(white))
        for k in range(0 if p.is_small else 13):
            x = -100 + k * 17
            canvas.drawPath(curve((x, -44), (x * 0.8 + 2, -73)), ink(darker(white, 0.3), 0.4, stroke=0.9))
        for y in (-52, -60, -67):
            canvas.drawPath(curve((-116, y), (0, y + 2), (122, y)), ink(darker(white, 0.3), 0.35, stroke=0.9))
    with p.lit(p.puffed(_SIDE, depth=9), CLOTH) as canvas:
        canvas.drawPath(_SIDE, ink(mix(p.color, white, 0.25)))
        wordmark(p, 4, -27, 120, 19, readable(p.accent, mix(p.color, white, 0.25)), weight="bold")
    for y in (-45, -12):
        p.canvas.drawPath(curve((-119, y - 1), (0, y + 3), (126, y - 1)), ink(p.accent, stroke=1.8))
    for x in (-44, 40):
        pillow = smooth(
            [
                (x - 36, -76),
                (x - 30, -93),
                (x, -98),
                (x + 32, -93),
                (x + 37, -76),
                (x + 30, -67),
                (x, -65),
                (x - 31, -67),
            ]
        )
        with p.lit(p.puffed(pillow, depth=15), CLOTH) as canvas:
            canvas.drawPath(pillow, ink(lighter(white, 0.3)))


SHAPE = shape(_paint, aspect=2.5, real_height_cm=62, focus=0.4)
