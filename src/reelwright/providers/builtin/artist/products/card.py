"""A bank card standing at an angle: chip, waves, the name; numbers only as dots."""

from reelwright.providers.builtin.artist.brush import (
    box,
    clipped,
    curve,
    darker,
    ink,
    lighter,
    linear,
    mix,
    oval,
    smooth,
)
from reelwright.providers.builtin.artist.products.finish import METAL, PLASTIC
from reelwright.providers.builtin.artist.products.marks import wordmark
from reelwright.providers.builtin.artist.products.sitter import Sitter, contrast, shape

_CARD = box(-79, -99.4, 158, 99.4, 8)


def _paint(p: Sitter) -> None:
    with p.lit(p.puffed(_CARD, depth=3), PLASTIC, within=_CARD) as canvas:
        tones = [(0, lighter(p.color, 0.12)), (0.55, p.color), (1, mix(darker(p.color, 0.35), p.accent, 0.25))]
        canvas.drawPath(_CARD, ink(shader=linear((-79, -99), (79, 0), tones)))
        with clipped(canvas, _CARD):
            for k in range(7):
                wave = curve((-84, -34 + k * 7), (-30, -52 + k * 7), (20, -20 + k * 7), (84, -46 + k * 7))
                canvas.drawPath(wave, ink(lighter(p.accent, 0.2), 0.16, stroke=1.6))
            canvas.drawPath(smooth([(10, -102), (84, -102), (84, -30)]), ink(p.accent, 0.28))
    tone = contrast(p.color)
    wordmark(p, -32, -82, 78, 17, tone, weight="bold")
    chip = box(-62, -62, 24, 18, 3)
    with p.lit(p.puffed(chip, depth=1.6), METAL) as canvas:
        canvas.drawPath(chip, ink("#dcb968"))
        for line in (curve((-62, -53), (-38, -53)), curve((-54, -62), (-54, -44)), curve((-46, -62), (-46, -44))):
            canvas.drawPath(line, ink("#8a6a2c", 0.8, stroke=0.6))
    for k in range(3):
        arc = curve((-28 + k * 4, -60 - k * 1.5), (-25.6 + k * 4.6, -53), (-28 + k * 4, -46 + k * 1.5))
        p.canvas.drawPath(arc, ink(tone, 0.8, stroke=1.3))
    for group in range(4):
        for dot in range(4):
            p.canvas.drawPath(oval(-60 + group * 27 + dot * 5, -26, 1.5, 1.5), ink(tone, 0.85))
    for x, alpha in ((46, 0.9), (58, 0.6)):
        p.canvas.drawPath(oval(x, -17, 9, 9), ink(mix(p.accent, tone, 0.15), alpha))


SHAPE = shape(_paint, aspect=1.59, real_height_cm=5.4, focus=0.6, stands=False)
