"""Fire and neon as effects: layers behind the subject that give light."""

import math
from random import Random
from typing import Any

from reelwright.film.shot import Framing
from reelwright.providers.builtin.artist.brush import box, darker, glow, ink, linear, mix, oval, rect, smooth, solid
from reelwright.providers.builtin.artist.contract import Scene
from reelwright.providers.builtin.artist.painting import Drawing, Layer, LayerMotion, Plate, Turning
from reelwright.providers.builtin.artist.pieces import neon
from reelwright.providers.builtin.artist.pieces.aloft import sparks

_NO_FIRE = ("street", "office", "clinic", "train", "gym", "space", "rooftop", "road", "shop", "classroom", "stage")
_HAS_SIGNS = ("street",)


def glowing(scene: Scene, *, indoors: bool) -> tuple[Layer | None, ...]:
    """The fire and the neon that the staging's effects name, for the plane behind the subject."""
    asked, setting = scene.shot.staging.effects, scene.shot.staging.setting
    found: list[Layer | None] = []
    if "fire" in asked and setting not in _NO_FIRE:
        found += _fire(scene, indoors=indoors)
    if "neon" in asked and setting not in _HAS_SIGNS:
        found += _neon(scene)
    return tuple(found)


def _free_side(scene: Scene) -> int:
    people = scene.shot.staging.people
    if {person.place for person in people} >= {"left", "right"}:
        return 0
    if people:
        return {"left": 1, "right": -1}.get(people[0].place, scene.dice("side").choice((-1, 1)))
    return {"left": 1, "right": -1}.get(scene.shot.staging.product_place, -1)


def _fire(scene: Scene, *, indoors: bool) -> list[Layer | None]:
    """A fireplace at the wall indoors, a camp fire on the ground outdoors."""
    view, size = scene.view, scene.size
    depth = 1.0 if indoors else 0.7
    scale, side = view.scale(depth), _free_side(scene)
    x, foot = size.width * (0.5 + side * 0.3), view.y(0, depth)
    if foot > size.height * 1.02:
        # Nearer shots see the fire behind the shoulder, soft.
        foot = size.height * 0.98
    high = max(min((92.0 if indoors else 120.0) * scale, size.height * (0.26 if indoors else 0.4)), size.height * 0.09)
    base = Plate(size, 0.6, "hearth", view.blur)
    glow(base.canvas, x, foot - high * 0.4, high * 4.2, "#ff9a4a", 0.5)
    if indoors:
        _hearth(base.canvas, scene, x, foot, high)
    else:
        _logs(base.canvas, scene, x, foot, high)
    base.blur(view.blur)
    return [
        base.layer(LayerMotion("flicker", 0.1, 0.9)),
        _flames(scene, x, foot, high),
        _sparks(scene, x, foot, high, indoors),
    ]


def _sparks(scene: Scene, x: float, foot: float, high: float, indoors: bool) -> Layer | None:
    return None if indoors else sparks(scene, x, foot - high * 0.5, high * 0.9, scene.dice("sparks"))


def _hearth(canvas: Any, scene: Scene, x: float, foot: float, high: float) -> None:
    stone = scene.local(scene.pick("hearth", ("#8f8078", "#a5705a", "#d9d0c4")))
    wide = high * 1.15
    solid(
        canvas, rect(x - wide * 1.5, foot - high * 1.9, x + wide * 1.5, foot), stone, scene.light, rim_width=4, soft=12
    )
    for row in range(7):
        y = foot - high * 1.9 + row * high * 0.27
        canvas.drawLine(x - wide * 1.5, y, x + wide * 1.5, y, ink(darker(stone, 0.5), 0.3, stroke=high * 0.014))
    mouth = smooth([(x - wide, foot, "c"), (x - wide, foot - high * 0.9), (x - wide * 0.6, foot - high * 1.3),
                    (x + wide * 0.6, foot - high * 1.3), (x + wide, foot - high * 0.9),
                    (x + wide, foot, "c")])  # fmt: skip
    dark = linear((0, foot - high * 1.3), (0, foot), [(0, "#140a0a"), (0.6, "#3a1710"), (1, "#7a2f12")])
    canvas.drawPath(mouth, ink(shader=dark))
    mantel = box(x - wide * 1.7, foot - high * 2.08, wide * 3.4, high * 0.2, high * 0.04)
    solid(canvas, mantel, "#6b4a38", scene.light, rim_width=3, soft=8)
    _logs(canvas, scene, x, foot, high * 0.8)


def _logs(canvas: Any, scene: Scene, x: float, foot: float, high: float) -> None:
    canvas.drawPath(oval(x, foot, high * 0.9, high * 0.1), ink("#1a0f0c", 0.6, blur=high * 0.05))
    for turn, dx in ((-13, -0.1), (14, 0.12), (2, 0.0)):
        canvas.save()
        canvas.translate(x + dx * high, foot - high * 0.1)
        canvas.rotate(turn)
        log = box(-high * 0.62, -high * 0.09, high * 1.24, high * 0.17, high * 0.08)
        solid(canvas, log, "#4a3026", scene.light, rim_width=high * 0.02, soft=high * 0.05)
        canvas.drawPath(
            box(-high * 0.3, -high * 0.09, high * 0.6, high * 0.07, high * 0.03), ink("#ff7a2a", 0.7, blur=high * 0.03)
        )
        canvas.restore()


def _flames(scene: Scene, x: float, foot: float, high: float) -> Layer | None:
    """A flip-book of five drawings."""
    soft = max(0.8, scene.view.blur * 0.8)
    area = (x - high * 0.9, foot - high * 1.5, x + high * 0.9, foot)
    layers: list[Layer] = []
    for index in range(5):
        plate = Plate(scene.size, 0.6, "flames", soft, area)
        dice = scene.dice(f"flames {index}")
        for reach, color in ((1.0, "#ff5a1f"), (0.74, "#ff9a2e"), (0.48, "#ffd65a"), (0.26, "#fff6d0")):
            _tongues(plate.canvas, x, foot - high * 0.08, high * reach, color, index, dice)
        plate.blur(soft)
        layer = plate.layer()
        if layer is not None:
            layers.append(layer)
    if not layers:
        return None
    first = layers[0]
    book = tuple(Drawing(layer.image, layer.left, layer.top) for layer in layers)
    turning = Turning(tuple(range(len(book))), begins=0.0, step_s=0.1, again_from=0, ends=1.0)
    return Layer(
        first.name, first.image, first.left, first.top, first.depth, detail=first.detail, drawings=book, turning=turning
    )


def _tongues(canvas: Any, x: float, foot: float, high: float, color: str, index: int, dice: Random) -> None:
    for dx, tall in ((-0.3, 0.68), (0.02, 1.18), (0.3, 0.78), (-0.12, 0.94), (0.17, 0.9)):
        lean = math.sin(index * 1.26 + dx * 9) * 0.12
        top = high * tall * dice.uniform(0.82, 1.12)
        cx, wide = x + dx * high, high * 0.2
        path = smooth(
            [(cx - wide * 0.6, foot), (cx - wide, foot - top * 0.28), (cx + (lean - 0.1) * high, foot - top * 0.62),
             (cx + lean * high * 1.3, foot - top, "c"), (cx + (lean + 0.1) * high, foot - top * 0.56),
             (cx + wide, foot - top * 0.26), (cx + wide * 0.6, foot)]
        )  # fmt: skip
        canvas.drawPath(path, ink(color, 0.72, blur=high * 0.03))


def _neon(scene: Scene) -> list[Layer | None]:
    """Two or three tubes on the wall behind; one of them flickers."""
    size, view = scene.size, scene.view
    unit = min(size.width, size.height)
    near = scene.shot.camera.framing in (
        Framing.CLOSE_UP,
        Framing.EXTREME_CLOSE_UP,
        Framing.MEDIUM_CLOSE,
        Framing.INSERT,
    )
    high = unit * (0.3 if near else 0.16)
    steady = Plate(size, 0.44, "neon", view.blur)
    kinds = [scene.pick(f"neon {index}", neon.KINDS) for index in range(3)]
    colors = [scene.pick(f"tube {index}", neon.COLORS) for index in range(3)]
    side = _free_side(scene) or 1
    spots = ((0.5 + side * 0.33, 0.24), (0.5 - side * 0.36, 0.3), (0.5 + side * 0.1, 0.12))
    for index in (0, 2)[: 1 if near else 2]:
        px, py = spots[index]
        neon.sign(steady.canvas, kinds[index], size.width * px, size.height * py, high, colors[index])
    steady.blur(view.blur * 0.7)
    px, py = spots[1]
    x, y = size.width * px, size.height * py
    reach = high * 1.7
    other = Plate(size, 0.44, "neon", view.blur, (x - reach, y - reach, x + reach, y + reach))
    neon.sign(other.canvas, kinds[1], x, y, high * 0.9, mix(colors[1], "#ffffff", 0.05))
    other.blur(view.blur * 0.7)
    return [steady.layer(), other.layer(LayerMotion("flicker", 0.55, 1.3))]
