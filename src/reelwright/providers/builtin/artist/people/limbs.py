"""Arms in their sleeves and legs in trousers or bare, with shoes."""

from math import cos, radians
from typing import Any

from reelwright.media.canvas import skia
from reelwright.providers.builtin.artist.brush import (
    Point,
    clipped,
    curve,
    darker,
    ink,
    lighter,
    linear,
    luminance,
    mix,
    moved,
    smooth,
    solid,
)
from reelwright.providers.builtin.artist.people.clothes import CUTS, cloth_color, cut_of, slug_of, trunk, widen
from reelwright.providers.builtin.artist.people.figure import Figure
from reelwright.providers.builtin.artist.people.hands import draw_hand
from reelwright.providers.builtin.artist.people.modelling import flesh
from reelwright.providers.builtin.artist.people.outline import between, beyond, fading, heading, joined, taper
from reelwright.providers.builtin.artist.people.poses.pose import Arm, Leg

_UPPER, _ELBOW, _FOREARM, _WRIST = 16.5, 13.2, 13.4, 8.6


def joints(figure: Figure, arm: Arm, side: int) -> tuple[Point, Point, Point]:
    """Shoulder, elbow and wrist on this body."""
    body = figure.body
    shoulder = widen(figure, side * body.shoulder * 0.83), body.shoulder_y + 21
    ex, ey = body.place(*arm.elbow)
    wx, wy = body.place(*arm.wrist)
    if arm.hand in ("cup", "grip"):
        wx = arm.wrist[0]
        wy = arm.wrist[1]
    return shoulder, (widen(figure, ex), ey), (wx, wy)


def bare_arm(figure: Figure, points: tuple[Point, Point, Point]) -> Any:
    """What of the arm a sleeve leaves bare, beginning a little way inside it."""
    shoulder, elbow, wrist = points
    k, cut = figure.body.limb, cut_of(figure)
    lower = taper([(*elbow, _ELBOW * 0.92 * k), (*between(elbow, wrist, 0.3), _FOREARM * k), (*wrist, _WRIST * k)])
    if cut.sleeve >= 0.5:
        return lower
    if cut.sleeve <= 0:
        rounded = [(*shoulder, min(_UPPER * k * 0.94, 17.5)), (*between(shoulder, elbow, 0.45), _UPPER * 0.96 * k)]
        return joined(taper([*rounded, (*elbow, _ELBOW * 0.92 * k)]), lower)
    hem = between(shoulder, elbow, cut.sleeve * 1.3)
    middle = between(hem, elbow, 0.45)
    spine = [(*hem, _UPPER * 0.94 * k), (*middle, _UPPER * 0.96 * k), (*elbow, _ELBOW * 0.92 * k)]
    upper = taper(spine, round_start=False)
    return joined(upper, lower)


def sleeve(figure: Figure, points: tuple[Point, Point, Point]) -> Any:
    """The sleeve as far as the garment has one."""
    shoulder, elbow, wrist = points
    cut, k = cut_of(figure), figure.body.limb * cut_of(figure).sleeve_ease
    if cut.sleeve <= 0:
        return skia.Path()
    if cut.sleeve < 0.5:
        end = between(shoulder, elbow, min(1.0, cut.sleeve * 1.9))
        return taper(
            [(*shoulder, min(_UPPER * k * 0.94, 17.5)), (*between(shoulder, end, 0.5), _UPPER * k), (*end, _UPPER * k)],
            round_end=False,
        )
    stop = between(elbow, wrist, min(1.0, (cut.sleeve - 0.5) * 2) * 0.97)
    upper = taper(
        [(*shoulder, min(_UPPER * k * 0.9, 17.5)), (*between(shoulder, elbow, 0.45), _UPPER * k), (*elbow, _ELBOW * k)]
    )
    cuff = 1.08 if figure.person.garment not in ("robe", "coat") else 1.3
    middle = between(elbow, stop, 0.4)
    lower = taper(
        [(*elbow, _ELBOW * k), (*middle, _FOREARM * 0.98 * k), (*stop, _WRIST * cuff * k + 1)], round_end=False
    )
    return joined(upper, lower)


def draw_arm(figure: Figure, arm: Arm, side: int, points: tuple[Point, Point, Point] | None = None) -> None:
    """Skin, sleeve and a free hand; hands that hold are drawn with the product.

    ``points`` are shoulder, elbow and wrist where they do not follow from the body.
    """
    points = points or joints(figure, arm, side)
    canvas, cut = figure.canvas, cut_of(figure)
    shoulder, elbow, wrist = points
    if cut.sleeve <= 0:
        # No seam between shoulder and arm: its light begins below the shoulder.
        arm_path = bare_arm(figure, points)
        canvas.drawPath(arm_path, ink(mix(figure.look.skin.base, figure.look.skin.shadow, 0.26)))
        with fading(canvas, between(shoulder, elbow, 0.0), between(shoulder, elbow, 0.5), arm_path):
            flesh(canvas, arm_path, figure.look.skin, figure.skin_light, rim_width=2.4, soft=7)
    elif cut.sleeve < 1.0:
        flesh(canvas, bare_arm(figure, points), figure.look.skin, figure.skin_light, rim_width=2.4, soft=7)
    cloth = sleeve(figure, points)
    if arm.hand in ("relaxed", "open", "fist", "point"):
        degrees = arm.hand_degrees if arm.hand_degrees is not None else heading(elbow, wrist)
        draw_hand(figure, arm.hand, beyond(wrist, degrees, -2.5), degrees, flip=_thumb_below(arm, side))
    full = 0.42 if cut.sleeve >= 0.5 else min(0.42, cut.sleeve * 1.1)
    fade_from, fade_to = between(shoulder, elbow, -0.12), between(shoulder, elbow, full)
    with fading(canvas, fade_from, fade_to, cloth):
        _arm_shadow(figure, cloth)
        long = cut.sleeve >= 0.5
        # A short sleeve is in the light of the trunk it belongs to.
        shade, whole = (0.56, None) if long else (0.32, trunk(figure).getBounds())
        solid(canvas, cloth, cloth_color(figure), figure.light, shade=shade, rim=0.4, rim_width=3, soft=8, whole=whole)
        with clipped(canvas, cloth):
            _creases(figure, points, side)
    if figure.person.garment != "robe":
        _cuff(figure, points)


def _thumb_below(arm: Arm, side: int) -> bool:
    """Which way the thumb points: inwards and up, whatever the arm does."""
    if arm.hand in ("fist", "open", "point"):
        return side < 0
    return side > 0 and arm.wrist[1] < arm.elbow[1] + 40


def _arm_shadow(figure: Figure, path: Any) -> None:
    if not figure.is_fine:
        return
    shade = ink(mix(darker(cloth_color(figure), 0.5), figure.look.accent, 0.15), 0.34, blur=5)
    with clipped(figure.canvas, trunk(figure)):
        figure.canvas.drawPath(moved(path, -figure.light.dx * 4, 4), shade)


def _creases(figure: Figure, points: tuple[Point, Point, Point], side: int) -> None:
    """Folds that gather in the bend of the elbow and run down the forearm."""
    shoulder, elbow, wrist = points
    if cut_of(figure).sleeve < 0.5:
        return
    canvas, dice = figure.canvas, figure.dice(f"sleeve {side}")
    soft = ink(figure.look.garment_dark, 0.4 if luminance(figure.look.garment) > 0.3 else 0.55, blur=1.5)
    inner = between(between(shoulder, elbow, 0.8), between(elbow, wrist, 0.25), 0.5)
    out = heading(inner, elbow)
    bend = abs((heading(elbow, wrist) - heading(shoulder, elbow) + 180) % 360 - 180)
    spreads = (-44, 2, 48) if bend > 30 else ()
    for k, spread in enumerate(spreads):
        root = beyond(inner, out, -7)
        tip = beyond(root, out + spread + dice.uniform(-6, 6), 15 + 4 * (k % 2))
        fold = taper([(*root, 1.9), (*between(root, tip, 0.5), 1.4), (*tip, 0.2)])
        canvas.drawPath(fold, soft)
    for share in (0.5, 0.78):
        at = between(elbow, wrist, share)
        across = heading(elbow, wrist) + 90
        a, b = beyond(at, across, 12), beyond(at, across + 160, 6)
        canvas.drawPath(taper([(*a, 1.5), (*between(a, b, 0.5), 1.1), (*b, 0.2)]), soft)


def _cuff(figure: Figure, points: tuple[Point, Point, Point]) -> None:
    cut = cut_of(figure)
    _, elbow, wrist = points
    if cut.sleeve < 0.5 or not figure.is_fine:
        return
    stop = between(elbow, wrist, min(1.0, (cut.sleeve - 0.5) * 2) * 0.97)
    half = _WRIST * 1.08 * figure.body.limb * cut.sleeve_ease + 2
    back = beyond(stop, heading(wrist, elbow), 10)
    band = taper([(*back, half + 0.4), (*stop, half)], round_end=False, round_start=False)
    tone = mix(cloth_color(figure), "#ffffff", 0.1)
    solid(figure.canvas, band, tone, figure.light, shade=0.5, rim=0.5, rim_width=1.4, soft=4)
    figure.canvas.drawPath(band, ink(figure.look.garment_dark, 0.25, stroke=0.7))


def draw_legs(figure: Figure, legs: tuple[Leg, ...], *, sits: bool) -> None:
    """Both legs, the farther one first, and what they wear."""
    wears_shorts = "shorts" in figure.person.accessories
    bare = (cut_of(figure).legs_bare or wears_shorts) and figure.person.pose != "riding"
    for index, leg in enumerate(legs):
        _leg(figure, leg, is_far=index == 0 and not sits, bare=bare)


def _leg(figure: Figure, leg: Leg, *, is_far: bool, bare: bool) -> None:
    body, canvas = figure.body, figure.canvas
    hip, knee, ankle = (body.place(*p) for p in (leg.hip, leg.knee, leg.ankle))
    k = body.limb * (1.0 if body.is_male else 1.08)
    if not figure.sees(hip[1] - 40):
        return
    _shoe(figure, ankle, leg.foot_degrees, leg.lift_degrees)
    if bare:
        thigh = taper([(*hip, 29 * k), (*between(hip, knee, 0.5), 25 * k), (*knee, 16.5 * k)])
        calf = taper([(*knee, 16 * k), (*between(knee, ankle, 0.32), 17 * k), (*ankle, 8.5 * k)])
        tone, light = figure.look.skin.base, figure.skin_light
        if figure.sits and "shorts" not in figure.person.accessories:
            _lap(figure, hip, knee, ankle, k)
            return
    else:
        thigh = taper([(*hip, 33 * k), (*between(hip, knee, 0.5), 28 * k), (*knee, 20.5 * k)])
        slim = 0.8 if figure.person.garment == "sportswear" else 1.0
        calf = taper(
            [(*knee, 20.5 * k), (*between(knee, ankle, 0.4), 19 * k * slim), (*ankle, 14 * k * slim)], round_end=False
        )
        tone, light = figure.look.trousers, figure.light
    tone = darker(tone, 0.16) if is_far else tone
    path = joined(thigh, calf)
    # In the light of the whole body: a thigh lit for itself would be brighter than the coat above it.
    upright = skia.Rect.MakeLTRB(-body.shoulder, body.shoulder_y, body.shoulder, body.y(690))
    solid(canvas, path, tone, light, shade=0.5, rim=0.6, rim_width=3, soft=9, whole=None if figure.sits else upright)
    with clipped(canvas, path):
        if not figure.sits:
            _under_the_hem(figure, tone)
        if not bare and figure.is_fine:
            _knee_folds(figure, hip, knee, ankle)
    _over_leg(figure, hip, knee, ankle, k)
    if figure.person.pose == "riding" and CUTS[slug_of(figure.person.garment)].hem > _LONG:
        _coat_tail(figure, hip, knee, ankle, k)


def _under_the_hem(figure: Figure, tone: str) -> None:
    """The shadow that a jacket, a coat or a skirt casts on the legs."""
    hem, reach = figure.body.y(cut_of(figure).hem), 46.0
    stops = [(0.0, darker(tone, 0.7), 0.62), (1.0, darker(tone, 0.7), 0.0)]
    shade = ink(shader=linear((0, hem - 6), (0, hem + reach), stops))
    figure.canvas.drawRect(skia.Rect.MakeLTRB(-400, hem - 60, 400, hem + reach), shade)


_LONG = 400.0
"""Hem of a garment that reaches over the thigh of who sits in a saddle."""


def _coat_tail(figure: Figure, hip: Point, knee: Point, ankle: Point, k: float) -> None:
    """A long garment in the saddle: it parts, lies over the thigh and hangs to the calf, as it hangs on foot."""
    low = between(knee, ankle, 0.42)
    cloth = joined(
        taper([(*hip, 40 * k), (*between(hip, knee, 0.5), 35 * k), (*knee, 27 * k)]),
        taper([(*between(hip, knee, 0.7), 30 * k), (*knee, 28 * k), (low[0] - 12, low[1], 31 * k)], round_end=False),
    )
    tone = darker(figure.look.garment, 0.06)
    solid(figure.canvas, cloth, tone, figure.light, shade=0.58, rim=0.6, rim_width=3.4, soft=10)
    with clipped(figure.canvas, cloth):
        for share, reach in ((0.3, 16), (0.62, 11)):
            top = between(hip, knee, share)
            end = low[0] - 26 + 44 * share, low[1] + 4
            fold = taper([(*top, 0.4), (*between(top, end, 0.55), 2.0), (*end, 3.4)])
            figure.canvas.drawPath(fold, ink(darker(figure.look.garment, 0.5), 0.3 + reach * 0.004, blur=1.8))
        hem = curve((low[0] - 48, low[1] - 2), (low[0] + 24, low[1] + 6))
        figure.canvas.drawPath(hem, ink(mix(figure.look.accent, figure.look.garment, 0.3), 0.8, stroke=5, blur=0.4))


def _over_leg(figure: Figure, hip: Point, knee: Point, ankle: Point, k: float) -> None:
    """Shorts to the knee, boots up the calf."""
    worn, look = figure.person.accessories, figure.look
    if "shorts" in worn:
        hem = between(hip, knee, 0.8)
        shorts = taper([(*hip, 34 * k), (*between(hip, knee, 0.5), 30 * k), (*hem, 27 * k)], round_end=False)
        solid(figure.canvas, shorts, look.trousers, figure.light, shade=0.55, rim=0.6, rim_width=3, soft=9)
    if "boots" in worn:
        top = between(knee, ankle, 0.5)
        boot = taper([(*top, 20 * k), (*between(top, ankle, 0.6), 16 * k), (ankle[0], ankle[1] + 10, 15 * k)])
        solid(figure.canvas, boot, look.shoes, figure.light, shade=0.55, rim=0.7, rim_width=2.4, soft=6)


def _lap(figure: Figure, hip: Point, knee: Point, ankle: Point, k: float) -> None:
    """A skirt over a sitting thigh, the calf bare below it."""
    calf = taper([(*knee, 16 * k), (*between(knee, ankle, 0.32), 17 * k), (*ankle, 8.5 * k)])
    solid(figure.canvas, calf, figure.look.skin.base, figure.skin_light, shade=0.55, rim=0.6, rim_width=3, soft=9)
    below = between(knee, ankle, 0.3)
    cloth = joined(
        taper([(*hip, 34 * k), (*between(hip, knee, 0.5), 30 * k), (*knee, 24 * k)]),
        taper([(*knee, 24 * k), (*below, 27 * k)], round_end=False),
    )
    solid(figure.canvas, cloth, figure.look.garment, figure.light, shade=0.55, rim=0.6, rim_width=3, soft=9)


def _knee_folds(figure: Figure, hip: Point, knee: Point, ankle: Point) -> None:
    soft = ink(darker(figure.look.trousers, 0.45), 0.5, blur=1.8)
    across = heading(hip, ankle) + 90
    for share, reach in ((-0.03, 15), (0.07, 12)):
        at = between(knee, ankle, share)
        a, b = beyond(at, across, reach), beyond(at, across + 196, reach * 0.8)
        figure.canvas.drawPath(taper([(*a, 1.6), (*between(a, b, 0.5), 1.2), (*b, 0.2)]), soft)


def _shoe(figure: Figure, ankle: Point, degrees: float, lift: float) -> None:
    """A plain shoe: its length foreshortens as the toes turn towards us."""
    canvas, k = figure.canvas, (1.0 if figure.body.is_male else 0.86) * (1 - 0.3 * figure.body.childhood)
    away = cos(radians(degrees))
    length = 30 + 40 * abs(away)
    s = 1 if away >= 0 else -1
    canvas.save()
    canvas.translate(*ankle)
    canvas.rotate(lift)
    canvas.scale(s * k, k)
    path = smooth(
        [
            (-14, -12),
            (-17, 8),
            (-18, 27, "c"),
            (length - 8, 29, "c"),
            (length - 2, 22),
            (length - 12, 13),
            (12, 2),
            (12, -12),
        ]
    )
    worn = figure.person.accessories
    sporty = figure.person.garment in ("sportswear", "t-shirt", "sweater", "hoodie", "tank top", "overalls")
    sporty = ("sneakers" in worn or sporty) and "boots" not in worn
    tone = mix(figure.look.accent, "#f5efe8", 0.72) if sporty else figure.look.shoes
    solid(canvas, path, tone, figure.light, shade=0.55, rim=0.7, rim_width=1.8, soft=5)
    sole = smooth([(-19, 24, "c"), (length - 4, 25), (length - 3, 31, "c"), (-19, 31, "c")])
    canvas.drawPath(sole, ink(lighter(tone, 0.5) if sporty else darker(tone, 0.5)))
    canvas.drawPath(curve((12, 3), (length * 0.5, 11)), ink(darker(tone, 0.4), 0.3, stroke=1.4))
    canvas.restore()
