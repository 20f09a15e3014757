"""An armchair from the front: padded back, seat and arms on wooden legs."""

from reelwright.providers.builtin.artist.brush import box, curve, darker, ink, lighter, mix, polygon, smooth
from reelwright.providers.builtin.artist.products.finish import CLOTH, LEATHER, SATIN
from reelwright.providers.builtin.artist.products.forms import stitches
from reelwright.providers.builtin.artist.products.marks import wordmark
from reelwright.providers.builtin.artist.products.sitter import Sitter, contrast, shape

_BACK = smooth(
    [(-34, -40), (-37, -70), (-33, -91), (-22, -98), (0, -99.6), (22, -98), (33, -91), (37, -70), (34, -40), (0, -34)]
)
_SEAT = smooth(
    [(-35, -46), (-31, -50), (0, -51.5), (31, -50), (35, -46), (35, -34), (31, -29), (0, -27.6), (-31, -29), (-35, -34)]
)
_BASE = smooth([(-38, -32), (38, -32), (38, -17), (34, -13.6), (0, -12.6), (-34, -13.6), (-38, -17)])


def _paint(p: Sitter) -> None:
    cover = LEATHER if p.look.material == "leather" else CLOTH
    wood = mix("#7a4d2c", p.accent, 0.35)
    for side in (-1, 1):
        leg = polygon((side * 36, -17), (side * 28, -17), (side * 33, 0), (side * 36.5, 0))
        with p.lit(p.puffed(leg, depth=2), SATIN) as canvas:
            canvas.drawPath(leg, ink(wood))
    with p.lit(p.puffed(_BACK, depth=14), cover) as canvas:
        canvas.drawPath(_BACK, ink(p.color))
        for x in (-14, 0, 14):
            for y in (-82, -66):
                canvas.drawCircle(x, y, 1.4, ink(darker(p.color, 0.5), 0.7, blur=0.4))
                for dx in (-6, 6):
                    fold = curve((x, y), (x + dx * 0.6, y + 3), (x + dx, y + 7))
                    canvas.drawPath(fold, ink(darker(p.color, 0.5), 0.32, stroke=1.2, blur=0.8))
    stitches(
        p,
        curve(
            (-31, -50), (-33.4, -72), (-29, -89), (-20, -94.6), (0, -96), (20, -94.6), (29, -89), (33.4, -72), (31, -50)
        ),
        p.color,
        0.35,
    )
    with p.lit(p.puffed(_BASE, depth=5), cover) as canvas:
        canvas.drawPath(_BASE, ink(darker(p.color, 0.12)))
    with p.lit(p.puffed(_SEAT, depth=9), cover) as canvas:
        canvas.drawPath(_SEAT, ink(lighter(p.color, 0.06)))
    pillow = smooth([(-17, -72), (0, -70.5), (17, -72), (18, -58), (17, -45), (0, -46), (-17, -45), (-18, -58)])
    with p.lit(p.puffed(pillow, depth=11), CLOTH) as canvas:
        canvas.drawPath(pillow, ink(p.accent))
        wordmark(p, 0, -58.6, 24, 11, contrast(p.accent), weight="medium")
    for side in (-1, 1):
        arm = box(side * 40 - 8, -60, 16, 46, 7.6)
        with p.lit(p.puffed(arm, depth=7), cover) as canvas:
            canvas.drawPath(arm, ink(p.color))


SHAPE = shape(_paint, aspect=0.97, real_height_cm=88, focus=0.58)
