"""How garments are cut, and the outline of the trunk in them, with its neckline."""

from dataclasses import dataclass, replace
from typing import Any

from reelwright.providers.builtin.artist.brush import (
    PathPoint,
    mix,
    smooth,
)
from reelwright.providers.builtin.artist.people.figure import Figure


@dataclass(frozen=True)
class Cut:
    """How a garment is cut. Lengths are heights on an adult's body."""

    neckline: float
    """How far the neckline dips below the pit of the neck, in points."""
    is_pointed: bool
    ease: float
    """Width over the body's."""
    hem: float
    sleeve: float
    """Length of the sleeve: 1 reaches the wrist, 0.3 the middle of the upper arm."""
    sleeve_ease: float
    hem_flare: float = 1.0
    legs_bare: bool = False


CUTS: dict[str, Cut] = {
    "shirt": Cut(30, True, 1.04, 352, 1.0, 1.14),
    "sweater": Cut(-3, False, 1.1, 356, 1.0, 1.28),
    "t-shirt": Cut(4, False, 1.05, 350, 0.3, 1.26),
    "sportswear": Cut(6, False, 0.98, 346, 0.24, 1.06),
    "suit": Cut(86, True, 1.08, 372, 1.0, 1.2),
    "coat": Cut(54, True, 1.14, 500, 1.0, 1.34, 1.2),
    "dress": Cut(24, False, 0.97, 505, 0.2, 1.14, 1.55, True),
    "robe": Cut(74, True, 1.12, 560, 1.0, 1.46, 1.2, True),
    "apron": Cut(24, True, 1.03, 352, 0.62, 1.16),
}


def cut_of(figure: Figure) -> Cut:
    """The person's garment; an unknown one is cut like a shirt."""
    cut = CUTS.get(figure.person.garment, CUTS["shirt"])
    return replace(cut, hem=min(cut.hem, 366), hem_flare=1.0) if figure.sits else cut


def widen(figure: Figure, x: float) -> float:
    """Half widths of a trunk that turns with the head: the far side is foreshortened."""
    return x * (1 - 0.2 * figure.turn) if x > 0 else x * (1 - 0.05 * figure.turn)


def cloth_color(figure: Figure) -> str:
    """The colour of trunk and sleeves: an apron is worn over a plain shirt."""
    if figure.person.garment == "apron":
        return mix(figure.look.accent, "#f4eee4", 0.72)
    return figure.look.garment


def trunk(figure: Figure) -> Any:
    """The trunk's outline from the neck to the hem."""
    body, cut = figure.body, cut_of(figure)
    tall, half = body.shoulder_y, body.neck
    wide = cut.ease
    under = body.lean
    right: list[PathPoint] = [
        (half * 1.22 + 2, tall - 25, "c"), (body.shoulder * 0.6, tall - 9), (body.shoulder * 0.88, tall + 2),
        (body.shoulder * 0.99, tall + 20), (body.shoulder * 0.9, tall + 62), (body.waist * wide * 1.06, body.y(190)),
        (body.waist * wide, body.y(245)), (body.hip * wide, body.y(320)), (body.hip * wide, body.y(346)),
    ]  # fmt: skip
    if cut.hem > 380:
        right.append((body.hip * wide * (1 + cut.hem_flare) / 2, body.y(420)))
        right.append((body.hip * wide * cut.hem_flare, body.y(cut.hem), "c"))
    else:
        right.append((body.hip * wide, body.y(cut.hem), "c"))
    left = [_mirrored(p) for p in reversed(right)]
    dip = tall + cut.neckline
    if cut.is_pointed:
        middle: list[PathPoint] = [(0, dip, "c")]
    else:
        deep = half * 0.95
        middle = [(-deep, tall - 8 + cut.neckline * 0.5), (0, dip + 4), (deep, tall - 8 + cut.neckline * 0.5)]
    points = [*right, (0, body.y(cut.hem) + 5), *left, *middle]
    return smooth([leaning(figure, p, under) for p in points])


def _mirrored(point: PathPoint) -> PathPoint:
    return (-point[0], point[1], "c") if len(point) > 2 else (-point[0], point[1])


def leaning(figure: Figure, point: PathPoint, lean: float) -> PathPoint:
    """A point of the trunk, foreshortened and trailing behind the head."""
    x = widen(figure, point[0]) - lean * max(0.0, point[1] - 60)
    return (x, point[1], "c") if len(point) > 2 else (x, point[1])
