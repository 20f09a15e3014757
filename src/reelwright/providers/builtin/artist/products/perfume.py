"""A flacon: thick glass around a glowing liquid, a metal collar, a lacquered cap."""

from reelwright.providers.builtin.artist.brush import (
    box,
    clipped,
    darker,
    ink,
    lighter,
    linear,
    mix,
    oval,
    radial,
    smooth,
)
from reelwright.providers.builtin.artist.products.finish import GLASS, LACQUER, METAL, SATIN
from reelwright.providers.builtin.artist.products.marks import wordmark
from reelwright.providers.builtin.artist.products.sitter import Sitter, readable, shape

_GLASS = smooth(
    [
        (-20, -64),
        (-24, -61.5),
        (-26.4, -54),
        (-27.6, -40),
        (-27.4, -14),
        (-25, -3),
        (-18, -0.4),
        (0, 0.6),
        (18, -0.4),
        (25, -3),
        (27.4, -14),
        (27.6, -40),
        (26.4, -54),
        (24, -61.5),
        (20, -64),
        (0, -65),
    ],
)
_LIQUID = smooth(
    [
        (-21.6, -47, "c"),
        (21.6, -47, "c"),
        (22.6, -36),
        (22.2, -13),
        (19.5, -7.4),
        (0, -6),
        (-19.5, -7.4),
        (-22.2, -13),
        (-22.6, -36),
    ]
)
_CAP = smooth(
    [
        (-13, -98.5),
        (-14, -96),
        (-14.2, -72),
        (-13, -70),
        (0, -69),
        (13, -70),
        (14.2, -72),
        (14, -96),
        (13, -98.5),
        (0, -99.6),
    ]
)


def _paint(p: Sitter) -> None:
    _glass(p)
    _liquid(p)
    _front(p)
    _plate(p)
    _collar(p)
    _cap(p)


def _glass(p: Sitter) -> None:
    core = darker(p.color, 0.82)
    edge = mix(lighter(p.color, 0.7), p.light.key, 0.4)
    cool = mix(edge, "#9fb0ff", 0.6)
    near, far = (edge, cool) if p.light.dx >= 0 else (cool, edge)
    body = [
        (0, far, 0.8),
        (0.045, darker(p.color, 0.5), 0.9),
        (0.14, core, 0.93),
        (0.5, core, 0.88),
        (0.86, core, 0.93),
        (0.955, darker(p.color, 0.4), 0.9),
        (1, near, 0.85),
    ]
    p.canvas.drawPath(_GLASS, ink(shader=linear((-27.6, 0), (27.6, 0), body)))
    with clipped(p.canvas, _GLASS):
        p.canvas.drawPath(oval(0, -1.5, 25, 4.5), ink(lighter(p.color, 0.4), 0.5, blur=1.8))


def _liquid(p: Sitter) -> None:
    side = 1 if p.light.dx >= 0 else -1
    warm = mix(lighter(p.color, 0.55), p.light.key, 0.35)
    stops = [(0, warm), (0.32, lighter(p.color, 0.12)), (0.68, darker(p.color, 0.3)), (1, darker(p.color, 0.66))]
    p.canvas.drawPath(_LIQUID, ink(shader=radial((side * 12, -26), 46, stops)))
    with clipped(p.canvas, _LIQUID):
        p.canvas.drawPath(
            smooth([(side * 16, -46), (side * 20, -30), (side * 19, -12), (side * 13, -8), (side * 16.5, -26)]),
            ink(warm, 0.7, blur=1.6),
        )
        p.canvas.drawPath(
            smooth([(-side * 18, -45), (-side * 20.5, -28), (-side * 18.5, -11), (-side * 16, -26)]),
            ink("#aab6ff", 0.35, blur=1.3),
        )
        p.canvas.drawPath(oval(0, -7, 17, 2.4), ink(warm, 0.4, blur=1.4))
        dice = p.dice("bubbles")
        for _ in range(0 if p.is_small else 7):
            x, y, r = dice.uniform(-18, 18), dice.uniform(-42, -12), dice.uniform(0.25, 0.6)
            p.canvas.drawCircle(x, y, r, ink("#fff2d8", 0.55))
    p.canvas.drawPath(oval(0, -47, 21.6, 2.0), ink(mix(warm, "#ffffff", 0.2), 0.85))
    p.canvas.drawPath(oval(0, -46.6, 20.6, 1.5), ink(darker(p.color, 0.35), 0.8))
    p.canvas.drawPath(box(-0.5, -62, 1.0, 53, 0.5), ink(lighter(p.color, 0.5), 0.22))


def _front(p: Sitter) -> None:
    p.shine(_GLASS, p.puffed(_GLASS, depth=6.5), GLASS, 0.9)
    p.canvas.drawPath(
        _GLASS,
        ink(
            shader=linear(
                (-27, 0),
                (27, 0),
                [(0, "#b9c4ff", 0.8), (0.5, "#ffffff", 0.16), (1, p.light.key, 0.95)]
                if p.light.dx >= 0
                else [(0, p.light.key, 0.95), (0.5, "#ffffff", 0.16), (1, "#b9c4ff", 0.8)],
            ),
            stroke=0.5,
        ),
    )
    with clipped(p.canvas, _GLASS):
        sheen = smooth([(-14, -66, "c"), (-4, -66, "c"), (-13, 2, "c"), (-22, 2, "c")])
        p.canvas.drawPath(sheen, ink("#ffffff", 0.07, blur=0.8))


def _plate(p: Sitter) -> None:
    """Pale paper with dark letters, so that the name is read from afar and in the dark."""
    plate = box(-19.5, -39, 39, 25, 0.8)
    ground = mix("#f6ead2", p.color, 0.12)
    letters = readable(darker(p.color, 0.85), ground)
    with p.lit(p.facing(plate, bevel=0.8), SATIN) as canvas:
        canvas.drawPath(plate, ink(ground))
        canvas.drawPath(box(-18.3, -37.8, 36.6, 22.6, 0.4), ink(mix(p.accent, "#c9a24f", 0.5), 0.9, stroke=0.5))
        wordmark(p, 0, -26.5, 33, 13, letters, weight="bold", tracking=0.06, capitals=True)
        if not p.is_small:
            canvas.drawCircle(0, -35, 0.9, ink(letters, stroke=0.3))
            canvas.drawPath(box(-6, -17.6, 12, 0.4), ink(letters, 0.8))


def _collar(p: Sitter) -> None:
    collar = smooth([(-10, -70, "c"), (10, -70, "c"), (10, -64.6, "c"), (0, -63.6), (-10, -64.6, "c")])
    with p.lit(p.turned(collar, soften=0.3), METAL) as canvas:
        canvas.drawPath(collar, ink(lighter(p.accent, 0.3)))
        for y in (-68.4, -66.8):
            canvas.drawPath(box(-10, y, 20, 0.3), ink("#1a1010", 0.55))


def _cap(p: Sitter) -> None:
    tone = darker(p.accent, 0.72)
    with p.lit(p.turned(_CAP, soften=1.0), LACQUER) as canvas:
        canvas.drawPath(_CAP, ink(tone))
        canvas.drawPath(box(-14, -72.6, 28, 1.1), ink(lighter(p.accent, 0.3)))
    p.canvas.drawPath(
        oval(0, -98, 12.6, 1.5),
        ink(shader=linear((-13, 0), (13, 0), [(0, mix(tone, "#8d99d8", 0.4)), (1, mix(tone, p.light.key, 0.6))])),
    )


SHAPE = shape(_paint, aspect=0.56, real_height_cm=12, focus=0.26)
