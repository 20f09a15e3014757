"""A car from its side: a smooth modern body, glass, wheels, lamps."""

import math

from reelwright.providers.builtin.artist.brush import (
    box,
    clipped,
    curve,
    darker,
    glow,
    ink,
    lighter,
    linear,
    mix,
    oval,
    smooth,
)
from reelwright.providers.builtin.artist.products.finish import GLASS, LACQUER, METAL, RUBBER, with_gloss
from reelwright.providers.builtin.artist.products.marks import name_of, wordmark
from reelwright.providers.builtin.artist.products.sitter import Sitter, shape

_BODY = smooth(
    [
        (-144, -26),
        (-145, -44),
        (-141, -58),
        (-128, -64),
        (-106, -67),
        (-80, -84),
        (-54, -96),
        (-22, -99.6),
        (14, -97),
        (44, -85),
        (70, -67),
        (100, -61),
        (126, -54),
        (141, -43),
        (144.5, -30),
        (142, -20),
        (130, -15, "c"),
        (-128, -15, "c"),
        (-140, -18),
    ],
)
_GLASS = smooth(
    [(-92, -68, "c"), (-74, -81), (-52, -91), (-22, -94.6), (12, -92), (38, -82), (56, -67.5, "c"), (-20, -65.6)]
)
_WHEELS = (-91.0, 92.0)
_RADIUS = 24.0


def _paint(p: Sitter) -> None:
    with p.lit(p.puffed(_BODY, depth=34, roundness=0.95), with_gloss(LACQUER, 0.42), within=_BODY) as canvas:
        canvas.drawPath(_BODY, ink(p.color))
        _panels(p)
    _windows(p)
    _lamps(p)
    for x in _WHEELS:
        _wheel(p, x)
    if name_of(p):
        wordmark(
            p,
            0,
            -23.4,
            44,
            7,
            # The sill is dark on a car of any colour.
            "#f4efe6",
            weight="medium",
            tracking=0.12,
            capitals=True,
        )


def _panels(p: Sitter) -> None:
    seam, glint = (
        ink(darker(p.color, 0.75), 0.6, stroke=0.8),
        ink(mix(lighter(p.color, 0.7), p.light.key, 0.4), 0.5, stroke=0.8, blur=0.5),
    )
    for line in (
        curve((-58, -67), (-60, -44), (-54, -22)),
        curve((-6, -66), (-4, -44), (-6, -20)),
        curve((54, -66), (58, -46), (52, -22)),
    ):
        p.canvas.drawPath(line, seam)
    p.canvas.drawPath(
        curve((-138, -52), (-60, -56), (40, -54), (136, -46)), ink(darker(p.color, 0.6), 0.35, stroke=2.4, blur=1.4)
    )
    p.canvas.drawPath(curve((-138, -54.4), (-60, -58.4), (40, -56.4), (134, -48.4)), glint)
    p.canvas.drawPath(
        smooth([(-132, -19, "c"), (-60, -25), (40, -25), (134, -19, "c"), (134, -10, "c"), (-132, -10, "c")]),
        ink(darker(p.color, 0.85), 0.85),
    )
    for x in (-48, 6):
        p.canvas.drawPath(box(x, -58, 11, 2, 1), ink(lighter(p.color, 0.5), 0.8))
    for x in _WHEELS:
        p.canvas.drawCircle(x, -_RADIUS, _RADIUS + 4.4, ink("#07070b"))


def _windows(p: Sitter) -> None:
    tint = mix("#141a26", p.light.fill, 0.3)
    sky = mix("#a9c2d8", p.light.key, 0.35)
    p.canvas.drawPath(
        _GLASS, ink(shader=linear((0, -96), (0, -64), [(0, mix(tint, sky, 0.55)), (0.5, tint), (1, darker(tint, 0.3))]))
    )
    with clipped(p.canvas, _GLASS):
        side = 1 if p.light.dx >= 0 else -1
        for x, wide in ((side * 30 - 22, 16), (side * 30 + 4, 5)):
            p.canvas.drawPath(
                smooth([(x, -60, "c"), (x + 26, -100, "c"), (x + 26 + wide, -100, "c"), (x + wide, -60, "c")]),
                ink("#ffffff", 0.13),
            )
        p.canvas.drawPath(box(-9, -100, 5, 40), ink(darker(p.color, 0.8)))
        p.canvas.drawPath(
            smooth([(-60, -100, "c"), (-56, -100, "c"), (-66, -60, "c"), (-72, -60, "c")]), ink(darker(p.color, 0.8))
        )
    p.shine(_GLASS, p.puffed(_GLASS, depth=5, roundness=0.6), GLASS, 0.4)
    p.canvas.drawPath(_GLASS, ink(lighter("#9aa0a8", 0.3), 0.7, stroke=0.9))


def _lamps(p: Sitter) -> None:
    front = smooth([(120, -49), (138, -41.6), (142, -36), (128, -39), (116, -45)])
    rear = smooth([(-144, -52), (-138, -57), (-122, -56), (-128, -49), (-143, -46)])
    p.canvas.drawPath(front, ink(shader=linear((116, 0), (142, 0), [(0, "#8fa3b8"), (1, "#fdfbf2")])))
    p.canvas.drawPath(rear, ink(shader=linear((-144, 0), (-122, 0), [(0, "#ff5a48"), (1, "#8c1418")])))
    if p.light.power > 0.75:
        glow(p.canvas, 138, -41, 12, "#fff2cf", 0.6)
        glow(p.canvas, -140, -52, 9, "#ff4a3a", 0.5)


def _wheel(p: Sitter, x: float) -> None:
    tyre = oval(x, -_RADIUS, _RADIUS, _RADIUS)
    with p.lit(p.puffed(tyre, depth=6), RUBBER) as canvas:
        canvas.drawPath(tyre, ink("#24242a"))
    rim = oval(x, -_RADIUS, 17, 17)
    with p.lit(p.puffed(rim, depth=5), METAL) as canvas:
        canvas.drawPath(rim, ink("#c3c7cd"))
        canvas.drawCircle(x, -_RADIUS, 15, ink("#1a1b20"))
        for spoke in range(10):
            angle = spoke * math.pi / 5
            dx, dy = math.sin(angle), -math.cos(angle)
            canvas.drawLine(x + dx * 3, -_RADIUS + dy * 3, x + dx * 15, -_RADIUS + dy * 15, ink("#d5d9de", stroke=2.6))
        canvas.drawCircle(x, -_RADIUS, 4.2, ink(mix("#d5d9de", p.accent, 0.6)))


SHAPE = shape(_paint, aspect=2.95, real_height_cm=145, focus=0.5)
