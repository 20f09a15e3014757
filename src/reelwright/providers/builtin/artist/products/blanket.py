"""A folded blanket with its fringe, a woven label with the name."""

from reelwright.providers.builtin.artist.brush import box, curve, darker, ink, lighter, smooth
from reelwright.providers.builtin.artist.products.finish import CLOTH
from reelwright.providers.builtin.artist.products.marks import wordmark
from reelwright.providers.builtin.artist.products.sitter import Sitter, contrast, shape


def _paint(p: Sitter) -> None:
    tones = (darker(p.color, 0.12), p.color, lighter(p.color, 0.06), p.color)
    for index, tone in enumerate(tones):
        top = -24 - index * 24
        fold = smooth(
            [
                (-84, top + 2),
                (-40, top - 2),
                (40, top),
                (84, top + 1),
                (90, top + 11),
                (84, top + 22),
                (0, top + 25),
                (-84, top + 22),
            ]
        )
        with p.lit(p.puffed(fold, depth=11), CLOTH) as canvas:
            canvas.drawPath(fold, ink(tone))
            for x in range(-80, 81, 20):
                canvas.drawPath(curve((x, top), (x + 2, top + 24)), ink(p.accent, 0.55, stroke=2.4))
            canvas.drawPath(curve((-86, top + 12), (0, top + 14), (88, top + 12)), ink(p.accent, 0.45, stroke=2.0))
    dice = p.dice("fringe")
    for k in range(14 if p.is_small else 40):
        x = -82 + k * (164 / 39)
        tail = curve((x, -4), (x + dice.uniform(-1.4, 1.4), -1), (x + dice.uniform(-2, 2), 3))
        p.canvas.drawPath(tail, ink(darker(p.color, dice.uniform(0.0, 0.3)), stroke=1.6))
    label = box(22, -44, 50, 17, 1.5)
    with p.lit(p.puffed(label, depth=1.4), CLOTH) as canvas:
        canvas.drawPath(label, ink(p.accent))
        wordmark(p, 47, -35.5, 44, 12, contrast(p.accent), weight="medium")


SHAPE = shape(_paint, aspect=1.84, real_height_cm=24, focus=0.4)
