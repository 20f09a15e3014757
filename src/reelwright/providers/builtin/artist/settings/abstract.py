"""A place that is no place: a seamless backdrop with large soft shapes; also what stands in for unknown settings."""

from typing import Any

from reelwright.providers.builtin.artist.brush import darker, glow, ink, lighter, linear, mix, oval, rect, solid
from reelwright.providers.builtin.artist.contract import Backdrop, Scene, Setting
from reelwright.providers.builtin.artist.painting import Plate
from reelwright.providers.builtin.artist.pieces.foreground import foreground
from reelwright.providers.builtin.artist.pieces.glows import glowing
from reelwright.providers.builtin.artist.stagecraft import floor_y, gather, wash


def _paint(scene: Scene) -> Backdrop:
    size, dice = scene.size, scene.dice("abstract")
    back = Plate(size, 0.2, "backdrop", 2)
    _sweep(back.canvas, scene)
    back.blur(2)
    shapes = Plate(size, 0.45, "shapes", max(1.0, scene.view.blur * 0.6))
    dice.choice((_arches, _steps, _suns))(shapes.canvas, scene)
    wash(shapes.canvas, scene, 0.8)
    shapes.blur(max(1.0, scene.view.blur * 0.6))
    near = foreground(scene, dice.choice(("leaves", "lights")), scene.tone(0.5))
    return Backdrop(gather(back.layer(), shapes.layer(), *glowing(scene, indoors=True)), near, floor_y(scene))


def _sweep(canvas: Any, scene: Scene) -> None:
    size = scene.size
    y = size.height * 0.76
    base = scene.tone(0.6)
    stops = [(0.0, darker(base, 0.15)), (0.6, base), (0.78, lighter(base, 0.25)), (1.0, darker(base, 0.2))]
    canvas.drawPaint(ink(shader=linear((0, -60), (0, size.height + 60), stops)))
    glow(canvas, size.width * (0.5 + scene.light.dx * 0.3), size.height * 0.3, size.height * 0.8, scene.hour.key, 0.5)
    canvas.drawPath(oval(size.width / 2, y + 30, size.width * 0.5, 30), ink(darker(base, 0.5), 0.2, blur=24))
    wash(canvas, scene, 0.7)


def _arches(canvas: Any, scene: Scene) -> None:
    size, dice = scene.size, scene.dice("arches")
    reach = min(size.width, size.height)
    for index in range(4):
        x = size.width * (0.06 + 0.29 * index + dice.uniform(-0.04, 0.04))
        half, top = reach * dice.uniform(0.13, 0.2), size.height * dice.uniform(0.12, 0.42)
        tone = mix(scene.tone(0.3 + 0.16 * index), scene.tone(0.7), 0.3)
        stops = [(0.0, lighter(tone, 0.2)), (1.0, darker(tone, 0.25))]
        canvas.drawRoundRect(
            (x - half, top, half * 2, size.height * 0.78 - top + half),
            half,
            half,
            ink(shader=linear((x - half, top), (x + half, size.height), stops)),
        )
    canvas.drawPath(
        rect(-size.margin_x, size.height * 0.78, size.width + size.margin_x, size.height * 1.2), ink(scene.tone(0.55))
    )


def _steps(canvas: Any, scene: Scene) -> None:
    size, dice = scene.size, scene.dice("steps")
    x = -size.margin_x
    while x < size.width + size.margin_x:
        wide, tall = dice.uniform(0.1, 0.24) * size.width, size.height * dice.uniform(0.12, 0.5)
        solid(
            canvas,
            rect(x, size.height * 0.82 - tall, x + wide, size.height * 1.2),
            scene.tone(dice.uniform(0.3, 0.75)),
            scene.light,
            rim_width=8,
            soft=30,
        )
        x += wide


def _suns(canvas: Any, scene: Scene) -> None:
    size, dice = scene.size, scene.dice("suns")
    reach = min(size.width, size.height)
    for index in range(4):
        x, y = size.width * dice.uniform(0.1, 0.9), size.height * dice.uniform(0.12, 0.6)
        radius = reach * (0.34 - index * 0.07)
        solid(
            canvas,
            oval(x, y, radius, radius),
            scene.tone(0.35 + 0.15 * index),
            scene.light,
            shade=0.6,
            rim=0.7,
            rim_width=9,
            soft=radius * 0.3,
        )
    canvas.drawPath(
        rect(-size.margin_x, size.height * 0.8, size.width + size.margin_x, size.height * 1.2), ink(scene.tone(0.5))
    )


SETTING = Setting(_paint, "stone", is_interior=True, palette=("#2a2140", "#6b4a6a", "#b9736b", "#e8ac80", "#f9e2bd"))
