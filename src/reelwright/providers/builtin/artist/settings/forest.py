"""A forest: trunks in haze, a path, ferns, light between the crowns."""

from typing import Any

from reelwright.providers.builtin.artist.brush import darker, glow, ink, linear, mix, oval, rect, smooth, solid
from reelwright.providers.builtin.artist.contract import Backdrop, Scene, Setting
from reelwright.providers.builtin.artist.outdoors import ground, open_air
from reelwright.providers.builtin.artist.pieces import landscape


def _far(canvas: Any, scene: Scene, horizon: float) -> None:
    size, dice = scene.size, scene.dice("deep")
    night = 0.8 * max(0.0, scene.hour.lamps - 0.2)
    haze = mix(mix(scene.hour.sky[-1], scene.local("#9db08a", 0.2), 0.5), scene.hour.sky[1], night)
    deep = mix(mix("#4f6b52", haze, 0.35), scene.hour.sky[0], night)
    shader = linear((0, 0), (0, horizon + 60), [(0, deep, 0.9 - night * 0.55), (1, haze, 0.95)])
    canvas.drawPath(
        rect(-size.margin_x, -size.margin_y, size.width + size.margin_x, size.height + size.margin_y),
        ink(shader=shader),
    )
    glow(
        canvas,
        size.width * (0.5 + scene.light.dx * 0.22),
        horizon * 0.7,
        size.height * 0.6,
        scene.hour.key,
        0.7 - 0.6 * night,
    )
    for _ in range(22):
        x, wide = dice.uniform(-0.1, 1.1) * size.width, dice.uniform(6, 22)
        canvas.drawPath(
            rect(x, -size.margin_y, x + wide, horizon + 50),
            ink(mix(mix("#4b5a4a", scene.hour.sky[0], night), haze, dice.uniform(0.35, 0.75)), 0.9),
        )


def _mid(canvas: Any, scene: Scene, horizon: float) -> None:
    size, dice = scene.size, scene.dice("trunks")
    top = min(horizon + size.height * 0.07, size.height * 0.84)
    floor = scene.local("#6b7446", 0.2)
    ground(canvas, scene, top, floor)
    low = size.height + size.margin_y
    path = smooth(
        [
            (size.width * 0.48, top, "c"),
            (size.width * 0.52, top, "c"),
            (size.width * 0.6, (top + low) / 2),
            (size.width * 0.78, low, "c"),
            (size.width * 0.24, low, "c"),
            (size.width * 0.44, (top + low) / 2),
        ]
    )
    canvas.drawPath(path, ink("#a58a62", 0.75, blur=8))
    zoom = 0.7 + scene.view.wall_scale * 0.17
    for index in range(9):
        x = size.width * (index / 8 + dice.uniform(-0.05, 0.05))
        if abs(x - size.width / 2) < size.width * 0.1:
            continue
        _trunk(canvas, scene, x, top + dice.uniform(10, 70), dice.uniform(26, 48) * zoom)
    _crowns(canvas, scene)
    for _ in range(13):
        x, near = dice.uniform(-0.05, 1.05) * size.width, dice.random()
        if abs(x - size.width / 2) > size.width * (0.1 + near * 0.16):
            landscape.bush(
                canvas,
                x,
                top + 30 + near * (size.height - top),
                (50 + near * 110) * size.height / 720,
                landscape.foliage(scene, "#5f8050"),
                scene.light,
                dice,
            )


def _trunk(canvas: Any, scene: Scene, x: float, y: float, wide: float) -> None:
    path = smooth(
        [
            (x - wide * 0.9, y, "c"),
            (x - wide * 0.5, y - 70),
            (x - wide * 0.45, -160, "c"),
            (x + wide * 0.45, -160, "c"),
            (x + wide * 0.5, y - 70),
            (x + wide * 0.9, y, "c"),
        ]
    )
    solid(canvas, path, "#5d4a3f", scene.light, shade=0.7, rim=0.8, rim_width=wide * 0.14, soft=wide * 0.3)


def _crowns(canvas: Any, scene: Scene) -> None:
    size, dice = scene.size, scene.dice("crowns")
    for index in range(30):
        x, y = dice.uniform(-0.08, 1.08) * size.width, dice.uniform(-0.1, 0.12) * size.height
        radius = dice.uniform(40, 100) * size.height / 720
        tone = mix(darker("#4f7048", 0.3), mix("#9db868", scene.hour.key, 0.25), index / 30)
        tone = landscape.foliage(scene, tone)
        canvas.drawPath(oval(x, y, radius * 1.3, radius * 0.6), ink(tone, 0.75, blur=6))


def _paint(scene: Scene) -> Backdrop:
    return open_air(scene, _far, _mid, near=("leaves", "#3f6040"), shows_sky=False)


SETTING = Setting(_paint, "stone", is_interior=False, stations_cm=(-300, 0, 300))
