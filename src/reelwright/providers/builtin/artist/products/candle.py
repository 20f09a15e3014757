"""A candle in a glass, burning: wax that glows from within, a label, a flame."""

from reelwright.providers.builtin.artist.brush import (
    clipped,
    curve,
    darker,
    glow,
    ink,
    lighter,
    linear,
    mix,
    oval,
    radial,
    smooth,
)
from reelwright.providers.builtin.artist.products.finish import GLASS, PAPER, SATIN
from reelwright.providers.builtin.artist.products.forms import band, mirrored
from reelwright.providers.builtin.artist.products.marks import small_print, wordmark
from reelwright.providers.builtin.artist.products.sitter import Sitter, readable, shape

_GLASS = mirrored([(0, -72), (38, -71.6), (39, -70), (39, -12), (38, -4), (33, -0.6), (0, 1.2)])
_WAX = mirrored([(0, -54), (35.6, -56.6, "c"), (35.8, -50), (35.8, -12), (33, -6.6), (0, -5)])


def _paint(p: Sitter) -> None:
    pale = mix(lighter(p.color, 0.7), "#fbf4e6", 0.5)
    p.canvas.drawPath(_GLASS, ink(pale, 0.35))
    wax = mix(p.color, "#f4e6cc", 0.55)
    with p.lit(p.turned(_WAX, soften=4), SATIN) as canvas:
        canvas.drawPath(_WAX, ink(wax))
    with clipped(p.canvas, _WAX):
        warm = radial((0, -56), 46, [(0, "#ffd48a", 0.85), (0.5, "#ffb55e", 0.35), (1, "#ffb55e", 0.0)])
        p.canvas.drawPath(_WAX, ink(shader=warm))
    pool = oval(0, -56.6, 35.4, 4.2)
    p.canvas.drawPath(
        pool, ink(shader=linear((-36, 0), (36, 0), [(0, darker(wax, 0.1)), (0.5, "#fff0c8"), (1, darker(wax, 0.1))]))
    )
    p.canvas.drawPath(oval(0, -56.2, 9, 1.6), ink("#fffbe8", 0.9, blur=1.2))
    p.shine(_GLASS, p.turned(_GLASS, soften=3), GLASS, 0.6)
    p.canvas.drawPath(oval(0, -71.4, 38.4, 4.4), ink(pale, 0.75, stroke=0.8))
    strip = band(26, -44, -16, 1.2)
    paper = mix("#fbf5e8", p.accent, 0.06)
    with p.lit(p.turned(_GLASS, soften=0.5), PAPER) as canvas:
        canvas.drawPath(strip, ink(paper))
        tone = readable(p.accent, paper)
        canvas.drawPath(band(24.5, -42.6, -42.1, 1.2), ink(tone))
        wordmark(p, 0, -30.5, 44, 14, tone)
        small_print(p, 0, -20.6, 22, tone, lines=1)
    _flame(p)


def _flame(p: Sitter) -> None:
    canvas = p.canvas
    canvas.drawPath(curve((0, -57), (0.4, -62), (-0.3, -66)), ink("#3a2a22", stroke=1.2))
    glow(canvas, 0, -76, 46, "#ffb45a", 0.55)
    outer = smooth(
        [(0, -97, "c"), (4.6, -84), (6.2, -74), (3.6, -65.6), (0, -63.6), (-3.6, -65.6), (-6.2, -74), (-4.2, -83)]
    )
    fire = linear((0, -97), (0, -63), [(0, "#ffd87a", 0.6), (0.45, "#ffcf63"), (0.8, "#ff9a3c"), (1, "#5a7bd8", 0.8)])
    canvas.drawPath(outer, ink(shader=fire, blur=0.5))
    canvas.drawPath(
        smooth([(0, -86, "c"), (2.6, -76), (2.4, -69), (0, -66.4), (-2.4, -69), (-2.6, -76)]),
        ink("#fff6d6", 0.95, blur=0.6),
    )


SHAPE = shape(_paint, aspect=0.8, real_height_cm=12, focus=0.62)
