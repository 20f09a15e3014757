"""Nose and glasses, and the other features of a face where ``draw_person`` looks for them."""

from reelwright.providers.builtin.artist.brush import (
    clipped,
    curve,
    darker,
    ink,
    lighter,
    minus,
    mix,
    smooth,
)
from reelwright.providers.builtin.artist.people.accessories import draw_at_ears
from reelwright.providers.builtin.artist.people.beards import draw_facial_hair
from reelwright.providers.builtin.artist.people.faces import traits_of
from reelwright.providers.builtin.artist.people.figure import Figure
from reelwright.providers.builtin.artist.people.modelling import soft_spot
from reelwright.providers.builtin.artist.people.mouth import draw_mouth
from reelwright.providers.builtin.artist.people.outline import taper

__all__ = ["draw_facial_hair", "draw_glasses", "draw_mouth", "draw_nose"]


def draw_nose(figure: Figure) -> None:
    """A nose of planes: a soft shadow beside it, light along its bridge and on its tip, nostrils and wings."""
    canvas, skin, face, own = figure.canvas, figure.look.skin, figure.face, traits_of(figure.person)
    child = figure.body.childhood
    low = 1.2 * child + own.nose_length * (1 - child)
    broad = (1.12 if figure.body.is_male else 1.0) * (1 - 0.24 * child) * own.nose_width
    dark = -1 if figure.light.dx > 0 else 1
    strength = 0.36 * own.nose_bridge * (1 - 0.7 * child)
    side = [
        face(dark * 4.6, -8, 2), face(dark * 3.6, 1, 5), face(dark * 4.2, 10, 6), face(dark * 6.0 * broad, 16 + low, 4),
        face(dark * 6.9 * broad, 19.6 + low, 3), face(dark * 3.0, 21.6 + low, 7), face(dark * 2.2, 17 + low, 9),
        face(dark * 1.6, 8, 8), face(dark * 1.4, 0, 6),
    ]  # fmt: skip
    canvas.drawPath(smooth(side), ink(mix(skin.shadow, skin.blush, 0.1), strength, blur=1.7))
    if figure.turn > 0.3:
        rim = taper([
            (*face(4.6, -6, 1), 0.1), (*face(4.0, 2, 4), 0.4), (*face(3.6, 10, 8), 0.5),
            (*face(3.2, 15.5 + low, 11), 0.15),
        ])  # fmt: skip
        canvas.drawPath(rim, ink(skin.line, 0.4 * (figure.turn - 0.2), blur=0.4))
    pale = lighter(skin.base, 0.62)
    lit = 0.4 * figure.light.power + 0.1
    shine = taper([
        (*face(-dark * 0.7, -3, 6), 0.5), (*face(-dark * 0.7, 6, 8), 1.1), (*face(-dark * 0.5, 14 + low, 9), 0.8),
    ])  # fmt: skip
    canvas.drawPath(shine, ink(pale, lit * own.nose_bridge, blur=1.0))
    tip = face(-dark * 0.5, 17.4 + low, 10)
    soft_spot(canvas, face(0, 18.6 + low, 9), 5.6 * broad, 4.8, skin.blush, 0.17)
    soft_spot(canvas, tip, 3.4, 2.7, pale, min(0.9, lit * 1.6))
    soft_spot(canvas, face(0, 23.2 + low, 4), 6.6 * broad, 2.6, skin.shadow, 0.55)
    _nostrils(figure, broad, low)


def _nostrils(figure: Figure, broad: float, low: float) -> None:
    canvas, skin, face = figure.canvas, figure.look.skin, figure.face
    wings, holes = figure.look.skin.line, mix(darker(skin.line, 0.25), skin.blush, 0.12)
    for side in (-1, 1):
        wing = [
            (*face(side * 5.3 * broad, 15.8 + low, 4), 0.06), (*face(side * 6.5 * broad, 18.4 + low, 3), 0.34),
            (*face(side * 5.9 * broad, 20.9 + low, 3), 0.3), (*face(side * 4.4 * broad, 21.4 + low, 5), 0.08),
        ]  # fmt: skip
        canvas.drawPath(taper(wing), ink(wings, 0.42, blur=0.3))
        if (side > 0) == (figure.light.dx > 0):
            pale = lighter(skin.base, 0.5)
            soft_spot(canvas, face(side * 5.2 * broad, 18.4 + low, 5), 1.5, 2.0, pale, 0.4 * figure.light.power)
        hole = smooth([
            face(side * 1.5 * broad, 21.5 + low, 7), face(side * 2.7 * broad, 20.5 + low, 7),
            face(side * 4.3 * broad, 20.7 + low, 5), face(side * 3.7 * broad, 21.7 + low, 6),
        ])  # fmt: skip
        canvas.drawPath(hole, ink(holes, 0.66, blur=0.3))
    under = [(*face(-1.6, 22.0 + low, 8), 0.06), (*face(0, 22.5 + low, 8), 0.3), (*face(1.6, 22.0 + low, 8), 0.06)]
    canvas.drawPath(taper(under), ink(wings, 0.3, blur=0.3))


def draw_glasses(figure: Figure) -> None:
    """Fine round frames with a glint, and what is worn at the ears."""
    draw_at_ears(figure)
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
