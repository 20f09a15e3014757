"""A beach: the sea with the light's path on it, wet sand, palms, parasols or rocks, a sail far out."""

from typing import Any

from reelwright.providers.builtin.artist.brush import curve, darker, ink, leaf, mix, oval, smooth, solid
from reelwright.providers.builtin.artist.contract import Backdrop, Scene, Setting
from reelwright.providers.builtin.artist.outdoors import ground, open_air
from reelwright.providers.builtin.artist.painting import Layer, LayerMotion
from reelwright.providers.builtin.artist.pieces import boats, landscape, nature
from reelwright.providers.builtin.artist.pieces.aloft import glints
from reelwright.providers.builtin.artist.stagecraft import living


def _far(canvas: Any, scene: Scene, horizon: float) -> None:
    size, dice = scene.size, scene.dice("isle")
    landscape.ridge(
        canvas, scene, horizon + 2, 46 * size.height / 720, mix(scene.hour.sky[2], scene.hour.fill, 0.3), dice
    )
    landscape.sea(canvas, scene, horizon, size.height + size.margin_y)


def _mid(canvas: Any, scene: Scene, horizon: float) -> None:
    size, dice = scene.size, scene.dice("shore")
    top = min(horizon + size.height * dice.uniform(0.17, 0.24), size.height * 0.86)
    sand = landscape.foliage(scene, scene.local(scene.pick("sand", ("#e3c799", "#efdcb8", "#d9b98f")), 0.25))
    ground(canvas, scene, top, sand)
    for index in range(3):
        y = top + (index - 1.2) * size.height * 0.022
        points = [(x, y + dice.uniform(-7, 7)) for x in range(-160, int(size.width) + 260, 130)]
        canvas.drawPath(curve(*points), ink("#ffffff", 0.75 - index * 0.18, stroke=9 - index * 2, blur=2.5))
    for index in range(10):
        y = top + 24 + index * index * 4.5
        points = [(x, y + dice.uniform(-6, 6)) for x in range(-160, int(size.width) + 260, 160)]
        canvas.drawPath(curve(*points), ink(darker(sand, 0.4), 0.16, stroke=3 + index, blur=2))
    zoom = 0.62 + min(scene.view.wall_scale / _basis_scale(scene), 6) * 0.11
    side, count = dice.choice((-1, 1)), dice.choice((1, 2, 2, 3) if scene.pick("coast", _COASTS) == "palms" else (0,))
    edge = dice.uniform(0.34, 0.46)
    for index in range(count):
        way = -side if index == 2 else side
        x = size.width * (0.5 + way * (edge - 0.1 * (index % 2)) * (0.8 + 0.2 * zoom))
        _palm(canvas, scene, x, top + (46 - 14 * index) * zoom, size.height * (0.6 - 0.11 * index) * zoom, -way)
    _things(canvas, scene, top + size.height * 0.05)


_COASTS = ("palms", "palms", "parasols", "rocks")


def _basis_scale(scene: Scene) -> float:
    """Units of a frame 720 high against this one's."""
    return min(scene.size.height, 1.34 * scene.size.width) / 720


def _things(canvas: Any, scene: Scene, dry: float) -> None:
    """Parasols and chairs, or rocks, on the sand below the height ``dry``."""
    kind, dice, light = scene.pick("coast", _COASTS), scene.place_dice("things"), scene.set_light
    depth = next((each for each in (1.5, 1.2, 0.9, 0.6) if scene.view.y(0, each) > dry), 0.4)
    if kind == "parasols" and "kite" in scene.shot.staging.props:
        kind = "rocks"  # a kite would be lost among them
    with scene.view.at(canvas, depth):
        if kind == "parasols":
            for x in (-430.0, 60.0, 480.0):
                _parasol(canvas, scene, x + dice.uniform(-60, 60), dice.choice(("#d9653f", "#3f8fa5", "#e3b04a")))
        elif kind == "rocks":
            for x in (-560.0, -420.0, 300.0, 560.0):
                nature.boulder(canvas, light, x + dice.uniform(-50, 50), dice.uniform(40, 120), "#8a807c", dice)
        elif dice.random() < 0.5:
            nature.boulder(canvas, light, dice.uniform(-300, 300), dice.uniform(20, 44), "#8a807c", dice)


def _parasol(canvas: Any, scene: Scene, x: float, tone: str) -> None:
    light = scene.set_light
    canvas.drawPath(oval(x + 20, 0, 130, 9), ink("#0a0712", 0.35, blur=6))
    canvas.drawLine(x, 0, x + 8, -230, ink("#efe6d6", stroke=7))
    for index in range(6):
        a, b = x + 8 - 130 + index * 260 / 6, x + 8 - 130 + (index + 1) * 260 / 6
        path = smooth([(a, -196, "c"), (x + 8, -262, "c"), (b, -196, "c"), ((a + b) / 2, -204)])
        solid(canvas, path, tone if index % 2 else "#f4ead8", light, shade=0.5, rim=0.6, rim_width=3, soft=10)
    for leg in (-84, -34):
        canvas.drawLine(x + leg, 0, x + leg + 20, -44, ink("#8a6449", stroke=5))
    seat = smooth(
        [
            (x - 96, -34, "c"),
            (x - 20, -46, "c"),
            (x + 26, -104, "c"),
            (x + 36, -98, "c"),
            (x - 12, -34, "c"),
            (x - 96, -24, "c"),
        ]
    )
    solid(canvas, seat, darker(tone, 0.1), light, shade=0.5, rim=0.7, rim_width=3, soft=8)


def _palm(canvas: Any, scene: Scene, x: float, y: float, tall: float, lean: int) -> None:
    tip = x + lean * tall * 0.16
    wide = tall * 0.03
    trunk = smooth(
        [
            (x - wide, y, "c"),
            (x + lean * tall * 0.03 - wide * 0.7, y - tall * 0.5),
            (tip - wide * 0.5, y - tall, "c"),
            (tip + wide * 0.5, y - tall, "c"),
            (x + lean * tall * 0.03 + wide * 0.7, y - tall * 0.5),
            (x + wide, y, "c"),
        ]
    )
    solid(canvas, trunk, "#8a674b", scene.light, rim_width=3, soft=5)
    for turn in (-128, -100, -66, -30, 8, 44, 78, 110, 134):
        solid(
            canvas,
            leaf(tip, y - tall, turn, tall * 0.4, tall * 0.09),
            mix("#4c7a52", "#8fae62", (turn + 130) / 270),
            scene.light,
            shade=0.5,
            rim=0.6,
            rim_width=2.5,
            soft=5,
        )


def _water(scene: Scene) -> tuple[Layer | None, ...]:
    """Glints on the sea, and a sail far out."""
    x = scene.place_dice("sail").uniform(-900, 900)

    def draw(canvas: Any) -> None:
        canvas.save()
        canvas.translate(x, 20)
        boats.sailing_boat(canvas, scene.set_light, "#efe3cf", "#f3ead9")
        canvas.restore()

    rock = LayerMotion("sway", 1.4, 3.8)
    sail = living(scene, draw, (x - 300, -750, x + 300, 44), 17, rock, (x, 20), plane=0.2)
    return glints(scene, scene.view.horizon_y, scene.size.height), sail


def _paint(scene: Scene) -> Backdrop:
    return open_air(
        scene, _far, _mid, aloft=_water, near=scene.dice("near").choice((("leaves", "#4c7a52"), ("grasses", "#b9a56a")))
    )


SETTING = Setting(_paint, "sand", is_interior=False, stations_cm=(-300, 0, 300))
