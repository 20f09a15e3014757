"""What years leave on a face: lines, softer cheeks, heavier eyelids; only as much of it as the age asks."""

from reelwright.providers.builtin.artist.brush import Point, ink, lighter
from reelwright.providers.builtin.artist.people.figure import Figure
from reelwright.providers.builtin.artist.people.modelling import soft_spot
from reelwright.providers.builtin.artist.people.outline import taper


def draw_age(figure: Figure) -> None:
    """Lines from the nose to the mouth, at the eyes and on the brow, as much as the years ask."""
    years = figure.body.age
    _weariness(figure)
    if years <= 0.05 or not figure.is_fine:
        return
    face, skin = figure.face, figure.look.skin
    for side in (-1, 1):
        soft_spot(figure.canvas, face(side * 15, 11.5), 8.5, 3.2, skin.shadow, 0.34 * years)
        soft_spot(figure.canvas, face(side * 15, 9.2), 7, 2.0, lighter(skin.base, 0.4), 0.3 * years)
        soft_spot(figure.canvas, face(side * 19, 36), 6.5, 6.5, skin.shadow, 0.34 * years)
        _crease(figure, [face(side * 7.6, 18), face(side * 11.6, 23), face(side * 14.0, 30.5)], 0.9, side)
        _wrinkle(figure, [face(side * 13.6, 33.5), face(side * 14.4, 37), face(side * 13.2, 41)], 0.5 * years)
        for end in (-2.4, 0.4, 3.0):
            start = face(side * 24.4, 2.6 + end * 0.45)
            _wrinkle(figure, [start, face(side * 26.6, 2.8 + end), face(side * 28.6, 2.8 + end * 1.9)], 0.36)
        _wrinkle(figure, [face(side * 8.6, 8.4), face(side * 14, 11.0), face(side * 20.5, 8.2)], 0.34)
    _brow_lines(figure)


def _brow_lines(figure: Figure) -> None:
    dice = figure.dice("brow lines")
    count = 3 if figure.body.age > 0.6 else 2 if figure.body.age > 0.25 else 0
    for k in range(count):
        y, wide = -28 + k * 4.4, 11 + 3.5 * k
        points = [
            figure.face(-wide + dice.uniform(-2, 2), y + 1.3),
            figure.face(-wide * 0.4, y - 0.4 + dice.uniform(-0.4, 0.4)),
            figure.face(wide * 0.35, y - 0.2 + dice.uniform(-0.4, 0.4)),
            figure.face(wide + dice.uniform(-2, 2), y + 1.2),
        ]
        _wrinkle(figure, points, 0.4)


def _weariness(figure: Figure) -> None:
    """Shadows under tired eyes, at any age."""
    if figure.person.expression != "tired" or not figure.is_fine:
        return
    for side in (-1, 1):
        y = 8.6 + 3.4 * figure.body.childhood
        soft_spot(figure.canvas, figure.face(side * 13.2, y), 7.5, 2.8, figure.look.skin.shadow, 0.5)
        bag = [figure.face(side * 7.6, y - 0.6), figure.face(side * 13, y + 2.2), figure.face(side * 19, y - 0.4)]
        path = taper([(*p, w) for p, w in zip(bag, (0.06, 0.36, 0.06), strict=True)])
        figure.canvas.drawPath(path, ink(figure.look.skin.line, 0.3, blur=0.3))


def _crease(figure: Figure, points: list[Point], half: float, side: int) -> None:
    """A fold with light on its cheek side."""
    _wrinkle(figure, points, half * 0.6)
    middle = points[1]
    tone = lighter(figure.look.skin.base, 0.4)
    at = (middle[0] + side * 2.6, middle[1] - 0.6)
    soft_spot(figure.canvas, at, 2.6, 5.4, tone, 0.26 * figure.body.age, degrees=-side * 24)


def _wrinkle(figure: Figure, points: list[Point], half: float) -> None:
    """A soft line that fades at both ends."""
    widths = [0.05, *[half] * (len(points) - 2), 0.05]
    path = taper([(*p, w) for p, w in zip(points, widths, strict=True)])
    strength = 0.12 + 0.3 * figure.body.age
    figure.canvas.drawPath(path, ink(figure.look.skin.line, strength, blur=0.4))
