"""A horse at an easy trot, seen from the side, facing right: 100 points are a person's head, its hooves at y = 0."""

import math
from typing import Any

from reelwright.providers.builtin.artist.brush import (
    Light,
    PathPoint,
    clipped,
    curve,
    darker,
    ink,
    lighter,
    mix,
    oval,
    smooth,
    solid,
)
from reelwright.providers.builtin.artist.people.modelling import edge
from reelwright.providers.builtin.artist.people.outline import taper

SADDLE_HEIGHT = 590.0
"""Of the saddle over the ground, in points."""
_COAT, _MANE = "#86512f", "#2b1a16"
_BODY: tuple[PathPoint, ...] = (
    (-320, -560), (-230, -606), (-120, -600), (0, -584), (110, -612), (178, -668), (262, -780), (338, -858),
    (392, -884), (430, -868), (470, -800), (520, -716), (538, -676), (528, -650), (498, -646), (462, -672),
    (420, -712), (386, -724), (352, -690), (322, -610), (292, -520), (262, -436), (206, -386), (80, -352),
    (-60, -358), (-170, -384), (-230, -372), (-300, -384), (-352, -440), (-358, -510),
)  # fmt: skip
_MANE_LINE = ((398, -890), (352, -872), (270, -792), (196, -690), (150, -640))
_NEAR_FORE = ((214, -440, 58), (246, -330, 36), (286, -262, 25), (268, -170, 15), (228, -110, 14), (214, -92, 17))
_FAR_FORE = ((170, -430, 54), (160, -300, 33), (158, -200, 21), (150, -90, 14), (160, -24, 18))
_NEAR_HIND = ((-270, -450, 88), (-286, -330, 52), (-352, -230, 27), (-352, -110, 15), (-380, -26, 18))
_FAR_HIND = ((-220, -430, 74), (-190, -310, 46), (-222, -210, 26), (-178, -100, 15), (-158, -26, 18))


_Leg = tuple[tuple[float, float, float], ...]
_WALK, _GALLOP = (0.0, 0.5, 0.25, 0.75), (0.0, 0.14, 0.52, 0.66)
"""Where in the cycle the near and far hind leg and the near and far fore leg are, one after the other."""


def stepping(stride: float, *, gallops: bool) -> tuple[_Leg, _Leg, _Leg, _Leg]:
    """The near and far hind leg and the near and far fore leg at a phase of the gait, 0 to 1."""
    hind, far_hind, fore, far_fore = ((stride + at) % 1.0 for at in (_GALLOP if gallops else _WALK))
    return (
        _hind(-270, hind, 1.0, gallops=gallops),
        _hind(-214, far_hind, 0.84, gallops=gallops),
        _fore(214, fore, 1.0, gallops=gallops),
        _fore(168, far_fore, 0.9, gallops=gallops),
    )


def _swung(phase: float, reach: float, stands: float) -> tuple[float, float]:
    """How far a leg is swung forward, in degrees, and how much it is folded, 0 to 1."""
    if phase < stands:
        return reach * (1 - 2 * phase / stands), 0.0
    share = (phase - stands) / (1 - stands)
    return -reach * math.cos(math.pi * share), math.sin(math.pi * share)


def _down(x: float, y: float, degrees: float, length: float) -> tuple[float, float]:
    """The end of a bone that hangs from a joint; positive degrees swing it forward."""
    return x + math.sin(math.radians(degrees)) * length, y + math.cos(math.radians(degrees)) * length


def _fore(x: float, phase: float, wide: float, *, gallops: bool) -> _Leg:
    swing, fold = _swung(phase, 40 if gallops else 20, 0.4 if gallops else 0.6)
    # A leg on the ground reaches it whatever its slant.
    long = 1 / math.cos(math.radians(swing)) if fold == 0 else 1 - 0.04 * fold
    elbow = _down(x, -440, swing * 0.5, 96 * long)
    knee = _down(*elbow, swing + 30 * fold, 112 * long)
    fetlock = _down(*knee, swing - (70 if gallops else 50) * fold, 138 * long)
    hoof = _down(*fetlock, swing * 0.6 - (64 if gallops else 40) * fold, 68 * long)
    return (
        (x, -440, 56 * wide), (*elbow, 38 * wide), (*knee, 24 * wide), (*_between(knee, fetlock), 15 * wide),
        (*fetlock, 14.5 * wide), (*hoof, 17 * wide),
    )  # fmt: skip


def _hind(x: float, phase: float, wide: float, *, gallops: bool) -> _Leg:
    swing, fold = _swung(phase, 38 if gallops else 19, 0.4 if gallops else 0.6)
    long = 1 / math.cos(math.radians(swing)) if fold == 0 else 1 - 0.03 * fold
    stifle = _down(x, -450, 12 + swing * 0.7 + 12 * fold, 118 * long)
    hock = _down(*stifle, -34 + swing * 0.9 - 18 * fold, 130 * long)
    fetlock = _down(*hock, 8 + swing - 10 * fold, 140 * long)
    hoof = _down(*fetlock, 16 + swing * 0.6 - 62 * fold, 66 * long)
    return (
        (x, -450, 88 * wide), (*stifle, 54 * wide), (*hock, 27 * wide), (*_between(hock, fetlock), 16 * wide),
        (*fetlock, 15 * wide), (*hoof, 18 * wide),
    )  # fmt: skip


def _between(a: tuple[float, float], b: tuple[float, float]) -> tuple[float, float]:
    return (a[0] + b[0]) / 2, (a[1] + b[1]) / 2


def draw_horse(
    canvas: Any,
    light: Light,
    cloth: str,
    trim: str,
    *,
    is_ridden: bool = True,
    stride: float | None = None,
    gallops: bool = False,
) -> None:
    """Draws the horse on a canvas in points, with saddle cloth and bridle; the rider comes after it.

    Args:
        canvas: Skia canvas in points, the ground at y = 0, the saddle at x = 0.
        light: The scene's light.
        cloth: Colour of the saddle cloth.
        trim: Colour of its edge and of the bridle.
        is_ridden: Whether the reins are held; otherwise they hang.
        stride: Phase of its gait, 0 to 1; None stands as if about to trot.
        gallops: Whether the gait is a gallop, else a walk.
    """
    hind, far_hind, fore, far_fore = (
        (_NEAR_HIND, _FAR_HIND, _NEAR_FORE, _FAR_FORE) if stride is None else stepping(stride, gallops=gallops)
    )
    canvas.drawPath(oval(-20, 4, 430, 26), ink("#0a0712", 0.42, blur=16))
    canvas.save()
    if stride is not None:
        flows = (24 if gallops else 4) + (7 if gallops else 5) * math.sin(math.tau * (stride - 0.2))
        canvas.rotate(flows, -340, -540)
    _tail(canvas, light)
    canvas.restore()
    for far in (far_hind, far_fore):
        _leg(canvas, far, darker(_COAT, 0.3), light)
    _ear(canvas, light, 376)
    for near in (hind, fore):
        _leg(canvas, near, _COAT, light)
    body = smooth(_BODY)
    solid(canvas, body, _COAT, light, shade=0.42, rim=0.9, rim_width=7, soft=34)
    with clipped(canvas, body):
        _muscles(canvas)
        # In half light the shaded side would melt into the field behind it.
        canvas.drawPath(body, ink(darker(_COAT, 0.55), 0.7, stroke=9, blur=2.5))
        far = Light(-light.dx, -light.dy, light.key, light.fill, light.power)
        edge(canvas, body, far, lighter(_COAT, 0.45), 0.4, 9)
    _ear(canvas, light, 398)
    _face(canvas)
    _mane(canvas, light)
    _tack(canvas, light, cloth, trim, is_ridden=is_ridden)


def _leg(canvas: Any, joints: tuple[tuple[float, float, float], ...], coat: str, light: Light) -> None:
    x, y, wide = joints[-1]
    solid(canvas, taper(joints), coat, light, shade=0.42, rim=0.7, rim_width=4, soft=12)
    hoof = smooth(
        [(x - wide, y - 8, "c"), (x + wide, y - 8, "c"), (x + wide + 12, y + 26, "c"), (x - wide - 2, y + 26, "c")]
    )
    solid(canvas, hoof, "#241a1a", light, shade=0.5, rim=0.8, rim_width=3, soft=6)


def _ear(canvas: Any, light: Light, x: float) -> None:
    ear = smooth([(x - 16, -870), (x - 10, -920), (x + 8, -950, "c"), (x + 20, -908), (x + 20, -866)])
    solid(canvas, ear, _COAT, light, shade=0.6, rim=0.7, rim_width=3, soft=8)


def _muscles(canvas: Any) -> None:
    shade = ink(darker(_COAT, 0.55), 0.4, blur=16)
    canvas.drawPath(curve((-180, -560), (-196, -480), (-240, -400)), ink(darker(_COAT, 0.5), 0.35, stroke=16, blur=14))
    canvas.drawPath(curve((190, -640), (236, -540), (210, -420)), ink(darker(_COAT, 0.5), 0.35, stroke=14, blur=14))
    canvas.drawPath(oval(20, -350, 260, 34), shade)
    canvas.drawPath(oval(-250, -560, 90, 30), ink(lighter(_COAT, 0.5), 0.35, blur=18))
    canvas.drawPath(oval(500, -668, 46, 34), ink(darker(_COAT, 0.6), 0.7, blur=12))


def _face(canvas: Any) -> None:
    canvas.drawPath(oval(432, -812, 11, 9), ink("#120c0c"))
    canvas.drawCircle(435, -815, 3, ink("#ffffff", 0.85))
    canvas.drawPath(curve((416, -824), (432, -830), (446, -820)), ink(darker(_COAT, 0.6), stroke=4))
    canvas.drawPath(oval(522, -686, 6, 8), ink("#120c0c", 0.8))
    canvas.drawPath(curve((532, -664), (508, -664), (490, -672)), ink("#120c0c", 0.6, stroke=3.5))
    blaze = smooth([(438, -852), (462, -806), (506, -734), (496, -736), (450, -806)])
    canvas.drawPath(blaze, ink("#f3e6d4", 0.9, blur=2))


def _mane(canvas: Any, light: Light) -> None:
    points: list[PathPoint] = [(424, -872), (404, -900)]
    points += [(x - 14, y - 8) for x, y in _MANE_LINE[1:]]
    points += [(128, -596), (180, -600), (206, -640), (236, -668), (262, -720), (300, -752), (330, -800), (384, -826)]
    mane = smooth(points)
    solid(canvas, mane, _MANE, light, shade=0.5, rim=0.9, rim_width=5, soft=12)
    for index, (x, y) in enumerate(_MANE_LINE):
        strand = curve((x - 6, y), (x - 2 - index * 2, y + 40), (x - 26, y + 76))
        canvas.drawPath(strand, ink(lighter(_MANE, 0.3), 0.5, stroke=3))


def _tail(canvas: Any, light: Light) -> None:
    tail = smooth(
        [
            (-330, -552),
            (-392, -540),
            (-446, -450),
            (-500, -300),
            (-540, -210, "c"),
            (-452, -250),
            (-392, -350),
            (-346, -470),
        ]
    )
    solid(canvas, tail, _MANE, light, shade=0.5, rim=0.9, rim_width=5, soft=14)
    canvas.drawPath(curve((-352, -530), (-420, -420), (-490, -260)), ink(lighter(_MANE, 0.3), 0.5, stroke=4))


def _tack(canvas: Any, light: Light, cloth: str, trim: str, *, is_ridden: bool) -> None:
    rug = smooth([(-128, -606), (0, -592), (112, -616), (126, -520), (104, -440), (-104, -436), (-136, -520)])
    solid(canvas, rug, mix(cloth, "#2a2340", 0.25), light, shade=0.6, rim=0.8, rim_width=4, soft=16)
    canvas.drawPath(curve((120, -500), (98, -448), (-98, -444), (-130, -500)), ink(trim, stroke=11))
    leather = "#2c1a14"
    seat = smooth([(-112, -616), (-70, -606), (0, -590), (66, -604), (96, -644), (104, -612), (70, -566), (-80, -570)])
    solid(canvas, seat, leather, light, shade=0.5, rim=0.8, rim_width=4, soft=10)
    for path in (
        curve((404, -864), (420, -790), (400, -730)),
        curve((400, -756), (450, -756), (486, -790)),
        curve((462, -680), (484, -708), (510, -730)),
        curve((420, -770), (456, -720), (470, -684)),
    ):
        canvas.drawPath(path, ink(leather, stroke=7))
    hand = (76.0, -652.0) if is_ridden else (120.0, -640.0)
    low = ((330, -676), (210, -660)) if is_ridden else ((360, -560), (230, -540))
    canvas.drawPath(curve((470, -684), *low, hand), ink(leather, stroke=6))
