"""A beach: the sea with the light's path on it, wet sand, palms or dunes."""

from typing import Any

from reelwright.providers.builtin.artist.brush import curve, darker, ink, leaf, mix, smooth, solid
from reelwright.providers.builtin.artist.contract import Backdrop, Scene, Setting
from reelwright.providers.builtin.artist.painting import Layer
from reelwright.providers.builtin.artist.pieces import landscape
from reelwright.providers.builtin.artist.pieces.aloft import glints
from reelwright.providers.builtin.artist.stagecraft import ground, open_air


def _far(canvas: Any, scene: Scene, horizon: float) -> None:
    size, dice = scene.size, scene.dice("isle")
    landscape.ridge(
        canvas, scene, horizon + 2, 46 * size.height / 720, mix(scene.hour.sky[2], scene.hour.fill, 0.3), dice
    )
    landscape.sea(canvas, scene, horizon, size.height + size.margin_y)


def _mid(canvas: Any, scene: Scene, horizon: float) -> None:
    size, dice = scene.size, scene.dice("shore")
    top = min(horizon + size.height * dice.uniform(0.17, 0.24), size.height * 0.86)
    sand = landscape.foliage(scene, scene.local(scene.pick("sand", ("#e3c799", "#efdcb8", "#d9b98f")), 0.25))
    ground(canvas, scene, top, sand)
    for index in range(3):
        y = top + (index - 1.2) * size.height * 0.022
        points = [(x, y + dice.uniform(-7, 7)) for x in range(-160, int(size.width) + 260, 130)]
        canvas.drawPath(curve(*points), ink("#ffffff", 0.75 - index * 0.18, stroke=9 - index * 2, blur=2.5))
    for index in range(10):
        y = top + 24 + index * index * 4.5
        points = [(x, y + dice.uniform(-6, 6)) for x in range(-160, int(size.width) + 260, 160)]
        canvas.drawPath(curve(*points), ink(darker(sand, 0.4), 0.16, stroke=3 + index, blur=2))
    side = dice.choice((-1, 1))
    for index in range(2):
        _palm(
            canvas,
            scene,
            size.width * (0.5 + side * (0.43 - 0.09 * index)),
            top + 46,
            size.height * (0.62 - 0.12 * index),
            -side,
        )


def _palm(canvas: Any, scene: Scene, x: float, y: float, tall: float, lean: int) -> None:
    tip = x + lean * tall * 0.16
    wide = tall * 0.03
    trunk = smooth(
        [
            (x - wide, y, "c"),
            (x + lean * tall * 0.03 - wide * 0.7, y - tall * 0.5),
            (tip - wide * 0.5, y - tall, "c"),
            (tip + wide * 0.5, y - tall, "c"),
            (x + lean * tall * 0.03 + wide * 0.7, y - tall * 0.5),
            (x + wide, y, "c"),
        ]
    )
    solid(canvas, trunk, "#8a674b", scene.light, rim_width=3, soft=5)
    for turn in (-128, -100, -66, -30, 8, 44, 78, 110, 134):
        solid(
            canvas,
            leaf(tip, y - tall, turn, tall * 0.4, tall * 0.09),
            mix("#4c7a52", "#8fae62", (turn + 130) / 270),
            scene.light,
            shade=0.5,
            rim=0.6,
            rim_width=2.5,
            soft=5,
        )


def _water(scene: Scene) -> tuple[Layer | None, ...]:
    return (glints(scene, scene.view.horizon_y, scene.size.height),)


def _paint(scene: Scene) -> Backdrop:
    return open_air(
        scene, _far, _mid, aloft=_water, near=scene.dice("near").choice((("leaves", "#4c7a52"), ("grasses", "#b9a56a")))
    )


SETTING = Setting(_paint, "sand", is_interior=False, stations_cm=(-300, 0, 300))
