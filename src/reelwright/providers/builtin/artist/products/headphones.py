"""Over-ear headphones, seen a little from the side: padded band, metal arms, two cups."""

from typing import Any

from reelwright.media.canvas import skia
from reelwright.providers.builtin.artist.brush import (
    box,
    curve,
    darker,
    ink,
    lighter,
    minus,
    mix,
    oval,
    smooth,
    transformed,
)
from reelwright.providers.builtin.artist.products.finish import LEATHER, METAL, PLASTIC, SATIN
from reelwright.providers.builtin.artist.products.forms import stitches
from reelwright.providers.builtin.artist.products.marks import wordmark
from reelwright.providers.builtin.artist.products.sitter import Sitter, readable, shape


def _paint(p: Sitter) -> None:
    _band(p)
    for side in (-1, 1):
        _arm(p, side)
        _cup(p, side)


def _band(p: Sitter) -> None:
    outer = smooth(
        [
            (-38, -46, "c"),
            (-37.6, -64),
            (-30, -84),
            (-16, -96),
            (0, -99.4),
            (16, -96),
            (30, -84),
            (37.6, -64),
            (38, -46, "c"),
            (31, -46, "c"),
            (31, -63),
            (24, -79),
            (12.5, -89.4),
            (0, -92),
            (-12.5, -89.4),
            (-24, -79),
            (-31, -63),
            (-31, -46, "c"),
        ]
    )
    with p.lit(p.puffed(outer, depth=3.6), PLASTIC) as canvas:
        canvas.drawPath(outer, ink(p.color))
    pad = smooth(
        [
            (-25, -79),
            (-13, -90.4),
            (0, -93),
            (13, -90.4),
            (25, -79),
            (21.5, -76.5),
            (11, -85),
            (0, -87.2),
            (-11, -85),
            (-21.5, -76.5),
        ]
    )
    with p.lit(p.puffed(pad, depth=3), LEATHER) as canvas:
        canvas.drawPath(pad, ink(p.accent))
    stitches(p, curve((-22, -79.6), (-12, -88.4), (0, -90.6), (12, -88.4), (22, -79.6)), lighter(p.accent, 0.25), 0.4)


def _arm(p: Sitter, side: int) -> None:
    arm = box(side * 34.6 - 2.2, -62, 4.4, 30, 2)
    with p.lit(p.turned(arm, soften=0.4), METAL) as canvas:
        canvas.drawPath(arm, ink("#d2d5da"))
        for step in range(0 if p.is_small else 5):
            canvas.drawPath(box(side * 34.6 - 1.4, -58 + step * 2.6, 2.8, 0.4), ink("#3a3a40", 0.6))


def _cup(p: Sitter, side: int) -> None:
    def placed(path: Any) -> Any:
        lean = skia.Matrix.Translate(side * 35, -24).preConcat(skia.Matrix.RotateDeg(side * -7))
        return transformed(path, lean)

    cushion = placed(
        smooth(
            [
                (-side * 3, -23),
                (-side * 9, -20),
                (-side * 12.4, -10),
                (-side * 12.8, 4),
                (-side * 11, 16),
                (-side * 6, 22.4),
                (0, 23),
                (side * 2, 0),
            ]
        )
    )
    with p.lit(p.puffed(cushion, depth=6), LEATHER) as canvas:
        canvas.drawPath(cushion, ink(p.accent))
    shell = placed(oval(side * 1.4, 0, 11.6, 23.4))
    with p.lit(p.puffed(shell, depth=8, roundness=0.9), SATIN) as canvas:
        canvas.drawPath(shell, ink(p.color))
    trim = placed(minus(oval(side * 2.2, 0, 8.8, 18.6), oval(side * 2.2, 0, 8.1, 17.7)))
    p.canvas.drawPath(trim, ink(mix(lighter(p.color, 0.5), p.light.key, 0.4), 0.75))
    face = placed(oval(side * 2.2, 0, 8.0, 17.6))
    with p.lit(p.puffed(face, depth=6, roundness=0.12), SATIN) as canvas:
        canvas.drawPath(face, ink(darker(p.color, 0.12)))
    p.canvas.save()
    p.canvas.translate(side * 37.2, -24)
    p.canvas.rotate(side * -7 + 90 * -side)
    wordmark(p, 0, 0, 28, 6.4, readable(p.accent, darker(p.color, 0.12)), weight="bold")
    p.canvas.restore()
    p.canvas.drawPath(
        curve((side * 44.6, -36), (side * 46, -24), (side * 44.4, -12)), ink(darker(p.color, 0.7), 0.4, stroke=0.6)
    )


SHAPE = shape(_paint, aspect=0.97, real_height_cm=20, focus=0.26)
