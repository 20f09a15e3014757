"""A dark studio for products: silk or a lit arch, bokeh, one beam, a gloss top."""

from typing import Any

from reelwright.providers.builtin.artist.brush import (
    SCREEN,
    glow,
    ink,
    lighter,
    linear,
    mix,
    oval,
    polygon,
    radial,
    rect,
    smooth,
)  # fmt: skip
from reelwright.providers.builtin.artist.contract import Backdrop, Scene, Setting
from reelwright.providers.builtin.artist.painting import Plate
from reelwright.providers.builtin.artist.pieces.foreground import foreground
from reelwright.providers.builtin.artist.pieces.glows import glowing
from reelwright.providers.builtin.artist.stagecraft import floor_y, gather


def _paint(scene: Scene) -> Backdrop:
    dice, size = scene.dice("studio"), scene.size
    back = Plate(size, 0.2, "backdrop", min(4.0, 1.6 + scene.view.blur * 0.3))
    _gradient(back.canvas, scene)
    dice.choice((_silk, _arch, _discs))(back.canvas, scene)
    _bokeh(back.canvas, scene)
    _floor(back.canvas, scene)
    back.blur(min(4.0, 1.6 + scene.view.blur * 0.3))
    beam = Plate(size, 0.35, "beam")
    _beam(beam.canvas, scene)
    near = foreground(scene, "lights", scene.tone(0.45))
    return Backdrop(gather(back.layer(), beam.layer(), *glowing(scene, indoors=True)), near, floor_y(scene))


def _gradient(canvas: Any, scene: Scene) -> None:
    size = scene.size
    at = scene.dice("centre").uniform(-0.1, 0.3)
    centre = (size.width * (0.5 + scene.light.dx * at), size.height * 0.4)
    deep, mid = scene.tone(0.0), scene.tone(0.36)
    stops = [
        (0.0, mix(mid, scene.hour.key, 0.2)),
        (0.35, mix(deep, mid, 0.7)),
        (0.75, mix(deep, mid, 0.2)),
        (1.0, deep),
    ]
    canvas.drawPaint(ink(shader=radial(centre, max(size.width, size.height) * 0.68, stops)))


def _silk(canvas: Any, scene: Scene) -> None:
    size, dice = scene.size, scene.dice("silk")
    side = dice.choice((-1, 1))
    bottom = size.height + size.margin_y
    wide = min(size.width, size.height) * 0.09
    dark, sheen = scene.tone(0.02), scene.tone(0.55)
    for index in range(9):
        x = size.width * (0.5 + side * 0.62) - side * index * wide * 0.92 - wide / 2
        sway = dice.uniform(-0.3, 0.4) * wide
        path = smooth(
            [
                (x, -150, "c"),
                (x + wide, -150, "c"),
                (x + wide + sway, size.height * 0.4),
                (x + wide * 0.9, bottom, "c"),
                (x - 4, bottom, "c"),
                (x + sway, size.height * 0.4),
            ]
        )
        stops = [(0.0, dark, 0.85), (0.5, mix(dark, sheen, 0.6), 0.65), (0.68, sheen, 0.5), (1.0, dark, 0.85)]
        canvas.drawPath(path, ink(shader=linear((x, 0), (x + wide, 0), stops), blur=4))


def _arch(canvas: Any, scene: Scene) -> None:
    size = scene.size
    x, reach = size.width * (0.5 - scene.light.dx * 0.12), min(size.width, size.height) * 0.36
    top = size.height * 0.14
    tone = mix(scene.tone(0.5), scene.hour.key, 0.25)
    for index, share in enumerate((1.28, 1.0)):
        half = reach * share
        stops = [(0.0, lighter(tone, 0.1 + 0.15 * index), 0.75), (1.0, scene.tone(0.12), 0.85)]
        start, end = (x + scene.light.dx * half, top), (x - scene.light.dx * half, size.height)
        canvas.drawRoundRect(
            (x - half, top + reach * (1 - share) * 0.6, half * 2, size.height * 1.4),
            half,
            half,
            ink(shader=linear(start, end, stops)),
        )
    glow(canvas, x, size.height * 0.42, reach * 1.5, scene.hour.key, 0.4)


def _discs(canvas: Any, scene: Scene) -> None:
    size = scene.size
    reach = min(size.width, size.height) * 0.37
    x, y = size.width * (0.5 + scene.light.dx * 0.06), size.height * 0.4
    stops = [(0.0, mix(scene.tone(0.8), scene.hour.key, 0.5)), (0.6, scene.tone(0.55)), (1.0, scene.tone(0.22))]
    shader = linear((x + scene.light.dx * reach, y - reach), (x - scene.light.dx * reach, y + reach), stops)
    canvas.drawPath(oval(x, y, reach * 1.12, reach * 1.12), ink(scene.tone(0.5), 0.35, blur=30))
    canvas.drawPath(oval(x, y, reach, reach), ink(shader=shader, alpha=0.9))
    canvas.drawPath(oval(x, y, reach * 1.25, reach * 1.25), ink(scene.hour.key, 0.35, stroke=2))


def _bokeh(canvas: Any, scene: Scene) -> None:
    size, dice = scene.size, scene.dice("bokeh")
    for _ in range(38):
        x, y = dice.uniform(-0.06, 1.06) * size.width, dice.uniform(0.02, 0.66) * size.height
        radius, alpha = dice.uniform(8, 44), dice.uniform(0.05, 0.2)
        tone = dice.choice((scene.hour.key, scene.tone(0.9), scene.tone(0.6), mix(scene.tone(0.7), "#8f7bff", 0.4)))
        canvas.drawCircle(x, y, radius, ink(tone, alpha, blur=2))
        canvas.drawCircle(x, y, radius * 0.96, ink(tone, alpha * 0.9, stroke=2, blur=1))


def _floor(canvas: Any, scene: Scene) -> None:
    size = scene.size
    y = max(scene.view.y(0, 0.7), size.height * 0.74)
    stops = [(0.0, mix(scene.tone(0.2), scene.hour.key, 0.2)), (0.2, scene.tone(0.1)), (1.0, scene.tone(0.0))]
    canvas.drawPath(
        rect(-size.margin_x, y, size.width + size.margin_x, size.height + size.margin_y),
        ink(shader=linear((0, y), (0, size.height), stops)),
    )
    canvas.drawPath(rect(-size.margin_x, y - 2, size.width + size.margin_x, y + 2), ink(scene.hour.key, 0.6, blur=2))


def _beam(canvas: Any, scene: Scene) -> None:
    size, side = scene.size, scene.light.dx
    shift = scene.dice("beam").uniform(-0.2, 0.16)
    top = size.width * (0.5 + side * (0.36 + shift))
    low = size.width * (0.5 + side * (0.02 + shift * 1.4))
    wide = min(size.width, size.height) * 0.2
    path = polygon(
        (top - wide * 0.7, -90),
        (top + wide * 0.7, -90),
        (low + wide * 1.5, size.height),
        (low - wide * 1.5, size.height),
    )
    stops = [(0.0, scene.hour.key, 0.5), (0.6, scene.hour.key, 0.15), (1.0, scene.hour.key, 0.0)]
    canvas.drawPath(path, ink(shader=linear((top, -60), (low, size.height), stops), blur=40, blend=SCREEN))


SETTING = Setting(
    _paint, "gloss", is_interior=True, is_dark=True,
    palette=("#07060f", "#1d1533", "#4a2a66", "#a5607a", "#ffd9a0"),
)  # fmt: skip
