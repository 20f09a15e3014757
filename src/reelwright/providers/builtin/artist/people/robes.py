"""Dresses, gowns and robes: what falls from the shoulders to the knees or the floor."""

from collections.abc import Callable
from typing import Any

from reelwright.providers.builtin.artist.brush import Point, clipped, curve, ink, lighter, mix, oval, smooth
from reelwright.providers.builtin.artist.people.clothes import cut_of, widen
from reelwright.providers.builtin.artist.people.figure import Figure
from reelwright.providers.builtin.artist.people.modelling import flesh
from reelwright.providers.builtin.artist.people.outline import taper
from reelwright.providers.builtin.artist.people.strands import along
from reelwright.providers.builtin.artist.people.tailoring import belt, dark_of, laid


def _dress(figure: Figure, path: Any) -> None:
    """One piece from the shoulders to the hem: seams run through the waist, and a band marks it in its own cloth."""
    body, tone = figure.body, figure.look.garment
    tall, half = body.shoulder_y, body.neck
    with clipped(figure.canvas, path):
        _skirt_folds(figure, body.y(cut_of(figure).hem))
        for side in (-1, 1):
            line = [(side * body.shoulder * 0.62, tall + 34), (side * body.waist * 0.56, body.y(236))]
            line += [(side * body.hip * 0.62, body.y(330))]
            seam = [(widen(figure, x) - body.lean * (y - 60), y) for x, y in line]
            figure.canvas.drawPath(curve(*seam), ink(dark_of(tone), 0.5, stroke=1.1, blur=0.4))
        belt(figure, body.y(240), mix(tone, dark_of(tone), 0.45), 5)
    for side in (-1, 1):
        spine = [(side * (half * 1.25 + 4), tall - 24, 2.0), (side * half * 0.9, tall + 6, 1.9), (0, tall + 35, 1.3)]
        edge = taper(spine)
        laid(figure, edge, mix(tone, lighter(tone, 0.5), 0.2), rim_width=0.8)


def _skirt_folds(figure: Figure, hem: float) -> None:
    body, dice = figure.body, figure.dice("skirt")
    dark = ink(dark_of(figure.look.garment), 0.3, blur=2.4)
    pale = ink(lighter(figure.look.garment, 0.4), 0.2, blur=2.2)
    for k in range(9):
        x = (k - 4) * body.hip * 0.27
        width = 4.5 * dice.uniform(0.6, 1.2)
        fold = taper([(x * 0.45, body.y(256), 0.4), (x * 0.9, (body.y(256) + hem) / 2, 2.4), (x * 1.5, hem, width)])
        figure.canvas.drawPath(fold, dark)
        if k % 2:
            lit = taper(
                [(x * 0.5 + 5, body.y(270), 0.3), (x + 7, (body.y(256) + hem) / 2, 2.0), (x * 1.5 + 9, hem, width)]
            )
            figure.canvas.drawPath(lit, pale)


def _gown(figure: Figure, path: Any) -> None:
    """An evening gown: bare shoulders under two straps, a draped waist, a long skirt that shimmers."""
    body, canvas, tone = figure.body, figure.canvas, figure.look.garment
    tall, half = body.shoulder_y, body.neck
    with clipped(canvas, path):
        _skirt_folds(figure, body.y(cut_of(figure).hem))
        for k in range(5):
            y = body.y(214 + k * 9)
            drape = taper([(-body.waist * 1.1, y - 8, 0.5), (0, y + 4, 2.0), (body.waist * 1.1, y + 10, 0.5)])
            canvas.drawPath(drape, ink(dark_of(tone), 0.36, blur=1.4))
        if figure.is_fine:
            dice = figure.dice("shimmer")
            for _ in range(60):
                x, y = dice.uniform(-body.hip, body.hip), dice.uniform(tall, body.y(420))
                canvas.drawCircle(x, y, dice.uniform(0.4, 1.0), ink(lighter(tone, 0.8), dice.uniform(0.1, 0.45)))
        _bare_shoulders(figure)
    for side in (-1, 1):
        strap = [(side * half * 1.5, tall - 17, 2.0), (side * half * 1.36, tall + 12, 2.2)]
        strap += [(side * half * 1.16, tall + _BUST, 3.0)]
        laid(figure, taper([(widen(figure, x), y, wide) for x, y, wide in strap]), tone, rim_width=0.8)
    edge = [(widen(figure, x), y) for x, y in _bust(figure)]
    seam = taper([(x, y, 1.6) for x, y in edge])
    with clipped(canvas, path):
        laid(figure, seam, mix(tone, lighter(tone, 0.5), 0.3), rim_width=0.9)


_BUST = 34.0
"""How far the upper edge of a gown is below the shoulder."""


def _bust(figure: Figure) -> list[Point]:
    """The upper edge of a gown from one side of the body to the other."""
    body, tall = figure.body, figure.body.shoulder_y
    half = body.neck
    right = [(half * 1.16, tall + _BUST), (body.shoulder * 0.8, tall + _BUST + 16), (body.shoulder * 1.2, tall + 58)]
    return [*((-x, y) for x, y in reversed(right)), (0, tall + _BUST + 22), *right]


def _bare_shoulders(figure: Figure) -> None:
    """Skin above the edge of a gown; call it clipped to the trunk."""
    body, tall = figure.body, figure.body.shoulder_y
    edge = [(widen(figure, x), y) for x, y in _bust(figure)]
    far = body.shoulder * 1.6
    skin = smooth([(-far, tall - 60, "c"), *((x, y) for x, y in edge), (far, tall - 60, "c")])
    flesh(figure.canvas, skin, figure.look.skin, figure.skin_light, rim_width=0.6, soft=14)


def _robe(figure: Figure, path: Any) -> None:
    with clipped(figure.canvas, path):
        _wrap_lapels(figure, lighter(figure.look.garment, 0.22), 10)
        belt(figure, figure.body.y(248), mix(figure.look.accent, figure.look.garment, 0.35), 17)


def _wrap_lapels(figure: Figure, tone: str, width: float) -> None:
    """Bands of a garment that is wrapped over in front; call it clipped."""
    body, cut = figure.body, cut_of(figure)
    tall, half = body.shoulder_y, body.neck
    low = tall + cut.neckline
    for side in (1, -1):
        spine = [
            (side * half * 1.25, tall - 30, width * 0.7), (side * half * 1.15, tall + 8, width),
            (-side * 2, low + 6, width * 1.1), (-side * half * 0.8, body.y(252), width),
        ]  # fmt: skip
        joints = [(widen(figure, x), y, w) for x, y, w in spine]
        laid(figure, taper(joints, steps=4, round_end=False, round_start=False), tone)


def _kimono(figure: Figure, path: Any) -> None:
    """Wrapped over, with a broad sash, its cord, and a few blossoms on the cloth."""
    body, canvas, accent = figure.body, figure.canvas, figure.look.accent
    with clipped(canvas, path):
        dice = figure.dice("blossoms")
        for _ in range(12):
            x, y = dice.uniform(-body.shoulder, body.shoulder), dice.uniform(body.y(130), body.y(520))
            size = dice.uniform(4, 8)
            for k in range(5):
                canvas.save()
                canvas.translate(x, y)
                canvas.rotate(k * 72 + dice.uniform(-6, 6))
                canvas.drawPath(oval(0, -size * 0.6, size * 0.36, size * 0.56), ink(lighter(accent, 0.45), 0.55))
                canvas.restore()
        _wrap_lapels(figure, mix(figure.look.garment, "#f4ece0", 0.72), 4.5)
        _wrap_lapels(figure, mix(figure.look.garment, dark_of(figure.look.garment), 0.3), 7)
        belt(figure, body.y(232), accent, 46)
        belt(figure, body.y(232), mix(accent, "#f2e2c0", 0.6), 5)


def _chapan(figure: Figure, path: Any) -> None:
    """A steppe robe: quilted stripes, bands with an ornament along the front, a sash."""
    body, canvas, accent = figure.body, figure.canvas, figure.look.accent
    with clipped(canvas, path):
        for k in range(-5, 6):
            x = widen(figure, k * body.shoulder * 0.22)
            canvas.drawPath(
                curve((x, body.shoulder_y), (x * 1.02, body.y(300)), (x * 1.2, body.y(560))),
                ink(dark_of(figure.look.garment), 0.2, stroke=1.2),
            )
        for side in (1, -1):
            spine = [
                (side * body.neck * 1.3, body.shoulder_y - 30, 7),
                (side * body.neck * 1.1, body.shoulder_y + 40, 8.5),
            ]
            spine += [(side * 8, body.y(230), 8.5), (side * 10, body.y(560), 8.5)]
            band = taper([(widen(figure, x), y, w) for x, y, w in spine], steps=4, round_end=False, round_start=False)
            laid(figure, band, accent)
            if figure.is_fine:
                with clipped(canvas, band):
                    _ornament(figure, [(widen(figure, x), y) for x, y, _ in spine], side)
        belt(figure, body.y(246), mix(accent, dark_of(figure.look.garment), 0.4), 19, buckle=lighter(accent, 0.5))


def _ornament(figure: Figure, line: list[Point], side: int) -> None:
    """Horns and scrolls along a band, as on felt."""
    paint = ink(figure.look.garment, 0.85, stroke=1.2)
    for k in range(34):
        x, y = along(line, k / 33)
        way = 1 if k % 2 else -1
        figure.canvas.drawArc((x - 4.6, y - 4.6, x + 4.6, y + 4.6), 90 * side * way, 230, False, paint)


ROBES: dict[str, Callable[[Figure, Any], None]] = {
    "dress": _dress,
    "gown": _gown,
    "robe": _robe,
    "kimono": _kimono,
    "chapan": _chapan,
}
"""By slug."""
