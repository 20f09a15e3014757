"""Facial hair: stubble as a tint with grain, beard and moustache as masses of hairs with soft edges."""

from typing import Any

from reelwright.providers.builtin.artist.brush import (
    Point,
    Stop,
    clipped,
    darker,
    ink,
    linear,
    mix,
    smooth,
)
from reelwright.providers.builtin.artist.people.figure import Figure
from reelwright.providers.builtin.artist.people.head import outline
from reelwright.providers.builtin.artist.people.modelling import Blades, Hairs
from reelwright.providers.builtin.artist.people.mouth import Mouth
from reelwright.providers.builtin.artist.people.outline import lerp

_DROOP: dict[str, float] = {"joy": 0.6, "smile": 0.9, "calm": 1.8, "neutral": 2.6}
"""How far the ends of a moustache hang below the corners of the mouth, or a smile would read as a frown."""


def draw_facial_hair(figure: Figure) -> None:
    """Nothing for children; under the mouth, so that the lips lie over the beard."""
    kind = figure.person.facial_hair
    if kind == "none" or figure.body.is_child:
        return
    if kind == "stubble":
        _stubble(figure)
    if kind == "beard":
        _beard(figure)
    if kind in ("beard", "moustache"):
        _moustache(figure)


def _jaw(figure: Figure, low: float) -> Any:
    """Where a beard grows: along the jaw, under the nose, round the mouth."""
    face = figure.face
    return smooth([
        face(-35, -1), face(-31.5, 9), face(-27, 18), face(-19, 24.4), face(-10, 23.6), (*face(-4, 23.4), "c"),
        (*face(4, 23.4), "c"), face(10, 23.6), face(19, 24.4), face(27, 18), face(31.5, 9), face(35, -1),
        (60, 20), (34, 50 + low), (0, 54 + low), (-34, 50 + low), (-60, 20),
    ])  # fmt: skip


def _tone(figure: Figure) -> str:
    """A beard is a little darker and warmer than the hair."""
    return mix(darker(figure.look.hair, 0.12), figure.look.skin.line, 0.12)


def _stubble(figure: Figure) -> None:
    canvas, tone = figure.canvas, mix(figure.look.brow, figure.look.skin.line, 0.3)
    with clipped(canvas, outline(figure)):
        canvas.drawPath(_jaw(figure, 4), ink(tone, 0.26, blur=3.2))
        if not figure.is_fine:
            return
        dice, hairs = figure.dice("stubble"), Hairs()
        with clipped(canvas, _jaw(figure, 4)):
            for k in range(700 if figure.is_close else 260):
                x = dice.uniform(-33, 33)
                y = dice.uniform(lerp(25, 8, (abs(x) / 33) ** 2), 51)
                start = figure.face(x, y)
                hairs.add([start, (start[0] + x * 0.012, start[1] + 0.55)], tone, (0.22, 0.34)[k % 2], 0.2)
            hairs.draw(canvas)


def _beard(figure: Figure) -> None:
    """A full beard that grows a little over the jaw, with a ragged lower edge."""
    canvas, face, dice = figure.canvas, figure.face, figure.dice("beard")
    tone, drop = _tone(figure), 3.0 + 2.5 * figure.body.age
    mouth = Mouth.of(figure)
    low = smooth([
        face(-33.5, 4), face(-31, 18), face(-26.5, 34), (face(-15, 46)[0], 47 + drop), (face(0, 50)[0], 51.5 + drop),
        (face(15, 46)[0], 47 + drop), face(26.5, 34), face(31, 18), face(33.5, 4), face(28, 13), face(22, 21.4),
        face(mouth.width + 2.4, 27), face(mouth.width + 1.2, 33), face(7, 37.2 + mouth.gap * 0.7),
        face(0, 38.2 + mouth.gap * 0.7), face(-7, 37.2 + mouth.gap * 0.7), face(-mouth.width - 1.2, 33),
        face(-mouth.width - 2.4, 27), face(-22, 21.4), face(-28, 13),
    ])  # fmt: skip
    canvas.drawPath(low, ink(tone, 0.95, blur=1.1))
    _shaded(figure, low)
    _growth(figure, dice, drop, tone)


def _shaded(figure: Figure, path: Any) -> None:
    x = figure.light.dx * 34
    stops: list[Stop] = [
        (0, figure.light.key, 0.22 * figure.light.power), (0.45, figure.look.hair_dark, 0.0),
        (1, figure.look.hair_dark, 0.6),
    ]  # fmt: skip
    figure.canvas.drawPath(path, ink(shader=linear((x, 14), (-x, 54), stops)))


def _growth(figure: Figure, dice: Any, drop: float, tone: str) -> None:
    """Hairs that break the edges and catch the light."""
    dark, fair, edge = Blades(), Blades(), Blades()
    count = 330 if figure.is_close else 150 if figure.is_fine else 40
    for k in range(count):
        x = dice.uniform(-32, 32)
        reach = abs(x) / 33
        top = lerp(39, 10, reach**1.5) if abs(x) > 17 else 38.5
        bottom = lerp(50 + drop, 16, reach**2.6)
        share = dice.random()
        y = lerp(top, bottom, share)
        start = figure.face(x, y)
        length = dice.uniform(2.4, 4.6)
        tip = (start[0] + x * 0.045 + dice.uniform(-0.8, 0.8), start[1] + length)
        bend: Point = (start[0] + x * 0.05, start[1] + length * 0.6)
        bundle = edge if share < 0.12 or share > 0.86 else fair if k % 5 < 2 else dark
        bundle.add(start, bend, tip, 0.24)
    edge.draw(figure.canvas, ink(tone, 0.8))
    dark.draw(figure.canvas, ink(figure.look.hair_dark, 0.42))
    fair.draw(figure.canvas, ink(figure.look.hair_light, 0.34))


def _moustache(figure: Figure) -> None:
    mouth, face = Mouth.of(figure), figure.face
    w = mouth.width
    is_alone = figure.person.facial_hair == "moustache"
    wide = w * (1.16 if is_alone else 1.24)
    droop = 1.4 if is_alone else _DROOP.get(figure.person.expression, 3.4)
    end, other = mouth.at(wide, droop), mouth.at(-wide, droop)
    lift = -0.1 * mouth.upper
    path = smooth([
        face(0, 24.4, 4), face(w * 0.42, 24.2, 3), face(w * 0.92, 26.8, 2), (*end, "c"),
        mouth.at(w * 0.72, -mouth.upper * 0.34),
        mouth.at(w * 0.3, -mouth.upper * 0.75 + lift), (*mouth.at(0, -mouth.upper * 0.9), "c"),
        mouth.at(-w * 0.3, -mouth.upper * 0.75 + lift), mouth.at(-w * 0.72, -mouth.upper * 0.34), (*other, "c"),
        face(-w * 0.92, 26.8, 2), face(-w * 0.42, 24.2, 3),
    ])  # fmt: skip
    tone = _tone(figure)
    figure.canvas.drawPath(path, ink(tone, 0.95, blur=0.35))
    _shaded(figure, path)
    dice, dark, fair = figure.dice("moustache"), Blades(), Blades()
    for k in range(120 if figure.is_close else 56):
        x = dice.uniform(-w, w)
        root = face(x * 0.86, lerp(24.6, 27.2, abs(x) / w) + dice.uniform(0, 1.4), 3)
        tip = mouth.at(x * 1.2, -mouth.upper * lerp(0.8, -0.2, abs(x) / w) + dice.uniform(-0.4, 1.0))
        bend = ((root[0] + tip[0]) / 2 + x * 0.04, (root[1] + tip[1]) / 2 - 0.5)
        (fair if k % 3 == 0 else dark).add(root, bend, tip, 0.26)
    dark.draw(figure.canvas, ink(figure.look.hair_dark, 0.45))
    fair.draw(figure.canvas, ink(figure.look.hair_light, 0.36))
