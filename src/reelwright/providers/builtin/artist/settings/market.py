"""A market: stalls with striped awnings, crates of fruit and flowers, strings of flags and bulbs between them."""

import math
from random import Random
from typing import Any

from reelwright.providers.builtin.artist.brush import (
    box,
    curve,
    darker,
    glow,
    ink,
    lighter,
    linear,
    mix,
    oval,
    polygon,
    rect,
)
from reelwright.providers.builtin.artist.contract import Backdrop, Scene, Setting
from reelwright.providers.builtin.artist.outdoors import open_air
from reelwright.providers.builtin.artist.painting import Layer, LayerMotion
from reelwright.providers.builtin.artist.pieces import city, furniture, nature
from reelwright.providers.builtin.artist.stagecraft import living

_CLOTHS = ("#b5483c", "#3f7a6b", "#d9a03f", "#4f6b9a", "#8a4f7a")
_FRUIT = ("#e08a3c", "#c23f37", "#8fae4a", "#e3c23f", "#7a3f6b", "#d9d0b0", "#5f8a3f")
_STALLS = (-620.0, -310.0, 0.0, 310.0, 620.0)


def _far(canvas: Any, scene: Scene, horizon: float) -> None:
    tone = mix(scene.hour.sky[2], scene.hour.fill, 0.4)
    scale = scene.size.height / 720
    city.skyline(canvas, scene, horizon + 30 * scale, 240 * scale, tone, scene.place_dice("far"))


def _mid(canvas: Any, scene: Scene, horizon: float) -> None:
    size, view, light, dice = scene.size, scene.view, scene.set_light, scene.place_dice("market")
    left, right, low = -size.margin_x, size.width + size.margin_x, size.height + size.margin_y
    top = view.y(0, 3.4)
    pave = scene.local(scene.pick("pave", ("#a59a8c", "#8f8a88", "#b5a285")), 0.2)
    pave = mix(pave, "#eef2f8", 0.75) if scene.shot.staging.weather == "snow" else pave
    stops = [(0.0, lighter(pave, 0.15)), (1.0, darker(pave, 0.35))]
    canvas.drawPath(rect(left, top, right, low), ink(shader=linear((0, top), (0, low), stops)))
    _cobbles(canvas, scene, top, low, pave, dice)
    with view.at(canvas, 3.4):
        x = -1900.0
        while x < 1900:
            wide = dice.uniform(320, 500)
            wall = scene.local(dice.choice(("#b5906f", "#c9a58a", "#9a8f88", "#a5705a")), 0.25)
            city.house(canvas, light, x, wide, wall, scene.local(dice.choice(_CLOTHS), 0.2), scene.hour.lamps, dice)
            x += wide
    with view.at(canvas, 1.1):
        for x in _STALLS:
            _stall(canvas, scene, x, dice)


def _cobbles(canvas: Any, scene: Scene, top: float, low: float, pave: str, dice: Random) -> None:
    size, y, step = scene.size, top + 4, max(4.0, (low - top) * 0.02)
    while y < low:
        x = -size.margin_x - dice.uniform(0, step * 3)
        while x < size.width + size.margin_x:
            tone = darker(pave, 0.4) if dice.random() < 0.5 else lighter(pave, 0.3)
            canvas.drawPath(box(x, y, step * 2.6, step * 0.8, step * 0.35), ink(tone, 0.2))
            x += step * 3
        y, step = y + step * 1.1, step * 1.2


def _stall(canvas: Any, scene: Scene, x: float, dice: Random) -> None:
    light, cloth = scene.set_light, scene.local(dice.choice(_CLOTHS), 0.15)
    wood = scene.local("#8a6449", 0.25)
    for side in (-1, 1):
        furniture.block(canvas, rect(x + side * 122 - 4, -236, x + side * 122 + 4, 0), wood, light)
    canvas.drawPath(rect(x - 118, -176, x + 118, -82), ink("#1a1218", 0.5))
    for row, y in ((0, -120), (1, -86)):
        at = x - 116
        while at < x + 108:
            at += _crate(canvas, scene, at, y, 54 - 6 * (1 - row), dice) + 3
    furniture.block(canvas, rect(x - 128, -84, x + 128, -76), lighter(wood, 0.2), light, 0.9)
    skirt = [(0.0, cloth), (1.0, darker(cloth, 0.45))]
    canvas.drawPath(rect(x - 124, -76, x + 124, -4), ink(shader=linear((0, -76), (0, 0), skirt)))
    for fold in range(-5, 6):
        canvas.drawLine(x + fold * 22, -74, x + fold * 22 + 2, -6, ink(darker(cloth, 0.5), 0.3, stroke=4, blur=2))
    count = 10
    for index in range(count):
        a, b = x - 142 + index * 284 / count, x - 142 + (index + 1) * 284 / count
        tone = cloth if index % 2 else "#f1e6d3"
        roof = polygon((a * 0.96 + x * 0.04, -284), (b * 0.96 + x * 0.04, -284), (b, -222), (a, -222))
        canvas.drawPath(roof, ink(shader=linear((0, -284), (0, -222), [(0, mix(tone, light.key, 0.3)), (1, tone)])))
        canvas.drawPath(oval((a + b) / 2, -222, (b - a) / 2, 11), ink(darker(tone, 0.14)))
    canvas.drawPath(rect(x - 136, -212, x + 136, -190), ink("#0a0712", 0.35, blur=8))


def _crate(canvas: Any, scene: Scene, x: float, y: float, wide: float, dice: Random) -> float:
    """A crate heaped with fruit, or flowers, in it."""
    light = scene.set_light
    if dice.random() < 0.18:
        canvas.save()
        canvas.translate(0, y + 4)
        nature.flower_bed(canvas, light, x + 2, x + wide - 2, dice, 34)
        canvas.restore()
    else:
        tone = dice.choice(_FRUIT)
        for row in range(3):
            for index in range(6 - row):
                cx = x + wide * (0.12 + 0.155 * (index + row * 0.5)) + dice.uniform(-1, 1)
                cy, radius = y - 9 - row * 6.5, wide * 0.088
                canvas.drawPath(oval(cx, cy, radius, radius), ink(mix(tone, "#1a1020", 0.12 + dice.random() * 0.2)))
                spot = oval(cx + light.dx * radius * 0.3, cy - radius * 0.3, radius * 0.6, radius * 0.55)
                canvas.drawPath(spot, ink(mix(tone, light.key, 0.35), 0.9))
    furniture.block(canvas, box(x, y - 8, wide, 16, 1.5), scene.local("#b58a5c", 0.2), light, 0.8)
    canvas.drawLine(x + 2, y, x + wide - 2, y, ink("#5a3d28", 0.6, stroke=1.6))
    return wide


def _lights(canvas: Any, scene: Scene) -> None:
    lamps = scene.hour.lamps
    with scene.view.at(canvas, 1.1):
        for x in _STALLS:
            canvas.drawLine(x, -284, x, -204, ink("#1a161c", stroke=1.2))
            canvas.drawPath(oval(x, -198, 6, 8), ink(mix("#e3d3b0", "#fff0c4", lamps)))
            glow(canvas, x, -190, 150, "#ffc878", 0.15 + 0.7 * lamps)


def _flags(scene: Scene) -> tuple[Layer | None, ...]:
    """Strings of pennants over the lane."""
    tones = [scene.pick(f"flag {index}", _CLOTHS) for index in range(3)]

    def draw(canvas: Any) -> None:
        for start, end in ((-460.0, -150.0), (-150.0, 160.0), (160.0, 470.0)):
            points = [(start + (end - start) * n / 10, -372 + math.sin(math.pi * n / 10) * 44) for n in range(11)]
            canvas.drawPath(curve(*points), ink("#3a2f36", stroke=1.8))
            for n, (x, y) in enumerate(points[:-1]):
                tone = (*tones, "#f1e6d3")[n % 4]
                canvas.drawPath(polygon((x + 2, y), (x + 26, y + 3), (x + 14, y + 34)), ink(tone))

    sway = LayerMotion("sway", 0.7, 3.4)
    return (living(scene, draw, (-470, -380, 480, -285), 1.0, sway, (0, -380)),)


def _paint(scene: Scene) -> Backdrop:
    near = ("lights", "#ffc47a") if scene.hour.lamps > 0.5 else ("bowl", "#8a6449")
    return open_air(scene, _far, _mid, near=near, lights=_lights, alive=_flags, crowd_depth=0.8)


SETTING = Setting(_paint, "wood", is_interior=False, stations_cm=(-310, 0, 310))
