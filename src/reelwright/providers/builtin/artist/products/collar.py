"""A pet's collar lying in a ring: buckle, stitching, a bone-shaped tag with the name."""

from reelwright.providers.builtin.artist.brush import box, curve, darker, ink, minus, oval, union
from reelwright.providers.builtin.artist.products.finish import LEATHER, METAL
from reelwright.providers.builtin.artist.products.forms import stitches
from reelwright.providers.builtin.artist.products.marks import wordmark
from reelwright.providers.builtin.artist.products.sitter import Sitter, shape


def _paint(p: Sitter) -> None:
    back = minus(oval(0, -72, 82, 26), oval(0, -66, 74, 22))
    with p.lit(p.puffed(back, depth=4), LEATHER) as canvas:
        canvas.drawPath(back, ink(darker(p.color, 0.4)))
    front = minus(union(oval(0, -66, 84, 34), oval(0, -72, 82, 26)), oval(0, -76, 78, 25))
    with p.lit(p.puffed(front, depth=9), LEATHER) as canvas:
        canvas.drawPath(front, ink(p.color))
    stitches(p, curve((-80, -62), (-50, -42), (0, -35), (50, -42), (80, -62)), p.color, 0.6)
    buckle = minus(box(40, -62, 28, 26, 4), box(46, -56, 16, 14, 2))
    p.canvas.save()
    p.canvas.rotate(-18, 54, -49)
    with p.lit(p.puffed(buckle, depth=3), METAL) as canvas:
        canvas.drawPath(buckle, ink("#d9c27a"))
    p.canvas.restore()
    ring = minus(oval(-12, -33, 8, 8), oval(-12, -33, 5, 5))
    with p.lit(p.puffed(ring, depth=2), METAL) as canvas:
        canvas.drawPath(ring, ink("#cfd3d9"))
    bone = box(-46, -24, 68, 18, 6)
    for x in (-46, 22):
        for y in (-22, -8):
            bone = union(bone, oval(x, y, 9.6, 8))
    with p.lit(p.puffed(bone, depth=5), METAL) as canvas:
        canvas.drawPath(bone, ink(p.accent))
        wordmark(p, -12, -15, 56, 14, darker(p.accent, 0.75), weight="bold")


SHAPE = shape(_paint, aspect=1.7, real_height_cm=14, focus=0.25)
