"""A living room: tall windows, a sofa, pictures, a shelf, a standing lamp."""

from typing import Any

from reelwright.providers.builtin.artist.brush import ink, oval
from reelwright.providers.builtin.artist.contract import Backdrop, Scene, Setting
from reelwright.providers.builtin.artist.interiors import room
from reelwright.providers.builtin.artist.painting import Layer, LayerMotion
from reelwright.providers.builtin.artist.pieces import furniture
from reelwright.providers.builtin.artist.stagecraft import living

_WINDOWS = ((-212.0, -245.0, 56.0, 190.0), (-126.0, -245.0, 66.0, 190.0))


def _dress(canvas: Any, scene: Scene) -> None:
    light, dice = scene.set_light, scene.place_dice("living")
    for opening in _WINDOWS:
        furniture.window(canvas, light, *opening, scene.local("#6b5a58"), (2, 3))
    furniture.picture(canvas, light, 26, -205, 64, 82, "#3a2f36", dice)
    furniture.picture(canvas, light, 102, -188, 46, 56, "#c9a06a", dice)
    for y in (-196, -150, -104, -58):
        furniture.shelf(
            canvas, light, 258, y, 118, scene.local(scene.pick("wood", ("#7d5a47", "#a5805c", "#4f4440"))), dice
        )
    furniture.floor_lamp(canvas, light, 214, scene.hour.lamps)
    furniture.sofa(
        canvas, light, -6, 196, scene.local(scene.pick("sofa", ("#7d6f86", "#5f7a72", "#a5674f", "#6f7f9a", "#b59a72")))
    )
    canvas.drawPath(
        oval(90, 6, 190, 9), ink(scene.local(scene.pick("rug", ("#c9a184", "#8fa09a", "#b5705f", "#d9cfc0"))), 0.9)
    )
    furniture.plant(canvas, light, -52, 0, 105, dice, "#d9cbb8")


def _curtains(scene: Scene) -> tuple[Layer | None, ...]:
    light = scene.set_light
    cloth = scene.local(scene.pick("curtain", ("#d9b79c", "#a9b3a5", "#c9a5a0", "#e6dccb", "#8f8fa8")))
    found: list[Layer | None] = []
    for index, x in enumerate((-246.0, -158.0, -62.0)):

        def draw(canvas: Any, x: float = x) -> None:
            furniture.curtain(canvas, light, x, -262, 36, 262, cloth, 4)

        sway = LayerMotion("sway", 0.4, 5.6, index * 0.3)
        found.append(living(scene, draw, (x - 12, -264, x + 50, 2), 1, sway, (x + 18, -262)))
    return tuple(found)


def _paint(scene: Scene) -> Backdrop:
    return room(
        scene, _dress, wall=scene.pick("wall", ("#c9b3a2", "#a9b0a2", "#b5a5b0", "#9fb0b8", "#d3bfa0")),
        floor=scene.pick("floor", ("#8f6a52", "#a58668", "#6b5348")), openings=_WINDOWS, lamps=((214, -148),),
        outside=scene.pick("outside", ("trees", "city", "hills")), alive=_curtains,
        near=scene.dice("near").choice((("leaves", "#56764f"), ("cup", "#e3d3c0"))),
    )  # fmt: skip


SETTING = Setting(_paint, "wood", is_interior=True, stations_cm=(-96, 62, 236))
