"""A living room: tall windows, a sofa, pictures, a shelf, a standing lamp."""

from typing import Any

from reelwright.providers.builtin.artist.brush import ink, oval
from reelwright.providers.builtin.artist.contract import Backdrop, Scene, Setting
from reelwright.providers.builtin.artist.pieces import furniture
from reelwright.providers.builtin.artist.stagecraft import room

_WINDOWS = ((-212.0, -245.0, 56.0, 190.0), (-126.0, -245.0, 66.0, 190.0))


def _dress(canvas: Any, scene: Scene) -> None:
    light, dice = scene.set_light, scene.place_dice("living")
    for opening in _WINDOWS:
        furniture.window(canvas, light, *opening, scene.local("#6b5a58"), (2, 3))
    for x in (-246, -158, -62):
        furniture.curtain(canvas, light, x, -262, 36, 262, scene.local("#d9b79c"), 4)
    furniture.picture(canvas, light, 26, -205, 64, 82, "#3a2f36", dice)
    furniture.picture(canvas, light, 102, -188, 46, 56, "#c9a06a", dice)
    for y in (-196, -150, -104, -58):
        furniture.shelf(canvas, light, 258, y, 118, scene.local("#7d5a47"), dice)
    furniture.floor_lamp(canvas, light, 214, scene.hour.lamps)
    furniture.sofa(canvas, light, -6, 196, scene.local("#7d6f86"))
    canvas.drawPath(oval(90, 6, 190, 9), ink(scene.local("#c9a184"), 0.9))
    furniture.plant(canvas, light, -52, 0, 105, dice, "#d9cbb8")


def _paint(scene: Scene) -> Backdrop:
    return room(
        scene, _dress, wall="#c9b3a2", floor="#8f6a52", openings=_WINDOWS, lamps=((214, -148),), outside="trees",
        near=scene.dice("near").choice((("leaves", "#56764f"), ("cup", "#e3d3c0"))),
    )  # fmt: skip


SETTING = Setting(_paint, "wood", is_interior=True, stations_cm=(-96, 62, 236))
