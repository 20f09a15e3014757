"""A cafe: a shop window, a brick wall with a shelf of bottles, the bar with its machine, bare bulbs."""

from typing import Any

from reelwright.providers.builtin.artist.brush import box, darker, glow, ink, lighter, mix, oval, smooth
from reelwright.providers.builtin.artist.contract import Backdrop, Scene, Setting
from reelwright.providers.builtin.artist.interiors import room
from reelwright.providers.builtin.artist.pieces import furniture
from reelwright.providers.builtin.artist.pieces.crowd import bystander

_WINDOW = (-226.0, -250.0, 190.0, 170.0)
_BULBS = ((-110.0, -212.0), (-20.0, -222.0), (68.0, -206.0), (150.0, -220.0), (262.0, -210.0))


def _dress(canvas: Any, scene: Scene) -> None:
    light, dice = scene.set_light, scene.place_dice("cafe")
    left, right = scene.view.span(1, scene.size.width)
    _bricks(canvas, scene, max(left, -28), right)
    furniture.window(canvas, light, *_WINDOW, "#2f2a2e", (3, 2))
    canvas.drawPath(box(20, -238, 116, 66, 2), ink("#23252a"))
    canvas.drawPath(box(20, -238, 116, 66, 2), ink("#8a6248", stroke=3))
    for row in range(4):
        canvas.drawLine(
            32, -224 + row * 13, 32 + (52, 40, 58, 46)[row], -224 + row * 13, ink("#efe6d6", 0.8, stroke=2.2)
        )
        canvas.drawLine(108, -224 + row * 13, 122, -224 + row * 13, ink("#e3b06d", 0.9, stroke=2.2))
    for y in (-196, -156):
        furniture.shelf(
            canvas,
            light,
            160,
            y,
            190,
            scene.local(scene.pick("wood", ("#6b4a38", "#8a6a4c", "#4a403c"))),
            dice,
            "bottles bottles jars plants",
        )
    if scene.shot.staging.crowd != "none":
        canvas.save()
        canvas.translate(0, -8)
        bystander(canvas, light, scene.hour.fill, 222, 172, scene.dice("barista"))
        canvas.restore()
    front = scene.pick("front", ("#4d5f5c", "#6b4f42", "#5a5f78", "#8a4f44"))
    furniture.counter(canvas, light, 0, right + 80, scene.local("#8a5a3f"), scene.local(front), 104)
    _machine(canvas, scene, 70)
    for x in (18, 190, 206):
        furniture.block(canvas, box(x, -119, 13, 14, 3), "#efe6d8", light, 0.9)
    for x, y in _BULBS:
        _bulb(canvas, scene, x, y)


def _bricks(canvas: Any, scene: Scene, left: float, right: float) -> None:
    dice, tone = (
        scene.place_dice("bricks"),
        scene.local(scene.pick("brick", ("#a5654f", "#8f7a6b", "#b58a6a", "#7f6a66"))),
    )
    for row in range(27):
        x = left - left % 26 + (row % 2) * 13
        while x < right:
            color = mix(darker(tone, 0.25), lighter(tone, 0.12), dice.random())
            canvas.drawPath(box(x, -330 + row * 9, 24.5, 8, 0.8), ink(color, 0.85))
            x += 26


def _machine(canvas: Any, scene: Scene, x: float) -> None:
    light = scene.set_light
    furniture.block(canvas, box(x, -158, 84, 18, 5), "#c3c8cc", light, 1.0)
    furniture.block(canvas, box(x + 5, -142, 74, 24, 2), "#3b3a42", light)
    furniture.block(canvas, box(x - 2, -116, 88, 12, 3), "#aeb4ba", light, 1.0)
    for offset in (18, 52):
        furniture.block(canvas, box(x + offset, -141, 14, 8, 2), "#d5d9dc", light, 1.0)
        canvas.drawLine(x + offset + 7, -132, x + offset + 7, -124, ink("#1b1a20", stroke=4))
    for offset in range(8, 76, 13):
        furniture.block(
            canvas,
            smooth(
                [
                    (x + offset, -158, "c"),
                    (x + offset + 9, -158, "c"),
                    (x + offset + 10, -166, "c"),
                    (x + offset - 1, -166, "c"),
                ]
            ),
            "#f1e8da",
            light,
        )


def _bulb(canvas: Any, scene: Scene, x: float, y: float) -> None:
    canvas.drawLine(x, y - 300, x, y - 9, ink("#1a161c", stroke=0.8))
    canvas.drawPath(oval(x, y, 5, 7), ink(mix("#f2d7a0", "#fff2cf", scene.hour.lamps)))
    glow(canvas, x, y, 30 + 20 * scene.hour.lamps, "#ffcf85", 0.5)


def _paint(scene: Scene) -> Backdrop:
    return room(
        scene, _dress, table="wood",
        wall=scene.pick("wall", ("#8a5c4c", "#6f7a72", "#a58a70", "#5f6478")), floor="#6b4f42",
        tread=scene.pick("tread", ("boards", "checks", "tiles")), openings=(_WINDOW,),
        lamps=tuple(_BULBS), outside="city",
        near=scene.dice("near").choice((("cup", "#c9745a"), ("lights", "#ffc47a"))),
    )  # fmt: skip


SETTING = Setting(_paint, "wood", is_interior=True, stations_cm=(-104, 40, 176))
