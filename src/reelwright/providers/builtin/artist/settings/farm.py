"""A farm: a barn and a silo, rows of a crop that run to the horizon, a fence, bales, hens."""

import itertools
from random import Random
from typing import Any

from reelwright.providers.builtin.artist.brush import (
    Light,
    box,
    curve,
    darker,
    glow,
    ink,
    lighter,
    mix,
    oval,
    polygon,
    rect,
    smooth,
    solid,
)
from reelwright.providers.builtin.artist.contract import Backdrop, Scene, Setting
from reelwright.providers.builtin.artist.outdoors import ground, open_air
from reelwright.providers.builtin.artist.painting import Layer, LayerMotion
from reelwright.providers.builtin.artist.pieces import landscape, nature
from reelwright.providers.builtin.artist.stagecraft import living


def _far(canvas: Any, scene: Scene, horizon: float) -> None:
    dice, scale = scene.place_dice("hills"), scene.size.height / 720
    for index, tall in enumerate((90, 50)):
        tone = mix(scene.local("#7f8f5a", 0.3), scene.hour.sky[2], 0.55 - index * 0.2)
        landscape.ridge(canvas, scene, horizon + (4 + index * 10) * scale, tall * scale, tone, dice)


def _mid(canvas: Any, scene: Scene, horizon: float) -> None:
    view, light, dice = scene.view, scene.set_light, scene.place_dice("farm")
    crop = landscape.foliage(scene, scene.local(scene.pick("crop", ("#a5a04f", "#7d9450", "#c2a552")), 0.2))
    top = max(view.y(0, 6), horizon + 4)
    ground(canvas, scene, top, crop)
    _rows(canvas, scene, top, crop)
    side = scene.pick("side", (-1, 1))
    with view.at(canvas, 3):
        for x in (-900.0, 1000.0):
            landscape.tree(canvas, x, 0, dice.uniform(380, 520), landscape.foliage(scene, "#6b8a4f"), light, dice)
        barn(canvas, light, side * 330, 270, scene.local(scene.pick("barn", ("#9c4034", "#7a4a3a", "#5f6f7a")), 0.2))
        _silo(canvas, light, side * 330 + 350, scene.local("#b9bec0", 0.2))
    with view.at(canvas, 1.8):
        for x in (-420.0, -60.0, 520.0):
            nature.bale(canvas, light, x + dice.uniform(-60, 60), dice.uniform(44, 58))
    left, right = view.span(1.2, scene.size.width)
    with view.at(canvas, 1.2):
        nature.fence(canvas, light, left, right, scene.local("#8f7358", 0.25))
        for _ in range(6):
            _hen(canvas, light, dice.uniform(-360, 360), dice)


def _rows(canvas: Any, scene: Scene, top: float, crop: str) -> None:
    """Furrows that run towards the eye."""
    view, size = scene.view, scene.size
    low = size.height + size.margin_y
    run = (low - view.horizon_y) / max(top - view.horizon_y, 1)
    for index in range(-26, 27):
        x = view.centre_x + index * 170 * view.scale(6)
        far, near = x, view.centre_x + (x - view.centre_x) * run
        wide = 60 * view.scale(6)
        furrow = polygon((far, top), (far + wide, top), (near + wide * run, low), (near, low))
        canvas.drawPath(furrow, ink(darker(crop, 0.4), 0.28))
        leaf = polygon(
            (far + wide, top), (far + wide * 1.5, top), (near + wide * 1.5 * run, low), (near + wide * run, low)
        )
        canvas.drawPath(leaf, ink(mix(crop, scene.hour.key, 0.4), 0.25))


def barn(canvas: Any, light: Light, x: float, wide: float, red: str) -> None:
    """A barn with a gambrel roof; ``x`` is its middle, ``wide`` half its width."""
    canvas.drawPath(oval(x, 0, wide * 1.15, wide * 0.06), ink("#0a0712", 0.4, blur=14))
    side = smooth([(x + wide * 0.9, -wide * 0.78, "c"), (x + wide * 1.75, -wide * 0.78, "c"),
                   (x + wide * 1.75, 0, "c"), (x + wide * 0.9, 0, "c")])  # fmt: skip
    solid(canvas, side, darker(red, 0.25), light, shade=0.6, rim=0.4, rim_width=4, soft=20)
    slope = polygon((x, -wide * 1.45), (x + wide * 0.85, -wide * 1.4), (x + wide * 1.85, -wide * 0.74),
                    (x + wide * 0.98, -wide * 0.74), (x + wide * 0.6, -wide * 1.2))  # fmt: skip
    solid(canvas, slope, "#5a5560", light, shade=0.6, rim=0.8, rim_width=4, soft=20)
    front = polygon((x - wide, 0), (x - wide, -wide * 0.8), (x - wide * 0.6, -wide * 1.2), (x, -wide * 1.45),
                    (x + wide * 0.6, -wide * 1.2), (x + wide, -wide * 0.8), (x + wide, 0))  # fmt: skip
    solid(canvas, front, red, light, shade=0.6, rim=0.8, rim_width=5, soft=24)
    for index in range(-9, 10):
        at = x + index * wide * 0.1
        canvas.drawLine(at, -wide * 1.3 + abs(index) * wide * 0.055, at, 0, ink(darker(red, 0.5), 0.3, stroke=2))
    eaves = ((-1.06, -0.76), (-0.6, -1.2), (0.0, -1.48), (0.6, -1.2), (1.06, -0.76))
    for (x0, y0), (x1, y1) in itertools.pairwise(eaves):
        canvas.drawLine(x + x0 * wide, y0 * wide, x + x1 * wide, y1 * wide, ink("#efe3d0", stroke=wide * 0.05))
    canvas.drawPath(rect(x - wide * 0.36, -wide * 0.62, x + wide * 0.36, 0), ink(darker(red, 0.45)))
    frame = ink("#efe3d0", stroke=wide * 0.035)
    canvas.drawPath(rect(x - wide * 0.36, -wide * 0.62, x + wide * 0.36, -2), frame)
    canvas.drawLine(x - wide * 0.36, 0, x + wide * 0.36, -wide * 0.62, frame)
    canvas.drawLine(x - wide * 0.36, -wide * 0.62, x + wide * 0.36, 0, frame)
    canvas.drawPath(box(x - wide * 0.14, -wide * 1.08, wide * 0.28, wide * 0.24, 3), ink("#2c2530"))
    canvas.drawPath(box(x - wide * 0.14, -wide * 1.08, wide * 0.28, wide * 0.24, 3), frame)


def _silo(canvas: Any, light: Light, x: float, color: str) -> None:
    dome = smooth([(x - 66, -410, "c"), (x - 50, -462), (x, -486), (x + 50, -462), (x + 66, -410, "c")])
    solid(canvas, box(x - 66, -412, 132, 412, 4), color, light, shade=0.7, rim=0.8, rim_width=5, soft=30)
    for y in range(-380, 0, 60):
        canvas.drawLine(x - 66, y, x + 66, y, ink(darker(color, 0.5), 0.35, stroke=3))
    solid(canvas, dome, lighter(color, 0.1), light, shade=0.6, rim=0.9, rim_width=5, soft=20)


def _hen(canvas: Any, light: Light, x: float, dice: Random) -> None:
    tone, way = dice.choice(("#b5703f", "#efe6d6", "#7a4a34")), dice.choice((-1, 1))
    canvas.save()
    canvas.translate(x, dice.uniform(0, 40))
    canvas.scale(way, 1)
    canvas.drawPath(oval(0, 0, 17, 2.4), ink("#0a0712", 0.4, blur=2))
    for leg in (-3, 4):
        canvas.drawLine(leg, -8, leg, 0, ink("#d9a03f", stroke=1.6))
    body = smooth(
        [(-20, -34, "c"), (-12, -24), (2, -24), (10, -36), (14, -42), (18, -36), (15, -18), (2, -7), (-14, -14)]
    )
    solid(canvas, body, tone, light, shade=0.5, rim=0.7, rim_width=1.4, soft=4)
    canvas.drawPath(smooth([(11, -41), (13, -47), (15, -42), (18, -45), (18, -39)]), ink("#c23f37"))
    canvas.drawPath(polygon((18, -37), (23, -35), (18, -34)), ink("#e0a03f"))
    canvas.drawCircle(15.5, -37.5, 1, ink("#1a1216"))
    wing = curve((-8, -22), (0, -16), (7, -21))
    canvas.drawPath(wing, ink(darker(tone, 0.4), 0.7, stroke=2.4))
    canvas.restore()


def _lights(canvas: Any, scene: Scene) -> None:
    if scene.hour.lamps < 0.3:
        return
    with scene.view.at(canvas, 3):
        x = scene.pick("side", (-1, 1)) * 330
        glow(canvas, x, -255, 150, "#ffc878", 0.7 * scene.hour.lamps)
        glow(canvas, x, -255, 34, "#fff0cc", 0.8 * scene.hour.lamps)


def _vane(scene: Scene) -> tuple[Layer | None, ...]:
    """A wind pump whose wheel turns to and fro in the wind."""
    x, light = -scene.pick("side", (-1, 1)) * 420.0, scene.set_light

    def tower(canvas: Any) -> None:
        for side in (-1, 1):
            canvas.drawLine(x + side * 60, 0, x + side * 8, -470, ink("#4f4a50", stroke=8))
        for share in (0.25, 0.5, 0.75):
            half = 60 - 52 * share
            canvas.drawLine(x - half, -470 * share, x + half, -470 * share, ink("#4f4a50", stroke=5))

    def wheel(canvas: Any) -> None:
        canvas.save()
        canvas.translate(x, -480)
        for _ in range(12):
            canvas.rotate(30)
            blade = smooth([(-4, -16), (-16, -96), (14, -100), (6, -16)])
            solid(canvas, blade, "#c3c0bb", light, shade=0.5, rim=0.6, rim_width=2, soft=6)
        canvas.drawCircle(0, 0, 14, ink("#5a4a44"))
        canvas.restore()

    still = living(scene, tower, (x - 66, -480, x + 66, 4), 3, LayerMotion())
    turns = LayerMotion("sway", 24, 5.5)
    return still, living(scene, wheel, (x - 104, -584, x + 104, -376), 3, turns, (x, -480))


def _paint(scene: Scene) -> Backdrop:
    return open_air(scene, _far, _mid, near=("grasses", "#a5985a"), lights=_lights, alive=_vane)


SETTING = Setting(_paint, "wood", is_interior=False, stations_cm=(-260, 0, 260))
