"""Cheap ways to model skin, hair and cloth: soft spots from gradients, edges from strokes, hairs drawn together."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from reelwright.media.canvas import skia
from reelwright.providers.builtin.artist.brush import (
    Light,
    Point,
    Stop,
    clipped,
    ink,
    linear,
    mix,
    radial,
    solid,
)
from reelwright.providers.builtin.artist.people.looks import SkinTone

_STEPS = 3
_CORE: tuple[float, ...] = (1.0, 0.62, 0.2, 0.0)


def soft_spot(
    canvas: Any, at: Point, rx: float, ry: float, color: str, alpha: float, *, degrees: float = 0.0, blend: Any = None
) -> None:
    """A soft ellipse of colour. A gradient, not a blur: large blurs are what costs on a face that fills the frame."""
    stops: list[Stop] = [(k / 3, color, alpha * share) for k, share in enumerate(_CORE)]
    canvas.save()
    canvas.translate(*at)
    if degrees:
        canvas.rotate(degrees)
    canvas.scale(rx, ry)
    canvas.drawCircle(0, 0, 1, ink(shader=radial((0, 0), 1, stops), blend=blend))
    canvas.restore()


def across(path: Any, light: Light, *, fitting: bool = False) -> tuple[Point, Point]:
    """Where the light enters a shape's bounds and where it leaves them; ``fitting`` keeps to a narrow shape's width."""
    bounds = path.getBounds()
    cx, cy = bounds.centerX(), bounds.centerY()
    rx, ry = bounds.width() / 2, bounds.height() / 2
    if not fitting:
        rx = ry = max(rx, ry)
    return (cx + light.dx * rx, cy + light.dy * ry), (cx - light.dx * rx, cy - light.dy * ry)


def edge(
    canvas: Any,
    path: Any,
    light: Light,
    color: str,
    alpha: float,
    width: float,
    *,
    away: bool = False,
    steps: int = _STEPS,
) -> None:
    """Light (or, ``away``, shadow) that hugs one side of an outline. Call it clipped to the path.

    Args:
        canvas: Skia canvas.
        path: The outline.
        light: Where the light comes from.
        color: Of the light or shadow.
        alpha: Opacity at the outline, 0 to 1; it fades inwards.
        width: How far it reaches inwards, in units.
        away: Whether the side away from the light is meant.
        steps: How many strokes make it; more are softer.
    """
    near, far = across(path, light, fitting=True)
    if away:
        near, far = far, near
    # Many plain strokes: a blurred one costs ten times as much.
    each = 1 - (1 - min(alpha, 0.98)) ** (1 / steps)
    shader = linear(near, far, [(0, color, each), (0.28, color, each * 0.55), (0.52, color, 0.0), (1, color, 0.0)])
    for step in range(1, steps + 1):
        canvas.drawPath(path, ink(shader=shader, stroke=2 * width * (step / steps) ** 1.3))


def cloth(
    canvas: Any, path: Any, color: str, light: Light, *, shade: float = 0.5, rim: float = 0.7, rim_width: float = 2.2
) -> None:
    """A shape of cloth, leather or felt with light across it: as ``solid`` does, without its large blurs."""
    canvas.drawPath(path, ink(color))
    near, far = across(path, light)
    stops: list[Stop] = [
        (0, light.key, 0.4 * light.power),
        (0.42, light.key, 0),
        (0.55, light.fill, 0.12 * shade),
        (1, light.fill, shade),
    ]
    canvas.drawPath(path, ink(shader=linear(near, far, stops)))
    with clipped(canvas, path):
        if shade > 0:
            edge(canvas, path, light, light.fill, shade * 0.55, rim_width * 4.5, away=True)
        if rim > 0:
            edge(canvas, path, light, light.key, rim * light.power, rim_width * 1.4)


def flesh(
    canvas: Any,
    path: Any,
    skin: SkinTone,
    light: Light,
    *,
    shade: float = 0.44,
    rim_width: float = 1.8,
    soft: float = 6,
) -> None:
    """Skin of hands and arms: as light as the face, whose light spreads over a larger shape, in every look."""
    tone = mix(skin.base, skin.shadow, 0.2)
    dimmed = replace(light, power=light.power * 0.52)
    solid(canvas, path, tone, dimmed, shade=shade, rim=0.6, rim_width=rim_width, soft=soft)


class Hairs:
    """Many hairs in few strokes: each goes into the bundle of its colour and width, and bundles are drawn once."""

    def __init__(self) -> None:
        self._bundles: dict[tuple[str, float, float], Any] = {}

    def add(self, points: Sequence[Point], color: str, alpha: float, width: float) -> None:
        """One hair along two, three or more points."""
        builder = self._bundles.setdefault((color, alpha, width), skia.PathBuilder())
        builder.moveTo(*points[0])
        if len(points) == 2:
            builder.lineTo(*points[1])
            return
        for index in range(1, len(points) - 1):
            a, b = points[index], points[index + 1]
            is_last = index == len(points) - 2
            end = b if is_last else ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)
            builder.quadTo(*a, *end)

    def draw(self, canvas: Any, *, blend: Any = None) -> None:
        """All of them, in the order in which their colours first came."""
        for (color, alpha, width), builder in self._bundles.items():
            canvas.drawPath(builder.detach(), ink(color, alpha, stroke=width, blend=blend))
        self._bundles = {}


class Blades:
    """Lashes and brow hairs: pointed at the end, all of one colour, drawn as one path."""

    def __init__(self) -> None:
        self._builder = skia.PathBuilder()

    def add(self, root: Point, bend: Point, tip: Point, half: float) -> None:
        """One hair, ``half`` its half width at the root."""
        builder = self._builder
        builder.moveTo(root[0] - half, root[1])
        builder.quadTo(bend[0] - half * 0.6, bend[1], *tip)
        builder.quadTo(bend[0] + half * 0.6, bend[1], root[0] + half, root[1])
        builder.close()

    def draw(self, canvas: Any, paint: Any) -> None:
        """All of them."""
        canvas.drawPath(self._builder.detach(), paint)
