"""A city bicycle from its side: spoked wheels, diamond frame, name on the down tube."""

import math

from reelwright.providers.builtin.artist.brush import Point, curve, darker, ink, lighter, minus, mix, oval, smooth
from reelwright.providers.builtin.artist.products.finish import LEATHER, METAL, RUBBER
from reelwright.providers.builtin.artist.products.marks import name_of, wordmark
from reelwright.providers.builtin.artist.products.sitter import Sitter, readable, shape

_REAR, _FRONT, _R = (-50.0, -33.0), (52.0, -33.0), 33.0
_CRANK, _SEAT, _HEAD, _FORK = (-8.0, -29.0), (-21.0, -74.0), (35.0, -78.0), (38.4, -67.0)


def _paint(p: Sitter) -> None:
    for hub in (_REAR, _FRONT):
        _wheel(p, hub)
    frame = (
        (_SEAT, _REAR, 1.9),
        (_REAR, _CRANK, 1.9),
        (_FRONT, _FORK, 2.4),
        ((-19.5, -69), (36, -74), 2.8),
        (_SEAT, _CRANK, 2.8),
        (_CRANK, _FORK, 3.6),
    )
    for start, end, width in (*frame, (_FORK, (33.0, -84.0), 3.2)):
        _tube(p, start, end, width, p.color)
    _tube(p, _SEAT, (-24, -86), 1.8, "#c9cdd3")
    _tube(p, (33, -84), (31, -92), 1.8, "#c9cdd3")
    p.canvas.drawPath(curve((31, -92), (40, -94), (44, -91), (40, -87.6), (32, -88)), ink("#b9bec6", stroke=2.0))
    p.canvas.drawPath(curve((38, -87.4), (30, -88)), ink(p.accent, stroke=3.4))
    saddle = smooth(
        [(-38, -91), (-34, -95), (-24, -93), (-10, -91.6), (-8, -89.4), (-18, -88.4), (-27, -85.6), (-36, -87)]
    )
    with p.lit(p.puffed(saddle, depth=3), LEATHER) as canvas:
        canvas.drawPath(saddle, ink(p.accent))
    _drive(p)
    if name_of(p) and not p.is_small:
        _name(p)


def _wheel(p: Sitter, hub: Point) -> None:
    x, y = hub
    for index in range(12 if p.is_small else 28):
        turn = index * math.tau / (12 if p.is_small else 28)
        lean = turn + (0.14 if index % 2 else -0.14)
        end = (x + (_R - 3) * math.cos(lean), y + (_R - 3) * math.sin(lean))
        p.canvas.drawLine(x + 1.6 * math.cos(turn), y + 1.6 * math.sin(turn), *end, ink("#c4c8ce", 0.85, stroke=0.3))
    tyre = minus(oval(x, y, _R, _R), oval(x, y, _R - 2.6, _R - 2.6))
    with p.lit(p.puffed(tyre, depth=1.4), RUBBER) as canvas:
        canvas.drawPath(tyre, ink(mix("#26262c", p.accent, 0.15)))
    rim = minus(oval(x, y, _R - 2.5, _R - 2.5), oval(x, y, _R - 4.2, _R - 4.2))
    with p.lit(p.puffed(rim, depth=1), METAL) as canvas:
        canvas.drawPath(rim, ink("#d2d5da"))
    guard = curve(
        *[(x + (_R + 1.8) * math.cos(a), y + (_R + 1.8) * math.sin(a)) for a in (-2.9, -2.4, -1.9, -1.4, -0.9)]
    )
    p.canvas.drawPath(guard, ink(darker(p.color, 0.3), stroke=1.6))
    p.canvas.drawPath(guard, ink(lighter(p.color, 0.1), stroke=0.9))
    p.canvas.drawCircle(x, y, 2.2, ink("#9aa0a8"))


def _tube(p: Sitter, start: Point, end: Point, width: float, color: str) -> None:
    """A round tube: dark edge, local colour, and a glint on the side of the light."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = math.hypot(dx, dy)
    across = (-dy / length, dx / length)
    side = 1 if across[0] * p.light.dx + across[1] * p.light.dy > 0 else -1
    ox, oy = across[0] * side * width * 0.22, across[1] * side * width * 0.22
    p.canvas.drawLine(*start, *end, ink(darker(color, 0.45), stroke=width))
    p.canvas.drawLine(
        start[0] + ox * 0.5, start[1] + oy * 0.5, end[0] + ox * 0.5, end[1] + oy * 0.5, ink(color, stroke=width * 0.72)
    )
    glint = mix(lighter(color, 0.6), p.light.key, 0.4)
    p.canvas.drawLine(start[0] + ox, start[1] + oy, end[0] + ox, end[1] + oy, ink(glint, 0.8, stroke=width * 0.2))


def _drive(p: Sitter) -> None:
    x, y = _CRANK
    chain = ink("#3a3b42", stroke=0.7)
    p.canvas.drawLine(x, y - 7, _REAR[0], _REAR[1] - 3, chain)
    p.canvas.drawLine(x, y + 7, _REAR[0], _REAR[1] + 3, chain)
    ring = minus(oval(x, y, 7.6, 7.6), oval(x, y, 5.8, 5.8))
    p.canvas.drawPath(ring, ink("#b4b9c1"))
    _tube(p, (x, y), (x + 8, y + 13), 1.8, "#c9cdd3")
    p.canvas.drawLine(x + 4.6, y + 13.6, x + 11.6, y + 13.6, ink("#222228", stroke=2.2))
    p.canvas.drawCircle(x, y, 2, ink("#d8dbe0"))


def _name(p: Sitter) -> None:
    (ax, ay), (bx, by) = _CRANK, _FORK
    p.canvas.save()
    p.canvas.translate((ax + bx) / 2, (ay + by) / 2)
    p.canvas.rotate(math.degrees(math.atan2(by - ay, bx - ax)))
    wordmark(p, 0, 0, 34, 3.2, readable(p.accent, p.color), weight="bold", tracking=0.08, capitals=True)
    p.canvas.restore()


SHAPE = shape(_paint, aspect=1.78, real_height_cm=105, focus=0.55)
