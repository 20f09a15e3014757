"""Parts that garments share: folds, collars, lapels, plackets, bands at the neck, belts, pockets and knits."""

from typing import Any

from reelwright.media.canvas import skia
from reelwright.providers.builtin.artist.brush import (
    PathPoint,
    Point,
    clipped,
    curve,
    darker,
    ink,
    lighter,
    luminance,
    mix,
    moved,
    smooth,
)
from reelwright.providers.builtin.artist.people.clothes import cut_of, leaning, slug_of, widen
from reelwright.providers.builtin.artist.people.figure import Figure
from reelwright.providers.builtin.artist.people.modelling import Hairs, cloth, soft_spot
from reelwright.providers.builtin.artist.people.outline import taper

_STIFF = {"suit": 0.6, "leather jacket": 0.8, "uniform": 0.7, "coat": 0.7, "trench coat": 0.8, "parka": 0.9}


def dark_of(color: str) -> str:
    """Folds and seams of a cloth: deeper and richer, never grey."""
    return mix(darker(color, 0.5), color, 0.12)


def folds(figure: Figure, tone: str | None = None) -> None:
    """Soft creases from the armpits, at the waist and over the hem, and the form of the chest; call it clipped."""
    color = tone or figure.look.garment
    body, dice = figure.body, figure.dice("folds")
    _form(figure, color)
    dark, light = skia.Path(), skia.Path()
    tall, stiff = body.shoulder_y, _STIFF.get(slug_of(figure.person.garment), 1.0)
    for side in (-1, 1):
        x = widen(figure, side * body.shoulder * 0.88)
        for k in range(3):
            start = (x - side * dice.uniform(0, 5), tall + 46 + k * 17)
            end = (x * dice.uniform(0.34, 0.58), tall + dice.uniform(62, 84) + k * 27)
            mid = ((start[0] + end[0]) / 2 - side * 4, (start[1] + end[1]) / 2 - 6)
            fold = taper([(*start, 3.2 * stiff), (*mid, 2.4 * stiff), (*end, 0.3)])
            dark.addPath(fold)
            light.addPath(moved(fold, figure.light.dx * 3.8, -3.4))
        drag = taper([
            (widen(figure, side * body.neck * 1.5), tall - 8, 0.3),
            (widen(figure, side * body.shoulder * 0.5), tall + 16, 1.6),
            (widen(figure, side * body.shoulder * 0.74), tall + 44, 0.3),
        ])  # fmt: skip
        dark.addPath(drag)
    for k in range(5):
        y = body.y(222 + k * 19) + dice.uniform(-4, 4)
        side = 1 if k % 2 else -1
        x = widen(figure, body.waist * dice.uniform(0.66, 1.0) * side) - body.lean * (y - 60)
        fold = taper([(x, y, 2.6 * stiff), (x * 0.62, y + 7, 1.9 * stiff), (x * dice.uniform(0.05, 0.3), y + 4, 0.3)])
        dark.addPath(fold)
        light.addPath(moved(fold, figure.light.dx * 2.4, -3.6))
    strength = 0.3 if luminance(color) > 0.3 else 0.5
    figure.canvas.drawPath(dark, ink(dark_of(color), strength, blur=2.2 if figure.is_fine else 0))
    if not figure.is_fine:
        return
    strength = (0.15 + 0.16 * figure.light.power) * (1.0 if figure.is_close else 0.6)
    pale = ink(lighter(color, 0.42), strength, blur=2.0 if figure.is_close else 0)
    figure.canvas.drawPath(light, pale)


def _form(figure: Figure, color: str) -> None:
    """Chest, belly, and the shadow of the head."""
    body, canvas = figure.body, figure.canvas
    deep, pale = dark_of(color), lighter(color, 0.35)
    lit = 0.3 * figure.light.power
    soft_spot(canvas, (-figure.light.dx * 6, body.shoulder_y - 8), body.neck * 2.2, 26, deep, 0.42)
    if figure.person.seen_from == "behind":
        for side in (-1, 1):
            soft_spot(
                canvas, (widen(figure, side * body.shoulder * 0.42), body.y(150)), 22, 34, deep, 0.16, degrees=side * 14
            )
        return
    for side in (-1, 1):
        x = widen(figure, side * body.shoulder * 0.4)
        if not body.is_male and not body.is_child:
            soft_spot(canvas, (x, body.y(170)), body.shoulder * 0.4, 17, deep, 0.34)
            soft_spot(canvas, (x + figure.light.dx * 6, body.y(140)), body.shoulder * 0.34, 20, pale, lit)
        elif figure.person.build == "athletic":
            soft_spot(canvas, (x, body.y(166)), body.shoulder * 0.42, 11, deep, 0.34)
            soft_spot(canvas, (x + figure.light.dx * 6, body.y(138)), body.shoulder * 0.36, 20, pale, lit)
    if figure.person.build == "broad":
        soft_spot(canvas, (figure.light.dx * 10, body.y(250)), body.waist * 0.7, 52, pale, lit * 0.7)
        soft_spot(canvas, (0, body.y(318)), body.hip * 0.9, 20, deep, 0.34)


def cast(figure: Figure, path: Any, tone: str, alpha: float = 0.38) -> None:
    """The shadow of a collar or flap on the cloth below."""
    figure.canvas.drawPath(
        moved(path, -figure.light.dx * 1.8, 2.8), ink(dark_of(tone), alpha, blur=2.2 if figure.is_fine else 0)
    )


def laid(figure: Figure, path: Any, tone: str, *, rim_width: float = 1.6, over: str | None = None) -> None:
    """A piece of cloth on the garment, with its shadow."""
    cast(figure, path, over or figure.look.garment)
    cloth(figure.canvas, path, tone, figure.light, shade=0.28, rim=0.7, rim_width=rim_width)


def collar(figure: Figure, tone: str, deep: float, spread: float) -> None:
    """A turned-down collar with two points."""
    tall, half = figure.body.shoulder_y, figure.body.neck
    for side in (-1, 1):
        shape: list[PathPoint] = [
            (side * half * 1.04, tall - 38, "c"), (side * (half * 1.5), tall - 24),
            (side * half * 1.62 * spread, tall + deep * 0.9, "c"),
            (side * half * 0.72, tall + deep * 0.55), (side * 1.5, tall + deep, "c"), (side * half * 0.72, tall - 10),
        ]  # fmt: skip
        path = smooth([leaning(figure, p, 0) for p in shape])
        laid(figure, path, tone)
        if figure.is_fine:
            seam = smooth([leaning(figure, (p[0] * 0.97, p[1] - 1.6), 0) for p in shape[1:4]], closed=False)
            figure.canvas.drawPath(seam, ink(dark_of(tone), 0.22, stroke=0.5))


def back_collar(figure: Figure, tone: str, height: float) -> None:
    """A collar from behind: a band round the nape."""
    tall, half = figure.body.shoulder_y, figure.body.neck
    x = half * 1.28 + 2
    band = smooth([
        (-x, tall - 26, "c"), (-half * 0.8, tall - 20 - height * 0.3), (0, tall - 17 - height * 0.3),
        (half * 0.8, tall - 20 - height * 0.3), (x, tall - 26, "c"), (x + 3, tall - 24 + height, "c"),
        (0, tall - 12 + height), (-x - 3, tall - 24 + height, "c"),
    ])  # fmt: skip
    laid(figure, band, tone)


def front_line(figure: Figure, top: float, bottom: float, at: float = 0.0) -> list[Point]:
    """The middle of the front, turned with the trunk."""
    x = 3.5 * figure.turn + at
    return [(x - figure.body.lean * max(0, y - 60), y) for y in (top, (top + bottom) / 2, bottom)]


def seam(figure: Figure, points: list[Point], tone: str, *, stitched: str | None = None) -> None:
    """A seam, and beside it a row of stitches where the cloth shows them."""
    figure.canvas.drawPath(curve(*points), ink(dark_of(tone), 0.46, stroke=1.0, blur=0.3))
    if stitched and figure.is_fine:
        stitches = ink(stitched, 0.75, stroke=0.7)
        stitches.setPathEffect(skia.DashPathEffect.Make([2.2, 1.6], 0))
        figure.canvas.drawPath(curve(*[(x + 2, y) for x, y in points]), stitches)


def button(figure: Figure, x: float, y: float, radius: float, tone: str) -> None:
    """A button with its shadow and glint."""
    canvas = figure.canvas
    canvas.drawCircle(x + 0.4, y + 0.8, radius * 1.08, ink("#120a10", 0.36, blur=0.6))
    canvas.drawCircle(x, y, radius, ink(tone))
    canvas.drawCircle(x - radius * 0.25, y - radius * 0.3, radius * 0.32, ink("#ffffff", 0.5))


def placket(figure: Figure, top: float, bottom: float, tone: str, count: int = 5) -> None:
    """The strip in front with its buttons."""
    seam(figure, front_line(figure, top, bottom), figure.look.garment)
    for k in range(count):
        y = top + 14 + (bottom - top - 22) * k / (count - 1)
        x = front_line(figure, y, y)[0][0] + 4.4
        button(figure, x, y, 2.2, tone)


def ring(figure: Figure, tone: str, height: float, *, ribs: bool) -> None:
    """A round band at the neck."""
    tall, half, dip = figure.body.shoulder_y, figure.body.neck, cut_of(figure).neckline
    x = half * 1.22 + 2
    side = tall - 25
    low = tall + dip
    band = smooth([
        (-x - 1.5, side - 1, "c"), (-half * 0.95, low - 8 - dip * 0.5), (0, low + 4),
        (half * 0.95, low - 8 - dip * 0.5), (x + 1.5, side - 1, "c"),
        (x + height * 0.9, side + 4, "c"), (half * 1.15, low - 4 - dip * 0.5 + height), (0, low + 4 + height),
        (-half * 1.15, low - 4 - dip * 0.5 + height),
        (-x - height * 0.9, side + 4, "c"),
    ])  # fmt: skip
    laid(figure, band, tone, rim_width=1.3)
    if ribs and figure.is_fine:
        hairs = Hairs()
        for k in range(-11, 12):
            x0 = k * x / 11
            y0 = low + 4 - (abs(k) / 11) ** 2 * (low - side)
            hairs.add([(x0, y0 - 6), (x0 * 1.14, y0 + height + 4)], dark_of(tone), 0.3, 0.7)
        with clipped(figure.canvas, band):
            hairs.draw(figure.canvas)


def knit(figure: Figure) -> None:
    """Rows of stitches, and ribs at the hem; call it clipped."""
    if not figure.is_fine:
        return
    body, tone = figure.body, figure.look.garment
    hairs, step = Hairs(), 5.2
    dark, pale = dark_of(tone), lighter(tone, 0.4)
    count = int(body.shoulder * 2.3 / step)
    top, hem = body.shoulder_y - 20, body.y(cut_of(figure).hem)
    for k in range(count):
        x = -body.shoulder * 1.15 + k * step
        line = [(widen(figure, x) - body.lean * max(0, y - 60), y) for y in (top, (top + hem) / 2, hem)]
        hairs.add(line, dark, 0.15, 1.0)
        hairs.add([(px + 1.3, py) for px, py in line], pale, 0.1, 0.8)
    if figure.is_close:
        for row in range(int((body.y(190) - top) / 4.4)):
            y = top + row * 4.4
            for k in range(count):
                x = widen(figure, -body.shoulder * 1.15 + k * step)
                hairs.add([(x, y), (x + 2.6, y + 2.2), (x + 5.2, y)], dark, 0.13, 0.5)
    rib = body.y(cut_of(figure).hem - 16)
    hairs.add([(-140, rib), (0, rib + 3), (140, rib)], dark, 0.4, 1.2)
    hairs.draw(figure.canvas)


def lapels(figure: Figure, tone: str, broad: float) -> None:
    """Lapels down to the first button."""
    body, cut = figure.body, cut_of(figure)
    tall, half = body.shoulder_y, body.neck
    low = tall + cut.neckline
    for side in (1, -1):
        shape: list[PathPoint] = [
            (side * (half * 1.16), tall - 34, "c"), (side * half * 1.75, tall - 18),
            (side * (half * 2.3 + broad), tall + 22, "c"),
            (side * (half * 1.75 + broad * 0.7), tall + 25, "c"), (side * (half * 1.85 + broad), tall + 33, "c"),
            (side * half * 1.0, tall + cut.neckline * 0.72), (0, low + 5, "c"),
            (side * half * 0.72, tall + cut.neckline * 0.36),
        ]  # fmt: skip
        laid(figure, smooth([leaning(figure, p, 0) for p in shape]), tone)


def belt(figure: Figure, y: float, tone: str, height: float, *, buckle: str | None = None) -> None:
    """A belt or sash round the waist; call it clipped."""
    body = figure.body
    x = body.waist * 1.3
    drift = -body.lean * (y - 60)
    band = smooth([
        (drift - x, y - height / 2, "c"), (drift, y + 2 - height / 2), (drift + x, y - height / 2, "c"),
        (drift + x, y + height / 2, "c"), (drift, y + 2 + height / 2), (drift - x, y + height / 2, "c"),
    ])  # fmt: skip
    laid(figure, band, tone)
    if buckle:
        frame = skia.Path.RRect(
            skia.RRect.MakeRectXY(skia.Rect.MakeXYWH(drift - 8, y - height * 0.45, 16, height * 1.1), 2, 2)
        )
        figure.canvas.drawPath(frame, ink(buckle, stroke=2.2))


def pocket(figure: Figure, x: float, y: float, wide: float, tall: float, tone: str, *, flap: bool = False) -> None:
    """A patch pocket; its place and size in points."""
    at = widen(figure, x)
    shape = smooth([
        (at - wide / 2, y, "c"), (at + wide / 2, y, "c"), (at + wide / 2, y + tall * 0.8), (at + wide * 0.2, y + tall),
        (at - wide * 0.2, y + tall), (at - wide / 2, y + tall * 0.8),
    ])  # fmt: skip
    figure.canvas.drawPath(shape, ink(lighter(tone, 0.08), 0.5))
    figure.canvas.drawPath(shape, ink(dark_of(tone), 0.5, stroke=0.9))
    if flap:
        cover = smooth([
            (at - wide / 2 - 1, y - 2, "c"), (at + wide / 2 + 1, y - 2, "c"),
            (at + wide / 2 + 1, y + tall * 0.28), (at, y + tall * 0.42),
            (at - wide / 2 - 1, y + tall * 0.28),
        ])  # fmt: skip
        laid(figure, cover, tone, rim_width=0.9)
        button(figure, at, y + tall * 0.26, 1.6, dark_of(tone))
