"""Animals that the words name: a horse that waits or carries the rider, a dog that sits by."""

from typing import Any

from reelwright.film.shot import Framing, Person
from reelwright.providers.builtin.artist.brush import Light
from reelwright.providers.builtin.artist.composition import TIGHTS, WIDES, floor_share, head_height, is_ridden
from reelwright.providers.builtin.artist.contract import Anchor, Scene
from reelwright.providers.builtin.artist.painting import Layer, LayerMotion, Plate
from reelwright.providers.builtin.artist.people.proportions import Body
from reelwright.providers.builtin.artist.pieces.dog import HEIGHT_CM, draw_dog
from reelwright.providers.builtin.artist.pieces.horse import SADDLE_HEIGHT, draw_horse

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
    side = -1 if anchor.faces < 0 else 1
    hooves = anchor.head_x, anchor.head_y + (saddle + SADDLE_HEIGHT) * scale
    _horse(canvas, scene, light, hooves, scale * side, person, stride, gallops=gallops)


def creatures(scene: Scene) -> tuple[Layer, ...]:
    """The animals that stand or sit in the shot by themselves."""
    asked = set(scene.shot.staging.props)
    if scene.shot.camera.framing in TIGHTS or not asked & {"dog", "horse"}:
        return ()
    plate = Plate(scene.size, 0.97, "creatures")
    if "horse" in asked and not is_ridden(scene.shot):
        _waiting_horse(plate.canvas, scene)
    if "dog" in asked:
        _dog(plate.canvas, scene)
    layer = plate.layer(LayerMotion("breathe", 0.004, 3.2))
    return () if layer is None else (layer,)


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


def _waiting_horse(canvas: Any, scene: Scene) -> None:
    """Some way behind the person, to the free side, whole in the frame."""
    size, framing = scene.size, scene.shot.camera.framing
    side, is_wide = _free_side(scene), framing in WIDES
    scale = head_height(scene.shot, size) / 100 * (0.8 if is_wide else 0.5)
    scale = min(scale, size.height * 0.00072)
    y = size.height * (floor_share(scene.shot) - 0.02 if is_wide else 0.95)
    x = size.width * (0.5 + side * (0.2 if is_wide else 0.25))
    _horse(canvas, scene, scene.light, (x, y), scale * -side, None)


def _dog(canvas: Any, scene: Scene) -> None:
    """On the floor beside the person, looking up to them; near shots show its head and chest at the frame's edge."""
    size, framing = scene.size, scene.shot.camera.framing
    side = _free_side(scene)
    height = HEIGHT_CM / 23 * head_height(scene.shot, size) * 0.86
    near = framing in (Framing.CLOSE_UP, Framing.MEDIUM_CLOSE, Framing.MEDIUM)
    height = min(height, size.height * 0.68)
    y = size.height * 0.97 + (height * 0.3 if near else 0.0)
    x = size.width * (0.5 + side * (0.3 if size.width > size.height else 0.26))
    canvas.save()
    canvas.translate(x, y)
    canvas.scale(height / 100 * -side, height / 100)
    light = scene.light
    draw_dog(canvas, Light(light.dx * -side, light.dy, light.key, light.fill, light.power))
    canvas.restore()


def _free_side(scene: Scene) -> int:
    """1 for the right, -1 for the left: away from the person, else away from the product."""
    people = scene.shot.staging.people
    if people:
        return {"left": 1, "right": -1}.get(people[0].place, 1)
    return {"left": 1, "right": -1}.get(scene.shot.staging.product_place, -1)
