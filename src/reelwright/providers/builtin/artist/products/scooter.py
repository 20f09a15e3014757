"""A motor scooter from its side: leg shield, seat, small wheels, the name on the flank."""

from reelwright.providers.builtin.artist.brush import curve, darker, ink, lighter, minus, mix, oval, smooth
from reelwright.providers.builtin.artist.products.finish import LACQUER, LEATHER, METAL, RUBBER
from reelwright.providers.builtin.artist.products.marks import wordmark
from reelwright.providers.builtin.artist.products.sitter import Sitter, contrast, shape

_FLANK = smooth(
    [
        (-74, -40),
        (-70, -54),
        (-52, -62),
        (-22, -62),
        (-6, -54),
        (2, -38),
        (4, -24),
        (-12, -22),
        (-34, -24),
        (-48, -34),
        (-62, -34),
    ]
)
_SHIELD = smooth([(34, -30), (42, -62), (47, -84), (54, -88), (57, -80), (53, -58), (49, -32), (44, -22), (36, -20)])
_FLOOR = smooth([(-8, -27), (10, -25), (34, -25), (46, -22), (44, -15), (10, -14), (-10, -17)])
_SEAT = smooth([(-72, -62), (-66, -70), (-46, -71), (-26, -69), (-10, -68), (-6, -62), (-24, -59), (-56, -59)])
_FENDER = smooth([(38, -30), (46, -41), (60, -42), (72, -34), (74, -24), (68, -28), (56, -32), (46, -28)])


def _paint(p: Sitter) -> None:
    for x in (-48.0, 57.0):
        _wheel(p, x)
    fork = curve((50, -74), (54, -44), (57, -18))
    p.canvas.drawPath(fork, ink("#6d7178", stroke=3.4))
    p.canvas.drawPath(fork, ink("#d7dade", 0.8, stroke=1.0))
    for path, tone, depth in (
        (_FLOOR, darker(p.color, 0.25), 4),
        (_FLANK, p.color, 13),
        (_SHIELD, p.color, 6),
        (_FENDER, lighter(p.color, 0.05), 6),
    ):
        with p.lit(p.puffed(path, depth=depth), LACQUER) as canvas:
            canvas.drawPath(path, ink(tone))
    p.canvas.drawPath(curve((-62, -37), (-40, -36), (-20, -27), (2, -26)), ink("#e6e8ec", 0.85, stroke=1.1))
    with p.lit(p.puffed(_SEAT, depth=5), LEATHER) as canvas:
        canvas.drawPath(_SEAT, ink(p.accent))
    wordmark(p, -34, -46, 40, 10, contrast(p.color), weight="bold")
    for bar in (curve((50, -84), (47, -95), (40, -98)), curve((49, -90), (58, -97))):
        p.canvas.drawPath(bar, ink("#3a3c42", stroke=2.6))
    p.canvas.drawPath(curve((42, -97.4), (35, -97)), ink(p.accent, stroke=4))
    lamp = oval(56, -90, 5.2, 5.6)
    with p.lit(p.puffed(lamp, depth=4), METAL) as canvas:
        canvas.drawPath(lamp, ink("#f6efd8"))
    mirror = oval(60, -99, 3.6, 2.6)
    p.canvas.drawPath(mirror, ink("#4a4d55"))
    p.canvas.drawPath(oval(-74, -46, 2.2, 3.4), ink("#c8372b"))


def _wheel(p: Sitter, x: float) -> None:
    tyre = minus(oval(x, -17, 17, 17), oval(x, -17, 10.4, 10.4))
    with p.lit(p.puffed(tyre, depth=3.4), RUBBER) as canvas:
        canvas.drawPath(tyre, ink(mix("#232329", p.accent, 0.08)))
    hub = oval(x, -17, 10.4, 10.4)
    with p.lit(p.puffed(hub, depth=3), METAL) as canvas:
        canvas.drawPath(hub, ink("#ced2d8"))
        canvas.drawPath(oval(x, -17, 3.4, 3.4), ink("#6d7178"))
        for dx, dy in ((0, -6.6), (6.3, -2), (3.9, 5.4), (-3.9, 5.4), (-6.3, -2)):
            canvas.drawPath(oval(x + dx, -17 + dy, 1.5, 1.5), ink("#4a4d55"))


SHAPE = shape(_paint, aspect=1.62, real_height_cm=112, focus=0.5)
