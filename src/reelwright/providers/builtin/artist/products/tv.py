"""A television on its feet, its screen lit with the product's name over a drawn landscape."""

from reelwright.providers.builtin.artist.brush import box, clipped, curve, ink, linear, mix, oval, smooth
from reelwright.providers.builtin.artist.products.finish import PLASTIC
from reelwright.providers.builtin.artist.products.marks import wordmark
from reelwright.providers.builtin.artist.products.sitter import Sitter, readable, shape

_SCREEN = box(-80, -97, 160, 86, 1.6)


def _paint(p: Sitter) -> None:
    for side in (-1, 1):
        p.canvas.drawPath(curve((side * 46, -10), (side * 56, 0)), ink("#33353c", stroke=3))
    sky = mix(p.color, "#1a1440", 0.55), mix(p.accent, "#ffb070", 0.4)
    frame = box(-82.4, -99.6, 164.8, 91, 3)
    with p.lit(p.puffed(frame, depth=2.4), PLASTIC) as canvas:
        canvas.drawPath(frame, ink("#1b1c22"))
    with clipped(p.canvas, _SCREEN):
        dusk = [(0, sky[0]), (0.6, sky[1]), (1, "#ffdca0")]
        p.canvas.drawPath(_SCREEN, ink(shader=linear((0, -97), (0, -11), dusk)))
        p.canvas.drawPath(oval(30, -40, 13, 13), ink("#fff3d0", 0.95))
        for base, tone in ((-34, 0.35), (-24, 0.65)):
            hills = smooth(
                [
                    (-84, base),
                    (-50, base - 14),
                    (-16, base + 2),
                    (22, base - 12),
                    (60, base + 1),
                    (84, base - 8),
                    (84, 0),
                    (-84, 0),
                ]
            )
            p.canvas.drawPath(hills, ink(mix(p.color, "#0f0c24", tone)))
        p.canvas.drawPath(smooth([(-80, -97), (-20, -97), (-52, -11), (-80, -11)]), ink("#ffffff", 0.07))
    wordmark(p, -26, -72, 90, 22, readable("#ffffff", mix(sky[0], sky[1], 0.45)), weight="bold")


SHAPE = shape(_paint, aspect=1.65, real_height_cm=74, focus=0.58)
