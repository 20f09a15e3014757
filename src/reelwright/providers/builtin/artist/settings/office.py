"""An office: windows over the town, a desk with a screen, shelves, a lamp; blinds after dark."""

from typing import Any

from reelwright.providers.builtin.artist.brush import ink, rect
from reelwright.providers.builtin.artist.contract import Backdrop, Scene, Setting
from reelwright.providers.builtin.artist.interiors import room
from reelwright.providers.builtin.artist.pieces import furniture

_WINDOWS = ((-236.0, -240.0, 88.0, 156.0), (-134.0, -240.0, 88.0, 156.0), (-32.0, -240.0, 40.0, 156.0))
_LAMPS = ((120.0, -232.0), (384.0, -148.0), (178.0, -112.0))


def _dress(canvas: Any, scene: Scene) -> None:
    light, dice = scene.set_light, scene.place_dice("office")
    for opening in _WINDOWS:
        furniture.window(canvas, light, *opening, "#3a3d48", (1, 1))
        _blinds(canvas, scene, *opening)
    furniture.picture(canvas, light, 72, -205, 90, 60, "#2f2d38", dice)
    for y in (-190, -144, -98):
        furniture.shelf(
            canvas,
            light,
            226,
            y,
            130,
            scene.local(scene.pick("wood", ("#6d5648", "#8f7355", "#4a454c"))),
            dice,
            "books books boxes plants",
        )
    furniture.desk(canvas, light, 40, 168, scene.local(scene.pick("desk", ("#8f6546", "#b0946f", "#5a4a44"))))
    furniture.plant(canvas, light, 6, 0, 120, dice, "#4b4a55")
    furniture.floor_lamp(canvas, light, 384, scene.hour.lamps)
    furniture.pendant(canvas, light, 120, -236, 46, "#2c2b35", scene.hour.lamps)


def _blinds(canvas: Any, scene: Scene, x: float, top: float, width: float, height: float) -> None:
    """Half drawn by day, all the way after dark."""
    reach = 0.96 if scene.hour.lamps > 0.5 else 0.28
    for row in range(int(height * reach / 7)):
        y = top + 3 + row * 7
        canvas.drawPath(rect(x + 2, y, x + width - 2, y + 3.4), ink(scene.local("#6f6a72"), 0.92))
        canvas.drawPath(rect(x + 2, y, x + width - 2, y + 0.8), ink(scene.hour.key, 0.6))


def _paint(scene: Scene) -> Backdrop:
    return room(
        scene, _dress, wall=scene.pick("wall", ("#a9a3a6", "#8f9a94", "#b5a590", "#8a93a5")),
        floor=scene.pick("floor", ("#6f625c", "#8a7460", "#5a5f68")), openings=_WINDOWS, lamps=_LAMPS,
        outside="city", near=scene.dice("near").choice((("cup", "#3f5a6b"), ("leaves", "#4f6f55"))),
    )  # fmt: skip


SETTING = Setting(_paint, "wood", is_interior=True, stations_cm=(-110, 76, 262))
