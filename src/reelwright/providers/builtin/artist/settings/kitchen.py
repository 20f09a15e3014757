"""A kitchen: a wide window over the worktop, tiles, a shelf, hanging lamps."""

from typing import Any

from reelwright.providers.builtin.artist.brush import box, curve, darker, ink, lighter, linear, mix, oval, smooth
from reelwright.providers.builtin.artist.contract import Backdrop, Scene, Setting
from reelwright.providers.builtin.artist.interiors import room
from reelwright.providers.builtin.artist.painting import Layer, LayerMotion
from reelwright.providers.builtin.artist.pieces import furniture
from reelwright.providers.builtin.artist.stagecraft import living

_WINDOW = (-172.0, -240.0, 148.0, 132.0)


def _dress(canvas: Any, scene: Scene) -> None:
    light, dice = scene.set_light, scene.place_dice("kitchen")
    left, right = scene.view.span(1, scene.size.width)
    _tiles(canvas, scene, max(left, 8), right)
    furniture.window(canvas, light, *_WINDOW, scene.local("#54434f"), (2, 2))
    wood = scene.local(scene.pick("wood", ("#8a6450", "#a5805f", "#6b5048")))
    furniture.shelf(canvas, light, 34, -168, 150, wood, dice)
    if scene.pick("wall unit", ("shelf", "hood", "cupboards")) == "shelf":
        furniture.shelf(canvas, light, 214, -196, 120, wood, dice, "jars boxes plants")
        furniture.shelf(canvas, light, 214, -152, 120, wood, dice, "jars bottles boxes")
    elif scene.pick("wall unit", ("shelf", "hood", "cupboards")) == "hood":
        _hood(canvas, scene, 268)
    else:
        _cupboards(canvas, scene, 206)
    top = scene.local(scene.pick("top", ("#caa07e", "#e3dbd0", "#4a4650", "#b98a62")))
    furniture.counter(canvas, light, left - 60, right + 60, top, _front(scene))
    _kettle(canvas, scene, 2)
    _stove(canvas, scene, 240)
    furniture.plant(canvas, light, 156, -91, 44, dice)
    for x, tall, tone in ((188, 32, "#c9745a"), (206, 24, "#e3d3b8")):
        furniture.block(canvas, box(x, -91 - tall, 15, tall, 3), tone, light, 0.8)
    shade = scene.local(scene.pick("shade", ("#3a3047", "#c98a4a", "#5f7f78", "#e6dccb")))
    for x in (92, 190):
        furniture.pendant(canvas, light, x, -214, 34, shade, scene.hour.lamps)


def _front(scene: Scene) -> str:
    return scene.local(scene.pick("front", ("#80656a", "#5f7468", "#4f5f78", "#d3c6b4", "#8f6a4c")))


def _hood(canvas: Any, scene: Scene, x: float) -> None:
    """A hood over the stove, with pans on a rail."""
    light = scene.set_light
    hood = smooth(
        [
            (x - 46, -160, "c"),
            (x - 18, -204),
            (x - 14, -330, "c"),
            (x + 14, -330, "c"),
            (x + 18, -204),
            (x + 46, -160, "c"),
        ]
    )
    furniture.block(canvas, hood, "#b9bdc1", light, 0.9)
    furniture.block(canvas, box(x - 48, -164, 96, 9, 2), "#9aa0a6", light, 0.9)
    for index in range(3):
        px = x + 66 + index * 24
        canvas.drawLine(px, -176, px, -156, ink("#2b2433", stroke=2.2))
        furniture.block(canvas, oval(px, -146, 10, 10), ("#b5703f", "#3a3640", "#a9b0b6")[index], light, 0.9)
    canvas.drawLine(x + 52, -176, x + 128, -176, ink("#b98f5c", stroke=2))


def _cupboards(canvas: Any, scene: Scene, x: float) -> None:
    light, front = scene.set_light, lighter(_front(scene), 0.12)
    for index in range(3):
        left = x + index * 50
        furniture.block(canvas, box(left, -248, 48, 84, 2), front, light)
        canvas.drawPath(box(left + 5, -243, 38, 74, 1), ink(darker(front, 0.3), 0.4, stroke=1.2))
        canvas.drawLine(left + 40, -200, left + 40, -186, ink("#e3c695", stroke=2))


def _stove(canvas: Any, scene: Scene, x: float) -> None:
    """An oven in the worktop with a pot on it."""
    light = scene.set_light
    furniture.block(canvas, box(x, -90, 58, 86, 2), "#3a3842", light)
    glass = linear((x, -66), (x + 58, -20), [(0, "#4a4652"), (1, "#1d1b24")])
    canvas.drawPath(box(x + 6, -64, 46, 40, 3), ink(shader=glass))
    canvas.drawLine(x + 8, -70, x + 50, -70, ink("#c9cdd2", stroke=2.6))
    for dot in range(4):
        canvas.drawCircle(x + 12 + dot * 11, -80, 2.6, ink("#c9cdd2"))
    pot = scene.pick("pot", ("#c9553f", "#3f6b78", "#d9a544"))
    furniture.block(canvas, box(x + 12, -114, 36, 22, 4), pot, light, 0.9)
    furniture.block(canvas, box(x + 9, -117, 42, 5, 2), lighter(pot, 0.15), light, 0.9)
    canvas.drawCircle(x + 30, -119, 2.6, ink("#2b2433"))


def _curtains(scene: Scene) -> tuple[Layer | None, ...]:
    light, cloth = scene.set_light, scene.pick("curtain", ("#f3e3cc", "#d9c9b0", "#c9d6cf", "#e9c9b4"))
    found: list[Layer | None] = []
    for x, phase in ((-186.0, 0.0), (-40.0, 0.4)):

        def draw(canvas: Any, x: float = x) -> None:
            furniture.curtain(canvas, light, x, -250, 34, 152, cloth, 4)

        sway = LayerMotion("sway", 0.7, 5.2, phase)
        found.append(living(scene, draw, (x - 10, -252, x + 46, -92), 1, sway, (x + 17, -250)))
    return tuple(found)


def _tiles(canvas: Any, scene: Scene, left: float, right: float) -> None:
    dice, tone = (
        scene.place_dice("tiles"),
        scene.local(scene.pick("tile", ("#b58f8a", "#8fa5a0", "#c9bfae", "#7f93a8"))),
    )
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
        scene, _dress, table="wood", wall=scene.pick("wall", ("#d3a88c", "#c2bfa5", "#b5c0c2", "#dcc9b0", "#c9a9a0")),
        floor=scene.pick("floor", ("#9a7258", "#b59a7d", "#7d6a62")), openings=(_WINDOW,), alive=_curtains,
        outside=scene.pick("outside", ("hills", "trees", "city")),
        tread=scene.pick("tread", ("boards", "tiles", "checks")),
        lamps=((92, -210), (190, -210)), near=scene.dice("near").choice((("bowl", "#58697d"), ("leaves", "#4f6f4d"))),
    )  # fmt: skip


SETTING = Setting(_paint, "wood", is_interior=True, stations_cm=(-48, 62, 168))
