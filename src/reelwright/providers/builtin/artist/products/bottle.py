"""A bottle: tinted glass, or painted metal where the material says so, a paper label and a cap."""

from typing import Any

from reelwright.providers.builtin.artist.brush import (
    box,
    clipped,
    darker,
    ink,
    lighter,
    linear,
    luminance,
    mix,
    oval,
    smooth,
)
from reelwright.providers.builtin.artist.products.finish import BRUSHED, GLASS, PAPER, PLASTIC, SATIN
from reelwright.providers.builtin.artist.products.forms import band, droplets, mirrored
from reelwright.providers.builtin.artist.products.marks import small_print, wordmark
from reelwright.providers.builtin.artist.products.sitter import Sitter, readable, shape

_BODY = mirrored(
    [
        (0, -83.6),
        (6.4, -83, "c"),
        (6.4, -74),
        (8, -69),
        (13.5, -63.5),
        (16.4, -57),
        (17, -50),
        (17, -6),
        (16, -2),
        (12.5, -0.2),
        (0, 0.8),
    ]
)
_CAP = mirrored([(0, -99.6), (6.6, -98.8), (7.4, -97), (7.6, -84), (7.2, -82.2), (0, -81.2)])
_OPAQUE = {"aluminium", "steel", "titanium", "ceramic", "stoneware", "porcelain", "enamel", "plastic", "lacquer"}


def _paint(p: Sitter) -> None:
    if p.look.material in _OPAQUE:
        _painted(p)
    else:
        _glass(p)
        _label(p)
    with p.lit(p.turned(_CAP, soften=0.5), BRUSHED if p.look.material != "plastic" else PLASTIC, within=_CAP) as canvas:
        canvas.drawPath(_CAP, ink(p.accent))
        for x in range(0 if not p.is_small else 99, 19):
            canvas.drawPath(box(-7.6 + x * 0.82, -96, 0.22, 11, 0.1), ink(darker(p.accent, 0.6), 0.35))
    p.canvas.drawPath(oval(0, -98.6, 6.2, 0.8), ink(lighter(p.accent, 0.4), 0.6))


def _painted(p: Sitter) -> None:
    with p.lit(p.turned(_BODY, soften=1.6), SATIN, within=_BODY) as canvas:
        canvas.drawPath(_BODY, ink(p.color))
        canvas.drawPath(band(17.5, -10, -8.6, 0.5), ink(p.accent))
        wordmark(p, 0, -36, 25, 20, readable(p.accent, p.color))
        small_print(p, 0, -16, 14, readable(p.accent, p.color))


def _glass(p: Sitter) -> None:
    deep, pale = darker(p.color, 0.5), lighter(p.color, 0.45)
    side = 1 if p.light.dx >= 0 else -1
    stops = [
        (0, pale, 0.75),
        (0.07, darker(p.color, 0.3), 0.95),
        (0.22, deep, 0.96),
        (0.5, mix(p.color, deep, 0.45), 0.94),
        (0.72, p.color, 0.94),
        (0.9, mix(p.color, pale, 0.25), 0.95),
        (0.96, darker(p.color, 0.25), 0.92),
        (1, pale, 0.8),
    ]
    p.canvas.drawPath(_BODY, ink(shader=linear((-side * 17, 0), (side * 17, 0), stops)))
    with clipped(p.canvas, _BODY):
        level = band(20, -66, 10, 0.6)
        p.canvas.drawPath(level, ink(darker(p.color, 0.55), 0.35))
        p.canvas.drawPath(oval(0, -65.4, 12.4, 1.1), ink(pale, 0.5))
        p.canvas.drawPath(
            smooth([(side * 8, -60), (side * 13, -40), (side * 12, -8), (side * 6, -4), (side * 9, -30)]),
            ink(mix(pale, p.light.key, 0.4), 0.5, blur=2.4),
        )
        p.canvas.drawPath(oval(0, -1.2, 14, 2.6), ink(pale, 0.55, blur=1.2))
        p.canvas.drawPath(oval(0, -4.2, 13, 1.6), ink(deep, 0.6, blur=0.7))


def _label(p: Sitter) -> None:
    paper = lighter(mix(p.accent, "#f4ecdc", 0.8), 0.4) if luminance(p.color) < 0.72 else mix(p.accent, "#f6efe2", 0.15)
    p.shine(_BODY, p.turned(_BODY, soften=1.6), GLASS, 0.62)
    strip = band(16.9, -48, -16, 0.7)
    with p.lit(p.turned(strip, soften=0.5), PAPER) as canvas:
        canvas.drawPath(strip, ink(paper))
        tone = readable(p.accent, paper)
        canvas.drawPath(band(16.9, -46.4, -45.7, 0.7), ink(tone))
        canvas.drawPath(band(16.9, -18.4, -17.7, 0.7), ink(tone))
        wordmark(p, 0, -33.2, 24, 14, tone)
        small_print(p, 0, -23.4, 14, tone)
    p.canvas.drawPath(_BODY, ink(lighter(p.color, 0.6), 0.35, stroke=0.35))
    droplets(p, _above_label(), 46, 0.55)


def _above_label() -> Any:
    """The glass above the label."""
    return box(-16.5, -60, 33, 11)


SHAPE = shape(_paint, aspect=0.35, real_height_cm=24, focus=0.34)
