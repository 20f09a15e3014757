"""A pet's collar standing in a ring: buckle, stitching, a bone-shaped tag with the name lying before it."""

from reelwright.providers.builtin.artist.brush import box, curve, darker, ink, minus, mix, oval, union
from reelwright.providers.builtin.artist.products.finish import LEATHER, METAL, SATIN
from reelwright.providers.builtin.artist.products.forms import stitches
from reelwright.providers.builtin.artist.products.marks import wordmark
from reelwright.providers.builtin.artist.products.sitter import Sitter, readable, shape


def _paint(p: Sitter) -> None:
    back = minus(oval(0, -65, 82, 33), oval(0, -58, 74, 27))
    with p.lit(p.puffed(back, depth=4), LEATHER) as canvas:
        canvas.drawPath(back, ink(darker(p.color, 0.4)))
    front = minus(union(oval(0, -46, 84, 38), oval(0, -60, 82, 33)), oval(0, -66, 78, 31))
    with p.lit(p.puffed(front, depth=9), LEATHER) as canvas:
        canvas.drawPath(front, ink(p.color))
    stitches(p, curve((-80, -50), (-52, -26), (0, -16), (52, -26), (80, -50)), p.color, 0.6)
    buckle = minus(box(40, -48, 30, 30, 4), box(46.5, -41.5, 17, 17, 2))
    p.canvas.save()
    p.canvas.rotate(-24, 54, -34)
    with p.lit(p.puffed(buckle, depth=3), METAL) as canvas:
        canvas.drawPath(buckle, ink("#d9c27a"))
    p.canvas.restore()
    _tag(p)


def _tag(p: Sitter) -> None:
    """Pale metal whatever the colours are: a name is engraved to be read."""
    bone = box(-52, -25, 80, 20, 7)
    for x in (-52, 28):
        for y in (-22.5, -8):
            bone = union(bone, oval(x, y, 10.4, 8.4))
    p.canvas.drawPath(bone, ink("#0d0a16", 0.4, blur=3))
    metal = mix(p.accent, "#f3e6c4", 0.72)
    with p.lit(p.puffed(bone, depth=3, roundness=0.6), SATIN) as canvas:
        canvas.drawPath(bone, ink(metal))
        canvas.drawPath(bone, ink(darker(metal, 0.45), 0.7, stroke=1.2))
        wordmark(p, -12, -15, 66, 16, readable(darker(p.accent, 0.8), darker(metal, 0.2)), weight="bold")
    ring = minus(oval(-12, -27, 7, 7), oval(-12, -27, 4.4, 4.4))
    with p.lit(p.puffed(ring, depth=2), METAL) as canvas:
        canvas.drawPath(ring, ink("#cfd3d9"))


SHAPE = shape(_paint, aspect=1.7, real_height_cm=14, focus=0.25)
