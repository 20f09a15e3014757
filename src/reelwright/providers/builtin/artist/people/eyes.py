"""Eyes and brows: lids, lashes, iris and the look that a person gives."""

from dataclasses import dataclass
from typing import Any

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
from reelwright.providers.builtin.artist.people.figure import Figure
from reelwright.providers.builtin.artist.people.outline import lerp, taper

_LASH = "#1d1418"
_OPENNESS = {"joy": 0.72, "smile": 0.88, "tired": 0.62, "calm": 0.84, "determined": 0.84, "awe": 1.16, "worried": 1.04}
_BROWS: dict[str, tuple[float, float, float]] = {
    "joy": (-1.6, -2.2, -1.2),
    "smile": (-0.4, -1.2, -0.4),
    "tired": (0.2, 1.0, 2.0),
    "worried": (-3.2, -0.4, 2.2),
    "determined": (3.0, 0.6, -1.0),
    "awe": (-3.0, -3.6, -2.2),
}
"""How far inner end, arch and outer end of the brow move down, in points."""


@dataclass(frozen=True)
class _Gaze:
    x: float
    y: float
    openness: float


def _gaze(figure: Figure) -> _Gaze:
    person = figure.person
    openness = _OPENNESS.get(person.expression, 0.86)
    if person.gaze == "closed":
        return _Gaze(0, 0, 0)
    side = {"left": -2.7, "right": 2.7}.get(person.gaze, 0.0) * figure.side
    if person.gaze in ("down", "product"):
        return _Gaze(0.5 * figure.turn, 2.7, min(openness, 0.5))
    if person.gaze == "up":
        return _Gaze(side, -0.9, max(openness, 1.0))
    if person.gaze == "camera":
        return _Gaze(-2.0 * figure.turn, 0.0, openness)
    return _Gaze(side, 0.1, openness)


@dataclass(frozen=True)
class _Eye:
    """One eye: ``side`` 1 is the right of the picture. Points are given from its middle, outwards positive."""

    figure: Figure
    side: int
    size: float
    y: float

    def at(self, x: float, y: float, lift: float = 0.0) -> Point:
        return self.figure.face(self.side * (14.6 + x * self.size), self.y + y * self.size, lift)

    @property
    def squash(self) -> float:
        """Width of a circle on the eyeball, foreshortened."""
        return abs(self.at(1, 0)[0] - self.at(-1, 0)[0]) / 2 / self.size


def draw_eyes(figure: Figure) -> None:
    """Both eyes with their brows."""
    gaze = _gaze(figure)
    size = 1.0 + 0.2 * figure.body.childhood + (0.06 if not figure.body.is_male else -0.04)
    y = 2.4 + 3.4 * figure.body.childhood
    for side in (-1, 1):
        eye = _Eye(figure, side, size, y)
        if gaze.openness < 0.2:
            _closed(eye)
        else:
            _open(eye, gaze)
        _brow(eye)


def _upper(eye: _Eye, high: float, extra: float = 0.0) -> list[Point]:
    """The upper lid from the inner corner to the outer."""
    shape = [(-7.0, 1.1), (-4.6, -0.62 * high), (-1.0, -1.0 * high), (3.0, -0.86 * high), (7.2, -0.5)]
    return [eye.at(x, y - extra * (1 if 0 < i < 4 else 0.45)) for i, (x, y) in enumerate(shape)]


def _lower(eye: _Eye, deep: float) -> list[Point]:
    """The lower lid from the outer corner to the inner."""
    return [eye.at(x, y) for x, y in [(4.4, 0.72 * deep), (0.4, deep), (-4.0, 0.85 * deep)]]


def _open(eye: _Eye, gaze: _Gaze) -> None:
    figure = eye.figure
    canvas = figure.canvas
    high = 4.5 * gaze.openness
    deep = 2.9 if figure.person.expression not in ("smile", "joy") else 2.2
    upper = _upper(eye, high)
    corners = [(*upper[0], "c"), *upper[1:-1], (*upper[-1], "c"), *_lower(eye, deep)]
    shape = smooth(corners)
    white = mix("#f4ece4", figure.look.skin.base, 0.14)
    canvas.drawPath(shape, ink(white))
    with clipped(canvas, shape):
        _iris(eye, gaze)
        lid = taper([(*p, w) for p, w in zip(upper, (1.0, 2.2, 2.4, 2.3, 1.4), strict=True)])
        canvas.drawPath(lid, ink(figure.look.skin.line, 0.42, blur=0.9))
    _lids(eye, upper, high)
    if figure.is_fine:
        line = curve(
            *[eye.at(x, y + 0.4) for x, y in [(6.2, 0.7), (4.2, 0.74 * deep), (0.4, deep), (-3.6, 0.85 * deep)]]
        )
        canvas.drawPath(line, ink(figure.look.skin.line, 0.42, stroke=0.55, blur=0.15))
        canvas.drawPath(oval(*eye.at(-6.0, 1.0), 0.8, 0.7), ink(figure.look.skin.blush, 0.55))


def _iris(eye: _Eye, gaze: _Gaze) -> None:
    figure, canvas = eye.figure, eye.figure.canvas
    x, y = eye.at(0, 0)
    x, y = x + gaze.x * eye.squash, y - 0.7 + gaze.y
    radius = 4.25 * eye.size
    color = figure.look.eye
    canvas.save()
    canvas.translate(x, y)
    canvas.scale(min(1.0, max(0.6, eye.squash * 1.1)), 1)
    stops = [(0.0, darker(color, 0.35)), (0.45, lighter(color, 0.12)), (0.8, color), (1.0, darker(color, 0.62))]
    canvas.drawCircle(0, 0, radius, ink(shader=radial((0, 0.6), radius, stops)))
    if figure.is_close:
        _fibres(figure, radius)
    canvas.drawPath(oval(0, radius * 0.45, radius * 0.62, radius * 0.36), ink(lighter(color, 0.5), 0.42, blur=0.8))
    canvas.drawCircle(0, 0, radius * 0.44, ink("#0b080b"))
    shade = linear((0, -radius), (0, radius * 0.4), [(0, "#0b080b", 0.7), (1, "#0b080b", 0.0)])
    canvas.drawCircle(0, 0, radius, ink(shader=shade))
    glint = 1 if figure.light.dx >= 0 else -1
    canvas.drawCircle(glint * radius * 0.36, -radius * 0.38, radius * 0.23, ink("#fffaf2", 0.95))
    if figure.is_fine:
        canvas.drawCircle(-glint * radius * 0.4, radius * 0.42, radius * 0.11, ink("#fffaf2", 0.5))
    canvas.restore()


def _fibres(figure: Figure, radius: float) -> None:
    dice = figure.dice("iris")
    figure.canvas.save()
    for _ in range(46):
        figure.canvas.rotate(360 / 46)
        tone = lighter(figure.look.eye, 0.45) if dice.random() < 0.5 else darker(figure.look.eye, 0.5)
        reach = radius * dice.uniform(0.7, 0.93)
        figure.canvas.drawLine(radius * 0.44, 0, reach, dice.uniform(-0.15, 0.15), ink(tone, 0.34, stroke=0.13))
    figure.canvas.restore()


def _lids(eye: _Eye, upper: list[Point], high: float) -> None:
    """The lash line with its lashes, and the crease above."""
    figure, canvas = eye.figure, eye.figure.canvas
    male = figure.body.is_male
    heavy = (0.3, 0.55, 0.7, 0.75, 0.35) if male else (0.35, 0.7, 0.95, 1.15, 0.5)
    if not figure.is_fine:
        heavy = tuple(w * 1.25 for w in heavy)
    edge = taper([(*p, w) for p, w in zip(upper, heavy, strict=True)])
    canvas.drawPath(edge, ink(mix(_LASH, figure.look.skin.line, 0.25 if male else 0.05)))
    crease = [eye.at(-5.6, -0.5 - high * 0.85), eye.at(-1, -2.4 - high), eye.at(3.4, -2.1 - high * 0.88)]
    crease.append(eye.at(8.0, -1.6))
    canvas.drawPath(curve(*crease), ink(figure.look.skin.line, 0.46, stroke=0.75, blur=0.25))
    if not figure.is_fine or figure.body.is_child:
        return
    count = 13 if figure.is_close else 7
    for k in range(count):
        share = k / (count - 1)
        if male and (share < 0.3 or not figure.is_close):
            continue
        _lash(eye, high, share, 0.4 if male else 1.0)


def _lash(eye: _Eye, high: float, share: float, length: float) -> None:
    x = lerp(-5.2, 7.0, share)
    y = -high * (1 - ((x - 0.2) / 7.4) ** 2) - 0.2
    out = lerp(-0.5, 3.4, share) * length
    tall = lerp(0.9, 2.3, min(1.0, share * 1.25)) * length
    root, middle, tip = eye.at(x, y), eye.at(x + out * 0.45, y - tall * 0.4), eye.at(x + out, y - tall)
    path = taper([(*root, 0.26), (*middle, 0.19), (*tip, 0.03)], round_end=False)
    eye.figure.canvas.drawPath(path, ink(_LASH, 0.92))


def _closed(eye: _Eye) -> None:
    """A softly closed eye: the lid is a small dome, the lashes rest on the cheek."""
    figure, canvas = eye.figure, eye.figure.canvas
    line = [eye.at(x, y) for x, y in [(-7, 0.4), (-4, 2.3), (0, 3.2), (4, 2.4), (7.4, 0.0)]]
    dome = smooth(
        [(*line[0], "c"), eye.at(-4, -2.4), eye.at(0, -3.4), eye.at(4.4, -2.4), (*line[-1], "c"), *line[3:0:-1]]
    )
    skin = figure.look.skin
    canvas.drawPath(dome, ink(mix(skin.base, skin.shadow, 0.3)))
    with clipped(canvas, dome):
        shine = ink(lighter(skin.base, 0.4), 0.5, blur=1.1)
        canvas.drawPath(oval(*eye.at(-figure.side * 0, -0.6), 3.6, 1.3), shine)
        canvas.drawPath(curve(*line), ink(skin.line, 0.4, stroke=2, blur=1))
    widths = (0.25, 0.6, 0.75, 0.75, 0.3)
    canvas.drawPath(taper([(*p, w) for p, w in zip(line, widths, strict=True)]), ink(_LASH, 0.95))
    crease = curve(eye.at(-5.6, -2.6), eye.at(0, -5.0), eye.at(6.8, -2.6))
    canvas.drawPath(crease, ink(skin.line, 0.4, stroke=0.7, blur=0.25))
    if figure.is_fine and not figure.body.is_male:
        _resting_lashes(eye)


def _resting_lashes(eye: _Eye) -> None:
    count = 11 if eye.figure.is_close else 6
    for k in range(count):
        share = k / (count - 1)
        x = lerp(-4.6, 7.0, share)
        y = 3.2 * (1 - ((x - 0.2) / 7.4) ** 2)
        tip = eye.at(x + lerp(-0.6, 2.4, share), y + lerp(1.4, 2.0, share))
        path = taper([(*eye.at(x, y), 0.27), (*tip, 0.05)], round_end=False)
        eye.figure.canvas.drawPath(path, ink(_LASH, 0.9))


def _brow_points(eye: _Eye) -> tuple[list[Point], tuple[float, float, float, float]]:
    figure = eye.figure
    inner, arch, outer = _BROWS.get(figure.person.expression, (0.0, 0.0, 0.0))
    low = 1.6 if figure.body.is_male else 0.0
    base = -9.8 - 0.8 * figure.body.childhood + low
    straight = 1.3 if figure.body.is_male else 0.0
    points = [
        (-6.9, base + inner),
        (-1.5, base - 2.3 + straight + lerp(inner, arch, 0.7)),
        (4.0, base - 2.5 + straight + arch),
    ]
    points.append((10.0, base + 0.2 + outer))
    heavy = (1.25, 1.75, 1.5, 0.35) if figure.body.is_male else (0.95, 1.25, 1.0, 0.15)
    thin = 1 - 0.4 * figure.body.childhood
    return [eye.at(x, y, 1.0) for x, y in points], tuple(w * thin for w in heavy)  # type: ignore[return-value]


def _brow(eye: _Eye) -> None:
    figure = eye.figure
    points, heavy = _brow_points(eye)
    path: Any = taper([(*p, w) for p, w in zip(points, heavy, strict=True)], steps=4)
    figure.canvas.drawPath(path, ink(figure.look.brow, 0.72 if figure.is_close else 0.88, blur=0.35))
    if figure.is_close:
        _brow_hairs(eye, points, heavy)


def _brow_hairs(eye: _Eye, points: list[Point], heavy: tuple[float, ...]) -> None:
    dice = eye.figure.dice("brow")
    for _ in range(64):
        along = dice.uniform(0, 2.9)
        k, t = int(along), along - int(along)
        x, y = lerp(points[k][0], points[k + 1][0], t), lerp(points[k][1], points[k + 1][1], t)
        half = lerp(heavy[k], heavy[k + 1], t)
        y += dice.uniform(-0.7, 0.9) * half
        rise = lerp(2.4, -0.2, along / 2.9)
        tip = (x + eye.side * dice.uniform(1.2, 2.2), y - rise * dice.uniform(0.5, 1.0))
        eye.figure.canvas.drawPath(
            taper([(x, y, 0.2), (*tip, 0.04)], round_end=False), ink(darker(eye.figure.look.brow, 0.2), 0.75)
        )
