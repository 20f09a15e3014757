"""A harbour or open sea: a pier of planks, boats that rock, a lighthouse on its rock, gulls."""

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
    smooth,
    solid,
)
from reelwright.providers.builtin.artist.contract import Backdrop, Scene, Setting
from reelwright.providers.builtin.artist.outdoors import open_air
from reelwright.providers.builtin.artist.painting import Layer, LayerMotion
from reelwright.providers.builtin.artist.pieces import boats, furniture, landscape
from reelwright.providers.builtin.artist.pieces.aloft import glints
from reelwright.providers.builtin.artist.stagecraft import living

_HULLS = ("#a5483f", "#3f6b7a", "#efe3cf", "#4f6b4f", "#c98a3a", "#33405f")
_PIER = 0.9


def _far(canvas: Any, scene: Scene, horizon: float) -> None:
    size, dice = scene.size, scene.place_dice("coast")
    scale = size.height / 720
    tone = mix(scene.hour.sky[2], scene.hour.fill, 0.32)
    landscape.ridge(canvas, scene, horizon + 4, 60 * scale, tone, dice)
    landscape.sea(canvas, scene, horizon, size.height + size.margin_y)
    side = scene.pick("side", (-1, 1))
    _lighthouse(canvas, scene, size.width * (0.5 + side * 0.33), horizon + 14 * scale, 210 * scale)


def _lighthouse(canvas: Any, scene: Scene, x: float, y: float, tall: float) -> None:
    light = scene.light
    rock = smooth(
        [(x - tall * 0.5, y + 4), (x - tall * 0.3, y - tall * 0.12), (x, y - tall * 0.17),
         (x + tall * 0.34, y - tall * 0.1), (x + tall * 0.6, y + 4)]
    )  # fmt: skip
    foot, head = y - tall * 0.13, y - tall * 0.86
    solid(canvas, rock, mix("#5f5a60", scene.hour.fill, 0.3), light, rim_width=3, soft=8)
    wide = tall * 0.085
    tower = polygon((x - wide, foot), (x - wide * 0.62, head), (x + wide * 0.62, head), (x + wide, foot))
    solid(canvas, tower, "#f1e8dc", light, shade=0.6, rim_width=2.5, soft=8)
    stripe = scene.pick("stripe", ("#b5483c", "#33405f", "#3f6b63"))
    for low, high in ((0.14, 0.32), (0.52, 0.7)):
        a, b = wide * (1 - 0.38 * low), wide * (1 - 0.38 * high)
        y0, y1 = foot + (head - foot) * low, foot + (head - foot) * high
        solid(canvas, polygon((x - a, y0), (x - b, y1), (x + b, y1), (x + a, y0)), stripe, light, rim_width=2, soft=6)
    lamp = wide * 0.5
    canvas.drawPath(rect(x - wide * 0.8, head - 3, x + wide * 0.8, head + 1), ink("#2a2933"))
    shine = mix("#9fb2bd", "#fff0c0", max(scene.hour.lamps, 0.2))
    canvas.drawPath(rect(x - lamp, head - wide * 1.1, x + lamp, head - 3), ink(shine))
    roof = polygon((x - lamp * 1.3, head - wide * 1.1), (x + lamp * 1.3, head - wide * 1.1), (x, head - wide * 1.9))
    canvas.drawPath(roof, ink(stripe))
    if scene.hour.lamps > 0.3:
        glow(canvas, x, head - wide * 0.6, tall * 0.5, "#fff0c0", 0.8 * scene.hour.lamps)
        for way in (-1, 1):
            beam = polygon(
                (x, head - wide * 0.6), (x + way * tall * 3, head - wide * 3.2), (x + way * tall * 3, head + wide)
            )
            stops = [(0.0, "#fff0c0", 0.3 * scene.hour.lamps), (1.0, "#fff0c0", 0.0)]
            canvas.drawPath(beam, ink(shader=linear((x, 0), (x + way * tall * 3, 0), stops), blur=6))


def _mid(canvas: Any, scene: Scene, horizon: float) -> None:
    """The pier's planks towards the eye, with posts and a rope."""
    size, view, light, dice = scene.size, scene.view, scene.set_light, scene.place_dice("pier")
    top, low = view.y(0, _PIER), size.height + size.margin_y
    if top < low:
        left, right = -size.margin_x, size.width + size.margin_x
        wood = scene.local(scene.pick("planks", ("#94735a", "#8a7f76", "#a58a68")), 0.25)
        stops = [(0.0, lighter(wood, 0.2)), (0.4, wood), (1.0, darker(wood, 0.35))]
        canvas.drawPath(rect(left, top, right, low), ink(shader=linear((0, top), (0, low), stops)))
        y, step = top, max(5.0, (low - top) * 0.035)
        while y < low:
            canvas.drawLine(left, y, right, y, ink(darker(wood, 0.6), 0.5, stroke=1 + step * 0.06))
            for _ in range(4):
                x = dice.uniform(left, right)
                canvas.drawLine(x, y, x, y + step, ink(darker(wood, 0.55), 0.4, stroke=1.4))
            y, step = y + step, step * 1.22
        canvas.drawPath(rect(left, top - 2, right, top + 5), ink(lighter(wood, 0.5), 0.9))
        canvas.drawPath(rect(left, top + 5, right, top + 16), ink("#0a0712", 0.35, blur=6))
    with view.at(canvas, _PIER):
        for x in (-520.0, -300.0, -80.0, 140.0, 360.0, 580.0):
            furniture.block(canvas, box(x - 9, -76, 18, 80, 4), scene.local("#6b5040", 0.25), light)
            furniture.block(canvas, box(x - 10, -72, 20, 9, 3), "#d9cbb0", light)
            rope = curve((x + 8, -66), (x + 110, -30), (x + 212, -66))
            canvas.drawPath(rope, ink("#b59a6a", stroke=5))
            canvas.drawPath(rope, ink("#e3cfa0", 0.7, stroke=1.6))
        for x, tone in ((-200.0, "#b5703f"), (470.0, "#5f7a86")):
            furniture.block(canvas, box(x - 30, -44, 60, 44, 3), tone, light)
            canvas.drawPath(oval(x, -46, 24, 6), ink("#d9cfc0", 0.9))


def _boats(scene: Scene) -> tuple[Layer | None, ...]:
    found: list[Layer | None] = []
    light, burns = scene.set_light, scene.hour.lamps
    spots = ((-420.0, 2.6, 0), (360.0, 3.4, 1), (-40.0, 5.5, 2))
    found.append(glints(scene, scene.view.horizon_y, scene.size.height))
    for x, depth, index in spots:
        hull = scene.pick(f"hull {index}", _HULLS)
        is_sail = scene.pick(f"rig {index}", (True, False)) if index < 2 else True
        flip = scene.pick(f"way {index}", (-1, 1))

        def draw(canvas: Any, x: float = x, hull: str = hull, is_sail: bool = is_sail, flip: int = flip) -> None:
            canvas.save()
            canvas.translate(x, 60)
            canvas.scale(flip, 1)
            boats.mirror_below(canvas, 560, mix("#0a1626", scene.hour.fill, 0.4))
            if is_sail:
                boats.sailing_boat(canvas, light, hull, "#f3ead9")
            else:
                boats.fishing_boat(canvas, light, hull, burns)
            canvas.restore()

        rock = LayerMotion("sway", 1.3, 3.6 + index, index * 0.3)
        found.append(living(scene, draw, (x - 330, -720, x + 330, 160), depth, rock, (x, 60), plane=0.3))
    return tuple(found)


def _paint(scene: Scene) -> Backdrop:
    near = scene.dice("near").choice((("rocks", "#6f6a68"), ("grasses", "#8f9a6a")))
    return open_air(scene, _far, _mid, near=near, aloft=_boats, crowd_depth=0.7)


SETTING = Setting(_paint, "wood", is_interior=False, stations_cm=(-260, 0, 260))
