"""Space: a planet and stars over grey ground, or, with people, a station with a wide round window."""

from random import Random
from typing import Any

from reelwright.media.canvas import skia
from reelwright.providers.builtin.artist.brush import (
    Light,
    box,
    clipped,
    darker,
    glow,
    ink,
    lighter,
    linear,
    mix,
    oval,
    radial,
    rect,
    smooth,
    solid,
)
from reelwright.providers.builtin.artist.contract import Backdrop, Scene, Setting
from reelwright.providers.builtin.artist.painting import Layer, LayerMotion, Plate
from reelwright.providers.builtin.artist.pieces import nature
from reelwright.providers.builtin.artist.pieces.foreground import foreground
from reelwright.providers.builtin.artist.pieces.glows import glowing
from reelwright.providers.builtin.artist.stagecraft import floor_y, gather, wash

_PLANETS = (("#3f7fb0", "#7fb58a"), ("#c98a5a", "#e9c48f"), ("#8f6fb8", "#d9a5c9"), ("#5fa3a0", "#cfe6d6"))


def _paint(scene: Scene) -> Backdrop:
    if scene.shot.staging.people:
        return _station(scene)
    sky, land = _cosmos(scene, scene.size.height * 0.34), Plate(scene.size, 0.45, "ground", scene.view.blur)
    _moon_ground(land.canvas, scene)
    land.blur(scene.view.blur)
    return Backdrop(gather(*sky, land.layer()), foreground(scene, "rocks", "#4a4a58"), floor_y(scene))


def _cosmos(scene: Scene, y: float) -> tuple[Layer | None, ...]:
    """Deep sky with a veil of colour and a planet; some of the stars twinkle."""
    size, dice = scene.size, scene.place_dice("cosmos")
    plate = Plate(size, 0.06, "cosmos", scene.view.blur * 0.5)
    canvas = plate.canvas
    canvas.drawPaint(ink(shader=linear((0, -70), (0, size.height), [(0, "#04050f"), (0.6, "#0d1030"), (1, "#1b1740")])))
    for index in range(7):
        tone = dice.choice(("#4a3fa0", "#8f3f8a", "#2f6fa5", "#c9657a"))
        x, at = (index / 6 - 0.1) * size.width * 1.2, size.height * (0.62 - index * 0.07 + dice.uniform(-0.1, 0.1))
        glow(canvas, x, at, size.height * dice.uniform(0.25, 0.5), tone, 0.28)
    _scatter(canvas, scene, dice, 260)
    _planet(canvas, scene, size.width * dice.choice((0.27, 0.72)), y, min(size.width, size.height) * 0.23)
    plate.blur(scene.view.blur * 0.5)
    return plate.layer(), _twinkling(scene)


def _scatter(canvas: Any, scene: Scene, dice: Random, count: int) -> None:
    size = scene.size
    for _ in range(count):
        x, y = dice.uniform(-0.1, 1.1) * size.width, dice.uniform(-0.1, 1.1) * size.height
        radius = 0.5 + dice.random() ** 3 * 1.6
        canvas.drawCircle(x, y, radius, ink(dice.choice(("#ffffff", "#cfdcff", "#ffe9cf")), dice.uniform(0.3, 1)))


def _twinkling(scene: Scene) -> Layer | None:
    size, dice = scene.size, scene.dice("twinkle")
    plate = Plate(size, 0.06, "stars", 1.3)
    for _ in range(16):
        x, y, long = dice.uniform(0, size.width), dice.uniform(0, size.height * 0.7), dice.uniform(3, 9)
        for dx, dy in ((long, 0.8), (0.8, long)):
            plate.canvas.drawPath(oval(x, y, dx, dy), ink("#f4f6ff", 0.8, blur=0.7))
        plate.canvas.drawCircle(x, y, 1.8, ink("#ffffff"))
    return plate.layer(LayerMotion("flicker", 0.7, 2.6))


def _planet(canvas: Any, scene: Scene, x: float, y: float, radius: float) -> None:
    sea, land = scene.pick("planet", _PLANETS)
    light, dice = scene.light, scene.place_dice("planet")
    glow(canvas, x, y, radius * 1.7, lighter(sea, 0.3), 0.35)
    disc = oval(x, y, radius, radius)
    canvas.drawPath(disc, ink(sea))
    with clipped(canvas, disc):
        for _ in range(9):
            cx, cy = x + dice.uniform(-1, 1) * radius, y + dice.uniform(-0.8, 0.8) * radius
            rx, ry = radius * dice.uniform(0.15, 0.5), radius * dice.uniform(0.05, 0.2)
            canvas.drawPath(oval(cx, cy, rx, ry), ink(land, 0.75, blur=radius * 0.02))
        for _ in range(6):
            cy = y + dice.uniform(-0.8, 0.8) * radius
            cloud = oval(x + dice.uniform(-0.5, 0.5) * radius, cy, radius * 0.6, radius * 0.04)
            canvas.drawPath(cloud, ink("#ffffff", 0.35, blur=radius * 0.03))
        lit = (x + light.dx * radius * 0.7, y + light.dy * radius * 0.7)
        stops = [(0.0, "#fffaf0", 0.35), (0.45, sea, 0.0), (0.8, "#03040c", 0.75), (1.0, "#03040c", 0.95)]
        canvas.drawPath(disc, ink(shader=radial(lit, radius * 2, stops)))
    rim = radial((x - light.dx * radius * 0.1, y - light.dy * radius * 0.1), radius * 1.08,
                 [(0.86, "#cfe6ff", 0.0), (0.93, "#cfe6ff", 0.5), (1.0, "#cfe6ff", 0.0)])  # fmt: skip
    canvas.drawPath(oval(x, y, radius * 1.06, radius * 1.06), ink(shader=rim, alpha=0.8))


def _moon_ground(canvas: Any, scene: Scene) -> None:
    size, view, light, dice = scene.size, scene.view, scene.light, scene.place_dice("moon")
    top, low = max(view.horizon_y, size.height * 0.3) + size.height * 0.08, size.height + size.margin_y
    grey = scene.local(scene.pick("ground", ("#8f8d98", "#a5705a", "#7f8698")), 0.2)
    outline: list[Any] = [(-size.margin_x, low, "c")]
    outline += [(size.width * (index / 5 * 1.3 - 0.15), top + dice.uniform(-16, 16)) for index in range(6)]
    path = smooth([*outline, (size.width + size.margin_x, low, "c")])
    stops = [(0.0, mix(grey, light.key, 0.3)), (0.2, grey), (1.0, darker(grey, 0.55))]
    canvas.drawPath(path, ink(shader=linear((0, top), (0, low), stops)))
    for _ in range(16):
        near = dice.random()
        x, y = dice.uniform(0, size.width), top + 20 + near * (low - top)
        wide = (12 + near * 70) * dice.uniform(0.5, 1.3)
        canvas.drawPath(oval(x, y, wide, wide * 0.2), ink(darker(grey, 0.6), 0.55, blur=2))
        edge = oval(x - light.dx * wide * 0.08, y + wide * 0.06, wide, wide * 0.2)
        canvas.drawPath(edge, ink(mix(grey, light.key, 0.5), 0.5, stroke=wide * 0.05, blur=1.2))
    with view.at(canvas, 1):
        for x in (-330.0, 90.0, 420.0):
            nature.boulder(canvas, light, x, dice.uniform(22, 60), darker(grey, 0.2), dice)


def _station(scene: Scene) -> Backdrop:
    size, view = scene.size, scene.view
    far = _cosmos(scene, view.y(185, 1))
    wall = Plate(size, 0.42, "room", view.blur)
    canvas, light = wall.canvas, scene.set_light
    hull = scene.local(scene.pick("hull", ("#a9b2ba", "#8f95a5", "#c2bdb2")), 0.3)
    left, right = view.span(1, size.width)
    with view.at(canvas, 1):
        opening = box(-250, -268, 500, 176, 80)
        shell = skia.Op(rect(left - 60, -900, right + 60, 2), opening, skia.kDifference_PathOp)
        stops = [(0.0, darker(hull, 0.5)), (0.5, hull), (1.0, darker(hull, 0.3))]
        canvas.drawPath(shell, ink(shader=linear((0, -420), (0, 0), stops)))
        canvas.drawPath(box(-250, -268, 500, 176, 80), ink(darker(hull, 0.55), stroke=16))
        canvas.drawPath(box(-244, -262, 488, 164, 76), ink(lighter(hull, 0.5), 0.8, stroke=2))
        for x in (-84, 84):
            solid(canvas, rect(x - 6, -268, x + 6, -92), darker(hull, 0.2), light, rim_width=2, soft=5)
        _panels(canvas, scene, light, hull, left, right)
    _deck(canvas, scene, hull)
    wash(canvas, scene, 0.7)
    with view.at(canvas, 1):
        for x in (-420, -300, 300, 420):
            glow(canvas, x, -200, 90, "#8fd0ff", 0.5)
        canvas.drawPath(rect(left - 60, -8, right + 60, -4), ink("#9fdcff", 0.9, blur=1.5))
    wall.blur(view.blur)
    return Backdrop(
        gather(*far, wall.layer(), *glowing(scene, indoors=True)),
        foreground(scene, "lights", "#8fc9ff"),
        floor_y(scene),
    )


def _panels(canvas: Any, scene: Scene, light: Light, hull: str, left: float, right: float) -> None:
    dice = scene.place_dice("panels")
    x = left - left % 110 - 110
    while x < right + 110:
        if not -330 < x < 250:
            solid(canvas, box(x + 5, -286, 98, 190, 10), lighter(hull, 0.06), light, shade=0.4, rim_width=2, soft=8)
            canvas.drawPath(box(x + 20, -240, 68, 52, 6), ink("#12222e"))
            for row in range(4):
                tone = dice.choice(("#7fd0ff", "#9fe8c0", "#ffcf8a"))
                canvas.drawLine(
                    x + 28, -230 + row * 11, x + 28 + dice.uniform(12, 50), -230 + row * 11, ink(tone, 0.9, stroke=3)
                )
        solid(canvas, box(x + 5, -86, 98, 78, 8), darker(hull, 0.1), light, shade=0.4, rim_width=2, soft=8)
        for dot in range(3):
            canvas.drawCircle(x + 24 + dot * 16, -66, 3.4, ink(dice.choice(("#ff9f7a", "#9fe8c0", "#7fd0ff"))))
        x += 110


def _deck(canvas: Any, scene: Scene, hull: str) -> None:
    size, view = scene.size, scene.view
    top, low = view.y(0, 1), size.height + size.margin_y
    if top >= low:
        return
    tone = darker(hull, 0.35)
    stops = [(0.0, darker(tone, 0.2)), (0.3, tone), (1.0, darker(tone, 0.4))]
    canvas.drawPath(
        rect(-size.margin_x, top, size.width + size.margin_x, low), ink(shader=linear((0, top), (0, low), stops))
    )
    run = (low - view.horizon_y) / max(top - view.horizon_y, 1)
    for index in range(-9, 10):
        x = view.centre_x + index * 80 * view.wall_scale
        canvas.drawLine(x, top, view.centre_x + (x - view.centre_x) * run, low, ink("#0c0d16", 0.5, stroke=3))


SETTING = Setting(
    _paint, "stone", is_interior=True, is_dark=True, stations_cm=(-60, 0, 80),
    palette=("#05060f", "#1b1740", "#4a4a86", "#8fa0c9", "#eef2ff"),
)  # fmt: skip
