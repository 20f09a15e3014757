"""The head without its features: outline, ears, skin, neck, and the shadows that lie on them."""

from typing import Any

from reelwright.providers.builtin.artist.brush import (
    Point,
    clipped,
    curve,
    darker,
    ink,
    lighter,
    mix,
    moved,
    oval,
    radial,
    smooth,
    solid,
)
from reelwright.providers.builtin.artist.people.figure import Figure
from reelwright.providers.builtin.artist.people.outline import lerp, taper

_FRONT: tuple[Point, ...] = (
    (0, -50), (18, -46.5), (29.5, -34), (34.5, -16), (34.8, -4), (34.2, 9), (31.5, 22), (24, 36), (12, 46.8), (0, 50),
    (-12, 46.8), (-24, 36), (-31.5, 22), (-34.2, 9), (-34.8, -4), (-34.5, -16), (-29.5, -34), (-18, -46.5),
)  # fmt: skip
_TURNED: tuple[Point, ...] = (
    (-5, -50), (12, -47.5), (24.5, -36), (30, -20), (28.4, -5), (30.6, 8), (27.5, 22), (23.5, 35), (16.5, 46.5),
    (7.5, 50),
    (-5, 46.5), (-19, 35), (-27, 20), (-33, 5), (-38, -7), (-40, -20), (-35, -36), (-22, -47),
)  # fmt: skip
_JAW = {6: 0.6, 7: 2.6, 8: 3.4, 10: -3.4, 11: -2.6, 12: -0.6}
_ROUND = {5: 1.6, 6: 3.0, 7: 3.4, 8: 2.0, 10: -2.0, 11: -3.4, 12: -3.0, 13: -1.6}


def outline(figure: Figure) -> Any:
    """Face and skull, turned; a broader jaw for men, round cheeks for children, heavier ones with age."""
    points: list[Point] = []
    body = figure.body
    heavy = 0.55 if figure.person.build == "broad" else 0.0
    for index, (front, turned) in enumerate(zip(_FRONT, _TURNED, strict=True)):
        x, y = lerp(front[0], turned[0], figure.turn), lerp(front[1], turned[1], figure.turn)
        if body.is_male:
            x += _JAW.get(index, 0) * (1 - body.childhood)
        x += _ROUND.get(index, 0) * (body.childhood + heavy + 0.3 * body.age)
        if y > 40:
            y -= 2.2 * body.childhood
        points.append((x, y))
    return smooth(points)


def draw_neck(figure: Figure) -> None:
    """The neck from the jaw to the collar bones, with the shadow that the head casts on it."""
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
    solid(figure.canvas, path, tone, light, shade=0.62, rim=0.5, rim_width=2.4, soft=8)
    with clipped(figure.canvas, path):
        head = moved(outline(figure), -light.dx * 5, 13)
        figure.canvas.drawPath(head, ink(mix(look.skin.shadow, look.skin.line, 0.35), 0.72, blur=4.5))
        if figure.is_fine:
            _collar_bones(figure, x, tall)


def _collar_bones(figure: Figure, x: float, tall: float) -> None:
    line = ink(figure.look.skin.line, 0.3, stroke=1.3, blur=0.8)
    half = figure.body.neck
    for side in (-1, 1):
        figure.canvas.drawPath(curve((x + side * half * 0.75, tall - 40), (x + side * 5, tall + 1)), line)
        wing = curve((x + side * 5, tall + 5), (x + side * half, tall + 1), (x + side * half * 2.1, tall - 3))
        figure.canvas.drawPath(wing, line)


def draw_ears(figure: Figure) -> None:
    """Both ears from the front, the near one when turned."""
    grown = 1 + 0.12 * figure.body.age
    near = (lerp(-35.5, -21, figure.turn), 3.0)
    _ear(figure, near, -1, grown)
    if figure.turn < 0.3:
        _ear(figure, (35.5 - figure.turn * 10, 3.0), 1, grown)


def _ear(figure: Figure, at: Point, side: int, grown: float) -> None:
    x, y = at
    shape: list[Point] = [(1, -9), (4.6, -10.5), (6.8, -6), (6, 1), (4.4, 7), (1.6, 10), (-0.8, 8), (-1.2, 0)]
    path = smooth([(x + side * px * grown, y + py * grown) for px, py in shape])
    skin = figure.look.skin
    tone = mix(skin.base, skin.blush, 0.18)
    solid(figure.canvas, path, tone, figure.skin_light, shade=0.5, rim=0.5, rim_width=1.2, soft=3)
    if figure.is_fine:
        fold: list[Point] = [(2.2, -6.5), (4.6, -6.8), (4.8, -2), (2.4, 2), (2.0, 5)]
        line = curve(*[(x + side * px * grown, y + py * grown) for px, py in fold])
        figure.canvas.drawPath(line, ink(skin.line, 0.5, stroke=0.9, blur=0.3))


def draw_skin(figure: Figure, path: Any) -> None:
    """The lit head with warm cheeks, a soft plane of shadow, and the form of brow and chin."""
    skin, light, canvas = figure.look.skin, figure.skin_light, figure.canvas
    solid(canvas, path, skin.base, light, shade=0.56, rim=0.85, rim_width=2.6, soft=9)
    with clipped(canvas, path):
        _cheeks(figure)
        shadow = mix(skin.shadow, skin.line, 0.15)
        for side in (-1, 1):
            socket = figure.face(side * 13.5, -3.2)
            canvas.drawPath(oval(*socket, 9.2, 4.8), ink(shadow, 0.26, blur=2.6))
        under = figure.face(0, 38.2)
        canvas.drawPath(oval(*under, 8, 1.8), ink(shadow, 0.3, blur=1.6))
        chin = figure.face(0, 44)
        canvas.drawPath(oval(*chin, 6.5, 3), ink(lighter(skin.base, 0.45), 0.26 * light.power + 0.06, blur=2.4))


def _cheeks(figure: Figure) -> None:
    strength = 0.24 + 0.1 * figure.body.childhood + (0.05 if not figure.body.is_male else -0.05)
    lift = 2.5 if figure.person.expression in ("smile", "joy") else 0.0
    for side in (-1, 1):
        x, y = figure.face(side * 19, 16.5 - lift)
        glow = radial((x, y), 13.5, [(0, figure.look.skin.blush, strength), (1, figure.look.skin.blush, 0)])
        figure.canvas.drawCircle(x, y, 13.5, ink(shader=glow))
        if (side > 0) == (figure.light.dx > 0):
            shine = ink(lighter(figure.look.skin.base, 0.6), 0.3 * figure.light.power, blur=2.6)
            figure.canvas.drawPath(oval(x + side * 1.5, y - 5.5, 6, 2.6), shine)


def draw_age(figure: Figure) -> None:
    """Lines from the nose to the mouth, at the eyes and on the brow, as much as the years ask."""
    years = figure.body.age
    if years <= 0.05 or not figure.is_fine:
        return
    face = figure.face
    for side in (-1, 1):
        _wrinkle(figure, [face(side * 7.4, 20), face(side * 12, 25), face(side * 13.2, 30.5)], 0.62)
        for end in (-1.6, 0.9, 3.2):
            start = face(side * 24, 3 + end * 0.5)
            _wrinkle(figure, [start, face(side * 25.8, 3 + end), face(side * 27.6, 3 + end * 1.8)], 0.4)
        _wrinkle(figure, [face(side * 9, 9.2), face(side * 14, 11.2), face(side * 19.5, 9.4)], 0.5)
    for y, wide, slant in ((-26, 10, 0.7), (-22, 14, -0.5)) if years > 0.3 else ():
        points = [
            face(-wide, y + 1.2),
            face(-wide * 0.35, y - 0.3 + slant),
            face(wide * 0.3, y - slant * 0.4),
            face(wide, y + 1),
        ]
        _wrinkle(figure, points, 0.5)


def _wrinkle(figure: Figure, points: list[Point], half: float) -> None:
    """A soft crease that fades at both ends."""
    widths = [0.08, *[half] * (len(points) - 2), 0.08]
    path = taper([(*p, w) for p, w in zip(points, widths, strict=True)])
    strength = 0.1 + 0.34 * figure.body.age
    figure.canvas.drawPath(path, ink(figure.look.skin.line, strength, blur=0.35))


def draw_marks(figure: Figure) -> None:
    """Freckles on fair young skin or a small mark on the cheek: what a person is known by."""
    dice = figure.dice("marks")
    kind = dice.choice(["none", "freckles", "mark", "none"])
    skin = figure.look.skin
    if kind == "mark" and not figure.body.is_child:
        x, y = figure.face(figure.side * 17, 26)
        figure.canvas.drawCircle(x, y, 1.05, ink(darker(skin.line, 0.2), 0.75))
    if kind == "freckles" and figure.person.skin <= 3 and figure.is_fine:
        for _ in range(34):
            x, y = figure.face(dice.gauss(0, 11), dice.gauss(13.5, 3.4))
            figure.canvas.drawCircle(x, y, dice.uniform(0.28, 0.62), ink(skin.shadow, dice.uniform(0.2, 0.5)))
