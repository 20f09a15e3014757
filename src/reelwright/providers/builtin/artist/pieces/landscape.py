"""The open air: sky, sun and moon, clouds, hills, peaks, trees."""

import math
from random import Random
from typing import Any

from reelwright.providers.builtin.artist.brush import (
    SCREEN,
    Light,
    darker,
    glow,
    ink,
    leaf,
    lighter,
    linear,
    mix,
    oval,
    polygon,
    radial,
    rect,
    smooth,
    solid,
)
from reelwright.providers.builtin.artist.contract import Scene


def sky(canvas: Any, scene: Scene, horizon_y: float) -> None:
    """The whole sky in frame units, with sun or moon, clouds and stars."""
    size, hour = scene.size, scene.hour
    left, right = -size.margin_x, size.width + size.margin_x
    top, bottom = -size.margin_y, size.height + size.margin_y
    count = len(hour.sky) - 1
    stops = [(index / count, color) for index, color in enumerate(hour.sky)]
    canvas.drawPath(rect(left, top, right, bottom), ink(shader=linear((0, top), (0, max(horizon_y, top + 60)), stops)))
    staging = scene.shot.staging
    if staging.time_of_day == "night" or "stars" in staging.effects:
        _stars(canvas, scene, horizon_y)
    if staging.weather == "clear":
        _sun(canvas, scene, horizon_y)
    _clouds(canvas, scene, horizon_y)


def _stars(canvas: Any, scene: Scene, horizon_y: float) -> None:
    dice, size = scene.dice("stars"), scene.size
    is_full = "stars" in scene.shot.staging.effects
    if is_full:
        for share in range(7):
            x, y = size.width * (0.1 + share * 0.13), horizon_y * (0.75 - share * 0.1)
            glow(canvas, x, y, size.height * 0.16, "#8f9fe0", 0.16)
    for _ in range(320 if is_full else 90):
        x, y = dice.uniform(-60, size.width + 60), dice.uniform(-60, horizon_y * 0.92)
        canvas.drawCircle(x, y, 0.6 + dice.random() ** 2 * 1.4, ink("#eef2ff", dice.uniform(0.25, 0.9), blur=0.5))


def _sun(canvas: Any, scene: Scene, horizon_y: float) -> None:
    size, hour = scene.size, scene.hour
    dice = scene.dice("sun")
    side = scene.light.dx if scene.shot.staging.light_from != "above" else -0.5
    x = size.width * (0.5 + side * dice.uniform(0.2, 0.34))
    y = horizon_y * (1 - hour.sun_height)
    night = scene.shot.staging.time_of_day == "night"
    wide = min(size.width, size.height)
    reach = wide * (0.3 if night else 0.62)
    stops = [(0, hour.sun, 0.95), (0.2, hour.key if not night else "#8ea4e0", 0.5), (1, hour.key, 0)]
    canvas.drawPath(oval(x, y, reach, reach), ink(shader=radial((x, y), reach, stops), alpha=0.85))
    if hour.sun_height < 0.7:
        canvas.drawCircle(x, y, wide * 0.055, ink(hour.sun, blur=1.2))


def _clouds(canvas: Any, scene: Scene, horizon_y: float) -> None:
    dice, size = scene.dice("clouds"), scene.size
    thick = scene.shot.staging.weather in ("overcast", "rain", "snow")
    for _ in range(12 if thick else 5):
        x, y = dice.uniform(-0.1, 1.1) * size.width, dice.uniform(-0.05, 0.82) * horizon_y
        cloud(canvas, scene, x, y, dice.uniform(0.1, 0.28) * size.width, dice)


def cloud(canvas: Any, scene: Scene, x: float, y: float, wide: float, dice: Random) -> None:
    """A flat, soft cloud around (x, y), in frame units; ``wide`` is about half its width."""
    hour = scene.hour
    light = mix(hour.sky[-1], hour.key, 0.4)
    for _ in range(5):
        dx, dy = dice.uniform(-0.7, 0.7) * wide, dice.uniform(-8, 8)
        rx, ry = wide * dice.uniform(0.25, 0.6), wide * dice.uniform(0.025, 0.07)
        canvas.drawPath(oval(x + dx, y + dy + 5, rx, ry), ink(mix(hour.sky[1], hour.fill, 0.2), 0.16, blur=8))
        canvas.drawPath(oval(x + dx, y + dy, rx, ry), ink(light, 0.24, blur=7))


def foliage(scene: Scene, color: str) -> str:
    """A plant's colour under the weather: white where snow lies."""
    return mix(color, "#eef3f8", 0.62) if scene.shot.staging.weather == "snow" else color


def ridge(
    canvas: Any, scene: Scene, base_y: float, height: float, color: str, dice: Random, *, jagged: bool = False
) -> None:
    """A line of hills (or peaks) across the frame, in frame units, with haze at its foot."""
    size = scene.size
    left, right, bottom = -size.margin_x - 40, size.width + size.margin_x + 40, size.height + size.margin_y
    color = mix(color, "#f2f5fa", 0.5) if scene.shot.staging.weather == "snow" else color
    step = size.width / (7 if jagged else 5)
    x, points = left, [(left, base_y - dice.uniform(0.2, 0.8) * height)]
    while x < right:
        x += step * dice.uniform(0.6, 1.2)
        points.append((x, base_y - dice.uniform(0.1, 1.0) * height))
    outline: list[Any] = [(left, bottom, "c"), *points, (right + 60, bottom, "c")]
    path = polygon(*[(p[0], p[1]) for p in outline]) if jagged else smooth(outline)
    stops = [(0.0, mix(color, scene.hour.key, 0.16)), (0.5, color), (1.0, mix(color, scene.hour.sky[-1], 0.55))]
    canvas.drawPath(path, ink(shader=linear((0, base_y - height), (0, base_y + height * 0.7), stops)))


def peak(canvas: Any, scene: Scene, x: float, base_y: float, height: float, color: str, dice: Random) -> None:
    """A mountain with snow on it, in frame units: a lit face, a shadow face and broken edges between them."""
    half = height * dice.uniform(0.75, 1.0)
    lit_left = scene.light.dx < 0
    left = [
        (x - half * s + dice.uniform(-0.05, 0.05) * half, base_y - height * (1 - s))
        for s in (1, 0.78, 0.55, 0.34, 0.16)
    ]
    right = [
        (x + half * s + dice.uniform(-0.05, 0.05) * half, base_y - height * (1 - s))
        for s in (0.16, 0.34, 0.55, 0.78, 1)
    ]
    top = (x, base_y - height)
    spine = [(x + dice.uniform(-0.1, 0.1) * half * (1 + s), base_y - height * (1 - s)) for s in (0.25, 0.5, 0.75, 1)]
    bright, dark = mix(color, scene.hour.key, 0.4), mix(color, scene.hour.fill, 0.42)
    canvas.drawPath(polygon(*left, top, *right), ink(dark if lit_left else bright))
    canvas.drawPath(polygon(*left, top, *spine), ink(bright if lit_left else dark))
    snow = mix("#ffffff", scene.hour.key, 0.25)
    cap_left, cap_right = left[3:], right[:2]
    low = base_y - height * 0.55
    teeth = [(x + half * f, low + dice.uniform(-0.12, 0.12) * height) for f in (0.24, 0.1, -0.02, -0.14, -0.24)]
    canvas.drawPath(
        polygon(*cap_left, top, *cap_right, *teeth), ink(mix(snow, scene.hour.fill, 0.38 if lit_left else 0.0), 0.94)
    )
    near = [*cap_left, top, spine[0], *teeth[2:]] if lit_left else [top, *cap_right, *teeth[:3], spine[0]]
    canvas.drawPath(polygon(*near), ink(snow if lit_left else mix(snow, scene.hour.fill, 0.38), 0.96))
    haze = [(0.0, scene.hour.sky[-1], 0.0), (1.0, scene.hour.sky[-1], 0.75)]
    canvas.drawPath(polygon(*left, top, *right), ink(shader=linear((0, base_y - height * 0.6), (0, base_y), haze)))


def pine(canvas: Any, x: float, y: float, height: float, color: str, light: Light, dice: Random) -> None:
    """A conifer, in whatever units the canvas has."""
    canvas.drawPath(rect(x - height * 0.02, y - height * 0.2, x + height * 0.02, y), ink(darker("#4a352c", 0.3)))
    for tier in range(6):
        low = y - height * (0.1 + tier * 0.14)
        half = height * (0.2 - tier * 0.028) * dice.uniform(0.9, 1.1)
        tip = low - height * 0.27
        path = smooth([(x - half, low), (x, low - height * 0.03), (x + half, low), (x, tip, "c")])
        solid(
            canvas,
            path,
            mix(color, "#ffffff", tier * 0.015),
            light,
            shade=0.6,
            rim=0.45,
            rim_width=height * 0.012,
            soft=height * 0.03,
        )


def tree(canvas: Any, x: float, y: float, height: float, color: str, light: Light, dice: Random) -> None:
    """A broad-leaved tree, in whatever units the canvas has."""
    trunk = smooth(
        [
            (x - height * 0.035, y, "c"),
            (x - height * 0.02, y - height * 0.5),
            (x + height * 0.02, y - height * 0.5),
            (x + height * 0.035, y, "c"),
        ]
    )
    solid(canvas, trunk, "#5b4237", light, rim_width=height * 0.01, soft=height * 0.02)
    for ring in range(3):
        for index in range(6 - ring):
            angle = index * 2 * math.pi / (6 - ring) + dice.uniform(0, 0.8)
            reach = height * (0.2 - ring * 0.06)
            cx, cy = x + math.cos(angle) * reach, y - height * (0.68 + ring * 0.05) + math.sin(angle) * reach * 0.7
            radius = height * dice.uniform(0.11, 0.16)
            tone = mix(darker(color, 0.3), lighter(color, 0.2), ring / 2)
            solid(
                canvas,
                oval(cx, cy, radius, radius * 0.9),
                tone,
                light,
                shade=0.5,
                rim=0.35,
                rim_width=height * 0.012,
                soft=height * 0.03,
            )


def far_tree(canvas: Any, x: float, y: float, height: float, color: str, light: Light, dice: Random) -> None:
    """A broad-leaved tree for the distance: a tenth of the work of ``tree``."""
    canvas.drawPath(rect(x - height * 0.022, y - height * 0.5, x + height * 0.022, y), ink("#5b4237"))
    lit, dark = mix(lighter(color, 0.15), light.key, 0.3), mix(darker(color, 0.3), light.fill, 0.35)
    for dx, dy, share in (
        (-0.15, 0.6, 0.15),
        (0.16, 0.62, 0.15),
        (-0.03, 0.72, 0.18),
        (0.08, 0.82, 0.13),
        (-0.11, 0.8, 0.12),
    ):
        radius = height * share * dice.uniform(0.9, 1.12)
        cx, cy = x + dx * height, y - dy * height
        shine = radial(
            (cx + light.dx * radius * 0.5, cy + light.dy * radius * 0.5),
            radius * 1.5,
            [(0, lit), (0.5, color), (1, dark)],
        )
        canvas.drawPath(oval(cx, cy, radius, radius * 0.92), ink(shader=shine))


def bush(canvas: Any, x: float, y: float, width: float, color: str, light: Light, dice: Random) -> None:
    """A plant of long leaves around a middle, in whatever units the canvas has."""
    for index in range(15):
        turn = -78 + index * 156 / 14 + dice.uniform(-6, 6)
        long = width * dice.uniform(0.5, 0.75)
        tone = mix(darker(color, 0.45), lighter(color, 0.2), dice.random())
        solid(
            canvas,
            leaf(x, y, turn, long, long * 0.24),
            tone,
            light,
            shade=0.55,
            rim=0.7,
            rim_width=width * 0.008,
            soft=width * 0.03,
        )


def sea(canvas: Any, scene: Scene, horizon_y: float, bottom_y: float) -> None:
    """Water to the horizon with the light's path on it, in frame units."""
    size, hour, dice = scene.size, scene.hour, scene.dice("sea")
    left, right = -size.margin_x, size.width + size.margin_x
    deep = scene.local(mix("#1f6f8f", hour.sky[0], 0.45), 0.25)
    stops = [
        (0.0, mix(hour.sky[-1], deep, 0.35)),
        (0.25, mix(deep, hour.sky[2], 0.3)),
        (1.0, mix(deep, hour.fill, 0.25)),
    ]
    canvas.drawPath(rect(left, horizon_y, right, bottom_y), ink(shader=linear((0, horizon_y), (0, bottom_y), stops)))
    middle = size.width * (0.5 + scene.light.dx * 0.27)
    glow(canvas, middle, horizon_y, size.width * 0.35, hour.key, 0.35)
    for _ in range(150):
        near = dice.random() ** 1.4
        y = horizon_y + 2 + near * (bottom_y - horizon_y)
        on_path = dice.random() < 0.55
        x = dice.gauss(middle, 40 + near * 190) if on_path else dice.uniform(left, right)
        long = 8 + near * 90 * dice.uniform(0.4, 1)
        color = hour.sun if on_path else lighter(deep, 0.35)
        canvas.drawPath(
            oval(x, y, long, 0.7 + near * 2.6), ink(color, dice.uniform(0.15, 0.6), blend=SCREEN if on_path else None)
        )
