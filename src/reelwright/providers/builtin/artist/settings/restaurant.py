"""A restaurant: a tall window, panelled walls, laid tables with candles under hanging lamps."""

from typing import Any

from reelwright.providers.builtin.artist.brush import box, darker, ink, lighter, rect
from reelwright.providers.builtin.artist.contract import Backdrop, Scene, Setting
from reelwright.providers.builtin.artist.interiors import room
from reelwright.providers.builtin.artist.pieces import furniture, tables
from reelwright.providers.builtin.artist.pieces.crowd import guests
from reelwright.providers.builtin.artist.pieces.noodle_bar import noodle_bar

_WINDOWS = ((-250.0, -262.0, 88.0, 196.0), (-142.0, -262.0, 88.0, 196.0))
_TABLES = (-196.0, -20.0, 150.0, 330.0)


def _dress(canvas: Any, scene: Scene) -> None:
    if _is_noodle_bar(scene):
        noodle_bar(canvas, scene)
        return
    light, dice = scene.set_light, scene.place_dice("restaurant")
    left, right = scene.view.span(1, scene.size.width)
    wood = scene.local(scene.pick("wood", ("#5a3a30", "#6f5340", "#3f3a3c", "#7a5a44")))
    _panels(canvas, scene, left, right, wood)
    for opening in _WINDOWS:
        furniture.window(canvas, light, *opening, darker(wood, 0.2), (2, 3))
    drape = scene.local(scene.pick("drape", ("#8a3f42", "#5f6b58", "#4f5a78", "#a57b4a")))
    for x in (-282, -158, -56):
        furniture.curtain(canvas, light, x, -276, 32, 272, drape, 3)
    furniture.picture(canvas, light, 24, -214, 56, 70, "#b58a4c", dice)
    furniture.picture(canvas, light, 96, -206, 44, 54, "#b58a4c", dice)
    for y in (-212, -172, -132):
        furniture.shelf(canvas, light, 190, y, 150, wood, dice, "bottles bottles bottles plants")
    seat = scene.local(scene.pick("seat", ("#7a3b3b", "#3f5a55", "#8a6a48")))
    furniture.block(canvas, box(left - 40, -104, right - left + 80, 62, 8), seat, light, 0.5)
    x = left - left % 26 - 26
    while x < right + 26:
        canvas.drawLine(x, -100, x, -48, ink(darker(seat, 0.5), 0.4, stroke=1.6))
        x += 26
    furniture.block(canvas, box(left - 40, -50, right - left + 80, 16, 4), lighter(seat, 0.1), light)
    canvas.drawPath(rect(left - 40, -34, right + 40, 0), ink(darker(wood, 0.45)))
    cloth = scene.local(scene.pick("cloth", ("#efe6da", "#e3d3c0", "#f4f0ea")), 0.2)
    guests(canvas, scene, _TABLES)
    for x in _TABLES:
        for side in (-1, 1):
            tables.chair(canvas, light, x + side * 58, wood, seat)
        tables.dining_table(canvas, light, x, 88, cloth, dice, scene.hour.lamps)
    shade = scene.local(scene.pick("shade", ("#2c2b35", "#8a5a3a", "#3f5a55")))
    for x in _TABLES:
        furniture.pendant(canvas, light, x, -186, 40, shade, max(0.45, scene.hour.lamps))


def _is_noodle_bar(scene: Scene) -> bool:
    return "noodle_bar" in scene.shot.staging.props


def _panels(canvas: Any, scene: Scene, left: float, right: float, wood: str) -> None:
    canvas.drawPath(rect(left - 50, -124, right + 50, -6), ink(wood))
    x = left - left % 64 - 64
    while x < right + 64:
        canvas.drawPath(box(x + 6, -114, 52, 96, 2), ink(darker(wood, 0.3), 0.5))
        canvas.drawPath(box(x + 6, -114, 52, 96, 2), ink(scene.hour.key, 0.16, stroke=1))
        x += 64
    furniture.block(canvas, rect(left - 50, -129, right + 50, -122), lighter(wood, 0.1), scene.set_light, 0.8)


def _paint(scene: Scene) -> Backdrop:
    if _is_noodle_bar(scene):
        return room(
            scene, _dress, table="wood", wall="#6f4a34", floor="#5a4a44", near=("lights", "#ffb07a"), crowd_depth=0.0
        )
    wall = scene.pick("wall", ("#a5786a", "#6f7b70", "#c2a283", "#7a6f86"))
    return room(
        scene, _dress, table="cloth", wall=wall, floor="#6f4f40", openings=_WINDOWS,
        lamps=tuple((x, -182.0) for x in _TABLES), outside=scene.pick("outside", ("city", "trees", "sea")),
        crowd_depth=0.0, near=scene.dice("near").choice((("cup", "#efe6da"), ("lights", "#ffc47a"))),
        tread=scene.pick("tread", ("boards", "checks")),
    )  # fmt: skip


SETTING = Setting(_paint, "linen", is_interior=True, stations_cm=(-150, 20, 190))
