"""What a sitting person sits on: the seat that the words name, else one that suits the place. In a figure's points."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from reelwright.film.shot import Shot
from reelwright.providers.builtin.artist.brush import (
    Light,
    box,
    clipped,
    curve,
    darker,
    ink,
    lighter,
    mix,
    oval,
    rect,
    smooth,
    solid,
)
from reelwright.providers.builtin.artist.contract import Scene

_NAMED = (
    "sofa", "armchair", "bench", "desk chair", "bar stool", "train seat", "car seat", "bed", "rock", "log", "stool",
    "chair", "ground",
)  # fmt: skip
BROAD_SEATS = ("sofa", "bed", "bench")
"""On which things lie beside somebody."""
_USUAL = {
    "living_room": "sofa", "bedroom": "bed", "office": "desk chair", "classroom": "chair", "cafe": "chair",
    "restaurant": "chair", "kitchen": "chair", "library": "armchair", "clinic": "chair", "train": "train seat",
    "car": "car seat", "market": "stool",
    "street": "bench", "garden": "bench", "harbour": "bench", "rooftop": "bench", "gym": "bench", "shop": "armchair",
    "bathroom": "stool", "forest": "log", "farm": "log", "mountain": "rock", "desert": "rock", "beach": "rock",
    "field": "rock", "stage": "stool",
}  # fmt: skip


@dataclass(frozen=True)
class _Seat:
    """Where a seat is drawn: the middle and height of its top, half its width, the floor, in points."""

    canvas: Any
    x: float
    top: float
    wide: float
    floor: float
    light: Light
    cloth: str
    wood: str

    def lit(self, path: Any, color: str, rim: float = 0.7) -> None:
        """A lit shape in the seat's measure."""
        solid(self.canvas, path, color, self.light, shade=0.55, rim=rim, rim_width=4, soft=12)

    def legs(self, reach: float, width: float, color: str, top: float = 24) -> None:
        """Two straight legs."""
        for side in (-1, 1):
            path = box(self.x + side * reach - width / 2, self.top + top, width, self.floor - self.top - top, 4)
            self.lit(path, color, 0.5)


def seat_for(shot: Shot) -> str:
    """The seat of a shot: what its props name, else what its setting has; ``stool`` where nothing suits."""
    named = " ".join(shot.staging.props).lower()
    return next((kind for kind in _NAMED if kind in named), _USUAL.get(shot.staging.setting, "stool"))


def draw_seat(
    canvas: Any, kind: str, x: float, top: float, wide: float, floor: float, light: Light, scene: Scene
) -> None:
    """Draws a seat behind the thighs of a sitting person.

    Args:
        canvas: Skia canvas in a figure's points: a head is 100 high.
        kind: What ``seat_for`` names; an unknown kind is drawn as a stool.
        x: Middle of the hips.
        top: Where the thighs rest.
        wide: Half the width that one body needs.
        floor: Where the feet stand.
        light: The light as the figure sees it.
        scene: The shot, for colours.
    """
    dice = scene.place_dice("seat")
    cloth = scene.local(dice.choice(("#7d6f86", "#6f8189", "#a5674f", "#7b8465", "#b08a5c", "#58607c")), 0.35)
    seat = _Seat(canvas, x, top, wide, floor, light, cloth, scene.local("#7a5240", 0.25))
    canvas.drawPath(oval(x, floor, wide * 1.5, 16), ink("#0a0712", 0.4, blur=12))
    way = _to_the_middle(seat, scene) if kind == "sofa" else 0.0
    if way:
        _half_sofa(seat, way)
        return
    if kind == "train seat" and len(scene.shot.staging.people) > 1:
        _one_train_seat(seat, seat.x)
        return
    _KINDS.get(kind.replace("_", " "), _stool)(seat)


def _padded(seat: _Seat, half: float, back: float) -> None:
    """Back rest, seat and arms of a sofa or an armchair; ``half`` its width, ``back`` the height of its back."""
    x, top = seat.x, seat.top
    seat.lit(box(x - half, top - back, half * 2, back + 60, 46), seat.cloth)
    count = max(1, round(half / seat.wide / 1.15))
    each = (half * 2 - 60) / count
    for index in range(count):
        left = x - half + 30 + index * each
        seat.lit(box(left + 3, top - back + 16, each - 6, back + 4, 34), lighter(seat.cloth, 0.07), 0.5)
        seat.lit(box(left + 2, top - 10, each - 4, 62, 24), lighter(seat.cloth, 0.14))
    seat.lit(box(x - half + 8, top + 44, half * 2 - 16, seat.floor - top - 66, 18), darker(seat.cloth, 0.2), 0.4)
    for side in (-1, 1):
        seat.lit(box(x + side * half - 40, top - 84, 80, seat.floor - top + 66, 34), mix(seat.cloth, "#ffffff", 0.04))
        seat.lit(box(x + side * (half - 20) - 9, seat.floor - 22, 18, 24, 4), darker(seat.wood, 0.3), 0.4)


def _to_the_middle(seat: _Seat, scene: Scene) -> float:
    """How far it is to the frame's middle, in points to the right, where two people share a sofa; else 0."""
    sitting = [person for person in scene.shot.staging.people if person.pose == "sitting"]
    surface = seat.canvas.getSurface()
    if len(sitting) != 2 or surface is None:
        return 0.0
    matrix = seat.canvas.getTotalMatrix()
    way = (surface.width() / 2 - matrix.mapXY(seat.x, seat.top).x()) / matrix.getScaleX()
    return way if seat.wide * 0.8 < abs(way) < seat.wide * 6 else 0.0


def _half_sofa(seat: _Seat, way: float) -> None:
    """One person's half of a sofa that ends flush at the frame's middle, where the other half begins."""
    side = 1 if way > 0 else -1
    outer, inner = seat.x - side * seat.wide * 1.9, seat.x + way + side * 90
    left, right = min(outer, inner), max(outer, inner)
    cut = rect(
        min(outer - side * 60, seat.x + way), seat.top - 400, max(outer - side * 60, seat.x + way), seat.floor + 40
    )
    x, top = seat.x, seat.top
    with clipped(seat.canvas, cut):
        seat.lit(box(left, top - 186, right - left, 246, 46), seat.cloth)
        cushion = seat.x + way - outer - side * 34
        start = min(outer + side * 34, outer + side * 34 + cushion)
        seat.lit(box(start + 3, top - 170, abs(cushion) - 6, 190, 34), lighter(seat.cloth, 0.07), 0.5)
        seat.lit(box(start + 2, top - 10, abs(cushion) - 4, 62, 24), lighter(seat.cloth, 0.14))
        seat.lit(box(left, top + 44, right - left, seat.floor - top - 66, 18), darker(seat.cloth, 0.2), 0.4)
    seat.lit(box(outer - 40, top - 84, 80, seat.floor - top + 66, 34), mix(seat.cloth, "#ffffff", 0.04))
    seat.lit(box(outer + side * 20 - 9, seat.floor - 22, 18, 24, 4), darker(seat.wood, 0.3), 0.4)
    pillow = outer + side * seat.wide * 0.62
    path = smooth([(pillow - 62, top - 112), (pillow + 56, top - 120), (pillow + 66, top - 2), (pillow - 56, top + 6)])
    seat.lit(path, mix("#d9a05f" if x > outer else "#8aa09a", seat.cloth, 0.25))


def _sofa(seat: _Seat) -> None:
    _padded(seat, seat.wide * 3.3, 226)
    for side, tone in ((-1, "#d9a05f"), (1, "#8aa09a")):
        x = seat.x + side * seat.wide * 2.3
        path = smooth(
            [
                (x - 62, seat.top - 96, "c"),
                (x, seat.top - 108),
                (x + 56, seat.top - 106, "c"),
                (x + 64, seat.top - 52),
                (x + 66, seat.top - 4, "c"),
                (x, seat.top + 8),
                (x - 56, seat.top + 6, "c"),
                (x - 66, seat.top - 48),
            ]
        )
        seat.lit(path, mix(tone, seat.cloth, 0.25))


def _armchair(seat: _Seat) -> None:
    _padded(seat, seat.wide * 1.5, 236)


def _stool(seat: _Seat) -> None:
    seat.legs(seat.wide * 0.74, 13, seat.wood)
    seat.lit(box(seat.x - seat.wide, seat.top - 8, seat.wide * 2, 46, 18), seat.cloth, 0.8)


def _bar_stool(seat: _Seat) -> None:
    for side in (-1, 1):
        path = curve((seat.x + side * seat.wide * 0.5, seat.top + 20), (seat.x + side * seat.wide * 0.82, seat.floor))
        seat.canvas.drawPath(path, ink("#2a2730", stroke=12))
    y = seat.top + (seat.floor - seat.top) * 0.62
    seat.canvas.drawLine(seat.x - seat.wide * 0.68, y, seat.x + seat.wide * 0.68, y, ink("#3a3640", stroke=9))
    seat.lit(box(seat.x - seat.wide * 0.95, seat.top - 8, seat.wide * 1.9, 40, 20), seat.cloth, 0.8)


def _chair(seat: _Seat) -> None:
    x, top, wide = seat.x, seat.top, seat.wide * 0.98
    for side in (-1, 1):
        seat.lit(box(x + side * (wide - 9) - 9, top - 236, 18, seat.floor - top + 236, 7), seat.wood)
    for y, high in ((-232, 44), (-168, 26), (-118, 26)):
        seat.lit(box(x - wide + 6, top + y, wide * 2 - 12, high, 10), lighter(seat.wood, 0.08))
    seat.lit(box(x - wide, top - 4, wide * 2, 26, 9), seat.wood, 0.9)
    seat.lit(box(x - wide + 10, top - 14, wide * 2 - 20, 18, 9), seat.cloth)


def _desk_chair(seat: _Seat) -> None:
    x, top, wide, floor = seat.x, seat.top, seat.wide, seat.floor
    for reach in (-0.9, -0.4, 0.45, 0.92):
        seat.canvas.drawLine(x, floor - 36, x + reach * wide, floor - 10, ink("#24222b", stroke=13))
        seat.canvas.drawCircle(x + reach * wide, floor - 8, 11, ink("#17161c"))
    seat.lit(box(x - 11, top + 20, 22, floor - top - 52, 5), "#3a3843")
    seat.lit(box(x - wide * 0.92, top - 272, wide * 1.84, 244, 40), darker(seat.cloth, 0.35))
    seat.lit(box(x - wide * 0.78, top - 256, wide * 1.56, 210, 32), darker(seat.cloth, 0.2), 0.4)
    for side in (-1, 1):
        seat.lit(box(x + side * wide * 1.12 - 9, top - 90, 18, 110, 6), "#2c2a33", 0.5)
        seat.lit(box(x + side * wide * 1.12 - 20, top - 104, 40, 20, 9), "#24222b")
    seat.lit(box(x - wide * 1.05, top - 12, wide * 2.1, 46, 22), darker(seat.cloth, 0.25))


def _bench(seat: _Seat) -> None:
    x, half = seat.x, seat.wide * 2.7
    for side in (-1, 1):
        seat.lit(box(x + side * half * 0.82 - 10, seat.top - 176, 20, seat.floor - seat.top + 176, 6), "#33333c", 0.5)
    for y in (-172, -122, -72):
        seat.lit(box(x - half, seat.top + y, half * 2, 38, 7), lighter(seat.wood, 0.1))
    for y in (-8, 22):
        seat.lit(box(x - half, seat.top + y, half * 2, 26, 6), lighter(seat.wood, 0.04))


def _train_seat(seat: _Seat) -> None:
    """The seat and the empty one beside it."""
    for middle in (seat.x, seat.x + seat.wide * 2.5):
        _one_train_seat(seat, middle)


def _one_train_seat(seat: _Seat, middle: float) -> None:
    top, wide = seat.top, seat.wide
    seat.lit(box(middle - wide * 1.14, top - 330, wide * 2.28, 350, 52), seat.cloth)
    seat.lit(box(middle - wide * 0.96, top - 216, wide * 1.92, 200, 34), lighter(seat.cloth, 0.1), 0.4)
    seat.lit(box(middle - wide * 0.78, top - 318, wide * 1.56, 92, 34), mix(seat.cloth, "#efe6d8", 0.5), 0.5)
    seat.lit(box(middle - wide * 1.12, top - 12, wide * 2.24, 56, 24), lighter(seat.cloth, 0.06))
    seat.lit(box(middle - wide * 0.9, top + 40, wide * 1.8, seat.floor - top - 56, 10), "#3a3944", 0.4)
    for side in (-1, 1):
        seat.lit(box(middle + side * wide * 1.25 - 17, top - 92, 34, 26, 12), "#2b2a33")


def _car_seat(seat: _Seat) -> None:
    x, top, wide = seat.x, seat.top, seat.wide
    leather = darker(seat.cloth, 0.3)
    for side in (-1, 1):
        seat.lit(box(x + side * 34 - 5, top - 330, 10, 60, 4), "#9aa0a8")
    seat.lit(box(x - wide * 0.72, top - 400, wide * 1.44, 96, 36), leather)
    path = smooth(
        [(x - wide * 0.9, top - 300), (x + wide * 0.9, top - 300), (x + wide * 1.3, top - 120),
         (x + wide * 1.24, top + 14), (x - wide * 1.24, top + 14), (x - wide * 1.3, top - 120)]
    )  # fmt: skip
    seat.lit(path, leather)
    seat.lit(box(x - wide * 0.66, top - 280, wide * 1.32, 270, 30), lighter(leather, 0.1), 0.4)
    seat.lit(box(x - wide * 1.3, top - 10, wide * 2.6, 86, 34), leather)


def _bed(seat: _Seat) -> None:
    x, half = seat.x, seat.wide * 3.6
    seat.lit(box(x - half - 20, seat.top - 210, half * 2 + 40, 260, 24), darker(seat.wood, 0.15), 0.5)
    for side in (-1, 1):
        left = x + side * half * 0.55 - half * 0.38
        path = smooth(
            [(left, seat.top - 96), (left + half * 0.38, seat.top - 118), (left + half * 0.76, seat.top - 92),
             (left + half * 0.74, seat.top - 6), (left + 8, seat.top - 6)]
        )  # fmt: skip
        seat.lit(path, "#f1e8dc")
    seat.lit(box(x - half, seat.top - 14, half * 2, 84, 26), "#efe5d8")
    duvet = smooth(
        [(x - half - 12, seat.top + 20, "c"), (x - half * 0.4, seat.top + 6), (x + half * 0.5, seat.top + 12),
         (x + half + 12, seat.top + 18, "c"), (x + half + 16, seat.floor - 20, "c"),
         (x - half - 16, seat.floor - 20, "c")]
    )  # fmt: skip
    seat.lit(duvet, seat.cloth)


def _rock(seat: _Seat) -> None:
    x, top, wide, floor = seat.x, seat.top, seat.wide, seat.floor
    path = smooth(
        [(x - wide * 1.75, floor + 6), (x - wide * 1.55, top + 70), (x - wide * 0.9, top + 2), (x, top - 8),
         (x + wide * 0.9, top + 8), (x + wide * 1.5, top + 62), (x + wide * 1.85, floor + 6)]
    )  # fmt: skip
    seat.lit(path, mix("#8b8580", seat.wood, 0.15), 0.8)
    facet = curve((x - wide * 1.2, top + 60), (x - wide * 0.3, top + 44), (x + wide * 0.2, top + 120))
    seat.canvas.drawPath(facet, ink("#4a4650", 0.4, stroke=7, blur=4))


def _log(seat: _Seat) -> None:
    x, half, high = seat.x, seat.wide * 2.3, (seat.floor - seat.top) * 0.9
    seat.lit(box(x - half, seat.top - 4, half * 2, high, high * 0.4), "#6d5140", 0.7)
    seat.lit(oval(x + half - high * 0.2, seat.top - 4 + high / 2, high * 0.32, high * 0.48), "#c69c6c")
    for share in (0.68, 0.36):
        ring = oval(x + half - high * 0.2, seat.top - 4 + high / 2, high * 0.32 * share, high * 0.48 * share)
        seat.canvas.drawPath(ring, ink("#8f6844", 0.7, stroke=4))
    for y in (0.28, 0.55, 0.76):
        bark = curve(
            (x - half * 0.8, seat.top + high * y), (x, seat.top + high * y + 8), (x + half * 0.6, seat.top + high * y)
        )
        seat.canvas.drawPath(bark, ink("#46332a", 0.5, stroke=5))


def _ground(seat: _Seat) -> None:
    """Nothing but its shadow."""


_KINDS: dict[str, Callable[[_Seat], None]] = {
    "sofa": _sofa, "armchair": _armchair, "bench": _bench, "chair": _chair, "desk chair": _desk_chair,
    "stool": _stool, "bar stool": _bar_stool, "train seat": _train_seat, "car seat": _car_seat, "bed": _bed,
    "rock": _rock, "log": _log, "ground": _ground,
}  # fmt: skip
