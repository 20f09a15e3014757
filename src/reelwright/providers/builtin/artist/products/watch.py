"""A wristwatch from the front: case, dial with hands and name, strap."""

import math

from reelwright.providers.builtin.artist.brush import (
    box,
    clipped,
    curve,
    darker,
    ink,
    lighter,
    linear,
    luminance,
    mix,
    oval,
    polygon,
    radial,
    smooth,
)
from reelwright.providers.builtin.artist.products.finish import GLASS, LEATHER, METAL
from reelwright.providers.builtin.artist.products.forms import stitches
from reelwright.providers.builtin.artist.products.marks import wordmark
from reelwright.providers.builtin.artist.products.sitter import Sitter, contrast, shape

_CY, _R = -50.0, 24.0
_STEEL = "#cfd3d8"


def _paint(p: Sitter) -> None:
    _strap(p)
    crown = box(24, _CY - 3.2, 4.2, 6.4, 1)
    with p.lit(p.turned(crown, lying=True), METAL) as canvas:
        canvas.drawPath(crown, ink(_STEEL))
    case = oval(0, _CY, _R + 2, _R + 2)
    with p.lit(p.puffed(case, depth=4.5, roundness=1.1), METAL) as canvas:
        canvas.drawPath(case, ink(_STEEL))
    p.canvas.drawCircle(0, _CY, _R - 1.6, ink("#101015"))
    _dial(p)
    glass = oval(0, _CY, _R - 2, _R - 2)
    p.shine(glass, p.puffed(glass, depth=5, roundness=0.35), GLASS, 0.3)
    side = 1 if p.light.dx >= 0 else -1
    with clipped(p.canvas, glass):
        sheen = polygon((side * 4, -78), (side * 16, -78), (side * -12, -22), (side * -26, -22))
        p.canvas.drawPath(sheen, ink("#ffffff", 0.08))


def _strap(p: Sitter) -> None:
    leather = p.accent
    upper = smooth([(-13, -99, "c"), (13, -99, "c"), (14.4, -88), (16, -72, "c"), (-16, -72, "c"), (-14.4, -88)])
    lower = smooth(
        [(-16, -28, "c"), (16, -28, "c"), (14.4, -12), (12.6, -2), (8, 0), (0, 0.6), (-8, 0), (-12.6, -2), (-14.4, -12)]
    )
    for part in (upper, lower):
        with p.lit(p.puffed(part, depth=5, roundness=0.8), LEATHER, within=part) as canvas:
            canvas.drawPath(part, ink(leather))
    stitches(p, curve((-11.6, -97), (-12.6, -86), (-13.4, -75)), lighter(leather, 0.35), 0.42)
    stitches(p, curve((11.6, -97), (12.6, -86), (13.4, -75)), lighter(leather, 0.35), 0.42)
    stitches(
        p,
        curve((-13.4, -25), (-12.4, -12), (-10, -3.4), (0, -1.8), (10, -3.4), (12.4, -12), (13.4, -25)),
        lighter(leather, 0.35),
        0.42,
    )
    for y in (-17, -12, -7):
        p.canvas.drawPath(oval(0, y, 0.9, 1.2), ink(darker(leather, 0.75)))
    for x in (-14, 14):
        for y in (-75, -31.6):
            lug = box(x - 2.6, y, 5.2, 7, 1.6)
            with p.lit(p.puffed(lug, depth=1.6), METAL) as canvas:
                canvas.drawPath(lug, ink(_STEEL))


def _dial(p: Sitter) -> None:
    face, tone = p.color, contrast(p.color)
    side = 1 if p.light.dx >= 0 else -1
    stops = [(0, lighter(face, 0.22)), (0.55, face), (1, darker(face, 0.28))]
    p.canvas.drawCircle(0, _CY, _R - 3, ink(shader=radial((side * 8, _CY - 9), 32, stops)))
    for index in range(60 if not p.is_small else 12):
        hour = p.is_small or index % 5 == 0
        p.canvas.save()
        p.canvas.translate(0, _CY)
        p.canvas.rotate(index * (30 if p.is_small else 6))
        mark = box(-0.55, -20, 1.1, 4, 0.3) if hour else box(-0.14, -20, 0.28, 1.4)
        p.canvas.drawPath(mark, ink(tone, 0.95 if hour else 0.5))
        p.canvas.restore()
    wordmark(p, 0, _CY - 11.6, 17, 4.2, tone, weight="medium", tracking=0.06)
    small = 0 if p.is_small else 5.2
    if small:
        p.canvas.drawCircle(0, _CY + 9.4, small, ink(darker(face, 0.3) if luminance(face) < 0.5 else darker(face, 0.1)))
        p.canvas.drawCircle(0, _CY + 9.4, small, ink(tone, 0.4, stroke=0.25))
        p.canvas.drawLine(0, _CY + 9.4, 2.6, _CY + 6.6, ink(tone, stroke=0.4))
    for degrees, long, wide in ((-58, 11, 1.5), (52, 16.5, 1.1)):
        _hand(p, degrees, long, wide, tone)
    angle = math.radians(205)
    p.canvas.drawLine(
        -4 * math.sin(angle),
        _CY + 4 * math.cos(angle),
        18 * math.sin(angle),
        _CY - 18 * math.cos(angle),
        ink(mix(p.accent, "#e0553c", 0.5), stroke=0.4),
    )
    p.canvas.drawCircle(0, _CY, 1.2, ink(tone))


def _hand(p: Sitter, degrees: float, long: float, wide: float, tone: str) -> None:
    p.canvas.save()
    p.canvas.translate(0, _CY)
    p.canvas.rotate(degrees)
    hand = polygon(
        (-wide * 0.4, 3), (wide * 0.4, 3), (wide * 0.62, -long * 0.8), (0, -long), (-wide * 0.62, -long * 0.8)
    )
    p.canvas.drawPath(box(-wide * 0.4 + 0.5, -long + 0.8, wide, long, 0.3), ink("#000000", 0.3, blur=0.5))
    p.canvas.drawPath(
        hand,
        ink(
            shader=linear(
                (-wide, 0),
                (wide, 0),
                [(0, tone), (0.5, tone), (0.5, mix(tone, "#8a8a90", 0.35)), (1, mix(tone, "#8a8a90", 0.35))],
            )
        ),
    )
    p.canvas.restore()


SHAPE = shape(_paint, aspect=0.56, real_height_cm=11, focus=0.5)
