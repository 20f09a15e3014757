"""A drink can: printed aluminium, a rolled rim, a ring pull, cold droplets."""

from reelwright.providers.builtin.artist.brush import darker, ink, lighter, linear, mix, oval, smooth
from reelwright.providers.builtin.artist.products.finish import BRUSHED, LACQUER, with_gloss
from reelwright.providers.builtin.artist.products.forms import band, droplets, mirrored
from reelwright.providers.builtin.artist.products.marks import small_print, wordmark
from reelwright.providers.builtin.artist.products.sitter import Sitter, contrast, readable, shape

_BODY = mirrored(
    [(0, -94), (23, -94, "c"), (24, -91), (27.5, -86), (28, -82), (28, -8), (27, -4.6), (23.4, -1.6), (0, 0.6)]
)
_RIM = mirrored([(0, -96.4), (23.8, -96.2), (24.6, -94.4), (23.4, -92), (0, -89.6)])
_ALUMINIUM = "#d4d8dc"


def _paint(p: Sitter) -> None:
    with p.lit(p.turned(_BODY, soften=1.4), with_gloss(LACQUER, 0.6), within=_BODY) as canvas:
        canvas.drawPath(_BODY, ink(p.color))
        _print(p)
        canvas.drawPath(band(28.5, -4.4, 4, 0.7), ink(_ALUMINIUM))
        canvas.drawPath(band(28.5, -96, -88.4, 1.5), ink(_ALUMINIUM))
    with p.lit(p.turned(_RIM, soften=1.2), with_gloss(BRUSHED, 0.9)) as canvas:
        canvas.drawPath(_RIM, ink(_ALUMINIUM))
    _top(p)
    droplets(p, _BODY, 60, 0.9)


def _print(p: Sitter) -> None:
    wave = smooth([(-34, -22, "c"), (-16, -30), (6, -24), (34, -36, "c"), (34, 6, "c"), (-34, 6, "c")])
    p.canvas.drawPath(wave, ink(p.accent))
    second = smooth([(-34, -18, "c"), (-12, -25), (8, -18), (34, -28, "c"), (34, 6, "c"), (-34, 6, "c")])
    p.canvas.drawPath(second, ink(darker(p.accent, 0.22)))
    p.canvas.drawCircle(0, -58, 21.5, ink(lighter(p.color, 0.14)))
    p.canvas.drawCircle(0, -58, 19.8, ink(lighter(p.color, 0.5), 0.5, stroke=0.5))
    wordmark(p, 0, -58, 36, 20, contrast(p.color))
    small_print(p, 0, -13, 20, readable(p.color, p.accent))


def _top(p: Sitter) -> None:
    side = 1 if p.light.dx >= 0 else -1
    shine = [(0, "#7f868e"), (0.45, "#b9bfc6"), (0.7, "#f3f5f6"), (1, mix("#d9dde1", p.light.key, 0.5))]
    p.canvas.drawPath(oval(0, -96.2, 23.4, 3.0), ink(shader=linear((-side * 24, 0), (side * 24, 0), shine)))
    p.canvas.drawPath(oval(0, -95.8, 21, 2.2), ink(shader=linear((side * 24, 0), (-side * 24, 0), shine)))
    p.canvas.drawPath(oval(0, -96.0, 6.5, 1.0), ink("#eef0f2"))
    p.canvas.drawPath(oval(1.6, -95.8, 3.2, 0.5), ink("#6d747c"))


SHAPE = shape(_paint, aspect=0.57, real_height_cm=12.2, focus=0.58)
