"""Mountains: snow peaks, a forest edge, a meadow with a trail and boulders."""

from typing import Any

from reelwright.providers.builtin.artist.brush import curve, darker, ink, lighter, mix, polygon, smooth, solid
from reelwright.providers.builtin.artist.contract import Backdrop, Scene, Setting
from reelwright.providers.builtin.artist.outdoors import ground, open_air
from reelwright.providers.builtin.artist.pieces import landscape


def _far(canvas: Any, scene: Scene, horizon: float) -> None:
    dice, size = scene.dice("peaks"), scene.size
    zoom = scene.size.height / 720 * (1 + min(scene.view.wall_scale, 5) * 0.1)
    for base, count, share in ((0.62, 4, 0.8), (0.35, 3, 1.0)):
        tone = mix(scene.local("#5d6b86", 0.3), scene.hour.sky[2], base)
        for index in range(count):
            x = size.width * ((index + 0.5) / count + dice.uniform(-0.14, 0.14))
            landscape.peak(canvas, scene, x, horizon + 30 * zoom, dice.uniform(170, 290) * zoom * share, tone, dice)
    landscape.ridge(canvas, scene, horizon + 34 * zoom, 60 * zoom, mix("#55706a", scene.hour.sky[2], 0.35), dice)


def _mid(canvas: Any, scene: Scene, horizon: float) -> None:
    dice, size, view = scene.dice("meadow"), scene.size, scene.view
    meadow = landscape.foliage(scene, scene.local(scene.pick("meadow", ("#8f9a5c", "#a5985a", "#7d9a62")), 0.25))
    top = min(horizon + size.height * 0.1, size.height * 0.82)
    scale = size.height / 720
    for _ in range(16):
        x = dice.uniform(-0.12, 1.12) * size.width
        if abs(x - size.width * 0.5) > size.width * 0.12:
            landscape.pine(
                canvas,
                x,
                top + dice.uniform(0, 26) * scale,
                dice.uniform(90, 210) * scale * (0.75 + view.wall_scale * 0.1),
                landscape.foliage(scene, "#3f5f50"),
                scene.light,
                dice,
            )
    ground(canvas, scene, top, meadow)
    _trail(canvas, scene, top)
    for _ in range(7):
        x, near = dice.uniform(0, size.width), dice.random()
        y = top + 30 + near * (size.height - top)
        wide = (16 + near * 46) * scale
        path = smooth(
            [
                (x - wide, y),
                (x - wide * 0.7, y - wide * 0.55),
                (x, y - wide * 0.8),
                (x + wide * 0.8, y - wide * 0.4),
                (x + wide, y),
            ]
        )
        solid(canvas, path, "#8b8580", scene.light, shade=0.6, rim=0.7, rim_width=4, soft=8)
    _grass(canvas, scene, top, meadow)


def _trail(canvas: Any, scene: Scene, top: float) -> None:
    size = scene.size
    end = size.width * (0.5 - scene.light.dx * 0.16)
    bend, low = size.width * (0.5 + scene.light.dx * 0.06), size.height + size.margin_y
    path = smooth(
        [
            (end - 3, top, "c"),
            (end + 3, top, "c"),
            (bend + 40, top + (low - top) * 0.4),
            (size.width * 0.66, low, "c"),
            (size.width * 0.36, low, "c"),
            (bend - 14, top + (low - top) * 0.4),
        ]
    )
    canvas.drawPath(path, ink("#d3b38a", 0.85, blur=3))
    canvas.drawPath(
        polygon((size.width * 0.6, low), (size.width * 0.66, low), (end + 3, top)),
        ink(darker("#d3b38a", 0.4), 0.25, blur=5),
    )


def _grass(canvas: Any, scene: Scene, top: float, color: str) -> None:
    dice, size = scene.dice("grass"), scene.size
    for index in range(300):
        near = index / 300
        x, y = dice.uniform(-80, size.width + 80), top + 8 + near * (size.height + size.margin_y - top)
        tall = 4 + near * 42
        tone = mix(darker(color, 0.35), lighter(color, 0.4), dice.random())
        canvas.drawPath(
            curve((x, y), (x + 2, y - tall * 0.6), (x + dice.uniform(-0.4, 0.5) * tall, y - tall)),
            ink(tone, 0.9, stroke=1 + near * 2),
        )


def _paint(scene: Scene) -> Backdrop:
    return open_air(scene, _far, _mid, near=scene.dice("near").choice((("rocks", "#6f6a68"), ("grasses", "#7f8a50"))))


SETTING = Setting(_paint, "stone", is_interior=False, stations_cm=(-300, 0, 300))
