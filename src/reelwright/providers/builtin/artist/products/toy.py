"""A wooden toy train engine, its name on the boiler."""

from reelwright.providers.builtin.artist.brush import box, darker, ink, lighter, mix, oval, smooth, union
from reelwright.providers.builtin.artist.products.finish import LACQUER, SATIN, with_gloss
from reelwright.providers.builtin.artist.products.marks import wordmark
from reelwright.providers.builtin.artist.products.sitter import Sitter, readable, shape

_PAINT = with_gloss(LACQUER, 0.4)


def _paint(p: Sitter) -> None:
    wood = "#d8a868"
    chassis = box(-60, -31, 120, 12, 4)
    with p.lit(p.puffed(chassis, depth=3), SATIN) as canvas:
        canvas.drawPath(chassis, ink(wood))
        for index in range(0 if p.is_small else 5):
            canvas.drawPath(box(-58, -29 + index * 2.2, 116, 0.35), ink(darker(wood, 0.4), 0.3))
    cabin = box(-56, -84, 42, 55, 5)
    with p.lit(p.puffed(cabin, depth=4), _PAINT) as canvas:
        canvas.drawPath(cabin, ink(p.color))
        canvas.drawPath(box(-48, -75, 26, 22, 4), ink(darker(p.color, 0.72)))
        canvas.drawPath(box(-46.5, -73.5, 23, 19, 3), ink(mix("#bcd6e6", p.light.key, 0.3)))
    roof = smooth([(-63, -84), (-60, -92), (-35, -98.6), (-10, -92), (-7, -84), (-35, -85)])
    with p.lit(p.puffed(roof, depth=5), _PAINT) as canvas:
        canvas.drawPath(roof, ink(p.accent))
    funnel = union(box(22, -86, 16, 30, 2), smooth([(17, -98), (43, -98), (38, -84), (22, -84)]))
    with p.lit(p.turned(funnel, soften=1.4), _PAINT) as canvas:
        canvas.drawPath(funnel, ink(p.accent))
    dome = smooth([(-6, -62), (-6, -72), (2, -77), (10, -72), (10, -62)])
    with p.lit(p.puffed(dome, depth=5), SATIN) as canvas:
        canvas.drawPath(dome, ink("#e2b95c"))
    boiler = box(-18, -66, 76, 37, 9)
    with p.lit(p.turned(boiler, soften=1, lying=True), _PAINT, within=boiler) as canvas:
        canvas.drawPath(boiler, ink(p.color))
        for x in (-12, 46):
            canvas.drawPath(box(x, -68, 3.4, 42), ink(p.accent))
        wordmark(p, 18.5, -47, 48, 19, readable(p.accent, p.color))
    for x, r in ((-38, 19), (8, 15.5), (44, 15.5)):
        _wheel(p, x, r)


def _wheel(p: Sitter, x: float, r: float) -> None:
    tyre, hub = oval(x, -r, r, r), oval(x, -r, r * 0.7, r * 0.7)
    with p.lit(p.puffed(tyre, depth=4), SATIN) as canvas:
        canvas.drawPath(tyre, ink(darker(p.accent, 0.45)))
    with p.lit(p.puffed(hub, depth=3), SATIN) as canvas:
        canvas.drawPath(hub, ink("#e0b478"))
        canvas.drawCircle(x, -r, r * 0.5, ink(darker("#e0b478", 0.25), 0.5, stroke=0.6))
    p.canvas.drawCircle(x, -r, r * 0.2, ink(lighter(p.accent, 0.1)))


SHAPE = shape(_paint, aspect=1.26, real_height_cm=14, focus=0.48)
