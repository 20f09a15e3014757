"""A lipstick, twisted out: bullet, metal collar, lacquered case with the name on it."""

from reelwright.providers.builtin.artist.brush import box, darker, ink, lighter, linear, luminance, mix, oval, smooth
from reelwright.providers.builtin.artist.products.finish import LACQUER, METAL, SATIN
from reelwright.providers.builtin.artist.products.forms import band, mirrored
from reelwright.providers.builtin.artist.products.marks import wordmark
from reelwright.providers.builtin.artist.products.sitter import Sitter, readable, shape

_BULLET = smooth(
    [
        (7.6, -97),
        (8.2, -90),
        (8.2, -60, "c"),
        (-8.2, -60, "c"),
        (-8.2, -80),
        (-6.5, -87),
        (0, -95),
        (4.4, -98.8),
        (6.6, -99),
    ]
)
_COLLAR = mirrored([(0, -66.4), (9.6, -66.2), (10.2, -65), (10.2, -44, "c"), (0, -43)])
_CASE = mirrored([(0, -46), (12.6, -46, "c"), (13, -44.6), (13, -2), (12, -0.4), (0, 0.8)])


def _paint(p: Sitter) -> None:
    with p.lit(p.turned(box(-8.2, -99, 16.4, 40)), SATIN) as canvas:
        canvas.drawPath(_BULLET, ink(p.color))
        canvas.drawPath(
            smooth([(-7.2, -80), (-5.8, -86), (0, -93.6), (4.6, -97.2), (6.2, -97), (5.4, -90), (0, -82), (-5, -77.6)]),
            ink(lighter(p.color, 0.25)),
        )
        canvas.drawPath(
            smooth([(-4.6, -80.5), (0, -88), (4, -94)], closed=False),
            ink(lighter(p.color, 0.65), 0.6, stroke=0.8, blur=0.6),
        )
    metal = lighter(mix(p.accent, "#d9b27c", 0.55), 0.2)
    with p.lit(p.turned(_COLLAR, soften=0.5), METAL, within=_COLLAR) as canvas:
        canvas.drawPath(_COLLAR, ink(metal))
        canvas.drawPath(band(10.4, -50, -49.4, 0.3), ink(darker(metal, 0.7), 0.6))
    p.canvas.drawPath(
        oval(0, -66, 9.6, 0.9),
        ink(shader=linear((-10, 0), (10, 0), [(0, darker(metal, 0.4)), (1, lighter(metal, 0.5))])),
    )
    p.canvas.drawPath(box(-8.2, -67.4, 16.4, 1.4), ink(darker(p.color, 0.2)))
    case = darker(p.accent, 0.75) if luminance(p.accent) < 0.75 else p.accent
    with p.lit(p.turned(_CASE, soften=0.6), LACQUER, within=_CASE) as canvas:
        canvas.drawPath(_CASE, ink(case))
        canvas.drawPath(band(13.4, -45, -42.6, 0.4), ink(metal))
        canvas.drawPath(band(13.4, -4, -3, 0.4), ink(metal))
        _name(p, readable(metal, case))


def _name(p: Sitter, color: str) -> None:
    """The name runs up the case, as it would on a real one."""
    p.canvas.save()
    p.canvas.translate(0, -23)
    p.canvas.rotate(-90)
    wordmark(p, 0, 0, 33, 7.4, color, weight="medium", tracking=0.1, capitals=True)
    p.canvas.restore()


SHAPE = shape(_paint, aspect=0.27, real_height_cm=8.5, focus=0.78)
