"""What grows and lies outdoors, in centimetres: flowers, hedges, fences, benches, cacti, bales, rocks."""

from random import Random
from typing import Any

from reelwright.providers.builtin.artist.brush import (
    Light,
    box,
    curve,
    darker,
    ink,
    lighter,
    linear,
    mix,
    oval,
    rect,
    smooth,
    solid,
)

_BLOSSOM = ("#d9567a", "#f0c24a", "#f2ede4", "#8f6fd0", "#e5793f", "#e79ab5")


def flower_bed(canvas: Any, light: Light, left: float, right: float, dice: Random, tall: float = 46) -> None:
    """A bed of leaves and blossoms from left to right."""
    x = left
    while x < right:
        stem = tall * dice.uniform(0.4, 1.0)
        lean = dice.uniform(-6, 6)
        canvas.drawPath(
            curve((x, 0), (x + lean * 0.3, -stem * 0.6), (x + lean, -stem)),
            ink(mix("#3f6040", "#7f9a5a", dice.random()), stroke=2),
        )
        for side in (-1, 1):
            leaf = oval(x + side * 5, -stem * dice.uniform(0.2, 0.5), 6, 3)
            canvas.drawPath(leaf, ink(mix("#47693f", "#86a35e", dice.random())))
        tone = dice.choice(_BLOSSOM)
        radius = dice.uniform(3, 6)
        canvas.drawPath(oval(x + lean, -stem, radius, radius * 0.9), ink(darker(tone, 0.15)))
        canvas.drawPath(
            oval(x + lean + light.dx * radius * 0.3, -stem - radius * 0.25, radius * 0.7, radius * 0.6),
            ink(mix(tone, light.key, 0.35)),
        )
        x += dice.uniform(3, 8)


def hedge(canvas: Any, light: Light, left: float, right: float, tall: float, color: str, dice: Random) -> None:
    """A clipped hedge."""
    shine = [(0.0, mix(color, light.key, 0.35)), (0.4, color), (1.0, darker(color, 0.5))]
    canvas.drawPath(box(left, -tall, right - left, tall, 14), ink(shader=linear((0, -tall), (0, 0), shine)))
    for _ in range(int((right - left) * tall / 700)):
        x, y = dice.uniform(left, right), -dice.uniform(0, tall)
        tone = mix(darker(color, 0.35), mix(color, light.key, 0.3), dice.random() * (0.4 - 0.6 * y / tall))
        canvas.drawPath(oval(x, y, dice.uniform(5, 11), dice.uniform(3, 6)), ink(tone, 0.6))


def park_bench(canvas: Any, light: Light, x: float, wood: str) -> None:
    """A bench seen from the front; ``x`` is its middle."""
    canvas.drawPath(oval(x, 0, 86, 4), ink("#0a0712", 0.4, blur=4))
    for side in (-1, 1):
        _lit(canvas, rect(x + side * 66 - 3, -82, x + side * 66 + 3, 0), "#2f2f38", light)
    for y in (-84, -71, -58):
        _lit(canvas, box(x - 82, y, 164, 9, 2), wood, light)
    for y in (-44, -36):
        _lit(canvas, box(x - 84, y, 168, 6, 2), lighter(wood, 0.1), light)


def fence(canvas: Any, light: Light, left: float, right: float, wood: str, tall: float = 110) -> None:
    """Posts and three rails."""
    x = left - left % 150 - 150
    while x < right + 150:
        _lit(canvas, box(x - 7, -tall, 14, tall, 3), wood, light)
        x += 150
    for share in (0.9, 0.6, 0.3):
        _lit(canvas, rect(left - 40, -tall * share, right + 40, -tall * share + 11), lighter(wood, 0.08), light)


def bale(canvas: Any, light: Light, x: float, radius: float) -> None:
    """A round bale of hay."""
    canvas.drawPath(oval(x, 0, radius * 1.5, radius * 0.12), ink("#0a0712", 0.4, blur=radius * 0.08))
    _lit(canvas, box(x - radius * 0.3, -radius * 2, radius * 1.7, radius * 2, radius * 0.7), "#b58f48", light)
    _lit(canvas, oval(x - radius * 0.2, -radius, radius * 0.86, radius), "#d9b565", light)
    for share in (0.74, 0.5, 0.27):
        canvas.drawPath(
            oval(x - radius * 0.2, -radius, radius * 0.86 * share, radius * share), ink("#9a7636", 0.7, stroke=3)
        )


def cactus(canvas: Any, light: Light, x: float, tall: float, dice: Random) -> None:
    """A column cactus with two arms."""
    tone, wide = mix("#4f7a52", "#7d9a5a", dice.random()), tall * 0.075
    canvas.drawPath(oval(x + 10, 0, wide * 2.4, wide * 0.3), ink("#0a0712", 0.35, blur=wide * 0.2))
    for side, at, up in ((-1, dice.uniform(0.4, 0.55), 0.26), (1, dice.uniform(0.3, 0.5), 0.34)):
        elbow = x + side * wide * 2.6
        arm = curve((x, -tall * at), (elbow - side * wide * 0.4, -tall * at), (elbow, -tall * (at + 0.06)),
                    (elbow, -tall * (at + up)))  # fmt: skip
        canvas.drawPath(arm, ink(darker(tone, 0.2), stroke=wide * 1.3))
        canvas.drawPath(arm, ink(mix(tone, light.key, 0.25), stroke=wide * 0.5))
    _lit(canvas, box(x - wide, -tall, wide * 2, tall, wide), tone, light)
    for share in (-0.55, 0.0, 0.55):
        canvas.drawLine(
            x + share * wide, -tall + wide, x + share * wide, -4, ink(darker(tone, 0.45), 0.5, stroke=wide * 0.12)
        )


def boulder(canvas: Any, light: Light, x: float, wide: float, color: str, dice: Random) -> None:
    """A rock that lies on the ground; ``wide`` is half its width."""
    canvas.drawPath(oval(x, 0, wide * 1.2, wide * 0.12), ink("#0a0712", 0.4, blur=wide * 0.08))
    path = smooth(
        [(x - wide, 2), (x - wide * 0.8, -wide * dice.uniform(0.4, 0.6)),
         (x - wide * 0.1, -wide * dice.uniform(0.7, 1)),
         (x + wide * 0.7, -wide * dice.uniform(0.35, 0.6)), (x + wide, 2)]
    )  # fmt: skip
    solid(canvas, path, color, light, shade=0.65, rim=0.8, rim_width=wide * 0.05, soft=wide * 0.15)


def _lit(canvas: Any, path: Any, color: str, light: Light) -> None:
    solid(canvas, path, color, light, shade=0.55, rim=0.7, rim_width=2, soft=6)
