"""Vehicles seen from the side, in centimetres, facing right: the wheels stand at y = 0, the middle is x = 0."""

from typing import Any

from reelwright.providers.builtin.artist.brush import (
    SCREEN,
    Light,
    box,
    curve,
    darker,
    glow,
    ink,
    lighter,
    linear,
    mix,
    oval,
    polygon,
    rect,
    smooth,
    solid,
)

CAR_CM, BUS_CM, SCOOTER_CM = 430.0, 1080.0, 178.0
"""How long each is."""


def car(canvas: Any, light: Light, color: str, burns: float) -> None:
    """A small car; its lamps burn by ``burns``, 0 to 1."""
    _shadow(canvas, CAR_CM)
    body = smooth(
        [(-212, -34), (-214, -70), (-196, -88), (-150, -94), (-104, -138), (-40, -148), (36, -144), (92, -102),
         (176, -88), (210, -66), (214, -36), (196, -26), (-196, -26)]
    )  # fmt: skip
    _lit(canvas, body, color, light, 3.0)
    glass = smooth([(-138, -94, "c"), (-98, -132), (-40, -140), (30, -136), (76, -98, "c")])
    tint = [(0.0, mix("#b9cfdd", light.key, 0.3)), (0.5, "#4f6274"), (1.0, "#27313f")]
    canvas.drawPath(glass, ink(shader=linear((0, -140), (0, -94), tint)))
    canvas.drawPath(rect(-36, -140, -28, -94), ink(darker(color, 0.25)))
    canvas.drawPath(curve((-206, -64), (0, -70), (208, -60)), ink(lighter(color, 0.45), 0.6, stroke=3))
    for x in (-30, 70):
        canvas.drawLine(x, -92, x, -34, ink(darker(color, 0.5), 0.5, stroke=2.4))
    for x in (-62, 40):
        canvas.drawLine(x, -80, x + 20, -80, ink(darker(color, 0.55), 0.8, stroke=4))
    canvas.drawPath(rect(-204, -36, 206, -26), ink(darker(color, 0.6)))
    for x in (-130, 130):
        _wheel(canvas, x, 33)
    _lamps(canvas, (205, -60), (-208, -68), burns)


def bus(canvas: Any, light: Light, color: str, burns: float) -> None:
    """A town bus with lit windows after dark."""
    _shadow(canvas, BUS_CM)
    shell = box(-540, -300, 1080, 268, 26)
    _lit(canvas, shell, color, light, 5.0)
    canvas.drawPath(rect(-540, -120, 540, -96), ink(lighter(color, 0.75), 0.9))
    canvas.drawPath(box(-520, -318, 640, 24, 8), ink(darker(color, 0.3)))
    day, night = "#4f6274", "#ffdf9e"
    for index in range(7):
        x = -510 + index * 132
        pane = [(0.0, mix(mix("#b9cfdd", light.key, 0.3), night, burns)), (1.0, mix(day, "#e0a85c", burns))]
        canvas.drawPath(box(x, -268, 118, 128, 8), ink(shader=linear((0, -268), (0, -140), pane)))
        for seat in (26, 82):
            rider = smooth(
                [(x + seat - 15, -140, "c"), (x + seat - 13, -186), (x + seat + 13, -186), (x + seat + 15, -140, "c")]
            )
            if (index * 2 + seat) % 3:
                canvas.drawPath(rider, ink("#231f2c", 0.75))
                canvas.drawPath(oval(x + seat, -204, 13, 16), ink("#231f2c", 0.75))
    door = [(0.0, mix("#b9cfdd", night, burns * 0.8)), (1.0, mix(day, "#e0a85c", burns))]
    canvas.drawPath(box(430, -270, 84, 236, 8), ink(shader=linear((0, -270), (0, -40), door)))
    canvas.drawLine(472, -268, 472, -38, ink("#2a2933", stroke=6))
    canvas.drawPath(rect(-540, -46, 540, -32), ink(darker(color, 0.6)))
    for x in (-340, 330):
        _wheel(canvas, x, 46)
    _lamps(canvas, (536, -74), (-536, -80), burns)


def shine(canvas: Any, is_bus: bool, burns: float) -> None:
    """The lamps of a car or bus alone, over the night's shadow; a bus's windows too."""
    if not is_bus:
        _lamps(canvas, (205, -60), (-208, -68), burns)
        return
    for index in range(7):
        x = -510 + index * 132
        canvas.drawPath(box(x, -268, 118, 128, 8), ink("#ffdf9e", 0.5 * burns, blend=SCREEN))
    _lamps(canvas, (536, -74), (-536, -80), burns)


def scooter(canvas: Any, light: Light, color: str, burns: float) -> None:
    """A parked motor scooter."""
    _shadow(canvas, SCOOTER_CM)
    for x in (-62, 66):
        _wheel(canvas, x, 24)
    canvas.drawLine(66, -24, 48, -112, ink("#33343c", stroke=8))
    rear = smooth([(-94, -46), (-88, -74), (-44, -80), (-10, -66), (-8, -34), (-30, -22), (-80, -28)])
    apron = smooth([(-10, -22), (30, -22), (44, -96), (58, -98), (52, -40), (40, -12), (-8, -12)])
    fender = smooth([(36, -36), (52, -60), (78, -56), (94, -34), (78, -46), (54, -46)])
    for path in (apron, rear, fender):
        _lit(canvas, path, color, light, 1.8)
    _lit(canvas, box(-86, -92, 76, 16, 8), "#4a342c", light, 1.4)
    canvas.drawLine(34, -116, 62, -120, ink("#33343c", stroke=6))
    canvas.drawCircle(56, -134, 9, ink("#c3c9d0", stroke=2.6))
    _lit(canvas, oval(58, -102, 11, 11), "#e6e9ec", light, 1.2)
    if burns > 0.3:
        glow(canvas, 66, -102, 60, "#fff0cf", 0.7 * burns)


def bicycle(canvas: Any, light: Light, color: str) -> None:
    """A leaning bicycle."""
    _shadow(canvas, 180)
    rim = ink("#2a2a33", stroke=4.4)
    for x in (-52, 54):
        canvas.drawCircle(x, -34, 33, rim)
        canvas.drawCircle(x, -34, 31, ink(mix("#c3c9d0", light.key, 0.3), 0.6, stroke=1.2))
        for dx, dy in ((0, 31), (22, 22), (31, 0), (22, -22)):
            canvas.drawLine(x - dx, -34 - dy, x + dx, -34 + dy, ink("#8f959c", 0.5, stroke=0.8))
    tube = ink(color, stroke=5)
    for line in (
        (-52, -34, -4, -34),
        (-4, -34, -18, -78),
        (-52, -34, -18, -74),
        (-18, -72, 40, -78),
        (-4, -34, 42, -72),
    ):
        canvas.drawLine(*line, tube)
        canvas.drawLine(line[0], line[1] - 1.4, line[2], line[3] - 1.4, ink(lighter(color, 0.6), 0.6, stroke=1.2))
    canvas.drawLine(54, -34, 38, -92, ink(darker(color, 0.2), stroke=4.6))
    canvas.drawPath(curve((38, -92), (46, -98), (30, -102), (20, -96)), ink("#2a2a33", stroke=4))
    _lit(canvas, smooth([(-34, -84), (-20, -89), (-2, -85), (-6, -81), (-30, -79)]), "#4a342c", light, 1)
    canvas.drawCircle(-4, -34, 9, ink("#5a5d66", stroke=3))


def _wheel(canvas: Any, x: float, radius: float) -> None:
    canvas.drawPath(oval(x, -radius, radius, radius), ink("#1e1e25"))
    canvas.drawPath(oval(x, -radius, radius * 0.6, radius * 0.6), ink("#a9b0b8"))
    canvas.drawPath(oval(x, -radius, radius * 0.48, radius * 0.48), ink("#5f666f"))
    canvas.drawPath(oval(x, -radius, radius * 0.16, radius * 0.16), ink("#c3c9d0"))


def _lamps(canvas: Any, front: tuple[float, float], rear: tuple[float, float], burns: float) -> None:
    canvas.drawPath(oval(front[0], front[1], 9, 12), ink(mix("#e6ecef", "#fff4d0", burns)))
    canvas.drawPath(oval(rear[0], rear[1], 7, 13), ink(mix("#8c1f24", "#ff4a3a", burns)))
    if burns < 0.3:
        return
    glow(canvas, front[0], front[1], 90, "#fff0cf", 0.8 * burns)
    glow(canvas, rear[0], rear[1], 60, "#ff4a3a", 0.6 * burns)
    beam = polygon(
        (front[0], front[1] - 8), (front[0] + 420, front[1] - 20), (front[0] + 420, 8), (front[0], front[1] + 10)
    )
    stops = [(0.0, "#fff0cf", 0.4 * burns), (1.0, "#fff0cf", 0.0)]
    canvas.drawPath(beam, ink(shader=linear((front[0], 0), (front[0] + 420, 0), stops), blur=10))


def _shadow(canvas: Any, long: float) -> None:
    canvas.drawPath(oval(0, 0, long * 0.52, long * 0.03), ink("#07060d", 0.5, blur=long * 0.02))


def _lit(canvas: Any, path: Any, color: str, light: Light, rim: float) -> None:
    solid(canvas, path, color, light, shade=0.6, rim=0.9, rim_width=rim, soft=rim * 5)
