"""A T-shirt on a hanger: folds, seams, the name across the chest."""

from reelwright.providers.builtin.artist.brush import curve, darker, ink, lighter, smooth
from reelwright.providers.builtin.artist.products.finish import CLOTH
from reelwright.providers.builtin.artist.products.forms import stitches
from reelwright.providers.builtin.artist.products.marks import wordmark
from reelwright.providers.builtin.artist.products.sitter import Sitter, readable, shape

_SHIRT = smooth(
    [
        (-13, -86, "c"),
        (-24, -82),
        (-32, -77),
        (-48, -58),
        (-50, -53, "c"),
        (-37, -44, "c"),
        (-29, -54, "c"),
        (-28.4, -34),
        (-29.4, -4),
        (-27, -1),
        (0, 0.6),
        (27, -1),
        (29.4, -4),
        (28.4, -34),
        (29, -54, "c"),
        (37, -44, "c"),
        (50, -53, "c"),
        (48, -58),
        (32, -77),
        (24, -82),
        (13, -86, "c"),
        (8, -80),
        (0, -77.6),
        (-8, -80),
    ],
)


def _paint(p: Sitter) -> None:
    hook = curve((0, -84), (0, -90), (4, -93), (4, -97), (0, -99.4), (-4, -97.4))
    p.canvas.drawPath(hook, ink("#8d8f96", stroke=1.5))
    back = smooth([(-13, -86), (0, -83.6), (13, -86), (9, -78), (0, -75.6), (-9, -78)])
    p.canvas.drawPath(back, ink(darker(p.color, 0.5)))
    p.canvas.drawPath(curve((-26, -80), (-6, -85.6), (0, -86.4), (6, -85.6), (26, -80)), ink("#9b6b42", stroke=2.2))
    with p.lit(p.puffed(_SHIRT, depth=13, roundness=0.85), CLOTH, within=_SHIRT) as canvas:
        canvas.drawPath(_SHIRT, ink(p.color))
        _folds(p)
        wordmark(p, 0, -55, 36, 17, readable(p.accent, p.color))
    rib = curve((-13, -86), (-8, -79.4), (0, -76.8), (8, -79.4), (13, -86))
    p.canvas.drawPath(rib, ink(darker(p.color, 0.3), stroke=2.8))
    p.canvas.drawPath(rib, ink(lighter(p.color, 0.12), stroke=2.0))
    stitches(p, curve((-28, -4.4), (0, -2.8), (28, -4.4)), p.color, 0.3)
    for side in (-1, 1):
        stitches(p, curve((side * 38.6, -46.4), (side * 48.2, -54.6)), p.color, 0.3)
        p.canvas.drawPath(
            curve((side * 29, -54), (side * 25, -66), (side * 25.4, -81)), ink(darker(p.color, 0.6), 0.45, stroke=0.4)
        )


def _folds(p: Sitter) -> None:
    folds = (
        ((-26, -48), (-18, -38), (-20, -14)),
        ((25, -50), (17, -36), (20, -10)),
        ((-8, -34), (-10, -20), (-7, -2)),
        ((9, -40), (6, -22), (10, -3)),
        ((-36, -60), (-30, -62), (-22, -70)),
        ((36, -60), (30, -62), (22, -70)),
    )
    for points in folds:
        p.canvas.drawPath(curve(*points), ink(darker(p.color, 0.6), 0.34, stroke=2.6, blur=1.5))
        shifted = [(x + 1.8 * (1 if p.light.dx < 0 else -1), y) for x, y in points]
        p.canvas.drawPath(curve(*shifted), ink(lighter(p.color, 0.5), 0.3, stroke=1.8, blur=1.1))


SHAPE = shape(_paint, aspect=1.0, real_height_cm=72, focus=0.55)
