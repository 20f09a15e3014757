"""A street: houses with shops, pavement and roadway, lamps; wet and shining in the rain."""

from typing import Any

from reelwright.providers.builtin.artist.brush import (
    MULTIPLY,
    SCREEN,
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
from reelwright.providers.builtin.artist.pieces import city, landscape
from reelwright.providers.builtin.artist.stagecraft import open_air

_WALLS = ("#b5705a", "#c9a57f", "#8a8f98", "#a9806b", "#6f7f86", "#d3b694", "#94606a")
_LAMPS = (-700, -260, 180, 620)
_FRONTS = 3.2
"""Depth of the houses."""
_AWNINGS = ("#a5483f", "#3f6b63", "#c98a3a", "#3f5478", "#7a4a6a")


def _far(canvas: Any, scene: Scene, horizon: float) -> None:
    tone = mix(scene.hour.sky[2], scene.hour.fill, 0.4)
    scale = scene.size.height / 720
    city.skyline(canvas, scene, horizon + 30 * scale, 300 * scale, tone, scene.dice("far"))


def _mid(canvas: Any, scene: Scene, horizon: float) -> None:
    view, light = scene.view, scene.set_light
    dice = scene.place_dice("street")
    _ground(canvas, scene)
    with view.at(canvas, _FRONTS):
        x = -1500.0
        while x < 1500:
            wide = dice.uniform(300, 460)
            wall, awning = scene.local(dice.choice(_WALLS), 0.25), scene.local(dice.choice(_AWNINGS), 0.2)
            if not 500 < x + wide / 2 < 700:
                city.house(canvas, light, x, wide, wall, awning, scene.hour.lamps, dice)
            x += wide
    with view.at(canvas, 2.0):
        for x in _LAMPS:
            city.street_lamp(canvas, light, x, scene.hour.lamps)
        for x in (-480, 400):
            landscape.tree(canvas, x, 0, 420, "#6d8a55", light, dice)


def _lights(canvas: Any, scene: Scene) -> None:
    """Shop windows and lamps after dark, and their light on wet ground."""
    lamps = scene.hour.lamps
    with scene.view.at(canvas, _FRONTS):
        for x in range(-1350, 1500, 300):
            glow(canvas, x, -150, 240, "#ffb45e", 0.5 * lamps)
            glow(canvas, x, -10, 260, "#ffcf8a", 0.3 * lamps)
    with scene.view.at(canvas, 2.0):
        for x in _LAMPS:
            glow(canvas, x, -445, 240, "#ffcf85", 0.7 * lamps)
            glow(canvas, x, -445, 46, "#fff2d0", 0.9 * lamps)
    if scene.shot.staging.weather == "rain" or scene.shot.staging.time_of_day == "night":
        _wet(canvas, scene)


def _ground(canvas: Any, scene: Scene) -> None:
    size, view = scene.size, scene.view
    left, right, bottom = -size.margin_x, size.width + size.margin_x, size.height + size.margin_y
    walk, road = view.y(0, _FRONTS), view.y(0, 1.3)
    pave = mix("#9a948f", scene.hour.sky[-1], 0.15)
    canvas.drawPath(
        rect(left, walk - 2, right, bottom),
        ink(shader=linear((0, walk), (0, road), [(0, lighter(pave, 0.15)), (1, darker(pave, 0.15))])),
    )
    canvas.drawPath(
        rect(left, road, right, bottom), ink(shader=linear((0, road), (0, bottom), [(0, "#5a5b66"), (1, "#3b3d48")]))
    )
    canvas.drawPath(rect(left, road - 6, right, road + 3), ink("#c9c2b8"))
    for index in range(-12, 13):
        x = view.centre_x + index * 90
        canvas.drawPath(
            polygon(
                (x, walk),
                (x + 2, walk),
                (x + (x - view.centre_x) * 0.16 + 3, road - 6),
                (x + (x - view.centre_x) * 0.16, road - 6),
            ),
            ink("#5d5a5c", 0.5),
        )


def _wet(canvas: Any, scene: Scene) -> None:
    """Light drawn down into puddles."""
    size, dice = scene.size, scene.dice("wet")
    top = scene.view.y(0, 2.4)
    canvas.drawPath(
        rect(-size.margin_x, top, size.width + size.margin_x, size.height + size.margin_y),
        ink("#8b93b0", 0.5, blend=MULTIPLY),
    )
    for _ in range(20):
        x, wide = dice.uniform(-0.05, 1.05) * size.width, dice.uniform(6, 34)
        tone = dice.choice(("#ffc878", "#ffe0a8", "#ff9d6a", "#9fc4ff"))
        long = dice.uniform(0.15, 0.5) * (size.height - top + 120)
        stops = [(0.0, tone, 0.5 * (0.3 + scene.hour.lamps)), (1.0, tone, 0.0)]
        canvas.drawPath(
            rect(x - wide / 2, top, x + wide / 2, top + long),
            ink(shader=linear((0, top), (0, top + long), stops), blur=7, blend=SCREEN),
        )
    for _ in range(9):
        x, y = dice.uniform(0, size.width), dice.uniform(top + 20, size.height + 20)
        canvas.drawPath(oval(x, y, dice.uniform(50, 150), dice.uniform(4, 10)), ink(scene.hour.sky[-1], 0.3, blur=3))


def _paint(scene: Scene) -> Backdrop:
    after_dark = scene.hour.lamps > 0.5
    near = (
        ("lights", "#ffb86a")
        if after_dark
        else scene.dice("near").choice((("leaves", "#5d7d4e"), ("lights", "#ffe6b8")))
    )
    return open_air(scene, _far, _mid, near=near, lights=_lights)


SETTING = Setting(_paint, "stone", is_interior=False, stations_cm=(-330, -90, 120, 300))
