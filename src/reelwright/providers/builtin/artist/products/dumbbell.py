"""A dumbbell lying on its side: rubber heads, knurled bar, the name on the heads."""

from reelwright.providers.builtin.artist.brush import box, curve, darker, ink, lighter, mix
from reelwright.providers.builtin.artist.products.finish import METAL, RUBBER
from reelwright.providers.builtin.artist.products.marks import wordmark
from reelwright.providers.builtin.artist.products.sitter import Sitter, contrast, shape


def _paint(p: Sitter) -> None:
    bar = box(-44, -57, 88, 15, 6)
    with p.lit(p.puffed(bar, depth=7), METAL) as canvas:
        canvas.drawPath(bar, ink("#bfc4cb"))
        for k in range(0 if p.is_small else 24):
            x = -34 + k * 3
            canvas.drawPath(curve((x, -57), (x + 3, -42)), ink("#6d7178", 0.5, stroke=0.5))
            canvas.drawPath(curve((x + 3, -57), (x, -42)), ink("#6d7178", 0.5, stroke=0.5))
    for side in (-1, 1):
        for inner, high, tone in ((42, 62, darker(p.color, 0.25)), (58, 98, p.color), (86, 78, lighter(p.color, 0.04))):
            x = inner if side > 0 else -inner - 30
            plate = box(x, -50 - high / 2, 30, high, 9)
            with p.lit(p.puffed(plate, depth=10), RUBBER) as canvas:
                far = side * p.light.dx < 0
                canvas.drawPath(plate, ink(mix(tone, p.light.fill, 0.3) if far else tone))
    for side in (-1, 1):
        p.canvas.save()
        p.canvas.rotate(-90, side * 73, -50)
        wordmark(p, side * 73, -50, 74, 16, contrast(p.color), weight="bold")
        p.canvas.restore()


SHAPE = shape(_paint, aspect=2.36, real_height_cm=15, focus=0.5)
