"""What a face is known by: freckles, a mole, a scar, dimples; and what passes: blemishes, a glow."""

from collections.abc import Callable

from reelwright.providers.builtin.artist.brush import darker, ink, lighter, mix, moved
from reelwright.providers.builtin.artist.people.figure import Figure
from reelwright.providers.builtin.artist.people.modelling import soft_spot
from reelwright.providers.builtin.artist.people.outline import taper


def draw_marks(figure: Figure) -> None:
    """The marks that the person is described with; unknown ones are left out."""
    for mark in figure.person.marks:
        known = _MARKS.get(mark.strip().lower())
        if known is not None and known is not _scar:
            known(figure)


def draw_scar(figure: Figure) -> None:
    """The scar, over the brow that it cuts."""
    if "scar" in [mark.strip().lower() for mark in figure.person.marks]:
        _scar(figure)


def _freckles(figure: Figure) -> None:
    if not figure.is_fine:
        return
    dice = figure.dice("freckles")
    tone = mix(figure.look.skin.shadow, figure.look.skin.line, 0.2)
    for _ in range(64):
        x, y = figure.face(dice.gauss(0, 12), dice.gauss(13, 3.6))
        figure.canvas.drawCircle(x, y, dice.uniform(0.24, 0.62), ink(tone, dice.uniform(0.2, 0.48)))


def _mole(figure: Figure) -> None:
    _spot(figure, 16.5, 24.5, 0.85)


def _beauty_spot(figure: Figure) -> None:
    _spot(figure, 11.6, 27.0, 0.8)


def _spot(figure: Figure, across: float, down: float, radius: float) -> None:
    """On the person's left cheek, which is the picture's right one however the canvas is mirrored."""
    x, y = figure.face(figure.side * across, down, 1)
    tone = darker(figure.look.skin.line, 0.2)
    figure.canvas.drawCircle(x, y, radius, ink(tone, 0.78, blur=0.14))
    if figure.is_close:
        figure.canvas.drawCircle(x - 0.25, y - 0.3, radius * 0.3, ink(lighter(tone, 0.5), 0.4))


def _scar(figure: Figure) -> None:
    """A healed cut through the outer half of the person's left brow: hairs are missing there, the skin is paler."""
    if not figure.is_fine:
        return
    side, skin, face = figure.side, figure.look.skin, figure.face
    spine = [(20.3, -13.0, 0.1), (19.4, -10.4, 0.55), (18.7, -7.8, 0.6), (18.3, -5.4, 0.1)]
    joints = [(*face(side * x, y + 4.0 * figure.body.childhood, 1), half) for x, y, half in spine]
    x, y, _ = joints[2]
    soft_spot(figure.canvas, (x, y - 1), 2.4, 4.6, skin.base, 0.6, degrees=side * 14)
    line = taper(joints, steps=3)
    figure.canvas.drawPath(moved(line, side * 0.45, 0.2), ink(mix(skin.shadow, skin.blush, 0.3), 0.55, blur=0.35))
    figure.canvas.drawPath(line, ink(mix(lighter(skin.base, 0.3), skin.blush, 0.16), 0.85, blur=0.15))


def _dimples(figure: Figure) -> None:
    deep = {"smile": 0.5, "joy": 0.6}.get(figure.person.expression, 0.26)
    for side in (-1, 1):
        at = figure.face(side * 18.2, 29.0)
        soft_spot(figure.canvas, at, 1.5, 3.2, figure.look.skin.line, deep, degrees=side * 10)


def _blemishes(figure: Figure) -> None:
    """Red spots on cheeks, chin and brow, and uneven skin between them."""
    skin, dice = figure.look.skin, figure.dice("blemishes")
    red = mix("#b8322f", skin.shadow, 0.25)
    for side in (-1, 1):
        soft_spot(figure.canvas, figure.face(side * 15, 22), 11, 8, red, 0.2)
    spots = [(-17, 19), (-11, 26), (-20, 27), (15, 18), (20, 25), (12, 29), (-4, 41), (7, -24), (-9, -20), (3, 44)]
    for x, y in spots:
        at = figure.face(x + dice.uniform(-1.6, 1.6), y + dice.uniform(-1.4, 1.4), 1)
        radius = dice.uniform(0.8, 1.4)
        soft_spot(figure.canvas, at, radius * 2.2, radius * 2.0, red, 0.45)
        figure.canvas.drawCircle(*at, radius, ink(red, 0.66, blur=0.35))


def _glow(figure: Figure) -> None:
    """Even skin with light on cheekbones, brow and nose."""
    skin = figure.look.skin
    bright = mix(lighter(skin.base, 0.6), "#fff3df", 0.5)
    for side in (-1, 1):
        soft_spot(figure.canvas, figure.face(side * 16, 20), 8, 5.5, skin.blush, 0.3)
        soft_spot(figure.canvas, figure.face(side * 17, 13), 7.5, 3.4, bright, 0.62, degrees=-side * 22)
    soft_spot(figure.canvas, figure.face(0, -22), 12, 4.4, bright, 0.42)
    soft_spot(figure.canvas, figure.face(1.5, 12, 4), 1.8, 6.5, bright, 0.5)


_MARKS: dict[str, Callable[[Figure], None]] = {
    "freckles": _freckles,
    "mole": _mole,
    "beauty spot": _beauty_spot,
    "scar": _scar,
    "dimples": _dimples,
    "blemishes": _blemishes,
    "glow": _glow,
}
