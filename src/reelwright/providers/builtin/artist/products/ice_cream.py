"""Two scoops of ice cream in a waffle cone."""

from reelwright.media.canvas import skia
from reelwright.providers.builtin.artist.brush import box, curve, darker, ink, lighter, mix, oval, smooth, transformed
from reelwright.providers.builtin.artist.products.finish import MATTE, SATIN
from reelwright.providers.builtin.artist.products.sitter import Sitter, shape

_CONE = smooth([(-19, -48, "c"), (0, -43), (19, -48, "c"), (3, -3), (0, 0), (-3, -3)])
_WAFER = "#d59a52"


def _paint(p: Sitter) -> None:
    with p.lit(p.turned(_CONE, soften=2), MATTE, within=_CONE) as canvas:
        canvas.drawPath(_CONE, ink(_WAFER))
        for step in range(-9, 10):
            for lean in (-1, 1):
                x = step * 5.6
                canvas.drawLine(x + lean * 14, -50, x - lean * 14, 0, ink(darker(_WAFER, 0.45), 0.6, stroke=0.9))
                canvas.drawLine(
                    x + lean * 14 + 0.9, -50, x - lean * 14 + 0.9, 0, ink(lighter(_WAFER, 0.4), 0.5, stroke=0.5)
                )
        canvas.drawPath(oval(0, -46, 21, 6), ink("#2a1408", 0.4, blur=3))
    _scoop(p, 0, -58, 22.5, p.color, "lower")
    _scoop(p, 1, -80, 19, p.accent, "upper")
    _sprinkles(p)


def _scoop(p: Sitter, cx: float, cy: float, r: float, color: str, name: str) -> None:
    dice = p.dice(name)
    skirt = [
        (cx - r * 1.08 + r * 2.16 * i / 8, cy + r * (0.5 + 0.22 * dice.random() + (0.16 if 1 < i < 7 else 0)))
        for i in range(9)
    ]
    path = smooth(
        [
            (cx - r * 0.98, cy + r * 0.25),
            (cx - r * 0.96, cy - r * 0.3),
            (cx - r * 0.6, cy - r * 0.82),
            (cx, cy - r),
            (cx + r * 0.6, cy - r * 0.82),
            (cx + r * 0.96, cy - r * 0.3),
            (cx + r * 0.98, cy + r * 0.25),
            *reversed(skirt),
        ]
    )
    with p.lit(p.puffed(path, depth=r * 0.85), SATIN, within=path) as canvas:
        canvas.drawPath(path, ink(color))
        for _ in range(0 if p.is_small else 26):
            x, y = cx + dice.gauss(0, r * 0.5), cy + dice.gauss(0, r * 0.5)
            wide = dice.uniform(1.5, 5)
            tone = darker(color, 0.4) if dice.random() < 0.5 else lighter(color, 0.5)
            canvas.drawPath(
                curve((x, y), (x + wide * 0.5, y - 0.9), (x + wide, y + 0.2)), ink(tone, 0.3, stroke=0.9, blur=0.4)
            )
        canvas.drawPath(
            curve(*[(x, y - r * 0.2) for x, y in skirt]), ink(darker(color, 0.5), 0.35, stroke=1.4, blur=0.8)
        )


def _sprinkles(p: Sitter) -> None:
    dice = p.dice("sprinkles")
    colors = (p.color, lighter(p.color, 0.5), "#e85d75", "#f4d35e", "#ffffff")
    for _ in range(0 if p.is_small else 22):
        x, y = 1 + dice.gauss(0, 8), -88 + dice.gauss(0, 5)
        turn = skia.Matrix.Translate(x, y).preConcat(skia.Matrix.RotateDeg(dice.uniform(0, 180)))
        p.canvas.drawPath(transformed(box(-1.4, -0.4, 2.8, 0.8, 0.4), turn), ink(dice.choice(colors)))
    wafer = transformed(box(-2.4, -20, 4.8, 22, 1), skia.Matrix.Translate(11, -83).preConcat(skia.Matrix.RotateDeg(28)))
    if not p.is_small:
        with p.lit(p.puffed(wafer, depth=1.2), MATTE) as canvas:
            canvas.drawPath(wafer, ink(mix(_WAFER, "#8a5424", 0.3)))


SHAPE = shape(_paint, aspect=0.5, real_height_cm=19, focus=0.72)
