"""A layer cake on a stand, one slice taken: cream, berries, the name iced on its side."""

from reelwright.providers.builtin.artist.brush import curve, darker, ink, lighter, mix, oval, smooth
from reelwright.providers.builtin.artist.products.finish import GLAZED, MATTE, SATIN, with_gloss
from reelwright.providers.builtin.artist.products.forms import band, mirrored
from reelwright.providers.builtin.artist.products.marks import wordmark
from reelwright.providers.builtin.artist.products.sitter import Sitter, readable, shape

_SIDE = mirrored([(0, -76), (50, -76, "c"), (50, -32), (49, -27), (0, -21)])
_STAND = mirrored(
    [(0, -27), (66, -27), (68, -24), (60, -21), (16, -17), (9, -10), (14, -4), (30, -1), (30, 0.4), (0, 1.6)]
)


def _paint(p: Sitter) -> None:
    with p.lit(p.turned(_STAND, soften=3), GLAZED) as canvas:
        canvas.drawPath(_STAND, ink(mix("#f3ede2", p.accent, 0.15)))
    icing = mix("#fbf1e2", p.color, 0.35)
    with p.lit(p.turned(_SIDE, soften=3), with_gloss(SATIN, 0.15)) as canvas:
        canvas.drawPath(_SIDE, ink(icing))
        wordmark(p, 0, -46, 66, 17, readable(p.accent, icing))
        for y in (-31, -69):
            canvas.drawPath(band(50.5, y, y + 1.1, 3.0), ink(p.accent, 0.75))
    top = oval(0, -76, 50, 11)
    p.canvas.drawPath(top, ink(mix(lighter(icing, 0.45), p.light.key, 0.15)))
    drip = smooth(
        [
            (-50, -76),
            (-46, -62),
            (-40, -70),
            (-32, -57),
            (-25, -67),
            (-14, -60),
            (-6, -66),
            (5, -55),
            (14, -66),
            (24, -59),
            (32, -68),
            (40, -60),
            (46, -70),
            (50, -76),
            (30, -68),
            (0, -65),
            (-30, -68),
        ]
    )
    glaze = mix(darker(p.accent, 0.25), "#5a2a1a", 0.4)
    with p.lit(p.puffed(drip, depth=3), GLAZED) as canvas:
        canvas.drawPath(drip, ink(glaze))
    p.canvas.drawPath(oval(0, -77, 48, 10), ink(glaze))
    side = 1 if p.light.dx >= 0 else -1
    p.canvas.drawPath(oval(side * 22, -80, 18, 2.6), ink(p.light.key, 0.4, blur=1.8))
    for x, y in ((-34, -80), (-20, -84), (-4, -80), (10, -86), (22, -80), (36, -82), (2, -90)):
        _berry(p, x, y)
    for x in (-28, 16):
        cream = smooth([(x, -99, "c"), (x + 7, -89), (x + 9, -82), (x, -79), (x - 9, -82), (x - 7, -89)])
        with p.lit(p.puffed(cream, depth=6), MATTE) as canvas:
            canvas.drawPath(cream, ink("#fffaf0"))


def _berry(p: Sitter, x: float, y: float) -> None:
    path = oval(x, y, 6.2, 6.2)
    with p.lit(p.puffed(path, depth=6), GLAZED) as canvas:
        canvas.drawPath(path, ink("#b3243a"))
    if not p.is_small:
        p.canvas.drawPath(curve((x - 2.4, y - 5.4), (x, y - 7.4), (x + 2.6, y - 5.6)), ink("#4d7a2c", stroke=1.4))


SHAPE = shape(_paint, aspect=1.36, real_height_cm=22, focus=0.62)
