"""A stage: a curtain, beams that wander, pools of light on the boards, heads of the audience before it."""

from typing import Any

from reelwright.film.shot import Framing
from reelwright.providers.builtin.artist.brush import (
    SCREEN,
    box,
    darker,
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
)
from reelwright.providers.builtin.artist.contract import Backdrop, Scene, Setting
from reelwright.providers.builtin.artist.painting import Layer, LayerMotion, Plate
from reelwright.providers.builtin.artist.pieces.crowd import audience
from reelwright.providers.builtin.artist.pieces.foreground import foreground
from reelwright.providers.builtin.artist.pieces.glows import glowing
from reelwright.providers.builtin.artist.stagecraft import floor_y, gather

_WITH_AUDIENCE = (Framing.EXTREME_WIDE, Framing.WIDE, Framing.MEDIUM_WIDE, Framing.MEDIUM)


def _paint(scene: Scene) -> Backdrop:
    size, view = scene.size, scene.view
    plate = Plate(size, 0.35, "stage", view.blur)
    canvas = plate.canvas
    _backdrop(canvas, scene)
    _boards(canvas, scene)
    with view.at(canvas, 1):
        _curtains(canvas, scene)
    _lamps(canvas, scene)
    plate.blur(view.blur)
    beams = [_beam(scene, index) for index in range(2)]
    return Backdrop(gather(plate.layer(), *beams, *glowing(scene, indoors=True)), _before(scene), floor_y(scene))


def _backdrop(canvas: Any, scene: Scene) -> None:
    size = scene.size
    deep, warm = scene.tone(0.04), mix(scene.tone(0.45), scene.hour.key, 0.15)
    canvas.drawPaint(ink(darker(deep, 0.35)))
    centre = (scene.view.x(40, 1), scene.view.y(150, 1))
    reach = max(size.width, size.height) * 0.62
    stops = [(0.0, warm, 0.85), (0.5, mix(deep, warm, 0.35), 0.7), (1.0, deep, 0.0)]
    canvas.drawPaint(ink(shader=radial(centre, reach, stops)))
    dice = scene.place_dice("wash")
    for index in range(3):
        tone = scene.pick(f"gel {index}", ("#c7567f", "#5f7fd6", "#e09a4a", "#7f5fc9", "#4fa3a0"))
        x = scene.view.x(dice.uniform(-260, 300), 1)
        glow(canvas, x, scene.view.y(dice.uniform(120, 260), 1), reach * 0.5, tone, 0.35)


def _boards(canvas: Any, scene: Scene) -> None:
    size, view = scene.size, scene.view
    top, bottom = view.y(0, 1), size.height + size.margin_y
    if top >= bottom:
        return
    wood = mix(scene.tone(0.2), "#6b4632", 0.5)
    stops = [(0.0, lighter(wood, 0.16)), (0.4, wood), (1.0, darker(wood, 0.45))]
    left, right = -size.margin_x, size.width + size.margin_x
    canvas.drawPath(rect(left, top, right, bottom), ink(shader=linear((0, top), (0, bottom), stops)))
    run = (bottom - view.horizon_y) / max(top - view.horizon_y, 1)
    for index in range(-18, 19):
        x = view.centre_x + index * 26 * view.wall_scale
        low = view.centre_x + (x - view.centre_x) * run
        canvas.drawLine(x, top, low, bottom, ink(darker(wood, 0.6), 0.4, stroke=2))
    pool = oval(size.width / 2, top + (bottom - top) * 0.4, size.width * 0.36, (bottom - top) * 0.26)
    canvas.drawPath(pool, ink(scene.hour.key, 0.4, blur=(bottom - top) * 0.12, blend=SCREEN))
    canvas.drawPath(rect(left, top - 2, right, top + 3), ink(scene.hour.key, 0.5, blur=2))


def _curtains(canvas: Any, scene: Scene) -> None:
    """Two drapes at the sides and a swag above, in centimetres."""
    red = scene.pick("curtain", ("#8f2733", "#5a2a66", "#27406b", "#7a3a24"))
    for side in (-1, 1):
        for fold in range(7):
            x = side * (330 + fold * 34)
            _fold(canvas, scene, x, -430, 40, 428, red)
    for index in range(-9, 10):
        x = index * 62
        drop = smooth([(x - 34, -470, "c"), (x + 34, -470, "c"), (x + 30, -330), (x, -304), (x - 30, -330)])
        stops = [(0.0, darker(red, 0.5)), (0.5, red), (0.8, lighter(red, 0.15)), (1.0, darker(red, 0.45))]
        canvas.drawPath(drop, ink(shader=linear((x - 34, 0), (x + 34, 0), stops)))
        hem = smooth([(x - 29, -326), (x, -304), (x + 29, -326)], closed=False)
        canvas.drawPath(hem, ink("#d9a95a", 0.85, stroke=3))


def _fold(canvas: Any, scene: Scene, x: float, top: float, wide: float, long: float, red: str) -> None:
    stops = [(0.0, darker(red, 0.6)), (0.45, mix(red, scene.hour.key, 0.12)), (0.6, red), (1.0, darker(red, 0.65))]
    path = smooth(
        [(x - wide / 2, top, "c"), (x + wide / 2, top, "c"), (x + wide * 0.62, top + long * 0.6),
         (x + wide * 0.55, 0, "c"), (x - wide * 0.55, 0, "c"), (x - wide * 0.45, top + long * 0.6)]
    )  # fmt: skip
    canvas.drawPath(path, ink(shader=linear((x - wide / 2, 0), (x + wide / 2, 0), stops)))


def _lamps(canvas: Any, scene: Scene) -> None:
    view = scene.view
    with view.at(canvas, 0.8):
        canvas.drawPath(rect(-600, -300, 600, -294), ink("#17151f"))
        for index in range(-5, 6):
            x = index * 74
            canvas.drawPath(box(x - 9, -296, 18, 22, 4), ink("#17151f"))
            tone = ("#ffe2ae", "#ffd0a0", "#cfd8ff")[index % 3]
            canvas.drawPath(oval(x, -274, 9, 3.5), ink(tone))
            glow(canvas, x, -274, 44, tone, 0.8)


def _beam(scene: Scene, index: int) -> Layer | None:
    """A cone of light that wanders a little."""
    size, view = scene.size, scene.view
    dice = scene.dice(f"beam {index}")
    side = -1 if index == 0 else 1
    x, y = view.x(side * 190, 0.8), min(view.y(290, 0.8), size.height * 0.08)
    low = size.width * (0.5 + dice.uniform(-0.16, 0.1) * side)
    wide = min(size.width, size.height) * 0.13
    plate = Plate(size, 0.6, "beam", 14)
    path = polygon((x - 6, y), (x + 6, y), (low + wide, size.height * 1.02), (low - wide, size.height * 1.02))
    tone = mix(scene.hour.key, ("#ffe9c4", "#b9c6ff")[index], 0.5)
    strength = 0.34 if not scene.shot.staging.people else 0.22
    stops = [(0.0, tone, strength), (0.7, tone, strength * 0.4), (1.0, tone, 0.0)]
    plate.canvas.drawPath(path, ink(shader=linear((x, y), (low, size.height), stops), blur=10, blend=SCREEN))
    plate.blur(14)
    return plate.layer(LayerMotion("drift", 16, 6.5, index * 0.4))


def _before(scene: Scene) -> tuple[Layer, ...]:
    if scene.shot.camera.framing not in _WITH_AUDIENCE:
        return foreground(scene, "lights", scene.tone(0.7))
    size = scene.size
    plate = Plate(size, 1.25, "audience", 3.0)
    head = min(size.width, size.height) * 0.034
    audience(plate.canvas, scene, size.height + size.margin_y * 0.35, head, 2, scene.dice("audience"))
    plate.blur(3.0)
    return gather(plate.layer(LayerMotion("drift", 1.5, 5.0)))


SETTING = Setting(
    _paint, "gloss", is_interior=True, is_dark=True, stations_cm=(-60, 30, 90),
    palette=("#0b0716", "#2a1838", "#5f2f5a", "#b5606a", "#ffd9a0"),
)  # fmt: skip
