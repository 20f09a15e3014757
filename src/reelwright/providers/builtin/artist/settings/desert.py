"""A desert: dunes with lit and dark flanks, table mountains far away, cacti or palms of an oasis, rippled sand."""

from random import Random
from typing import Any

from reelwright.providers.builtin.artist.brush import curve, darker, ink, lighter, linear, mix, polygon, rect, smooth
from reelwright.providers.builtin.artist.contract import Backdrop, Scene, Setting
from reelwright.providers.builtin.artist.outdoors import open_air
from reelwright.providers.builtin.artist.pieces import landscape, nature


def _far(canvas: Any, scene: Scene, horizon: float) -> None:
    dice, scale = scene.place_dice("mesa"), scene.size.height / 720
    haze = mix(scene.local("#a5705a", 0.3), scene.hour.sky[2], 0.5)
    if scene.pick("far", ("mesa", "dunes", "mesa")) == "mesa":
        for _ in range(3):
            x, wide = dice.uniform(0.0, 1.0) * scene.size.width, dice.uniform(90, 210) * scale
            _mesa(canvas, scene, x, horizon + 12 * scale, wide, dice.uniform(70, 130) * scale, haze)
    landscape.ridge(canvas, scene, horizon + 14 * scale, 40 * scale, mix(haze, scene.hour.sky[-1], 0.2), dice)


def _mesa(canvas: Any, scene: Scene, x: float, base: float, wide: float, tall: float, color: str) -> None:
    side = -1 if scene.light.dx < 0 else 1
    top = wide * 0.55
    body = polygon((x - wide, base), (x - top, base - tall * 0.55), (x - top * 0.92, base - tall),
                   (x + top * 0.92, base - tall), (x + top, base - tall * 0.55), (x + wide, base))  # fmt: skip
    canvas.drawPath(body, ink(mix(color, scene.hour.fill, 0.3)))
    edge = x + side * top * 0.3
    lit = polygon((edge, base), (edge, base - tall), (x + side * top * 0.92, base - tall),
                  (x + side * top, base - tall * 0.55), (x + side * wide, base))  # fmt: skip
    canvas.drawPath(lit, ink(mix(color, scene.hour.key, 0.3)))
    for share in (0.3, 0.62, 0.8):
        y = base - tall * share
        canvas.drawPath(rect(x - top, y, x + top, y + tall * 0.04), ink(darker(color, 0.4), 0.25))
    fade = linear((0, base - tall), (0, base), [(0, scene.hour.sky[-1], 0.1), (1, scene.hour.sky[-1], 0.7)])
    canvas.drawPath(body, ink(shader=fade))


def _mid(canvas: Any, scene: Scene, horizon: float) -> None:
    size, dice, light = scene.size, scene.place_dice("dunes"), scene.set_light
    sand = scene.local(scene.pick("sand", ("#dcb37a", "#d59a66", "#e3c797")), 0.25)
    low = size.height + size.margin_y
    for index in range(4):
        top = horizon + (low - horizon) * (0.02, 0.1, 0.24, 0.46)[index]
        tone = mix(sand, scene.hour.sky[-1], 0.4 - index * 0.13)
        _dune(canvas, scene, top, size.height * (0.05 + 0.03 * index), tone, dice)
        if index == 1:
            _plants(canvas, scene, dice)
    for index in range(9):
        y = horizon + (low - horizon) * (0.55 + index * 0.055)
        points = [(x, y + dice.uniform(-9, 9)) for x in range(-160, int(size.width) + 260, 140)]
        canvas.drawPath(curve(*points), ink(darker(sand, 0.45), 0.13, stroke=2 + index * 0.8, blur=1.6))
        canvas.drawPath(curve(*[(x, y - 4) for x, y in points]), ink(lighter(sand, 0.5), 0.14, stroke=1.6, blur=1))
    with scene.view.at(canvas, 1.2):
        for x in (-420.0, 260.0, 610.0):
            nature.boulder(canvas, light, x + dice.uniform(-60, 60), dice.uniform(20, 52), darker(sand, 0.3), dice)


def _dune(canvas: Any, scene: Scene, top: float, tall: float, color: str, dice: Random) -> None:
    """One crest across the frame, lit on the side of the light."""
    size = scene.size
    left, right, low = -size.margin_x - 40, size.width + size.margin_x + 40, size.height + size.margin_y
    crest = left + (right - left) * dice.uniform(0.25, 0.75)
    outline = [(left, top + tall * dice.uniform(0.2, 0.8)), (crest - size.width * 0.2, top - tall * 0.2),
               (crest, top - tall), (crest + size.width * 0.24, top - tall * 0.1),
               (right, top + tall * dice.uniform(0.1, 0.7))]  # fmt: skip
    if dice.random() < 0.5:
        outline = [(left + right - x, y) for x, y in reversed(outline)]
        crest = left + right - crest
    body = smooth([(left, low, "c"), *outline, (right, low, "c")])
    stops = [(0.0, mix(color, scene.hour.key, 0.32)), (0.25, color), (1.0, darker(color, 0.22))]
    canvas.drawPath(body, ink(shader=linear((0, top - tall), (0, top + tall * 5), stops)))
    side = 1 if scene.light.dx < 0 else -1
    flank = smooth(
        [(crest, top - tall, "c"), (crest + side * size.width * 0.1, top - tall * 0.4),
         (crest + side * size.width * 0.34, top + tall * 0.6), (crest + side * size.width * 0.5, top + tall * 3, "c"),
         (crest + side * size.width * 0.18, top + tall * 3.2), (crest + side * size.width * 0.02, top + tall)]
    )  # fmt: skip
    canvas.save()
    canvas.clipPath(body, doAntiAlias=True)
    canvas.drawPath(flank, ink(mix(darker(color, 0.35), scene.hour.fill, 0.3), 0.5, blur=9))
    canvas.restore()


def _plants(canvas: Any, scene: Scene, dice: Random) -> None:
    light = scene.set_light
    with scene.view.at(canvas, 2.4):
        if scene.pick("plants", ("cactus", "none", "cactus")) == "cactus":
            for x in (-620.0, -300.0, 380.0, 820.0):
                nature.cactus(canvas, light, x + dice.uniform(-80, 80), dice.uniform(170, 330), dice)
        else:
            for x in (-520.0, 440.0):
                nature.boulder(canvas, light, x + dice.uniform(-80, 80), dice.uniform(60, 110), "#a5785a", dice)


def _paint(scene: Scene) -> Backdrop:
    return open_air(scene, _far, _mid, near=scene.dice("near").choice((("rocks", "#a5805f"), ("grasses", "#b99a5a"))))


SETTING = Setting(_paint, "sand", is_interior=False, stations_cm=(-300, 0, 300))
