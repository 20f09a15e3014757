"""A whole person, from back to front: hair, legs, trunk, head, arms, and what the hands hold."""

from dataclasses import replace
from functools import partial
from typing import Any

from reelwright.film.shot import Angle, Person
from reelwright.media.canvas import skia
from reelwright.providers.builtin.artist.at_table import sits_at_table, table_top
from reelwright.providers.builtin.artist.brush import Light, Point, solid
from reelwright.providers.builtin.artist.contract import Anchor, Held, Scene
from reelwright.providers.builtin.artist.people.actions import Moment, Start
from reelwright.providers.builtin.artist.people.behind import draw_back_of_head
from reelwright.providers.builtin.artist.people.clothes import cloth_color, trunk
from reelwright.providers.builtin.artist.people.eyes import draw_eyes
from reelwright.providers.builtin.artist.people.features import draw_facial_hair, draw_glasses, draw_mouth, draw_nose
from reelwright.providers.builtin.artist.people.figure import Figure
from reelwright.providers.builtin.artist.people.garments import draw_details, draw_inside
from reelwright.providers.builtin.artist.people.hair import draw_back_hair, draw_front_hair, shows_ears
from reelwright.providers.builtin.artist.people.hands import hand_size
from reelwright.providers.builtin.artist.people.head import (
    draw_age,
    draw_ears,
    draw_marks,
    draw_neck,
    draw_scar,
    draw_skin,
    outline,
)
from reelwright.providers.builtin.artist.people.headwear import draw_headwear
from reelwright.providers.builtin.artist.people.holding import draw_holding, draw_spoon, grip_of
from reelwright.providers.builtin.artist.people.limbs import draw_arm, draw_legs, joints, sleeve
from reelwright.providers.builtin.artist.people.outline import joined, lit_flat
from reelwright.providers.builtin.artist.people.parts import BODY_REACH, Parts
from reelwright.providers.builtin.artist.people.poses import Grip, Pose, pose_of
from reelwright.providers.builtin.artist.people.poses.pose import Arm, Leg, bent
from reelwright.providers.builtin.artist.people.poses.sitting import CROSSED
from reelwright.providers.builtin.artist.people.proportions import Body
from reelwright.providers.builtin.artist.pieces.seats import draw_seat, seat_for
from reelwright.providers.builtin.artist.wheels import WHEELS, wheels_of


def draw_person(
    canvas: Any,
    person: Person,
    anchor: Anchor,
    light: Light,
    scene: Scene,
    held: Held | None = None,
    *,
    moment: Moment | None = None,
    parts: Parts | None = None,
) -> None:
    """Draws a person whose head stands at the anchor; everything else follows from the head's height.

    Args:
        canvas: Skia canvas in frame units.
        person: Who it is, and pose, gaze and expression in this shot.
        anchor: Middle and height of the head in units, the framing, and where the person faces.
        light: The scene's light.
        scene: The shot; its size decides what is in view.
        held: A product in the hands, painted between palm and fingers; None for free hands.
        moment: How the person is at this moment of an action; None is the person's pose.
        parts: What was painted of the same person in the drawings before; None paints all.
    """
    figure = Figure.of(canvas, person, anchor, light, scene)
    person = _looking(person, moment, figure.side)
    figure = replace(figure, person=person)
    if moment is None:
        grip = grip_of(figure, held) if held else None
        moment = Moment(_at_table(figure, _posed(_mounted(person.pose, scene), grip, scene), grip), grip)
    pose = moment.pose
    figure = replace(
        figure,
        pitch=max(-1.0, min(1.0, pose.pitch + _TILT.get(scene.shot.camera.angle, 0.0))),
        body=Body.of(person, pose.lean),
        sits=pose.sits or person.pose == "riding",
        anchor=replace(anchor, head_y=anchor.head_y - pose.bob * figure.scale),
        turn=figure.turn if moment.turn is None else moment.turn,
    )
    canvas.save()
    canvas.translate(figure.anchor.head_x, figure.anchor.head_y)
    canvas.scale(figure.side * figure.scale, figure.scale)
    if figure.narrows:
        away = skia.Matrix()
        away.setPerspY(figure.narrows)
        canvas.concat(away)
    _draw(figure, moment, held, parts or Parts(keep=False))
    canvas.restore()


_TILT = {Angle.LOW: 0.34, Angle.HIGH: -0.42}
"""How far a level head seems raised or lowered from below and above."""


def start_of(
    person: Person,
    anchor: Anchor,
    light: Light,
    scene: Scene,
    held: Held | None,
    target: Point | None = None,
    meets: Point | None = None,
) -> Start:
    """What an action of this person begins with.

    ``target`` is a place in the frame that a hand may want, ``meets`` where it meets the hand of somebody else.
    """
    figure = Figure.of(None, _looking(person), anchor, light, scene)
    grip = grip_of(figure, held) if held else None
    slug = "at_ease" if person.pose in _ENDS else _mounted(person.pose, scene)
    at = _on_body(figure, target) if target is not None else None
    other = _on_body(figure, meets) if meets is not None else None
    bottom = (scene.size.height - anchor.head_y) / figure.scale
    is_behind = person.seen_from == "behind"
    return Start(
        _at_table(figure, pose_of(slug, grip), grip),
        grip,
        person.expression,
        person.gaze,
        figure.turn,
        at,
        bottom,
        is_behind,
        -anchor.head_y / figure.scale,
        hand_size(figure),
        other,
        None if other is None else figure.body.adult(*other),
        figure.body.breadth,
        figure.body.stature,
        "" if held is None else held.shape,
        pose_of(person.pose, grip) if person.pose in _ENDS else None,
    )


def _mounted(pose: str, scene: Scene) -> str:
    """The pose as what is ridden asks for it."""
    slug = wheels_of(scene.shot) if pose == "riding" else ""
    return WHEELS[slug].pose if slug else pose


def _on_body(figure: Figure, place: Point) -> Point:
    """A place of the frame in points of the figure."""
    anchor = figure.anchor
    return figure.side * (place[0] - anchor.head_x) / figure.scale, (place[1] - anchor.head_y) / figure.scale


_ENDS = ("celebrating", "greeting", "reaching", "at_temple", "shading_eyes", "looking_up", "arms_crossed")
"""Poses that are themselves what an action comes to."""


def _looking(person: Person, moment: Moment | None = None, side: int = 1) -> Person:
    """Where a pose asks for a look of its own, the open gaze follows it; short curls lie flat under a hat."""
    ways = {"forward": "right" if side > 0 else "left", "backward": "left" if side > 0 else "right"}
    own = {"looking_up": "up", "using_phone": "product"}.get(person.pose)
    changes: dict[str, str] = {"gaze": own} if own and person.gaze == "camera" else {}
    if person.headwear and person.hair_length == "short":
        changes["hair_style"] = "straight"
    if moment is not None and moment.gaze:
        changes["gaze"] = ways.get(moment.gaze, moment.gaze)
    if moment is not None and moment.expression:
        changes["expression"] = moment.expression
    return person.model_copy(update=changes) if changes else person


def _draw(figure: Figure, moment: Moment, held: Held | None, parts: Parts) -> None:
    pose, is_behind = moment.pose, figure.person.seen_from == "behind"
    tilted, rides = _Tilt(figure, pose.tilt_degrees), figure.person.pose == "riding"
    shows_trunk = figure.sees(figure.body.shoulder_y - 34)
    if not is_behind:
        with tilted:
            parts.lay(figure, ("back hair", figure.turn), draw_back_hair)
    if figure.sees(figure.body.y(300)) and not pose.sits and not rides:
        _legs(figure, pose, pose.legs, parts, sits=False)
    if shows_trunk:
        _arms(figure, pose, parts, are_behind=True)
    parts.lay(figure, ("neck", figure.turn, pose.lean), draw_neck)
    if rides and figure.sees(figure.body.y(300)):
        _legs(figure, pose, pose.legs[1:], parts, sits=True)
    if is_behind:
        draw_holding(figure, pose, moment.grip, held, pours=moment.pours)
    if shows_trunk:
        _trunk(figure, pose, parts)
    if figure.sees(figure.body.y(300)) and pose.sits:
        _legs(figure, pose, pose.legs, parts, sits=True)
    if is_behind:
        _from_behind(figure, pose, tilted, parts, shows_trunk=shows_trunk)
        return
    with tilted:
        _head(figure, parts)
    if shows_trunk or pose.left.wrist[1] < 0:
        _arms_before(figure, moment, parts)
    draw_holding(figure, pose, moment.grip, held, pours=moment.pours)
    _fingers_on_it(figure, moment, parts)


def _arms_before(figure: Figure, moment: Moment, parts: Parts) -> None:
    """The arms before the body, one perhaps with a spoon."""
    if moment.spoons:
        draw_spoon(figure, joints(figure, moment.pose.right, 1)[2])
    _arms(figure, moment.pose, parts, are_behind=False, are_over=None if moment.grip is None else False)


def _fingers_on_it(figure: Figure, moment: Moment, parts: Parts) -> None:
    """The hand that touches what the other one holds."""
    if moment.grip is not None:
        _arms(figure, moment.pose, parts, are_behind=False, are_over=True)


def _from_behind(figure: Figure, pose: Pose, tilted: "_Tilt", parts: Parts, *, shows_trunk: bool) -> None:
    """Arms first, as what they do is mostly hidden by the body; the hair falls over the back."""
    if shows_trunk:
        _arms(figure, pose, parts, are_behind=False)
    with tilted:
        parts.lay(figure, ("back of the head", figure.turn), draw_back_of_head)


def _arms(figure: Figure, pose: Pose, parts: Parts, *, are_behind: bool, are_over: bool | None = None) -> None:
    """Both arms, or only those whose finger lies (or does not lie) over what the other hand holds."""
    for side, arm in ((-1, pose.left), (1, pose.right)):
        if arm.is_behind == are_behind and are_over in (None, arm.hand == "point"):
            key = ("arm", side, arm, figure.turn, pose.lean)
            parts.lay(figure, key, partial(_arm, arm=arm, side=side), BODY_REACH)


def _arm(figure: Figure, arm: Arm, side: int) -> None:
    draw_arm(figure, arm, side)


def _legs(figure: Figure, pose: Pose, legs: tuple[Leg, ...], parts: Parts, *, sits: bool) -> None:
    def paint(figure: Figure) -> None:
        draw_legs(figure, legs, sits=sits)

    parts.lay(figure, ("legs", legs, pose.lean), paint, BODY_REACH)


class _Tilt:
    """The head leans on its neck."""

    def __init__(self, figure: Figure, degrees: float) -> None:
        self._figure, self._degrees = figure, degrees

    def __enter__(self) -> None:
        self._figure.canvas.save()
        self._figure.canvas.rotate(self._degrees, 0, 44)

    def __exit__(self, *problem: object) -> None:
        self._figure.canvas.restore()


def draw_seat_of(canvas: Any, person: Person, anchor: Anchor, light: Light, scene: Scene) -> None:
    """What a sitting person sits on, where it is in the frame; nothing for who stands."""
    figure = Figure.of(canvas, person, anchor, light, scene)
    pose = _posed(person.pose, None, scene)
    if not pose.sits or person.pose == "riding" or not figure.sees(figure.body.y(300)):
        return
    body = Body.of(person, pose.lean)
    # Who sits on cushions sinks into them.
    x, top = body.place(20, 350 if seat_for(scene.shot) in ("sofa", "armchair") else 372)
    floor = body.y(556 if seat_for(scene.shot) != "ground" else 412)
    canvas.save()
    canvas.translate(anchor.head_x, anchor.head_y)
    canvas.scale(figure.side * figure.scale, figure.scale)
    draw_seat(canvas, seat_for(scene.shot), x, top, 112 * body.breadth, floor, figure.light, scene)
    canvas.restore()


def _posed(slug: str, grip: Grip | None, scene: Scene) -> Pose:
    """The joints of a pose; who sits on the ground crosses the legs."""
    pose = pose_of(slug, grip)
    return replace(pose, legs=CROSSED) if pose.sits and seat_for(scene.shot) == "ground" else pose


def _at_table(figure: Figure, pose: Pose, grip: Grip | None) -> Pose:
    """The pose with its hands on the table that stands before it, not in the lap under it."""
    scene = figure.scene
    if not pose.sits or grip is not None or not sits_at_table(scene.shot):
        return pose
    _, edge = figure.body.adult(0, (table_top(scene) - figure.anchor.head_y) / figure.scale)
    low = max(170.0, min(300.0, edge - 7))
    left, right = ((side * 30.0, low) for side in (-1, 1))
    return replace(
        pose, left=Arm(bent(-1, left), left, "relaxed", 10), right=Arm(bent(1, right), right, "relaxed", 170)
    )


def _trunk(figure: Figure, pose: Pose, parts: Parts) -> None:
    """The trunk with the sleeves that rest on it in one piece; those that move are laid on in its light."""
    arms = [
        (side, arm, name in parts.moving)
        for side, arm, name in ((-1, pose.left, "left"), (1, pose.right, "right"))
        if not arm.is_behind
    ]
    resting = tuple((side, arm) for side, arm, moves in arms if not moves)

    def body(figure: Figure) -> None:
        draw_inside(figure)
        sleeves = [sleeve(figure, joints(figure, arm, side)) for side, arm in resting]
        whole = joined(trunk(figure), *sleeves)
        tone = cloth_color(figure)
        solid(figure.canvas, whole, tone, figure.light, shade=0.58, rim=0.6, rim_width=3.4, soft=12)

    parts.lay(figure, ("trunk", resting, figure.turn, pose.lean), body, BODY_REACH)
    shape = trunk(figure)
    for side, arm, moves in arms:
        if moves:
            lit_flat(figure.canvas, sleeve(figure, joints(figure, arm, side)), cloth_color(figure), figure.light, shape)
    parts.lay(figure, ("details", figure.turn, pose.lean), _details, BODY_REACH)


def _details(figure: Figure) -> None:
    draw_details(figure, trunk(figure))


def _head(figure: Figure, parts: Parts) -> None:
    person = figure.person
    parts.lay(figure, ("face", figure.turn, figure.pitch, person.gaze, person.expression), _face)
    parts.lay(figure, ("front hair", figure.turn), draw_front_hair)
    if shows_ears(figure):
        draw_ears(figure)
    draw_glasses(figure)
    parts.lay(figure, ("headwear", figure.turn), draw_headwear)


def _face(figure: Figure) -> None:
    path = outline(figure)
    draw_skin(figure, path)
    draw_marks(figure)
    draw_age(figure)
    draw_facial_hair(figure)
    draw_mouth(figure)
    draw_nose(figure)
    draw_eyes(figure)
    draw_scar(figure)
