"""A rowing boat around who sits in it: the water that covers the land behind, the hull, oars and water before it."""

from typing import Any

from reelwright.film.shot import Angle
from reelwright.providers.builtin.artist.brush import (
    curve,
    darker,
    ink,
    lighter,
    linear,
    mix,
    oval,
    rect,
    smooth,
    solid,
)
from reelwright.providers.builtin.artist.composition import TIGHTS
from reelwright.providers.builtin.artist.contract import Anchor, Scene
from reelwright.providers.builtin.artist.painting import Layer, LayerMotion, Plate

_BY_THE_WATER = ("harbour", "beach")
_WATER_LINE = 4.05
"""How far the water is below the middle of a sitting adult's head, in heads."""


def afloat(scene: Scene, anchors: tuple[Anchor, ...]) -> tuple[tuple[Layer, ...], tuple[Layer, ...]]:
    """The layers behind and before the people in a rowing boat; none where nobody sits in one."""
    staging, camera = scene.shot.staging, scene.shot.camera
    if "rowing_boat" not in staging.props or staging.setting not in _BY_THE_WATER or not anchors:
        return (), ()
    if camera.framing in TIGHTS or camera.angle is Angle.TOP or staging.people[0].pose == "walking":
        return (), ()
    size = scene.size
    one = anchors[0]
    foot = one.head_y + _WATER_LINE * one.head_height
    behind = Plate(size, 0.93, "water")
    _water(behind.canvas, scene, max(min(foot - one.head_height * 1.5, size.height * 0.86), size.height * 0.42), 1.0)
    before = Plate(size, 1.02, "boat")
    side = -1 if one.faces < 0 else 1
    middle = sum(anchor.head_x for anchor in anchors) / len(anchors)
    before.canvas.save()
    before.canvas.translate(middle, foot)
    unit = one.head_height / 100
    before.canvas.scale(unit * side, unit)
    long = 1.0 if len(anchors) == 1 else 1.5
    _hull(before.canvas, scene, long)
    before.canvas.restore()
    _water(before.canvas, scene, foot + 34 * unit, 0.82)
    rocks = LayerMotion("sway", 0.7, 0.22)
    pivot = (middle, foot)
    layers = (behind.layer(),), (before.layer(rocks, pivot), *_oars(scene, middle, foot, unit, long))
    return tuple(one for one in layers[0] if one), tuple(one for one in layers[1] if one)


def _water(canvas: Any, scene: Scene, top: float, alpha: float) -> None:
    """Open water from a height of the frame down, with broken light on it."""
    size, dice = scene.size, scene.dice("rowing water")
    left, right = -size.margin_x - 20, size.width + size.margin_x + 20
    bottom = size.height + size.margin_y + 20
    far, near = mix(scene.local("#5d8ba0", 0.3), scene.hour.key, 0.22), darker(scene.local("#2f5a73", 0.3), 0.2)
    stops = [(0.0, far, alpha), (1.0, near, alpha)]
    canvas.drawPath(rect(left, top, right, bottom), ink(shader=linear((0, top), (0, bottom), stops)))
    for _ in range(46):
        deep = dice.random() ** 1.4
        y = top + 4 + deep * (bottom - top)
        wide = size.width * (0.02 + 0.07 * deep) * dice.uniform(0.5, 1.3)
        x = dice.uniform(left, right)
        shade = lighter(far, 0.4) if dice.random() < 0.55 else darker(near, 0.25)
        canvas.drawPath(oval(x, y, wide, 1.2 + 2.2 * deep), ink(shade, 0.3 * alpha, blur=0.8))


def _hull(canvas: Any, scene: Scene, long: float) -> None:
    """In points of the rower, the water line at y = 0, bow to the right."""
    color = scene.local(scene.pick("rowing boat", ("#8a4f35", "#35607a", "#a8453a")), 0.25)
    half = 330 * long
    canvas.drawPath(oval(0, 44, half * 0.95, 26), ink(darker(color, 0.7), 0.4, blur=10))
    inner = smooth([(-half, -112, "c"), (-half * 0.5, -84), (half * 0.5, -88), (half * 1.08, -142, "c"), (0, -66)])
    canvas.drawPath(inner, ink(darker(color, 0.55)))
    hull = smooth(
        [(-half, -110, "c"), (-half * 0.5, -70), (half * 0.5, -74), (half * 1.08, -140, "c"), (half * 0.82, 40),
         (-half * 0.86, 40)]
    )  # fmt: skip
    solid(canvas, hull, color, scene.light, shade=0.55, rim=0.6, rim_width=4, soft=16)
    for drop in (26, 58):
        plank = curve(
            (-half * 0.97, -110 + drop), (-half * 0.5, -72 + drop), (half * 0.5, -76 + drop), (half, -136 + drop)
        )
        canvas.drawPath(plank, ink(darker(color, 0.45), 0.7, stroke=3))
    rim = curve((-half, -110), (-half * 0.5, -71), (half * 0.5, -75), (half * 1.08, -140))
    canvas.drawPath(rim, ink(lighter(color, 0.55), stroke=9))


def _oars(scene: Scene, middle: float, foot: float, unit: float, long: float) -> list[Layer]:
    """Each oar on its lock, about which it swings while somebody rows."""
    rows = any(person.action == "row" for person in scene.shot.staging.people)
    layers: list[Layer] = []
    for way in (-1, 1):
        x = way * 112.2 * long
        plate = Plate(scene.size, 1.02, "oar")
        plate.canvas.translate(middle, foot)
        plate.canvas.scale(unit, unit)
        wood = scene.local("#c79a62", 0.2)
        plate.canvas.drawPath(curve((x * 0.45, -118), (x * 1.25, -58), (x * 2.2, 56)), ink(wood, stroke=8))
        plate.canvas.drawPath(oval(x, -76, 8, 8), ink("#2c2b33"))
        swings = LayerMotion("sway", 6.0 * way, STROKE_S, 0.25) if rows else LayerMotion("sway", 0.7, 0.22)
        layer = plate.layer(swings, (middle + x * unit, foot - 76 * unit))
        if layer is not None:
            layers.append(layer)
    return layers


STROKE_S = 2.4
"""Seconds of one stroke of the oars."""
