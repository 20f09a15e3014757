"""A roof terrace over the town: a parapet, strings of bulbs, plants in tubs, the skyline all around."""

import itertools
import math
from typing import Any

from reelwright.providers.builtin.artist.brush import box, curve, darker, glow, ink, lighter, linear, mix, oval, rect
from reelwright.providers.builtin.artist.contract import Backdrop, Scene, Setting
from reelwright.providers.builtin.artist.outdoors import open_air
from reelwright.providers.builtin.artist.pieces import city, furniture

_POLES = (-560.0, -190.0, 190.0, 560.0)


def _far(canvas: Any, scene: Scene, horizon: float) -> None:
    dice, scale = scene.place_dice("skyline"), scene.size.height / 720
    for base, tall, share in ((30, 330, 0.3), (80, 250, 0.48), (150, 190, 0.66)):
        tone = mix(scene.hour.sky[2], scene.hour.fill, share)
        city.skyline(canvas, scene, horizon + base * scale, tall * scale, tone, dice)


def _mid(canvas: Any, scene: Scene, horizon: float) -> None:
    size, view, light, dice = scene.size, scene.view, scene.set_light, scene.place_dice("roof")
    left, right, low = -size.margin_x, size.width + size.margin_x, size.height + size.margin_y
    stone = scene.local(scene.pick("stone", ("#a59a92", "#b07a62", "#8f959c")), 0.25)
    top = view.y(0, 1)
    if top < low:
        floor = darker(stone, 0.12)
        stops = [(0.0, lighter(floor, 0.12)), (0.4, floor), (1.0, darker(floor, 0.3))]
        canvas.drawPath(rect(left, top, right, low), ink(shader=linear((0, top), (0, low), stops)))
        run = (low - view.horizon_y) / max(top - view.horizon_y, 1)
        for index in range(-14, 15):
            x = view.centre_x + index * 60 * view.wall_scale
            canvas.drawLine(
                x, top, view.centre_x + (x - view.centre_x) * run, low, ink(darker(floor, 0.5), 0.3, stroke=2)
            )
    with view.at(canvas, 1):
        first, last = view.span(1, size.width)
        wall = [(0.0, lighter(stone, 0.1)), (1.0, darker(stone, 0.3))]
        canvas.drawPath(rect(first - 40, -96, last + 40, 2), ink(shader=linear((0, -96), (0, 0), wall)))
        x = first - first % 70 - 70
        while x < last + 70:
            canvas.drawLine(x, -92, x, -2, ink(darker(stone, 0.5), 0.3, stroke=1.4))
            x += 70
        furniture.block(canvas, rect(first - 40, -106, last + 40, -94), lighter(stone, 0.2), light, 0.9)
        for x in _POLES:
            furniture.block(canvas, rect(x - 3, -300, x + 3, 0), "#33333c", light)
            furniture.block(canvas, box(x - 30, -42, 60, 42, 4), scene.local("#7a5a48", 0.25), light)
            furniture.plant(canvas, light, x, -36, 84, dice, "#7a5a48")
        for x in (-380.0, 20.0, 380.0):
            _stool_and_table(canvas, scene, x)
        _bulbs(canvas, scene)


def _stool_and_table(canvas: Any, scene: Scene, x: float) -> None:
    light = scene.set_light
    canvas.drawLine(x, 0, x, -100, ink("#33333c", stroke=4))
    furniture.block(canvas, oval(x, -1, 20, 3), "#33333c", light)
    furniture.block(canvas, box(x - 34, -104, 68, 5, 2), scene.local("#8f6546", 0.25), light, 0.9)
    canvas.drawPath(box(x + 6, -122, 9, 18, 2), ink("#e8f0f0", 0.6))
    canvas.drawPath(box(x + 6, -116, 9, 12, 2), ink("#e0953f", 0.8))
    for side in (-1, 1):
        furniture.block(canvas, box(x + side * 58 - 15, -74, 30, 7, 3), "#4a4a55", light)
        canvas.drawLine(x + side * 58, -68, x + side * 58, 0, ink("#33333c", stroke=3))


def _bulbs(canvas: Any, scene: Scene) -> None:
    """Bulbs on a wire that hangs from pole to pole."""
    for start, end in itertools.pairwise(_POLES):
        points = [(start + (end - start) * share / 8, -296 + math.sin(math.pi * share / 8) * 46) for share in range(9)]
        canvas.drawPath(curve(*points), ink("#1a161c", stroke=1.4))
        for x, y in points[1:-1]:
            canvas.drawPath(oval(x, y + 8, 4.5, 6), ink(mix("#e3d3b0", "#fff0c4", scene.hour.lamps)))


def _lights(canvas: Any, scene: Scene) -> None:
    with scene.view.at(canvas, 1):
        for start, end in itertools.pairwise(_POLES):
            for share in range(1, 8):
                x = start + (end - start) * share / 8
                y = -288 + math.sin(math.pi * share / 8) * 46
                glow(canvas, x, y, 46, "#ffc878", 0.12 + 0.75 * scene.hour.lamps)


def _paint(scene: Scene) -> Backdrop:
    near = ("lights", "#ffc47a") if scene.hour.lamps > 0.5 else ("leaves", "#5d7d4e")
    return open_air(scene, _far, _mid, near=near, lights=_lights, crowd_depth=0.92)


SETTING = Setting(_paint, "stone", is_interior=False, stations_cm=(-200, 0, 200))
