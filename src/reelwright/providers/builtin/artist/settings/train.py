"""A train: the carriage with its seats and lamps, and the land that passes behind the windows."""

from typing import Any

from reelwright.providers.builtin.artist.brush import box, darker, glow, ink, lighter, mix, rect
from reelwright.providers.builtin.artist.contract import Backdrop, Scene, Setting
from reelwright.providers.builtin.artist.interiors import room
from reelwright.providers.builtin.artist.painting import Layer, LayerMotion, Plate, Stop
from reelwright.providers.builtin.artist.pieces import furniture, landscape
from reelwright.providers.builtin.artist.pieces.crowd import bystander, head_count

_WINDOWS = tuple((left, -176.0, 168.0, 96.0) for left in (-660.0, -450.0, -240.0, -30.0, 180.0, 390.0))


def _dress(canvas: Any, scene: Scene) -> None:
    light = scene.set_light
    left, right = scene.view.span(1, scene.size.width)
    trim = scene.local(scene.pick("trim", ("#5f7f8a", "#a5563f", "#6b7f5f", "#7a6f86")))
    canvas.drawPath(rect(left - 60, -76, right + 60, -6), ink(darker(trim, 0.25)))
    canvas.drawPath(rect(left - 60, -79, right + 60, -74), ink(lighter(trim, 0.3)))
    for x, top, width, height in _WINDOWS:
        furniture.block(canvas, box(x + width + 4, top - 10, 34, height + 22, 4), "#d9d4ca", light, 0.4)
        canvas.drawPath(box(x - 3, top - 3, width + 6, height + 6, 14), ink("#3a3a44", stroke=6))
        canvas.drawPath(box(x + 2, top + 2, width - 4, height - 4, 10), ink(scene.hour.key, 0.35, stroke=1.4))
        canvas.drawLine(x, top + 22, x + width, top + 22, ink("#3a3a44", 0.8, stroke=2.4))
        furniture.block(canvas, box(x + width * 0.3, -74, width * 0.4, 5, 1), "#c9a77f", light, 0.9)
    furniture.block(canvas, rect(left - 60, -214, right + 60, -208), "#aeb4b8", light, 0.9)
    for x in range(-660, 700, 70):
        canvas.drawLine(x, -214, x, -240, ink("#8f979c", stroke=2))
    for x, wide, tone in ((-330, 60, "#8a5a42"), (-200, 44, "#5f6f86"), (-20, 66, "#a58a5a"), (190, 48, "#7a4a4a")):
        furniture.block(canvas, box(x, -240, wide, 26, 5), scene.local(tone, 0.3), light)
    canvas.drawPath(rect(left - 60, -290, right + 60, -252), ink(mix("#efe9de", scene.hour.fill, 0.12)))
    for x in range(-660, 700, 120):
        canvas.drawPath(box(x, -262, 76, 6, 3), ink("#fff6e0"))
        glow(canvas, x + 38, -258, 80, "#ffe9c0", 0.25 + 0.35 * scene.hour.lamps)
    _seats(canvas, scene, trim)


def _seats(canvas: Any, scene: Scene, trim: str) -> None:
    light = scene.set_light
    for x, _, width, _ in _WINDOWS:
        for side in (-1, 1):
            middle = x + width + 21 + side * 46
            back = box(middle - 24, -122, 48, 96, 12)
            furniture.block(canvas, back, trim, light, 0.8)
            if scene.dice(f"passenger {x} {side}").random() < 0.2 * head_count(scene, 1, 4):
                canvas.save()
                canvas.clipPath(rect(middle - 60, -300, middle + 60, -40), doAntiAlias=True)
                canvas.translate(0, 44)
                bystander(canvas, light, scene.hour.fill, middle, 172, scene.dice(f"{x} {side}"))
                canvas.restore()
                furniture.block(canvas, box(middle - 24, -76, 48, 52, 10), trim, light, 0.5)
            else:
                furniture.block(canvas, box(middle - 17, -118, 34, 22, 8), mix(trim, "#efe6d8", 0.6), light, 0.5)
            furniture.block(canvas, box(middle - 27, -50, 54, 16, 7), lighter(trim, 0.12), light, 0.7)
            furniture.block(canvas, rect(middle - 20, -34, middle + 20, -4), "#3a3944", light, 0.3)


def _passing(scene: Scene) -> tuple[Layer | None, ...]:
    """Sky and hills that hardly move, a hedge of trees that flies by, poles."""
    size, view, dice = scene.size, scene.view, scene.dice("passing")
    way = -1 if scene.pick("way", (True, False)) else 1
    horizon, scale = view.y(104, 1), size.height / 720
    back = Plate(size, 0.1, "outside", max(1.6, view.blur * 0.8))
    landscape.sky(back.canvas, scene, horizon)
    tone = mix(scene.hour.sky[2], scene.hour.fill, 0.3)
    landscape.ridge(back.canvas, scene, horizon + 10 * scale, 80 * scale, tone, dice)
    field = scene.local("#a5a05a", 0.2)
    ground = mix(mix(field, scene.hour.sky[-1], 0.25), scene.hour.far, 0.35)
    landscape.ridge(back.canvas, scene, horizon + 46 * scale, 26 * scale, ground, dice)
    back.blur(max(1.6, view.blur * 0.8))
    cm = view.wall_scale
    long = 1.3 * size.width
    far_left, far_right = -size.margin_x, size.width + size.margin_x
    start, end = (0.0, -long) if way < 0 else (0.0, long)
    left, right = (far_left, far_right + long) if way < 0 else (far_left - long, far_right)
    hedge = Plate(size, 0.2, "passing", max(3.5, view.blur), (left, horizon - 60 * cm, right, horizon + 110 * cm))
    x = left
    leaves = mix(mix("#5f7a4a", scene.hour.fill, 0.3), scene.hour.far, 0.35)
    while x < right:
        wide = dice.uniform(40, 110) * cm
        crown = box(x, horizon + dice.uniform(-34, 8) * cm, wide, 180 * cm, 20 * cm)
        hedge.canvas.drawPath(crown, ink(mix(leaves, scene.hour.key, dice.uniform(0, 0.16)), blur=5 * cm))
        x += wide * dice.uniform(0.6, 1.9)
    hedge.canvas.drawPath(rect(left, horizon + 6 * cm, right, horizon + 120 * cm), ink(mix(ground, leaves, 0.5)))
    hedge.blur(max(3.5, view.blur))
    course = (Stop(0.0, x=start), Stop(1.0, x=end, pace="even"))
    moving = hedge.layer()
    return (back.layer(), _rolling(moving, course) if moving else None, *_poles(scene, way, horizon))


def _poles(scene: Scene, way: int, horizon: float) -> list[Layer | None]:
    """Masts along the track, one after the other, soft with speed."""
    size, cm = scene.size, scene.view.wall_scale
    wide, reach = 7 * cm, size.width * 0.75
    poles: list[Layer | None] = []
    for begin in (0.02, 0.36, 0.7):
        middle = size.width / 2
        soft = max(3.0, scene.view.blur)
        area = (middle - wide * 2, horizon - 130 * cm, middle + wide * 2, horizon + 90 * cm)
        plate = Plate(size, 0.25, "pole", soft, area)
        pole = rect(middle - wide / 2, area[1], middle + wide / 2, area[3])
        plate.canvas.drawPath(pole, ink(mix("#2c2b38", scene.hour.fill, 0.4), 0.75))
        plate.blur(soft)
        layer = plate.layer()
        hidden, shown = Stop(begin, x=-way * reach), Stop(begin + 0.14, x=way * reach, pace="even")
        poles.append(_rolling(layer, (Stop(0.0, x=-way * reach), hidden, shown)) if layer else None)
    return poles


def _rolling(layer: Layer, course: tuple[Stop, ...]) -> Layer:
    return Layer(layer.name, layer.image, layer.left, layer.top, layer.depth, LayerMotion(), None, layer.detail, course)


def _paint(scene: Scene) -> Backdrop:
    wall = scene.pick("wall", ("#d9cfc0", "#c9d0d2", "#cdbfae"))
    return room(
        scene, _dress, wall=wall, floor="#5f5a60", openings=_WINDOWS, lamps=((-222, -256), (18, -256), (258, -256)),
        beyond=_passing, crowd_depth=0.0,
        near=("cup", "#e3d3c0"), tread="plain",
    )  # fmt: skip


SETTING = Setting(_paint, "wood", is_interior=True, stations_cm=(-160, 50, 262))
