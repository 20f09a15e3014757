"""Actions are sane at every moment: limbs keep their length, nothing jumps, feet keep their place, holds hold."""

import itertools
import math
from dataclasses import replace

import numpy as np
import pytest

from reelwright.film.shot import Camera, Framing, Person, ProductLook, Shot, Staging
from reelwright.providers.builtin.artist import paint_shot
from reelwright.providers.builtin.artist.painting import Drawing, Layer, Painting, Turning, pixels_of
from reelwright.providers.builtin.artist.people.actions import ACTIONS, Moment, Start
from reelwright.providers.builtin.artist.people.actions.gaits import RUN_STRIDE, WALK_STRIDE
from reelwright.providers.builtin.artist.people.poses import pose_of
from reelwright.providers.builtin.artist.people.poses.pose import SHOULDER, Arm, Grip

STEPS = 48
CYCLES = {"walk", "walk_together", "run", "ride"}
GRIPS = {
    "nothing": None,
    "bottle": Grip(54, 196, 104, 18, False),
    "mug": Grip(34, 206, 54, 32, False, how="handle"),
    "lipstick": Grip(54, 196, 46, 6, False, how="pinch"),
    "jar": Grip(8, 238, 60, 24, True),
    "laptop": Grip(8, 238, 90, 68, True),
}


def moments(action: str, held: str, pose: str = "standing") -> list[Moment]:
    grip = GRIPS[held]
    start = Start(pose_of(pose, grip), grip, "worried", target=(120, 260))
    return [ACTIONS[action].doing(step / STEPS, start) for step in range(STEPS + 1)]


def bones(arm: Arm, side: int) -> tuple[float, float]:
    return math.dist((side * SHOULDER[0], SHOULDER[1]), arm.elbow), math.dist(arm.elbow, arm.wrist)


@pytest.mark.parametrize("held", sorted(GRIPS))
@pytest.mark.parametrize("action", sorted(ACTIONS))
def test_limbs_keep_a_length_that_arms_and_legs_have(action: str, held: str) -> None:
    pose = {"ride": "riding", "walk": "walking", "run": "running"}.get(action, "standing")
    for moment in moments(action, held, pose):
        for side, arm in ((-1, moment.pose.left), (1, moment.pose.right)):
            upper, fore = bones(arm, side)
            assert 25 < upper < 168, (moment.pose, upper)
            assert 25 < fore < 160, (moment.pose, fore)
        for leg in moment.pose.legs:
            assert 90 < math.dist(leg.hip, leg.knee) < 186
            assert 60 < math.dist(leg.knee, leg.ankle) < 186


@pytest.mark.parametrize("held", sorted(GRIPS))
@pytest.mark.parametrize("action", sorted(ACTIONS))
def test_nothing_jumps(action: str, held: str) -> None:
    found = moments(action, held)
    if action in CYCLES:
        found = [*found, found[0]]
    for before, after in itertools.pairwise(found):
        for a, b in ((before.pose.left, after.pose.left), (before.pose.right, after.pose.right)):
            assert math.dist(a.wrist, b.wrist) < 45
            assert math.dist(a.elbow, b.elbow) < 40
        assert abs(before.pose.pitch - after.pose.pitch) < 0.2
        if before.grip and after.grip:
            assert math.dist((before.grip.x, before.grip.base), (after.grip.x, after.grip.base)) < 30


@pytest.mark.parametrize("action", sorted(set(ACTIONS) - CYCLES))
def test_an_action_ends_elsewhere_than_it_began(action: str) -> None:
    first, *_, last = moments(action, "nothing")
    assert (first.pose, first.gaze, first.expression, first.turn) != (last.pose, last.gaze, last.expression, last.turn)


@pytest.mark.parametrize("action", ["lift", "sip", "taste", "pour", "wave", "nod", "look_up"])
def test_who_sits_keeps_sitting(action: str) -> None:
    for moment in moments(action, "nothing", "sitting"):
        assert moment.pose.sits
        assert moment.pose.legs == pose_of("sitting", None).legs


@pytest.mark.parametrize(("action", "stride", "stands"), [("walk", WALK_STRIDE, 0.48)])
def test_a_foot_on_the_ground_keeps_its_place(action: str, stride: float, stands: float) -> None:
    start = Start(pose_of("walking", None))
    for near, late in ((1, 0.0), (0, 0.5)):
        places: list[float] = []
        for step in range(1, 12):
            phase = stands * step / 12
            moment = ACTIONS[action].doing((phase + late) % 1.0, start)
            ankle = moment.pose.legs[near].ankle
            places.append(ankle[0] + stride * phase)
            if phase < 0.34:
                assert ankle[1] - moment.pose.bob == pytest.approx(664)
        assert max(places) - min(places) < 1e-6
    assert RUN_STRIDE > WALK_STRIDE


def test_a_turning_follows_the_time_of_the_shot() -> None:
    once = Turning((0, 1, 2), begins=0.25, step_s=0.5)
    for seconds in (4.0, 6.0):
        seen = [once.index(t / seconds, t) for t in np.arange(-0.5, seconds + 0.5, 0.125)]
        begins = seconds * 0.25
        assert [once.index(t / seconds, t) for t in (0, begins - 0.1, begins + 0.1, begins + 0.6, begins + 1.1)] == [
            0, 0, 0, 1, 2,
        ]  # fmt: skip
        assert seen == sorted(seen)
        assert seen[-1] == 2
    loop = Turning((0, 1, 2, 3), begins=0.0, step_s=0.25, again_from=2)
    assert [loop.index(t / 4, t) for t in (0.0, 0.3, 0.6, 0.8, 1.05, 1.3, 1.55, 3.9)] == [0, 1, 2, 3, 2, 3, 2, 2]
    walk = Turning((0, 1, 2, 3), rounds=2.0)
    assert [walk.index(u, 99.0) for u in (-0.125, 0, 0.125, 0.25, 0.5, 0.99)] == [3, 0, 1, 2, 0, 3]


def shot(person: Person, framing: Framing = Framing.MEDIUM, product: str | None = None) -> Shot:
    look = ProductLook(shape=product, label="Aurora") if product else None
    staging = Staging(setting="studio", people=(person,), product=look)
    return Shot(id="a", number=1, frame_count=96, camera=Camera(framing=framing), staging=staging)


def figure(painting: Painting) -> Layer:
    return next(layer for layer in painting.layers if layer.name == "people")


def test_drawings_hold_at_the_start_and_at_the_end() -> None:
    painting = paint_shot(shot(Person(action="wave")), "illustrated", 320, 180, 1)
    layer = figure(painting)
    assert len(layer.drawings) >= 6
    seen = [layer.drawn(u, 4 * u).image for u in (0.0, 0.05, 0.1)]
    assert all(image is seen[0] for image in seen)
    ends = [layer.drawn(u, 4 * u).image for u in (0.93, 0.96, 1.0, 1.05)]
    assert all(image is ends[0] for image in ends)
    assert ends[0] is not seen[0]


def test_a_close_up_needs_fewer_drawings() -> None:
    counts = [
        len(figure(paint_shot(shot(Person(action="look_up"), framing), "illustrated", 320, 180, 1)).drawings)
        for framing in (Framing.MEDIUM, Framing.CLOSE_UP)
    ]
    assert counts[1] < counts[0]


def drawn(drawing: Drawing) -> bytes:
    return pixels_of(drawing.image).tobytes() if drawing.image is not None else b""


@pytest.mark.parametrize(("action", "product"), [("sip", "mug"), ("walk", None), ("celebrate", None)])
def test_the_same_drawings_twice(action: str, product: str | None) -> None:
    person = Person(action=action, pose="holding" if product else "standing", holds_product=product is not None)
    first, second = (figure(paint_shot(shot(person, product=product), "illustrated", 320, 180, 1)) for _ in range(2))
    assert [drawn(a) for a in first.drawings] == [drawn(b) for b in second.drawings]
    assert len({drawn(a) for a in first.drawings}) == len(first.drawings)


def test_eyes_blink_now_and_then_but_are_open_at_both_ends() -> None:
    painting = paint_shot(shot(Person(), Framing.CLOSE_UP), "illustrated", 640, 360, 1)
    lids = next(layer for layer in painting.layers if layer.name == "lids")
    seen = [lids.drawn(t / 5, t).image is not None for t in np.arange(0, 5, 1 / 24)]
    assert 0 < sum(seen) < 60
    assert lids.drawn(0.0, 0.0).image is None
    assert lids.drawn(1.0, 5.0).image is None
    shut = lids.drawings[1].image
    whole = figure(painting).image
    assert shut.width() * shut.height() < 0.1 * whole.width() * whole.height()
    closed = paint_shot(shot(Person(gaze="closed"), Framing.CLOSE_UP), "illustrated", 640, 360, 1)
    assert all(layer.name != "lids" for layer in closed.layers)


def test_parts_that_are_laid_down_are_what_would_be_painted() -> None:
    """A flip-book's first drawing is nearly the still of the same pose."""
    rest = figure(paint_shot(shot(Person(pose="at_ease")), "illustrated", 320, 180, 1))
    acting = figure(paint_shot(shot(Person(pose="at_ease", action="turn")), "illustrated", 320, 180, 1))
    last = acting.drawings[-1]
    still, moved = pixels_of(rest.image), pixels_of(last.image)
    high, wide = min(still.shape[0], moved.shape[0]), min(still.shape[1], moved.shape[1])
    away = np.abs(still[-high:, :wide].astype(int) - moved[-high:, :wide])
    assert away.mean() < 6


def test_a_walker_travels_as_far_as_the_feet_step() -> None:
    painting = paint_shot(shot(Person(action="walk", pose="walking"), Framing.WIDE), "illustrated", 640, 360, 1)
    layer = figure(painting)
    assert layer.turning is not None
    assert layer.turning.rounds is not None
    first, last = layer.course
    head = 0.104 * 720
    assert last.x - first.x == pytest.approx(layer.turning.rounds * WALK_STRIDE * head / 100, rel=0.02)
    assert replace(first, x=last.x, at=last.at, pace=last.pace) == last


def test_a_tapping_finger_meets_the_screen() -> None:
    grip = Grip(58, 196, 66, 16, False)
    start = Start(pose_of("using_phone", grip), grip, "calm")
    for progress in (0.6, 0.8, 1.0):
        arm = ACTIONS["tap"].doing(progress, start).pose.left
        assert arm.hand == "point"
        assert arm.hand_degrees is not None
        turn, size = math.radians(arm.hand_degrees), start.hand
        x, y = 70 * size - 2.5, 10.4 * size
        tip = (
            arm.wrist[0] + x * math.cos(turn) - y * math.sin(turn),
            arm.wrist[1] + x * math.sin(turn) + y * math.cos(turn),
        )
        assert abs(tip[0] - grip.x) < grip.half
        assert grip.base - grip.height < tip[1] < grip.base


def test_a_jar_that_is_applied_from_is_open() -> None:
    def lid(action: str) -> int:
        person = Person(pose="holding", action=action, holds_product=True)
        look = ProductLook(shape="jar", accent="#ff00ff", color="#c9a27a")
        staging = Staging(setting="studio", people=(person,), product=look, product_place="in hand")
        shot = Shot(id="one", number=1, frame_count=72, camera=Camera(framing=Framing.MEDIUM_CLOSE), staging=staging)
        layer = next(one for one in paint_shot(shot, "illustrated", 640, 360, 1).layers if one.name == "people")
        pixels = pixels_of(layer.image).astype(int)
        return int(((pixels[..., 1] < 60) & (pixels[..., 0] > 120) & (pixels[..., 2] > 120)).sum())

    assert lid("nod") > 4 * lid("apply") + 60
