"""Jackets, coats and cardigans: what is worn open, or buttoned, over something else."""

from collections.abc import Callable
from typing import Any

from reelwright.providers.builtin.artist.brush import clipped, curve, darker, ink, lighter, mix, smooth
from reelwright.providers.builtin.artist.people.clothes import cut_of, leaning, widen
from reelwright.providers.builtin.artist.people.figure import Figure
from reelwright.providers.builtin.artist.people.modelling import Blades, soft_spot
from reelwright.providers.builtin.artist.people.outline import taper
from reelwright.providers.builtin.artist.people.tailoring import (
    belt,
    button,
    collar,
    dark_of,
    front_line,
    knit,
    laid,
    lapels,
    pocket,
    seam,
)

_STITCH = "#d9a45c"


def _coat(figure: Figure, path: Any) -> None:
    lapels(figure, lighter(figure.look.garment, 0.08), 9)
    body = figure.body
    with clipped(figure.canvas, path):
        low = cut_of(figure).neckline + body.shoulder_y
        line = curve(*front_line(figure, low, body.y(500)))
        figure.canvas.drawPath(line, ink(dark_of(figure.look.garment), 0.55, stroke=1.4, blur=0.6))
        for k in range(3):
            tone = mix(figure.look.accent, dark_of(figure.look.garment), 0.35)
            button(figure, 9, low + 16 + k * 54 * body.stature, 4.0, tone)
        _slant_pockets(figure, 300)


def _slant_pockets(figure: Figure, y: float) -> None:
    body, tone = figure.body, figure.look.garment
    for side in (-1, 1):
        x = widen(figure, side * body.hip * 0.64)
        welt = taper([(x + side * 6, body.y(y - 16), 2.0), (x - side * 5, body.y(y + 24), 2.0)])
        figure.canvas.drawPath(welt, ink(mix(tone, dark_of(tone), 0.3)))
        slit = ink(dark_of(tone), 0.6, stroke=1.2)
        figure.canvas.drawLine(x + side * 8, body.y(y - 15), x - side * 3, body.y(y + 25), slit)


def _trench(figure: Figure, path: Any) -> None:
    """Double-breasted, belted, with straps on the shoulders and a flap over the chest."""
    body, tone = figure.body, figure.look.garment
    tall = body.shoulder_y
    with clipped(figure.canvas, path):
        low = cut_of(figure).neckline + tall
        seam(figure, [(-10, low - 10), (-13, body.y(300)), (-14, body.y(500))], tone)
        flap = smooth([
            leaning(figure, p, 0) for p in (
                (body.neck * 1.4, tall - 10, "c"), (body.shoulder * 0.95, tall + 8, "c"),
                (body.shoulder * 0.8, tall + 62),
                (body.shoulder * 0.3, tall + 78), (body.neck * 0.6, tall + 40, "c"),
            )
        ])  # fmt: skip
        laid(figure, flap, tone)
        belt(figure, body.y(250), mix(tone, dark_of(tone), 0.16), 14, buckle=mix("#5a3b28", tone, 0.2))
        for y in (low + 12, low + 52, body.y(292)):
            for side in (-1, 1):
                button(figure, side * 15, y, 3.4, mix("#4a2f20", tone, 0.15))
        for side in (-1, 1):
            ends = (
                (widen(figure, side * body.neck * 1.8), tall - 14, 5),
                (widen(figure, side * body.shoulder * 0.88), tall + 5, 6),
            )
            laid(figure, taper(list(ends)), tone, rim_width=0.9)
            button(figure, widen(figure, side * body.neck * 2.1), tall - 11, 1.8, "#4a2f20")
        _slant_pockets(figure, 316)
    lapels(figure, lighter(tone, 0.07), 11)


def _parka(figure: Figure, path: Any) -> None:
    """Quilted, zipped, with fur round the hood."""
    body, canvas, tone = figure.body, figure.canvas, figure.look.garment
    tall, half = body.shoulder_y, body.neck
    with clipped(canvas, path):
        for k in range(8):
            y = body.y(118 + k * 38)
            quilt = curve((-body.shoulder * 1.2, y - 4), (0, y + 6), (body.shoulder * 1.2, y - 4))
            canvas.drawPath(quilt, ink(dark_of(tone), 0.5, stroke=1.3, blur=0.5))
            soft_spot(
                canvas,
                (figure.light.dx * body.shoulder * 0.3, y - 16),
                body.shoulder * 0.9,
                12,
                lighter(tone, 0.5),
                0.24,
            )
        zipper = curve(*front_line(figure, tall + 16, body.y(420)))
        canvas.drawPath(zipper, ink(darker(tone, 0.6), stroke=2.6))
        canvas.drawPath(zipper, ink("#b9b4aa", 0.8, stroke=0.9))
        _slant_pockets(figure, 300)
    fur = mix(figure.look.accent, "#d8c3a0", 0.6)
    dice = figure.dice("hood")
    for side in (-1, 1):
        roll = taper(
            [
                (side * half * 1.5, tall - 42, 8),
                (side * half * 2.0, tall - 18, 10),
                (side * half * 1.2, tall + 8, 10),
                (0, tall + 20, 7),
            ]
        )
        laid(figure, roll, fur)
        with clipped(canvas, roll):
            dark, pale = Blades(), Blades()
            for k in range(90 if figure.is_fine else 20):
                x, y = side * dice.uniform(0, half * 2.5), dice.uniform(tall - 50, tall + 26)
                tip = (x + dice.uniform(-3, 3), y + dice.uniform(2, 6))
                (dark if k % 2 else pale).add((x, y), (x, y + 2), tip, 0.5)
            dark.draw(canvas, ink(dark_of(fur), 0.5))
            pale.draw(canvas, ink(lighter(fur, 0.5), 0.6))


def _lab_coat(figure: Figure, path: Any) -> None:
    body, canvas, tone = figure.body, figure.canvas, figure.look.garment
    lapels(figure, lighter(tone, 0.1), 4)
    with clipped(canvas, path):
        low = cut_of(figure).neckline + body.shoulder_y
        seam(figure, front_line(figure, low, body.y(490)), tone)
        for k in range(4):
            button(figure, 5, low + 14 + k * 40 * body.stature, 2.6, mix(tone, "#8a8f98", 0.5))
        pocket(figure, body.shoulder * 0.48, body.y(146), 32, 36, tone)
        at = widen(figure, body.shoulder * 0.48)
        canvas.drawLine(at - 6, body.y(132), at - 6, body.y(152), ink("#2f5fa8", stroke=2.6))
        canvas.drawLine(at, body.y(135), at, body.y(152), ink(figure.look.accent, stroke=2.6))
        for side in (-1, 1):
            pocket(figure, side * body.hip * 0.6, body.y(300), 44, 48, tone)


def _jacket(figure: Figure, path: Any) -> None:
    """Zipped half way, with a soft collar and ribs at the hem."""
    body, canvas, tone = figure.body, figure.canvas, figure.look.garment
    tall = body.shoulder_y
    with clipped(canvas, path):
        low = cut_of(figure).neckline + tall
        line = curve(*front_line(figure, low - 4, body.y(350)))
        canvas.drawPath(line, ink(darker(tone, 0.6), stroke=3.0))
        canvas.drawPath(line, ink("#c4c0b8", 0.9, stroke=1.1))
        canvas.drawPath(curve((0, low + 2), (0.6, low + 10)), ink("#d8d4cc", stroke=2.2))
        _slant_pockets(figure, 286)
        hem = body.y(334)
        canvas.drawPath(curve((-130, hem), (0, hem + 4), (130, hem)), ink(dark_of(tone), 0.5, stroke=1.6))
    collar(figure, mix(tone, dark_of(tone), 0.1), 20, 1.15)


def _denim(figure: Figure, path: Any) -> None:
    """A denim jacket: yoke, pockets with flaps, metal buttons and bright stitches."""
    body, canvas, tone = figure.body, figure.canvas, figure.look.garment
    tall = body.shoulder_y
    with clipped(canvas, path):
        low = cut_of(figure).neckline + tall
        yoke = [(widen(figure, body.shoulder * x), body.y(128 + 6 * abs(x))) for x in (-1.0, -0.5, 0.0, 0.5, 1.0)]
        seam(figure, yoke, tone, stitched=_STITCH)
        for side in (-1, 1):
            points = [
                (side * body.shoulder * 0.22, body.y(134)),
                (side * body.waist * 0.3, body.y(230)),
                (side * body.waist * 0.22, body.y(336)),
            ]
            seam(figure, [(widen(figure, x), y) for x, y in points], tone, stitched=_STITCH)
            pocket(figure, side * body.shoulder * 0.46, body.y(136), 34, 34, tone, flap=True)
        seam(figure, front_line(figure, low, body.y(338)), tone, stitched=_STITCH)
        for k in range(4):
            button(figure, 4.5, low + 12 + k * (body.y(330) - low - 20) / 3, 2.8, "#c9b79a")
        seam(figure, [(-120, body.y(320)), (0, body.y(324)), (120, body.y(320))], tone, stitched=_STITCH)
    collar(figure, mix(tone, lighter(tone, 0.3), 0.25), 30, 1.1)


def _leather(figure: Figure, path: Any) -> None:
    """A biker's jacket: a slanted zip, broad lapels and hard shine."""
    body, canvas, tone = figure.body, figure.canvas, figure.look.garment
    tall = body.shoulder_y
    with clipped(canvas, path):
        shine = lighter(tone, 0.6)
        for side in (-1, 1):
            x = widen(figure, side * body.shoulder * 0.55)
            soft_spot(canvas, (x, tall + 30), 8, 40, shine, 0.3 * figure.light.power, degrees=side * 22)
            soft_spot(
                canvas, (widen(figure, side * body.waist * 0.6), body.y(250)), 5, 34, shine, 0.3 * figure.light.power
            )
        low = cut_of(figure).neckline + tall
        slant = curve((-2, low), (8, body.y(240)), (18, body.y(340)))
        canvas.drawPath(slant, ink(darker(tone, 0.6), stroke=3.2))
        canvas.drawPath(slant, ink("#d0ccc4", 0.95, stroke=1.3))
        for x in (-0.55, 0.62):
            at = widen(figure, body.waist * x)
            canvas.drawPath(curve((at - 10, body.y(262)), (at + 8, body.y(284))), ink("#c4c0b8", 0.9, stroke=1.4))
        belt(figure, body.y(332), darker(tone, 0.2), 12, buckle="#c8c4bc")
    lapels(figure, mix(tone, lighter(tone, 0.4), 0.2), 10)


def _cardigan(figure: Figure, path: Any) -> None:
    body, canvas, tone = figure.body, figure.canvas, figure.look.garment
    tall, half = body.shoulder_y, body.neck
    low = cut_of(figure).neckline + tall
    with clipped(canvas, path):
        knit(figure)
        for side in (-1, 1):
            spine = [
                (side * half * 1.3, tall - 30, 5),
                (side * half * 0.9, tall + 20, 6),
                (side * 3, low + 6, 6),
                (side * 4, body.y(362), 6),
            ]
            joints = [(widen(figure, x), y, w) for x, y, w in spine]
            laid(figure, taper(joints, steps=4, round_end=False, round_start=False), mix(tone, dark_of(tone), 0.1))
        for k in range(4):
            button(figure, 4, low + 20 + k * 36 * body.stature, 3.0, mix(figure.look.accent, "#3a2a20", 0.3))


OUTERWEAR: dict[str, Callable[[Figure, Any], None]] = {
    "coat": _coat,
    "trench coat": _trench,
    "parka": _parka,
    "lab coat": _lab_coat,
    "jacket": _jacket,
    "denim": _denim,
    "leather jacket": _leather,
    "cardigan": _cardigan,
}
"""By slug."""
