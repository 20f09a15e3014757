"""A pet's bowl, full, with the name around it."""

from reelwright.providers.builtin.artist.brush import darker, ink, lighter, mix, oval, smooth
from reelwright.providers.builtin.artist.products.finish import GLAZED, MATTE, RUBBER
from reelwright.providers.builtin.artist.products.marks import wordmark
from reelwright.providers.builtin.artist.products.sitter import Sitter, readable, shape

_BOWL = smooth(
    [
        (-86, -78, "c"),
        (0, -64),
        (86, -78, "c"),
        (92, -50),
        (100, -12),
        (96, -2),
        (0, 2),
        (-96, -2),
        (-100, -12),
        (-92, -50),
    ]
)


def _paint(p: Sitter) -> None:
    with p.lit(p.turned(_BOWL, soften=3), GLAZED, within=_BOWL) as canvas:
        canvas.drawPath(_BOWL, ink(p.color))
        foot = smooth([(-110, -12, "c"), (0, -2), (110, -12, "c"), (110, 8, "c"), (-110, 8, "c")])
        canvas.drawPath(foot, ink(p.accent))
        wordmark(p, 0, -34, 110, 30, readable(p.accent, p.color))
    with p.lit(p.puffed(oval(0, -78, 87, 19), depth=4), GLAZED) as canvas:
        canvas.drawPath(oval(0, -78, 87, 19), ink(lighter(p.color, 0.12)))
    p.canvas.drawPath(oval(0, -77.4, 80, 15.6), ink(darker(p.color, 0.6)))
    _kibble(p)


def _kibble(p: Sitter) -> None:
    dice = p.dice("kibble")
    pile: list[tuple[float, float]] = []
    for _ in range(24 if p.is_small else 90):
        x = dice.gauss(0, 32)
        if abs(x) < 72:
            pile.append((-76 - dice.uniform(-9, 17) * (1 - abs(x) / 84), x))
    p.canvas.drawPath(oval(0, -78, 74, 13), ink("#6e4526"))
    for index, (y, x) in enumerate(sorted(pile)):
        size = 8.4 if p.is_small else 5.8
        piece = oval(x, y, size, size * 0.74)
        tone = mix("#a86a36", "#7a4522", dice.random())
        if index % 3 == 0 and not p.is_small:
            with p.lit(p.puffed(piece, depth=3), MATTE if index % 2 else RUBBER) as canvas:
                canvas.drawPath(piece, ink(tone))
            continue
        p.canvas.drawPath(piece, ink(darker(tone, 0.35)))
        p.canvas.drawPath(oval(x + p.light.dx * 0.8, y - 0.9, size * 0.84, size * 0.58), ink(tone))
        p.canvas.drawPath(oval(x + p.light.dx * 2, y - 1.8, size * 0.42, size * 0.26), ink(lighter(tone, 0.4), 0.7))


SHAPE = shape(_paint, aspect=2.0, real_height_cm=8, focus=0.5)
