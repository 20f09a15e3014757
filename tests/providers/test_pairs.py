"""Two people of a shot stand near each other, face each other and touch where they are said to."""

import math
from random import Random

import pytest

from reelwright.film.shot import Camera, Framing, Person, Shot, Staging
from reelwright.providers.builtin.artist.composition import compose
from reelwright.providers.builtin.artist.contract import Anchor
from reelwright.providers.builtin.artist.creatures import creatures
from reelwright.providers.builtin.artist.painting import Canvas2D
from reelwright.providers.builtin.artist.pairs import BONDS, meeting
from reelwright.providers.builtin.artist.people.actions import ACTIONS
from reelwright.providers.builtin.artist.people.draw import start_of
from reelwright.providers.builtin.artist.people.figure import Figure
from reelwright.providers.builtin.artist.people.limbs import joints
from reelwright.providers.builtin.artist.scene import build_scene
from reelwright.providers.builtin.artist.settings import SETTINGS

SIZES = {"wide": (320, 180), "tall": (180, 320), "square": (180, 180)}
OTHERS = {
    "adult": Person(id="o", age_years=40, presentation="man", place="right"),
    "child": Person(id="c", age_years=8, presentation="boy", place="right"),
}
ANSWERS = {"arm_around": "lean_in", "give": "take", "talk": "listen"}


def _shot(action: str, other: str, framing: Framing) -> Shot:
    pose = "walking" if action == "walk_together" else "standing"
    lead = Person(place="left", action=action, pose=pose)
    beside = OTHERS[other].model_copy(update={"action": ANSWERS.get(action, action), "pose": pose})
    staging = Staging(setting="garden", people=(lead, beside))
    return Shot(id="sh-a", number=1, frame_count=72, camera=Camera(framing=framing), staging=staging)


def _anchors(shot: Shot, size: str) -> tuple[Anchor, ...]:
    scene = build_scene(shot, SETTINGS["garden"], "illustrated", Canvas2D.for_size(*SIZES[size]), 3)
    return compose(scene, None).anchors


def _wrists(shot: Shot, index: int, anchors: tuple[Anchor, ...]) -> list[tuple[float, float]]:
    """Both wrists of a person at the end of what they do, in frame units."""
    scene = build_scene(shot, SETTINGS["garden"], "illustrated", Canvas2D.for_size(*SIZES["wide"]), 3)
    person, anchor = shot.staging.people[index], anchors[index]
    start = start_of(person, anchor, scene.light, scene, None, None, meeting(shot, anchors, index))
    pose = ACTIONS[person.action].doing(1.0, start).pose
    figure = Figure.of(None, person, anchor, scene.light, scene)
    return [figure.frame(joints(figure, arm, side)[2]) for side, arm in ((-1, pose.left), (1, pose.right))]


@pytest.mark.parametrize("other", sorted(OTHERS))
@pytest.mark.parametrize("action", ["hold_hands", "walk_together", "shake_hands", "high_five"])
def test_hands_meet(action: str, other: str) -> None:
    shot = _shot(action, other, Framing.MEDIUM)
    anchors = _anchors(shot, "wide")
    near = min(math.dist(a, b) for a in _wrists(shot, 0, anchors) for b in _wrists(shot, 1, anchors))
    assert near < 0.62 * anchors[0].head_height, "wrists are a hand's length apart at most"


@pytest.mark.parametrize("size", sorted(SIZES))
@pytest.mark.parametrize("action", sorted(BONDS))
def test_two_people_stand_near_and_within_the_frame(action: str, size: str) -> None:
    framing = Random(action).choice((Framing.WIDE, Framing.MEDIUM_WIDE, Framing.MEDIUM))
    left, right = _anchors(_shot(action, "adult", framing), size)
    room = Canvas2D.for_size(*SIZES[size]).width
    assert 0.9 < (right.head_x - left.head_x) / left.head_height < 3.2
    assert room * 0.1 < left.head_x < right.head_x < room * 0.9


def test_they_face_each_other() -> None:
    left, right = _anchors(_shot("talk", "adult", Framing.MEDIUM), "wide")
    assert left.faces > 0.5
    assert right.faces < -0.5


@pytest.mark.parametrize("place", ["left", "centre", "right"])
def test_a_dog_sits_at_somebodys_feet_not_across_the_room(place: str) -> None:
    person = Person.model_validate({"place": place})
    staging = Staging(setting="garden", people=(person,), props=("dog",))
    shot = Shot(id="sh-a", number=1, frame_count=72, camera=Camera(framing=Framing.WIDE), staging=staging)
    scene = build_scene(shot, SETTINGS["garden"], "illustrated", Canvas2D.for_size(*SIZES["wide"]), 3)
    anchor = compose(scene, None).anchors[0]
    dog = creatures(scene, (anchor,), indoors=False)[-1]
    middle = dog.left + dog.image.width() / scene.size.scale / 2
    assert 0.8 < abs(middle - anchor.head_x) / anchor.head_height < 2.6
