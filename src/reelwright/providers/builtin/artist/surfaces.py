"""What a product stands on: a table top seen in perspective, a ground, or the whole frame from above."""

from collections.abc import Callable
from random import Random
from typing import Any

from reelwright.media.canvas import skia
from reelwright.providers.builtin.artist.brush import (
    MODULATE,
    SCREEN,
    curve,
    darker,
    ink,
    leaf,
    lighter,
    linear,
    mix,
    moved,
    oval,
    radial,
    rect,
    smooth,
    solid,
)
from reelwright.providers.builtin.artist.contract import Scene, Surface

COLORS: dict[Surface, str] = {
    "wood": "#a06c49", "marble": "#d8d2cc", "gloss": "#1a1422", "stone": "#7d7a78", "sand": "#dcc093",
    "grass": "#7d9450", "asphalt": "#4c4f5a", "linen": "#e4dccd", "rubber": "#34363e", "snow": "#e8eef4",
}  # fmt: skip


def paint_surface(canvas: Any, scene: Scene, kind: Surface, edge_y: float) -> None:
    """A top from its far edge down to the bottom of the frame and beyond."""
    size = scene.size
    left, right, bottom = -size.margin_x, size.width + size.margin_x, size.height + size.margin_y + 2
    base = scene.local(COLORS[kind], 0.3)
    area = rect(left, edge_y, right, bottom)
    canvas.save()
    canvas.clipPath(area, skia.ClipOp.kIntersect, True)
    canvas.drawPath(
        area,
        ink(shader=linear((0, edge_y), (0, bottom), [(0, lighter(base, 0.12)), (0.35, base), (1, darker(base, 0.35))])),
    )
    _TEXTURES[kind](canvas, scene, base, edge_y)
    _fall_of_light(canvas, scene, area)
    _pool(canvas, scene, edge_y)
    canvas.restore()
    if kind not in ("grass", "sand", "snow", "asphalt"):
        _front_edge(canvas, scene, left, right, edge_y)


def _fall_of_light(canvas: Any, scene: Scene, area: Any) -> None:
    size, light = scene.size, scene.light
    start = (size.width * (0.5 + light.dx * 0.5), 0)
    end = (size.width * (0.5 - light.dx * 0.5), size.height * 0.4)
    canvas.drawPath(area, ink(shader=linear(start, end, [(0, scene.hour.near), (1, scene.hour.far)]), blend=MODULATE))


def _pool(canvas: Any, scene: Scene, edge_y: float) -> None:
    """Light lying on the top."""
    size = scene.size
    x = size.width * (0.5 + scene.light.dx * 0.24)
    deep = size.height - edge_y
    canvas.drawPath(
        oval(x, edge_y + deep * 0.4, size.width * 0.34, deep * 0.3),
        ink(scene.hour.key, 0.3 * scene.light.power, blur=deep * 0.14, blend=SCREEN),
    )


def _front_edge(canvas: Any, scene: Scene, left: float, right: float, y: float) -> None:
    """The far edge catches the light."""
    near, far = (0.9, 0.15) if scene.light.dx < 0 else (0.15, 0.9)
    stops = [(0.0, scene.hour.key, near), (0.5, scene.hour.key, 0.4), (1.0, scene.hour.key, far)]
    canvas.drawPath(rect(left, y - 1.5, right, y + 2), ink(shader=linear((left, y), (right, y), stops), blur=1))


def _grain_lines(canvas: Any, scene: Scene, base: str, edge_y: float) -> None:
    """Boards that run towards the eye, with their grain."""
    dice, size = scene.place_dice("boards"), scene.size
    bottom = size.height + size.margin_y
    for index in range(-6, 14):
        top_x = size.width * (0.5 + (index - 4) * 0.11)
        low_x = size.width * (0.5 + (index - 4) * 0.23)
        canvas.drawLine(top_x, edge_y, low_x, bottom, ink(darker(base, 0.6), 0.35, stroke=2.4))
        for _ in range(5):
            share = dice.uniform(0.1, 0.9)
            x0, x1 = top_x + share * size.width * 0.11, low_x + share * size.width * 0.23
            canvas.drawPath(
                curve((x0, edge_y), ((x0 + x1) / 2 + dice.uniform(-8, 8), (edge_y + bottom) / 2), (x1, bottom)),
                ink(darker(base, 0.5) if dice.random() < 0.6 else lighter(base, 0.3), 0.14, stroke=dice.uniform(1, 3)),
            )


def _veins(canvas: Any, scene: Scene, base: str, edge_y: float) -> None:
    dice, size = scene.place_dice("veins"), scene.size
    for _ in range(9):
        x, y = dice.uniform(-100, size.width), edge_y + dice.uniform(0, 160)
        points = [(x, y)]
        for _ in range(4):
            x, y = x + dice.uniform(40, 130), y + dice.uniform(-10, 70)
            points.append((x, y))
        width = dice.uniform(1, 4)
        canvas.drawPath(curve(*points), ink(darker(base, 0.45), 0.3, stroke=width, blur=width * 0.7))


def _gloss(canvas: Any, scene: Scene, base: str, edge_y: float) -> None:
    centre, reach = (scene.size.width / 2, edge_y + 20), scene.size.width * 0.5
    canvas.drawPaint(ink(shader=radial(centre, reach, [(0, scene.hour.key, 0.42), (1, scene.hour.key, 0)])))


def _speckles(count: int, stretch: float) -> Callable[[Any, Scene, str, float], None]:
    def draw(canvas: Any, scene: Scene, base: str, edge_y: float) -> None:
        dice, size = scene.place_dice("speckles"), scene.size
        deep = size.height + size.margin_y - edge_y
        for _ in range(count):
            near = dice.random() ** 1.6
            x, y = dice.uniform(-60, size.width + 60), edge_y + near * deep
            radius = (0.8 + near * 4) * dice.uniform(0.5, 1.4)
            color = darker(base, 0.4) if dice.random() < 0.6 else lighter(base, 0.4)
            canvas.drawPath(oval(x, y, radius * stretch, radius * 0.6), ink(color, dice.uniform(0.15, 0.5)))

    return draw


def _ripples(canvas: Any, scene: Scene, base: str, edge_y: float) -> None:
    dice, size = scene.place_dice("ripples"), scene.size
    y = edge_y + 8.0
    while y < size.height + size.margin_y:
        step = 6 + (y - edge_y) * 0.13
        bend = dice.uniform(-6, 6)
        points = [(x, y + bend + dice.uniform(-step, step) * 0.4) for x in range(-160, int(size.width) + 240, 150)]
        canvas.drawPath(curve(*points), ink(darker(base, 0.4), 0.22, stroke=step * 0.3, blur=step * 0.12))
        canvas.drawPath(
            curve(*[(x, py - step * 0.3) for x, py in points]),
            ink(lighter(base, 0.6), 0.25, stroke=step * 0.2, blur=1.5),
        )
        y += step * 1.5
    _speckles(90, 1.0)(canvas, scene, base, edge_y)


def _blades(canvas: Any, scene: Scene, base: str, edge_y: float) -> None:
    dice, size = scene.place_dice("blades"), scene.size
    deep = size.height + size.margin_y - edge_y
    for index in range(330):
        near = index / 330
        x, y = dice.uniform(-100, size.width + 100), edge_y + near * deep + 6
        tall = 7 + near * 46 * dice.uniform(0.5, 1.2)
        color = mix(darker(base, 0.45), lighter(base, 0.35), dice.random())
        canvas.drawPath(
            curve((x, y), (x + dice.uniform(-4, 4), y - tall * 0.6), (x + dice.uniform(-0.4, 0.5) * tall, y - tall)),
            ink(color, 0.8, stroke=1 + near * 2.6),
        )


def _weave(canvas: Any, scene: Scene, base: str, edge_y: float) -> None:
    dice, size = scene.place_dice("folds"), scene.size
    bottom = size.height + size.margin_y
    for _ in range(7):
        x = dice.uniform(-0.1, 1.1) * size.width
        bend = dice.uniform(-160, 160)
        path = smooth([(x, edge_y), (x + 30, edge_y), (x + bend + 70, bottom), (x + bend - 30, bottom)])
        canvas.drawPath(path, ink(darker(base, 0.5), 0.22, blur=16))
        canvas.drawPath(
            curve((x - 20, edge_y), (x + bend / 2 - 40, (edge_y + bottom) / 2), (x + bend - 60, bottom)),
            ink("#ffffff", 0.35, stroke=14, blur=9),
        )


_TEXTURES: dict[Surface, Callable[[Any, Scene, str, float], None]] = {
    "wood": _grain_lines, "marble": _veins, "gloss": _gloss, "stone": _speckles(160, 2.0), "sand": _ripples,
    "grass": _blades, "asphalt": _speckles(240, 1.4), "linen": _weave, "rubber": _speckles(200, 1.6), "snow": _ripples,
}  # fmt: skip


def scatter_leaves(canvas: Any, scene: Scene, dice: Random, colors: tuple[str, ...]) -> None:
    """Soft leaf shadows that fall across a top seen from above."""
    size = scene.size
    for _ in range(9):
        x, y = dice.uniform(0, size.width), dice.uniform(0, size.height)
        canvas.save()
        canvas.translate(x, y)
        canvas.rotate(dice.uniform(0, 360))
        canvas.drawPath(
            smooth([(0, 0, "c"), (46, -90), (0, -210, "c"), (-46, -90)]), ink(dice.choice(colors), 0.22, blur=10)
        )
        canvas.restore()


_BARE = (
    "field", "garden", "farm", "forest", "mountain", "desert", "beach", "road", "street", "space", "stage", "studio",
)  # fmt: skip
"""Places where no cloth or cup lies about."""


def sprigs(canvas: Any, scene: Scene) -> None:
    """What lies in two opposite corners of a top seen from above: sprigs, and a cloth, a cup or a notebook."""
    size, dice = scene.size, scene.dice("sprigs")
    reach, side = min(size.width, size.height), dice.choice((-1, 1))
    for corner in (-1, 1):
        x, y = size.width * (0.5 + side * corner * 0.46), size.height * (0.5 + corner * 0.42)
        if corner == 1 and scene.shot.staging.setting not in _BARE:
            dice.choice((_cloth, _cup, _notebook))(canvas, scene, x, y, reach)
        if scene.shot.staging.setting in ("space", "stage", "studio", "road"):
            continue
        for index in range(9):
            turn = dice.uniform(0, 360)
            shape = leaf(x + dice.uniform(-0.04, 0.04) * reach, y, turn, reach * dice.uniform(0.16, 0.26), reach * 0.05)
            canvas.drawPath(moved(shape, -scene.light.dx * 9, 10), ink(scene.hour.fill, 0.4, blur=6))
            tone = mix(mix("#48694a", "#93ad6c", index / 9), scene.hour.far, 0.25)
            solid(canvas, shape, tone, scene.light, shade=0.5, rim=0.5, rim_width=3, soft=7)


def _cloth(canvas: Any, scene: Scene, x: float, y: float, reach: float) -> None:
    cloth = smooth(
        [(x - reach * 0.34, y - reach * 0.05), (x - reach * 0.1, y - reach * 0.27), (x + reach * 0.3, y - reach * 0.2),
         (x + reach * 0.3, y + reach * 0.3), (x - reach * 0.2, y + reach * 0.3)]
    )  # fmt: skip
    canvas.drawPath(cloth, ink(scene.hour.fill, 0.45, blur=14))
    tone = mix(scene.local(scene.pick("napkin", ("#d9c9b4", "#b5c2bd", "#d9b5a5"))), scene.hour.far, 0.3)
    solid(canvas, cloth, tone, scene.light, shade=0.5, rim=0.4, soft=30)


def _cup(canvas: Any, scene: Scene, x: float, y: float, reach: float) -> None:
    """A cup on its saucer from above."""
    y -= reach * 0.02
    canvas.drawPath(oval(x - scene.light.dx * 12, y + 14, reach * 0.2, reach * 0.2), ink("#0a0712", 0.4, blur=14))
    china = mix(scene.local(scene.pick("china", ("#efe6da", "#8fa5a8", "#c98f74"))), scene.hour.far, 0.2)
    solid(canvas, oval(x, y, reach * 0.2, reach * 0.2), china, scene.light, shade=0.5, rim=0.7, rim_width=4, soft=14)
    canvas.drawPath(oval(x, y, reach * 0.15, reach * 0.15), ink(darker(china, 0.3), 0.35, stroke=3))
    solid(canvas, oval(x, y, reach * 0.12, reach * 0.12), lighter(china, 0.2), scene.light, rim_width=4, soft=10)
    canvas.drawPath(oval(x, y, reach * 0.102, reach * 0.102), ink("#4a2a1a"))
    canvas.drawPath(
        oval(x + scene.light.dx * reach * 0.04, y - reach * 0.03, reach * 0.05, reach * 0.02),
        ink("#e3b98a", 0.5, blur=5),
    )


def _notebook(canvas: Any, scene: Scene, x: float, y: float, reach: float) -> None:
    """A closed notebook and a pencil."""
    canvas.save()
    canvas.translate(x, y)
    canvas.rotate(-14)
    wide, tall = reach * 0.27, reach * 0.36
    shade = rect(-wide - scene.light.dx * 12, -tall + 14, wide - scene.light.dx * 12, tall + 14)
    canvas.drawPath(shade, ink("#0a0712", 0.4, blur=12))
    cover = mix(scene.local(scene.pick("cover", ("#4f5f78", "#8f5a4a", "#5f7462"))), scene.hour.far, 0.25)
    solid(canvas, rect(-wide, -tall, wide, tall), cover, scene.light, shade=0.5, rim=0.7, rim_width=3, soft=18)
    canvas.drawPath(rect(wide * 0.72, -tall, wide * 0.8, tall), ink(darker(cover, 0.6), 0.8))
    canvas.drawLine(-wide * 1.3, -tall * 0.7, -wide * 1.1, tall * 0.7, ink("#d9a03f", stroke=reach * 0.016))
    canvas.restore()
