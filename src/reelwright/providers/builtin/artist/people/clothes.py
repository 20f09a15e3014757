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
    "blouse": Cut(20, True, 1.06, 346, 1.0, 1.3),
    "sweater": Cut(-3, False, 1.1, 356, 1.0, 1.28),
    "turtleneck": Cut(-8, False, 1.06, 354, 1.0, 1.16),
    "cardigan": Cut(64, True, 1.1, 362, 1.0, 1.26),
    "hoodie": Cut(2, False, 1.14, 358, 1.0, 1.34),
    "t-shirt": Cut(4, False, 1.05, 350, 0.3, 1.26),
    "tank top": Cut(18, False, 0.98, 346, 0.08, 1.0),
    "sportswear": Cut(6, False, 0.98, 346, 0.24, 1.06),
    "suit": Cut(86, True, 1.08, 372, 1.0, 1.2),
    "vest": Cut(30, True, 1.03, 352, 1.0, 1.14),
    "jacket": Cut(44, True, 1.12, 350, 1.0, 1.3),
    "denim": Cut(46, True, 1.1, 338, 1.0, 1.24),
    "leather jacket": Cut(56, True, 1.1, 340, 1.0, 1.24),
    "coat": Cut(54, True, 1.14, 500, 1.0, 1.34, 1.2),
    "trench coat": Cut(50, True, 1.12, 500, 1.0, 1.3, 1.26),
    "parka": Cut(20, True, 1.2, 420, 1.0, 1.46, 1.06),
    "lab coat": Cut(70, True, 1.1, 490, 1.0, 1.24, 1.14),
    "uniform": Cut(26, True, 1.04, 354, 1.0, 1.16),
    "dress": Cut(34, True, 0.95, 505, 0.07, 1.0, 1.6, True),
    "gown": Cut(40, True, 0.95, 650, 0.0, 1.0, 1.6, True),
    "robe": Cut(74, True, 1.12, 540, 1.0, 1.46, 1.2),
    "kimono": Cut(60, True, 1.06, 640, 0.86, 1.9, 1.06, True),
    "chapan": Cut(64, True, 1.16, 560, 1.0, 1.6, 1.22),
    "apron": Cut(24, True, 1.03, 352, 0.62, 1.16),
    "overalls": Cut(4, False, 1.05, 352, 0.32, 1.24),
}
"""By slug; ``slug_of`` finds it for other words."""

_ALIASES: tuple[tuple[str, str], ...] = (
    ("trench", "trench coat"), ("lab coat", "lab coat"), ("white coat", "lab coat"), ("scrubs", "t-shirt"),
    ("parka", "parka"), ("anorak", "parka"), ("puffer", "parka"), ("down jacket", "parka"),
    ("leather", "leather jacket"), ("denim", "denim"), ("jean jacket", "denim"), ("bomber", "jacket"),
    ("windbreaker", "jacket"), ("blazer", "suit"), ("tuxedo", "suit"), ("suit", "suit"), ("waistcoat", "vest"),
    ("overall", "overalls"), ("dungaree", "overalls"), ("hood", "hoodie"), ("sweatshirt", "sweater"),
    ("turtle", "turtleneck"), ("roll-neck", "turtleneck"), ("polo neck", "turtleneck"), ("cardigan", "cardigan"),
    ("pullover", "sweater"), ("jumper", "sweater"), ("knit", "sweater"), ("tank", "tank top"),
    ("singlet", "tank top"), ("tee", "t-shirt"), ("t-shirt", "t-shirt"), ("polo", "t-shirt"), ("jersey", "sportswear"),
    ("sport", "sportswear"), ("running", "sportswear"), ("training", "sportswear"), ("uniform", "uniform"),
    ("kimono", "kimono"), ("yukata", "kimono"), ("chapan", "chapan"), ("kaftan", "chapan"), ("caftan", "chapan"),
    ("gown", "gown"), ("dress", "dress"), ("robe", "robe"), ("cloak", "robe"), ("apron", "apron"),
    ("jacket", "jacket"), ("coat", "coat"), ("blouse", "blouse"), ("vest", "vest"),
)  # fmt: skip


def slug_of(garment: str) -> str:
    """The garment that a word means, from ``CUTS``; an unknown one is a shirt."""
    said = garment.strip().lower()
    if said in CUTS:
        return said
    return next((slug for word, slug in _ALIASES if word in said), "shirt")


def cut_of(figure: Figure) -> Cut:
    """The person's garment; an unknown one is cut like a shirt."""
    cut = CUTS[slug_of(figure.person.garment)]
    if wears_skirt(figure):
        cut = replace(cut, legs_bare=True)
    if "tie" in figure.person.accessories and cut.is_pointed and cut.neckline < 40:
        cut = replace(cut, neckline=4.0)
    if figure.person.seen_from == "behind":
        cut = replace(cut, neckline=-14.0, is_pointed=False)
    return replace(cut, hem=min(cut.hem, 366), hem_flare=1.0) if figure.sits else cut


def wears_skirt(figure: Figure) -> bool:
    """Whether a skirt is worn under the top; long garments hide it."""
    return "skirt" in figure.person.accessories and CUTS[slug_of(figure.person.garment)].hem < 400


def widen(figure: Figure, x: float) -> float:
    """Half widths of a trunk that turns with the head: the far side is foreshortened."""
    return x * (1 - 0.2 * figure.turn) if x > 0 else x * (1 - 0.05 * figure.turn)


def cloth_color(figure: Figure) -> str:
    """The colour of trunk and sleeves: apron, overalls and vest are worn over a plain shirt."""
    if slug_of(figure.person.garment) in ("apron", "overalls", "vest"):
        return mix(figure.look.accent, "#f4eee4", 0.72)
    return figure.look.garment


def trunk(figure: Figure) -> Any:
    """The trunk's outline from the neck to the hem."""
    body, cut = figure.body, cut_of(figure)
    tall, half = body.shoulder_y, body.neck
    wide = cut.ease
    belly = {"broad": 1.06, "slim": 0.95}.get(figure.person.build, 1.0)
    drop = {"athletic": -3.0, "slim": 2.0}.get(figure.person.build, 0.0)
    narrow = cut.sleeve < 0.12 and figure.person.seen_from == "front"
    right: list[PathPoint] = [
        (half * 1.22 + 2, tall - 25, "c"), (body.shoulder * 0.6, tall - 9 + drop),
        (body.shoulder * 0.88, tall + 2 + drop),
        (body.shoulder * (0.9 if narrow else 0.99), tall + 20), (body.shoulder * 0.9, tall + 62),
        (body.waist * wide * 1.06, body.y(190)), (body.waist * wide * belly, body.y(245)),
        (body.hip * wide * (1 + belly) / 2, body.y(320)), (body.hip * wide, body.y(346)),
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
    return smooth([leaning(figure, p, body.lean) for p in points])


def _mirrored(point: PathPoint) -> PathPoint:
    return (-point[0], point[1], "c") if len(point) > 2 else (-point[0], point[1])


def leaning(figure: Figure, point: PathPoint, lean: float) -> PathPoint:
    """A point of the trunk, foreshortened and trailing behind the head."""
    x = widen(figure, point[0]) - lean * max(0.0, point[1] - 60)
    return (x, point[1], "c") if len(point) > 2 else (x, point[1])
