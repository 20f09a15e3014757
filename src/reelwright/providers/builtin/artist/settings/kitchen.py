"""A kitchen: a wide window over the worktop, tiles, a shelf, hanging lamps."""

from typing import Any

from reelwright.providers.builtin.artist.brush import box, curve, darker, ink, lighter, mix, smooth
from reelwright.providers.builtin.artist.contract import Backdrop, Scene, Setting
from reelwright.providers.builtin.artist.pieces import furniture
from reelwright.providers.builtin.artist.stagecraft import room

_WINDOW = (-172.0, -240.0, 148.0, 132.0)


def _dress(canvas: Any, scene: Scene) -> None:
    light, dice = scene.set_light, scene.place_dice("kitchen")
    left, right = scene.view.span(1, scene.size.width)
    _tiles(canvas, scene, max(left, 8), right)
    furniture.window(canvas, light, *_WINDOW, scene.local("#54434f"), (2, 2))
    for x in (-186, -40):
        furniture.curtain(canvas, light, x, -250, 34, 152, "#f3e3cc", 4)
    furniture.shelf(canvas, light, 34, -168, 150, scene.local("#8a6450"), dice)
    furniture.shelf(canvas, light, 214, -196, 120, scene.local("#8a6450"), dice, "jars boxes plants")
    furniture.counter(canvas, light, left - 60, right + 60, scene.local("#caa07e"), scene.local("#80656a"))
    _kettle(canvas, scene, 2)
    furniture.plant(canvas, light, 156, -91, 44, dice)
    for x, tall, tone in ((188, 32, "#c9745a"), (206, 24, "#e3d3b8")):
        furniture.block(canvas, box(x, -91 - tall, 15, tall, 3), tone, light, 0.8)
    furniture.pendant(canvas, light, 92, -214, 34, scene.local("#3a3047"), scene.hour.lamps)
    furniture.pendant(canvas, light, 190, -214, 34, scene.local("#3a3047"), scene.hour.lamps)


def _tiles(canvas: Any, scene: Scene, left: float, right: float) -> None:
    dice, tone = scene.place_dice("tiles"), scene.local("#b58f8a")
    for row in range(7):
        x = left - left % 18 + (row % 2) * 9
        while x < right:
            canvas.drawPath(
                box(x, -152 + row * 9, 17, 8.2, 0.8), ink(mix(tone, darker(tone, 0.25), dice.random()), 0.75)
            )
            canvas.drawLine(
                x + 1, -151.6 + row * 9, x + 16, -151.6 + row * 9, ink(lighter(tone, 0.6), 0.35, stroke=0.5)
            )
            x += 18


def _kettle(canvas: Any, scene: Scene, x: float) -> None:
    body = smooth([(x, -91, "c"), (x - 3, -106), (x + 6, -117), (x + 22, -117), (x + 31, -106), (x + 28, -91, "c")])
    furniture.block(canvas, body, "#a9b2bd", scene.set_light, 1.0)
    canvas.drawPath(curve((x + 5, -117), (x + 14, -128), (x + 24, -117)), ink("#2b2433", stroke=2.4))
    furniture.block(
        canvas, smooth([(x + 28, -105), (x + 40, -114), (x + 42, -111), (x + 30, -98)]), "#8f98a3", scene.set_light
    )


def _paint(scene: Scene) -> Backdrop:
    return room(
        scene, _dress, wall="#d3a88c", floor="#9a7258", openings=(_WINDOW,),
        lamps=((92, -210), (190, -210)), near=scene.dice("near").choice((("bowl", "#58697d"), ("leaves", "#4f6f4d"))),
    )  # fmt: skip


SETTING = Setting(_paint, "wood", is_interior=True, stations_cm=(-48, 62, 168))
