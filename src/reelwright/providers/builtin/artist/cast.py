"""The people of a shot as layers: flip-books of what they do, their blinking lids, the light behind them."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reelwright.film.shot import Framing, Person
from reelwright.media.canvas import skia
from reelwright.providers.builtin.artist.brush import Point, contact_shadow
from reelwright.providers.builtin.artist.composition import WIDES, floor_share
from reelwright.providers.builtin.artist.contract import Anchor, Held, Scene
from reelwright.providers.builtin.artist.creatures import draw_mount
from reelwright.providers.builtin.artist.painting import (
    STILL,
    Drawing,
    Layer,
    LayerMotion,
    Plate,
    Stop,
    Turning,
    pixels_of,
)
from reelwright.providers.builtin.artist.people.actions import ACTIONS, Action, Moment
from reelwright.providers.builtin.artist.people.actions.bodies import NOTICE
from reelwright.providers.builtin.artist.people.draw import draw_person, draw_seat_of, start_of
from reelwright.providers.builtin.artist.people.parts import Parts
from reelwright.providers.builtin.artist.people.proportions import Body

_DEAR_HEAD = 230.0
"""From this height of a head on, in units, drawings are dear and fewer are made."""
_OPEN_GAZES = ("camera", "left", "right")
"""Ways of looking from which eyes wander."""
_EDGE = 0.13
"""Share of the patch around the eyes that is left out."""
_LID_FPS = 12
_AFTER_S = 0.4


@dataclass(frozen=True)
class Role:
    """One person about to be painted."""

    person: Person
    anchor: Anchor
    held: Held | None = None
    target: Point | None = None
    """A place in the frame that a hand may want: the product on the table."""
    meets: Point | None = None
    """A place in the frame where a hand meets that of somebody else."""
    notices: bool = False
    """Whether the person does nothing of their own and looks at who acts."""
    depth: float = 1.0
    late: float = 0.0
    """Share of a gait's cycle by which the person is behind others, who would else march."""
    soft: float = 0.0
    """Sigma of the lens's blur in units: for a person near the lens."""


def cast_layers(scene: Scene, role: Role) -> tuple[Layer, ...]:
    """A person as one layer, with a second one for the lids where the head keeps still."""
    slug = role.person.action or _GAITS.get(role.person.pose, "")
    if role.person.holds_product and scene.shot.staging.product_action == "spray" and slug in ("", "apply"):
        slug = "spray"
    action = ACTIONS.get(slug) or (NOTICE if role.notices else None)
    painter = _Painter(scene, role)
    if action is None:
        return painter.resting()
    return painter.acting(action)


_GAITS = {"walking": "walk", "running": "run", "riding": "ride"}
"""Poses that nobody keeps: they are moments of a gait."""


def seats_layer(scene: Scene, roles: Sequence[Role]) -> tuple[Layer, ...]:
    """What the people of a shot sit on, behind all of them."""
    afloat = "rowing_boat" in scene.shot.staging.props
    if afloat or not any(role.person.pose == "sitting" for role in roles):
        return ()
    plate = Plate(scene.size, 1.0, "seats")
    for role in roles:
        draw_seat_of(plate.canvas, role.person, role.anchor, scene.light, scene)
    layer = plate.layer()
    return (layer,) if layer else ()


class _Painter:
    """Paints one person's drawings."""

    def __init__(self, scene: Scene, role: Role) -> None:
        self._scene, self._role = scene, role
        self._start = start_of(role.person, role.anchor, scene.light, scene, role.held, role.target, role.meets)
        anchor = role.anchor
        self._pivot = (anchor.head_x, anchor.head_y + anchor.head_height * 4)

    def resting(self) -> tuple[Layer, ...]:
        """Breathes and blinks."""
        motion = LayerMotion("breathe", 0.006, 4.0)
        plate = self._plate()
        self._draw(plate.canvas, None, None)
        plate.blur(self._role.soft)
        layer = plate.layer(motion, self._pivot)
        if layer is None:
            return ()
        return (layer, *self._lids(layer, None, None, 0.0, 0.0))

    def acting(self, action: Action) -> tuple[Layer, ...]:
        """Does something: as many drawings as it needs and its size allows."""
        progresses, turning = self._turning(action)
        moments = [action.doing(progress, self._start) for progress in progresses]
        parts = Parts(moving=_moving(moments))
        drawings, first = self._drawings(moments, parts)
        if first is None:
            return ()
        moves = action.kind == "cycle"
        motion = STILL if moves else LayerMotion("breathe", 0.006, 4.0)
        course = self._travel(action) if moves else ()
        layer = replace(first, motion=motion, pivot=self._pivot, drawings=drawings, turning=turning, course=course)
        if moves:
            return (layer,)
        steady = all(_head(moment) == _head(moments[-1]) for moment in moments)
        if action.kind == "to and fro" and not steady:
            return (layer,)
        begins, after = (0.0, 0.0) if steady else (turning.begins, turning.step_s * len(turning.order) + _AFTER_S)
        last = replace(first, image=drawings[-1].image, left=drawings[-1].left, top=drawings[-1].top)
        return (layer, *self._lids(replace(last, motion=motion, pivot=self._pivot), moments[-1], parts, begins, after))

    def _turning(self, action: Action) -> tuple[list[float], Turning]:
        """The progress of each drawing, and when each is seen."""
        count = action.drawings
        if self._role.anchor.head_height >= _DEAR_HEAD:
            count = max(4, math.ceil(count * 0.62))
        if action.kind == "cycle":
            rounds = self._rounds(action)
            step_s = action.step_s * action.drawings / count
            if self._role.person.pose == "riding" and not is_gallop(self._scene):
                step_s *= 1.8
            turning = Turning(tuple(range(count)), 0.0, step_s, 0, 9.0, rounds)
            return [(index / count + self._role.late) % 1.0 for index in range(count)], turning
        progresses = [index / (count - 1) for index in range(count)]
        order, again = tuple(range(count)), None
        if action.kind == "to and fro":
            swing = next(index for index, progress in enumerate(progresses) if progress >= action.swings_from - 1e-9)
            swing = min(swing, count - 2)
            order = (*order, *range(count - 2, swing, -1))
            again = swing
        return progresses, Turning(order, action.begins, action.step_s, again)

    def _drawings(self, moments: Sequence[Moment], parts: Parts) -> tuple[tuple[Drawing, ...], Layer | None]:
        drawings: list[Drawing] = []
        first: Layer | None = None
        for moment in moments:
            plate = self._plate()
            self._draw(plate.canvas, moment, parts)
            plate.blur(self._role.soft)
            layer = plate.layer()
            drawings.append(Drawing(layer.image, layer.left, layer.top) if layer else Drawing(None))
            first = first or layer
        return tuple(drawings), first

    def _plate(self) -> Plate:
        """A plate around the figure: a smaller one is cleared, cropped and graded sooner."""
        anchor, scale = self._role.anchor, self._role.anchor.head_height / 100
        wide = 640 if self._role.person.pose == "riding" else 400
        top = anchor.head_y - (420 if self._role.person.pose == "riding" else 260) * scale
        size = self._scene.size
        left = max(-size.margin_x, anchor.head_x - wide * scale)
        right = min(size.width + size.margin_x, anchor.head_x + wide * scale)
        area = (left, top, right, size.height * 2)
        return Plate(size, self._role.depth, "people", self._role.soft, area=area)

    def _draw(self, canvas: Any, moment: Moment | None, parts: Parts | None) -> None:
        scene, role = self._scene, self._role
        anchor, person = role.anchor, role.person
        feet = anchor.head_y + Body.of(person).y(_FEET) * anchor.head_height / 100
        stands = person.pose not in ("riding", "sitting")
        if scene.shot.camera.framing in WIDES or (stands and feet < scene.size.height):
            floor = scene.size.height * floor_share(scene.shot) if scene.shot.camera.framing in WIDES else feet
            contact_shadow(canvas, anchor.head_x, floor, anchor.head_height * 2.4, 0.55, scene.hour.fill)
        if person.pose == "riding":
            _mount(canvas, person, anchor, scene, moment)
        held = role.held
        draw_person(canvas, person, anchor, scene.light, scene, held, moment=moment, parts=parts)

    def _lids(
        self, base: Layer, moment: Moment | None, parts: Parts | None, begins: float, after_s: float
    ) -> tuple[Layer, ...]:
        """Eyes that close now and then: only what differs from the open ones, seen when the action is over."""
        person, anchor = self._role.person, self._role.anchor
        seen = moment or Moment(self._start.pose)
        if "closed" in (seen.gaze or person.gaze, person.gaze) or person.seen_from == "behind":
            return ()
        if self._role.soft or anchor.head_height * self._scene.size.scale < 40:
            return ()
        shut = self._eyes(base, moment, parts, "closed", seen)
        if shut is None:
            return ()
        own = seen.gaze or person.gaze
        away = "camera" if own != "camera" else "left" if anchor.faces < 0 else "right"
        glance = self._eyes(base, moment, parts, away, seen) if own in _OPEN_GAZES else None
        dice = Random(f"blink/{person.id}")
        wait = [0] * round(after_s * _LID_FPS)
        pauses = [[0] * dice.randrange(20, 44) + [1, 1] for _ in range(4)]
        if glance is not None:
            # The eyes wander off and come back under a blink, as eyes do.
            pauses[0] += [2] * dice.randrange(8, 14) + [1]
        order = (*wait, *(index for pause in pauses for index in pause))
        shown = replace(base, name="lids", image=shut.image, left=shut.left, top=shut.top)
        drawings = (Drawing(None), shut, glance or shut)
        return (replace(shown, drawings=drawings, turning=Turning(order, begins, 1 / _LID_FPS, len(wait)), course=()),)

    def _eyes(self, base: Layer, moment: Moment | None, parts: Parts | None, gaze: str, seen: Moment) -> Drawing | None:
        """What of the face differs when the eyes look elsewhere or close."""
        role, scene = self._role, self._scene
        anchor = role.anchor
        half = anchor.head_height * 0.42
        middle = anchor.head_y - seen.pose.bob * anchor.head_height / 100
        area = (anchor.head_x - half, middle - half, anchor.head_x + half, middle + half)
        plate = Plate(scene.size, role.depth, "lids", area=area)
        other = replace(moment, gaze=gaze) if moment else None
        person = role.person if moment else role.person.model_copy(update={"gaze": gaze})
        draw_person(plate.canvas, person, anchor, scene.light, scene, role.held, moment=other, parts=parts)
        layer = plate.layer()
        return _difference(layer, base, scene.size.scale) if layer else None

    def _rounds(self, action: Action) -> float | None:
        """Cycles in the shot where the ground is in view, so that feet keep their place on it."""
        distance = self._distance(action)
        stride = action.stride * self._role.anchor.head_height / 100
        if not distance or not stride:
            return None
        return max(2.5, distance / stride)

    def _distance(self, action: Action) -> float:
        """How far the figure travels in the shot, in units; 0 where only the set moves."""
        scene, anchor = self._scene, self._role.anchor
        if not action.stride:
            share = 0.62 if scene.size.is_tall else 0.5 if is_gallop(scene) else 0.4
            return scene.size.width * share if scene.shot.camera.framing in WIDES else 0.0
        if scene.shot.camera.framing in WIDES:
            stride = action.stride * anchor.head_height / 100
            return min(scene.size.width * 0.5, 5 * stride)
        return scene.size.width * 0.1 if scene.shot.camera.framing is not Framing.CLOSE_UP else 0.0

    def _travel(self, action: Action) -> tuple[Stop, ...]:
        distance, scene, anchor = self._distance(action), self._scene, self._role.anchor
        if not distance:
            return ()
        way = -1 if anchor.faces < 0 else 1
        if not action.stride:
            # Whoever is carried comes into the frame; who walks is in it.
            return (Stop(0, -way * distance * _COMES), Stop(1, way * distance * (1 - _COMES), pace="even"))
        room = scene.size.width * 0.14
        begin = anchor.head_x - way * distance * 0.5
        begin = max(room, min(scene.size.width - room, begin))
        end = max(room, min(scene.size.width - room, begin + way * distance))
        if self._role.person.seen_from == "behind":
            return (Stop(0, wide=1.08, high=1.08), Stop(1, wide=0.9, high=0.9, pace="even"))
        return (Stop(0, begin - anchor.head_x), Stop(1, end - anchor.head_x, pace="even"))


_COMES = 0.82
"""What share of their way riders have behind them when they are where they were placed."""
_FEET = 690.0
"""Soles of who stands, in points below the middle of the head of an adult."""


def _mount(canvas: Any, person: Person, anchor: Anchor, scene: Scene, moment: Moment | None) -> None:
    """The horse, which bobs and pitches with its rider; only an excited one gallops."""
    if moment is None:
        draw_mount(canvas, person, anchor, scene.light, scene)
        return
    side = -1 if anchor.faces < 0 else 1
    gallops = is_gallop(scene)
    canvas.save()
    canvas.translate(0, -moment.pose.bob * anchor.head_height / 100)
    tilt = (2.6 if gallops else 0.8) * math.sin(math.tau * (moment.phase + 0.18)) * side
    canvas.rotate(tilt, anchor.head_x, anchor.head_y + anchor.head_height * 4.4)
    draw_mount(canvas, person, anchor, scene.light, scene, moment.phase, gallops=gallops)
    canvas.restore()


def is_gallop(scene: Scene) -> bool:
    """Whether the horse gallops: under a rider who is glad or set on something."""
    return any(person.expression in ("joy", "determined") for person in scene.shot.staging.people)


def _moving(moments: Sequence[Moment]) -> frozenset[str]:
    """The arms that are not the same in all drawings."""
    arms = {"left": {moment.pose.left for moment in moments}, "right": {moment.pose.right for moment in moments}}
    return frozenset(name for name, seen in arms.items() if len(seen) > 1)


def _head(moment: Moment) -> tuple[object, ...]:
    """All that the look and place of a head depend on."""
    pose = moment.pose
    return (pose.pitch, pose.tilt_degrees, pose.bob, moment.turn, moment.gaze, moment.expression)


def _difference(layer: Layer, base: Layer, scale: float) -> Drawing | None:
    """What of the layer is not already in the base, at whole pixels of the base; None when nothing is."""
    dx, dy = round((layer.left - base.left) * scale), round((layer.top - base.top) * scale)
    new, old = pixels_of(layer.image), pixels_of(base.image)
    left, top = max(0, dx), max(0, dy)
    right, bottom = min(old.shape[1], dx + new.shape[1]), min(old.shape[0], dy + new.shape[0])
    if right <= left or bottom <= top:
        return None
    part = new[top - dy : bottom - dy, left - dx : right - dx]
    differs = np.abs(part.astype(np.int16) - old[top:bottom, left:right]).max(axis=2) > 6
    # Soft things are cut at the edge of a small plate.
    edge = max(2, round(min(differs.shape) * _EDGE))
    differs[:edge] = differs[-edge:] = False
    differs[:, :edge] = differs[:, -edge:] = False
    rows: NDArray[np.intp] = np.flatnonzero(differs.any(axis=1))
    columns: NDArray[np.intp] = np.flatnonzero(differs.any(axis=0))
    if rows.size == 0:
        return None
    box = skia.IRect.MakeLTRB(
        max(0, int(columns[0]) - 2) + left - dx, max(0, int(rows[0]) - 2) + top - dy,
        int(columns[-1]) + 3 + left - dx, int(rows[-1]) + 3 + top - dy,
    )  # fmt: skip
    if not box.intersect(skia.IRect.MakeWH(new.shape[1], new.shape[0])):
        return None
    image = layer.image.makeSubset(box).makeRasterImage()
    return Drawing(image, layer.left + box.left() / scale, layer.top + box.top() / scale)
