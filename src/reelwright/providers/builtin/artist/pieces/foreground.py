"""The blurred thing close to the lens that gives a frame depth, in frame units, kept to the corners."""

from random import Random
from typing import Any

from reelwright.providers.builtin.artist.brush import box, ink, mix, oval, smooth, solid
from reelwright.providers.builtin.artist.contract import Scene
from reelwright.providers.builtin.artist.painting import Layer, Plate
from reelwright.providers.builtin.artist.pieces.landscape import bush


def foreground(scene: Scene, kind: str, color: str) -> tuple[Layer, ...]:
    """One blurred corner: ``leaves``, ``bowl``, ``cup``, ``lights``, ``rocks`` or ``grasses``."""
    plate = Plate(scene.size, 1.35, "foreground", 6.5)
    dice = scene.dice("foreground")
    _DRAW[kind](plate.canvas, scene, mix(color, scene.hour.far, 0.25), dice, dice.choice((-1, 1)))
    plate.blur(6.5)
    layer = plate.layer()
    return (layer,) if layer else ()


def _corner(scene: Scene, side: int, inset: float) -> tuple[float, float, float]:
    """(x, y, reach) of a bottom corner; side -1 is the left one."""
    size = scene.size
    reach = min(size.width, size.height)
    return size.width * (0.5 + side * (0.5 - inset)), size.height, reach


def _leaves(canvas: Any, scene: Scene, color: str, dice: Random, side: int) -> None:
    x, y, reach = _corner(scene, side, 0.01)
    bush(canvas, x, y + reach * 0.08, reach * 0.52, color, scene.light, dice)


def _grasses(canvas: Any, scene: Scene, color: str, dice: Random, side: int) -> None:
    size = scene.size
    for index in range(26):
        x = size.width * (0.5 + side * (0.56 - index * 0.013)) + dice.uniform(-12, 12)
        tall = size.height * dice.uniform(0.1, 0.3) * (1 - index / 40)
        bend = dice.uniform(-0.3, 0.3) * tall
        path = smooth(
            [
                (x - 5, size.height + 60, "c"),
                (x + bend * 0.3 - 3, size.height - tall * 0.5),
                (x + bend, size.height - tall, "c"),
                (x + bend * 0.3 + 4, size.height - tall * 0.5),
                (x + 6, size.height + 60, "c"),
            ]
        )
        solid(canvas, path, mix(color, scene.hour.key, dice.uniform(0, 0.3)), scene.light, rim_width=3, soft=5)


def _bowl(canvas: Any, scene: Scene, color: str, dice: Random, side: int) -> None:
    x, y, reach = _corner(scene, side, 0.1)
    wide = reach * 0.19
    y -= reach * 0.04
    for dx, dy in ((-0.5, -0.62), (0.0, -0.68), (0.48, -0.6), (-0.22, -0.98), (0.26, -0.95)):
        solid(
            canvas,
            oval(x + dx * wide, y + dy * wide, wide * 0.34, wide * 0.33),
            dice.choice(("#e08a3c", "#e39a45", "#d9763a")),
            scene.light,
            rim=0.9,
        )
    path = smooth(
        [
            (x - wide, y - wide * 0.5, "c"),
            (x + wide, y - wide * 0.5, "c"),
            (x + wide * 0.7, y + wide * 0.1),
            (x, y + wide * 0.25),
            (x - wide * 0.7, y + wide * 0.1),
        ]
    )
    solid(canvas, path, color, scene.light, shade=0.7, rim=0.95, rim_width=8)


def _cup(canvas: Any, scene: Scene, color: str, dice: Random, side: int) -> None:
    x, y, reach = _corner(scene, side, 0.07)
    wide = reach * 0.12
    solid(
        canvas, box(x - wide, y - wide * 1.3, wide * 2, wide * 2, wide * 0.3), color, scene.light, rim=0.9, rim_width=8
    )
    solid(canvas, oval(x, y - wide * 1.3, wide, wide * 0.2), mix(color, "#ffffff", 0.3), scene.light, rim_width=4)
    bush(canvas, x - side * wide * 0.2, y - wide * 1.25, wide * 2.6, "#7d8f5e", scene.light, dice)


def _lights(canvas: Any, scene: Scene, color: str, dice: Random, side: int) -> None:
    size = scene.size
    reach = min(size.width, size.height)
    for index in range(11):
        x = size.width * (0.5 + side * dice.uniform(0.2, 0.62)) if index < 8 else dice.uniform(0, size.width)
        y = size.height * dice.uniform(0.05, 1.05)
        radius = reach * dice.uniform(0.025, 0.08)
        tone = mix(color, scene.hour.key, dice.random())
        canvas.drawCircle(x, y, radius, ink(tone, 0.1))
        canvas.drawCircle(x, y, radius, ink(tone, 0.13, stroke=3))


def _rocks(canvas: Any, scene: Scene, color: str, dice: Random, side: int) -> None:
    x, y, reach = _corner(scene, side, 0.02)
    for index in range(4):
        cx, wide = x - side * index * reach * 0.09, reach * (0.2 - index * 0.035)
        path = smooth(
            [
                (cx - wide, y + 50),
                (cx - wide * 0.7, y - wide * 0.3),
                (cx - wide * 0.1, y - wide * 0.55),
                (cx + wide * 0.6, y - wide * 0.3),
                (cx + wide, y + 50),
            ]
        )
        solid(
            canvas,
            path,
            mix(color, scene.hour.fill, dice.uniform(0, 0.3)),
            scene.light,
            shade=0.7,
            rim=0.9,
            rim_width=7,
        )


_DRAW = {
    "leaves": _leaves, "grasses": _grasses, "bowl": _bowl, "cup": _cup, "lights": _lights,
    "rocks": _rocks,
}  # fmt: skip
