"""Curly hair: one dark mass with a broken edge, and the curls in it that turn towards the light."""

import math
from typing import Any

from reelwright.media.canvas import skia
from reelwright.providers.builtin.artist.brush import Stop, ink, linear
from reelwright.providers.builtin.artist.people.figure import Figure
from reelwright.providers.builtin.artist.people.hair_cuts import is_cropped
from reelwright.providers.builtin.artist.people.head import outline
from reelwright.providers.builtin.artist.people.modelling import Hairs, across
from reelwright.providers.builtin.artist.people.outline import joined
from reelwright.providers.builtin.artist.people.strands import shades

_EARS = 1.0
"""Down to where short curls reach, in points: the ears cover their ends."""
_AROUND = ((0.9, 0.0), (-0.9, 0.0), (0.0, 0.9), (0.0, -0.9))


def draw_curls(figure: Figure, shape: Any, tone: str, what: str, *, size: float = 1.0) -> None:
    """A mass of curls over a shape.

    Args:
        figure: Whose hair.
        shape: Its outline without the curls.
        tone: Its colour.
        what: Names the dice; ``front`` keeps the curls off the face.
        size: Of a curl; 0.45 is an afro's grain.
    """
    canvas, light = figure.canvas, figure.light
    whole = _edge(figure, shape, what, size)
    canvas.drawPath(whole, ink(tone))
    near, far = across(whole, light, fitting=True)
    stops: list[Stop] = [
        (0, light.key, 0.34 * light.power), (0.4, light.key, 0.03), (0.5, light.fill, 0.06), (1, light.fill, 0.55),
    ]  # fmt: skip
    canvas.drawPath(whole, ink(shader=linear(near, far, stops)))
    _inside(figure, whole, what, tone, size)


def _edge(figure: Figure, shape: Any, what: str, size: float) -> Any:
    """The shape with round curls of many sizes along its edge."""
    dice = figure.dice(what)
    low = _EARS if what == "front" and is_cropped(figure) else None
    measure = skia.PathMeasure(shape, False)
    length = measure.getLength()
    face = outline(figure) if what == "front" else None
    rounds = skia.PathBuilder()
    step, at = 6.2 * size + 1.2, 0.0
    while at < length:
        where, _ = measure.getPosTan(at)
        radius = dice.choice((2.6, 4.2, 5.6, 7.4)) * dice.uniform(0.85, 1.15) * size
        x, y = where.x(), where.y()
        if low is not None and y > low - radius:
            # A curl that hangs beside the lobe of an ear reads as an earring.
            radius, y = min(radius, 2.6), min(y, low - 2.6)
        if face is not None and face.contains(x, y + 3):
            radius *= 0.6
            away = radius * 0.5 / (math.hypot(x, y - 5) or 1.0)
            x, y = x + x * away, y + (y - 5) * away
        rounds.addOval(skia.Rect.MakeLTRB(x - radius, y - radius * 0.9, x + radius, y + radius * 0.9))
        at += step * dice.uniform(0.75, 1.25)
    circles = rounds.detach()
    circles.setFillType(skia.PathFillType.kWinding)
    return joined(shape, circles)


def _inside(figure: Figure, whole: Any, what: str, tone: str, size: float) -> None:
    bounds, dice = whole.getBounds(), figure.dice(what + " curls")
    deep, pale, shine = shades(figure, tone)
    near, far = across(whole, figure.light, fitting=True)
    span = math.hypot(near[0] - far[0], near[1] - far[1]) or 1.0
    area = bounds.width() * bounds.height()
    count = min(1400, round(area / (18 if figure.is_close else 44 if figure.is_fine else 180) / size))
    hairs = Hairs()
    for _ in range(count):
        x, y = dice.uniform(bounds.left(), bounds.right()), dice.uniform(bounds.top(), bounds.bottom())
        radius = dice.uniform(2.0, 5.0) * size
        if not all(whole.contains(x + dx * radius, y + dy * radius) for dx, dy in _AROUND):
            continue
        lit = ((x - far[0]) * (near[0] - far[0]) + (y - far[1]) * (near[1] - far[1])) / span**2
        start, turn = dice.uniform(0, math.tau), dice.choice((-1, 1)) * dice.uniform(0.75, 1.0)
        points = [
            (x + math.cos(start + turn * k) * radius * (1 - 0.1 * k), y + math.sin(start + turn * k) * radius * 0.9)
            for k in range(6)
        ]
        dark = dice.random() > 0.25 + 0.55 * lit
        if dark:
            hairs.add(points, deep, 0.32, 0.75)
        else:
            hairs.add(points, shine if lit > 0.66 and dice.random() < 0.25 else pale, 0.26, 0.55)
    hairs.draw(figure.canvas)
