"""Hands without a face: what one sees of oneself, holding something up, or at work on a table seen from above."""

from dataclasses import replace
from typing import Any

from reelwright.film.shot import Angle, Framing, Person, ProductLook
from reelwright.providers.builtin.artist.brush import Point
from reelwright.providers.builtin.artist.composition import basis
from reelwright.providers.builtin.artist.contract import Anchor, Held, ProductShape, Scene, Spot
from reelwright.providers.builtin.artist.painting import Layer, LayerMotion, Plate, Stop
from reelwright.providers.builtin.artist.people.figure import Figure
from reelwright.providers.builtin.artist.people.holding import draw_held, grip_of
from reelwright.providers.builtin.artist.people.limbs import draw_arm
from reelwright.providers.builtin.artist.people.poses import Grip
from reelwright.providers.builtin.artist.people.poses.pose import Arm
from reelwright.providers.builtin.artist.prop import Prop

COMES_UP = (Stop(0.0, y=150), Stop(0.1, y=150), Stop(0.36))
"""How the hands come into the frame."""
_HEAD, _HEAD_HELD = 0.43, 0.6
"""Height of a head at these hands' distance, as a share of the frame."""
_NEARER = {Framing.CLOSE_UP: 1.25, Framing.EXTREME_CLOSE_UP: 1.6, Framing.INSERT: 1.6}
"""How much nearer they hold something in a near shot."""


def own_hands(
    scene: Scene, person: Person, product: ProductLook | None, shape: ProductShape | None, spots: list[Spot]
) -> tuple[Layer, ...]:
    """One's own hands as a layer that comes into the frame from below."""
    size = scene.size
    nearness = _NEARER.get(scene.shot.camera.framing, 1.0)
    height = (_HEAD if scene.shot.camera.angle is Angle.TOP else _HEAD_HELD * nearness) * basis(size)
    plate = Plate(size, 1.1, "hands")
    anchor = Anchor(size.width * 0.5, size.height * 0.5, height, scene.shot.camera.framing)
    figure = Figure.of(plate.canvas, person, anchor, scene.light, scene)
    figure = replace(figure, turn=0.0, side=1)
    plate.canvas.save()
    plate.canvas.translate(anchor.head_x, anchor.head_y)
    plate.canvas.scale(figure.scale, figure.scale)
    if scene.shot.camera.angle is Angle.TOP:
        _on_the_table(figure, person)
    elif product is not None and shape is not None:
        _holding(figure, scene, product, shape, spots)
    else:
        _arms(figure, (-66, 74), (66, 74), "open", (-104, -76))
    plate.canvas.restore()
    layer = plate.layer(LayerMotion("breathe", 0.006, 3.6), (size.width * 0.5, size.height))
    if layer is None:
        return ()
    return (replace(layer, course=COMES_UP),)


def _arms(figure: Figure, left: Point, right: Point, hand: str, degrees: tuple[float, float]) -> None:
    """Both forearms from below the frame."""
    for side, wrist, way in ((-1, left, degrees[0]), (1, right, degrees[1])):
        elbow = wrist[0] + side * 78, wrist[1] + 190
        shoulder = elbow[0] + side * 30, elbow[1] + 150
        arm = Arm(elbow, wrist, hand, way)  # type: ignore[arg-type]
        draw_arm(figure, arm, side, (shoulder, elbow, wrist))


def _holding(figure: Figure, scene: Scene, product: ProductLook, shape: ProductShape, spots: list[Spot]) -> None:
    held: Any = Held(Prop(scene, product, shape, spots).draw, shape.aspect, shape.real_height_cm, product.shape)
    grip: Grip = grip_of(figure, held)
    near = scene.shot.camera.framing in _NEARER
    base = (6 if near else 40) + grip.height * (0.5 if near else 0.42)
    if grip.both:
        grip = replace(grip, x=0.0, base=base)
        low = grip.middle + 20
        wrists = (-grip.half - 15, low), (grip.half + 15, low)
        _arms(figure, *wrists, "cup", (0, 0))
    else:
        grip = replace(grip, x=-6.0, base=base)
        wrists = (-90.0, 400.0), grip.wrist
        elbow = grip.wrist[0] + 58, grip.wrist[1] + 190
        points = (elbow[0] + 30, elbow[1] + 150), elbow, grip.wrist
        draw_arm(figure, Arm(elbow, grip.wrist, "grip"), 1, points)
    draw_held(figure, grip, held, *wrists)


def _on_the_table(figure: Figure, person: Person) -> None:
    """One hand on each side of what lies there; a finger on it where it is tapped."""
    out = min(104.0, figure.scene.size.width * 0.5 / figure.scale - 30)
    low = 64.0 if out > 100 else 100.0
    if person.action in ("tap", "point"):
        _arms(figure, (-out - 6, low + 10), (58, 92), "point", (-84, -112))
        return
    _arms(figure, (-out, low + 2), (out, low - 2), "open" if person.action == "open" else "relaxed", (-66, -114))
