"""A classroom: a green board with chalk drawings, desks in rows, windows, a globe, a clock."""

import math
from typing import Any

from reelwright.providers.builtin.artist.brush import box, curve, darker, ink, mix, oval, polygon, rect
from reelwright.providers.builtin.artist.contract import Backdrop, Scene, Setting
from reelwright.providers.builtin.artist.interiors import room
from reelwright.providers.builtin.artist.pieces import furniture, tables

_WINDOWS = ((-330.0, -250.0, 84.0, 160.0), (-232.0, -250.0, 84.0, 160.0))


def _dress(canvas: Any, scene: Scene) -> None:
    light, dice = scene.set_light, scene.place_dice("classroom")
    wood = scene.local(scene.pick("wood", ("#a9774f", "#8a6450", "#c09a6c")))
    for opening in _WINDOWS:
        furniture.window(canvas, light, *opening, "#e6ddd0", (2, 3))
    _board(canvas, scene, wood)
    _clock(canvas, scene, 190, -262)
    _pupils_pictures(canvas, scene)
    for y in (-150, -104, -58):
        furniture.shelf(canvas, light, 300, y, 130, wood, dice, "books books boxes plants jars")
    _globe(canvas, scene, 262, -78)
    furniture.block(canvas, box(236, -78, 54, 78, 2), darker(wood, 0.15), light)
    for x in (-276, -190, -104, -18, 68, 154):
        tables.school_desk(canvas, light, x, wood, dice)


def _board(canvas: Any, scene: Scene, wood: str) -> None:
    light, dice = scene.set_light, scene.place_dice("board")
    canvas.drawPath(rect(-118, -236, 146, -96), ink("#0c0814", 0.35, blur=5))
    furniture.block(canvas, box(-122, -240, 264, 140, 3), wood, light)
    slate = scene.pick("slate", ("#2f4a42", "#2b3440", "#35463a"))
    canvas.drawPath(rect(-116, -234, 136, -106), ink(slate))
    chalk = ink("#f0eee4", 0.75, stroke=1.8)
    canvas.drawPath(oval(-70, -172, 32, 32), chalk)
    canvas.drawLine(-70, -172, -70 + 32 * 0.8, -172 - 32 * 0.6, chalk)
    canvas.drawPath(polygon((-22, -142), (36, -142), (36, -204)), chalk)
    canvas.drawPath(rect(28, -150, 36, -142), chalk)
    points = [(56 + index * 5, -170 - math.sin(index * 0.62) * 22) for index in range(15)]
    canvas.drawPath(curve(*points), ink("#f3d79a", 0.85, stroke=1.8))
    canvas.drawLine(54, -170, 130, -170, chalk)
    for row in range(3):
        long = dice.uniform(40, 80)
        canvas.drawLine(-106, -126 + row * 7, -106 + long, -126 + row * 7, ink("#f0eee4", 0.4, stroke=1.4))
    canvas.drawPath(oval(60, -126, 70, 12), ink("#ffffff", 0.07, blur=8))
    furniture.block(canvas, box(-122, -100, 264, 5, 1), wood, light, 0.9)


def _clock(canvas: Any, scene: Scene, x: float, y: float) -> None:
    furniture.block(canvas, oval(x, y, 18, 18), "#3a3a44", scene.set_light)
    canvas.drawPath(oval(x, y, 15, 15), ink("#f6f3ea"))
    for turn in range(12):
        angle = turn * math.tau / 12
        canvas.drawCircle(x + math.sin(angle) * 12, y - math.cos(angle) * 12, 0.9, ink("#2a2a33"))
    canvas.drawLine(x, y, x + 5, y - 6, ink("#2a2a33", stroke=1.6))
    canvas.drawLine(x, y, x - 2, y - 11, ink("#2a2a33", stroke=1.2))


def _pupils_pictures(canvas: Any, scene: Scene) -> None:
    dice = scene.place_dice("pupils")
    for index in range(6):
        x, y = 172 + index % 3 * 38, -226 + index // 3 * 46
        canvas.drawPath(box(x, y, 32, 38, 1), ink("#f7f1e4"))
        tone = dice.choice(("#e0a04a", "#5f9c8a", "#c9645a", "#6f86b8"))
        canvas.drawPath(oval(x + 16, y + 16, dice.uniform(6, 10), dice.uniform(6, 10)), ink(tone))
        canvas.drawPath(rect(x + 4, y + 28, x + 28, y + 33), ink(mix(tone, "#4f7048", 0.6)))


def _globe(canvas: Any, scene: Scene, x: float, y: float) -> None:
    light = scene.set_light
    furniture.block(canvas, box(x - 12, y - 4, 24, 4, 2), "#6b4a38", light)
    canvas.drawLine(x, y - 4, x, y - 12, ink("#b98f5c", stroke=2.4))
    furniture.block(canvas, oval(x, y - 27, 16, 16), "#5f93b8", light, 0.9)
    for dx, dy, rx, ry in ((-5, -32, 6, 5), (5, -24, 5, 7), (-6, -20, 3, 4)):
        canvas.drawPath(oval(x + dx, y + dy, rx, ry), ink("#8fae6b", 0.9))
    canvas.drawPath(oval(x, y - 27, 18, 18), ink("#b98f5c", stroke=1.6))


def _paint(scene: Scene) -> Backdrop:
    wall = scene.pick("wall", ("#e0cfae", "#c9d3c6", "#d3c3c0", "#c6d0da"))
    return room(
        scene, _dress, table="wood", wall=wall, floor="#a5825f", openings=_WINDOWS, lamps=((-60, -280), (100, -280)),
        outside="trees",
        near=scene.dice("near").choice((("leaves", "#5f8260"), ("cup", "#e9d9b8"))),
    )  # fmt: skip


SETTING = Setting(_paint, "wood", is_interior=True, stations_cm=(-160, 10, 150))
