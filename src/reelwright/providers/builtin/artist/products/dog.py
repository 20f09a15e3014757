"""A dog that looks for a home: sitting, with a named tag on its collar."""

from typing import Any

from reelwright.providers.builtin.artist.brush import darker, ink, minus, mix, oval, smooth
from reelwright.providers.builtin.artist.contract import ProductShape
from reelwright.providers.builtin.artist.pieces import cat as cats
from reelwright.providers.builtin.artist.pieces import dog as dogs
from reelwright.providers.builtin.artist.products.finish import LEATHER, METAL, SATIN
from reelwright.providers.builtin.artist.products.marks import wordmark
from reelwright.providers.builtin.artist.products.sitter import Sitter, readable, shape

_CAT_COAT = ("#c98a4e", "#f3e3c8")


def _dog(p: Sitter) -> None:
    p.canvas.save()
    p.canvas.translate(2, 0)
    dogs.draw_tail(p.canvas, p.light)
    dogs.draw_dog(p.canvas, p.light)
    _collar(
        p,
        smooth([(-6.4, -61, "c"), (7, -55.6), (19.6, -58.4, "c"), (20.4, -53.6, "c"), (8, -50.4), (-7.6, -56, "c")]),
        (9, -43),
    )
    p.canvas.restore()


def _cat(p: Sitter) -> None:
    p.canvas.save()
    p.canvas.translate(6, 0)
    cats.draw_tail(p.canvas, p.light, _CAT_COAT)
    cats.draw_cat(p.canvas, p.light, _CAT_COAT)
    _collar(
        p,
        smooth([(-5, -61, "c"), (8, -57), (19.6, -60, "c"), (20.4, -55.4, "c"), (8, -52), (-6.4, -56, "c")]),
        (9, -44),
    )
    p.canvas.restore()


def _collar(p: Sitter, band: Any, tag: tuple[float, float]) -> None:
    """The band round the neck, and its tag, pale whatever the colours are: a name is there to be read."""
    with p.lit(p.puffed(band, depth=0.9), LEATHER) as canvas:
        canvas.drawPath(band, ink(p.color))
    p.canvas.drawPath(band, ink(darker(p.color, 0.4), 0.6, stroke=0.4))
    x, y = tag
    ring = minus(oval(x, y - 6.4, 2.4, 2.6), oval(x, y - 6.4, 1.5, 1.7))
    plate = oval(x, y, 12.5, 6.4)
    p.canvas.drawPath(oval(x + 0.7, y + 1, 12.5, 6.4), ink("#0d0a16", 0.4, blur=1))
    metal = mix(p.accent, "#f3e6c4", 0.72)
    with p.lit(p.puffed(plate, depth=1.2, roundness=0.6), SATIN) as canvas:
        canvas.drawPath(plate, ink(metal))
        canvas.drawPath(plate, ink(darker(metal, 0.45), 0.7, stroke=0.5))
        wordmark(p, x, y, 21, 8, readable(darker(p.accent, 0.8), darker(metal, 0.2)), weight="bold")
    with p.lit(p.puffed(ring, depth=0.8), METAL) as canvas:
        canvas.drawPath(ring, ink("#cfd3d9"))


SHAPE: ProductShape = shape(_dog, aspect=0.96, real_height_cm=58, focus=0.64, is_alive=True)
CAT: ProductShape = shape(_cat, aspect=1.05, real_height_cm=50, focus=0.62, is_alive=True)
