"""Tables, chairs and what stands on them, bookcases and beds for the sick, in centimetres: up is negative."""

from random import Random
from typing import Any

from reelwright.providers.builtin.artist.brush import (
    Light,
    box,
    curve,
    darker,
    glow,
    ink,
    lighter,
    linear,
    mix,
    oval,
    polygon,
    rect,
    smooth,
)
from reelwright.providers.builtin.artist.pieces.furniture import block

_SPINES = ("#8d4f4a", "#d3a45b", "#4d5f7e", "#6b7f62", "#c9b79b", "#5a3f57", "#b4705a", "#3f5a5c", "#e0cfae")


def chair(canvas: Any, light: Light, x: float, wood: str, seat: str) -> None:
    """A chair seen from the front; ``x`` is its middle."""
    for side in (-1, 1):
        block(canvas, rect(x + side * 19 - 2, -92, x + side * 19 + 2, 0), darker(wood, 0.2), light)
    block(canvas, box(x - 20, -92, 40, 14, 4), wood, light)
    block(canvas, box(x - 18, -73, 36, 7, 3), wood, light)
    block(canvas, box(x - 22, -48, 44, 8, 3), seat, light, 0.8)


def dining_table(canvas: Any, light: Light, x: float, width: float, cloth: str, dice: Random, burns: float) -> None:
    """A table with a cloth, laid for two, with a candle; ``x`` is its middle."""
    left, right = x - width / 2, x + width / 2
    canvas.drawPath(oval(x, 0, width * 0.5, 5), ink("#0a0712", 0.45, blur=4))
    hang = smooth(
        [(left - 2, -75, "c"), (right + 2, -75, "c"), (right + 5, -22, "c"), (x + width * 0.2, -16),
         (x - width * 0.15, -22), (left - 5, -18, "c")]
    )  # fmt: skip
    block(canvas, rect(x - 4, -30, x + 4, 0), "#3a2c2c", light)
    block(canvas, hang, darker(cloth, 0.08), light)
    for share in (0.2, 0.42, 0.66, 0.85):
        fold = curve((left + width * share, -72), (left + width * share - 3, -44), (left + width * share + 2, -22))
        canvas.drawPath(fold, ink(darker(cloth, 0.5), 0.28, stroke=4, blur=2.5))
    block(canvas, oval(x, -75, width / 2 + 2, 4.5), lighter(cloth, 0.2), light)
    for side in (-1, 1):
        at = x + side * width * 0.27
        canvas.drawPath(oval(at, -76, 12, 2.4), ink("#f6f0e6"))
        canvas.drawPath(oval(at, -76.4, 8, 1.5), ink("#d9cdbd"))
        wine_glass(canvas, light, at - side * 15, -76, dice.choice(("#7a2233", "#e5cf8f", "#dfe8ea")))
    block(canvas, rect(x - 2, -90, x + 2, -76), "#f3e6cf", light)
    canvas.drawPath(oval(x, -93, 1.4, 3), ink("#ffd98a"))
    glow(canvas, x, -93, 30, "#ffc878", 0.3 + 0.35 * burns)


TABLE_CM = 75.5
"""Height of a table's top."""


def long_table(
    canvas: Any, light: Light, x: float, width: float, wood: str, dice: Random, *, bare: bool = False
) -> None:
    """A wooden table with a bowl and a cup on it, or nothing; ``x`` is its middle."""
    left, right = x - width / 2, x + width / 2
    canvas.drawPath(oval(x, 0, width * 0.52, 6), ink("#0a0712", 0.45, blur=5))
    for side in (-1, 1):
        block(
            canvas,
            rect(x + side * (width / 2 - 12) - 4, -70, x + side * (width / 2 - 12) + 4, 0),
            darker(wood, 0.25),
            light,
        )
    block(canvas, rect(left + 8, -70, right - 8, -44), darker(wood, 0.2), light, 0.4)
    block(canvas, box(left, -76, width, 7, 2), wood, light, 0.9)
    if bare:
        return
    at, tone = (
        x + dice.choice((-0.05, 0.05) if width > 150 else (-0.32, 0.32)) * width,
        dice.choice(("#58697d", "#c98f74", "#8aa09a")),
    )
    for dx, dy in ((-8, -89), (0, -91), (8, -88)):
        canvas.drawPath(oval(at + dx, dy, 6.5, 6.5), ink(dice.choice(("#e08a3c", "#c2493f", "#a5b04a"))))
    bowl = smooth([(at - 17, -87, "c"), (at + 17, -87, "c"), (at + 9, -77), (at - 9, -77)])
    block(canvas, bowl, tone, light, 0.9)
    block(canvas, box(x + (x - at) * 0.9 + 4, -86, 10, 10, 2.5), "#efe6d8", light, 0.9)


def wine_glass(canvas: Any, light: Light, x: float, y: float, wine: str) -> None:
    """A glass of wine that stands at height y."""
    canvas.drawLine(x, y, x, y - 9, ink("#e8eef0", 0.7, stroke=0.9))
    canvas.drawPath(oval(x, y, 3.4, 0.8), ink("#e8eef0", 0.7))
    bowl = smooth([(x - 3.6, y - 20, "c"), (x - 4.2, y - 14), (x, y - 8.5), (x + 4.2, y - 14), (x + 3.6, y - 20, "c")])
    canvas.drawPath(bowl, ink("#e8eef0", 0.32))
    fill = smooth([(x - 4, y - 15, "c"), (x + 4, y - 15, "c"), (x, y - 8.8)])
    canvas.drawPath(fill, ink(wine, 0.85))
    canvas.drawPath(curve((x - 2.8, y - 18), (x - 3, y - 14)), ink(mix("#ffffff", light.key, 0.4), 0.8, stroke=0.8))


def bookcase(
    canvas: Any, light: Light, x: float, width: float, height: float, wood: str, dice: Random, rows: int = 6
) -> None:
    """A case full of books, from its left edge."""
    block(canvas, box(x, -height, width, height, 1.5), darker(wood, 0.35), light)
    each = (height - 12) / rows
    for row in range(rows):
        top = -height + 6 + row * each
        canvas.drawPath(rect(x + 4, top, x + width - 4, top + each - 4), ink("#120c12", 0.6))
        at, low = x + 5, top + each - 4
        while at < x + width - 9:
            wide, tall = dice.uniform(2.6, 5.4), each * dice.uniform(0.58, 0.86)
            wide = min(wide, x + width - 5 - at)
            if dice.random() < 0.06:
                at += dice.uniform(4, 9)
                continue
            tone = dice.choice(_SPINES)
            shine = [(0.0, mix(tone, light.key, 0.3)), (0.5, tone), (1.0, darker(tone, 0.4))]
            canvas.drawPath(rect(at, low - tall, at + wide, low), ink(shader=linear((at, 0), (at + wide, 0), shine)))
            if dice.random() < 0.5:
                canvas.drawPath(
                    rect(at + 0.5, low - tall * 0.8, at + wide - 0.5, low - tall * 0.74), ink("#f0d9a8", 0.7)
                )
            at += wide + 0.25
        block(canvas, box(x + 2, low, width - 4, 4, 0.8), wood, light)
    block(canvas, box(x - 3, -height - 5, width + 6, 7, 1.5), wood, light, 0.8)


def school_desk(canvas: Any, light: Light, x: float, wood: str, dice: Random) -> None:
    """A pupil's desk with a book and a chair behind it; ``x`` is its middle."""
    block(canvas, box(x - 19, -82, 38, 22, 4), dice.choice(("#c9745a", "#5f7f9c", "#8a9a6b", "#d3a45b")), light)
    for side in (-1, 1):
        canvas.drawLine(x + side * 15, -62, x + side * 17, 0, ink("#4a4a55", stroke=2.4))
        canvas.drawLine(x + side * 34, -66, x + side * 37, 0, ink("#5a5a66", stroke=3))
    block(canvas, box(x - 38, -72, 76, 6, 1.5), wood, light, 0.9)
    block(canvas, box(x - 36, -66, 72, 9, 1), darker(wood, 0.3), light, 0.3)
    tone = dice.choice(_SPINES)
    page = polygon((x - 16, -73), (x, -75), (x + 16, -73), (x + 14, -72), (x, -73.6), (x - 14, -72))
    canvas.drawPath(page, ink("#f4ecdc"))
    block(canvas, box(x + 20, -79, 12, 6, 0.6), tone, light)


def couch_for_patients(canvas: Any, light: Light, x: float, width: float, cloth: str) -> None:
    """An examination couch with a sheet of paper on it, from its left edge."""
    canvas.drawPath(oval(x + width / 2, 0, width * 0.52, 5), ink("#0a0712", 0.35, blur=4))
    for left in (x + 14, x + width - 22):
        block(canvas, rect(left, -48, left + 6, 0), "#aeb6bd", light)
    block(canvas, box(x + 8, -40, width - 16, 6, 2), "#c3cad0", light)
    block(canvas, box(x, -68, width, 18, 6), cloth, light, 0.8)
    rest = smooth([(x + 2, -62), (x - 16, -104), (x - 2, -112), (x + 26, -70), (x + 24, -58)])
    block(canvas, rest, cloth, light, 0.8)
    canvas.drawPath(box(x + 24, -70, width - 28, 5, 2), ink("#f7f7f4"))
