"""A cloth-bound book, standing a little open to the side: cover, spine, page edges."""

from reelwright.providers.builtin.artist.brush import box, darker, ink, lighter, mix, polygon
from reelwright.providers.builtin.artist.products.finish import CLOTH, PAPER, SATIN
from reelwright.providers.builtin.artist.products.forms import plane
from reelwright.providers.builtin.artist.products.marks import emblem, small_print, wordmark
from reelwright.providers.builtin.artist.products.sitter import Sitter, shape

_COVER = polygon((-22, -98), (35, -95.5), (35, -2.6), (-22, 0))
_SPINE = polygon((-35, -95), (-22, -98), (-22, 0), (-35, -2.4))


def _paint(p: Sitter) -> None:
    pages = polygon((-33, -95.6), (-21, -99.4), (34, -96.4), (24, -92.6))
    with p.lit(p.facing(pages, 0, -0.7, bevel=0.4), PAPER, within=pages) as canvas:
        canvas.drawPath(pages, ink("#f1e8d6"))
    with p.lit(p.facing(_SPINE, -0.75, 0, bevel=1.6), SATIN, within=_SPINE) as canvas:
        canvas.drawPath(_SPINE, ink(mix(p.color, p.accent, 0.06)))
        with plane(canvas, (-35, -95), (13, -3), (0, 92)):
            for y in (0.07, 0.1, 0.87, 0.9):
                canvas.drawPath(box(0, y, 1, 0.008), ink(p.ink))
        _spine_name(p)
    with p.lit(p.facing(_COVER, 0.22, -0.05, bevel=1.3), CLOTH, within=_COVER) as canvas:
        canvas.drawPath(_COVER, ink(p.color))
        with plane(canvas, (-22, -98), (1, 2.5 / 57), (0, 98 / 98)):
            _cover(p)
    p.canvas.drawPath(
        polygon((-21.6, -98), (-20.2, -98), (-20.2, -0.2), (-21.6, 0)),
        ink(mix(lighter(p.color, 0.6), p.light.key, 0.3), 0.35),
    )
    p.canvas.drawPath(
        polygon((-17.4, -97.6), (-16.2, -97.5), (-16.2, -0.5), (-17.4, -0.4)), ink(darker(p.color, 0.7), 0.35, blur=0.3)
    )


def _spine_name(p: Sitter) -> None:
    p.canvas.save()
    p.canvas.translate(-28.5, -49)
    p.canvas.rotate(-90)
    wordmark(p, 0, 0, 52, 7.5, p.ink, weight="medium")
    p.canvas.restore()


def _cover(p: Sitter) -> None:
    """In the plane of the cover, 57 wide and 96 high."""
    canvas, tone = p.canvas, p.ink
    if not p.is_small:
        _weave(p)
    canvas.drawPath(box(10.5, 6, 42, 84, 1), ink(tone, 0.85, stroke=0.7))
    if not p.is_small:
        canvas.drawPath(box(12.2, 7.7, 38.6, 80.6, 0.6), ink(tone, 0.5, stroke=0.3))
    wordmark(p, 31.5, 33, 34, 28, tone, weight="bold")
    canvas.drawPath(box(24, 51.5, 15, 0.6), ink(tone, 0.8))
    emblem(canvas, 31.5, 66, 6.5, tone, 0.9)
    small_print(p, 31.5, 80.5, 16, tone, lines=1)


def _weave(p: Sitter) -> None:
    """The threads of book cloth."""
    dark, pale = ink(darker(p.color, 0.5), 0.1, stroke=0.18), ink(lighter(p.color, 0.5), 0.1, stroke=0.18)
    for step in range(70):
        p.canvas.drawLine(0, step * 1.4, 57, step * 1.4, dark)
        if step < 60:
            p.canvas.drawLine(step * 0.95, 0, step * 0.95, 98, pale)


SHAPE = shape(_paint, aspect=0.72, real_height_cm=22, focus=0.62)
