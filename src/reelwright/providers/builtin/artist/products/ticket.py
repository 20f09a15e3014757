"""Two tickets fanned out: perforated stub, stars, the name."""

from typing import Any

from reelwright.providers.builtin.artist.brush import box, darker, ink, lighter, minus, mix, oval, rect
from reelwright.providers.builtin.artist.products.finish import PAPER
from reelwright.providers.builtin.artist.products.marks import emblem, small_print, wordmark
from reelwright.providers.builtin.artist.products.sitter import Sitter, contrast, shape


def _ticket() -> Any:
    path = box(-92, -82, 184, 74, 4)
    for y in (-82, -8):
        path = minus(path, oval(44, y, 6, 6))
    return path


def _paint(p: Sitter) -> None:
    for degrees, tone in ((-9.0, mix(p.accent, p.color, 0.3)), (3.0, p.color)):
        p.canvas.save()
        p.canvas.rotate(degrees, -40, -30)
        path = _ticket()
        with p.lit(p.puffed(path, depth=2), PAPER) as canvas:
            canvas.drawPath(path, ink(tone))
            canvas.drawPath(box(-86, -76, 124, 62, 3), ink(contrast(tone), 0.7, stroke=1.0))
            for y in range(-74, -12, 6):
                canvas.drawPath(rect(43.4, y, 44.6, y + 3), ink(darker(tone, 0.5), 0.8))
            emblem(canvas, 68, -45, 14, contrast(tone), 0.9)
        if degrees > 0:
            wordmark(p, -24, -50, 108, 30, contrast(tone), weight="bold")
            small_print(p, -24, -26, 70, lighter(contrast(tone), 0.1), lines=2, alpha=0.7)
        p.canvas.restore()


SHAPE = shape(_paint, aspect=1.95, real_height_cm=8, focus=0.5, stands=False)
