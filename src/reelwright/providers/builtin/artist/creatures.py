"""Animals and vehicles that the words name: a horse that waits or carries the rider, a dog or cat, a parked car."""

from collections.abc import Callable
from functools import partial
from typing import Any

from reelwright.film.shot import Angle, Framing, Person
from reelwright.providers.builtin.artist.brush import Light
from reelwright.providers.builtin.artist.composition import TIGHTS, WIDES, floor_share, head_height
from reelwright.providers.builtin.artist.contract import Anchor, Scene
from reelwright.providers.builtin.artist.painting import Layer, LayerMotion, Plate
from reelwright.providers.builtin.artist.people.proportions import Body
from reelwright.providers.builtin.artist.pieces import cat, vehicles
from reelwright.providers.builtin.artist.pieces.dog import HEIGHT_CM, draw_dog
from reelwright.providers.builtin.artist.pieces.dog import TAIL_ROOT as dog_tail_root
from reelwright.providers.builtin.artist.pieces.dog import draw_tail as draw_dog_tail
from reelwright.providers.builtin.artist.pieces.horse import SADDLE_HEIGHT, draw_horse
from reelwright.providers.builtin.artist.stagecraft import gather, wash
from reelwright.providers.builtin.artist.wheels import draw_wheels, is_ridden, rides_product, wheels_of

_POINTS_TO_SADDLE = 352.0
"""From the middle of a rider's head down to the saddle, on an adult."""


def draw_mount(
    canvas: Any,
    person: Person,
    anchor: Anchor,
    light: Light,
    scene: Scene,
    stride: float | None = None,
    *,
    gallops: bool = False,
) -> None:
    """The horse under a rider, at a phase of its gait; only where the frame reaches down to it."""
    scale = anchor.head_height / 100
    saddle = Body.of(person).y(_POINTS_TO_SADDLE)
    if anchor.head_y + (saddle - 400) * scale > scene.size.height:
        return
    if wheels_of(scene.shot):
        if not rides_product(scene.shot):
            draw_wheels(canvas, scene, anchor, light, Body.of(person))
        return
    side = -1 if anchor.faces < 0 else 1
    hooves = anchor.head_x, anchor.head_y + (saddle + SADDLE_HEIGHT) * scale
    _horse(canvas, scene, light, hooves, scale * side, person, stride, gallops=gallops)


def creatures(scene: Scene, anchors: tuple[Anchor, ...] = (), *, indoors: bool) -> tuple[Layer, ...]:
    """The animals and vehicles that stand in the shot by themselves, from far to near; animals sit by the people."""
    asked = set(scene.shot.staging.props)
    if scene.shot.camera.framing in TIGHTS or scene.shot.camera.angle is Angle.TOP:
        return ()
    product = scene.shot.staging.product
    if _is_full(scene) or (product is not None and product.shape in ("dog", "cat")):
        asked -= {"dog", "cat"}
    found: list[Layer | None] = [] if indoors else _parked(scene, asked)
    if "horse" in asked and not is_ridden(scene.shot):
        plate = Plate(scene.size, 0.97, "creatures")
        _waiting_horse(plate.canvas, scene, anchors)
        found.append(plate.layer(LayerMotion("breathe", 0.004, 3.2)))
    if "dog" in asked:
        wag = LayerMotion("sway", 13, 0.55)
        found += _sitting(scene, anchors, HEIGHT_CM, draw_dog, draw_dog_tail, dog_tail_root, wag)
    if "cat" in asked:
        coat = cat.coat_of(scene.place_dice("cat"))
        body, tail = partial(cat.draw_cat, coat=coat), partial(cat.draw_tail, coat=coat)
        shift = 0.16 if "dog" in asked else 0.0
        wag = LayerMotion("sway", 8, 2.6)
        found += _sitting(scene, anchors, cat.HEIGHT_CM, body, tail, cat.TAIL_ROOT, wag, shift)
    return gather(*found)


def _is_full(scene: Scene) -> bool:
    """Whether a person takes up so much of a narrow frame that of an animal only its back would be seen."""
    size, staging = scene.size, scene.shot.staging
    is_near = scene.shot.camera.framing in (Framing.CLOSE_UP, Framing.MEDIUM_CLOSE)
    return bool(staging.people) and is_near and size.width < 1.3 * size.height


_ROADSIDE = {"car": vehicles.CAR_CM, "bus": vehicles.BUS_CM, "scooter": vehicles.SCOOTER_CM, "bicycle": 180.0}
_VEHICLE_PAINTS = ("#b5483c", "#e3b04a", "#3f6b8a", "#d9d5cc", "#5a7f6f", "#4a4f6b")


def _parked(scene: Scene, asked: set[str]) -> list[Layer | None]:
    """Vehicles that the words name, parked behind the people; none twice beside the product."""
    staging, view, size = scene.shot.staging, scene.view, scene.size
    shown = staging.product.shape if staging.product else ""
    named = [kind for kind in _ROADSIDE if kind in asked and kind != shown]
    named = [kind for kind in named if kind != wheels_of(scene.shot)]
    if not named or (staging.setting == "rooftop" and named[0] in ("car", "bus")):
        return []
    kind, depth = named[0], 1.15
    scale, foot, side = view.scale(depth), min(view.y(0, depth), size.height * 1.06), _free_side(scene)
    long = _ROADSIDE[kind] * scale
    x = size.width * (0.5 + side * 0.27)
    if long > size.width * 0.8:
        x = size.width * 0.5 + side * (long * 0.5 - size.width * 0.3)
    soft = view.blur * 0.7
    plate = Plate(size, 0.56, "parked", soft)
    plate.canvas.translate(x, foot)
    plate.canvas.scale(-side * scale, scale)
    light, paint = _turned(scene.light, side), scene.local(scene.pick("vehicle", _VEHICLE_PAINTS), 0.25)
    burns = scene.hour.lamps if scene.hour.lamps > 0.5 else 0.0
    if kind == "bicycle":
        vehicles.bicycle(plate.canvas, light, paint)
    else:
        {"car": vehicles.car, "bus": vehicles.bus, "scooter": vehicles.scooter}[kind](plate.canvas, light, paint, burns)
    plate.canvas.resetMatrix()
    wash(plate.canvas, scene, 0.5)
    plate.blur(soft)
    return [plate.layer()]


def _turned(light: Light, side: int) -> Light:
    """The light as something sees it that is drawn facing right and turned to face the middle."""
    return Light(light.dx * -side, light.dy, light.key, light.fill, light.power)


def _horse(
    canvas: Any,
    scene: Scene,
    light: Light,
    hooves: tuple[float, float],
    scale: float,
    person: Person | None,
    stride: float | None = None,
    *,
    gallops: bool = False,
) -> None:
    cloth, trim = (person.garment_color, person.accent_color) if person else (scene.tone(0.35), scene.tone(0.8))
    seen = Light(light.dx * (-1 if scale < 0 else 1), light.dy, light.key, light.fill, light.power)
    canvas.save()
    canvas.translate(*hooves)
    canvas.scale(scale, abs(scale))
    draw_horse(canvas, seen, cloth, trim, is_ridden=person is not None, stride=stride, gallops=gallops)
    canvas.restore()


_MUZZLE, _BESIDE = 538.0, 118.0
"""How far a horse's nose is before its saddle, and from the person it stands by, in points."""
_HORSE_GROWS = 0.8
"""Horses of the steppe are small, and it stands a step behind."""
_FEET = 690.0
"""Of an adult below the middle of the head, in points."""


def _waiting_horse(canvas: Any, scene: Scene, anchors: tuple[Anchor, ...]) -> None:
    """On one ground with the person it faces, as large as horses are; alone it is whole in the frame."""
    size, framing = scene.size, scene.shot.camera.framing
    side, is_wide = _free_side(scene), framing in WIDES
    people = scene.shot.staging.people
    if anchors and people:
        first = max(anchors, key=lambda anchor: anchor.head_x * side)
        own, body = first.head_height / 100, Body.of(people[anchors.index(first)])
        scale = own * _HORSE_GROWS / (1 - 0.14 * body.childhood)
        foot = first.head_y + body.y(_FEET) * own - 14 * own
        x = first.head_x + side * (_BESIDE * own + _MUZZLE * scale)
        _horse(canvas, scene, scene.light, (x, foot), scale * -side, None)
        return
    scale = head_height(scene.shot, size) / 100 * (0.8 if is_wide else 0.5)
    scale = min(scale, size.height * 0.00072)
    y = size.height * (floor_share(scene.shot) - 0.02 if is_wide else 0.95)
    x = size.width * (0.5 + side * (0.2 if is_wide else 0.25))
    _horse(canvas, scene, scene.light, (x, y), scale * -side, None)


def _sitting(
    scene: Scene,
    anchors: tuple[Anchor, ...],
    height_cm: float,
    body: Callable[[Any, Light], None],
    tail: Callable[[Any, Light], None],
    root: tuple[float, float],
    wag: LayerMotion,
    shift: float = 0.0,
) -> list[Layer | None]:
    """On the floor beside the person; near shots show head and chest at the frame's edge. The tail moves."""
    size, framing = scene.size, scene.shot.camera.framing
    side = _free_side(scene)
    height = min(height_cm / 23 * head_height(scene.shot, size) * 0.86, size.height * 0.68)
    near = framing in (Framing.CLOSE_UP, Framing.MEDIUM_CLOSE, Framing.MEDIUM)
    y = size.height * 0.97 + (height * 0.3 if near else 0.0)
    x = size.width * (0.5 + side * ((0.3 if size.width > size.height else 0.26) - shift))
    goes = any(person.action in ("walk", "run", "ride", "walk_together") for person in scene.shot.staging.people)
    if framing in WIDES and anchors and not goes:
        # At somebody's feet, not across the room.
        reach = anchors[0].head_height * 1.5 + height * (1.5 if shift else 0.3)
        heads = [anchor.head_x for anchor in anchors]
        far = size.width * (0.5 + side * 0.4)
        x = min(far, max(heads) + reach) if side > 0 else max(far, min(heads) - reach)
    if near and scene.shot.staging.people and not shift:
        # Out from behind the person, as far as the frame allows.
        out = size.width * (0.5 + side * 0.42)
        x = max(x, out - height * 0.1) if side > 0 else min(x, out + height * 0.1)
    scale, light = height / 100, _turned(scene.light, side)

    def plate_of(draw: Callable[[Any, Light], None], reach: float) -> Plate:
        area = (x - reach * height, y - 1.15 * height, x + reach * height, y + 0.1 * height)
        plate = Plate(size, 0.97, "creatures", area=area)
        plate.canvas.translate(x, y)
        plate.canvas.scale(scale * -side, scale)
        draw(plate.canvas, light)
        return plate

    pivot = (x - side * root[0] * scale, y + root[1] * scale)
    breath = LayerMotion("breathe", 0.005, 3.2)
    return [plate_of(tail, 0.9).layer(wag, pivot), plate_of(body, 0.7).layer(breath, (x, y))]


def _free_side(scene: Scene) -> int:
    """1 for the right, -1 for the left: away from the person, else away from the product."""
    people = scene.shot.staging.people
    if people:
        return {"left": 1, "right": -1}.get(people[0].place, 1)
    return {"left": 1, "right": -1}.get(scene.shot.staging.product_place, -1)
