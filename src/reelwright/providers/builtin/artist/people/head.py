"""The head without its features: outline, ears, skin, neck, and the shadows that lie on them."""

from dataclasses import replace
from typing import Any

from reelwright.media.canvas import skia
from reelwright.providers.builtin.artist.brush import (
    Point,
    Stop,
    clipped,
    curve,
    ink,
    lighter,
    linear,
    mix,
    moved,
    smooth,
)
from reelwright.providers.builtin.artist.people.ageing import draw_age
from reelwright.providers.builtin.artist.people.faces import traits_of
from reelwright.providers.builtin.artist.people.figure import Figure
from reelwright.providers.builtin.artist.people.marks import draw_marks, draw_scar
from reelwright.providers.builtin.artist.people.modelling import across, cloth, edge, soft_spot
from reelwright.providers.builtin.artist.people.outline import lerp

__all__ = [
    "behind_shift",
    "draw_age",
    "draw_ear",
    "draw_ears",
    "draw_marks",
    "draw_neck",
    "draw_scar",
    "draw_skin",
    "outline",
    "skull_behind",
]

_FRONT: tuple[Point, ...] = (
    (0, -50.5), (17, -46.2), (28.6, -34), (33.6, -17), (34.0, -4), (33.4, 8), (30.8, 21), (24.6, 34), (13.4, 45.4),
    (0, 49.6),
    (-13.4, 45.4), (-24.6, 34), (-30.8, 21), (-33.4, 8), (-34.0, -4), (-33.6, -17), (-28.6, -34), (-17, -46.2),
)  # fmt: skip
_TURNED: tuple[Point, ...] = (
    (-5, -50.5), (11.5, -47), (23.8, -36), (29.6, -20), (28.0, -5), (30.2, 7), (27.6, 20), (24.2, 34), (17.2, 45.4),
    (7.5, 49.6),
    (-4.4, 46), (-19, 35), (-27, 20), (-33, 5), (-38, -7), (-40, -20), (-35, -36), (-22, -47),
)  # fmt: skip
_DIM = 0.6
"""Of the light, on small shapes of skin: the whole range of it within an ear would outshine the face."""
_POINTS: Any = skia.Canvas.PointMode.kPoints_PointMode
_MALE_JAW = {6: 0.8, 7: 2.6, 8: 3.2, 10: -3.2, 11: -2.6, 12: -0.8}
_ROUND = {5: 1.6, 6: 3.0, 7: 3.4, 8: 2.0, 10: -2.0, 11: -3.4, 12: -3.0, 13: -1.6}


def outline(figure: Figure) -> Any:
    """Face and skull, turned; jaw, cheeks and chin are the person's own, rounder for children, heavier with age."""
    points: list[Point] = []
    body, own = figure.body, traits_of(figure.person)
    grown = 1 - 0.75 * body.childhood
    heavy = {"broad": 0.5, "slim": -0.16, "athletic": -0.06}.get(figure.person.build, 0.0)
    shape = {3: own.temple, 4: own.temple, 5: own.cheek, 6: (own.cheek + own.jaw) / 2, 7: own.jaw, 8: own.chin}
    opens = {"joy": 1.4, "awe": 0.5}.get(figure.person.expression, 0.0)
    for index, (front, turned) in enumerate(zip(_FRONT, _TURNED, strict=True)):
        x, y = lerp(front[0], turned[0], figure.turn), lerp(front[1], turned[1], figure.turn)
        if body.is_male:
            x += _MALE_JAW.get(index, 0) * (1 - body.childhood)
        x += _ROUND.get(index, 0) * (body.childhood + heavy + 0.3 * body.age)
        away = shape.get(index, 0.0) if index < 9 else -shape.get(18 - index, 0.0)
        x += away * grown
        if y > 40:
            y += own.length * grown * (1.0 if y > 48 else 0.6) - 3.6 * body.childhood + opens
        points.append((x, y))
    return smooth(points)


def draw_neck(figure: Figure) -> None:
    """The neck from the jaw to the collar bones, with the shadow that the head casts on it."""
    if figure.person.seen_from == "behind":
        _draw_nape(figure)
        return
    body, look, light = figure.body, figure.look, figure.skin_light
    half, tall = body.neck, body.shoulder_y
    x = -3.5 * figure.turn
    path = smooth([
        (x - half * 0.96, 14, "c"), (x - half * 0.94, 40), (x - half * 0.98, tall - 34), (x - half * 1.35, tall - 16),
        (x - body.shoulder * 0.46, tall + 2), (x - body.shoulder * 0.44, tall + 26, "c"), (x, tall + 96),
        (x + body.shoulder * 0.44, tall + 26, "c"), (x + body.shoulder * 0.46, tall + 2),
        (x + half * 1.35, tall - 16),
        (x + half * 0.98, tall - 34), (x + half * 0.94, 40), (x + half * 0.96, 14, "c"),
    ])  # fmt: skip
    tone = mix(look.skin.base, look.skin.shadow, 0.16)
    cloth(figure.canvas, path, tone, light, shade=0.6, rim=0.5, rim_width=2.0)
    with clipped(figure.canvas, path):
        head = moved(outline(figure), -light.dx * 5, 12)
        shade = mix(look.skin.shadow, look.skin.line, 0.35)
        figure.canvas.drawPath(head, ink(shade, 0.7, blur=3.4 if figure.is_fine else 0))
        soft_spot(figure.canvas, (x, tall + 2), half * 1.5, 15, lighter(look.skin.base, 0.35), 0.3 * light.power)
        if figure.is_fine:
            _collar_bones(figure, x, tall)


def _collar_bones(figure: Figure, x: float, tall: float) -> None:
    half, skin = figure.body.neck, figure.look.skin
    line, pale = ink(skin.line, 0.2, stroke=1.6, blur=0.9), ink(lighter(skin.base, 0.4), 0.2, stroke=1.6, blur=0.9)
    for side in (-1, 1):
        if figure.is_close or figure.person.build != "broad":
            cord = curve((x + side * half * 0.72, tall - 36), (x + side * half * 0.42, tall - 14), (x + side * 5, tall))
            figure.canvas.drawPath(cord, ink(skin.line, 0.14, stroke=1.6, blur=1.0))
        wing = curve((x + side * 5, tall + 4), (x + side * half, tall + 1), (x + side * half * 2.1, tall - 3))
        figure.canvas.drawPath(wing, line)
        figure.canvas.drawPath(moved(wing, 0, -1.8), pale)
    soft_spot(figure.canvas, (x, tall - 1), 4.4, 5.5, skin.line, 0.2)


def behind_shift(figure: Figure) -> float:
    """How far the back of the head turns away, in points."""
    return 4.0 * figure.turn


def skull_behind(figure: Figure) -> Any:
    """The head's outline from behind."""
    x, child = behind_shift(figure), figure.body.childhood
    jaw = 23 + 3 * child + (2 if figure.body.is_male else 0)
    points: list[Point] = [
        (0, -50), (19, -46.5), (31, -34), (35.4, -17), (35.4, -2), (33, 12), (jaw, 24), (jaw - 9, 33), (0, 36),
        (-jaw + 9, 33), (-jaw, 24), (-33, 12), (-35.4, -2), (-35.4, -17), (-31, -34), (-19, -46.5),
    ]  # fmt: skip
    return smooth([(px - x, py) for px, py in points])


def _draw_nape(figure: Figure) -> None:
    """The neck from behind, down into the collar."""
    body, skin, light = figure.body, figure.look.skin, figure.skin_light
    half, tall = body.neck, body.shoulder_y
    path = smooth([
        (-half * 0.98, 10, "c"), (-half * 0.94, 40), (-half, tall - 32), (-half * 1.5, tall - 16),
        (-body.shoulder * 0.5, tall + 4, "c"), (0, tall + 40), (body.shoulder * 0.5, tall + 4, "c"),
        (half * 1.5, tall - 16), (half, tall - 32), (half * 0.94, 40), (half * 0.98, 10, "c"),
    ])  # fmt: skip
    cloth(figure.canvas, path, mix(skin.base, skin.shadow, 0.14), light, shade=0.6, rim=0.6, rim_width=2.0)
    with clipped(figure.canvas, path):
        figure.canvas.drawPath(moved(skull_behind(figure), -light.dx * 4, 9), ink(skin.shadow, 0.7, blur=3.4))
        soft_spot(figure.canvas, (0, 50), 3.0, 12, skin.line, 0.22)
        for side in (-1, 1):
            soft_spot(figure.canvas, (side * half * 0.5, 48), 3.4, 16, skin.base, 0.5)


def draw_ears(figure: Figure) -> None:
    """Both ears from the front, the near one when turned."""
    grown = traits_of(figure.person).ear * (1 + 0.1 * figure.body.age)
    near = (lerp(-34.6, -21, figure.turn), 3.0)
    draw_ear(figure, near, -1, grown)
    if figure.turn < 0.3:
        draw_ear(figure, (34.6 - figure.turn * 10, 3.0), 1, grown)


def draw_ear(figure: Figure, at: Point, side: int, grown: float) -> None:
    """One ear; ``side`` 1 is the right of the picture, ``grown`` its size as a share of the usual."""
    x, y = at

    def path(points: list[Point]) -> Any:
        return smooth([(x + side * px * grown, y + py * grown) for px, py in points])

    shape = path([(0.6, -8.6), (3.6, -10), (5.8, -6.4), (5.2, 0.4), (3.8, 6.2), (1.4, 9.4), (-0.6, 7.6), (-1.4, 0)])
    skin, canvas = figure.look.skin, figure.canvas
    tone = mix(mix(skin.base, skin.blush, 0.16), skin.shadow, 0.2)
    light = replace(figure.skin_light, power=figure.skin_light.power * _DIM)
    cloth(canvas, shape, tone, light, shade=0.5, rim=0.4, rim_width=1.0)
    if not figure.is_fine:
        return
    hollow = path([(1.4, -3.6), (3.4, -3.4), (3.6, 0.6), (2.2, 4), (0.6, 3.6), (0.4, 0)])
    canvas.drawPath(hollow, ink(mix(skin.shadow, skin.blush, 0.2), 0.6, blur=0.7))
    fold: list[Point] = [(0.8, -6.4), (3.0, -7.8), (4.5, -5.2), (4.1, 0.6), (2.8, 4.8)]
    line = curve(*[(x + side * px * grown, y + py * grown) for px, py in fold])
    canvas.drawPath(line, ink(skin.line, 0.32, stroke=0.7, blur=0.25))


def draw_skin(figure: Figure, path: Any) -> None:
    """The lit head: light that turns warm where it fades, cheeks, and the planes of brow, cheekbones, jaw and chin."""
    skin, light, canvas = figure.look.skin, figure.skin_light, figure.canvas
    canvas.drawPath(path, ink(skin.base))
    near, far = across(path, light, fitting=True)
    warm = mix(skin.blush, skin.base, 0.35)
    deep = mix(skin.shadow, light.fill, 0.2)
    stops: list[Stop] = [
        (0, light.key, 0.42 * light.power), (0.36, light.key, 0.08 * light.power), (0.5, warm, 0.1),
        (0.64, warm, 0.24), (0.8, deep, 0.46), (1, deep, 0.7),
    ]  # fmt: skip
    canvas.drawPath(path, ink(shader=linear(near, far, stops)))
    with clipped(canvas, path):
        _planes(figure)
        _cheeks(figure)
        edge(canvas, path, light, deep, 0.5, 13, away=True, steps=8 if figure.is_close else 4)
        edge(canvas, path, light, light.key, 0.75 * light.power, 2.6, steps=6 if figure.is_close else 3)
        if figure.is_close:
            _pores(figure)


def _planes(figure: Figure) -> None:
    skin, light, canvas, face = figure.look.skin, figure.skin_light, figure.canvas, figure.face
    grown = 1 - figure.body.childhood
    shadow = mix(skin.shadow, skin.blush, 0.12)
    pale = lighter(skin.base, 0.5)
    for side in (-1, 1):
        soft_spot(canvas, face(side * 13.5, -3.0), 12.5, 7.4, shadow, 0.34)
        soft_spot(canvas, face(side * 6.2, -1.5), 4.2, 7.5, shadow, 0.26)
        soft_spot(canvas, face(side * 14, -9.5), 11, 3.6, pale, 0.16)
        hollow = 0.2 * grown + (0.1 if figure.person.build == "slim" else 0.0)
        soft_spot(canvas, face(side * 23.5, 25), 8, 13, shadow, hollow, degrees=side * 24)
        soft_spot(canvas, face(side * 30, -20), 9, 15, shadow, 0.18)
    lit = 0.4 * light.power
    soft_spot(canvas, face(light.dx * 8, -24), 20, 13, pale, 0.5 * lit)
    soft_spot(canvas, face(0, 37.6, 2), 9.5, 3.4, shadow, 0.5)
    soft_spot(canvas, face(light.dx * 2, 43.2, 2), 7.5, 4.6, pale, 0.75 * lit)
    soft_spot(canvas, face(0, 26.2, 3), 2.2, 4.0, shadow, 0.3)


def _cheeks(figure: Figure) -> None:
    skin, light, canvas = figure.look.skin, figure.skin_light, figure.canvas
    strength = 0.27 + 0.14 * figure.body.childhood + (0.05 if not figure.body.is_male else -0.07)
    smiles = figure.person.expression in ("smile", "joy")
    lift = {"smile": 2.2, "joy": 3.6}.get(figure.person.expression, 0.0)
    for side in (-1, 1):
        x, y = figure.face(side * 19.5, 16.5 - lift)
        soft_spot(canvas, (x, y), 14.5, 12, skin.blush, strength)
        is_lit = (side > 0) == (light.dx > 0)
        shine = lighter(skin.base, 0.62)
        soft_spot(canvas, (x + side * 0.5, y - 6.4), 9.5, 4.6, shine, (0.5 if is_lit else 0.2) * light.power)
        if smiles:
            soft_spot(canvas, (x - side * 1.5, y - 2.6), 8.4, 5.6, shine, 0.26 * light.power + 0.06)
            soft_spot(canvas, figure.face(side * 15, 24.0 - lift), 6, 2.4, skin.shadow, 0.2, degrees=side * 32)


def _pores(figure: Figure) -> None:
    """So little grain that it is only missed where it is left out."""
    dice, canvas = figure.dice("pores"), figure.canvas
    for tone, alpha in ((figure.look.skin.line, 0.05), (lighter(figure.look.skin.base, 0.6), 0.07)):
        points = [figure.face(dice.gauss(0, 13), dice.gauss(13, 13)) for _ in range(150)]
        canvas.drawPoints(_POINTS, points, ink(tone, alpha, stroke=0.42))
