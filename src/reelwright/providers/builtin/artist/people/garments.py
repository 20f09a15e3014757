"""What lies on a garment, one function per garment: its collar, front, pockets and pattern, from before and behind."""

from collections.abc import Callable
from typing import Any

from reelwright.providers.builtin.artist.brush import (
    PathPoint,
    clipped,
    curve,
    ink,
    lighter,
    mix,
    oval,
    smooth,
)
from reelwright.providers.builtin.artist.people.accessories import draw_worn, tie
from reelwright.providers.builtin.artist.people.clothes import cloth_color, cut_of, leaning, slug_of, wears_skirt, widen
from reelwright.providers.builtin.artist.people.figure import Figure
from reelwright.providers.builtin.artist.people.garment_backs import draw_back
from reelwright.providers.builtin.artist.people.modelling import cloth, soft_spot
from reelwright.providers.builtin.artist.people.outerwear import OUTERWEAR
from reelwright.providers.builtin.artist.people.outline import taper
from reelwright.providers.builtin.artist.people.robes import ROBES
from reelwright.providers.builtin.artist.people.tailoring import (
    belt,
    button,
    collar,
    dark_of,
    folds,
    front_line,
    knit,
    laid,
    lapels,
    placket,
    pocket,
    ring,
)

_OPEN = {
    "suit": "shirt", "lab coat": "shirt", "coat": "jumper", "trench coat": "jumper", "jacket": "tee", "denim": "tee",
    "leather jacket": "tee", "cardigan": "tee", "parka": "jumper", "chapan": "tunic",
}  # fmt: skip
"""What is worn under a garment that is open in front."""


def draw_inside(figure: Figure) -> None:
    """What is worn under an open garment: the shirt and tie of a suit, the jumper under a coat."""
    slug, body, canvas = slug_of(figure.person.garment), figure.body, figure.canvas
    kind = _OPEN.get(slug)
    if kind is None or figure.person.seen_from == "behind":
        return
    tall, half = body.shoulder_y, body.neck
    tones = {
        "shirt": "#f1ece4",
        "jumper": mix(figure.look.accent, figure.look.garment, 0.15),
        "tee": mix("#f2ece2", figure.look.accent, 0.18),
        "tunic": mix("#efe4cf", figure.look.accent, 0.2),
    }
    low, dip = (tall - 8, tall + 8) if kind == "shirt" else (tall - 15, tall - 2)
    shirt = smooth([
        (-half * 1.3, tall - 22, "c"), (-half * 0.75, low), (0, dip), (half * 0.75, low),
        (half * 1.3, tall - 22, "c"),
        (half * 2.2, tall + 30), (half * 1.6, tall + 110), (-half * 1.6, tall + 110), (-half * 2.2, tall + 30),
    ])  # fmt: skip
    cloth(canvas, shirt, tones[kind], figure.light, shade=0.45, rim=0.4, rim_width=1.6)
    with clipped(canvas, shirt):
        soft_spot(canvas, (0, tall - 6), half * 1.9, 24, dark_of(tones[kind]), 0.4)
        if kind == "shirt":
            canvas.drawPath(
                curve((0, tall + 8), (0, tall + 60), (0, tall + 110)), ink(dark_of(tones[kind]), 0.3, stroke=0.8)
            )
    wears_bow = "bow tie" in figure.person.accessories
    if (slug == "suit" and body.is_male and not wears_bow) or (
        slug == "lab coat" and "tie" in figure.person.accessories
    ):
        tie(figure)
    if kind == "shirt":
        collar(figure, "#f8f4ec", 12, 0.8)


def draw_details(figure: Figure, path: Any) -> None:
    """Folds over the trunk, the garment's own parts, and what is worn with it."""
    slug = slug_of(figure.person.garment)
    with clipped(figure.canvas, path):
        folds(figure, cloth_color(figure))
    if figure.person.seen_from == "behind":
        draw_back(figure, path, slug)
        return
    if wears_skirt(figure) and not figure.sits:
        _skirt(figure)
    _DETAILS.get(slug, _shirt)(figure, path)
    draw_worn(figure, path)


def _shirt(figure: Figure, path: Any) -> None:
    tall = figure.body.shoulder_y
    with clipped(figure.canvas, path):
        placket(figure, tall + 28, figure.body.y(350), lighter(figure.look.garment, 0.5))
        if figure.is_fine and figure.body.is_male:
            pocket(figure, figure.body.shoulder * 0.48, figure.body.y(140), 30, 32, figure.look.garment)
    deep = 15 if "tie" in figure.person.accessories else 36
    collar(figure, lighter(figure.look.garment, 0.12), deep, 1.06)


def _blouse(figure: Figure, path: Any) -> None:
    """A soft front with pleats and a narrow collar that ends in a bow."""
    tall, half, tone = figure.body.shoulder_y, figure.body.neck, figure.look.garment
    with clipped(figure.canvas, path):
        placket(figure, tall + 24, figure.body.y(344), lighter(tone, 0.5))
        for side in (-1, 1):
            for k in (1, 2, 3):
                x = widen(figure, side * (6 + k * 6.5))
                pleat = taper([(x * 0.8, tall + 26, 0.2), (x, tall + 80, 0.8), (x * 1.1, tall + 140, 0.2)])
                figure.canvas.drawPath(pleat, ink(dark_of(tone), 0.24, blur=0.7))
    for side in (-1, 1):
        band = taper([(side * half * 1.25, tall - 30, 4.5), (side * half * 0.8, tall - 2, 5), (0, tall + 20, 3.5)])
        laid(figure, band, lighter(tone, 0.1))
    for side in (-1, 1):
        loop = smooth([(0, tall + 20, "c"), (side * 12, tall + 12), (side * 18, tall + 21), (side * 10, tall + 27)])
        end = taper(
            [(side * 1.5, tall + 22, 2.5), (side * 6, tall + 44, 4.6), (side * 7, tall + 62, 5.4)], round_end=False
        )
        laid(figure, end, lighter(tone, 0.06), rim_width=1.0)
        laid(figure, loop, lighter(tone, 0.12), rim_width=1.0)
    figure.canvas.drawPath(oval(0, tall + 21, 4.2, 4.6), ink(lighter(tone, 0.04)))


def _sweater(figure: Figure, path: Any) -> None:
    with clipped(figure.canvas, path):
        knit(figure)
    ring(figure, mix(figure.look.garment, dark_of(figure.look.garment), 0.08), 9.5, ribs=True)


def _turtleneck(figure: Figure, path: Any) -> None:
    with clipped(figure.canvas, path):
        knit(figure)
    body, tone = figure.body, figure.look.garment
    tall, half = body.shoulder_y, body.neck
    x = -2.5 * figure.turn
    tube = smooth([
        (x - half * 1.1, tall - 40, "c"), (x, tall - 34), (x + half * 1.1, tall - 40, "c"),
        (x + half * 1.18, tall - 24),
        (x + half * 1.6, tall - 10), (0, tall + 10), (x - half * 1.6, tall - 10), (x - half * 1.18, tall - 24),
    ])  # fmt: skip
    laid(figure, tube, lighter(tone, 0.05))
    with clipped(figure.canvas, tube):
        fold = curve((x - half * 1.4, tall - 22), (x, tall - 13), (x + half * 1.4, tall - 22))
        figure.canvas.drawPath(fold, ink(dark_of(tone), 0.5, stroke=1.6, blur=0.8))


def _tee(figure: Figure, path: Any) -> None:
    ring(figure, mix(figure.look.garment, dark_of(figure.look.garment), 0.12), 5, ribs=True)


def _tank(figure: Figure, path: Any) -> None:
    ring(figure, mix(figure.look.garment, dark_of(figure.look.garment), 0.18), 2.6, ribs=False)


def _sport(figure: Figure, path: Any) -> None:
    """A two-tone shirt: a yoke and side panels of the second colour, piped seams, a small mark on the chest."""
    body, canvas, tone, accent = figure.body, figure.canvas, figure.look.garment, figure.look.accent
    with clipped(canvas, path):
        yoke = smooth([
            (widen(figure, -body.shoulder * 1.1), body.shoulder_y - 40, "c"),
            (widen(figure, -body.shoulder * 1.1), body.y(118)),
            (widen(figure, -body.shoulder * 0.5), body.y(132)), (0, body.y(148)),
            (widen(figure, body.shoulder * 0.5), body.y(132)),
            (widen(figure, body.shoulder * 1.1), body.y(118)),
            (widen(figure, body.shoulder * 1.1), body.shoulder_y - 40, "c"),
        ])  # fmt: skip
        canvas.drawPath(yoke, ink(mix(tone, dark_of(tone), 0.42), 0.55))
        hem = [
            (widen(figure, body.shoulder * x), body.y(y))
            for x, y in ((-1.05, 119), (-0.5, 132), (0, 148), (0.5, 132), (1.05, 119))
        ]
        canvas.drawPath(curve(*hem), ink(accent, 0.95, stroke=2.0))
        for side in (-1, 1):
            x, low = widen(figure, side * body.shoulder * 0.9), body.y(346)
            wx, drift = widen(figure, side * body.waist * 0.95), -body.lean * (body.y(346) - 60)
            panel = taper([(x, body.y(128), 4), (wx + drift * 0.5, body.y(230), 9), (wx * 1.12 + drift, low, 13)])
            canvas.drawPath(panel, ink(mix(tone, dark_of(tone), 0.5), 0.7))
            edge = curve(
                (x - side * 5, body.y(128)),
                (wx - side * 9 + drift * 0.5, body.y(230)),
                (wx * 1.1 - side * 13 + drift, low),
            )
            canvas.drawPath(edge, ink(accent, 0.9, stroke=1.4))
        if figure.is_fine:
            at = widen(figure, body.shoulder * 0.36)
            mark = curve((at - 6, body.y(160)), (at - 1, body.y(165)), (at + 8, body.y(154)))
            canvas.drawPath(mark, ink(accent, stroke=2.0))
    ring(figure, accent, 3.6, ribs=False)


def _hoodie(figure: Figure, path: Any) -> None:
    body, tone, canvas = figure.body, figure.look.garment, figure.canvas
    tall, half = body.shoulder_y, body.neck
    with clipped(canvas, path):
        pouch = smooth([
            (widen(figure, -body.waist * 0.66), body.y(336), "c"), (widen(figure, -body.waist * 0.62), body.y(296)),
            (widen(figure, -body.waist * 0.34), body.y(262), "c"), (widen(figure, body.waist * 0.34), body.y(262), "c"),
            (widen(figure, body.waist * 0.62), body.y(296)), (widen(figure, body.waist * 0.66), body.y(336), "c"),
        ])  # fmt: skip
        laid(figure, pouch, tone)
    for side in (-1, 1):
        lobe: list[PathPoint] = [
            (side * half * 0.95, tall - 40, "c"), (side * half * 1.9, tall - 34), (side * half * 2.25, tall - 12),
            (side * half * 1.5, tall + 14), (0, tall + 24, "c"), (side * half * 0.7, tall + 2),
            (side * half * 1.1, tall - 16),
        ]  # fmt: skip
        laid(figure, smooth([leaning(figure, p, 0) for p in lobe]), lighter(tone, 0.05))
        cord = curve((side * 7, tall + 14), (side * 9, tall + 44), (side * 8, tall + 72))
        canvas.drawPath(cord, ink(lighter(tone, 0.6), stroke=1.8))
        canvas.drawCircle(side * 8, tall + 73, 1.9, ink(lighter(tone, 0.3)))


def _suit(figure: Figure, path: Any) -> None:
    lapels(figure, mix(figure.look.garment, lighter(figure.look.garment, 0.3), 0.3), 2)
    body = figure.body
    with clipped(figure.canvas, path):
        low = cut_of(figure).neckline + body.shoulder_y
        line = curve(*front_line(figure, low, body.y(380)))
        figure.canvas.drawPath(line, ink(dark_of(figure.look.garment), 0.6, stroke=1.4, blur=0.5))
        for y in (low + 8, low + 46 * body.stature):
            button(figure, 5, y, 3, mix(dark_of(figure.look.garment), "#000000", 0.3))
        at = widen(figure, body.shoulder * 0.5)
        square = smooth([
            (at - 13, body.shoulder_y + 62, "c"), (at - 6, body.shoulder_y + 54), (at + 2, body.shoulder_y + 57),
            (at + 8, body.shoulder_y + 52), (at + 11, body.shoulder_y + 62, "c"),
        ])  # fmt: skip
        figure.canvas.drawPath(square, ink(figure.look.accent))
        for side in (-1, 1):
            x = widen(figure, side * body.hip * 0.62)
            flap = taper([(x - 15, body.y(296), 2.6), (x + 15, body.y(294), 2.6)], round_end=False, round_start=False)
            laid(figure, flap, figure.look.garment, rim_width=0.8)


def _uniform(figure: Figure, path: Any) -> None:
    """A shirt with shoulder straps, two pockets, a badge and a tie."""
    body, canvas, tone = figure.body, figure.canvas, figure.look.garment
    tall = body.shoulder_y
    with clipped(canvas, path):
        placket(figure, tall + 24, body.y(352), figure.look.accent)
        for side in (-1, 1):
            pocket(figure, side * body.shoulder * 0.44, body.y(142), 34, 36, tone, flap=True)
            strap = taper(
                [
                    (widen(figure, side * body.neck * 1.7), tall - 14, 5),
                    (widen(figure, side * body.shoulder * 0.86), tall + 4, 6),
                ]
            )
            laid(figure, strap, mix(tone, figure.look.accent, 0.3), rim_width=0.9)
        badge = smooth([(-7, 0, "c"), (0, -8, "c"), (7, 0, "c"), (5, 9), (0, 12, "c"), (-5, 9)])
        canvas.save()
        canvas.translate(widen(figure, -body.shoulder * 0.44), body.y(126))
        canvas.drawPath(badge, ink("#d9b45a"))
        canvas.drawCircle(0, 2, 2.4, ink("#fff1c4", 0.8))
        canvas.restore()
        belt(figure, body.y(330), "#26222a", 13, buckle="#d9b45a")
    tie(figure, top=14)
    collar(figure, lighter(tone, 0.1), 30, 1.0)


def _apron(figure: Figure, path: Any) -> None:
    body, canvas, look = figure.body, figure.canvas, figure.look
    shirt = cloth_color(figure)
    collar(figure, lighter(shirt, 0.2), 30, 1.0)
    tall = body.shoulder_y
    for side in (-1, 1):
        strap = taper([
            (widen(figure, side * body.neck * 1.5), tall - 26, 5),
            (widen(figure, side * body.shoulder * 0.44), tall + 62, 5),
        ])  # fmt: skip
        laid(figure, strap, look.garment, over=shirt)
    shape = _bib(figure, 52, 470)
    laid(figure, shape, look.garment, rim_width=2.0, over=shirt)
    with clipped(canvas, shape):
        folds(figure)
        belt(figure, body.y(244), mix(look.garment, dark_of(look.garment), 0.18), 8)
        pocket(figure, 0, body.y(284), body.hip * 0.9, 46, look.garment)
        canvas.drawPath(oval(body.shoulder * 0.27, tall + 84, 8, 8), ink(look.accent))


def _bib(figure: Figure, top_y: float, hem: float) -> Any:
    body = figure.body
    tall, top, wide = body.shoulder_y, body.shoulder * 0.52, body.waist * 1.02
    bib: list[PathPoint] = [
        (-top, tall + top_y, "c"), (0, tall + top_y + 5), (top, tall + top_y, "c"), (top * 1.06, body.y(190)),
        (wide, body.y(236)), (body.hip * 1.06, body.y(330)),
        (body.hip * 1.06, body.y(hem), "c"), (-body.hip * 1.06, body.y(hem), "c"),
        (-body.hip * 1.06, body.y(330)), (-wide, body.y(236)), (-top * 1.06, body.y(190)),
    ]  # fmt: skip
    return smooth([leaning(figure, p, body.lean) for p in bib])


def _overalls(figure: Figure, path: Any) -> None:
    body, canvas, look = figure.body, figure.canvas, figure.look
    shirt, tall = cloth_color(figure), figure.body.shoulder_y
    ring(figure, mix(shirt, dark_of(shirt), 0.15), 4, ribs=False)
    shape = _bib(figure, 58, 356)
    for side in (-1, 1):
        strap = taper([
            (widen(figure, side * body.neck * 1.9), tall - 20, 6.5),
            (widen(figure, side * body.shoulder * 0.42), tall + 68, 6),
        ])  # fmt: skip
        laid(figure, strap, look.garment, over=shirt)
    laid(figure, shape, look.garment, rim_width=2.0, over=shirt)
    with clipped(canvas, shape):
        folds(figure)
        pocket(figure, 0, tall + 76, body.shoulder * 0.56, 40, look.garment)
        belt(figure, body.y(244), mix(look.garment, dark_of(look.garment), 0.22), 7)
    for side in (-1, 1):
        button(figure, widen(figure, side * body.shoulder * 0.42), tall + 66, 4, "#c9a75a")


def _vest(figure: Figure, path: Any) -> None:
    body, canvas, tone = figure.body, figure.canvas, figure.look.garment
    shirt, tall, half = cloth_color(figure), body.shoulder_y, body.neck
    low = tall + 74
    sides: list[PathPoint] = [
        (half * 1.2, tall - 28, "c"), (body.shoulder * 0.66, tall - 8, "c"), (body.shoulder * 0.7, tall + 40),
        (body.shoulder * 0.92, tall + 74), (body.waist * 1.08, body.y(190)), (body.waist * 1.04, body.y(245)),
        (body.hip * 1.06, body.y(318), "c"), (body.hip * 0.4, body.y(338)), (0, body.y(318), "c"),
    ]  # fmt: skip
    left = [(-p[0], p[1], "c") if len(p) > 2 else (-p[0], p[1]) for p in reversed(sides[:-1])]
    shape = smooth([leaning(figure, p, body.lean) for p in [*sides, *left, (0, low, "c")]])
    collar(figure, lighter(shirt, 0.2), 16, 0.9)
    laid(figure, shape, tone, rim_width=2.0, over=shirt)
    with clipped(canvas, shape):
        folds(figure)
        placket(figure, low + 2, body.y(322), mix(figure.look.accent, dark_of(tone), 0.4), 4)


def _skirt(figure: Figure) -> None:
    """A skirt over the top's hem, in a colour that goes with it."""
    body = figure.body
    tone = figure.look.trousers
    shape = smooth([
        leaning(figure, p, body.lean)
        for p in (
            (-body.waist * 1.0, body.y(252), "c"), (0, body.y(256)), (body.waist * 1.0, body.y(252), "c"),
            (body.hip * 1.08, body.y(330)), (body.hip * 1.3, body.y(500), "c"), (0, body.y(508)),
            (-body.hip * 1.3, body.y(500), "c"), (-body.hip * 1.08, body.y(330)),
        )
    ])  # fmt: skip
    laid(figure, shape, tone, rim_width=2.2)
    with clipped(figure.canvas, shape):
        for k in range(7):
            x = (k - 3) * body.hip * 0.3
            fold = taper([(x * 0.6, body.y(270), 0.3), (x, body.y(390), 2), (x * 1.35, body.y(506), 3.6)])
            figure.canvas.drawPath(fold, ink(dark_of(tone), 0.34, blur=2.2))


_DETAILS: dict[str, Callable[[Figure, Any], None]] = (
    {
        "shirt": _shirt,
        "blouse": _blouse,
        "sweater": _sweater,
        "turtleneck": _turtleneck,
        "hoodie": _hoodie,
        "t-shirt": _tee,
        "tank top": _tank,
        "sportswear": _sport,
        "suit": _suit,
        "vest": _vest,
        "uniform": _uniform,
        "apron": _apron,
        "overalls": _overalls,
    }
    | OUTERWEAR
    | ROBES
)
