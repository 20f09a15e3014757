"""A garden or park: lawn and path, clipped hedges, beds of flowers, trees that sway, a bench, a lamp."""

from typing import Any

from reelwright.providers.builtin.artist.brush import darker, glow, ink, lighter, mix, smooth
from reelwright.providers.builtin.artist.contract import Backdrop, Scene, Setting
from reelwright.providers.builtin.artist.outdoors import ground, open_air
from reelwright.providers.builtin.artist.painting import Layer, LayerMotion
from reelwright.providers.builtin.artist.pieces import city, landscape, nature
from reelwright.providers.builtin.artist.stagecraft import living

_LAMPS = (-420.0, 330.0)


def _far(canvas: Any, scene: Scene, horizon: float) -> None:
    dice, scale = scene.place_dice("far"), scene.size.height / 720
    tone = mix(scene.hour.sky[2], scene.hour.fill, 0.35)
    if scene.pick("beyond", ("town", "hills")) == "town":
        city.skyline(canvas, scene, horizon + 20 * scale, 170 * scale, tone, dice)
    else:
        landscape.ridge(canvas, scene, horizon, 70 * scale, tone, dice)


def _mid(canvas: Any, scene: Scene, horizon: float) -> None:
    view, light, dice = scene.view, scene.set_light, scene.place_dice("garden")
    lawn = scene.local(scene.pick("lawn", ("#86a050", "#7d9a5a", "#96a858")), 0.2)
    with view.at(canvas, 5):
        x = -2600.0
        while x < 2600:
            tall = dice.uniform(420, 700)
            landscape.far_tree(
                canvas, x, 10, tall, landscape.foliage(scene, mix("#5f8050", scene.hour.sky[-1], 0.35)), light, dice
            )
            x += tall * dice.uniform(0.4, 0.8)
    ground(canvas, scene, max(view.y(0, 5), horizon + 4), lawn)
    _path(canvas, scene)
    with view.at(canvas, 3):
        nature.hedge(canvas, light, -1600, -150, 120, landscape.foliage(scene, "#4f7048"), dice)
        nature.hedge(canvas, light, 170, 1700, 120, landscape.foliage(scene, "#4f7048"), dice)
    with view.at(canvas, 1.6):
        nature.flower_bed(canvas, light, -620, -150, dice)
        nature.flower_bed(canvas, light, 190, 640, dice)
    with view.at(canvas, 1.3):
        nature.park_bench(canvas, light, -250, scene.local("#8f6546", 0.2))
        nature.park_bench(canvas, light, 520, scene.local("#8f6546", 0.2))
        for x in _LAMPS:
            city.street_lamp(canvas, light, x, scene.hour.lamps)


def _path(canvas: Any, scene: Scene) -> None:
    view, size = scene.view, scene.size
    far_y, low = view.y(0, 4.5), size.height + size.margin_y
    far_x, near_x = view.x(10, 4.5), view.x(10, 0)
    wide = 70 * view.scale(4.5)
    reach = max(size.width * 0.16, 90 * view.scale(0))
    middle = (far_y + low) / 2
    path = smooth(
        [(far_x - wide, far_y, "c"), (far_x + wide, far_y, "c"), (near_x + reach * 0.75, middle),
         (near_x + reach * 1.6, low, "c"), (near_x - reach * 1.6, low, "c"), (near_x - reach * 0.3, middle)]
    )  # fmt: skip
    sand = scene.local("#d9c09a", 0.2)
    canvas.drawPath(path, ink(darker(sand, 0.3), 0.6, blur=6))
    canvas.drawPath(path, ink(lighter(sand, 0.1), 0.85, blur=2))


def _lights(canvas: Any, scene: Scene) -> None:
    with scene.view.at(canvas, 1.3):
        for x in _LAMPS:
            glow(canvas, x, -445, 240, "#ffcf85", 0.7 * scene.hour.lamps)
            glow(canvas, x, -445, 46, "#fff2d0", 0.9 * scene.hour.lamps)
            glow(canvas, x, 0, 260, "#ffcf85", 0.3 * scene.hour.lamps)


def _trees(scene: Scene) -> tuple[Layer | None, ...]:
    trees: list[Layer | None] = []
    for index, (x, tall) in enumerate(((-560.0, 620.0), (760.0, 700.0), (180.0, 560.0))):
        dice = scene.place_dice(f"tree {index}")
        tones = ("#6f8f4f", "#7f9a52", "#a58f4a", "#5f8a58", "#c98fa0")
        leaves = landscape.foliage(scene, scene.pick(f"leaves {index}", tones))

        def draw(canvas: Any, x: float = x, tall: float = tall, leaves: str = leaves, dice: Any = dice) -> None:
            landscape.tree(canvas, x, 0, tall, leaves, scene.set_light, dice)

        place = (x - tall * 0.42, -tall, x + tall * 0.42, 4)
        sway = LayerMotion("sway", 0.5, 4.5 + index, index / 3)
        trees.append(living(scene, draw, place, 2.2, sway, (x, 0)))
    return tuple(trees)


def _paint(scene: Scene) -> Backdrop:
    near = scene.dice("near").choice((("leaves", "#5f8a4f"), ("grasses", "#86a050")))
    return open_air(scene, _far, _mid, near=near, lights=_lights, alive=_trees)


SETTING = Setting(_paint, "grass", is_interior=False, stations_cm=(-260, 0, 240))
