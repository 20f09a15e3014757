"""A clinic: bright walls, a wide window with blinds, a couch, cabinets, a lamp on an arm, a plant."""

import itertools
from typing import Any

from reelwright.providers.builtin.artist.brush import box, curve, darker, glow, ink, lighter, linear, oval, rect
from reelwright.providers.builtin.artist.contract import Backdrop, Scene, Setting
from reelwright.providers.builtin.artist.interiors import room
from reelwright.providers.builtin.artist.pieces import furniture, tables

_WINDOW = (-236.0, -246.0, 176.0, 152.0)


def _dress(canvas: Any, scene: Scene) -> None:
    light, dice = scene.set_light, scene.place_dice("clinic")
    left, right = scene.view.span(1, scene.size.width)
    accent = scene.local(scene.pick("accent", ("#5fa3a0", "#6f9cc0", "#8fae7a", "#c98f8a")), 0.25)
    canvas.drawPath(rect(left - 50, -112, right + 50, -96), ink(accent, 0.55))
    canvas.drawPath(rect(left - 50, -93, right + 50, -91), ink(accent, 0.4))
    furniture.window(canvas, light, *_WINDOW, "#eef1f0", (2, 1))
    _blinds(canvas, scene)
    _heart(canvas, 60, -196, accent)
    furniture.block(canvas, box(150, -232, 176, 78, 3), "#f1f4f3", light)
    for index in range(4):
        x = 153 + index * 43.5
        canvas.drawPath(box(x, -229, 40, 72, 2), ink(darker("#e6ebea", 0.08)))
        canvas.drawLine(x + 33, -186, x + 33, -170, ink(accent, stroke=2.2))
    furniture.counter(canvas, light, 140, 350, "#f4f6f5", "#cfd9da", 90)
    furniture.block(canvas, box(190, -100, 52, 9, 4), "#dfe6e8", light)
    canvas.drawPath(curve((216, -98), (216, -124), (230, -124), (232, -114)), ink("#aab4ba", stroke=3))
    for x, tall, tone in ((262, 22, accent), (280, 16, "#e9eef0"), (298, 26, "#c9d6da"), (320, 18, "#f3d9c2")):
        furniture.block(canvas, box(x, -91 - tall, 13, tall, 3), tone, light, 0.9)
        furniture.block(canvas, box(x + 2, -96 - tall, 9, 6, 1), "#f7f9f9", light)
    tables.couch_for_patients(canvas, light, -40, 168, accent)
    _lamp(canvas, scene, -64)
    furniture.plant(canvas, light, -262, 0, 128, dice, "#eef1f0")
    for x in (-130, 90, 300):
        canvas.drawPath(box(x - 60, -292, 120, 6, 2), ink("#fbfeff"))
        glow(canvas, x, -288, 120, "#eaf6ff", 0.35)


def _blinds(canvas: Any, scene: Scene) -> None:
    x, top, width, height = _WINDOW
    for row in range(int(height * 0.34 / 8)):
        y = top + 3 + row * 8
        canvas.drawPath(rect(x + 2, y, x + width - 2, y + 4), ink("#f4f6f5", 0.9))
        canvas.drawPath(rect(x + 2, y, x + width - 2, y + 1), ink(scene.hour.key, 0.6))


def _heart(canvas: Any, x: float, y: float, accent: str) -> None:
    """A poster of a heart's curve."""
    canvas.drawPath(rect(x - 36, y - 28, x + 40, y + 32), ink("#0c0814", 0.2, blur=4))
    canvas.drawPath(box(x - 38, y - 30, 76, 60, 1), ink("#fbfaf6"))
    beat = ((-30, 4), (-14, 4), (-8, -6), (0, 18), (8, -20), (14, 4), (30, 4))
    for (x0, y0), (x1, y1) in itertools.pairwise(beat):
        canvas.drawLine(x + x0, y + y0, x + x1, y + y1, ink(darker(accent, 0.15), stroke=2.2))


def _lamp(canvas: Any, scene: Scene, x: float) -> None:
    light = scene.set_light
    canvas.drawPath(oval(x, -2, 20, 4), ink("#c3cbd0"))
    canvas.drawLine(x, -4, x, -150, ink("#c3cbd0", stroke=3.4))
    canvas.drawPath(curve((x, -150), (x + 14, -186), (x + 44, -184)), ink("#c3cbd0", stroke=3))
    shade = [(0.0, lighter("#dfe6ea", 0.4)), (1.0, "#9aa6ae")]
    canvas.drawPath(oval(x + 56, -178, 22, 11), ink(shader=linear((x + 40, -190), (x + 70, -168), shade)))
    glow(canvas, x + 58, -168, 60, "#f4fbff", 0.3 + 0.4 * scene.hour.lamps)
    furniture.block(canvas, oval(x + 56, -171, 17, 4), "#fdfefe", light)


def _paint(scene: Scene) -> Backdrop:
    wall = scene.pick("wall", ("#dde4e2", "#d9e0e8", "#e6e0d6"))
    return room(
        scene, _dress, wall=wall, floor="#b9c3c4", openings=(_WINDOW,), lamps=((-130, -286), (90, -286), (300, -286)),
        outside=scene.pick("outside", ("trees", "city")), near=("leaves", "#5f8260"), tread="plain",
    )  # fmt: skip


SETTING = Setting(
    _paint, "marble", is_interior=True, stations_cm=(-90, 60, 240),
    palette=("#2a3a48", "#5f7f8a", "#93b3b4", "#cfdad6", "#f5f6f1"),
)  # fmt: skip
