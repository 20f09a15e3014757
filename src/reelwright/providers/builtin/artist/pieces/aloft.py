"""What lives in the open sky and on water as layers of their own: clouds that drift, birds, stars and glints."""

import math
from random import Random
from typing import Any

from reelwright.providers.builtin.artist.brush import ink, mix, oval, smooth
from reelwright.providers.builtin.artist.contract import Scene
from reelwright.providers.builtin.artist.painting import Drawing, Layer, LayerMotion, Plate, Stop, Turning
from reelwright.providers.builtin.artist.pieces.landscape import cloud

_BIRDS_BY = ("dawn", "morning", "day", "golden hour", "dusk")


def sky_life(scene: Scene, horizon: float) -> tuple[Layer | None, ...]:
    """All that moves in a sky: at most four small layers."""
    staging = scene.shot.staging
    if horizon < scene.size.height * 0.12:
        return ()
    stars = (staging.time_of_day == "night" and staging.weather == "clear") or "stars" in staging.effects
    is_near = scene.view.blur > 2
    count = 0 if staging.weather == "fog" else 1 if is_near else 2
    clouds = tuple(_cloud(scene, horizon, index) for index in range(count))
    named = "birds" in staging.props
    fly = named or (not is_near and staging.weather == "clear" and scene.dice("birds").random() < 0.45)
    birds = _birds(scene, horizon, named) if fly and staging.time_of_day in _BIRDS_BY else None
    return (twinkling(scene, horizon) if stars and not is_near else None, *clouds, birds)


def _cloud(scene: Scene, horizon: float, index: int) -> Layer | None:
    size, dice = scene.size, scene.dice(f"cloud {index}")
    wide = dice.uniform(0.13, 0.2) * size.width
    x, y = (0.28 + 0.44 * index + dice.uniform(-0.12, 0.12)) * size.width, dice.uniform(0.12, 0.5) * horizon
    plate = Plate(size, 0.1, "cloud", 7, (x - wide * 1.5, y - wide * 0.3, x + wide * 1.5, y + wide * 0.3))
    cloud(plate.canvas, scene, x, y, wide, dice)
    layer = plate.layer()
    way = 1 if scene.pick("wind", (True, False)) else -1
    reach = size.width * (0.012 + 0.01 * index) * way
    return _sent(layer, (Stop(0, x=-reach), Stop(1, x=reach, pace="even")))


def _birds(scene: Scene, horizon: float, named: bool) -> Layer | None:
    """A loose flock that crosses the sky, wings up and down."""
    size, dice = scene.size, scene.dice("flock")
    unit = min(size.width, size.height) / 720
    way = dice.choice((-1, 1))
    x, y = size.width * (0.5 - way * dice.uniform(0.05, 0.3)), max(horizon * dice.uniform(0.2, 0.5), 40.0)
    count = dice.randint(5, 8) if named else dice.randint(3, 5)
    flock = [
        (
            x - way * (index * 22 + dice.uniform(-10, 10)) * unit,
            y + dice.uniform(-26, 26) * unit,
            dice.uniform(5, 9) * unit,
        )
        for index in range(count)
    ]
    pad = 20 * unit
    drawings: list[Layer | None] = []
    area = (min(bird[0] for bird in flock) - pad, min(bird[1] for bird in flock) - pad,
            max(bird[0] for bird in flock) + pad, max(bird[1] for bird in flock) + pad)  # fmt: skip
    for lift in (0.9, 0.25, -0.5, 0.25):
        plate = Plate(size, 0.13, "birds", 0.6, area)
        for index, (bx, by, span) in enumerate(flock):
            _bird(plate.canvas, bx, by, span, lift if index % 2 else lift * 0.6 + 0.1, scene.hour.fill)
        drawings.append(plate.layer())
    first = drawings[0]
    if first is None or None in drawings:
        return None
    book = tuple(Drawing(each.image, each.left, each.top) for each in drawings if each is not None)
    far = size.width * 0.16 * way
    course = (Stop(0, x=-far * 0.3), Stop(1, x=far, y=-14 * unit, pace="even"))
    turning = Turning((0, 1, 2, 3), begins=0.0, step_s=0.11, again_from=0, ends=1.0)
    return Layer(
        first.name, first.image, first.left, first.top, first.depth, detail=first.detail, course=course,
        drawings=book, turning=turning,
    )  # fmt: skip


def _bird(canvas: Any, x: float, y: float, span: float, lift: float, color: str) -> None:
    for side in (-1, 1):
        shoulder = (x + side * span * 0.55, y - span * (0.25 + lift * 0.4))
        tip = (x + side * span * 1.25, y - span * lift * 0.6)
        back = (x + side * span * 0.5, y - span * lift * 0.25 + span * 0.02)
        wing = smooth([(x, y, "c"), shoulder, (*tip, "c"), back])
        canvas.drawPath(wing, ink(mix(color, "#1a1626", 0.6), 0.85))
    canvas.drawPath(oval(x, y + span * 0.03, span * 0.13, span * 0.2), ink(mix(color, "#1a1626", 0.6), 0.9))


def twinkling(scene: Scene, horizon: float) -> Layer | None:
    """The brightest stars, which twinkle."""
    size, dice = scene.size, scene.dice("twinkle")
    plate = Plate(size, 0.06, "stars", 1.3, (0, 0, size.width, max(horizon * 0.75, 60)))
    count = 20 if "stars" in scene.shot.staging.effects else 9
    for _ in range(count):
        x, y = dice.uniform(0.02, 0.98) * size.width, dice.uniform(0.02, 0.7) * horizon
        long = dice.uniform(3, 8)
        for dx, dy in ((long, 0.8), (0.8, long)):
            plate.canvas.drawPath(oval(x, y, dx, dy), ink("#eef2ff", 0.7, blur=0.7))
        plate.canvas.drawCircle(x, y, 1.7, ink("#ffffff"))
    return plate.layer(LayerMotion("flicker", 0.75, 2.7))


def glints(scene: Scene, horizon: float, bottom: float) -> Layer | None:
    """The light's path on the water, that comes and goes."""
    size, dice = scene.size, scene.dice("glints")
    if scene.view.blur > 5:
        return None
    middle, deep = size.width * (0.5 + scene.light.dx * 0.27), bottom - horizon
    wide = size.width * 0.2
    plate = Plate(size, 0.2, "glints", 1.3, (middle - wide, horizon, middle + wide, horizon + deep * 0.42))
    for _ in range(46):
        near = dice.random() ** 1.3 * 0.4
        x, y = dice.gauss(middle, wide * (0.14 + near * 0.4)), horizon + 2 + near * deep
        tone = mix(scene.hour.sun, scene.hour.key, 0.3)
        plate.canvas.drawPath(oval(x, y, 6 + near * 40, 0.9 + near * 2), ink(tone, dice.uniform(0.3, 0.75)))
    return plate.layer(LayerMotion("flicker", 0.8, 1.9))


def sparks(scene: Scene, x: float, y: float, reach: float, dice: Random) -> Layer | None:
    """Sparks that rise from a fire at (x, y), in frame units."""
    plate = Plate(scene.size, 1.0, "sparks", 0.9, (x - reach, y - reach * 2.6, x + reach, y))
    for _ in range(26):
        up = dice.random()
        dx = math.sin(up * 5 + dice.uniform(0, 6)) * reach * 0.4 * up + dice.uniform(-0.2, 0.2) * reach
        tone = mix("#fff0c0", "#ff8a3a", up)
        plate.canvas.drawCircle(
            x + dx, y - up * reach * 2.4, dice.uniform(1, 2.6) * (1 - up * 0.5), ink(tone, 0.95 - up * 0.6)
        )
    return plate.layer(LayerMotion("rise", reach * 0.6, 1.7))


def _sent(layer: Layer | None, course: tuple[Stop, ...]) -> Layer | None:
    if layer is None:
        return None
    return Layer(layer.name, layer.image, layer.left, layer.top, layer.depth, detail=layer.detail, course=course)
