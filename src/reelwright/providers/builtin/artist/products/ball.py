"""A football with its panels, the name across the middle one."""

import math

from reelwright.providers.builtin.artist.brush import clipped, curve, darker, ink, mix, oval, polygon
from reelwright.providers.builtin.artist.products.finish import LEATHER, with_gloss
from reelwright.providers.builtin.artist.products.marks import wordmark
from reelwright.providers.builtin.artist.products.sitter import Sitter, contrast, shape


def _paint(p: Sitter) -> None:
    ball = oval(0, -50, 50, 50)
    skin = mix("#f6f2ea", p.color, 0.12)
    with p.lit(p.puffed(ball, depth=50), with_gloss(LEATHER, 0.3)) as canvas:
        canvas.drawPath(ball, ink(skin))
        with clipped(canvas, ball):
            middle = [
                (17 * math.cos(k * math.tau / 5 - 0.94), -50 + 17 * math.sin(k * math.tau / 5 - 0.94)) for k in range(5)
            ]
            canvas.drawPath(polygon(*middle), ink(p.accent))
            for x, y in middle:
                dx, dy = x, y + 50
                seam = curve((x, y), (dx * 1.9, -50 + dy * 1.9))
                canvas.drawPath(seam, ink(darker(skin, 0.5), 0.8, stroke=1.0))
                turn = math.atan2(dy, dx)
                far = [
                    (52 * math.cos(turn + a) * s, -50 + 52 * math.sin(turn + a) * s)
                    for a, s in ((-0.3, 0.86), (-0.5, 1.1), (0.5, 1.1), (0.3, 0.86), (0, 0.68))
                ]
                canvas.drawPath(polygon(*far), ink(p.color))
    wordmark(p, 0, -50, 25, 12, contrast(p.accent), weight="bold")


SHAPE = shape(_paint, aspect=1.0, real_height_cm=22, focus=0.5)
