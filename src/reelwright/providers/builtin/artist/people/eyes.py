"""Eyes: lids, lashes, iris and the look that a person gives, open, half closed or closed."""

from dataclasses import dataclass
from typing import Any

from reelwright.media.canvas import skia
from reelwright.providers.builtin.artist.brush import (
    Point,
    clipped,
    curve,
    darker,
    ink,
    lighter,
    linear,
    mix,
    oval,
    radial,
    smooth,
)
from reelwright.providers.builtin.artist.people.brows import draw_brow
from reelwright.providers.builtin.artist.people.faces import Traits, traits_of
from reelwright.providers.builtin.artist.people.figure import Figure
from reelwright.providers.builtin.artist.people.modelling import Blades, Hairs, soft_spot
from reelwright.providers.builtin.artist.people.outline import lerp, taper

_LASH = "#1d1418"
_OPENNESS: dict[str, tuple[float, float]] = {
    "joy": (0.7, 0.64),
    "smile": (0.77, 0.78),
    "tired": (0.6, 1.0),
    "calm": (0.8, 0.98),
    "determined": (0.77, 0.86),
    "awe": (0.92, 1.04),
    "worried": (0.92, 1.0),
}
"""How far the upper lid is raised, and how deep the lower one hangs, by expression."""
_IN, _OUT = -7.2, 7.7
"""Corners of an eye, from its middle."""


@dataclass(frozen=True)
class _Gaze:
    x: float
    y: float
    openness: float


def _gaze(figure: Figure, lids: float) -> _Gaze:
    person = figure.person
    openness = _OPENNESS.get(person.expression, (0.86, 1.0))[0] * lids
    if person.gaze == "closed":
        return _Gaze(0, 0, 0)
    side = {"left": -2.9, "right": 2.9}.get(person.gaze, 0.0) * figure.side
    if person.gaze in ("down", "product"):
        return _Gaze(0.5 * figure.turn, 1.9, min(openness, 0.48 * lids))
    if person.gaze == "up":
        return _Gaze(side, -1.1, max(openness, 0.96 * lids))
    if person.gaze == "camera":
        return _Gaze(-2.0 * figure.turn, 0.0, openness)
    return _Gaze(side, 0.1, openness)


@dataclass(frozen=True)
class _Eye:
    """One eye: ``side`` 1 is the right of the picture. Points are given from its middle, outwards positive."""

    figure: Figure
    traits: Traits
    side: int
    size: float
    y: float
    raised: float
    """0 closed to 1 open."""
    deep: float
    """How far the lower lid hangs below the corners."""

    def at(self, x: float, y: float, lift: float = 0.0) -> Point:
        middle = 14.7 + self.traits.eye_gap
        return self.figure.face(self.side * (middle + x * self.size), self.y + y * self.size, lift)

    @property
    def squash(self) -> float:
        """Width of a circle on the eyeball, foreshortened."""
        return abs(self.at(1, 0)[0] - self.at(-1, 0)[0]) / 2 / self.size

    @property
    def high(self) -> float:
        """Height of the wide open lid over the corners."""
        body = self.figure.body
        return 5.0 * self.traits.eye_round * (0.93 if body.is_male else 1.0) * (1 + 0.06 * body.childhood)

    def base(self, x: float) -> float:
        """The line between the corners."""
        return lerp(0.9, -0.7 - self.traits.eye_tilt + 0.5 * self.figure.body.age, (x - _IN) / (_OUT - _IN))

    def upper(self, x: float, raised: float | None = None) -> float:
        """The upper lid's edge: highest a little inside the middle; closed, it rests near the lower one."""
        share = max(0.0, min(1.0, (x - _IN) / (_OUT - _IN)))
        shape = 1 - abs(2 * share**0.88 - 1) ** 2.3
        up = self.raised if raised is None else raised
        return self.base(x) + lerp(self.deep * 0.86, -self.high, up) * shape

    def lower(self, x: float) -> float:
        """The lower lid's edge: deepest a little outside the middle."""
        share = max(0.0, min(1.0, (x - _IN) / (_OUT - _IN)))
        return self.base(x) + self.deep * (1 - abs(2 * share**1.12 - 1) ** 2.1)


_UPPER_X = (_IN, -5.4, -2.6, 0.6, 3.8, 6.2, _OUT)
_LOWER_X = (5.6, 2.6, -0.6, -4.2)


def draw_eyes(figure: Figure, lids: float = 1.0) -> None:
    """Both eyes with their brows.

    Args:
        figure: Whose.
        lids: 1 as open as expression and gaze ask, 0 closed; the corners stay where they are.
    """
    gaze, traits = _gaze(figure, lids), traits_of(figure.person)
    body = figure.body
    size = traits.eye_size * (1.06 + 0.25 * body.childhood + (0.03 if not body.is_male else -0.03))
    y = 2.4 + 4.6 * body.childhood
    deep = 2.8 * _OPENNESS.get(figure.person.expression, (1.0, 1.0))[1]
    raised = gaze.openness * (1 - 0.1 * body.age)
    for side in (-1, 1):
        eye = _Eye(figure, traits, side, size, y, raised if raised > 0.12 else 0.0, deep)
        _lid(eye)
        if eye.raised:
            _ball(eye, gaze)
        _edges(eye)
        draw_brow(figure, traits, eye.at, side)


def eye_region(figure: Figure) -> Any:
    """The part of the head, in its points, that a blink changes: ``skia.Rect``."""
    y = 2.4 + 4.6 * figure.body.childhood
    (left, _), (right, _) = figure.face(-29, y), figure.face(29, y)
    middle = figure.face(0, y)[1]
    return skia.Rect.MakeLTRB(left - 3, middle - 13, right + 3, middle + 11)


def _lid(eye: _Eye) -> None:
    """The lid between its edge and the crease, which stays where it is when the eye closes."""
    figure, canvas, skin = eye.figure, eye.figure.canvas, eye.figure.look.skin
    rest = max(eye.raised, 0.78) - 0.06 * (1 - eye.raised)
    fold = (eye.traits.lid + 0.9) * (1 - 0.4 * figure.body.childhood) - 0.5 * figure.body.age

    def crease(x: float) -> Point:
        share = (x - _IN) / (_OUT - _IN)
        return eye.at(x, eye.upper(x, rest) - fold * (1 - (2 * share - 1) ** 4) - 0.25)

    top = [crease(x) for x in (-5.9, -2.6, 0.6, 3.8, 6.6, 8.6)]
    edge = [eye.at(x, eye.upper(x)) for x in _UPPER_X]
    shape = smooth([(*edge[0], "c"), *top[:-1], (*edge[-1], "c"), *edge[-2:0:-1]])
    tint = mix(skin.base, skin.blush, 0.16) if not figure.body.is_male else skin.base
    canvas.drawPath(shape, ink(mix(tint, skin.shadow, 0.2 if eye.raised else 0.13), 0.85))
    with clipped(canvas, shape):
        low = (eye.upper(0.6) + eye.upper(0.6, rest) - fold) / 2
        shine = lighter(skin.base, 0.5)
        soft_spot(canvas, eye.at(figure.light.dx * 1.5 * eye.side, low), 4.6, 1.9, shine, 0.4)
    if figure.is_fine:
        widths = (0.06, 0.3, 0.4, 0.42, 0.36, 0.08)
        line = taper([(*p, w) for p, w in zip(top, widths, strict=True)])
        canvas.drawPath(line, ink(mix(skin.line, skin.shadow, 0.35), 0.62 - 0.26 * figure.body.childhood))
    else:
        canvas.drawPath(curve(*top), ink(skin.line, 0.4, stroke=0.7))


def _ball(eye: _Eye, gaze: _Gaze) -> None:
    figure, canvas, skin = eye.figure, eye.figure.canvas, eye.figure.look.skin
    upper = [eye.at(x, eye.upper(x)) for x in _UPPER_X]
    lower = [eye.at(x, eye.lower(x)) for x in _LOWER_X]
    shape = smooth([(*upper[0], "c"), *upper[1:-1], (*upper[-1], "c"), *lower])
    with clipped(canvas, shape):
        canvas.drawPath(shape, ink(mix(mix("#f2eae3", skin.base, 0.13), figure.light.fill, 0.04)))
        for x in (_IN, _OUT):
            soft_spot(canvas, eye.at(x, eye.base(x)), 4.2, 4.6, skin.shadow, 0.5)
        soft_spot(canvas, eye.at(_IN + 0.5, eye.base(_IN) + 0.2), 1.5, 1.2, skin.blush, 0.8)
        _iris(eye, gaze)
        x, top = eye.at(0, eye.upper(0))
        under = linear(
            (x, top - 0.4), (x, top + 4.4), [(0, "#160d14", 0.62), (0.45, "#160d14", 0.2), (1, "#160d14", 0)]
        )
        canvas.drawPath(shape, ink(shader=under))
        if figure.is_fine:
            wet = curve(*[eye.at(x, eye.lower(x) - 0.35) for x in (5.6, 2.6, -0.6, -4.2)])
            canvas.drawPath(wet, ink(lighter(skin.blush, 0.55), 0.55, stroke=0.55))


def _iris(eye: _Eye, gaze: _Gaze) -> None:
    figure, canvas = eye.figure, eye.figure.canvas
    x, y = eye.at(0, 0)
    x, y = x + gaze.x * eye.squash, y - 0.75 * eye.size + gaze.y
    radius = 4.5 * eye.size
    color = figure.look.eye
    glint = 1 if figure.light.dx >= 0 else -1
    canvas.save()
    canvas.translate(x, y)
    canvas.scale(min(1.0, max(0.6, eye.squash * 1.1)), 1)
    rim = [
        (0.0, darker(color, 0.5)), (0.4, darker(color, 0.12)), (0.74, color), (0.9, darker(color, 0.4)),
        (1.0, darker(color, 0.6), 0.55),
    ]  # fmt: skip
    canvas.drawCircle(0, 0, radius, ink(shader=radial((0, 0), radius, rim)))
    if figure.is_close:
        _fibres(figure, radius)
    soft_spot(canvas, (-glint * radius * 0.3, radius * 0.46), radius * 0.62, radius * 0.44, lighter(color, 0.5), 0.6)
    pupil = [(0, "#0b080b"), (0.82, "#0b080b"), (1, "#0b080b", 0.0)]
    canvas.drawCircle(0, 0, radius * 0.46, ink(shader=radial((0, 0), radius * 0.46, pupil)))
    light = mix("#fffaf2", figure.light.key, 0.35)
    at = (glint * radius * 0.36, -radius * 0.3)
    soft_spot(canvas, at, radius * 0.42, radius * 0.42, light, 0.4)
    canvas.drawPath(oval(*at, radius * 0.2, radius * 0.24), ink(light, 0.96))
    if figure.is_fine:
        small = (-glint * radius * 0.42, radius * 0.36)
        canvas.drawPath(oval(*small, radius * 0.1, radius * 0.12), ink(light, 0.5))
    canvas.restore()


def _fibres(figure: Figure, radius: float) -> None:
    dice, hairs = figure.dice("iris"), Hairs()
    pale, deep = lighter(figure.look.eye, 0.5), darker(figure.look.eye, 0.5)
    spin = skia.Matrix()
    for k in range(54):
        spin.setRotate(k * 360 / 54 + dice.uniform(-2, 2))
        a, b = spin.mapXY(radius * 0.44, 0), spin.mapXY(radius * dice.uniform(0.66, 0.92), 0)
        hairs.add([(a.x(), a.y()), (b.x(), b.y())], pale if k % 2 else deep, 0.32, 0.14)
    hairs.draw(figure.canvas)


def _edges(eye: _Eye) -> None:
    """The lash line with its lashes, and the lower lid."""
    figure, canvas, skin = eye.figure, eye.figure.canvas, eye.figure.look.skin
    male = figure.body.is_male
    heavy = (0.1, 0.34, 0.5, 0.58, 0.62, 0.5, 0.14) if male else (0.1, 0.36, 0.56, 0.66, 0.74, 0.66, 0.18)
    if figure.body.childhood:
        heavy = tuple(w * (1 - 0.45 * figure.body.childhood) for w in heavy)
    if not figure.is_fine:
        heavy = tuple(w * 1.25 for w in heavy)
    points = [eye.at(x, eye.upper(x)) for x in _UPPER_X]
    if not male:
        points[-1] = eye.at(_OUT + 0.5, eye.upper(_OUT) - 0.5)
    edge = taper([(*p, w) for p, w in zip(points, heavy, strict=True)])
    dark = mix(_LASH, mix(skin.line, figure.look.hair, 0.5), 0.25 if male else 0.12)
    canvas.drawPath(edge, ink(dark))
    if not figure.is_fine:
        return
    if eye.raised:
        line = taper(
            [
                (*eye.at(x, eye.lower(x) + 0.25), w)
                for x, w in zip((6.8, *_LOWER_X), (0.1, 0.26, 0.2, 0.16, 0.05), strict=True)
            ]
        )
        canvas.drawPath(line, ink(mix(skin.line, _LASH, 0.2), 0.55))
    soft_spot(canvas, eye.at(0.5, eye.deep + 2.6), 7.4, 2.1, skin.shadow, 0.24 if eye.raised else 0.12)
    _lashes(eye, dark)


def _lashes(eye: _Eye, dark: str) -> None:
    figure, blades = eye.figure, Blades()
    male = figure.body.is_male
    length = (0.5 if male else 1.0) * (1 - 0.5 * figure.body.childhood) * (1 - 0.3 * figure.body.age)
    count = 26 if figure.is_close else 11
    down = 1 - eye.raised / 0.5 if eye.raised < 0.5 else 0.0
    dice = figure.dice("lashes")
    for k in range(count):
        share = k / (count - 1)
        x = lerp(-4.6, 7.4, share)
        y = eye.upper(x)
        out = lerp(-0.7, 3.0, share) * length * dice.uniform(0.85, 1.15)
        tall = lerp(1.0, 2.5, min(1.0, share * 1.25)) * length * lerp(1.0, -0.8, down) * dice.uniform(0.8, 1.1)
        tip = eye.at(x + out, y - tall)
        blades.add(eye.at(x, y), eye.at(x + out * 0.35, y - tall * 0.6), tip, 0.2 if figure.is_close else 0.26)
    if figure.is_close and eye.raised:
        for k in range(12):
            x = lerp(-2.5, 6.6, k / 11)
            y = eye.lower(x) + 0.2
            tip = eye.at(x + lerp(-0.3, 0.9, k / 11), y + lerp(0.6, 1.15, k / 11) * length)
            blades.add(eye.at(x, y), eye.at(x, y + 0.4), tip, 0.1)
    blades.draw(figure.canvas, ink(dark, 0.9))
