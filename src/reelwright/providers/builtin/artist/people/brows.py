"""Brows: a soft mass along a line that the feeling bends, and from near the single hairs."""

from collections.abc import Callable

from reelwright.providers.builtin.artist.brush import Point, darker, ink, mix
from reelwright.providers.builtin.artist.people.faces import Traits
from reelwright.providers.builtin.artist.people.figure import Figure
from reelwright.providers.builtin.artist.people.modelling import Blades, soft_spot
from reelwright.providers.builtin.artist.people.outline import lerp, taper

_MOVES: dict[str, tuple[float, float, float, float]] = {
    "joy": (-1.0, -1.8, -0.9, 0.0),
    "smile": (-0.3, -0.9, -0.3, 0.0),
    "tired": (-0.8, 0.9, 1.9, 0.0),
    "worried": (-3.6, -0.2, 2.2, -1.1),
    "determined": (0.7, 0.1, -0.4, -0.4),
    "awe": (-2.2, -2.5, -1.4, 0.2),
    "calm": (-0.3, 0.3, 0.5, 0.0),
}
"""How far inner end, arch and outer end move down, and the inner end outwards, in points, by expression."""


def draw_brow(figure: Figure, traits: Traits, at: Callable[[float, float, float], Point], side: int) -> None:
    """One brow; ``at`` places points from the middle of its eye, outwards and down positive."""
    points, heavy = _line(figure, traits, at)
    path = taper([(*p, w) for p, w in zip(points, heavy, strict=True)], steps=4)
    tone = figure.look.brow
    soft = (0.72 if figure.is_close else 0.86) * (1 - 0.34 * figure.body.childhood)
    figure.canvas.drawPath(path, ink(tone, soft, blur=0.5))
    if figure.is_close:
        _hairs(figure, points, heavy, side)
    if figure.person.expression in ("determined", "worried") and figure.is_fine and not figure.body.is_child:
        strength = 0.12 if figure.person.expression == "determined" else 0.16
        inner = figure.face(side * 2.6, -9.5 + 2 * figure.body.childhood, 3)
        soft_spot(figure.canvas, inner, 1.1, 3.6, figure.look.skin.line, strength, degrees=side * 8)


def _line(
    figure: Figure, traits: Traits, at: Callable[[float, float, float], Point]
) -> tuple[list[Point], list[float]]:
    loud = 1.0 if figure.is_close else 1.2
    moves = _MOVES.get(figure.person.expression, (0.0, 0.0, 0.0, 0.0))
    inner, arch, outer, apart = (move * loud * (1 - 0.35 * figure.body.childhood) for move in moves)
    male, child = figure.body.is_male, figure.body.childhood
    base = -9.7 - 1.6 * child + (1.3 if male else 0.0) + traits.brow_height
    up = ((1.9 if male else 2.5) + traits.brow_arch) * (1 - 0.4 * child)
    shape = [
        (-7.8 + apart, base + 0.4 + inner),
        (-3.6, base - up * 0.55 + lerp(inner, arch, 0.45)),
        (2.6, base - up + arch),
        (7.2, base - up * 0.72 + lerp(arch, outer, 0.5)),
        (11.2 - 2.2 * child, base + 0.6 + outer),
    ]
    heavy = (1.2, 1.7, 1.55, 0.95, 0.15) if male else (0.85, 1.22, 1.1, 0.68, 0.1)
    weight = traits.brow_weight * (1 - 0.22 * child) * (1 - 0.12 * figure.body.age)
    return [at(x, y, 1.0) for x, y in shape], [w * weight for w in heavy]


def _hairs(figure: Figure, points: list[Point], heavy: list[float], side: int) -> None:
    dice, dark, fair = figure.dice("brow"), Blades(), Blades()
    last = len(points) - 1
    count = round(150 * (1 - 0.5 * figure.body.childhood))
    for k in range(count):
        along = last * (k + dice.random()) / count
        index, t = min(int(along), last - 1), along - min(int(along), last - 1)
        x, y = lerp(points[index][0], points[index + 1][0], t), lerp(points[index][1], points[index + 1][1], t)
        half = lerp(heavy[index], heavy[index + 1], t)
        y += dice.uniform(-0.95, 1.05) * half
        share = along / last
        rise = lerp(2.7, -0.9, share**0.8) * dice.uniform(0.55, 1.0)
        reach = side * dice.uniform(0.7, 1.5) * lerp(0.7, 1.5, share)
        tip = (x + reach, y - rise)
        (dark if k % 4 else fair).add((x, y), (x + reach * 0.25, y - rise * 0.6), tip, 0.13)
    dark.draw(figure.canvas, ink(darker(figure.look.brow, 0.25), 0.5))
    fair.draw(figure.canvas, ink(mix(figure.look.brow, figure.look.hair_light, 0.4), 0.5))
