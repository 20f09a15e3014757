"""What is shown on screens: the product's own app, drawn from its name; shapes instead of words that mean nothing."""

import math
from typing import Any

from reelwright.media.canvas import skia
from reelwright.providers.builtin.artist.brush import (
    box,
    curve,
    darker,
    ink,
    leaf,
    linear,
    luminance,
    mix,
)
from reelwright.providers.builtin.artist.lettering import letter
from reelwright.providers.builtin.artist.products.marks import emblem, name_of
from reelwright.providers.builtin.artist.products.sitter import Sitter, apart


def ground_of(p: Sitter) -> tuple[str, str, str]:
    """Colours of the product's app: its ground, its cards, its text."""
    if luminance(p.color) > 0.6:
        ground = mix(p.color, "#ffffff", 0.4)
        return ground, mix(ground, "#ffffff", 0.7), mix(darker(p.accent, 0.7), "#17141c", 0.4)
    # A lit screen is bright: in a dark case it is what the eye finds first.
    ground = mix("#eef1f4", p.accent, 0.1)
    return ground, mix(ground, "#ffffff", 0.75), mix(darker(p.color, 0.6), "#17141c", 0.5)


def vivid(p: Sitter) -> tuple[str, str]:
    """Two colours of the app that glow on its ground."""
    ground = ground_of(p)[0]
    return apart(p.color, ground, 0.4), apart(p.accent, ground, 0.36)


def ring(canvas: Any, cx: float, cy: float, radius: float, share: float, first: str, second: str, track: str) -> None:
    """A progress ring that is full to a share of 1."""
    width = radius * 0.24
    canvas.drawCircle(cx, cy, radius, ink(track, stroke=width))
    bounds = skia.Rect.MakeLTRB(cx - radius, cy - radius, cx + radius, cy + radius)
    builder = skia.PathBuilder()
    builder.arcTo(bounds, -90, 359.9 * share, True)
    fill = linear((cx - radius, cy + radius), (cx + radius, cy - radius), [(0, first), (1, second)])
    canvas.drawPath(builder.detach(), ink(shader=fill, stroke=width))


def chart(p: Sitter, x: float, y: float, width: float, height: float, color: str) -> None:
    """A rising curve with its area, and a dot at its end."""
    dice, count = p.dice("chart"), 7
    points = [
        (x + width * i / (count - 1), y + height * (1 - (0.12 + 0.75 * i / (count - 1)) + dice.uniform(-0.1, 0.1)))
        for i in range(count)
    ]
    area = curve(*points)
    filled = skia.PathBuilder(area)
    filled.lineTo(x + width, y + height)
    filled.lineTo(x, y + height)
    filled.close()
    fade = linear((0, y), (0, y + height), [(0, color, 0.5), (1, color, 0.02)])
    p.canvas.drawPath(filled.detach(), ink(shader=fade))
    p.canvas.drawPath(area, ink(color, stroke=height * 0.055))
    p.canvas.drawCircle(*points[-1], height * 0.075, ink("#ffffff"))


def bars(p: Sitter, x: float, y: float, width: float, height: float, first: str, second: str) -> None:
    """Seven columns of a week, the best one bright."""
    dice = p.dice("bars")
    heights = [dice.uniform(0.35, 0.82) for _ in range(7)]
    heights[5] = 1.0
    step = width / 7
    for index, share in enumerate(heights):
        tall = height * share
        column = box(x + index * step + step * 0.2, y + height - tall, step * 0.6, tall, step * 0.28)
        p.canvas.drawPath(column, ink(second if index == 5 else first, 1.0 if index == 5 else 0.55))


def line(canvas: Any, x: float, y: float, width: float, height: float, color: str, alpha: float) -> None:
    """A bar that stands for a line of text, too far away to read."""
    canvas.drawPath(box(x, y, width, height, height / 2), ink(color, alpha))


def icon(canvas: Any, kind: int, cx: float, cy: float, radius: float, color: str) -> None:
    """One of five plain pictograms: heart, bolt, leaf, drop, star."""
    if kind % 5 == 0:
        canvas.drawCircle(cx - radius * 0.42, cy - radius * 0.2, radius * 0.5, ink(color))
        canvas.drawCircle(cx + radius * 0.42, cy - radius * 0.2, radius * 0.5, ink(color))
        canvas.drawPath(_points(cx, cy, radius, [(-0.86, 0.02), (0.86, 0.02), (0, 0.95)]), ink(color))
    elif kind % 5 == 1:
        bolt = [(0.15, -1), (-0.6, 0.15), (-0.05, 0.15), (-0.2, 1), (0.6, -0.2), (0.05, -0.2)]
        canvas.drawPath(_points(cx, cy, radius, bolt), ink(color))
    elif kind % 5 == 2:
        canvas.drawPath(leaf(cx - radius * 0.5, cy + radius * 0.8, 32, radius * 1.9, radius * 1.3), ink(color))
    elif kind % 5 == 3:
        canvas.drawCircle(cx, cy + radius * 0.25, radius * 0.62, ink(color))
        canvas.drawPath(_points(cx, cy, radius, [(0, -1), (0.53, 0.0), (-0.53, 0.0)]), ink(color))
    else:
        star = [
            (
                math.sin(a * math.pi / 5) * (1 if a % 2 == 0 else 0.45),
                -math.cos(a * math.pi / 5) * (1 if a % 2 == 0 else 0.45),
            )
            for a in range(10)
        ]
        canvas.drawPath(_points(cx, cy, radius, star), ink(color))


def _points(cx: float, cy: float, radius: float, points: list[tuple[float, float]]) -> Any:
    builder = skia.PathBuilder()
    builder.moveTo(cx + points[0][0] * radius, cy + points[0][1] * radius)
    for x, y in points[1:]:
        builder.lineTo(cx + x * radius, cy + y * radius)
    builder.close()
    return builder.detach()


def title(p: Sitter, x: float, y: float, size: float, room: float, *, align: str = "left") -> None:
    """The app's own name as the head of its screen; its emblem when it has none."""
    name = name_of(p)
    if name:
        letter(p.canvas, name, x, y, size, ground_of(p)[2], weight="bold", align=align, room=room)
    else:
        emblem(p.canvas, x + size * 0.5, y - size * 0.36, size * 0.5, ground_of(p)[2])
