"""An open road: asphalt to the vanishing point, hills or the sea, rails or trees, lane lines that run."""

from typing import Any

from reelwright.providers.builtin.artist.brush import darker, glow, ink, linear, mix, polygon, rect, solid
from reelwright.providers.builtin.artist.contract import Backdrop, Scene, Setting
from reelwright.providers.builtin.artist.outdoors import ground, open_air
from reelwright.providers.builtin.artist.painting import Layer, LayerMotion
from reelwright.providers.builtin.artist.pieces import landscape, nature
from reelwright.providers.builtin.artist.stagecraft import living

_HALF = 420.0
"""Half the width of the asphalt in centimetres."""


def _far(canvas: Any, scene: Scene, horizon: float) -> None:
    dice, scale, size = scene.place_dice("far"), scene.size.height / 720, scene.size
    kind = scene.pick("land", ("hills", "peaks", "coast"))
    tone = mix(scene.hour.sky[2], scene.hour.fill, 0.34)
    if kind == "peaks":
        for index in range(4):
            x = size.width * ((index + 0.5) / 4 + dice.uniform(-0.1, 0.1))
            landscape.peak(canvas, scene, x, horizon + 20 * scale, dice.uniform(110, 200) * scale, tone, dice)
    if kind == "coast":
        landscape.sea(canvas, scene, horizon, size.height + size.margin_y)
    landscape.ridge(canvas, scene, horizon + 8 * scale, 76 * scale, tone, dice)
    landscape.ridge(canvas, scene, horizon + 22 * scale, 44 * scale, mix(tone, scene.local("#7f8a55"), 0.4), dice)


def _mid(canvas: Any, scene: Scene, horizon: float) -> None:
    view, light, dice, size = scene.view, scene.set_light, scene.place_dice("road"), scene.size
    grass = scene.local(scene.pick("verge", ("#8f9a5c", "#a5905a", "#7d9450")), 0.2)
    ground(canvas, scene, horizon + 3, grass)
    low = size.height + size.margin_y
    deep = (low - view.horizon_y) / max(view.eye_cm, 1)
    middle = view.x(0, 1)
    drift = (middle - view.centre_x) * 0.4 + view.centre_x
    asphalt = mix("#4f505b", scene.hour.far, 0.15)
    near = _HALF * deep
    path = polygon((drift - 2, horizon + 2), (drift + 2, horizon + 2), (drift + near, low), (drift - near, low))
    stops = [(0.0, mix(asphalt, scene.hour.sky[-1], 0.6)), (0.25, asphalt), (1.0, darker(asphalt, 0.35))]
    canvas.drawPath(path, ink(shader=linear((0, horizon), (0, low), stops)))
    for share in (-0.93, 0.93):
        line = polygon((drift, horizon + 2), (drift, horizon + 2), (drift + near * (share + 0.016), low),
                       (drift + near * (share - 0.016), low))  # fmt: skip
        canvas.drawPath(line, ink("#efe9da", 0.85))
    _dashes(canvas, scene, drift, deep)
    with view.at(canvas, 3):
        for x in (-1500.0, -1000.0, 950.0, 1500.0):
            landscape.tree(
                canvas,
                x + dice.uniform(-120, 120),
                0,
                dice.uniform(320, 560),
                landscape.foliage(scene, "#6f8a4f"),
                light,
                dice,
            )
    with view.at(canvas, 1.6):
        for x in (-820.0, 760.0):
            nature.boulder(canvas, light, x, dice.uniform(30, 60), "#8f8a82", dice)
    _rail(canvas, scene, drift, deep)


def _dashes(canvas: Any, scene: Scene, drift: float, deep: float) -> None:
    """The middle line: dashes 300 long with 500 between, in perspective."""
    view = scene.view
    for index in range(14):
        far, near = 260 + index * 800, 560 + index * 800
        y0, y1 = (view.horizon_y + view.eye_cm * deep * 260 / z for z in (near, far))
        half0, half1 = (9 * deep * 260 / z for z in (near, far))
        dash = polygon((drift - half0, y0), (drift + half0, y0), (drift + half1, y1), (drift - half1, y1))
        canvas.drawPath(dash, ink("#f1ead8", 0.9))


def _rail(canvas: Any, scene: Scene, drift: float, deep: float) -> None:
    """A crash barrier along one side."""
    view, side = scene.view, scene.pick("rail", (-1, 1))
    points: list[tuple[float, float, float]] = []
    for z in (300, 420, 620, 950, 1600, 3200, 9000):
        scale = deep * 260 / z
        points.append((drift + side * _HALF * 1.12 * scale, view.horizon_y + view.eye_cm * scale, 74 * scale))
    top = [(x, y - high) for x, y, high in points]
    bottom = [(x, y - high * 0.55) for x, y, high in reversed(points)]
    for x, y, high in points[:-1]:
        canvas.drawLine(x, y, x, y - high, ink("#6f737b", stroke=max(1.2, high * 0.09)))
    solid(canvas, polygon(*top, *bottom), "#b5bac0", scene.light, shade=0.5, rim=0.8, rim_width=3, soft=6)


def _lights(canvas: Any, scene: Scene) -> None:
    lamps = scene.hour.lamps
    if lamps < 0.3:
        return
    view = scene.view
    for index, x in enumerate((-34, 26)):
        at = view.x(0, 1) * 0.4 + view.centre_x * 0.6 + x * view.scale(14) * 2.2
        y = view.horizon_y + view.eye_cm * view.scale(14) * 0.6
        glow(canvas, at, y, 44, "#fff0cf" if index else "#fff6e0", 0.7 * lamps)
        canvas.drawPath(rect(at - 2, y, at + 2, y + 46), ink("#fff0cf", 0.25 * lamps, blur=4))


def _trees(scene: Scene) -> tuple[Layer | None, ...]:
    found: list[Layer | None] = []
    for index, (x, tall) in enumerate(((-760.0, 620.0), (820.0, 560.0))):
        dice = scene.place_dice(f"roadside {index}")

        def draw(canvas: Any, x: float = x, tall: float = tall, dice: Any = dice) -> None:
            landscape.tree(canvas, x, 0, tall, landscape.foliage(scene, "#758f55"), scene.set_light, dice)

        place = (x - tall * 0.42, -tall, x + tall * 0.42, 4)
        found.append(living(scene, draw, place, 2, LayerMotion("sway", 0.5, 4.2, index * 0.4), (x, 0)))
    return tuple(found)


def _paint(scene: Scene) -> Backdrop:
    return open_air(scene, _far, _mid, near=("grasses", "#9a945a"), lights=_lights, alive=_trees)


SETTING = Setting(_paint, "asphalt", is_interior=False, stations_cm=(-120, 0, 120))
