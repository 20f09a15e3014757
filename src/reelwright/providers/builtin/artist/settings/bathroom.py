"""A bathroom or spa: tiles, a round mirror over the basin, towels, plants, candles."""

from typing import Any

from reelwright.providers.builtin.artist.brush import box, darker, glow, ink, lighter, linear, mix, oval
from reelwright.providers.builtin.artist.contract import Backdrop, Scene, Setting
from reelwright.providers.builtin.artist.interiors import room
from reelwright.providers.builtin.artist.pieces import furniture

_WINDOW = (-190.0, -240.0, 118.0, 136.0)


def _dress(canvas: Any, scene: Scene) -> None:
    light, dice = scene.set_light, scene.place_dice("bath")
    left, right = scene.view.span(1, scene.size.width)
    _tiles(canvas, scene, left, right)
    furniture.window(canvas, light, *_WINDOW, "#e6ddd3", (1, 2))
    canvas.drawPath(oval(84, -172, 50, 50), ink(scene.local("#b98f5c")))
    glass = [(0.0, "#f0f4f2"), (0.5, "#b5c6c9"), (1.0, "#7f969e")]
    canvas.drawPath(oval(84, -172, 46, 46), ink(shader=linear((50, -210), (120, -130), glass)))
    canvas.drawPath(oval(68, -186, 8, 24), ink("#ffffff", 0.4, blur=5))
    furniture.shelf(
        canvas,
        light,
        180,
        -172,
        110,
        scene.local(scene.pick("wood", ("#a57b58", "#8a6450", "#c29a70"))),
        dice,
        "towels bottles plants",
    )
    furniture.shelf(
        canvas,
        light,
        180,
        -128,
        110,
        scene.local(scene.pick("wood", ("#a57b58", "#8a6450", "#c29a70"))),
        dice,
        "bottles bottles jars towels",
    )
    furniture.counter(
        canvas, light, 10, right + 60, "#e9e2d8", scene.local(scene.pick("wood", ("#a57b58", "#8a6450", "#c29a70"))), 84
    )
    furniture.block(canvas, box(50, -102, 70, 18, 9), "#f6f1ea", light, 0.9)
    canvas.drawLine(88, -102, 88, -122, ink("#b98f5c", stroke=3))
    canvas.drawLine(88, -122, 74, -118, ink("#b98f5c", stroke=3))
    for x, tall in ((140, 16), (152, 11), (22, 13)):
        furniture.block(canvas, box(x, -85 - tall, 9, tall, 1.5), "#f3e6cf", light)
        canvas.drawPath(oval(x + 4.5, -88 - tall, 1.4, 3), ink("#ffd98a"))
        glow(canvas, x + 4.5, -88 - tall, 26, "#ffc878", 0.5)
    furniture.plant(canvas, light, -38, 0, 140, dice, "#cfc4b6")


def _tiles(canvas: Any, scene: Scene, left: float, right: float) -> None:
    dice, tone = (
        scene.place_dice("tiles"),
        scene.local(scene.pick("tile", ("#8fb0aa", "#b5a5a0", "#8fa5bd", "#c9bfa8", "#a5b58f"))),
    )
    for row in range(11):
        x = left - left % 16
        while x < right:
            inside = _WINDOW[0] - 16 < x < _WINDOW[0] + _WINDOW[2] and -240 <= -178 + row * 16 < -92
            if not inside:
                color = mix(darker(tone, 0.12), lighter(tone, 0.2), dice.random())
                canvas.drawPath(box(x, -178 + row * 16, 15.2, 15.2, 1), ink(color, 0.8))
            x += 16


def _paint(scene: Scene) -> Backdrop:
    return room(
        scene, _dress, wall=scene.pick("wall", ("#d9d2c6", "#cfd6d2", "#dccdc0")), floor="#b3a597",
        tread="tiles", openings=(_WINDOW,), lamps=((84, -228), (146, -104)),
       
        outside="trees", near=("leaves", "#5f8260"),
    )  # fmt: skip


SETTING = Setting(_paint, "marble", is_interior=True, stations_cm=(-60, 84, 214))
