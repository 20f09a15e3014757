"""A two-seat sofa from the front: rolled arms, two cushions, a name on the small pillow."""

from reelwright.providers.builtin.artist.brush import box, curve, darker, ink, lighter, mix, polygon, smooth
from reelwright.providers.builtin.artist.products.finish import CLOTH, LEATHER, SATIN
from reelwright.providers.builtin.artist.products.forms import stitches
from reelwright.providers.builtin.artist.products.marks import wordmark
from reelwright.providers.builtin.artist.products.sitter import Sitter, contrast, shape

_BACK = smooth(
    [(-94, -46), (-96, -80), (-88, -97), (-50, -99.4), (0, -98.4), (50, -99.4), (88, -97), (96, -80), (94, -46)]
)
_BASE = smooth([(-98, -40), (98, -40), (99, -20), (94, -13), (0, -12), (-94, -13), (-99, -20)])


def _paint(p: Sitter) -> None:
    cover = LEATHER if p.look.material == "leather" else CLOTH
    wood = mix("#7a4d2c", p.accent, 0.3)
    for x in (-88, 88):
        leg = polygon((x - 5, -15), (x + 5, -15), (x + 3, 0), (x - 3, 0))
        with p.lit(p.puffed(leg, depth=2), SATIN) as canvas:
            canvas.drawPath(leg, ink(wood))
    with p.lit(p.puffed(_BACK, depth=16), cover) as canvas:
        canvas.drawPath(_BACK, ink(p.color))
        canvas.drawPath(curve((0, -97), (1.4, -72), (0, -48)), ink(darker(p.color, 0.5), 0.5, stroke=1.6, blur=0.9))
    with p.lit(p.puffed(_BASE, depth=6), cover) as canvas:
        canvas.drawPath(_BASE, ink(darker(p.color, 0.14)))
    for side in (-1, 1):
        seat = smooth(
            [
                (side * 2, -54),
                (side * 40, -57),
                (side * 80, -54),
                (side * 83, -44),
                (side * 80, -35),
                (side * 40, -33),
                (side * 2, -35),
            ]
        )
        with p.lit(p.puffed(seat, depth=10), cover) as canvas:
            canvas.drawPath(seat, ink(lighter(p.color, 0.07)))
        stitches(p, curve((side * 4, -38), (side * 42, -36.4), (side * 79, -38)), p.color, 0.5)
    pillow = smooth([(-64, -84), (-44, -82), (-24, -85), (-22, -68), (-25, -51), (-44, -53), (-63, -51), (-66, -68)])
    with p.lit(p.puffed(pillow, depth=12), CLOTH) as canvas:
        canvas.drawPath(pillow, ink(p.accent))
        wordmark(p, -44, -68, 30, 13, contrast(p.accent), weight="medium")
    for side in (-1, 1):
        arm = box(side * 100 - 13, -68, 26, 56, 12)
        with p.lit(p.puffed(arm, depth=11), cover) as canvas:
            canvas.drawPath(arm, ink(p.color))


SHAPE = shape(_paint, aspect=2.26, real_height_cm=84, focus=0.6)
