"""Signs of neon tube: drawn figures, never words, so that nothing false is said."""

import math
from typing import Any

from reelwright.providers.builtin.artist.brush import box, curve, glow, ink, mix, oval, polygon, smooth

COLORS = ("#ff4f8b", "#3fd0ff", "#ffb347", "#7dff9a", "#b07bff", "#ff5f4a")
KINDS = ("cup", "arrow", "star", "heart", "bolt", "waves", "rings", "moon", "fish", "note")


def sign(canvas: Any, kind: str, x: float, y: float, size: float, color: str, strength: float = 1.0) -> None:
    """One figure of glowing tube around (x, y), ``size`` high; ``strength`` 0 is a dark tube."""
    if strength > 0.1:
        glow(canvas, x, y, size * 1.5, color, 0.5 * strength)
    for path in _FIGURES[kind]():
        canvas.save()
        canvas.translate(x, y)
        canvas.scale(size / 100, size / 100)
        if strength > 0.1:
            canvas.drawPath(path, ink(color, 0.55 * strength, stroke=16, blur=9))
        canvas.drawPath(path, ink(mix("#5a5560", color, 0.3 + 0.7 * strength), stroke=7))
        canvas.drawPath(path, ink(mix("#8a8590", "#fff8f2", strength), 0.4 + 0.5 * strength, stroke=2.6))
        canvas.restore()


def _cup() -> tuple[Any, ...]:
    body = smooth([(-34, -14, "c"), (34, -14, "c"), (26, 30), (12, 42), (-12, 42), (-26, 30)])
    steam = [curve((x, -24), (x + 7, -32), (x - 5, -42), (x + 4, -52)) for x in (-14, 2, 18)]
    return (body, curve((34, -4), (52, 0), (46, 20), (27, 22)), *steam)


def _arrow() -> tuple[Any, ...]:
    return (curve((-48, -34), (10, -44), (30, -4), (30, 30)), curve((8, 10), (30, 38), (52, 8)))


def _star() -> tuple[Any, ...]:
    turns = [(index * math.pi / 5, 50 if index % 2 == 0 else 21) for index in range(10)]
    points = [(math.sin(turn) * reach, -math.cos(turn) * reach) for turn, reach in turns]
    return (polygon(*points),)


def _heart() -> tuple[Any, ...]:
    return (smooth([(0, 46, "c"), (-44, 2), (-40, -34), (-14, -38), (0, -16, "c"), (14, -38), (40, -34), (44, 2)]),)


def _bolt() -> tuple[Any, ...]:
    return (polygon((10, -50), (-28, 8), (-2, 8), (-12, 50), (30, -12), (4, -12)),)


def _waves() -> tuple[Any, ...]:
    return tuple(curve(*((x, y + 9 * math.sin(x / 12)) for x in range(-48, 49, 12))) for y in (-24, 0, 24))


def _rings() -> tuple[Any, ...]:
    return oval(0, 0, 46, 46), oval(0, 0, 29, 29), oval(0, 0, 12, 12)


def _moon() -> tuple[Any, ...]:
    return (smooth([(14, -46, "c"), (-34, -26), (-40, 16), (-4, 46), (36, 34, "c"), (2, 20), (-8, -14)]),)


def _fish() -> tuple[Any, ...]:
    body = smooth([(-46, 0), (-14, -26), (22, -14), (34, 0, "c"), (22, 14), (-14, 26)])
    return body, polygon((32, 0), (52, -20), (52, 20)), oval(-24, -5, 4, 4)


def _note() -> tuple[Any, ...]:
    return (
        oval(-24, 34, 14, 10),
        oval(26, 26, 14, 10),
        curve((-11, 32), (-11, -38)),
        curve((39, 24), (39, -46)),
        box(-11, -46, 50, 12, 2),
    )


_FIGURES = {
    "cup": _cup, "arrow": _arrow, "star": _star, "heart": _heart, "bolt": _bolt, "waves": _waves, "rings": _rings,
    "moon": _moon, "fish": _fish, "note": _note,
}  # fmt: skip
