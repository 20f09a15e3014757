"""A jar: thick clear glass around its content, a label, a lid."""

from reelwright.providers.builtin.artist.brush import clipped, darker, ink, lighter, linear, luminance, mix, oval
from reelwright.providers.builtin.artist.products.finish import BRUSHED, GLASS, PAPER, SATIN
from reelwright.providers.builtin.artist.products.forms import band, mirrored
from reelwright.providers.builtin.artist.products.marks import small_print, wordmark
from reelwright.providers.builtin.artist.products.sitter import Sitter, readable, shape

_GLASS = mirrored([(0, -75), (37, -74), (41, -70), (43, -62), (43.5, -14), (42, -5), (36, -0.8), (0, 1.4)])
_INSIDE = mirrored([(0, -64), (38, -66.5, "c"), (39.4, -58), (39.6, -16), (37.5, -9.5), (30, -6.6), (0, -5)])
_LID = mirrored([(0, -99.4), (36, -96.6), (40, -94), (41, -90), (41, -77), (40, -74.6), (0, -71.4)])


def _paint(p: Sitter) -> None:
    side = 1 if p.light.dx >= 0 else -1
    pale = mix(lighter(p.color, 0.7), "#eef3f6", 0.5)
    p.canvas.drawPath(
        _GLASS,
        ink(
            shader=linear(
                (-44, 0),
                (44, 0),
                [(0, pale, 0.75), (0.06, pale, 0.35), (0.5, pale, 0.28), (0.94, pale, 0.35), (1, pale, 0.8)],
            )
        ),
    )
    with p.lit(p.turned(_INSIDE, soften=3), SATIN) as canvas:
        canvas.drawPath(
            _INSIDE,
            ink(
                shader=linear(
                    (side * 40, -60),
                    (-side * 40, -5),
                    [(0, lighter(p.color, 0.22)), (0.5, p.color), (1, darker(p.color, 0.25))],
                )
            ),
        )
    with clipped(p.canvas, _GLASS):
        p.canvas.drawPath(oval(0, -1.4, 34, 3.4), ink(lighter(p.color, 0.5), 0.6, blur=1.6))
    p.shine(_GLASS, p.turned(_GLASS, soften=3), GLASS, 0.7)
    _label(p)
    p.canvas.drawPath(_GLASS, ink(pale, 0.55, stroke=0.5))
    with p.lit(p.turned(_LID, soften=1.2), BRUSHED, within=_LID) as canvas:
        canvas.drawPath(_LID, ink(p.accent))
        for y in (-89.4, -79):
            canvas.drawPath(band(41.5, y, y + 0.6, 1.5), ink(darker(p.accent, 0.55), 0.5))
    p.canvas.drawPath(
        oval(0, -95.3, 37.6, 3.3),
        ink(
            shader=linear(
                (-side * 38, 0),
                (side * 38, 0),
                [(0, darker(p.accent, 0.2)), (1, mix(lighter(p.accent, 0.5), p.light.key, 0.3))],
            )
        ),
    )
    p.canvas.drawPath(oval(0, -95.0, 35, 2.7), ink(mix(p.accent, darker(p.accent, 0.3), 0.3), 0.65))


def _label(p: Sitter) -> None:
    paper = "#f6efe1" if luminance(p.color) < 0.75 else mix(p.accent, darker(p.accent, 0.4), 0.2)
    strip = band(31, -55, -19, 1.2)
    with p.lit(p.turned(_GLASS, soften=0.5), PAPER) as canvas:
        canvas.drawPath(strip, ink(paper))
        tone = readable(p.accent, paper)
        canvas.drawPath(band(31, -53.0, -52.3, 1.2), ink(tone))
        canvas.drawPath(band(31, -21.8, -21.1, 1.2), ink(tone))
        wordmark(p, 0, -37.4, 50, 18, tone)
        small_print(p, 0, -25, 26, tone, lines=1)


SHAPE = shape(_paint, aspect=0.87, real_height_cm=9, focus=0.4)
