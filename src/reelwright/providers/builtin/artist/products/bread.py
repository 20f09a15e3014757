"""A round loaf with its scored crust, in a paper band that carries the name."""

from reelwright.providers.builtin.artist.brush import curve, darker, ink, lighter, mix, smooth
from reelwright.providers.builtin.artist.products.finish import MATTE, PAPER, with_gloss
from reelwright.providers.builtin.artist.products.marks import wordmark
from reelwright.providers.builtin.artist.products.sitter import Sitter, readable, shape

_LOAF = smooth(
    [
        (-88, -14),
        (-90, -34),
        (-76, -66),
        (-44, -90),
        (0, -99),
        (44, -90),
        (76, -66),
        (90, -34),
        (88, -14),
        (70, -2),
        (0, 0),
        (-70, -2),
    ]
)


def _paint(p: Sitter) -> None:
    crust = "#b86f32"
    with p.lit(p.puffed(_LOAF, depth=40), with_gloss(MATTE, 0.16), within=_LOAF) as canvas:
        canvas.drawPath(_LOAF, ink(crust))
        dice = p.dice("flour")
        for _ in range(30 if p.is_small else 240):
            x, y = dice.gauss(0, 40), dice.gauss(-66, 18)
            canvas.drawCircle(x, y, dice.uniform(0.6, 3.2), ink("#fff3dc", dice.uniform(0.08, 0.3), blur=1.0))
        for x, lean in ((-40, -12), (-12, -4), (16, 4), (44, 12)):
            cut = smooth([(x - lean, -88, "c"), (x + 9, -66), (x + lean + 4, -38, "c"), (x - 5, -62)])
            canvas.drawPath(cut, ink(darker(crust, 0.55), 0.8, blur=1.4))
            canvas.drawPath(cut, ink("#e9c48a"))
            canvas.drawPath(
                curve((x - lean, -87), (x - 5, -62), (x + lean + 3, -39)), ink(lighter(crust, 0.5), 0.9, stroke=2.2)
            )
    paper = mix("#f6efe0", p.color, 0.75)
    strip = smooth(
        [(-89, -34, "c"), (-40, -27), (0, -25), (40, -27), (89, -34, "c"), (82, -5, "c"), (0, 1), (-82, -5, "c")]
    )
    with p.lit(p.puffed(strip, depth=14), PAPER) as canvas:
        canvas.drawPath(strip, ink(paper))
        tone = readable(p.accent, paper)
        canvas.drawPath(curve((-88, -31), (0, -22), (88, -31)), ink(tone, 0.8, stroke=1.0))
        wordmark(p, 0, -12, 92, 15, tone)


SHAPE = shape(_paint, aspect=1.82, real_height_cm=13, focus=0.6)
