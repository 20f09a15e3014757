"""A gym: high windows, a rack of weights, a mirror, strips of light."""

from typing import Any

from reelwright.providers.builtin.artist.brush import box, darker, glow, ink, lighter, linear, oval, polygon, rect
from reelwright.providers.builtin.artist.contract import Backdrop, Scene, Setting
from reelwright.providers.builtin.artist.interiors import room
from reelwright.providers.builtin.artist.pieces import furniture

_WINDOWS = ((-250.0, -262.0, 96.0, 150.0), (-142.0, -262.0, 96.0, 150.0))


def _dress(canvas: Any, scene: Scene) -> None:
    light = scene.set_light
    left, right = scene.view.span(1, scene.size.width)
    for opening in _WINDOWS:
        furniture.window(canvas, light, *opening, "#2b2e38", (2, 1))
    stripe = scene.local(scene.pick("stripe", ("#e0653a", "#3fa0b5", "#d9b53f", "#8f5fc9")))
    canvas.drawPath(
        polygon((left - 40, -84), (right + 40, -100), (right + 40, -86), (left - 40, -70)), ink(stripe, 0.9)
    )
    canvas.drawPath(
        box(84, -222, 150, 184, 2),
        ink(shader=linear((84, -222), (234, -40), [(0, lighter("#8fa3b5", 0.4)), (0.5, "#5d6f82"), (1, "#3c4858")])),
    )
    canvas.drawPath(polygon((110, -222), (140, -222), (96, -40), (84, -40), (84, -84)), ink("#ffffff", 0.14))
    _rack(canvas, scene, -30)
    _bar(canvas, scene, 300)
    for x, radius in ((62, 11), (246, 13), (268, 10)):
        _kettlebell(canvas, scene, x, radius)
    for x in (-170, 20, 210):
        canvas.drawPath(box(x, -282, 120, 5, 2), ink("#f4fbff"))
        glow(canvas, x + 60, -280, 110, "#cfe8ff", 0.4)


def _rack(canvas: Any, scene: Scene, x: float) -> None:
    light = scene.set_light
    for post in (x, x + 92):
        furniture.block(canvas, rect(post, -112, post + 5, 0), "#23252e", light)
    for y in (-98, -62, -26):
        furniture.block(canvas, box(x - 4, y, 105, 5, 1), "#31343f", light)
        for index in range(4):
            left = x + 4 + index * 24
            for side in (0, 13):
                furniture.block(canvas, box(left + side, y - 12, 7, 12, 2), "#17181f", light, 0.9)
            furniture.block(canvas, rect(left + 6, y - 7.5, left + 14, y - 4.5), "#b9c0c8", light)


def _bar(canvas: Any, scene: Scene, x: float) -> None:
    light = scene.set_light
    for post in (x, x + 110):
        furniture.block(canvas, rect(post, -230, post + 7, 0), scene.local("#c94f35"), light)
    furniture.block(canvas, rect(x - 50, -138, x + 168, -134), "#c3c9d0", light)
    for px in (x - 36, x - 24, x + 138, x + 150):
        furniture.block(canvas, box(px, -160, 8, 48, 3), "#1b1c24", light, 0.9)


def _kettlebell(canvas: Any, scene: Scene, x: float, radius: float) -> None:
    canvas.drawPath(oval(x, -radius * 2.1, radius * 0.7, radius * 0.7), ink("#22242d", stroke=radius * 0.34))
    furniture.block(canvas, oval(x, -radius, radius, radius), darker(scene.local("#c94f35"), 0.1), scene.set_light, 0.9)


def _paint(scene: Scene) -> Backdrop:
    return room(
        scene, _dress, wall=scene.pick("wall", ("#7d8894", "#8f8780", "#6b7468", "#9a9aa5")),
        floor=scene.pick("floor", ("#4a4d57", "#7a6455", "#3f4a52")),
        openings=_WINDOWS, outside="city",
        near=("lights", "#9fd0ff"),
    )  # fmt: skip


SETTING = Setting(_paint, "rubber", is_interior=True, stations_cm=(-120, 60, 250))
