"""Things that lie about and weigh on somebody: papers, laundry, toys, dishes. In centimetres, the foot at y = 0."""

from collections.abc import Callable
from random import Random
from typing import Any

from reelwright.providers.builtin.artist.brush import (
    Light,
    box,
    curve,
    darker,
    ink,
    lighter,
    mix,
    oval,
    polygon,
    smooth,
)
from reelwright.providers.builtin.artist.pieces.furniture import block

_PAPER = ("#f4efe4", "#ebe4d5", "#f7f3ea", "#e3dccb")
_CLOTHES = ("#5f7fa0", "#c9745a", "#e8dfd0", "#8a6f9a", "#d9a85a", "#6f8f78")


def _shadow(canvas: Any, half: float) -> None:
    canvas.drawPath(oval(0, 0, half, half * 0.1), ink("#0a0712", 0.45, blur=2.2))


def _papers(canvas: Any, light: Light, dice: Random) -> None:
    """An untidy pile, sheets sliding off it, the topmost written on."""
    _shadow(canvas, 27)
    y = 0.0
    for index in range(17):
        x, tone = dice.uniform(-3.4, 3.4) * (0.5 + index / 17), _PAPER[index % len(_PAPER)]
        sheet = polygon((x - 15, y), (x + 15, y), (x + 14.4, y - 0.95), (x - 14.4, y - 0.95))
        canvas.drawPath(sheet, ink(mix(darker(tone, 0.12), light.key, 0.1)))
        canvas.drawLine(x - 15, y, x + 15, y, ink("#6f675c", 0.5, stroke=0.25))
        y -= 0.95
    for dx, lean, tall in ((-9, -14, 6.2), (7, 11, 5.4), (-1, 4, 7.0)):
        canvas.save()
        canvas.translate(dx, y + 1)
        canvas.rotate(lean)
        sheet = polygon((-11, 0), (11, 0), (8.6, -tall), (-8.6, -tall))
        block(canvas, sheet, dice.choice(_PAPER), light)
        for row in range(4):
            end = 7 - 3 * dice.random() - row * 0.5
            at = -1.2 - row * tall * 0.2
            canvas.drawLine(-7 + row * 0.5, at, end, at, ink("#4a4658", 0.6, stroke=0.4))
        canvas.restore()
    for side in (-1, 1):
        loose = polygon((side * 13, 0.4), (side * 31, 0.2), (side * 28, -3.4), (side * 14, -2.8))
        block(canvas, loose, _PAPER[0], light)
        canvas.drawLine(side * 17, -1.4, side * 26, -1.4, ink("#b5483c", 0.7, stroke=0.5))


def _letter(canvas: Any, light: Light, dice: Random) -> None:
    """An opened envelope with its sheet standing out of it, stamped in red."""
    del dice
    _shadow(canvas, 14)
    sheet = polygon((-8.5, -3), (8.5, -3), (8, -15), (-8, -15))
    block(canvas, sheet, "#f7f3ea", light)
    for row in range(4):
        canvas.drawLine(-6, -13 + row * 1.9, 5 - row, -13 + row * 1.9, ink("#4a4658", 0.6, stroke=0.4))
    canvas.drawPath(box(1.6, -7.2, 5, 2.4, 0.4), ink("#b5362c", 0.85))
    block(canvas, polygon((-11, 0), (11, 0), (10.4, -7), (0, -2.6), (-10.4, -7)), "#dfd3bb", light)


def _laundry(canvas: Any, light: Light, dice: Random) -> None:
    """A heap of clothes with a sleeve hanging out of it."""
    _shadow(canvas, 32)
    tones = list(_CLOTHES)
    dice.shuffle(tones)
    heaps = (
        [(-30, 0), (-29, -10), (-18, -17), (-3, -14), (3, 0)],
        [(0, 0), (2, -12), (14, -17), (27, -11), (31, 0)],
        [(-22, -6), (-16, -22), (-2, -27), (12, -22), (20, -8)],
        [(-13, -20), (-7, -32), (6, -34), (14, -24), (4, -19)],
        [(-27, -2), (-20, -13), (-9, -10), (-3, 0)],
    )
    for index, points in enumerate(heaps):
        block(canvas, smooth(list(points)), tones[index], light, 0.8)
        (x0, y0), (x1, y1) = points[1], points[-2]
        for share in (0.3, 0.62):
            x = x0 + (x1 - x0) * share
            fold = curve((x, y0 + 1), (x + 2, (y0 + y1) / 2 + 4), (x - 1, min(-1.0, y1 + 10)))
            canvas.drawPath(fold, ink(darker(tones[index], 0.45), 0.5, stroke=0.8, blur=0.4))
    sleeve = smooth([(10, -25), (19, -21), (30, -8), (33, 1), (27, 2), (22, -9), (12, -17)])
    block(canvas, sleeve, tones[5], light, 0.8)


def _toys(canvas: Any, light: Light, dice: Random) -> None:
    """A bear, a ball and building blocks."""
    _shadow(canvas, 26)
    for x, y, tone in ((-23, 0, "#d9574f"), (-14, 0, "#e3b04a"), (-19, -8.5, "#4f86a8"), (19, 0, "#6fa06a")):
        canvas.save()
        canvas.rotate(dice.uniform(-7, 7), x, y)
        block(canvas, box(x - 4.2, y - 8.4, 8.4, 8.4, 1.0), tone, light, 0.8)
        canvas.drawPath(box(x - 2.4, y - 6.6, 4.8, 4.8, 0.6), ink(lighter(tone, 0.35), 0.8))
        canvas.restore()
    fur = "#b5804f"
    for at, rx, ry in (((0, -8.5), 7.6, 8.8), ((-6, -1.6), 4, 3), ((6, -1.6), 4, 3), ((0, -20), 6.8, 6.2)):
        block(canvas, oval(*at, rx, ry), fur, light, 0.8)
    for x in (-5.4, 5.4):
        block(canvas, oval(x, -25, 2.5, 2.5), fur, light)
    canvas.drawPath(oval(0, -18, 3, 2.4), ink("#e8cda6"))
    for x in (-2.4, 2.4):
        canvas.drawCircle(x, -21, 0.8, ink("#1c1412"))
    canvas.drawCircle(0, -19, 0.8, ink("#3a2416"))
    block(canvas, oval(12, -5, 5, 5), "#e8e2d6", light, 0.9)
    canvas.drawPath(curve((7.6, -6), (12, -3.6), (16.4, -6)), ink("#c9453c", stroke=1.6))


def _dishes(canvas: Any, light: Light, dice: Random) -> None:
    """Used plates in a stack, a bowl on it, a glass beside it."""
    del dice
    _shadow(canvas, 20)
    for index in range(5):
        y = -index * 1.9
        half = 13 - (index % 2) * 1.2
        plate = smooth([(-half, y - 2.4), (half, y - 2.4), (half * 0.6, y), (-half * 0.6, y)])
        block(canvas, plate, ("#f1ece2", "#dfe5e8")[index % 2], light, 0.8)
    bowl = smooth([(-8.5, -17, "c"), (8.5, -17, "c"), (5, -9.6), (-5, -9.6)])
    block(canvas, bowl, "#c9745a", light, 0.9)
    canvas.drawPath(oval(0, -17, 8.5, 1.3), ink("#5a3324", 0.9))
    canvas.drawLine(3, -17, 11, -24, ink("#c9cdd3", stroke=0.9))
    glass = polygon((17, -11), (25, -11), (24, 0), (18, 0))
    canvas.drawPath(glass, ink("#e8f1f5", 0.55))
    canvas.drawPath(oval(21, -11, 4, 0.8), ink("#ffffff", 0.7, stroke=0.5))


def _bags(canvas: Any, light: Light, dice: Random) -> None:
    """Two full shopping bags."""
    _shadow(canvas, 30)
    for x, tall, tone in ((-12, 38, "#c9a06a"), (14, 33, dice.choice(("#8a9a7b", "#b5745a")))):
        handle = curve((x - 6, -tall), (x - 4, -tall - 9), (x + 4, -tall - 9), (x + 6, -tall))
        canvas.drawPath(handle, ink(darker(tone, 0.4), stroke=1.4))
        block(canvas, polygon((x - 13, 0), (x + 13, 0), (x + 12, -tall), (x - 12, -tall)), tone, light)
        canvas.drawLine(x + 3, -tall, x + 4, 0, ink(darker(tone, 0.4), 0.5, stroke=0.6))


def _boxes(canvas: Any, light: Light, dice: Random) -> None:
    """Two cartons, one on the other, askew."""
    _shadow(canvas, 30)
    for wide, low, tall, turn in ((27, 0, 26, 0.0), (22, -26, 20, dice.uniform(-4, 4))):
        canvas.save()
        canvas.rotate(turn, 0, low)
        block(canvas, box(-wide, low - tall, 2 * wide, tall, 1), "#b98f5f", light)
        canvas.drawPath(box(-4, low - tall, 8, tall, 0), ink("#e3cfa2", 0.6))
        canvas.restore()


def _trainers(canvas: Any, light: Light, dice: Random) -> None:
    """A pair that nobody has worn for some time."""
    del dice
    _shadow(canvas, 24)
    for x, y in ((-9, -1.5), (6, 0)):
        upper = smooth(
            [(x - 13, y - 2), (x - 13, y - 9), (x - 8, y - 10), (x, y - 8), (x + 10, y - 5), (x + 15, y - 2)]
        )
        block(canvas, upper, "#5f8fa8", light, 0.8)
        block(canvas, box(x - 14, y - 3, 30, 3, 1.4), "#f1ece2", light)
        for step in range(3):
            canvas.drawLine(x - 4 + step * 4, y - 8 + step, x - 1 + step * 4, y - 6 + step, ink("#ffffff", stroke=0.8))


def _laptop(canvas: Any, light: Light, dice: Random) -> None:
    """The back of an open laptop: its reader faces it."""
    del dice
    _shadow(canvas, 20)
    block(canvas, polygon((-17, -1), (17, -1), (16, -22), (-16, -22)), "#8f959e", light, 0.9)
    block(canvas, polygon((-19, 0), (19, 0), (18, -1.6), (-18, -1.6)), "#6d737c", light)
    canvas.drawCircle(0, -12, 1.6, ink("#dfe4ea", 0.8))


def _tissues(canvas: Any, light: Light, dice: Random) -> None:
    """A box of tissues and what was used of it."""
    _shadow(canvas, 16)
    block(canvas, box(-11, -8, 22, 8, 1), "#8aa0b8", light)
    block(canvas, smooth([(-4, -7.6), (-5, -14), (0, -12), (4, -15), (4, -7.6)]), "#fbf9f4", light)
    for x in (15, 20, -17):
        block(canvas, oval(x, -2, 3 + dice.random(), 2.2), "#f7f4ee", light)


BELONGINGS: dict[str, tuple[Callable[[Any, Light, Random], None], float]] = {
    "laundry": (_laundry, 32), "papers": (_papers, 28), "toys": (_toys, 27), "dishes": (_dishes, 25),
    "letter": (_letter, 12), "laptop": (_laptop, 19), "bags": (_bags, 28), "boxes": (_boxes, 29),
    "trainers": (_trainers, 22), "tissues": (_tissues, 20),
}  # fmt: skip
"""By the slug of a prop: who draws it, and half its width."""


def draw_belonging(canvas: Any, slug: str, light: Light, dice: Random) -> None:
    """Draws one of ``BELONGINGS`` on a canvas in centimetres, standing at the origin."""
    BELONGINGS[slug][0](canvas, light, dice)
