"""A table lamp that burns: fabric shade, metal stem, round foot with the name on its plate."""

from reelwright.providers.builtin.artist.brush import box, darker, glow, ink, lighter, linear, mix, oval, smooth
from reelwright.providers.builtin.artist.products.finish import BRUSHED, CLOTH, LACQUER
from reelwright.providers.builtin.artist.products.forms import mirrored
from reelwright.providers.builtin.artist.products.marks import wordmark
from reelwright.providers.builtin.artist.products.sitter import Sitter, contrast, shape

_SHADE = smooth([(-20, -98, "c"), (0, -95), (20, -98, "c"), (36, -54, "c"), (0, -47.6), (-36, -54, "c")])
_FOOT = mirrored([(0, -12.6), (16, -11.4), (22, -9), (23.4, -5), (22, -1.4), (0, 1.2)])


def _paint(p: Sitter) -> None:
    metal = lighter(mix(p.accent, "#d0a45f", 0.4), 0.1)
    stem = mirrored(
        [(0, -60), (1.7, -60), (1.8, -40), (4.6, -34), (5.4, -29), (4.4, -24), (1.9, -20), (1.9, -10), (0, -9)]
    )
    with p.lit(p.turned(stem, soften=0.6), BRUSHED) as canvas:
        canvas.drawPath(stem, ink(metal))
    with p.lit(p.turned(_FOOT), LACQUER, within=_FOOT) as canvas:
        canvas.drawPath(_FOOT, ink(p.accent))
    plate = box(-10, -7.6, 20, 5.2, 0.8)
    p.canvas.drawPath(plate, ink(lighter(metal, 0.3)))
    wordmark(p, 0, -5, 17.6, 3.8, contrast(lighter(metal, 0.3)), weight="medium", tracking=0.06)
    p.canvas.drawPath(
        oval(0, -50.6, 32, 4.4),
        ink(shader=linear((-32, 0), (32, 0), [(0, "#c98d3e"), (0.5, "#fff0c4"), (1, "#c98d3e")])),
    )
    with p.lit(p.turned(_SHADE, soften=1), CLOTH, within=_SHADE) as canvas:
        canvas.drawPath(_SHADE, ink(p.color))
        for step in range(0 if p.is_small else 26):
            x = -1 + 2 * step / 25
            canvas.drawLine(x * 20, -99, x * 36, -48, ink(darker(p.color, 0.5), 0.16, stroke=0.35))
    warm = mix("#ffdf9a", p.color, 0.25)
    p.canvas.save()
    p.canvas.clipPath(_SHADE, doAntiAlias=True)
    glow(p.canvas, 0, -64, 34, warm, 0.85)
    p.canvas.restore()
    p.canvas.drawPath(oval(0, -97.8, 19.6, 2.5), ink("#fff3cf"))
    p.canvas.drawPath(oval(0, -97.8, 19.8, 2.7), ink(darker(p.color, 0.3), 0.8, stroke=0.6))
    glow(p.canvas, 0, -64, 36, "#ffce82", 0.22)


SHAPE = shape(_paint, aspect=0.74, real_height_cm=48, focus=0.7)
