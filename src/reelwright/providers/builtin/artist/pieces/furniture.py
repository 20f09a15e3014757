"""Furniture and fittings, in centimetres: x runs right, up is negative, the floor is 0."""

from random import Random
from typing import Any

from reelwright.providers.builtin.artist.brush import (
    Light,
    box,
    curve,
    darker,
    ink,
    leaf,
    lighter,
    linear,
    mix,
    oval,
    polygon,
    rect,
    smooth,
    solid,
)


def block(canvas: Any, path: Any, color: str, light: Light, rim: float = 0.55) -> None:
    """``solid`` with widths that suit furniture."""
    solid(canvas, path, color, light, shade=0.5, rim=rim, rim_width=1.6, soft=6)


def window(
    canvas: Any, light: Light, x: float, top: float, width: float, height: float, frame: str, panes: tuple[int, int]
) -> None:
    """The reveal, frame and bars of a window whose opening is already cut; ``top`` is negative."""
    right, bottom = x + width, top + height
    lit, dim = mix(frame, light.key, 0.55), darker(frame, 0.35)
    canvas.drawPath(polygon((x, top), (x - 7, top - 6), (x - 7, bottom + 7), (x, bottom)), ink(dim))
    canvas.drawPath(polygon((right, top), (right + 7, top - 6), (right + 7, bottom + 7), (right, bottom)), ink(lit))
    canvas.drawPath(polygon((x, top), (x - 7, top - 6), (right + 7, top - 6), (right, top)), ink(darker(frame, 0.25)))
    canvas.drawPath(
        polygon((x - 10, bottom + 8), (right + 10, bottom + 8), (right, bottom), (x, bottom)),
        ink(mix(lit, "#ffffff", 0.25)),
    )
    across, down = panes
    for index in range(across + 1):
        px = x + index * width / across
        canvas.drawPath(rect(px - 1.8, top, px + 1.8, bottom), ink(dim))
        canvas.drawPath(rect(px - 1.8, top, px - 1.0, bottom), ink(light.key, 0.7))
    for index in range(down + 1):
        py = top + index * height / down
        canvas.drawPath(rect(x, py - 1.6, right, py + 1.6), ink(dim))


def curtain(
    canvas: Any, light: Light, x: float, top: float, width: float, length: float, color: str, folds: int = 5
) -> None:
    """A hanging curtain, translucent where the light comes through."""
    each = width / folds
    for index in range(folds):
        left = x + index * each
        path = smooth([
            (left - 1, top, "c"), (left + each + 1, top, "c"), (left + each * 1.15, top + length * 0.5),
            (left + each, top + length, "c"), (left, top + length, "c"), (left + each * 0.15, top + length * 0.5),
        ])  # fmt: skip
        stops = [(0.0, mix(color, light.key, 0.45), 0.82), (0.5, color, 0.74), (1.0, mix(color, light.fill, 0.35), 0.8)]
        canvas.drawPath(path, ink(shader=linear((left, 0), (left + each, 0), stops)))


def shelf(
    canvas: Any,
    light: Light,
    x: float,
    y: float,
    width: float,
    wood: str,
    dice: Random,
    things: str = "books jars plants",
) -> None:
    """A board with things on it; ``things`` names the kinds to choose from."""
    canvas.drawPath(rect(x + 3, y + 3, x + width, y + 12), ink("#0c0814", 0.35, blur=4))
    kinds, at = things.split(), x + 4
    while at < x + width - 14:
        at += _thing(canvas, light, at, y, dice.choice(kinds), dice) + dice.uniform(1, 7)
    block(canvas, box(x, y, width, 4, 1), wood, light)


_SPINES = ("#8d4f4a", "#d3a45b", "#4d5f7e", "#6b7f62", "#c9b79b", "#5a3f57", "#b4705a")


def _thing(canvas: Any, light: Light, x: float, y: float, kind: str, dice: Random) -> float:
    """Draws one thing and returns how wide it is."""
    if kind == "books":
        start = x
        for _ in range(dice.randint(2, 5)):
            wide, tall = dice.uniform(3, 5.5), dice.uniform(17, 26)
            block(canvas, box(x, y - tall, wide, tall, 0.5), dice.choice(_SPINES), light)
            canvas.drawPath(rect(x + 0.6, y - tall + 4, x + wide - 0.6, y - tall + 5.2), ink("#f0d9a8", 0.6))
            x += wide + 0.3
        return x - start
    if kind == "plants":
        plant(canvas, light, x + 9, y, 26, dice)
        return 18
    if kind == "boxes":
        wide, tall = dice.uniform(14, 24), dice.uniform(12, 24)
        color = dice.choice(("#c9a184", "#8c9aa5", "#d8c7ae", "#7a6a7e", "#b0705c"))
        block(canvas, box(x, y - tall, wide, tall, 1), color, light)
        canvas.drawPath(
            box(x + wide * 0.2, y - tall * 0.68, wide * 0.6, tall * 0.34, 0.8), ink(lighter(color, 0.6), 0.75)
        )
        return wide
    if kind == "bottles":
        return _bottle(canvas, light, x, y, dice)
    if kind == "towels":
        for row in range(3):
            block(canvas, box(x, y - 6 - row * 6, 26, 5.6, 2.6), ("#e9ddd0", "#b9a79c", "#8fa3a0")[row], light)
        return 26
    wide, tall = dice.uniform(10, 15), dice.uniform(14, 20)
    color = dice.choice(("#c98f5e", "#8a9a6b", "#e8d8c3", "#b4705a", "#7f8fa0"))
    block(canvas, box(x, y - tall, wide, tall, 3), color, light, 0.8)
    block(canvas, box(x + 0.8, y - tall - 3.4, wide - 1.6, 4, 1.2), "#3f2f38", light)
    return wide


def _bottle(canvas: Any, light: Light, x: float, y: float, dice: Random) -> float:
    color = dice.choice(("#5c7a5b", "#8a5a3a", "#c7b48e", "#60748c", "#9c4b46"))
    tall = dice.uniform(20, 28)
    path = smooth(
        [
            (x, y, "c"),
            (x, y - tall * 0.55),
            (x + 2.6, y - tall * 0.72),
            (x + 2.6, y - tall, "c"),
            (x + 5.4, y - tall, "c"),
            (x + 5.4, y - tall * 0.72),
            (x + 8, y - tall * 0.55),
            (x + 8, y, "c"),
        ]
    )
    block(canvas, path, color, light, 0.9)
    canvas.drawPath(rect(x + 0.6, y - tall * 0.42, x + 7.4, y - tall * 0.16), ink("#efe4cc", 0.8))
    return 8


def plant(canvas: Any, light: Light, x: float, y: float, height: float, dice: Random, pot: str = "#a5654a") -> None:
    """A plant in a pot."""
    wide, deep = height * 0.2, height * 0.32
    for index in range(13):
        turn = -70 + index * 140 / 12 + dice.uniform(-7, 7)
        long = height * dice.uniform(0.52, 0.74)
        tone = mix("#3f5f45", "#8aa86e", dice.random())
        solid(
            canvas,
            leaf(x, y - deep, turn, long, long * 0.26),
            tone,
            light,
            shade=0.5,
            rim=0.6,
            rim_width=height * 0.012,
            soft=height * 0.05,
        )
    path = smooth(
        [(x - wide, y - deep, "c"), (x + wide, y - deep, "c"), (x + wide * 0.72, y, "c"), (x - wide * 0.72, y, "c")]
    )
    solid(canvas, path, pot, light, shade=0.6, rim=0.8, rim_width=height * 0.02, soft=height * 0.08)


def pendant(canvas: Any, light: Light, x: float, y: float, width: float, color: str, burns: float) -> None:
    """A hanging lamp whose rim is at height y."""
    canvas.drawLine(x, y - 400, x, y - width * 0.5, ink("#16121f", stroke=0.9))
    canvas.drawPath(oval(x, y, width * 0.3, width * 0.12), ink("#fff0cc", 0.25 + 0.75 * burns, blur=1.5))
    path = smooth(
        [
            (x - width / 2, y, "c"),
            (x - width * 0.3, y - width * 0.42),
            (x, y - width * 0.55),
            (x + width * 0.3, y - width * 0.42),
            (x + width / 2, y, "c"),
        ]
    )
    block(canvas, path, color, light, 0.9)


def picture(
    canvas: Any, light: Light, x: float, y: float, width: float, height: float, frame: str, dice: Random
) -> None:
    """A framed abstract; (x, y) is its top left corner."""
    canvas.drawPath(rect(x + 2, y + 3, x + width + 3, y + height + 5), ink("#0c0814", 0.35, blur=3))
    block(canvas, box(x, y, width, height, 0.8), frame, light)
    canvas.drawPath(rect(x + 2, y + 2, x + width - 2, y + height - 2), ink("#eadfce"))
    colors = ("#c9745a", "#3f5a6b", "#d9a95f", "#7b8f74", "#4b3a52")
    canvas.save()
    canvas.clipRect(rect(x + 6, y + 6, x + width - 6, y + height - 6).getBounds())
    for _ in range(4):
        cx, cy, r = x + dice.uniform(0, width), y + dice.uniform(height * 0.2, height), dice.uniform(0.15, 0.45) * width
        canvas.drawPath(oval(cx, cy, r, r), ink(dice.choice(colors), 0.9))
    canvas.restore()


def sofa(canvas: Any, light: Light, x: float, width: float, color: str) -> None:
    """A sofa from its left edge."""
    canvas.drawPath(oval(x + width / 2, 0, width * 0.54, 6), ink("#0a0712", 0.5, blur=4))
    block(canvas, box(x + 8, -84, width - 16, 60, 12), color, light)
    seats = 3 if width > 180 else 2
    each = (width - 40) / seats
    for index in range(seats):
        left = x + 20 + index * each
        block(canvas, box(left + 1, -80, each - 2, 40, 9), lighter(color, 0.08), light, 0.4)
        block(canvas, box(left + 0.5, -46, each - 1, 22, 7), lighter(color, 0.14), light)
    block(canvas, box(x + 4, -28, width - 8, 20, 4), darker(color, 0.18), light)
    for left in (x, x + width - 22):
        block(canvas, box(left, -62, 22, 56, 9), color, light)
    for left, tone in ((x + 30, "#d9a05f"), (x + width - 72, "#8aa09a")):
        block(canvas, smooth([(left, -74), (left + 38, -78), (left + 42, -44), (left - 2, -42)]), tone, light)


def floor_lamp(canvas: Any, light: Light, x: float, burns: float) -> None:
    """A standing lamp with a cloth shade."""
    canvas.drawLine(x, 0, x, -135, ink("#2a2430", stroke=2))
    block(canvas, oval(x, -1, 15, 2.5), "#2a2430", light)
    path = smooth([(x - 22, -128, "c"), (x + 22, -128, "c"), (x + 15, -165, "c"), (x - 15, -165, "c")])
    block(canvas, path, mix("#e6d3b3", "#ffd998", burns), light)


def counter(canvas: Any, light: Light, left: float, right: float, top: str, front: str, height: float = 90) -> None:
    """A worktop over drawers and doors."""
    canvas.drawPath(rect(left, -height + 4, right, 0), ink(front))
    x = left - left % 60
    while x < right:
        canvas.drawPath(box(x + 2, -height + 9, 56, 18, 1), ink(darker(front, 0.35), 0.5))
        canvas.drawPath(box(x + 2, -height + 30, 56, height - 38, 1), ink(darker(front, 0.3), 0.45))
        for y in (-height + 9, -height + 30):
            canvas.drawLine(x + 3, y, x + 57, y, ink(light.key, 0.3, stroke=0.7))
        canvas.drawLine(x + 22, -height + 16, x + 38, -height + 16, ink("#e3c695", 0.7, stroke=1.4))
        x += 60
    block(canvas, rect(left, -height - 1, right, -height + 4), top, light, 0.8)
    canvas.drawPath(rect(left, -height + 4, right, -height + 9), ink("#0c0814", 0.3, blur=2))


def desk(canvas: Any, light: Light, x: float, width: float, wood: str) -> None:
    """A desk with a screen, papers and a lamp."""
    for leg in (x + 6, x + width - 10):
        block(canvas, rect(leg, -72, leg + 4, 0), darker(wood, 0.4), light)
    block(canvas, box(x + width - 52, -70, 46, 52, 1.5), darker(wood, 0.15), light)
    block(canvas, box(x, -76, width, 5, 1), wood, light, 0.8)
    block(canvas, rect(x + 60, -88, x + 66, -76), "#2a2a33", light)
    block(canvas, box(x + 30, -124, 66, 38, 2), "#1d1e28", light)
    canvas.drawPath(
        rect(x + 32, -122, x + 94, -88),
        ink(shader=linear((x + 32, -122), (x + 94, -88), [(0, "#4c7390"), (1, "#23384f")])),
    )
    for row in range(4):
        canvas.drawLine(x + 37, -115 + row * 7, x + 58 + row * 5, -115 + row * 7, ink("#cfe4ef", 0.6, stroke=1.6))
    for row in range(4):
        block(
            canvas,
            box(x + 10 + row % 2, -79 - row * 2, 18, 2, 0.4),
            ("#efe6d6", "#c9745a", "#efe6d6", "#3f5a6b")[row],
            light,
        )
    canvas.drawPath(
        curve((x + width - 24, -76), (x + width - 18, -104), (x + width - 36, -122)), ink("#2a2430", stroke=1.8)
    )
    block(
        canvas,
        smooth(
            [(x + width - 34, -126), (x + width - 50, -112, "c"), (x + width - 38, -106, "c"), (x + width - 28, -120)]
        ),
        "#b5573f",
        light,
    )


def bed(canvas: Any, light: Light, x: float, width: float, cover: str) -> None:
    """A bed seen from its foot."""
    canvas.drawPath(oval(x + width / 2, 0, width * 0.56, 7), ink("#0a0712", 0.5, blur=5))
    block(canvas, box(x - 6, -112, width + 12, 100, 8), darker(cover, 0.35), light)
    for left in (x + 10, x + width / 2 + 5):
        block(
            canvas,
            smooth(
                [
                    (left, -78),
                    (left + width * 0.2, -86),
                    (left + width * 0.4, -78),
                    (left + width * 0.4, -52),
                    (left, -52),
                ]
            ),
            "#f1e8dc",
            light,
        )
    duvet = smooth(
        [
            (x - 8, -50, "c"),
            (x + width * 0.3, -60),
            (x + width * 0.7, -57),
            (x + width + 8, -50, "c"),
            (x + width + 12, -4, "c"),
            (x - 12, -4, "c"),
        ]
    )
    block(canvas, duvet, cover, light, 0.8)
    for share in (0.2, 0.42, 0.66, 0.85):
        canvas.drawPath(
            curve((x + width * share, -56), (x + width * share + 9, -32), (x + width * share - 3, -6)),
            ink(darker(cover, 0.5), 0.3, stroke=5, blur=3),
        )
