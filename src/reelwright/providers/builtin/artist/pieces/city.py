"""The town: skylines, fronts of houses and shops, street lamps."""

from random import Random
from typing import Any

from reelwright.providers.builtin.artist.brush import (
    Light,
    box,
    darker,
    glow,
    ink,
    lighter,
    linear,
    mix,
    oval,
    polygon,
    rect,
    solid,
)
from reelwright.providers.builtin.artist.contract import Scene


def skyline(canvas: Any, scene: Scene, base_y: float, height: float, color: str, dice: Random) -> None:
    """Towers across the frame, in frame units, with lit windows after dark."""
    size, x = scene.size, -scene.size.margin_x
    lamps = scene.hour.lamps
    while x < size.width + size.margin_x:
        wide = dice.uniform(34, 96) * size.height / 720
        tall = height * dice.uniform(0.35, 1.0)
        tone = mix(color, scene.hour.sky[-1], dice.uniform(0.0, 0.35))
        stops = [(0.0, mix(tone, scene.hour.key, 0.2)), (1.0, mix(tone, scene.hour.sky[-1], 0.4))]
        canvas.drawPath(
            rect(x, base_y - tall, x + wide, base_y + 600), ink(shader=linear((0, base_y - tall), (0, base_y), stops))
        )
        edge = x if scene.light.dx < 0 else x + wide - 3
        canvas.drawPath(rect(edge, base_y - tall, edge + 3, base_y), ink(scene.hour.key, 0.4))
        for row in range(int(tall / 16)):
            for column in range(int(wide / 13)):
                if dice.random() < 0.3 + 0.25 * lamps:
                    left, top = x + 5 + column * 13, base_y - tall + 8 + row * 16
                    shine = dice.uniform(0.4, 1.0) * lamps
                    canvas.drawPath(
                        rect(left, top, left + 7, top + 9),
                        ink(mix(darker(tone, 0.2), "#ffd590", shine), 0.35 + 0.6 * shine),
                    )
        x += wide + dice.uniform(-4, 14)


def house(canvas: Any, light: Light, x: float, width: float, wall: str, shade: str, lamps: float, dice: Random) -> None:
    """The front of a town house with a shop below, in centimetres; its foot is the pavement."""
    tall = dice.uniform(900, 1250)
    canvas.drawPath(
        rect(x, -tall, x + width, 0),
        ink(shader=linear((x, 0), (x + width, 0), [(0, lighter(wall, 0.1)), (1, darker(wall, 0.18))])),
    )
    canvas.drawPath(rect(x, -tall - 20, x + width, -tall), ink(darker(wall, 0.3)))
    columns = max(2, int(width / 130))
    for row in range(3):
        for column in range(columns):
            left = x + (column + 0.5) * width / columns - 32
            top = -560 - row * 230
            lit = dice.random() < 0.55
            _pane(canvas, left, top, 64, 120, lamps if lit else 0.0)
            canvas.drawPath(rect(left - 8, top + 122, left + 72, top + 130), ink(lighter(wall, 0.35)))
            canvas.drawPath(rect(left - 8, top + 130, left + 72, top + 140), ink(darker(wall, 0.5), 0.5, blur=3))
    _shop(canvas, light, x + 14, width - 28, shade, lamps, dice)
    solid(canvas, rect(x, -345, x + width, -325), lighter(wall, 0.2), light, shade=0.4, rim=0.6, rim_width=4, soft=8)


def _pane(canvas: Any, x: float, y: float, width: float, height: float, lamps: float) -> None:
    day = [(0.0, "#9fb6c8"), (1.0, "#3e4c60")]
    lit = [(0.0, mix("#6f7f96", "#ffdf9e", lamps)), (1.0, mix("#3e4c60", "#e89a4e", lamps))]
    canvas.drawPath(
        rect(x, y, x + width, y + height), ink(shader=linear((x, y), (x + width, y + height), lit if lamps else day))
    )
    canvas.drawPath(rect(x, y, x + width, y + height), ink("#2a2733", stroke=6))
    canvas.drawLine(x + width / 2, y, x + width / 2, y + height, ink("#2a2733", stroke=4))


def _shop(canvas: Any, light: Light, x: float, width: float, shade: str, lamps: float, dice: Random) -> None:
    """A lit window with things in it, a door, an awning."""
    canvas.drawPath(rect(x, -300, x + width, 0), ink("#2b2630"))
    glass = [(0.0, mix("#5f6f80", "#ffe2a6", 0.3 + 0.7 * lamps)), (1.0, mix("#39414f", "#c97f3f", 0.2 + 0.6 * lamps))]
    door = x + width - 95
    canvas.drawPath(rect(x + 12, -240, door - 15, -50), ink(shader=linear((x, -240), (x, -50), glass)))
    canvas.drawPath(box(door, -235, 80, 235, 4), ink(shader=linear((x, -240), (x, 0), glass)))
    canvas.drawPath(box(door, -235, 80, 235, 4), ink(darker(shade, 0.4), stroke=9))
    canvas.drawCircle(door + 12, -105, 4, ink("#e3c695"))
    at = x + 24
    while at < door - 45:
        tall, wide = dice.uniform(25, 90), dice.uniform(18, 42)
        canvas.drawPath(
            box(at, -50 - tall, wide, tall, 6),
            ink(darker(dice.choice(("#8a5a4a", "#5a6f7e", "#b08a55", "#6b4f6a")), 0.25), 0.85),
        )
        at += wide + dice.uniform(6, 26)
    stripes = max(5, int(width / 42))
    for index in range(stripes):
        left, right = x + index * width / stripes, x + (index + 1) * width / stripes
        color = shade if index % 2 else "#efe3cf"
        canvas.drawPath(polygon((left + 6, -318), (right + 6, -318), (right - 4, -245), (left - 4, -245)), ink(color))
        canvas.drawPath(oval((left + right) / 2 - 4, -245, (right - left) / 2, 11), ink(darker(color, 0.12)))
    canvas.drawPath(polygon((x, -318), (x + width, -318), (x + width, -300), (x, -300)), ink(light.key, 0.25))
    canvas.drawPath(rect(x, -232, x + width, -212), ink("#0a0712", 0.35, blur=8))


def street_lamp(canvas: Any, light: Light, x: float, lamps: float) -> None:
    """A street lamp, in centimetres."""
    solid(canvas, rect(x - 5, -420, x + 5, 0), "#23222c", light, rim_width=2, soft=3)
    solid(
        canvas,
        polygon((x - 22, -470), (x + 22, -470), (x + 14, -420), (x - 14, -420)),
        mix("#8f98a5", "#ffe9b0", lamps),
        light,
        rim_width=2,
        soft=4,
    )
    solid(canvas, polygon((x - 28, -470), (x + 28, -470), (x, -500)), "#23222c", light, rim_width=2, soft=3)
    if lamps > 0.3:
        glow(canvas, x, -445, 260, "#ffcf85", 0.55 * lamps)
