"""A hand-tied bouquet in paper, the name on its band."""

import math

from reelwright.providers.builtin.artist.brush import curve, darker, ink, leaf, lighter, mix, oval, polygon
from reelwright.providers.builtin.artist.products.finish import PAPER, SATIN
from reelwright.providers.builtin.artist.products.marks import wordmark
from reelwright.providers.builtin.artist.products.sitter import Sitter, readable, shape

_HEADS = (
    (-30, -66),
    (-12, -78),
    (10, -80),
    (30, -68),
    (-22, -88),
    (2, -93),
    (22, -87),
    (-2, -66),
    (14, -62),
    (-16, -60),
)


def _paint(p: Sitter) -> None:
    for index, lean in enumerate((-64, -46, -28, 0, 26, 44, 62)):
        blade = leaf(lean * 0.2, -52, lean, 40, 11)
        with p.lit(p.puffed(blade, depth=3), SATIN) as canvas:
            canvas.drawPath(blade, ink(("#4d7a3a", "#5f8f47", "#3f6a35")[index % 3]))
    tones = (p.color, lighter(p.color, 0.35), mix(p.color, "#f6e3e0", 0.6), mix(p.accent, "#f0b9a8", 0.45))
    for index, (x, y) in enumerate(_HEADS):
        _flower(p, x, y, tones[index % 4], 12.5 if index % 3 else 15)
    wrap = polygon((-44, -58), (-10, -48), (0, -52), (10, -48), (44, -58), (15, -12), (20, 0), (-20, 0), (-15, -12))
    paper = mix("#efe6d6", p.accent, 0.12)
    with p.lit(p.puffed(wrap, depth=10), PAPER) as canvas:
        canvas.drawPath(wrap, ink(paper))
        for start, end in (((-30, -52), (-8, -12)), ((30, -52), (8, -12)), ((0, -50), (0, -13))):
            canvas.drawPath(curve(start, end), ink(darker(paper, 0.4), 0.35, stroke=0.8, blur=0.5))
    band = polygon((-25, -31), (25, -31), (18, -14), (-18, -14))
    with p.lit(p.puffed(band, depth=6), SATIN) as canvas:
        canvas.drawPath(band, ink(p.accent))
        wordmark(p, 0, -22.6, 34, 11, readable(paper, p.accent))


def _flower(p: Sitter, x: float, y: float, tone: str, radius: float) -> None:
    for ring, count in ((1.0, 9), (0.72, 7), (0.44, 5)):
        for k in range(count):
            turn = k * math.tau / count + ring * 2
            cx, cy = x + math.cos(turn) * radius * ring * 0.56, y + math.sin(turn) * radius * ring * 0.5
            petal = oval(cx, cy, radius * 0.44 * (0.5 + ring / 2), radius * 0.38 * (0.5 + ring / 2))
            p.canvas.drawPath(petal, ink(darker(tone, 0.35), 0.5, blur=0.8))
            p.canvas.drawPath(petal, ink(mix(tone, lighter(tone, 0.5), 1 - ring)))
    bloom = oval(x, y, radius, radius * 0.92)
    p.shine(bloom, p.puffed(bloom, depth=radius), SATIN, 0.4)


SHAPE = shape(_paint, aspect=0.94, real_height_cm=38, focus=0.72)
