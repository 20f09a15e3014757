"""Hair as panels between two edges, with the locks and strands that run through them and catch the light."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from reelwright.providers.builtin.artist.brush import Point, Stop, clipped, darker, ink, linear, luminance, mix, smooth
from reelwright.providers.builtin.artist.people.figure import Figure
from reelwright.providers.builtin.artist.people.modelling import Hairs, across, soft_spot
from reelwright.providers.builtin.artist.people.outline import lerp


def along(points: Sequence[Point], share: float) -> Point:
    """The point at a share (0 to 1) of the way along a smooth line through the points."""
    last = len(points) - 1
    at = max(0.0, min(1.0, share)) * last
    k = min(int(at), last - 1)
    t = at - k
    p0, p1, p2, p3 = points[max(0, k - 1)], points[k], points[k + 1], points[min(last, k + 2)]
    t2, t3 = t * t, t * t * t
    a, b, c, d = -t + 2 * t2 - t3, 2 - 5 * t2 + 3 * t3, t + 4 * t2 - 3 * t3, t3 - t2
    return (
        0.5 * (a * p0[0] + b * p1[0] + c * p2[0] + d * p3[0]),
        0.5 * (a * p0[1] + b * p1[1] + c * p2[1] + d * p3[1]),
    )


@dataclass(frozen=True)
class Panel:
    """Hair between two edges. Strands run beside the edges, or, ``crosswise``, from the inner one to the outer."""

    inner: tuple[Point, ...]
    outer: tuple[Point, ...]
    crosswise: bool = False
    sweep: float = 0.0
    """Crosswise: how far strands are combed towards the end of the edges, as a share of them."""
    wave: float = 0.0
    """How far strands swing, in points."""

    @property
    def path(self) -> Any:
        """The outline."""
        back = [*reversed(self.outer)]
        return smooth([(*self.inner[0], "c"), *self.inner[1:-1], (*self.inner[-1], "c"), *back])

    def strand(self, share: float, phase: float, first: float = 0.0, last: float = 1.0, steps: int = 7) -> list[Point]:
        """The points of one strand; ``share`` says how far it lies from the inner edge (or the edges' start)."""
        found: list[Point] = []
        for step in range(steps + 1):
            t = lerp(first, last, step / steps)
            if self.crosswise:
                a, b = along(self.inner, share), along(self.outer, share + self.sweep * t)
                bulge = math.sin(t * math.pi) * 1.6
                x, y = lerp(a[0], b[0], t), lerp(a[1], b[1], t**0.9) - bulge
            else:
                a, b = along(self.inner, t), along(self.outer, t)
                x, y = lerp(a[0], b[0], share), lerp(a[1], b[1], share)
            swing = self.wave * math.sin(t * 8.5 + phase) * min(1.0, t * 2.5)
            found.append((x + swing, y + swing * 0.25))
        return found


def draw_panel(figure: Figure, panel: Panel, tone: str, what: str, *, shade: float = 0.5, over: Any = None) -> None:
    """A mass of hair: its shape in the light, then locks, strands and shine; clipped to ``over`` or to itself."""
    canvas = figure.canvas
    path = over if over is not None else panel.path
    head_of_hair(figure, path, tone, shade)
    if over is None:
        draw_strands(figure, panel, tone, what)
        return
    with clipped(canvas, over):
        draw_strands(figure, panel, tone, what)


def head_of_hair(figure: Figure, path: Any, tone: str, shade: float) -> None:
    """A shape of hair in the light, without its strands."""
    canvas, light = figure.canvas, figure.light
    canvas.drawPath(path, ink(tone))
    near, far = across(path, light)
    stops: list[Stop] = [
        (0, light.key, 0.42 * light.power), (0.3, light.key, 0.1 * light.power), (0.5, light.fill, 0.1 * shade),
        (1, light.fill, shade * 1.15),
    ]  # fmt: skip
    canvas.drawPath(path, ink(shader=linear(near, far, stops)))
    rim = linear(near, far, [(0, light.key, 0.5 * light.power), (0.4, light.key, 0.0), (1, light.key, 0.0)])
    canvas.drawPath(path, ink(shader=rim, stroke=1.2))


def draw_strands(figure: Figure, panel: Panel, tone: str, what: str) -> None:
    """The locks and strands of a panel. They keep to it by themselves: clipping hair costs as much as drawing it."""
    dice = figure.dice(what)
    count = 96 if figure.is_close else 46 if figure.is_fine else 14
    deep, pale, shine = shades(figure, tone)
    locks, strands = Hairs(), Hairs()
    phase = dice.uniform(0, 6)
    for k in range(max(6, count // 6)):
        share = (k + dice.random()) / max(6, count // 6)
        line = panel.strand(share, phase + share * 3.0, last=dice.uniform(0.8, 1.0))
        locks.add(line, deep if k % 2 else pale, 0.1, 4.2 if k % 3 else 2.6)
    for k in range(count):
        share = (k + dice.random()) / count
        swing = phase + share * 3.0 + dice.uniform(-0.2, 0.2)
        line = panel.strand(share, swing, 0.0, dice.uniform(0.86, 1.0))
        facing = _facing(figure, line[3])
        if dice.random() < 0.42 + 0.3 * facing:
            strands.add(line, pale, 0.36, 0.55)
        else:
            strands.add(line, deep, 0.32, (0.5, 0.9)[dice.random() < 0.3])
        if dice.random() < 0.5 + 0.4 * facing:
            first = dice.uniform(0.1, 0.42)
            glint = panel.strand(share + dice.uniform(-0.01, 0.01), swing, first, first + dice.uniform(0.12, 0.34), 3)
            strands.add(glint, shine, round(0.13 + 0.17 * figure.light.power, 2), (0.4, 0.65)[k % 2])
    locks.draw(figure.canvas)
    strands.draw(figure.canvas)


def shades(figure: Figure, tone: str) -> tuple[str, str, str]:
    """Of hair: in shadow, in light, and where it shines."""
    deep = darker(tone, 0.52 - 0.3 * luminance(tone))
    pale = mix(tone, figure.look.hair_light, 0.55)
    return deep, pale, mix(figure.look.hair_light, figure.light.key, 0.4)


def _facing(figure: Figure, at: Point) -> float:
    """How much a place on the head looks into the light, about -1 to 1."""
    return (at[0] * figure.light.dx + (at[1] + 10) * figure.light.dy) / 50


def gloss(figure: Figure, at: Point, rx: float, ry: float, strength: float, degrees: float = 0.0) -> None:
    """The soft light that lies on a head of hair."""
    tone = mix(figure.look.hair_light, figure.light.key, 0.35)
    soft_spot(figure.canvas, at, rx, ry, tone, strength * figure.light.power, degrees=degrees)
