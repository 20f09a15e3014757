"""Garments from behind: yokes, seams, hoods, straps and belts."""

from typing import Any

from reelwright.providers.builtin.artist.brush import clipped, curve, ink, lighter, mix, oval, smooth
from reelwright.providers.builtin.artist.people.clothes import cloth_color, cut_of, widen
from reelwright.providers.builtin.artist.people.figure import Figure
from reelwright.providers.builtin.artist.people.outline import taper
from reelwright.providers.builtin.artist.people.tailoring import back_collar, belt, dark_of, knit, laid, seam

_COLLARED = (
    "shirt",
    "blouse",
    "suit",
    "coat",
    "trench coat",
    "lab coat",
    "uniform",
    "jacket",
    "denim",
    "leather jacket",
)
_KNITTED = ("sweater", "turtleneck", "cardigan")
_BELTED = ("trench coat", "robe", "dress", "kimono", "chapan")


def draw_back(figure: Figure, path: Any, slug: str) -> None:
    """The back of a garment, over its folds."""
    body, tone = figure.body, cloth_color(figure)
    with clipped(figure.canvas, path):
        if slug in _KNITTED:
            knit(figure)
        if slug in ("shirt", "denim", "uniform", "sportswear"):
            yoke = [(widen(figure, body.shoulder * x), body.y(124 + 5 * abs(x))) for x in (-1.0, -0.5, 0.0, 0.5, 1.0)]
            stitch = "#d9a45c" if slug == "denim" else figure.look.accent if slug == "sportswear" else None
            seam(figure, yoke, tone, stitched=stitch)
        if slug in ("suit", "coat", "trench coat", "lab coat", "jacket", "leather jacket"):
            hem = body.y(cut_of(figure).hem)
            seam(figure, [(0, body.shoulder_y - 6), (0, body.y(240)), (0, hem)], tone)
        if slug in ("apron", "overalls"):
            _straps(figure)
        if slug in _BELTED:
            belt(
                figure, body.y(244), figure.look.accent if slug != "trench coat" else mix(tone, dark_of(tone), 0.2), 14
            )
        if slug == "kimono":
            bow = smooth(
                [
                    (-30, body.y(216), "c"),
                    (30, body.y(216), "c"),
                    (34, body.y(262)),
                    (0, body.y(270)),
                    (-34, body.y(262)),
                ]
            )
            laid(figure, bow, lighter(figure.look.accent, 0.12))
    if slug in ("hoodie", "parka"):
        _hood(figure)
    else:
        height = 13.0 if slug in _COLLARED else 9.0 if slug in _KNITTED else 4.0
        back_collar(figure, lighter(tone, 0.08), height)
    if "scarf" in figure.person.accessories:
        back_collar(figure, figure.look.accent, 26.0)


def _straps(figure: Figure) -> None:
    body = figure.body
    for side in (-1, 1):
        strap = taper([
            (widen(figure, side * body.neck * 1.7), body.shoulder_y - 22, 5), (0, body.y(190), 5),
            (widen(figure, -side * body.waist * 0.6), body.y(246), 5),
        ])  # fmt: skip
        laid(figure, strap, figure.look.garment)
    belt(figure, body.y(246), figure.look.garment, 9)
    for side in (-1, 1):
        loop = smooth(
            [(0, body.y(248), "c"), (side * 14, body.y(240)), (side * 20, body.y(252)), (side * 8, body.y(256))]
        )
        laid(figure, loop, figure.look.garment, rim_width=1.0)


def _hood(figure: Figure) -> None:
    """A hood that lies on the back."""
    body, tone = figure.body, figure.look.garment
    tall, half = body.shoulder_y, body.neck
    hood = smooth([
        (-half * 1.7, tall - 34, "c"), (0, tall - 26), (half * 1.7, tall - 34, "c"), (half * 2.1, tall),
        (half * 1.3, tall + 44),
        (0, tall + 62), (-half * 1.3, tall + 44), (-half * 2.1, tall),
    ])  # fmt: skip
    laid(figure, hood, lighter(tone, 0.05), rim_width=2.0)
    with clipped(figure.canvas, hood):
        opening = oval(0, tall - 30, half * 1.6, 17)
        figure.canvas.drawPath(opening, ink(dark_of(tone), 0.7, blur=2))
        figure.canvas.drawPath(
            curve((0, tall - 12), (2, tall + 30), (0, tall + 62)), ink(dark_of(tone), 0.4, stroke=1.2)
        )
