"""A backpack from the front: top flap, pocket, straps, the name on a patch."""

from reelwright.providers.builtin.artist.brush import box, curve, darker, ink, lighter, mix, oval, smooth
from reelwright.providers.builtin.artist.products.finish import CLOTH, LEATHER, METAL
from reelwright.providers.builtin.artist.products.forms import stitches
from reelwright.providers.builtin.artist.products.marks import wordmark
from reelwright.providers.builtin.artist.products.sitter import Sitter, contrast, shape

_BODY = smooth(
    [
        (-30, -72),
        (-24, -88),
        (0, -93),
        (24, -88),
        (30, -72),
        (35, -40),
        (36, -10),
        (30, -1),
        (0, 0.6),
        (-30, -1),
        (-36, -10),
        (-35, -40),
    ]
)
_FLAP = smooth(
    [(-29, -86), (-20, -94), (0, -96.4), (20, -94), (29, -86), (33, -66), (28, -56), (0, -53), (-28, -56), (-33, -66)]
)
_POCKET = smooth([(-24, -42), (0, -44), (24, -42), (27, -22), (25, -7), (0, -5), (-25, -7), (-27, -22)])


def _paint(p: Sitter) -> None:
    for side in (-1, 1):
        strap = curve((side * 24, -86), (side * 42, -66), (side * 44, -36), (side * 34, -10))
        p.canvas.drawPath(strap, ink(darker(p.accent, 0.35), stroke=6.6))
        p.canvas.drawPath(strap, ink(p.accent, stroke=5))
    p.canvas.drawPath(curve((-9, -94), (-7, -100), (7, -100), (9, -94)), ink(darker(p.accent, 0.2), stroke=3))
    with p.lit(p.puffed(_BODY, depth=20), CLOTH) as canvas:
        canvas.drawPath(_BODY, ink(p.color))
    with p.lit(p.puffed(_POCKET, depth=10), CLOTH) as canvas:
        canvas.drawPath(_POCKET, ink(lighter(p.color, 0.05)))
        canvas.drawPath(curve((-22, -37), (0, -39), (22, -37)), ink(darker(p.color, 0.5), stroke=1.1))
    stitches(p, curve((-24.6, -22), (-23, -9), (0, -7), (23, -9), (24.6, -22)), p.color, 0.4)
    with p.lit(p.puffed(_FLAP, depth=12), CLOTH) as canvas:
        canvas.drawPath(_FLAP, ink(mix(p.color, darker(p.color, 0.3), 0.35)))
    for x in (-15, 15):
        belt = box(x - 2.6, -66, 5.2, 30, 1.2)
        with p.lit(p.puffed(belt, depth=1.4), LEATHER) as canvas:
            canvas.drawPath(belt, ink(p.accent))
        buckle = box(x - 4, -55, 8, 7, 1.4)
        with p.lit(p.puffed(buckle, depth=1.4), METAL) as canvas:
            canvas.drawPath(buckle, ink("#d9c27a"))
        p.canvas.drawPath(oval(x, -40, 0.9, 0.9), ink(darker(p.accent, 0.6)))
    patch = box(-16, -28, 32, 14, 2)
    with p.lit(p.puffed(patch, depth=1.6), LEATHER) as canvas:
        canvas.drawPath(patch, ink(p.accent))
        wordmark(p, 0, -21, 28, 9.6, contrast(p.accent), weight="medium")


SHAPE = shape(_paint, aspect=0.92, real_height_cm=46, focus=0.4)
