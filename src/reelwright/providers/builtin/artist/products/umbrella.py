"""An open umbrella standing on its tip's shadow: eight panels, cane handle, the name on the front panel."""

import math

from reelwright.providers.builtin.artist.brush import curve, darker, ink, lighter, smooth
from reelwright.providers.builtin.artist.products.finish import SATIN
from reelwright.providers.builtin.artist.products.marks import wordmark
from reelwright.providers.builtin.artist.products.sitter import Sitter, contrast, shape


def _paint(p: Sitter) -> None:
    p.canvas.drawPath(
        curve((0, -94), (0, -12), (1, -4), (6, -1), (11, -4), (12, -10)), ink(darker(p.accent, 0.2), stroke=3)
    )
    p.canvas.drawPath(curve((-0.7, -94), (-0.7, -12)), ink(lighter(p.accent, 0.5), 0.6, stroke=0.7))
    edges = [(-66 + 132 * k / 6, -46 + 5 * math.cos((k - 3) * 0.9)) for k in range(7)]
    dome = smooth(
        [
            (-66, -46, "c"),
            (-60, -70),
            (-36, -90),
            (0, -96),
            (36, -90),
            (60, -70),
            (66, -46, "c"),
            *[
                point
                for k in range(5, -1, -1)
                for point in (((edges[k][0] + edges[k + 1][0]) / 2, -52.0), (*edges[k], "c"))
            ][:-1],
        ]
    )
    with p.lit(p.puffed(dome, depth=26), SATIN) as canvas:
        canvas.drawPath(dome, ink(p.color))
        for k, (x, y) in enumerate(edges[1:-1]):
            rib = curve((0, -96), (x * 0.72, -76), (x, y))
            canvas.drawPath(rib, ink(darker(p.color, 0.4), 0.55, stroke=0.9))
            if k % 2:
                canvas.drawPath(rib, ink(lighter(p.color, 0.4), 0.4, stroke=0.5))
        wordmark(p, 0, -64, 38, 11, contrast(p.color), weight="bold")
    p.canvas.drawPath(curve((0, -96), (0, -100)), ink(p.accent, stroke=2))


SHAPE = shape(_paint, aspect=1.34, real_height_cm=88, focus=0.65)
