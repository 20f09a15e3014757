"""Inside a car, seen from the windscreen: the rear window with the road that falls back, side windows, seats."""

from dataclasses import replace
from typing import Any

from reelwright.film.shot import Framing
from reelwright.media.canvas import skia
from reelwright.providers.builtin.artist.brush import (
    box,
    darker,
    glow,
    ink,
    lighter,
    linear,
    mix,
    polygon,
    rect,
    smooth,
    solid,
)
from reelwright.providers.builtin.artist.contract import Backdrop, Scene, Setting
from reelwright.providers.builtin.artist.painting import Layer, LayerMotion, Plate, Stop
from reelwright.providers.builtin.artist.pieces import city, landscape, vehicles
from reelwright.providers.builtin.artist.pieces.foreground import foreground
from reelwright.providers.builtin.artist.pieces.glows import glowing
from reelwright.providers.builtin.artist.settings import road
from reelwright.providers.builtin.artist.stagecraft import floor_y, gather, living, wash

_REAR = (0.2, 0.16, 0.8, 0.5)
"""Left, top, right and bottom of the rear window as shares of the frame."""


def _paint(scene: Scene) -> Backdrop:
    size, view = scene.size, scene.view
    if scene.shot.camera.framing in (Framing.EXTREME_WIDE, Framing.WIDE, Framing.MEDIUM_WIDE):
        return _beside_the_road(scene)
    cabin = Plate(size, 0.55, "room", max(1.4, view.blur * 0.8))
    _shell(cabin.canvas, scene)
    wash(cabin.canvas, scene, 0.7)
    cabin.blur(max(1.4, view.blur * 0.8))
    layers = gather(_outside(scene), *_passing(scene), cabin.layer(LayerMotion("drift", 1.6, 1.1)))
    near = foreground(scene, "lights", "#ffd9a0") if scene.hour.lamps > 0.5 else ()
    return Backdrop((*layers, *gather(*glowing(scene, indoors=True))), near, floor_y(scene))


def _beside_the_road(scene: Scene) -> Backdrop:
    """From so far that nobody would fit into the cabin, the car is seen from outside."""
    backdrop, light = road.SETTING.paint(scene), scene.set_light
    paint = scene.local(scene.pick("paint", ("#b5483c", "#3f6b8a", "#d9d5cc", "#5a7f6f")), 0.2)

    def draw(canvas: Any) -> None:
        vehicles.car(canvas, light, paint, scene.hour.lamps if scene.hour.lamps > 0.5 else 0.0)

    layer = living(scene, draw, (-240, -170, 560, 10), 0.9, LayerMotion(), plane=0.6)
    return replace(backdrop, behind=(*backdrop.behind, *gather(layer)))


def _outside(scene: Scene) -> Layer | None:
    size, dice = scene.size, scene.place_dice("outside")
    plate = Plate(size, 0.1, "outside", max(2.0, scene.view.blur * 0.7))
    canvas, scale = plate.canvas, size.height / 720
    horizon, middle, low = size.height * 0.36, size.width * 0.5, size.height * 0.6
    landscape.sky(canvas, scene, horizon)
    tone = mix(scene.hour.sky[2], scene.hour.fill, 0.4)
    if scene.pick("land", ("town", "hills")) == "town":
        city.skyline(canvas, scene, horizon + 12 * scale, 170 * scale, tone, dice)
    else:
        landscape.ridge(canvas, scene, horizon + 6 * scale, 70 * scale, tone, dice)
    verge = mix(landscape.foliage(scene, scene.local("#8f9a5c", 0.2)), scene.hour.far, 0.35)
    canvas.drawPath(rect(-size.margin_x, horizon, size.width + size.margin_x, size.height), ink(verge))
    road = polygon(
        (middle - 3, horizon), (middle + 3, horizon), (middle + size.width * 0.3, low), (middle - size.width * 0.3, low)
    )
    canvas.drawPath(road, ink(mix("#4f505b", scene.hour.far, 0.3)))
    for share in (0.12, 0.3, 0.6):
        y = horizon + (low - horizon) * share
        half, long = 1 + share * 7, (low - horizon) * share * 0.3
        canvas.drawPath(rect(middle - half, y, middle + half, y + long), ink("#f1ead8", 0.85))
    plate.blur(max(2.0, scene.view.blur * 0.7))
    return plate.layer()


def _passing(scene: Scene) -> list[Layer | None]:
    """Trees or lamps that shrink away towards the vanishing point, left and right."""
    size, found = scene.size, list[Layer | None]()
    middle, horizon = size.width * 0.5, size.height * 0.36
    burns = scene.hour.lamps
    for index, begin in enumerate((0.0, 0.22, 0.44, 0.66)):
        side = -1 if index % 2 else 1
        x, foot, tall = middle + side * size.width * 0.42, size.height * 0.62, size.height * 0.5
        plate = Plate(size, 0.12, "passing", 4, (x - tall * 0.32, foot - tall, x + tall * 0.32, foot))
        dark = mix("#2c2b38", scene.hour.fill, 0.4)
        plate.canvas.drawPath(rect(x - 4, foot - tall * 0.9, x + 4, foot), ink(dark))
        if burns > 0.4:
            glow(plate.canvas, x, foot - tall * 0.88, tall * 0.3, "#ffcf85", 0.9 * burns)
        else:
            leaves = mix(landscape.foliage(scene, "#5f7f4a"), scene.hour.far, 0.4)
            half = tall * 0.24
            crown = smooth([(x - half, foot - tall * 0.5), (x, foot - tall * 0.98), (x + half, foot - tall * 0.5),
                            (x, foot - tall * 0.32)])  # fmt: skip
            solid(plate.canvas, crown, leaves, scene.light, rim_width=4, soft=12)
        plate.blur(4)
        layer = plate.layer(pivot=(middle, horizon))
        if layer is None:
            continue
        course = (
            Stop(0.0, wide=1.9, high=1.9, opacity=0.0), Stop(begin, wide=1.9, high=1.9, opacity=0.0),
            Stop(min(begin + 0.06, 0.99), wide=1.4, high=1.4, opacity=1.0),
            Stop(min(begin + 0.36, 1.0), wide=0.08, high=0.08, opacity=0.6, pace="even"),
            Stop(min(begin + 0.37, 1.01), wide=0.06, high=0.06, opacity=0.0),
        )  # fmt: skip
        found.append(
            Layer(
                layer.name,
                layer.image,
                layer.left,
                layer.top,
                0.12,
                LayerMotion(),
                (middle, horizon),
                layer.detail,
                course,
            )
        )
    return found


def _shell(canvas: Any, scene: Scene) -> None:
    """The cabin with its openings cut out, in shares of the frame."""
    size, light = scene.size, scene.light
    wide, high = size.width, size.height
    cloth = scene.local(scene.pick("cloth", ("#3a3842", "#5a4438", "#6b6560", "#2f3a44")), 0.2)
    left, top, right, bottom = _REAR[0] * wide, _REAR[1] * high, _REAR[2] * wide, _REAR[3] * high
    rear = smooth(
        [(left + wide * 0.06, top, "c"), (right - wide * 0.06, top, "c"), (right, bottom, "c"), (left, bottom, "c")]
    )
    shell = rect(-size.margin_x, -size.margin_y, wide + size.margin_x, high + size.margin_y)
    shell = skia.Op(shell, rear, skia.kDifference_PathOp)
    for side in (-1, 1):
        near, far = wide * (0.5 + side * 0.62), wide * (0.5 + side * 0.36)
        window = polygon(
            (far, high * 0.2), (near, high * 0.02), (near, high * 0.62), (far + side * wide * 0.025, high * 0.5)
        )
        shell = skia.Op(shell, window, skia.kDifference_PathOp)
    stops = [
        (0.0, mix("#cfc8bd", cloth, 0.35)),
        (0.14, mix("#b9b2a8", cloth, 0.5)),
        (0.5, cloth),
        (1.0, darker(cloth, 0.55)),
    ]
    canvas.drawPath(shell, ink(shader=linear((0, -size.margin_y), (0, high), stops)))
    canvas.drawPath(rear, ink(darker(cloth, 0.5), stroke=high * 0.014))
    canvas.drawPath(rear, ink(scene.hour.key, 0.4, stroke=high * 0.003))
    back = box(wide * 0.14, high * 0.5, wide * 0.72, high * 0.7, high * 0.06)
    solid(canvas, back, darker(cloth, 0.1), light, shade=0.5, rim=0.7, rim_width=3, soft=24)
    for index in range(1, 4):
        x = wide * (0.14 + 0.18 * index)
        canvas.drawLine(x, high * 0.54, x, high * 1.1, ink(darker(cloth, 0.5), 0.5, stroke=3))
    for share in (0.3, 0.7):
        rest = box(wide * share - high * 0.09, high * 0.41, high * 0.18, high * 0.13, high * 0.035)
        solid(canvas, rest, lighter(cloth, 0.06), light, shade=0.5, rim=0.9, rim_width=3, soft=12)
    mirror = box(wide * 0.44, high * 0.015, wide * 0.12, high * 0.05, high * 0.02)
    solid(canvas, mirror, "#23222a", light, shade=0.4, rim=0.8, rim_width=2, soft=6)
    for side in (-1, 1):
        high_x, low_x = 0.5 + side * 0.315, 0.5 + side * 0.28
        belt = polygon((wide * (high_x - 0.005), high * 0.3), (wide * (high_x + 0.005), high * 0.3),
                       (wide * (low_x + 0.01), high * 1.05), (wide * (low_x - 0.01), high * 1.05))  # fmt: skip
        canvas.drawPath(belt, ink("#17161c", 0.8))


SETTING = Setting(_paint, "rubber", is_interior=True, stations_cm=(-40, 0, 40))
