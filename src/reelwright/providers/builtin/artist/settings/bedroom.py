"""A bedroom: a window with curtains, the bed, lamps on both sides, a picture."""

from typing import Any

from reelwright.providers.builtin.artist.brush import box, glow
from reelwright.providers.builtin.artist.contract import Backdrop, Scene, Setting
from reelwright.providers.builtin.artist.pieces import furniture
from reelwright.providers.builtin.artist.stagecraft import room

_WINDOW = (-190.0, -240.0, 122.0, 160.0)


def _dress(canvas: Any, scene: Scene) -> None:
    light, dice = scene.set_light, scene.place_dice("bedroom")
    furniture.window(canvas, light, *_WINDOW, scene.local("#d9cbbd"), (2, 2))
    for x in (-226, -82):
        furniture.curtain(canvas, light, x, -256, 48, 252, scene.local("#c9a9a0"), 5)
    furniture.picture(canvas, light, 52, -212, 92, 58, "#b58a5c", dice)
    furniture.bed(canvas, light, 6, 176, scene.local("#9aa6b8"))
    for x in (-28, 206):
        furniture.block(canvas, box(x - 18, -52, 40, 52, 2), scene.local("#8a6450"), light)
        furniture.block(canvas, box(x - 3, -72, 10, 20, 4), "#d9cbb8", light)
        furniture.block(canvas, box(x - 14, -98, 32, 26, 5), "#f0dcb8", light)
        glow(canvas, x + 2, -84, 60, "#ffd9a0", 0.25)
    furniture.shelf(canvas, light, 262, -160, 96, scene.local("#8a6450"), dice)
    furniture.plant(canvas, light, 300, 0, 118, dice, "#b58a72")


def _paint(scene: Scene) -> Backdrop:
    return room(
        scene, _dress, wall="#b9a3a8", floor="#9a7a68", openings=(_WINDOW,), lamps=((-26, -84), (208, -84)),
        outside="trees", near=scene.dice("near").choice((("cloth", "#e8dcd0"), ("leaves", "#56764f"))),
    )  # fmt: skip


SETTING = Setting(_paint, "linen", is_interior=True, stations_cm=(-92, 84, 232))
