"""Nose, mouth, beard and glasses."""

from collections.abc import Callable
from dataclasses import dataclass

from reelwright.media.canvas import skia
from reelwright.providers.builtin.artist.brush import (
    Point,
    Stop,
    clipped,
    curve,
    darker,
    ink,
    lighter,
    linear,
    minus,
    mix,
    oval,
    smooth,
)
from reelwright.providers.builtin.artist.people.figure import Figure
from reelwright.providers.builtin.artist.people.head import outline
from reelwright.providers.builtin.artist.people.outline import taper

_Place = Callable[[float, float], Point]
"""A point of the mouth: across from its middle, down from its line."""


def draw_nose(figure: Figure) -> None:
    """A nose of planes: a soft shadow beside it, light along its bridge, a line only under the tip."""
    canvas, skin, face = figure.canvas, figure.look.skin, figure.face
    low = 2.0 * figure.body.childhood
    broad = (1.14 if figure.body.is_male else 1.0) * (1 - 0.15 * figure.body.childhood)
    dark = -1 if figure.light.dx > 0 else 1
    side = [
        face(dark * 5.5, -7, 2), face(dark * 3.4, 1, 5), face(dark * 3.0, 10, 7),
        face(dark * 4.6 * broad, 17 + low, 5),
        face(dark * 5.6 * broad, 20.4 + low, 3), face(dark * 0.6, 20.8 + low, 8), face(dark * 0.8, 8, 8),
    ]  # fmt: skip
    canvas.drawPath(smooth([*side, face(dark * 1.6, 0, 6)]), ink(skin.shadow, 0.42, blur=1.5))
    if figure.turn > 0.25:
        rim = curve(face(5.5, -5, 1), face(4.2, 2, 3), face(3.4, 10, 7), face(2.6, 16 + low, 9))
        canvas.drawPath(rim, ink(skin.line, 0.34 * figure.turn + 0.06, stroke=0.9, blur=0.5))
    shine = ink(lighter(skin.base, 0.55), 0.42 * figure.light.power + 0.08, stroke=2.0, blur=1.1)
    canvas.drawPath(curve(face(-dark * 0.8, -1, 6), face(-dark * 0.8, 9, 8), face(-dark * 0.4, 14 + low, 9)), shine)
    tip = face(-dark * 0.6, 17 + low, 9)
    canvas.drawPath(oval(*tip, 2.1, 1.5), ink(lighter(skin.base, 0.7), 0.4 * figure.light.power + 0.1, blur=0.8))
    under = smooth(
        [face(x, y + low, 5) for x, y in [(-5 * broad, 20), (0, 20.8), (5 * broad, 20), (3, 23.4), (-3, 23.4)]]
    )
    canvas.drawPath(under, ink(skin.shadow, 0.42, blur=1.1))
    _nostrils(figure, broad, low)


def _nostrils(figure: Figure, broad: float, low: float) -> None:
    canvas, skin, face = figure.canvas, figure.look.skin, figure.face
    for side in (-1, 1):
        wing = [face(side * 4.9 * broad, 16.8 + low, 4), face(side * 5.7 * broad, 19.4 + low, 3)]
        wing.append(face(side * 4.1 * broad, 21.1 + low, 5))
        path = taper([(*p, w) for p, w in zip(wing, (0.12, 0.42, 0.2), strict=True)])
        canvas.drawPath(path, ink(skin.line, 0.62))
        hole = [face(side * x * broad, y + low, 6) for x, y in [(1.3, 21.0), (2.7, 20.3), (3.9, 20.9)]]
        nostril = taper([(*p, w) for p, w in zip(hole, (0.2, 0.6, 0.2), strict=True)])
        canvas.drawPath(nostril, ink(darker(skin.line, 0.2), 0.72))


@dataclass(frozen=True)
class _Mouth:
    width: float
    corner: float
    """How far the corners rise over the middle."""
    gap: float
    upper: float
    lower: float


_EXPRESSIONS: dict[str, tuple[float, float, float]] = {
    "smile": (1.2, 2.6, 0.0),
    "joy": (1.24, 3.4, 6.2),
    "calm": (1.02, 1.1, 0.0),
    "awe": (0.82, 0.2, 4.0),
    "tired": (0.98, -0.7, 0.0),
    "worried": (0.92, -1.2, 0.0),
    "determined": (1.0, -0.1, 0.0),
}


def _mouth(figure: Figure) -> _Mouth:
    width, corner, gap = _EXPRESSIONS.get(figure.person.expression, (1.0, 0.5, 0.0))
    full = 0.72 if figure.body.is_male else 1.0
    full *= (1 - 0.22 * figure.body.childhood) * (1 - 0.3 * figure.body.age)
    base = (11.2 if figure.body.is_male else 10.4) * (1 - 0.14 * figure.body.childhood)
    stretch = 0.85 if figure.person.expression in ("smile", "joy") else 1.0
    return _Mouth(base * width, corner, gap, 3.1 * full * stretch, 4.4 * full * stretch)


def draw_mouth(figure: Figure) -> None:
    """Lips with form: the upper one in shadow, the lower one in light; teeth only when laughing."""
    mouth, look, canvas = _mouth(figure), figure.look, figure.canvas
    y = 31.2 + 0.6 * figure.body.childhood

    def at(x: float, dy: float) -> Point:
        rise = mouth.corner * (abs(x) / mouth.width) ** 1.6
        return figure.face(x, y + dy - rise, 1.5 - 0.1 * abs(x))

    w = mouth.width
    top = [at(-w, 0), at(-w * 0.5, 0.3), at(0, 0.75), at(w * 0.5, 0.3), at(w, 0)]
    bottom = [at(w * 0.55, mouth.gap * 0.82 + 0.3), at(0, mouth.gap + 0.75), at(-w * 0.55, mouth.gap * 0.82 + 0.3)]
    if mouth.gap:
        _inside(figure, smooth([(*top[0], "c"), *top[1:4], (*top[4], "c"), *bottom]), at, mouth)
    upper = smooth([
        (*top[0], "c"), at(-w * 0.5, -mouth.upper * 0.66), at(-w * 0.2, -mouth.upper), at(0, -mouth.upper * 0.68),
        at(w * 0.2, -mouth.upper), at(w * 0.5, -mouth.upper * 0.66), (*top[4], "c"), *top[3:0:-1],
    ])  # fmt: skip
    deep = mouth.gap + mouth.lower
    closing = bottom if mouth.gap else top[3:0:-1]
    lower = smooth([
        (*top[0], "c"), at(-w * 0.55, deep * 0.78), at(-w * 0.2, deep + 0.5), at(w * 0.2, deep + 0.5),
        at(w * 0.55, deep * 0.78),
        (*top[4], "c"), *closing,
    ])  # fmt: skip
    tone = look.lip
    canvas.drawPath(lower, ink(mix(tone, look.skin.base, 0.14)))
    canvas.drawPath(upper, ink(mix(tone, look.skin.line, 0.24)))
    with clipped(canvas, lower):
        shine = ink(lighter(tone, 0.62), 0.3 + 0.35 * figure.light.power, blur=0.9)
        canvas.drawPath(
            oval(*at(figure.light.dx * 2, mouth.gap + mouth.lower * 0.5), w * 0.3, mouth.lower * 0.2), shine
        )
    if not mouth.gap:
        line = [at(-w - 0.5, -0.3), *top[1:4], at(w + 0.5, -0.3)]
        widths = (0.12, 0.36, 0.44, 0.36, 0.12)
        canvas.drawPath(
            taper([(*p, s) for p, s in zip(line, widths, strict=True)]), ink(mix(look.skin.line, "#3a1418", 0.4), 0.88)
        )
    _corners(figure, at, w)
    if figure.is_close:
        _lip_lines(figure, at, mouth)


def _corners(figure: Figure, at: _Place, width: float) -> None:
    for side in (-1, 1):
        x, y = at(side * (width + 0.6), -0.2)
        figure.canvas.drawCircle(x, y, 1.1, ink(figure.look.skin.line, 0.3, blur=0.8))
        if figure.person.expression in ("smile", "joy") and figure.is_fine:
            fold = curve(at(side * (width + 3.4), -4.2), at(side * (width + 4.4), -0.8), at(side * (width + 3.2), 2.2))
            figure.canvas.drawPath(fold, ink(figure.look.skin.line, 0.26, stroke=0.9, blur=0.6))


def _lip_lines(figure: Figure, at: _Place, mouth: _Mouth) -> None:
    for k in range(-4, 5):
        x = k * mouth.width * 0.15
        line = curve(at(x, mouth.gap + 1.4), at(x * 1.04, mouth.gap + mouth.lower * 0.8))
        figure.canvas.drawPath(line, ink(figure.look.skin.line, 0.16, stroke=0.22, blur=0.12))


def _inside(figure: Figure, opening: object, at: _Place, mouth: _Mouth) -> None:
    canvas = figure.canvas
    canvas.drawPath(opening, ink("#4a1a1f"))
    with clipped(canvas, opening):
        if figure.person.expression == "joy":
            w = mouth.width * 0.9
            teeth = smooth([at(-w, -1.5), at(0, -1.5), at(w, -1.5), at(w * 0.7, 2.4), at(0, 3.5), at(-w * 0.7, 2.4)])
            canvas.drawPath(teeth, ink("#f7f0e8"))
        canvas.drawPath(oval(*at(0, mouth.gap + 1.2), 4.2, 2.0), ink("#b35a58", 0.75, blur=0.6))


def draw_facial_hair(figure: Figure) -> None:
    """Stubble as a tint, beard and moustache as shapes with a hairy edge."""
    kind = figure.person.facial_hair
    if kind == "none" or figure.body.is_child:
        return
    if kind in ("stubble", "beard"):
        _beard(figure, kind == "beard")
    if kind in ("beard", "moustache"):
        _moustache(figure)


def _beard(figure: Figure, is_full: bool) -> None:
    face, canvas = figure.face, figure.canvas
    head = outline(figure)
    drop = 3.2 if is_full else 0.0
    far = 36 if figure.turn > 0.3 else 34
    shape = smooth([
        face(-33, 2), face(-29, 15), face(-20, 23.5), face(-12, 26.8), face(-12.6, 32), face(-6, 36.4),
        face(0, 36.4),
        face(6, 36.4), face(12.6, 32), face(12, 26.8), face(20, 23.5), face(27, 15), face(far - 4, 4), (60, 20),
        (30, 70), (-30, 70), (-60, 20),
    ])  # fmt: skip
    if not is_full:
        with clipped(canvas, head):
            canvas.drawPath(shape, ink(figure.look.brow, 0.3, blur=2.6))
        return
    canvas.save()
    canvas.translate(0, drop * 0.4)
    with clipped(canvas, outline(figure)):
        canvas.saveLayer(shape.getBounds().makeOutset(4, 4), None)
        canvas.drawPath(shape, ink(figure.look.hair, blur=0.6))
        x = figure.light.dx * 34
        stops: list[Stop] = [
            (0, figure.light.key, 0.24), (0.5, figure.look.hair_dark, 0.1), (1, figure.look.hair_dark, 0.75),
        ]  # fmt: skip
        canvas.drawPaint(ink(shader=linear((x, 20), (-x, 50), stops), blend=skia.BlendMode.kSrcATop))
        canvas.restore()
        _beard_strands(figure)
    canvas.restore()


def _beard_strands(figure: Figure) -> None:
    dice = figure.dice("beard")
    for _ in range(90 if figure.is_fine else 20):
        x = dice.uniform(-30, 30)
        y = dice.uniform(38 if abs(x) < 15 else 26, 50)
        start = figure.face(x, y)
        tone = figure.look.hair_light if dice.random() < 0.45 else figure.look.hair_dark
        end = (start[0] - x * 0.05, start[1] + dice.uniform(3, 6))
        figure.canvas.drawLine(*start, *end, ink(tone, 0.35, stroke=0.5))


def _moustache(figure: Figure) -> None:
    face = figure.face
    w = _mouth(figure).width
    path = smooth([
        face(0, 24.6, 3), face(w * 0.5, 25.2, 2), face(w * 1.22, 31.8), face(w * 0.7, 29.8, 2), face(0, 28.6, 3),
        face(-w * 0.7, 29.8, 2), face(-w * 1.22, 31.8), face(-w * 0.5, 25.2, 2),
    ])  # fmt: skip
    figure.canvas.drawPath(path, ink(figure.look.hair))
    with clipped(figure.canvas, path):
        dice = figure.dice("moustache")
        for _ in range(36):
            x = dice.uniform(-w, w)
            line = curve(face(x * 0.6, 24.5, 2), face(x * 1.15, 31, 2))
            tone = figure.look.hair_light if dice.random() < 0.4 else figure.look.hair_dark
            figure.canvas.drawPath(line, ink(tone, 0.35, stroke=0.5))


def draw_glasses(figure: Figure) -> None:
    """Fine round frames with a glint."""
    if not figure.person.glasses:
        return
    canvas, face = figure.canvas, figure.face
    y = 3.0 + 3.0 * figure.body.childhood
    frame = mix(figure.look.accent, "#1c1a20", 0.6)
    for side in (-1, 1):
        ring = [(3.8, -1), (7, -7), (15, -8.4), (23, -6.6), (25.6, 0), (22.6, 7.4), (14.5, 9.6), (6.6, 7)]
        lens = smooth([face(side * x, y + dy, 4) for x, dy in ring])
        with clipped(canvas, lens):
            canvas.drawPaint(ink("#ffffff", 0.07))
            a, b = face(side * 9 - 5, y + 12, 4), face(side * 16 - 1, y - 12, 4)
            canvas.drawLine(*a, *b, ink("#ffffff", 0.16, stroke=4.5, blur=0.8))
        inner = smooth([face(side * (14.7 + (x - 14.7) * 0.93), y + dy * 0.92, 4) for x, dy in ring])
        canvas.drawPath(minus(lens, inner), ink(frame))
        canvas.drawPath(lens, ink(lighter(frame, 0.5), 0.25, stroke=0.35))
        temple = face(side * 25.4, y - 1.5, 4), (face(-35, 0)[0] + 1 if side < 0 else face(33, 0)[0], y - 2)
        canvas.drawLine(*temple[0], *temple[1], ink(frame, stroke=1.2))
    bridge = curve(face(-4, y - 2, 4), face(0, y - 3.6, 8), face(4, y - 2, 4))
    canvas.drawPath(bridge, ink(frame, stroke=1.3))
