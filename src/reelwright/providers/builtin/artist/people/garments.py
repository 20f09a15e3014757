"""What lies on a garment: folds, collars, lapels, plackets, belts and bibs; one function per garment."""

from collections.abc import Callable
from typing import Any

from reelwright.providers.builtin.artist.brush import (
    PathPoint,
    Point,
    clipped,
    curve,
    ink,
    lighter,
    luminance,
    mix,
    moved,
    oval,
    smooth,
    solid,
)
from reelwright.providers.builtin.artist.people.clothes import cloth_color, cut_of, leaning, widen
from reelwright.providers.builtin.artist.people.figure import Figure
from reelwright.providers.builtin.artist.people.outline import taper


def draw_inside(figure: Figure) -> None:
    """What is worn under an open garment: the shirt and tie of a suit, the jumper under a coat."""
    garment, body = figure.person.garment, figure.body
    if garment not in ("suit", "coat"):
        return
    tall, half, canvas = body.shoulder_y, body.neck, figure.canvas
    tone = "#f1ece4" if garment == "suit" else mix(figure.look.accent, figure.look.garment, 0.15)
    low, dip = (tall - 15, tall - 2) if garment == "coat" else (tall - 8, tall + 8)
    shirt = smooth([
        (-half * 1.3, tall - 22, "c"), (-half * 0.75, low), (0, dip), (half * 0.75, low),
        (half * 1.3, tall - 22, "c"),
        (half * 2.2, tall + 30), (half * 1.6, tall + 110), (-half * 1.6, tall + 110), (-half * 2.2, tall + 30),
    ])  # fmt: skip
    solid(canvas, shirt, tone, figure.light, shade=0.45, rim=0.4, rim_width=2, soft=8)
    if garment == "suit" and figure.body.is_male:
        tie = smooth(
            [
                (-6.5, tall + 4),
                (0, tall + 1),
                (6.5, tall + 4),
                (4.5, tall + 15),
                (9, tall + 110),
                (-9, tall + 110),
                (-4.5, tall + 15),
            ]
        )
        solid(canvas, tie, figure.look.accent, figure.light, shade=0.5, rim=0.5, rim_width=1.4, soft=4)
        canvas.drawPath(
            curve((-4.6, tall + 15), (0, tall + 17), (4.6, tall + 15)), ink("#000000", 0.3, stroke=1, blur=0.5)
        )
    if garment == "suit":
        _collar(figure, "#f8f4ec", 12, 0.8)


def draw_details(figure: Figure, path: Any) -> None:
    """Folds over the trunk and the garment's own parts."""
    with clipped(figure.canvas, path):
        _folds(figure)
    _DETAILS.get(figure.person.garment, _shirt)(figure, path)


def _folds(figure: Figure) -> None:
    """Soft creases from the armpits, at the waist and over the hem."""
    body, dice = figure.body, figure.dice("folds")
    tone = figure.look.garment_dark
    tall = body.shoulder_y
    dark = ink(tone, 0.3 if luminance(figure.look.garment) > 0.3 else 0.5, blur=2.4)
    light = ink(lighter(figure.look.garment, 0.4), 0.16 + 0.14 * figure.light.power, blur=2.0)
    for side in (-1, 1):
        x = widen(figure, side * body.shoulder * 0.86)
        for k in range(3):
            start = (x - side * dice.uniform(0, 6), tall + 52 + k * 17)
            end = (x * dice.uniform(0.38, 0.6), tall + dice.uniform(64, 82) + k * 26)
            mid = ((start[0] + end[0]) / 2 - side * 3, (start[1] + end[1]) / 2 - 5)
            fold = taper([(*start, 3.0), (*mid, 2.2), (*end, 0.3)])
            figure.canvas.drawPath(fold, dark)
            figure.canvas.drawPath(moved(fold, figure.light.dx * 3.6, -3.2), light)
    for k in range(4):
        y = body.y(232 + k * 16) + dice.uniform(-4, 4)
        x = widen(figure, body.waist * dice.uniform(0.55, 0.95) * (1 if k % 2 else -1)) - body.lean * (y - 60)
        fold = taper([(x, y, 2.4), (x * 0.6, y + 6, 1.8), (x * 0.15, y + 4, 0.3)])
        figure.canvas.drawPath(fold, dark)


def _collar(figure: Figure, tone: str, deep: float, spread: float) -> None:
    tall, half = figure.body.shoulder_y, figure.body.neck
    for side in (-1, 1):
        shape: list[PathPoint] = [
            (side * half * 1.04, tall - 38, "c"), (side * (half * 1.5), tall - 24),
            (side * half * 1.62 * spread, tall + deep * 0.9, "c"),
            (side * half * 0.72, tall + deep * 0.55), (side * 1.5, tall + deep, "c"), (side * half * 0.72, tall - 10),
        ]  # fmt: skip
        path = smooth([leaning(figure, p, 0) for p in shape])
        figure.canvas.drawPath(moved(path, -figure.light.dx * 1.6, 3), ink(figure.look.garment_dark, 0.35, blur=2.4))
        solid(figure.canvas, path, tone, figure.light, shade=0.42, rim=0.8, rim_width=1.7, soft=4)


def _front_line(figure: Figure, top: float, bottom: float) -> list[Point]:
    x = 3.5 * figure.turn
    return [(x - figure.body.lean * max(0, y - 60), y) for y in (top, (top + bottom) / 2, bottom)]


def _placket(figure: Figure, top: float, bottom: float, tone: str) -> None:
    line = _front_line(figure, top, bottom)
    figure.canvas.drawPath(curve(*line), ink(figure.look.garment_dark, 0.42, stroke=1.1, blur=0.4))
    count = 5
    for k in range(count):
        y = top + 14 + (bottom - top - 22) * k / (count - 1)
        x = line[0][0] + 4.4 - figure.body.lean * max(0, y - 60)
        figure.canvas.drawCircle(x + 0.4, y + 0.6, 2.4, ink(figure.look.garment_dark, 0.5, blur=0.5))
        figure.canvas.drawCircle(x, y, 2.2, ink(tone))
        figure.canvas.drawCircle(x - 0.5, y - 0.6, 0.7, ink("#ffffff", 0.5))


def _shirt(figure: Figure, path: Any) -> None:
    tall = figure.body.shoulder_y
    with clipped(figure.canvas, path):
        _placket(figure, tall + 28, figure.body.y(350), lighter(figure.look.garment, 0.5))
    _collar(figure, lighter(figure.look.garment, 0.12), 36, 1.06)


def _ring(figure: Figure, tone: str, height: float, ribs: bool) -> None:
    """A round band at the neck."""
    tall, half, dip = figure.body.shoulder_y, figure.body.neck, cut_of(figure).neckline
    x = half * 1.22 + 2
    side = tall - 25
    low = tall + dip
    band = smooth([
        (-x - 1.5, side - 1, "c"), (-half * 0.95, low - 8 - dip * 0.5), (0, low + 4),
        (half * 0.95, low - 8 - dip * 0.5), (x + 1.5, side - 1, "c"),
        (x + height * 0.9, side + 4, "c"), (half * 1.15, low - 4 - dip * 0.5 + height), (0, low + 4 + height),
        (-half * 1.15, low - 4 - dip * 0.5 + height),
        (-x - height * 0.9, side + 4, "c"),
    ])  # fmt: skip
    figure.canvas.drawPath(moved(band, 0, 2.2), ink(figure.look.garment_dark, 0.35, blur=2))
    solid(figure.canvas, band, tone, figure.light, shade=0.4, rim=0.7, rim_width=1.5, soft=4)
    if ribs and figure.is_fine:
        with clipped(figure.canvas, band):
            for k in range(-9, 10):
                x0 = k * x / 9
                y0 = low + 4 - (abs(k) / 9) ** 2 * (low - side)
                line = curve((x0, y0 - 6), (x0 * 1.14, y0 + height + 4))
                figure.canvas.drawPath(line, ink(figure.look.garment_dark, 0.28, stroke=0.7))


def _sweater(figure: Figure, path: Any) -> None:
    _ring(figure, mix(figure.look.garment, figure.look.garment_dark, 0.08), 9.5, True)
    body = figure.body
    with clipped(figure.canvas, path):
        y = body.y(338)
        x = -body.lean * (y - 60)
        figure.canvas.drawLine(x - 120, y, x + 120, y, ink(figure.look.garment_dark, 0.35, stroke=1.2, blur=0.6))


def _tee(figure: Figure, path: Any) -> None:
    _ring(figure, mix(figure.look.garment, figure.look.garment_dark, 0.1), 5, False)


def _sport(figure: Figure, path: Any) -> None:
    _ring(figure, figure.look.accent, 4.5, False)
    body = figure.body
    with clipped(figure.canvas, path):
        for side in (-1, 1):
            x = widen(figure, side * body.shoulder * 0.84)
            wx = widen(figure, side * body.waist * 0.9)
            low = body.y(346)
            drift = -body.lean * (low - 60)
            stripe = taper(
                [(x, body.shoulder_y + 40, 3), (wx + drift * 0.5, body.y(230), 5), (wx * 1.1 + drift, low, 7)]
            )
            figure.canvas.drawPath(stripe, ink(figure.look.accent))


def _lapels(figure: Figure, tone: str, broad: float) -> None:
    body, cut = figure.body, cut_of(figure)
    tall, half = body.shoulder_y, body.neck
    low = tall + cut.neckline
    for side in (1, -1):
        shape: list[PathPoint] = [
            (side * (half * 1.16), tall - 34, "c"), (side * half * 1.75, tall - 18),
            (side * (half * 2.3 + broad), tall + 22, "c"),
            (side * (half * 1.75 + broad * 0.7), tall + 25, "c"), (side * (half * 1.85 + broad), tall + 33, "c"),
            (side * half * 1.0, tall + cut.neckline * 0.72), (0, low + 5, "c"),
            (side * half * 0.72, tall + cut.neckline * 0.36),
        ]  # fmt: skip
        path = smooth([leaning(figure, p, 0) for p in shape])
        figure.canvas.drawPath(moved(path, -figure.light.dx * 1.8, 3), ink(figure.look.garment_dark, 0.45, blur=2.6))
        solid(figure.canvas, path, tone, figure.light, shade=0.45, rim=0.8, rim_width=1.8, soft=5)


def _suit(figure: Figure, path: Any) -> None:
    _lapels(figure, mix(figure.look.garment, lighter(figure.look.garment, 0.3), 0.35), 2)
    body = figure.body
    with clipped(figure.canvas, path):
        low = cut_of(figure).neckline + body.shoulder_y
        figure.canvas.drawPath(
            curve(*_front_line(figure, low, body.y(380))), ink(figure.look.garment_dark, 0.6, stroke=1.4, blur=0.5)
        )
        for y in (low + 8, low + 46 * body.stature):
            figure.canvas.drawCircle(5, y, 3, ink(mix(figure.look.garment_dark, "#000000", 0.3)))
            figure.canvas.drawCircle(4.2, y - 0.8, 0.9, ink("#ffffff", 0.35))
        pocket = widen(figure, body.shoulder * 0.5)
        square = smooth(
            [
                (pocket - 13, body.shoulder_y + 62, "c"),
                (pocket - 6, body.shoulder_y + 54),
                (pocket + 2, body.shoulder_y + 57),
                (pocket + 8, body.shoulder_y + 52),
                (pocket + 11, body.shoulder_y + 62, "c"),
            ]
        )
        figure.canvas.drawPath(square, ink(figure.look.accent))


def _coat(figure: Figure, path: Any) -> None:
    _lapels(figure, lighter(figure.look.garment, 0.08), 9)
    body = figure.body
    with clipped(figure.canvas, path):
        low = cut_of(figure).neckline + body.shoulder_y
        figure.canvas.drawPath(
            curve(*_front_line(figure, low, body.y(500))), ink(figure.look.garment_dark, 0.55, stroke=1.4, blur=0.6)
        )
        for k in range(3):
            y = low + 16 + k * 54 * body.stature
            figure.canvas.drawCircle(9.5, y + 1, 4.4, ink("#000000", 0.25, blur=1))
            figure.canvas.drawCircle(9, y, 4.0, ink(mix(figure.look.accent, figure.look.garment_dark, 0.35)))


def _belt(figure: Figure, y: float, tone: str, height: float) -> None:
    body = figure.body
    x = body.waist * 1.25
    drift = -body.lean * (y - 60)
    band = smooth(
        [
            (drift - x, y - height / 2, "c"),
            (drift, y + 2 - height / 2),
            (drift + x, y - height / 2, "c"),
            (drift + x, y + height / 2, "c"),
            (drift, y + 2 + height / 2),
            (drift - x, y + height / 2, "c"),
        ]
    )
    figure.canvas.drawPath(moved(band, 0, 4), ink("#120a10", 0.25, blur=3))
    solid(figure.canvas, band, tone, figure.light, shade=0.5, rim=0.3, rim_width=1.4, soft=5)


def _dress(figure: Figure, path: Any) -> None:
    body = figure.body
    with clipped(figure.canvas, path):
        _belt(figure, body.y(240), figure.look.accent, 9)
        dice = figure.dice("skirt")
        for k in range(9):
            x = (k - 4) * body.hip * 0.27
            fold = taper(
                [
                    (x * 0.45, body.y(256), 0.4),
                    (x * 0.9, body.y(370), 2.4),
                    (x * 1.5, body.y(510), 4.5 * dice.uniform(0.6, 1.2)),
                ]
            )
            figure.canvas.drawPath(fold, ink(figure.look.garment_dark, 0.28, blur=2.6))
    _ring(figure, mix(figure.look.garment, figure.look.garment_dark, 0.12), 2.4, False)


def _robe(figure: Figure, path: Any) -> None:
    body, cut = figure.body, cut_of(figure)
    tall, half = body.shoulder_y, body.neck
    low = tall + cut.neckline
    tone = lighter(figure.look.garment, 0.22)
    for side in (1, -1):
        spine = [
            (side * half * 1.25, tall - 30, 7.0),
            (side * half * 1.15, tall + 8, 10),
            (-side * 2, low + 6, 11),
            (-side * half * 0.8, body.y(252), 10),
        ]
        lapel = taper([_turned(figure, p) for p in spine], steps=4, round_end=False, round_start=False)
        with clipped(figure.canvas, path):
            figure.canvas.drawPath(
                moved(lapel, -figure.light.dx * 2, 2.5), ink(figure.look.garment_dark, 0.4, blur=2.6)
            )
            solid(figure.canvas, lapel, tone, figure.light, shade=0.42, rim=0.7, rim_width=1.8, soft=5)
    with clipped(figure.canvas, path):
        _belt(figure, body.y(248), mix(figure.look.accent, figure.look.garment, 0.35), 17)


def _turned(figure: Figure, joint: tuple[float, float, float]) -> tuple[float, float, float]:
    return widen(figure, joint[0]), joint[1], joint[2]


def _apron(figure: Figure, path: Any) -> None:
    body, canvas, look = figure.body, figure.canvas, figure.look
    shirt = cloth_color(figure)
    _collar(figure, lighter(shirt, 0.2), 30, 1.0)
    tall = body.shoulder_y
    for side in (-1, 1):
        strap = taper(
            [
                _turned(figure, (side * body.neck * 1.5, tall - 26, 5)),
                _turned(figure, (side * body.shoulder * 0.44, tall + 62, 5)),
            ]
        )
        solid(canvas, strap, look.garment, figure.light, shade=0.45, rim=0.5, rim_width=1.2, soft=3)
    top, wide = body.shoulder * 0.52, body.waist * 1.02
    bib: list[PathPoint] = [
        (-top, tall + 52, "c"), (0, tall + 57), (top, tall + 52, "c"), (top * 1.06, body.y(190)),
        (wide, body.y(236)), (body.hip * 1.06, body.y(330)),
        (body.hip * 1.06, body.y(470), "c"), (-body.hip * 1.06, body.y(470), "c"),
        (-body.hip * 1.06, body.y(330)), (-wide, body.y(236)), (-top * 1.06, body.y(190)),
    ]  # fmt: skip
    shape = smooth([leaning(figure, p, body.lean) for p in bib])
    canvas.drawPath(moved(shape, -figure.light.dx * 2.5, 3), ink("#140c12", 0.3, blur=4))
    solid(canvas, shape, look.garment, figure.light, shade=0.5, rim=0.7, rim_width=2.2, soft=10)
    with clipped(canvas, shape):
        _folds(figure)
        _belt(figure, body.y(244), mix(look.garment, look.garment_dark, 0.18), 8)
        canvas.drawPath(oval(top * 0.52, tall + 84, 8, 8), ink(look.accent))


_DETAILS: dict[str, Callable[[Figure, Any], None]] = {
    "shirt": _shirt,
    "sweater": _sweater,
    "t-shirt": _tee,
    "sportswear": _sport,
    "suit": _suit,
    "coat": _coat,
    "dress": _dress,
    "robe": _robe,
    "apron": _apron,
}
