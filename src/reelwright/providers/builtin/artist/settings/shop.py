"""A shop: a bright window, shelves of goods up to the ceiling, spots, a counter."""

from typing import Any

from reelwright.providers.builtin.artist.brush import box, glow, ink, oval
from reelwright.providers.builtin.artist.contract import Backdrop, Scene, Setting
from reelwright.providers.builtin.artist.interiors import room
from reelwright.providers.builtin.artist.pieces import furniture

_WINDOW = (-240.0, -250.0, 160.0, 190.0)
_LAMPS = ((48.0, -240.0), (188.0, -240.0), (328.0, -240.0))


def _dress(canvas: Any, scene: Scene) -> None:
    light, dice = scene.set_light, scene.place_dice("shop")
    furniture.window(canvas, light, *_WINDOW, "#3a3538", (2, 1))
    for left in (-12, 128, 268):
        furniture.block(
            canvas,
            box(left - 6, -248, 132, 248, 2),
            scene.local(scene.pick("case", ("#6b4f42", "#8f7a62", "#4a4a55", "#b5a58f"))),
            light,
        )
        for y in (-206, -162, -118, -74, -30):
            canvas.drawPath(box(left, y - 34, 120, 38, 1), ink("#1d1620", 0.45))
            furniture.shelf(
                canvas,
                light,
                left,
                y,
                120,
                scene.local(scene.pick("board", ("#9a7355", "#c2a57d", "#6f5a4c"))),
                dice,
                "boxes boxes bottles jars books",
            )
        glow(canvas, left + 60, -236, 95, "#ffdca0", 0.5)
        canvas.drawPath(oval(left + 60, -250, 9, 3), ink("#fff4d8"))
    furniture.plant(canvas, light, -48, 0, 128, dice, "#d9cbb8")


def _paint(scene: Scene) -> Backdrop:
    return room(
        scene, _dress, wall=scene.pick("wall", ("#b89f8a", "#9fa8a0", "#c2b5a5", "#a5909a")),
        floor=scene.pick("floor", ("#a58468", "#b5aa9c", "#7d6a5c")),
        openings=(_WINDOW,), lamps=_LAMPS,
        outside="city", near=scene.dice("near").choice((("lights", "#ffd08a"), ("leaves", "#56764f"))),
    )  # fmt: skip


SETTING = Setting(_paint, "wood", is_interior=True, stations_cm=(-90, 70, 240))
