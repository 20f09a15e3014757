"""What flies over a scene because the story says so: kite or balloons on a line, an aeroplane, lanterns."""

import math
from dataclasses import replace
from typing import Any

from reelwright.film.shot import Angle
from reelwright.providers.builtin.artist.brush import (
    curve,
    darker,
    glow,
    ink,
    lighter,
    linear,
    mix,
    oval,
    polygon,
    smooth,
)
from reelwright.providers.builtin.artist.composition import TIGHTS, WIDES
from reelwright.providers.builtin.artist.contract import Anchor, Scene
from reelwright.providers.builtin.artist.painting import Layer, LayerMotion, Plate, Stop

_KITES = (("#d9473f", "#f2c14e"), ("#2f7fb5", "#f3efe4"), ("#e0873a", "#3f8f8b"))
_BALLOONS = ("#d9473f", "#f2c14e", "#3f8fb5", "#e58fa3")


def flown(
    scene: Scene, anchors: tuple[Anchor, ...], hand: tuple[float, float] | None, *, indoors: bool
) -> tuple[Layer, ...]:
    """The layers behind the people, at most two.

    Args:
        scene: The shot.
        anchors: Where the people stand; the first has the line.
        hand: Where the line ends in the frame, where a hand is seen with it.
        indoors: Whether there is no sky.
    """
    asked = set(scene.shot.staging.props)
    if scene.shot.camera.framing in TIGHTS or scene.shot.camera.angle is Angle.TOP:
        return ()
    found: list[Layer | None] = []
    if "umbrella" in asked and anchors:
        found.append(_umbrella(scene, anchors))
    if indoors:
        asked -= {"kite", "aeroplane", "lanterns"}
    if "kite" in asked:
        found.append(_on_a_line(scene, anchors, hand, _kite))
    elif "balloons" in asked:
        found.append(_on_a_line(scene, anchors, hand, _balloons))
    elif "balloon" in asked:
        found.append(_on_a_line(scene, anchors, hand, _balloon))
    if "aeroplane" in asked:
        found.append(_aeroplane(scene))
    if "lanterns" in asked:
        found.append(_lanterns(scene))
    return tuple(layer for layer in found if layer is not None)


def _umbrella(scene: Scene, anchors: tuple[Anchor, ...]) -> Layer | None:
    """Open over the head of the first person, who has its handle at the side; a larger one over two."""
    one = anchors[0]
    side, unit = (-1 if scene.shot.staging.people[0].place == "right" else 1), one.head_height / 100
    plate = Plate(scene.size, 0.985, "carried")
    canvas = plate.canvas
    x, y, wide = one.head_x, one.head_y, 1.0
    if len(anchors) > 1 and abs(anchors[1].head_x - x) < _UNDER_ONE * one.head_height:
        x, y, wide = (x + anchors[1].head_x) / 2 - 16 * unit * side, min(y, anchors[1].head_y), _FOR_TWO
    canvas.translate(x, y)
    canvas.scale(unit * side * wide, unit)
    tone = scene.local(scene.pick("umbrella", ("#b5392f", "#2f6f8f", "#c9922f")), 0.2)
    canvas.drawPath(curve((22, -128), (50, 60), (62, 190)), ink("#3a2f2b", stroke=6))
    canvas.rotate(6)
    dome = smooth(
        [(-178, -72, "c"), (-150, -136), (-60, -186), (14, -194), (96, -184), (180, -130), (206, -64, "c"),
         (150, -84), (110, -66, "c"), (60, -84), (14, -64, "c"), (-36, -84), (-84, -66, "c"), (-130, -86)]
    )  # fmt: skip
    canvas.drawPath(dome, ink(tone))
    for x, bend in ((-84, -70), (14, 4), (110, 82)):
        canvas.drawPath(curve((14, -194), (bend, -140), (x, -66)), ink(darker(tone, 0.4), 0.7, stroke=3))
    canvas.drawPath(
        dome, ink(shader=linear((-120, -190), (160, -60), [(0, lighter(tone, 0.4), 0.5), (1, darker(tone, 0.5), 0.5)]))
    )
    return plate.layer(LayerMotion("breathe", 0.005, 4.0), (one.head_x, one.head_y + one.head_height * 2))


_UNDER_ONE, _FOR_TWO = 3.2, 1.4
"""So many heads apart two people share an umbrella, which is so much wider."""


def _on_a_line(scene: Scene, anchors: tuple[Anchor, ...], hand: tuple[float, float] | None, draw: Any) -> Layer | None:
    """High at the free side of the frame; it sways about the hand that holds it."""
    size = scene.size
    side = _free_side(scene)
    unit = min(size.width, size.height * 1.3) / 720
    is_kite = draw is _kite
    # A kite is far up: small, and over all heads.
    large = (0.95 if scene.shot.camera.framing in WIDES else 1.0 if is_kite else 1.5) * unit * (0.72 if is_kite else 1)
    reach = (0.28 if size.width > size.height else 0.2) if is_kite else 0.1
    near_x = anchors[0].head_x if anchors and not is_kite else size.width * 0.5
    if len(anchors) > 1:
        # Up between the two, so that the line crosses neither of them on its way to the hand.
        holder, other = anchors[0], anchors[1]
        side, reach = (1 if other.head_x > holder.head_x else -1), 0.0
        near_x = holder.head_x + (other.head_x - holder.head_x) * _BETWEEN
    x, y = near_x + side * reach * size.width, size.height * (_kite_height(scene, anchors) if is_kite else 0.17)
    end = hand or _beside_the_hip(anchors, size.width, size.height, side)
    plate = Plate(size, 0.99, "carried")
    middle = ((x + end[0]) / 2 + side * 14 * unit, (y + end[1]) / 2 + 46 * unit)
    line = curve((x, y + 20 * large), middle, end)
    plate.canvas.drawPath(line, ink("#2a2430", 0.55, stroke=max(1.0, 1.5 * unit)))
    plate.canvas.save()
    plate.canvas.translate(x, y)
    plate.canvas.scale(large, large)
    draw(plate.canvas, scene, side)
    plate.canvas.restore()
    return plate.layer(LayerMotion("sway", 2.2, 0.22), end)


_BETWEEN = 0.52
"""Where over the way from who has the line to who stands beside a kite flies."""


def _kite_height(scene: Scene, anchors: tuple[Anchor, ...]) -> float:
    """Share of the frame from its top: over the tallest head, or as far up as there is sky in closer shots."""
    tallest = min((one.head_y - one.head_height * 0.6 for one in anchors), default=scene.size.height * 0.3)
    return max(0.14, min(0.17, tallest / scene.size.height - 0.16))


def _beside_the_hip(anchors: tuple[Anchor, ...], width: float, height: float, side: int) -> tuple[float, float]:
    if not anchors:
        return width * (0.5 - side * 0.2), height * 1.05
    one = anchors[0]
    return one.head_x + side * one.head_height * 0.5, min(one.head_y + one.head_height * 2.4, height * 1.05)


def _kite(canvas: Any, scene: Scene, side: int) -> None:
    """A diamond of two colours with a tail of bows, about 130 units long."""
    first, second = scene.pick("kite", _KITES)
    first, second = scene.local(first, 0.2), scene.local(second, 0.2)
    canvas.rotate(24 * side)
    top, left, right, bottom = (0.0, -52.0), (-40.0, -8.0), (40.0, -8.0), (0.0, 66.0)
    mid = (0.0, -8.0)
    for path, color in (
        (polygon(top, right, mid), first),
        (polygon(right, bottom, mid), second),
        (polygon(top, left, mid), darker(second, 0.12)),
        (polygon(left, bottom, mid), darker(first, 0.16)),
    ):
        canvas.drawPath(path, ink(color))
    frame = ink(darker(first, 0.55), 0.8, stroke=2)
    canvas.drawPath(curve(top, bottom), frame)
    canvas.drawPath(curve(left, right), frame)
    tail = [(0.0, 66.0), (-12.0, 92.0), (8.0, 118.0), (-8.0, 146.0), (10.0, 172.0)]
    canvas.drawPath(curve(*tail), ink(darker(second, 0.3), 0.9, stroke=2))
    for at, (x, y) in enumerate(tail[1:]):
        color = (first, second)[at % 2]
        canvas.drawPath(polygon((x, y), (x - 11, y - 6), (x - 11, y + 6)), ink(color))
        canvas.drawPath(polygon((x, y), (x + 11, y - 6), (x + 11, y + 6)), ink(lighter(color, 0.12)))


def _balloon(canvas: Any, scene: Scene, side: int) -> None:
    """One red balloon, larger."""
    canvas.scale(1.5, 1.5)
    _blown(canvas, scene, ((6.0 * side, 0.0, _BALLOONS[0]),))


def _balloons(canvas: Any, scene: Scene, side: int) -> None:
    """Four balloons whose strings meet below."""
    places = ((-34.0, -14.0), (30.0, -30.0), (-4.0, -66.0), (44.0, 20.0))
    _blown(canvas, scene, tuple((x * side, y, color) for (x, y), color in zip(places, _BALLOONS, strict=True)))


def _blown(canvas: Any, scene: Scene, balloons: tuple[tuple[float, float, str], ...]) -> None:
    for at, (x, y, color) in enumerate(balloons):
        tone = scene.local(color, 0.2)
        canvas.drawPath(curve((x, y + 34), (x * 0.5, y + 80), (0, 128)), ink("#2a2430", 0.5, stroke=1.4))
        body = smooth([(x, y - 36), (x + 29, y - 8), (x + 16, y + 24), (x, y + 35), (x - 16, y + 24), (x - 29, y - 8)])
        canvas.drawPath(body, ink(tone))
        shade = linear(
            (x - 28, y - 30), (x + 28, y + 30), [(0, lighter(tone, 0.35)), (0.55, tone), (1, darker(tone, 0.3))]
        )
        canvas.drawPath(body, ink(shader=shade))
        canvas.drawPath(oval(x - 9, y - 16, 5, 8), ink("#ffffff", 0.5 - at * 0.05, blur=1.5))


def _aeroplane(scene: Scene) -> Layer | None:
    """Small and high, it crosses the sky with a trail behind it."""
    size, side = scene.size, _free_side(scene)
    unit = min(size.width, size.height) / 720
    x, y = size.width * (0.5 + side * 0.1), size.height * 0.16
    plate = Plate(size, 0.12, "flown")
    canvas = plate.canvas
    canvas.translate(x, y)
    canvas.scale(unit * 1.3 * side, unit * 1.3)
    trail = linear((-230, 6), (-30, 0), [(0, "#ffffff", 0.0), (1, "#ffffff", 0.5)])
    canvas.drawPath(polygon((-230, 2), (-30, -3), (-30, 5), (-230, 8)), ink(shader=trail, blur=1.2))
    body = scene.local("#e8e6e3", 0.35)
    canvas.drawPath(smooth([(-36, -2), (22, -7), (40, 0), (22, 6), (-36, 3)]), ink(body))
    canvas.drawPath(polygon((6, 0), (-14, 26), (-24, 26), (-10, 0)), ink(darker(body, 0.25)))
    canvas.drawPath(polygon((-24, -2), (-40, -20), (-46, -20), (-38, -1)), ink(darker(body, 0.15)))
    canvas.resetMatrix()
    layer = plate.layer()
    if layer is None:
        return None
    way = size.width * 0.09 * side
    return replace(layer, course=(Stop(0, x=-way), Stop(1, x=way, pace="even")))


def _lanterns(scene: Scene) -> Layer | None:
    """Paper lanterns that rise, glowing, smaller with distance."""
    size, dice = scene.size, scene.dice("lanterns")
    unit = min(size.width, size.height) / 720
    plate = Plate(size, 0.3, "flown")
    for at in range(9):
        x = size.width * (0.08 + 0.84 * ((at * 0.37 + dice.uniform(0, 0.12)) % 1.0))
        y = size.height * dice.uniform(0.06, 0.46)
        tall = unit * dice.uniform(16, 44)
        glow(plate.canvas, x, y, tall * 1.7, "#ffb45e", 0.5)
        top, foot = y - tall * 0.5, y + tall * 0.5
        body = smooth([(x - tall * 0.4, top), (x + tall * 0.4, top), (x + tall * 0.32, foot), (x - tall * 0.32, foot)])
        warm = mix("#ff9d4a", "#ffd98f", (math.sin(at * 2.1) + 1) / 2)
        canvas = plate.canvas
        canvas.drawPath(
            body,
            ink(shader=linear((x, y - tall * 0.5), (x, y + tall * 0.5), [(0, darker(warm, 0.25)), (1, "#fff0c4")])),
        )
    return plate.layer(LayerMotion("rise", 5 * unit, 0.1))


def _free_side(scene: Scene) -> int:
    people = scene.shot.staging.people
    if not people:
        return 1
    turned = {"left": -1, "right": 1}.get(people[0].gaze, 0)
    return turned or {"left": 1, "right": -1}.get(people[0].place, 1)
