"""A whole person, from back to front: hair, legs, trunk, head, arms, and what the hands hold."""

from dataclasses import replace
from typing import Any

from reelwright.film.shot import Person
from reelwright.providers.builtin.artist.brush import Light, box, ink, moved, oval, solid
from reelwright.providers.builtin.artist.contract import Anchor, Held, Scene, Spot
from reelwright.providers.builtin.artist.people.clothes import cloth_color, trunk
from reelwright.providers.builtin.artist.people.eyes import draw_eyes
from reelwright.providers.builtin.artist.people.features import draw_facial_hair, draw_glasses, draw_mouth, draw_nose
from reelwright.providers.builtin.artist.people.figure import Figure
from reelwright.providers.builtin.artist.people.garments import draw_details, draw_inside
from reelwright.providers.builtin.artist.people.hair import draw_back_hair, draw_front_hair, shows_ears
from reelwright.providers.builtin.artist.people.hands import (
    draw_cupping_fingers,
    draw_cupping_palm,
    draw_grip_fingers,
    draw_grip_palm,
)
from reelwright.providers.builtin.artist.people.head import (
    draw_age,
    draw_ears,
    draw_marks,
    draw_neck,
    draw_skin,
    outline,
)
from reelwright.providers.builtin.artist.people.headwear import draw_headwear
from reelwright.providers.builtin.artist.people.limbs import draw_arm, draw_legs, joints, sleeve
from reelwright.providers.builtin.artist.people.outline import joined
from reelwright.providers.builtin.artist.people.poses import Grip, Pose, pose_of
from reelwright.providers.builtin.artist.people.proportions import Body

HEAD_CM = 23.0
_LEAST, _LEAST_IN_ONE_HAND, _MOST = 54.0, 66.0, 122.0
_ONE_HAND_WIDTH = 34.0


def draw_person(
    canvas: Any, person: Person, anchor: Anchor, light: Light, scene: Scene, held: Held | None = None
) -> None:
    """Draws a person whose head stands at the anchor; everything else follows from the head's height.

    Args:
        canvas: Skia canvas in frame units.
        person: Who it is, and pose, gaze and expression in this shot.
        anchor: Middle and height of the head in units, the framing, and where the person faces.
        light: The scene's light.
        scene: The shot; its size decides what is in view.
        held: A product in the hands, painted between palm and fingers; None for free hands.
    """
    person = _looking(person)
    figure = Figure.of(canvas, person, anchor, light, scene)
    grip = _grip(figure, held) if held else None
    pose = pose_of(person.pose, grip)
    figure = replace(
        figure, pitch=pose.pitch, body=Body.of(person, pose.lean), sits=pose.sits or person.pose == "riding"
    )
    canvas.save()
    canvas.translate(anchor.head_x, anchor.head_y)
    canvas.scale(figure.side * figure.scale, figure.scale)
    _draw(figure, pose, grip, held)
    canvas.restore()


def _looking(person: Person) -> Person:
    """Where a pose asks for a look of its own, the open gaze follows it; short curls lie flat under a hat."""
    own = {"looking_up": "up", "using_phone": "product"}.get(person.pose)
    changes: dict[str, str] = {"gaze": own} if own and person.gaze == "camera" else {}
    if person.headwear and person.hair_length == "short":
        changes["hair_style"] = "straight"
    return person.model_copy(update=changes) if changes else person


def _grip(figure: Figure, held: Held) -> Grip:
    """Where and how large the product is: true to size beside a 23 cm head, but always readable and in the frame."""
    height = max(_LEAST, min(_MOST, held.real_height_cm / HEAD_CM * 100))
    if height * held.aspect < _ONE_HAND_WIDTH:
        height = max(height, _LEAST_IN_ONE_HAND)
    if height * held.aspect > 150:
        height = 150 / held.aspect
    half = height * held.aspect / 2
    both = 2 * half > _ONE_HAND_WIDTH and figure.person.pose not in (
        "reaching",
        "running",
        "using_phone",
        "celebrating",
    )
    base = figure.body.y(238) if both else figure.body.y(196)
    bottom = (figure.scene.size.height - figure.anchor.head_y) / figure.scale
    base = max(98.0 + height * 0.5, min(base, bottom - 14))
    if figure.person.pose == "reaching":
        return Grip(150, figure.body.y(150), height, half, False)
    if both:
        return Grip(4 + 8 * figure.turn, base, height, half, True)
    return Grip(54 * figure.body.breadth + 4, base, height, half, False)


def _draw(figure: Figure, pose: Pose, grip: Grip | None, held: Held | None) -> None:
    tilted, rides = _Tilt(figure, pose.tilt_degrees), figure.person.pose == "riding"
    shows_trunk = figure.sees(figure.body.shoulder_y - 34)
    with tilted:
        draw_back_hair(figure)
    if figure.sees(figure.body.y(300)) and not pose.sits and not rides:
        draw_legs(figure, pose.legs, sits=False)
    if shows_trunk:
        _arms(figure, pose, are_behind=True)
    draw_neck(figure)
    if rides and figure.sees(figure.body.y(300)):
        draw_legs(figure, pose.legs[1:], sits=True)
    if shows_trunk:
        _trunk(figure, pose)
    if figure.sees(figure.body.y(300)) and pose.sits:
        draw_legs(figure, pose.legs, sits=True)
    with tilted:
        _head(figure)
    if shows_trunk or pose.left.wrist[1] < 0:
        _arms(figure, pose, are_behind=False)
    _hands(figure, pose, grip, held)


def _arms(figure: Figure, pose: Pose, *, are_behind: bool) -> None:
    for side, arm in ((-1, pose.left), (1, pose.right)):
        if arm.is_behind == are_behind:
            draw_arm(figure, arm, side)


class _Tilt:
    """The head leans on its neck."""

    def __init__(self, figure: Figure, degrees: float) -> None:
        self._figure, self._degrees = figure, degrees

    def __enter__(self) -> None:
        self._figure.canvas.save()
        self._figure.canvas.rotate(self._degrees, 0, 44)

    def __exit__(self, *problem: object) -> None:
        self._figure.canvas.restore()


def _seat(figure: Figure) -> None:
    """A plain upholstered stool under a sitting person."""
    body = figure.body
    x, top = body.place(20, 372)
    floor = body.y(556)
    wide = 112 * body.breadth
    tone = figure.scene.tone(0.35)
    for leg in (-0.74, 0.74):
        path = box(x + leg * wide - 6, top + 20, 12, floor - top - 20, 4)
        solid(figure.canvas, path, figure.scene.tone(0.15), figure.light, shade=0.5, rim=0.5, rim_width=2, soft=4)
    solid(
        figure.canvas,
        box(x - wide, top - 8, wide * 2, 46, 18),
        tone,
        figure.light,
        shade=0.55,
        rim=0.8,
        rim_width=4,
        soft=10,
    )


def _trunk(figure: Figure, pose: Pose) -> None:
    if pose.sits and figure.sees(figure.body.y(300)):
        _seat(figure)
    draw_inside(figure)
    shape = trunk(figure)
    arms = [(side, arm) for side, arm in ((-1, pose.left), (1, pose.right)) if not arm.is_behind]
    sleeves = [sleeve(figure, joints(figure, arm, side)) for side, arm in arms]
    whole = joined(shape, *sleeves)
    solid(figure.canvas, whole, cloth_color(figure), figure.light, shade=0.58, rim=0.85, rim_width=3.4, soft=12)
    draw_details(figure, shape)


def _head(figure: Figure) -> None:
    path = outline(figure)
    draw_skin(figure, path)
    draw_marks(figure)
    draw_age(figure)
    draw_facial_hair(figure)
    draw_mouth(figure)
    draw_nose(figure)
    draw_eyes(figure)
    draw_front_hair(figure)
    if shows_ears(figure):
        draw_ears(figure)
    draw_glasses(figure)
    draw_headwear(figure)


def _hands(figure: Figure, pose: Pose, grip: Grip | None, held: Held | None) -> None:
    if pose.shows_phone:
        _own_phone(figure, pose)
    if grip is None or held is None:
        return
    left, right = joints(figure, pose.left, -1)[2], joints(figure, pose.right, 1)[2]
    if grip.both:
        draw_cupping_palm(figure, (grip.x - grip.half, grip.middle), left, -1)
        draw_cupping_palm(figure, (grip.x + grip.half, grip.middle), right, 1)
        _product(figure, grip, held)
        reach = max(10.0, min(21.0, grip.half * 0.62))
        draw_cupping_fingers(figure, (grip.x - grip.half, grip.middle), -1, reach)
        draw_cupping_fingers(figure, (grip.x + grip.half, grip.middle), 1, reach)
        return
    draw_grip_palm(figure, (grip.x, grip.middle), right, grip.half, 1)
    _product(figure, grip, held)
    draw_grip_fingers(figure, (grip.x, grip.middle), grip.half, 1)


def _product(figure: Figure, grip: Grip, held: Held) -> None:
    """The product in frame units, unmirrored, with its own soft shadow on the garment."""
    canvas = figure.canvas
    shadow = oval(grip.x, grip.base - grip.height * 0.45, grip.half * 1.05, grip.height * 0.5)
    canvas.drawPath(moved(shadow, -figure.light.dx * 6, 6), ink("#120a10", 0.25, blur=8))
    x, base = figure.frame((grip.x, grip.base))
    canvas.save()
    canvas.scale(figure.side / figure.scale, 1 / figure.scale)
    canvas.translate(-figure.anchor.head_x, -figure.anchor.head_y)
    held.draw(canvas, Spot(x, base, grip.height * figure.scale))
    canvas.restore()


def _own_phone(figure: Figure, pose: Pose) -> None:
    """The back of a phone, its light on the face."""
    x, y = joints(figure, pose.right, 1)[2]
    x, y = x - 7, y - 42
    draw_grip_palm(figure, (x, y), (x + 7, y + 42), 15, 1)
    canvas = figure.canvas
    body = box(x - 15, y - 36, 30, 62, 5.5)
    solid(canvas, body, "#262a33", figure.light, shade=0.5, rim=0.9, rim_width=1.4, soft=5)
    solid(canvas, box(x - 11.5, y - 32, 12, 12, 4), "#15171d", figure.light, shade=0.3, rim=0.6, rim_width=0.8, soft=2)
    for dx, dy in ((-8, -28.5), (-3, -23.5)):
        canvas.drawCircle(x + dx, y + dy, 2.1, ink("#4a5568"))
        canvas.drawCircle(x + dx - 0.6, y + dy - 0.6, 0.7, ink("#dfe8f5", 0.8))
    draw_grip_fingers(figure, (x, y), 15, 1)
