"""A phone with the product's app on its glowing screen."""

from reelwright.providers.builtin.artist.brush import (
    SCREEN,
    box,
    clipped,
    darker,
    ink,
    lighter,
    linear,
    mix,
    radial,
    smooth,
)
from reelwright.providers.builtin.artist.products.app_screens import SCREENS, UNTITLED
from reelwright.providers.builtin.artist.products.finish import BRUSHED, GLASS
from reelwright.providers.builtin.artist.products.screens import ground_of, icon, line, title, vivid
from reelwright.providers.builtin.artist.products.sitter import Sitter, shape

_BODY = box(-24, -100, 48, 100, 8)
_GLASS = box(-22.8, -98.8, 45.6, 97.6, 7)
_SCREEN = box(-21.6, -97.6, 43.2, 95.2, 6)


def _paint(p: Sitter) -> None:
    metal = mix(darker(p.color, 0.35), "#8f949c", 0.55)
    for x, y, tall in ((24, -74, 10), (-25, -78, 6), (-25, -69, 6)):
        p.canvas.drawPath(box(x, y, 1, tall, 0.5), ink(metal))
    with p.lit(p.puffed(_BODY, depth=2.4), BRUSHED) as canvas:
        canvas.drawPath(_BODY, ink(metal))
    p.canvas.drawPath(_GLASS, ink("#08080c"))
    with clipped(p.canvas, _SCREEN):
        _app(p)
    p.shine(_GLASS, p.puffed(_GLASS, depth=1.8, roundness=0.6), GLASS, 0.4)
    _sheen(p)
    p.canvas.drawPath(box(-5.4, -96, 10.8, 3, 1.5), ink("#050508"))


def _app(p: Sitter) -> None:
    ground, _, text = ground_of(p)
    first, second = vivid(p)
    canvas = p.canvas
    canvas.drawPath(_SCREEN, ink(shader=linear((0, -98), (0, -2), [(0, lighter(ground, 0.1)), (1, ground)])))
    canvas.drawPath(_SCREEN, ink(shader=radial((0, -70), 44, [(0, first, 0.3), (1, first, 0)]), blend=SCREEN))
    kind = p.look.screen if p.look.screen in SCREENS else ""
    if kind not in UNTITLED:
        title(p, -17.6, -83, 5.6, 27)
        line(canvas, -17.6, -80.2, 14, 1.2, text, 0.4)
        canvas.drawCircle(15.4, -84.6, 2.9, ink(second))
        icon(canvas, len(p.look.label), 15.4, -84.6, 1.6, ground)
    SCREENS[kind](p)


def _sheen(p: Sitter) -> None:
    """A reflection that runs across the glass, from the side of the light."""
    side = 1 if p.light.dx >= 0 else -1
    with clipped(p.canvas, _GLASS):
        band = smooth(
            [
                (side * 2, -104, "c"),
                (side * 30, -104, "c"),
                (side * 30, -60, "c"),
                (-side * 16, 4, "c"),
                (-side * 30, 4, "c"),
            ]
        )
        fade = linear(
            (side * 24, -100), (-side * 10, -10), [(0, "#ffffff", 0.17), (0.55, "#ffffff", 0.05), (1, "#ffffff", 0.02)]
        )
        p.canvas.drawPath(band, ink(shader=fade))


SHAPE = shape(_paint, aspect=0.5, real_height_cm=15, focus=0.62, stands=False)
