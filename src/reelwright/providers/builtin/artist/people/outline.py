"""Shapes a body is made of: tapering limbs, and limbs that fade into the shoulder they grow from."""

import math
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from reelwright.media.canvas import skia
from reelwright.providers.builtin.artist.brush import Light, Point, Stop, ink, linear, smooth

Joint = tuple[float, float, float]
"""A point of a spine with the half width there."""


def lerp(a: float, b: float, share: float) -> float:
    """The number ``share`` of the way from a to b."""
    return a + (b - a) * share


def between(a: Point, b: Point, share: float) -> Point:
    """The point ``share`` of the way from a to b."""
    return lerp(a[0], b[0], share), lerp(a[1], b[1], share)


def heading(a: Point, b: Point) -> float:
    """Direction from a to b in degrees; 0 points right, 90 down."""
    return math.degrees(math.atan2(b[1] - a[1], b[0] - a[0]))


def beyond(a: Point, degrees: float, distance: float) -> Point:
    """The point at a distance and direction from a."""
    turn = math.radians(degrees)
    return a[0] + math.cos(turn) * distance, a[1] + math.sin(turn) * distance


def turned_about(point: Point, centre: Point, degrees: float) -> Point:
    """The point turned about a centre, clockwise as seen."""
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    dx, dy = point[0] - centre[0], point[1] - centre[1]
    return centre[0] + dx * cos - dy * sin, centre[1] + dx * sin + dy * cos


def _spread(spine: Sequence[Joint], steps: int) -> list[Joint]:
    """The spine with Catmull-Rom points in between."""
    found: list[Joint] = []
    for index in range(len(spine) - 1):
        before, a = spine[max(0, index - 1)], spine[index]
        b, after = spine[index + 1], spine[min(len(spine) - 1, index + 2)]
        for step in range(steps):
            t = step / steps
            found.append(tuple(_catmull(before[k], a[k], b[k], after[k], t) for k in range(3)))  # type: ignore[arg-type]
    found.append(spine[-1])
    return found


def _catmull(p0: float, p1: float, p2: float, p3: float, t: float) -> float:
    return 0.5 * (2 * p1 + (p2 - p0) * t + (2 * p0 - 5 * p1 + 4 * p2 - p3) * t**2 + (3 * p1 - p0 - 3 * p2 + p3) * t**3)


def taper(spine: Sequence[Joint], *, steps: int = 3, round_start: bool = True, round_end: bool = True) -> Any:
    """A limb, finger, lock or brow: a smooth spine with a half width at each joint, and round ends."""
    line = _spread(spine, steps) if len(spine) > 2 else list(spine)
    left: list[Point] = []
    right: list[Point] = []
    for index, (x, y, half) in enumerate(line):
        a, b = line[max(0, index - 1)], line[min(len(line) - 1, index + 1)]
        length = math.hypot(b[0] - a[0], b[1] - a[1]) or 1.0
        nx, ny = -(b[1] - a[1]) / length, (b[0] - a[0]) / length
        left.append((x + nx * half, y + ny * half))
        right.append((x - nx * half, y - ny * half))
    end = _cap(line[-2], line[-1]) if round_end else []
    start = _cap(line[1], line[0]) if round_start else []
    return smooth([*left, *end, *reversed(right), *start])


def _cap(before: Joint, last: Joint) -> list[Point]:
    """Three points of a round end, from the left side to the right."""
    if last[2] < 0.4:
        return []
    angle = math.atan2(last[1] - before[1], last[0] - before[0])
    turns = (math.pi / 4, 0.0, -math.pi / 4)
    return [(last[0] + math.cos(angle + t) * last[2], last[1] + math.sin(angle + t) * last[2]) for t in turns]


def joined(*paths: Any) -> Any:
    """Several shapes as one outline."""
    builder = skia.OpBuilder()
    for path in paths:
        builder.add(path, skia.kUnion_PathOp)
    return builder.resolve()


@contextmanager
def placed(
    canvas: Any, at: Point, degrees: float, light: Light, *, size: float = 1.0, flip: bool = False
) -> Generator[Light]:
    """Draw at a place, turned, scaled and perhaps mirrored; yields the light as seen from there."""
    canvas.save()
    canvas.translate(*at)
    canvas.rotate(degrees)
    canvas.scale(size, -size if flip else size)
    turn = math.radians(-degrees)
    dx = light.dx * math.cos(turn) - light.dy * math.sin(turn)
    dy = light.dx * math.sin(turn) + light.dy * math.cos(turn)
    yield replace(light, dx=dx, dy=-dy if flip else dy)
    canvas.restore()


@contextmanager
def fading(canvas: Any, start: Point, end: Point, around: Any) -> Generator[None]:
    """What is drawn inside appears gradually from start to end, so that an arm grows out of its shoulder.

    ``around`` is the outline of what is drawn.
    """
    # A layer as large as what is drawn, not as the canvas: clearing and laying it down is what costs.
    canvas.saveLayer(around.getBounds().makeOutset(12, 12), None)
    yield
    mask = ink(shader=linear(start, end, [(0, "#000000", 0.0), (1, "#000000", 1.0)]), blend=skia.BlendMode.kDstIn)
    canvas.drawPaint(mask)
    canvas.restore()


def lit_flat(canvas: Any, path: Any, color: str, light: Light, whole: Any, shade: float = 0.58) -> None:
    """A shape in the light that lies across a larger one of which it is a part, without an edge of its own."""
    canvas.drawPath(path, ink(color))
    bounds = whole.getBounds()
    cx, cy, reach = bounds.centerX(), bounds.centerY(), max(bounds.width(), bounds.height()) / 2
    stops: list[Stop] = [
        (0, light.key, 0.45 * light.power), (0.45, light.key, 0), (0.55, light.fill, 0.15 * shade),
        (1, light.fill, shade),
    ]  # fmt: skip
    near, far = (cx + light.dx * reach, cy + light.dy * reach), (cx - light.dx * reach, cy - light.dy * reach)
    canvas.drawPath(path, ink(shader=linear(near, far, stops)))
