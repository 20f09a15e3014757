"""A library: cases of books to the ceiling, a ladder, an arched window, reading tables with green lamps."""

from typing import Any

from reelwright.media.canvas import skia
from reelwright.providers.builtin.artist.brush import box, darker, glow, ink, lighter, oval, rect, smooth
from reelwright.providers.builtin.artist.contract import Backdrop, Scene, Setting
from reelwright.providers.builtin.artist.interiors import room
from reelwright.providers.builtin.artist.pieces import furniture, tables

_WINDOW = (-216.0, -286.0, 110.0, 216.0)
_LAMPS = (-40.0, 120.0, 280.0)


def _dress(canvas: Any, scene: Scene) -> None:
    light, dice = scene.set_light, scene.place_dice("library")
    wood = scene.local(scene.pick("wood", ("#6b4632", "#5a3d3a", "#7d5a3f", "#4f4440")), 0.3)
    furniture.window(canvas, light, *_WINDOW, darker(wood, 0.1), (2, 4))
    x, top, width, _ = _WINDOW
    with_arch = skia.Op(
        rect(x - 12, top - 10, x + width + 12, top + 60),
        oval(x + width / 2, top + 58, width / 2, 60),
        skia.kDifference_PathOp,
    )
    canvas.drawPath(with_arch, ink(darker(wood, 0.2)))
    for left in (-420, -330, -92, 2, 96, 190, 284, 378):
        tables.bookcase(canvas, light, left, 90, 300, wood, dice, 8)
    _ladder(canvas, scene, 150, wood)
    for x in _LAMPS:
        _reading_table(canvas, scene, x, wood)


def _ladder(canvas: Any, scene: Scene, x: float, wood: str) -> None:
    tone = lighter(wood, 0.25)
    canvas.drawLine(x - 260, -246, x + 260, -246, ink("#b98f5c", 0.9, stroke=2.4))
    for dx in (0, 26):
        canvas.drawLine(x + dx, 0, x + dx * 0.8 + 16, -250, ink(tone, stroke=3.6))
        canvas.drawLine(x + dx - 0.8, 0, x + dx * 0.8 + 15.2, -250, ink(scene.hour.key, 0.5, stroke=1))
    for step in range(1, 10):
        share = step / 10
        canvas.drawLine(
            x + 16 * share, -250 * share, x + 26 + 11 * share, -250 * share, ink(darker(tone, 0.1), stroke=2.8)
        )


def _reading_table(canvas: Any, scene: Scene, x: float, wood: str) -> None:
    light, shade = scene.set_light, scene.pick("shade", ("#3f7a5a", "#3f6b8a", "#a5653f"))
    for side in (-1, 1):
        furniture.block(canvas, rect(x + side * 52 - 3, -70, x + side * 52 + 3, 0), darker(wood, 0.2), light)
    furniture.block(canvas, box(x - 64, -76, 128, 6, 1.5), lighter(wood, 0.12), light, 0.9)
    furniture.block(canvas, box(x - 44, -82, 24, 6, 0.8), "#8d4f4a", light)
    furniture.block(canvas, box(x - 42, -87, 22, 5, 0.8), "#4d5f7e", light)
    canvas.drawLine(x + 22, -76, x + 22, -104, ink("#b98f5c", stroke=2.2))
    glow(canvas, x + 22, -98, 70, "#ffd590", 0.2 + 0.5 * scene.hour.lamps)
    lamp = smooth([(x + 2, -102, "c"), (x + 8, -114), (x + 36, -114), (x + 42, -102, "c")])
    furniture.block(canvas, lamp, shade, light, 0.9)
    canvas.drawPath(oval(x + 22, -102, 19, 2), ink("#fff0c4", 0.5 + 0.5 * scene.hour.lamps))


def _paint(scene: Scene) -> Backdrop:
    return room(
        scene, _dress, wall="#8a7263", floor="#6b4a38", openings=(_WINDOW,),
        lamps=tuple((x + 22, -100.0) for x in _LAMPS), outside="trees",
        near=scene.dice("near").choice((("lights", "#ffcf8a"), ("leaves", "#4f6f4d"))),
    )  # fmt: skip


SETTING = Setting(_paint, "wood", is_interior=True, stations_cm=(-120, 60, 220))
