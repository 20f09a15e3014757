"""A photo camera from the front: body with grip, lens with coated glass, the name over the mount."""

from reelwright.providers.builtin.artist.brush import box, curve, darker, ink, lighter, mix, oval, radial, smooth
from reelwright.providers.builtin.artist.products.finish import BRUSHED, GLASS, LEATHER, METAL, PLASTIC
from reelwright.providers.builtin.artist.products.marks import wordmark
from reelwright.providers.builtin.artist.products.sitter import Sitter, shape

_BODY = smooth(
    [(-70, -70, "c"), (70, -70, "c"), (73, -62), (73, -8), (68, -1), (0, 0), (-68, -1), (-73, -8), (-73, -62)]
)
_TOP = smooth([(-70, -66), (-68, -78), (-30, -79), (-22, -96), (22, -96), (30, -79), (68, -78), (70, -66)])


def _paint(p: Sitter) -> None:
    for x, wide in ((-50, 16), (50, 20)):
        dial = box(x - wide / 2, -86, wide, 10, 2)
        with p.lit(p.puffed(dial, depth=3), METAL) as canvas:
            canvas.drawPath(dial, ink("#8d929a"))
    with p.lit(p.puffed(_TOP, depth=7), BRUSHED) as canvas:
        canvas.drawPath(_TOP, ink(p.accent))
        # Brushed metal takes any tone: the name stands on a plate that keeps its own.
        canvas.drawPath(box(-22, -91, 44, 14, 2), ink("#17141c"))
    with p.lit(p.puffed(_BODY, depth=8), LEATHER) as canvas:
        canvas.drawPath(_BODY, ink(p.color))
        dice = p.dice("grain")
        for _ in range(0 if p.is_small else 300):
            canvas.drawCircle(dice.uniform(-72, 72), dice.uniform(-66, -3), 0.5, ink(darker(p.color, 0.4), 0.5))
    grip = smooth([(-73, -64), (-52, -64), (-49, -34), (-52, -3), (-70, -2), (-74, -10)])
    with p.lit(p.puffed(grip, depth=9), LEATHER) as canvas:
        canvas.drawPath(grip, ink(darker(p.color, 0.12)))
    wordmark(p, 0, -84, 36, 10, "#fbf6ec", weight="bold")
    for radius, tone, finish in ((36, "#2c2e35", PLASTIC), (31, "#5a5e66", METAL), (27, "#1c1d22", PLASTIC)):
        ring = oval(10, -36, radius, radius)
        with p.lit(p.puffed(ring, depth=7), finish) as canvas:
            canvas.drawPath(ring, ink(mix(tone, p.color, 0.06)))
    coat = radial((4, -42), 24, [(0, "#8fb6ff"), (0.35, "#3a3f8c"), (0.7, "#15162c"), (1, "#08080f")])
    p.canvas.drawPath(oval(10, -36, 20, 20), ink(shader=coat))
    p.shine(oval(10, -36, 20, 20), p.puffed(oval(10, -36, 20, 20), depth=9), GLASS, 0.8)
    p.canvas.drawPath(oval(3, -44, 4.4, 3), ink("#ffffff", 0.7, blur=0.8))
    p.canvas.drawPath(oval(52, -56, 3, 3), ink("#e8503a"))
    p.canvas.drawPath(curve((-66, -70), (0, -71), (66, -70)), ink(lighter(p.accent, 0.5), 0.6, stroke=0.8))


SHAPE = shape(_paint, aspect=1.5, real_height_cm=9, focus=0.42)
