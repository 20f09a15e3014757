"""What settings are made with: light that falls on a whole plate, pieces that move by themselves."""

import math
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from reelwright.providers.builtin.artist.brush import MODULATE, ink, linear, mix
from reelwright.providers.builtin.artist.contract import Scene
from reelwright.providers.builtin.artist.painting import Layer, LayerMotion, Plate

_LARGE = 0.07
"""Share of the frame above which a picture no longer turns."""


def wash(canvas: Any, scene: Scene, strength: float = 1.0) -> None:
    """The hour's light over everything painted so far: bright near its source, coloured shadow far from it."""
    size, light = scene.size, scene.light
    start = (size.width * (0.5 + light.dx * 0.55), size.height * (0.42 + light.dy * 0.4))
    end = (size.width * (0.5 - light.dx * 0.6), size.height * (0.58 - light.dy * 0.45))
    near, far = mix("#ffffff", scene.hour.near, strength), mix("#ffffff", scene.hour.far, strength)
    stops = [(0.0, near), (0.4, mix(near, far, 0.35)), (1.0, far)]
    canvas.drawPaint(ink(shader=linear(start, end, stops), blend=MODULATE))


def gather(*layers: Layer | None) -> tuple[Layer, ...]:
    """The layers that have something on them."""
    return tuple(layer for layer in layers if layer is not None)


def floor_y(scene: Scene) -> float:
    """Where feet stand at the subject's depth."""
    return scene.view.y(0, 0)


def living(
    scene: Scene,
    draw: Callable[[Any], None],
    place_cm: tuple[float, float, float, float],
    depth: float,
    motion: LayerMotion,
    pivot_cm: tuple[float, float] | None = None,
    *,
    plane: float = 0.43,
) -> Layer | None:
    """A piece of the setting that moves by itself: a curtain, a crown of leaves, a sail.

    Args:
        scene: The shot.
        draw: Draws it in centimetres at the depth.
        place_cm: Left, top (negative), right, bottom of all that it may reach.
        depth: Of the setting, as ``View.at`` takes it.
        motion: How it lives.
        pivot_cm: What it turns about; None for the middle.
        plane: Parallax of the layer.

    Returns:
        None where the frame does not show it.
    """
    view, size = scene.view, scene.size
    area = _area(scene, place_cm, depth)
    if area is None:
        return None
    plate = Plate(size, plane, "living", view.blur, area)
    with view.at(plate.canvas, depth):
        draw(plate.canvas)
    wash(plate.canvas, scene, 0.9)
    plate.blur(view.blur)
    x, y = pivot_cm or ((place_cm[0] + place_cm[2]) / 2, (place_cm[1] + place_cm[3]) / 2)
    wide, high = area[2] - area[0], area[3] - area[1]
    if motion.kind == "sway" and wide * high > _LARGE * size.width * size.height:
        # To turn a large picture costs four times as much as to shift it, and soft as it is looks the same.
        motion = replace(motion, kind="drift", amount=min(9.0, math.radians(motion.amount) * high * 0.6))
    return plate.layer(motion, (view.x(x, depth), view.y(-y, depth)))


def _area(
    scene: Scene, place_cm: tuple[float, float, float, float], depth: float
) -> tuple[float, float, float, float] | None:
    """What a place covers of the frame, in units, with room for its blur; None where the frame does not show it."""
    view, size = scene.view, scene.size
    sides = sorted((view.x(place_cm[0], depth), view.x(place_cm[2], depth)))
    top, bottom = view.y(-place_cm[1], depth), view.y(-place_cm[3], depth)
    if sides[1] < -size.margin_x or sides[0] > size.width + size.margin_x:
        return None
    if bottom < -size.margin_y or top > size.height + size.margin_y:
        return None
    pad = 3 * view.blur
    left, right = max(sides[0] - pad, -size.margin_x), min(sides[1] + pad, size.width + size.margin_x)
    return left, top - pad, right, bottom + pad
