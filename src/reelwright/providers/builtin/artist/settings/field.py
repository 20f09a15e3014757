"""Open country: steppe or fields under a wide sky, with a yurt, a barn or a fence where the props ask for them."""

from typing import Any

from reelwright.providers.builtin.artist.brush import (
    box,
    curve,
    darker,
    ink,
    lighter,
    mix,
    oval,
    polygon,
    smooth,
    solid,
)
from reelwright.providers.builtin.artist.composition import faces
from reelwright.providers.builtin.artist.contract import Backdrop, Scene, Setting
from reelwright.providers.builtin.artist.outdoors import ground, open_air
from reelwright.providers.builtin.artist.painting import Layer, LayerMotion, Plate
from reelwright.providers.builtin.artist.pieces import landscape
from reelwright.providers.builtin.artist.stagecraft import wash


def _far(canvas: Any, scene: Scene, horizon: float) -> None:
    dice, scale = scene.dice("hills"), scene.size.height / 720
    for index, height in enumerate((110, 70, 44)):
        tone = mix(scene.local("#8a8a6b", 0.3), scene.hour.sky[2], 0.62 - index * 0.2)
        landscape.ridge(canvas, scene, horizon + (index - 1) * 16 * scale, height * scale, tone, dice)


def _mid(canvas: Any, scene: Scene, horizon: float) -> None:
    size, dice = scene.size, scene.dice("field")
    grass = landscape.foliage(scene, scene.local(scene.pick("grass", ("#b59a56", "#9aa056", "#c2a35f")), 0.25))
    top = min(horizon + size.height * 0.05, size.height * 0.84)
    ground(canvas, scene, top, grass)
    x, y, wide = _landmark(scene)
    kind = _kind(scene)
    if kind == "barn":
        _barn(canvas, scene, x, y, wide)
    elif kind == "yurt":
        _yurt(canvas, scene, x, y, wide)
    for index in range(420):
        near = index / 420
        gx, y = dice.uniform(-100, size.width + 100), top + 4 + near * (size.height + size.margin_y - top)
        tall = 5 + near * 70 * dice.uniform(0.5, 1.1)
        tone = mix(darker(grass, 0.4), lighter(grass, 0.5), dice.random())
        canvas.drawPath(
            curve((gx, y), (gx + 3, y - tall * 0.6), (gx + dice.uniform(0.0, 0.6) * tall, y - tall)),
            ink(tone, 0.9, stroke=0.9 + near * 2.2),
        )


def _kind(scene: Scene) -> str:
    props = " ".join(scene.shot.staging.props).lower()
    if "barn" in props or "farm" in props:
        return "barn"
    return "yurt" if "yurt" in props or "steppe" in props else "tree"


def _open_side(scene: Scene) -> int:
    """-1 or 1: where nobody's head, and no horse's, is before it."""
    people, either = scene.shot.staging.people, scene.dice("landmark").choice((-1, 1))
    if not people:
        return either
    if people[0].pose == "riding":
        return 1 if faces(people[0]) < 0 else -1
    free = {"left": 1, "right": -1}.get(people[0].place, either)
    # A horse waits on the free side.
    return -free if "horse" in scene.shot.staging.props else free


def _landmark(scene: Scene) -> tuple[float, float, float]:
    """Where what stands in the open country has its foot, and half its width, in units."""
    size, side = scene.size, _open_side(scene)
    top = min(scene.view.horizon_y + size.height * 0.05, size.height * 0.84)
    wide = size.height * 0.2 * (0.7 + scene.view.wall_scale * 0.16)
    out = 0.43 if "horse" in scene.shot.staging.props else 0.27
    return size.width * (0.5 + side * out), top + 40, wide


def _alive(scene: Scene) -> tuple[Layer | None, ...]:
    """Smoke over the yurt, or a tree in the wind."""
    x, y, wide = _landmark(scene)
    soft = max(2.0, scene.view.blur)
    if _kind(scene) == "barn":
        return ()
    if _kind(scene) == "yurt":
        plate = Plate(scene.size, 0.44, "smoke", 10, (x - wide, y - wide * 2.4, x + wide, y - wide * 1.05))
        for index in range(7):
            at = y - wide * (1.15 + index * 0.16)
            puff = oval(x + wide * (0.03 + 0.012 * index * index), at, wide * (0.05 + 0.022 * index), wide * 0.1)
            plate.canvas.drawPath(puff, ink(mix("#e9e4e0", scene.hour.far, 0.3), 0.5 - index * 0.055, blur=wide * 0.05))
        return (plate.layer(LayerMotion("rise", wide * 0.16, 4.2)),)
    tall = wide * 1.6
    plate = Plate(scene.size, 0.46, "tree", soft, (x - tall * 0.5, y - tall * 1.1, x + tall * 0.5, y + 6))
    tone = landscape.foliage(scene, scene.pick("leaves", ("#7a8f52", "#8f954f", "#6b8a58")))
    landscape.tree(plate.canvas, x, y - 4, tall, tone, scene.light, scene.dice("tree"))
    wash(plate.canvas, scene, 0.8)
    plate.blur(scene.view.blur)
    large = tall * tall > 0.07 * scene.size.width * scene.size.height
    motion = LayerMotion("drift", 3, 4.6) if large else LayerMotion("sway", 0.6, 4.6)
    return (plate.layer(motion, (x, y)),)


def _yurt(canvas: Any, scene: Scene, x: float, y: float, wide: float) -> None:
    light, felt = scene.light, "#e9ddc8"
    canvas.drawPath(oval(x, y, wide * 1.1, wide * 0.1), ink("#0a0712", 0.4, blur=9))
    solid(
        canvas,
        box(x - wide, y - wide * 0.62, wide * 2, wide * 0.64, wide * 0.06),
        felt,
        light,
        shade=0.6,
        rim=0.8,
        rim_width=6,
    )
    roof = smooth(
        [
            (x - wide * 1.06, y - wide * 0.58, "c"),
            (x - wide * 0.5, y - wide * 0.98),
            (x, y - wide * 1.12),
            (x + wide * 0.5, y - wide * 0.98),
            (x + wide * 1.06, y - wide * 0.58, "c"),
        ]
    )
    solid(canvas, roof, lighter(felt, 0.2), light, shade=0.6, rim=0.9, rim_width=6)
    band = scene.local("#a5483f", 0.2)
    canvas.drawPath(box(x - wide, y - wide * 0.55, wide * 2, wide * 0.09, 3), ink(band))
    for index in range(11):
        at = x - wide * 0.9 + index * wide * 0.18
        canvas.drawPath(
            polygon(
                (at - wide * 0.05, y - wide * 0.505),
                (at, y - wide * 0.54),
                (at + wide * 0.05, y - wide * 0.505),
                (at, y - wide * 0.47),
            ),
            ink("#f0d9a0"),
        )
    canvas.drawPath(box(x - wide * 0.2, y - wide * 0.46, wide * 0.4, wide * 0.48, 4), ink(darker(band, 0.3)))
    canvas.drawPath(
        box(x - wide * 0.15, y - wide * 0.41, wide * 0.3, wide * 0.43, 3),
        ink(mix("#3a2433", "#ffc070", scene.hour.lamps * 0.8 + 0.15)),
    )


def _barn(canvas: Any, scene: Scene, x: float, y: float, wide: float) -> None:
    light, red = scene.light, scene.local("#9c4034", 0.2)
    canvas.drawPath(oval(x, y, wide * 1.1, wide * 0.1), ink("#0a0712", 0.4, blur=9))
    solid(
        canvas,
        polygon(
            (x - wide, y),
            (x - wide, y - wide * 0.8),
            (x - wide * 0.6, y - wide * 1.2),
            (x, y - wide * 1.45),
            (x + wide * 0.6, y - wide * 1.2),
            (x + wide, y - wide * 0.8),
            (x + wide, y),
        ),
        red,
        light,
        shade=0.6,
        rim=0.8,
        rim_width=6,
    )
    canvas.drawPath(
        curve(
            (x - wide * 1.06, y - wide * 0.76),
            (x - wide * 0.6, y - wide * 1.2),
            (x, y - wide * 1.47),
            (x + wide * 0.6, y - wide * 1.2),
            (x + wide * 1.06, y - wide * 0.76),
        ),
        ink("#efe3d0", stroke=wide * 0.05),
    )
    canvas.drawPath(box(x - wide * 0.35, y - wide * 0.62, wide * 0.7, wide * 0.62, 2), ink(darker(red, 0.35)))
    for line in (
        (x - wide * 0.35, y, x + wide * 0.35, y - wide * 0.62),
        (x - wide * 0.35, y - wide * 0.62, x + wide * 0.35, y),
    ):
        canvas.drawLine(*line, ink("#efe3d0", stroke=wide * 0.035))


def _paint(scene: Scene) -> Backdrop:
    return open_air(scene, _far, _mid, near=("grasses", "#a58a4a"), alive=_alive)


SETTING = Setting(_paint, "grass", is_interior=False, stations_cm=(-300, 0, 300))
