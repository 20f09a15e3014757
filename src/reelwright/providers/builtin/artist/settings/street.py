"""A street: houses with shops, pavement and roadway, lamps; wet and shining in the rain."""

from typing import Any

from reelwright.film.shot import Framing
from reelwright.media.canvas import skia
from reelwright.providers.builtin.artist.brush import (
    MULTIPLY,
    ON_TOP,
    SCREEN,
    box,
    darker,
    glow,
    ink,
    lighter,
    linear,
    mix,
    oval,
    polygon,
    rect,
)
from reelwright.providers.builtin.artist.contract import Backdrop, Scene, Setting
from reelwright.providers.builtin.artist.outdoors import open_air
from reelwright.providers.builtin.artist.painting import Layer, LayerMotion
from reelwright.providers.builtin.artist.pieces import city, landscape, neon
from reelwright.providers.builtin.artist.pieces.traffic import traffic
from reelwright.providers.builtin.artist.stagecraft import living

_WALLS = ("#b5705a", "#c9a57f", "#8a8f98", "#a9806b", "#6f7f86", "#d3b694", "#94606a")
_LAMPS = (-700, -260, 180, 620)
_FRONTS = 4.4
"""Depth of the houses."""
_TRAFFIC = (Framing.EXTREME_WIDE, Framing.WIDE, Framing.MEDIUM_WIDE, Framing.MEDIUM)
_AWNINGS = ("#a5483f", "#3f6b63", "#c98a3a", "#3f5478", "#7a4a6a")


def _far(canvas: Any, scene: Scene, horizon: float) -> None:
    tone = mix(scene.hour.sky[2], scene.hour.fill, 0.4)
    scale = scene.size.height / 720
    city.skyline(canvas, scene, horizon + 30 * scale, 300 * scale, tone, scene.dice("far"))


def _mid(canvas: Any, scene: Scene, horizon: float) -> None:
    view, light = scene.view, scene.set_light
    dice = scene.place_dice("street")
    _ground(canvas, scene)
    gap = _gap(scene)
    with view.at(canvas, _FRONTS):
        x = -2400.0
        while x < 2400:
            wide = dice.uniform(300, 520)
            wall, awning = scene.local(dice.choice(_WALLS), 0.25), scene.local(dice.choice(_AWNINGS), 0.2)
            if not gap < x + wide / 2 < gap + 260:
                city.house(canvas, light, x, wide, wall, awning, scene.hour.lamps, dice)
                if scene.shot.staging.weather == "snow":
                    canvas.drawPath(box(x - 6, -347, wide + 12, 20, 9), ink("#f3f6fa"))
            x += wide
    with view.at(canvas, 2.6):
        for x in _LAMPS:
            city.street_lamp(canvas, light, x, scene.hour.lamps)


def _gap(scene: Scene) -> float:
    """Where a side street opens between the houses."""
    return scene.place_dice("gap").uniform(-900, 700)


def _signs(scene: Scene) -> list[tuple[float, float, float, str, str]]:
    """Where neon hangs on the fronts: x, y, size in centimetres, kind, colour."""
    dice = scene.place_dice("signs")
    found: list[tuple[float, float, float, str, str]] = []
    gap = _gap(scene)
    for x in range(-2000, 2001, 340):
        if gap - 130 < x < gap + 420:
            continue
        if dice.random() < 0.75:
            kind, color = dice.choice(neon.KINDS), dice.choice(neon.COLORS)
            found.append((x + dice.uniform(-70, 70), -dice.uniform(400, 520), dice.uniform(90, 150), kind, color))
        if dice.random() < 0.6:
            # In the shop window, where near shots see it.
            kind, color = dice.choice(neon.KINDS), dice.choice(neon.COLORS)
            found.append((x + dice.uniform(-120, 120), -dice.uniform(150, 200), dice.uniform(54, 80), kind, color))
    return found


def _lights(canvas: Any, scene: Scene) -> None:
    """Shop windows, lamps and neon after dark, and the fronts mirrored in wet ground."""
    lamps, staging = scene.hour.lamps, scene.shot.staging
    is_neon = "neon" in staging.effects
    if lamps > 0.5:
        # Night is blue between its lamps.
        canvas.drawPaint(ink("#0a1034", 0.36 * lamps, blend=ON_TOP))
    with scene.view.at(canvas, _FRONTS):
        for x in range(-2250, 2400, 300):
            glow(canvas, x, -140, 190, "#ffb45e", 0.5 * lamps)
            glow(canvas, x, -10, 200, "#ffcf8a", 0.22 * lamps)
        if lamps > 0.5 or is_neon:
            for x, y, size, kind, color in _signs(scene):
                neon.sign(canvas, kind, x, y, size * (1.4 if is_neon else 1.0), color, max(lamps, 0.7))
    with scene.view.at(canvas, 2.6):
        for x in _LAMPS:
            glow(canvas, x, -445, 240, "#ffcf85", 0.7 * lamps)
            glow(canvas, x, -445, 46, "#fff2d0", 0.9 * lamps)
    if staging.weather == "rain" or (staging.time_of_day == "night" and staging.weather != "snow"):
        _wet(canvas, scene)


def _ground(canvas: Any, scene: Scene) -> None:
    size, view = scene.size, scene.view
    left, right, bottom = -size.margin_x, size.width + size.margin_x, size.height + size.margin_y
    walk, road = view.y(0, _FRONTS), view.y(0, 1.3)
    pave = mix("#9a948f", scene.hour.sky[-1], 0.15)
    canvas.drawPath(
        rect(left, walk - 2, right, bottom),
        ink(shader=linear((0, walk), (0, road), [(0, lighter(pave, 0.15)), (1, darker(pave, 0.15))])),
    )
    canvas.drawPath(
        rect(left, road, right, bottom), ink(shader=linear((0, road), (0, bottom), [(0, "#5a5b66"), (1, "#3b3d48")]))
    )
    canvas.drawPath(rect(left, road - 6, right, road + 3), ink("#c9c2b8"))
    if scene.shot.staging.weather == "snow":
        white = [(0.0, "#eef2f8", 0.85), (0.6, "#eef2f8", 0.75), (1.0, "#eef2f8", 0.35)]
        canvas.drawPath(rect(left, walk, right, bottom), ink(shader=linear((0, walk), (0, bottom), white)))
    for index in range(-12, 13):
        x = view.centre_x + index * 90
        canvas.drawPath(
            polygon(
                (x, walk),
                (x + 2, walk),
                (x + (x - view.centre_x) * 0.16 + 3, road - 6),
                (x + (x - view.centre_x) * 0.16, road - 6),
            ),
            ink("#5d5a5c", 0.5),
        )


def _wet(canvas: Any, scene: Scene) -> None:
    """The fronts and their lights drawn down into the wet ground, with puddles and rings of drops."""
    size, dice, is_rain = scene.size, scene.dice("wet"), scene.shot.staging.weather == "rain"
    top, low = scene.view.y(0, _FRONTS), size.height + size.margin_y
    if top >= low:
        return
    left, wide = -size.margin_x, size.width + 2 * size.margin_x
    ground = rect(left, top, left + wide, low)
    canvas.drawPath(ground, ink("#6f7896", 0.5 if is_rain else 0.25, blend=MULTIPLY))
    picture = canvas.getSurface().makeImageSnapshot()
    # Few pixels down: what is mirrored is drawn long and soft.
    small = skia.Surface(max(8, picture.width() // 5), max(8, picture.height() // 14))
    whole = skia.Rect.MakeWH(small.width(), small.height())
    small.getCanvas().drawImageRect(
        picture, whole, skia.SamplingOptions(skia.FilterMode.kLinear, skia.MipmapMode.kLinear)
    )
    canvas.save()
    canvas.clipPath(ground, doAntiAlias=True)
    canvas.translate(0, 2 * top)
    canvas.scale(1, -1)
    mirror = ink("#ffffff", 0.95 if is_rain else 0.5, blend=SCREEN)
    frame = skia.Rect.MakeXYWH(left, -size.margin_y, wide, size.height + 2 * size.margin_y)
    canvas.drawImageRect(small.makeImageSnapshot(), frame, skia.SamplingOptions(skia.FilterMode.kLinear), mirror)
    canvas.restore()
    for _ in range(14 if is_rain else 5):
        near = dice.random()
        x, y = dice.uniform(-0.05, 1.05) * size.width, top + (0.15 + 0.85 * near) * (low - top)
        reach = 20 + near * 90
        canvas.drawPath(oval(x, y, reach, reach * 0.1), ink(scene.hour.sky[-1], 0.22, blur=3))
        if is_rain:
            canvas.drawPath(oval(x, y, reach * 0.3, reach * 0.06), ink("#dfe8f5", 0.35, stroke=1.3))
            canvas.drawPath(oval(x, y, reach * 0.16, reach * 0.03), ink("#dfe8f5", 0.4, stroke=1))


def _alive(scene: Scene) -> tuple[Layer | None, ...]:
    """A tree that sways and something that drives by."""
    found: list[Layer | None] = []
    for index, x in enumerate((-480.0, 400.0)):
        dice = scene.place_dice(f"tree {index}")
        leaves = landscape.foliage(scene, scene.pick(f"leaves {index}", ("#6d8a55", "#86904f", "#5f8058")))

        def draw(canvas: Any, x: float = x, leaves: str = leaves, dice: Any = dice) -> None:
            landscape.tree(canvas, x, 0, 420, leaves, scene.set_light, dice)

        sway = LayerMotion("sway", 0.6, 4.0 + index, index * 0.4)
        found.append(living(scene, draw, (x - 180, -425, x + 180, 6), 2.4, sway, (x, 0)))
    if scene.shot.camera.framing in _TRAFFIC and not _shows_vehicle(scene):
        found.append(traffic(scene, 1.25))
    return tuple(found)


def _shows_vehicle(scene: Scene) -> bool:
    staging = scene.shot.staging
    is_product = staging.product is not None and staging.product.shape in ("car", "bicycle", "scooter")
    return is_product or scene.dice("traffic").random() < 0.25


def _paint(scene: Scene) -> Backdrop:
    after_dark = scene.hour.lamps > 0.5
    near = (
        ("lights", "#ffb86a")
        if after_dark
        else scene.dice("near").choice((("leaves", "#5d7d4e"), ("lights", "#ffe6b8")))
    )
    return open_air(scene, _far, _mid, near=near, lights=_lights, alive=_alive, crowd_depth=2.3)


SETTING = Setting(_paint, "stone", is_interior=False, stations_cm=(-330, -90, 120, 300))
