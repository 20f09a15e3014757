"""What hangs in the air: beams, dust, steam, bokeh, petals, sparkle, confetti, splashes, rain, snow, fog."""

import math
from dataclasses import replace
from random import Random
from typing import Any

from reelwright.providers.builtin.artist.brush import SCREEN, curve, ink, linear, mix, oval, polygon, smooth, solid
from reelwright.providers.builtin.artist.composition import compose
from reelwright.providers.builtin.artist.contract import Scene, Spot
from reelwright.providers.builtin.artist.painting import Layer, LayerMotion, Plate, Stop
from reelwright.providers.builtin.artist.products import shape_of
from reelwright.providers.builtin.artist.stagecraft import gather


def effects(scene: Scene, hot: Spot | None, *, indoors: bool) -> tuple[Layer, ...]:
    """The layers of a shot's effects, its steam and its weather; ``hot`` is a product that steams."""
    asked = set(scene.shot.staging.effects)
    weather = scene.shot.staging.weather
    steam = (
        _steam(scene, hot) if hot is not None and (hot.height > scene.size.height * 0.05 or "steam" in asked) else None
    )
    falling = None
    if not indoors and weather in _FALLING:
        falling = _FALLING[weather](scene)
    bits = tuple(_confetti(scene, index) for index in range(2)) if "confetti" in asked else ()
    splash = _splash(scene) if "splash" in asked else None
    return gather(_air(scene, asked, indoors), steam, splash, *bits, falling)


def _air(scene: Scene, asked: set[str], indoors: bool) -> Layer | None:
    is_sharp = indoors or asked & {"dust", "bokeh", "petals", "sparkle"}
    plate = Plate(scene.size, 1.06, "air", 0.0 if is_sharp else 10.0)
    canvas, dice = plate.canvas, scene.dice("air")
    strength = scene.hour.shafts if indoors or "light shafts" in asked else scene.hour.shafts * 0.4
    if scene.shot.staging.people:
        # A beam between lens and face would wash out who it is.
        strength *= 0.3
    if strength > 0.12 and scene.shot.staging.setting != "space":
        # Beams are soft: painted small and enlarged they cost a tenth.
        beams = Plate(scene.size, 1.06, "beams", 10.0)
        _shafts(beams.canvas, scene, strength)
        beams.lay_on(canvas)
    if indoors or "dust" in asked:
        _dust(canvas, scene, dice)
    if "bokeh" in asked:
        _bokeh(canvas, scene, dice)
    if "petals" in asked:
        _petals(canvas, scene, dice)
    if "sparkle" in asked and not scene.shot.staging.people:
        _sparkle(canvas, scene, dice)
    return plate.layer(LayerMotion("drift", 14, 9.0))


def _shafts(canvas: Any, scene: Scene, strength: float) -> None:
    size, light = scene.size, scene.light
    x0 = size.width * (0.5 + light.dx * 0.42)
    lean = -light.dx * size.width * 0.42
    for index in range(2):
        top = x0 - light.dx * index * size.width * 0.15
        wide = size.width * 0.1
        path = polygon(
            (top - wide, -60),
            (top + wide * 0.6, -60),
            (top + lean + wide * 2.6, size.height + 40),
            (top + lean, size.height + 40),
        )
        stops = [
            (0.0, scene.hour.key, 0.26 * strength),
            (0.6, scene.hour.key, 0.1 * strength),
            (1.0, scene.hour.key, 0.0),
        ]
        shader = linear((top, 0), (top + lean, size.height), stops)
        canvas.drawPath(path, ink(shader=shader, blur=26, blend=SCREEN))


def _dust(canvas: Any, scene: Scene, dice: Random) -> None:
    size = scene.size
    for _ in range(38):
        x = dice.gauss(size.width * (0.5 + scene.light.dx * 0.12), size.width * 0.24)
        y = dice.uniform(size.height * 0.08, size.height * 0.9)
        canvas.drawCircle(
            x, y, dice.uniform(0.8, 2.4), ink("#fff1cf", dice.uniform(0.12, 0.5) * scene.light.power, blur=1)
        )


def _bokeh(canvas: Any, scene: Scene, dice: Random) -> None:
    size = scene.size
    for _ in range(16):
        x, y = dice.uniform(0, size.width), dice.uniform(0, size.height * 0.6)
        radius, tone = dice.uniform(8, 34), mix(scene.hour.key, scene.tone(0.75), dice.random())
        canvas.drawCircle(x, y, radius, ink(tone, 0.08))
        canvas.drawCircle(x, y, radius * 0.96, ink(tone, 0.12, stroke=2))


def _petals(canvas: Any, scene: Scene, dice: Random) -> None:
    size = scene.size
    tone = scene.tone(0.6)
    for _ in range(9):
        x, y = dice.uniform(0, size.width), dice.uniform(0.05, 0.95) * size.height
        canvas.save()
        canvas.translate(x, y)
        canvas.rotate(dice.uniform(0, 360))
        wide = dice.uniform(7, 15)
        path = smooth(
            [
                (0, -wide * 1.3),
                (wide, -wide * 0.5),
                (wide * 0.9, wide * 0.7),
                (0, wide * 1.3),
                (-wide, wide * 0.6),
                (-wide, -wide * 0.6),
            ]
        )
        solid(canvas, path, mix("#a53550", tone, 0.35), scene.light, rim=0.9, rim_width=2.5, soft=4)
        canvas.restore()


def _sparkle(canvas: Any, scene: Scene, dice: Random) -> None:
    size = scene.size
    for _ in range(14):
        x, y, long = dice.uniform(0, size.width), dice.uniform(0, size.height * 0.8), dice.uniform(5, 16)
        for dx, dy in ((long, 0.9), (0.9, long)):
            canvas.drawPath(oval(x, y, dx, dy), ink("#fff8e6", 0.7, blur=0.8))
        canvas.drawCircle(x, y, long * 0.6, ink(scene.hour.key, 0.25, blur=long * 0.3))


def _steam(scene: Scene, hot: Spot) -> Layer | None:
    plate = Plate(scene.size, 1.02, "steam")
    dice, tall = scene.dice("steam"), hot.height * 1.35
    top = hot.base_y - hot.height * 0.93
    for strand in range(3):
        x = hot.x + (strand - 1) * hot.height * 0.22
        sway = hot.height * dice.uniform(0.06, 0.13)
        points = [(x + sway * (0.3 + i / 6) * math.sin(i * 0.85 + strand * 2.1), top - i * tall / 8) for i in range(9)]
        for wide, alpha in ((0.16, 0.2), (0.06, 0.42)):
            stops = [(0.0, "#fff4e2", alpha), (0.55, "#fff4e2", alpha * 0.5), (1.0, "#fff4e2", 0.0)]
            shader = linear((0, top), (0, top - tall), stops)
            plate.canvas.drawPath(
                curve(*points), ink(shader=shader, stroke=wide * hot.height, blur=wide * hot.height * 0.55)
            )
    return plate.layer(LayerMotion("rise", 12, 4.5))


def _rain(scene: Scene) -> Layer | None:
    plate = Plate(scene.size, 1.2, "rain")
    dice, size = scene.dice("rain"), scene.size
    for _ in range(240):
        x, y = dice.uniform(-0.1, 1.1) * size.width, dice.uniform(-0.1, 1.1) * size.height
        near = dice.random()
        long = 18 + near * 52
        plate.canvas.drawLine(
            x,
            y,
            x - long * 0.14,
            y + long,
            ink(mix("#cfe0f5", scene.hour.key, 0.3), 0.12 + near * 0.26, stroke=0.8 + near * 1.2),
        )
    return plate.layer(LayerMotion("fall", 90, 0.6))


def _snow(scene: Scene) -> Layer | None:
    plate = Plate(scene.size, 1.2, "snow")
    dice, size = scene.dice("snow"), scene.size
    for _ in range(150):
        x, y = dice.uniform(-0.1, 1.1) * size.width, dice.uniform(-0.1, 1.1) * size.height
        radius = dice.uniform(1.2, 5.5)
        plate.canvas.drawCircle(x, y, radius, ink("#ffffff", dice.uniform(0.35, 0.9), blur=radius * 0.35))
    return plate.layer(LayerMotion("fall", 60, 3.5))


def _fog(scene: Scene) -> Layer | None:
    """A low bank between the lens and the ground."""
    size = scene.size
    plate = Plate(size, 1.15, "fog", 18, (-size.margin_x, size.height * 0.62, size.width * 1.1, size.height * 1.1))
    dice, tone = scene.dice("fog"), mix(scene.hour.sky[-1], "#ffffff", 0.1)
    for index in range(7):
        x, y = size.width * (index / 6 + dice.uniform(-0.1, 0.1)), size.height * dice.uniform(0.84, 1.0)
        bank = oval(x, y, size.width * dice.uniform(0.16, 0.3), size.height * dice.uniform(0.05, 0.09))
        plate.canvas.drawPath(bank, ink(tone, 0.34, blur=26))
    return plate.layer(LayerMotion("drift", 26, 11.0))


def _confetti(scene: Scene, index: int) -> Layer | None:
    plate = Plate(scene.size, 1.05 + 0.2 * index, "confetti")
    size, dice = scene.size, scene.dice(f"confetti {index}")
    colors = ("#ff5f6d", "#ffc24a", "#4fc3c7", "#8f7bff", "#ff9fc0", "#9be07a")
    for _ in range(46 - 22 * index):
        x, y = dice.uniform(-0.05, 1.05) * size.width, dice.uniform(-0.1, 1.05) * size.height
        wide, tall = dice.uniform(4, 8) * (1 + index), dice.uniform(6, 12) * (1 + index)
        plate.canvas.save()
        plate.canvas.translate(x, y)
        plate.canvas.rotate(dice.uniform(0, 360))
        tone = dice.choice(colors)
        bit = smooth([(-wide, -tall, "c"), (wide, -tall * 0.8, "c"), (wide * 0.8, tall, "c"), (-wide, tall * 0.8, "c")])
        shine = linear((-wide, -tall), (wide, tall), [(0, mix(tone, "#ffffff", 0.45)), (1, mix(tone, "#1a1020", 0.25))])
        plate.canvas.drawPath(bit, ink(shader=shine, blur=index * 2.2))
        plate.canvas.restore()
    return plate.layer(LayerMotion("fall", 120, 3.4, index * 0.35))


def _splash(scene: Scene) -> Layer | None:
    """A crown of drops around the product, thrown up once within the shot."""
    product = scene.shot.staging.product
    spot = compose(scene, shape_of(product.shape)).spot if product else None
    size, dice = scene.size, scene.dice("splash")
    x, y = (spot.x, spot.base_y) if spot else (size.width * 0.5, size.height * 0.86)
    reach = max(spot.height * 0.7 if spot else 0.0, min(size.width, size.height) * 0.22)
    plate = Plate(size, 1.04, "splash")
    canvas, body = plate.canvas, mix("#dff2fb", scene.hour.key, 0.2)
    for index in range(34):
        angle = dice.uniform(-1, 1)
        far = dice.uniform(0.35, 1.0)
        dx, dy = angle * reach * far * 1.1, -(1 - angle * angle * 0.6) * reach * far
        radius = dice.uniform(2, 9) * (1.2 - far * 0.6)
        if index < 12:
            tongue = smooth(
                [(x + dx * 0.25 - 9, y), (x + dx * 0.7 - 3, y + dy * 0.6), (x + dx, y + dy, "c"),
                 (x + dx * 0.7 + 4, y + dy * 0.55), (x + dx * 0.25 + 9, y)]
            )  # fmt: skip
            canvas.drawPath(tongue, ink(body, 0.4))
            canvas.drawPath(curve((x + dx * 0.3, y + dy * 0.1), (x + dx, y + dy)), ink("#ffffff", 0.55, stroke=1.4))
        canvas.drawPath(oval(x + dx * 1.08, y + dy * 1.12, radius, radius * 1.25), ink(body, 0.75))
        canvas.drawCircle(
            x + dx * 1.08 - radius * 0.3, y + dy * 1.12 - radius * 0.4, radius * 0.3, ink("#ffffff", 0.95)
        )
    canvas.drawPath(oval(x, y, reach * 0.75, reach * 0.1), ink(body, 0.45, stroke=5, blur=2))
    layer = plate.layer(pivot=(x, y))
    if layer is None:
        return None
    thrown = (
        Stop(0.0, wide=0.5, high=0.1, opacity=0.0), Stop(0.16, wide=0.6, high=0.15, opacity=0.0),
        Stop(0.34, pace="rising"), Stop(0.8, y=reach * 0.1, high=0.92, opacity=0.85),
        Stop(1.0, y=reach * 0.2, opacity=0.5),
    )  # fmt: skip
    return replace(layer, course=thrown)


_FALLING = {"rain": _rain, "snow": _snow, "fog": _fog}
