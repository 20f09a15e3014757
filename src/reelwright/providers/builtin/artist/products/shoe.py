"""A running shoe from its side: knit upper, overlays, laces, a thick sole."""

from reelwright.providers.builtin.artist.brush import clipped, curve, darker, ink, lighter, mix, smooth
from reelwright.providers.builtin.artist.products.finish import CLOTH, LEATHER, RUBBER, with_gloss
from reelwright.providers.builtin.artist.products.forms import stitches
from reelwright.providers.builtin.artist.products.marks import wordmark
from reelwright.providers.builtin.artist.products.sitter import Sitter, contrast, readable, shape

_UPPER = smooth(
    [
        (-86, -24, "c"),
        (-87, -44),
        (-86, -66),
        (-89, -84),
        (-84, -96),
        (-75, -97),
        (-66, -88),
        (-54, -80),
        (-42, -81),
        (-33, -88),
        (-24, -97),
        (-15, -98.6),
        (-4, -88),
        (14, -70),
        (34, -57),
        (60, -48),
        (80, -38),
        (87, -26, "c"),
    ],
)
_MIDSOLE = smooth(
    [
        (-92, -28),
        (-86, -32),
        (-50, -29.5),
        (0, -28),
        (50, -28.5),
        (80, -32),
        (92, -30),
        (93, -22),
        (86, -12),
        (66, -6),
        (20, -5),
        (-30, -6),
        (-80, -6),
        (-92, -9),
        (-95, -18),
    ]
)
_OUTSOLE = smooth(
    [(-92, -10), (-60, -9), (0, -8.5), (60, -9), (84, -14), (88, -12), (74, -3), (56, 0), (-84, 0), (-91, -3)]
)


def _paint(p: Sitter) -> None:
    lining = smooth(
        [(-80, -88), (-76, -93), (-60, -84), (-45, -85), (-30, -93), (-20, -92), (-28, -78), (-54, -70), (-72, -76)]
    )
    tongue = smooth([(-30, -88), (-24, -99.6), (-13, -99.8), (-4, -90), (8, -76), (-4, -70), (-20, -78)])
    with p.lit(p.puffed(tongue, depth=6), CLOTH) as canvas:
        canvas.drawPath(tongue, ink(mix(p.color, p.accent, 0.35)))
    with p.lit(p.puffed(_UPPER, depth=22, roundness=1.0), CLOTH, within=_UPPER) as canvas:
        canvas.drawPath(_UPPER, ink(p.color))
        _knit(p)
        canvas.drawPath(lining, ink(darker(p.color, 0.55)))
        canvas.drawPath(
            curve((-82, -94), (-66, -85), (-54, -78), (-42, -79), (-30, -88)), ink(lighter(p.color, 0.15), stroke=5)
        )
    _overlays(p)
    _laces(p)
    _sole(p)


def _knit(p: Sitter) -> None:
    if p.is_small:
        return
    dark, pale = ink(darker(p.color, 0.5), 0.28, stroke=0.5), ink(lighter(p.color, 0.5), 0.28, stroke=0.4)
    with clipped(p.canvas, _UPPER):
        for row in range(20):
            y = -96 + row * 4.2
            p.canvas.drawPath(curve((-90, y), (-20, y + 4), (40, y + 14), (92, y + 30)), dark)
            p.canvas.drawPath(curve((-90, y + 2), (-20, y + 6), (40, y + 16), (92, y + 32)), pale)


def _overlays(p: Sitter) -> None:
    heel = smooth(
        [(-86, -25, "c"), (-88, -46), (-87, -68), (-84, -80), (-76, -74), (-70, -58), (-58, -42), (-50, -28, "c")]
    )
    toe = smooth([(44, -26, "c"), (50, -38), (62, -45), (78, -38), (87, -27, "c")])
    stripe = smooth([(-44, -28, "c"), (-20, -46), (4, -66), (10, -72), (20, -65), (8, -50), (-8, -36), (-16, -27, "c")])
    second = smooth([(-6, -27, "c"), (10, -40), (24, -58), (32, -57), (26, -44), (14, -33), (12, -26, "c")])
    for part, color in ((heel, p.accent), (toe, p.accent), (stripe, p.accent), (second, mix(p.accent, p.color, 0.35))):
        with p.lit(p.puffed(part, depth=3.4, roundness=0.8), with_gloss(LEATHER, 0.3), within=part) as canvas:
            canvas.drawPath(part, ink(color))
    stitches(p, curve((-80, -73), (-72, -58), (-60, -42), (-53, -31)), lighter(p.accent, 0.3), 0.6)
    stitches(p, curve((47, -29), (53, -37), (62, -42)), lighter(p.accent, 0.3), 0.6)
    wordmark(p, -72, -42, 22, 10, readable(p.color, p.accent))


def _laces(p: Sitter) -> None:
    tone = contrast(p.color) if p.is_small else lighter(mix(p.color, "#ffffff", 0.5), 0.4)
    for index in range(5):
        x, y = -11 + index * 8.6, -88 + index * 7.4
        lace = curve((x - 8, y + 7.5), (x - 2, y + 1), (x + 5.4, y - 0.6))
        p.canvas.drawPath(lace, ink(darker(p.color, 0.7), 0.5, stroke=4.2, blur=0.8))
        p.canvas.drawPath(lace, ink(darker(tone, 0.18), stroke=3.2))
        p.canvas.drawPath(lace, ink(tone, stroke=2.2))
        p.canvas.drawCircle(x - 8.6, y + 8.2, 1.2, ink(darker(p.color, 0.75)))
    for bow in (
        curve((-12, -92), (-25, -92), (-28, -82), (-18, -83), (-10, -90)),
        curve((-10, -92), (2, -98), (8, -92), (0, -86), (-9, -90)),
    ):
        p.canvas.drawPath(bow, ink(darker(tone, 0.2), stroke=2.2))
        p.canvas.drawPath(bow, ink(tone, stroke=1.5))


def _sole(p: Sitter) -> None:
    foam = mix("#f7f3ea", p.color, 0.08)
    with p.lit(p.puffed(_MIDSOLE, depth=8), RUBBER, within=_MIDSOLE) as canvas:
        canvas.drawPath(_MIDSOLE, ink(foam))
        canvas.drawPath(curve((-90, -19), (-40, -17), (20, -15), (86, -20)), ink(p.accent, 0.9, stroke=2.2))
        dice = p.dice("foam")
        for _ in range(0 if p.is_small else 70):
            canvas.drawCircle(
                dice.uniform(-92, 90), dice.uniform(-28, -8), dice.uniform(0.25, 0.6), ink("#b9b2a6", 0.4)
            )
    with p.lit(p.puffed(_OUTSOLE, depth=3), RUBBER) as canvas:
        canvas.drawPath(_OUTSOLE, ink(darker(p.accent, 0.62)))
        for step in range(0 if p.is_small else 20):
            x = -84 + step * 8
            canvas.drawLine(x, -1, x + 2.4, -6, ink("#000000", 0.45, stroke=1.0))


SHAPE = shape(_paint, aspect=1.9, real_height_cm=14, focus=0.5)
