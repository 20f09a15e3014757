"""Anything else: an elegant canister with a wrapped label and a metal lid."""

from typing import Any

from reelwright.providers.builtin.artist.brush import darker, ink, lighter, oval, smooth
from reelwright.providers.builtin.artist.products.finish import BRUSHED, SATIN
from reelwright.providers.builtin.artist.products.forms import band
from reelwright.providers.builtin.artist.products.marks import small_print, wordmark
from reelwright.providers.builtin.artist.products.sitter import Sitter, readable, shape

_HALF = 31.0


def _body_outline() -> Any:
    return smooth(
        [
            (-_HALF, -80, "c"),
            (0, -78.6),
            (_HALF, -80, "c"),
            (_HALF, -6),
            (_HALF - 2, -2),
            (0, 1.4),
            (-_HALF + 2, -2),
            (-_HALF, -6),
        ]
    )


def _paint(p: Sitter) -> None:
    body = _body_outline()
    with p.lit(p.turned(body), SATIN, within=body) as canvas:
        canvas.drawPath(body, ink(p.color))
        paper = lighter(p.color, 0.62)
        tone = readable(p.accent, paper)
        canvas.drawPath(band(_HALF, -64, -20, 1.2), ink(paper))
        for y in (-64, -21.2):
            canvas.drawPath(band(_HALF, y, y + 1.2, 1.2), ink(p.accent))
        wordmark(p, 0, -43, 46, 24, tone)
        small_print(p, 0, -26.4, 26, tone)
    lid = smooth(
        [
            (-32, -93),
            (-30.5, -96.5),
            (0, -98.6),
            (30.5, -96.5),
            (32, -93),
            (32, -80),
            (31, -78),
            (0, -76),
            (-31, -78),
            (-32, -80),
        ]
    )
    with p.lit(p.turned(lid, soften=0.6), BRUSHED) as canvas:
        canvas.drawPath(lid, ink(p.accent))
    p.canvas.drawPath(oval(0, -96, 30, 2.6), ink(lighter(p.accent, 0.35), 0.75))
    p.canvas.drawPath(oval(0, -95.8, 27.5, 2.0), ink(darker(p.accent, 0.12), 0.8))


SHAPE = shape(_paint, aspect=0.66, real_height_cm=14, focus=0.45)
