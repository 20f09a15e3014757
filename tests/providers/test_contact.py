"""At the end of an act the thing touches what it is for: lips, screen, wrist; hands go round what they hold."""

import numpy as np
import pytest

from reelwright.film.shot import Framing, Person, Shot
from reelwright.media.canvas import skia
from reelwright.providers.builtin.artist.brush import Light, ink
from reelwright.providers.builtin.artist.contract import Anchor, Held, Scene, Spot
from reelwright.providers.builtin.artist.painting import Canvas2D
from reelwright.providers.builtin.artist.people.actions import ACTIONS
from reelwright.providers.builtin.artist.people.actions.action import Start
from reelwright.providers.builtin.artist.people.actions.hands import TAP
from reelwright.providers.builtin.artist.people.draw import draw_person, start_of
from reelwright.providers.builtin.artist.people.poses import pose_of

SOFT = Light.towards(-1, -0.35, "#ffffff", "#7d7488", 0.3)
PALETTE = ("#1c1730", "#4b3a4c", "#8d6a72", "#c9957a", "#f3d4a8")
HEAD, HEAD_Y = 200.0, 160.0
WIDE_PX, HIGH_PX = 640, 720


def acted(action: str, shape: str, aspect: float, real_cm: float, *, at: float = 1.0, **person: object) -> np.ndarray:
    """Somebody with a green box in hand at the end of an act, uint8 RGBA of shape (720, 640, 4), a unit a pixel."""

    def draw(canvas: object, spot: Spot) -> None:
        half = spot.height * aspect / 2
        rect = skia.Rect.MakeLTRB(spot.x - half, spot.base_y - spot.height, spot.x + half, spot.base_y)
        canvas.drawRect(rect, ink("#00ff00"))  # type: ignore[attr-defined]

    held = Held(draw, aspect, real_cm, shape)
    size = Canvas2D(WIDE_PX, HIGH_PX, 1.0)
    shot = Shot(id="one", number=1, frame_count=72)
    scene = Scene(shot=shot, style="illustrated", size=size, light=SOFT, palette=PALETTE, sky=PALETTE, seed=1)
    anchor = Anchor(WIDE_PX / 2, HEAD_Y, HEAD, Framing.MEDIUM, 0.3)
    who = Person.model_validate({"pose": "holding", "garment_color": "#3b6ea5", "skin": 2} | person)
    surface = skia.Surface(WIDE_PX, HIGH_PX)
    canvas = surface.getCanvas()
    canvas.clear(0)
    moment = ACTIONS[action].doing(at, start_of(who, anchor, SOFT, scene, held)) if action else None
    draw_person(canvas, who, anchor, SOFT, scene, held, moment=moment)
    return surface.makeImageSnapshot().toarray(colorType=skia.kRGBA_8888_ColorType).astype(int)


def green_of(picture: np.ndarray) -> np.ndarray:
    """Where the thing is seen."""
    return (picture[..., 1] > 200) & (picture[..., 0] < 90) & (picture[..., 2] < 90)


def skin_of(picture: np.ndarray) -> np.ndarray:
    """Where skin is seen: redder than blue, in light and in shade."""
    return (picture[..., 3] > 200) & (picture[..., 0] > picture[..., 2] + 25) & ~green_of(picture)


LIPS = WIDE_PX / 2 + 0.07 * HEAD, HEAD_Y + 0.32 * HEAD
"""Where the lips of a head that is turned a little are, in units."""


@pytest.mark.parametrize("pose", ["holding", "in_both_hands"])
@pytest.mark.parametrize(
    ("action", "shape", "aspect", "real_cm"),
    [("sip", "mug", 1.15, 9.5), ("sip", "bottle", 0.3, 24), ("sip", "can", 0.57, 12), ("taste", "chocolate", 0.5, 15)],
)
def test_what_is_drunk_or_bitten_touches_the_lips(
    action: str, shape: str, aspect: float, real_cm: float, pose: str
) -> None:
    picture = acted(action, shape, aspect, real_cm, pose=pose)
    rows, columns = np.nonzero(green_of(picture))
    assert np.hypot(columns - LIPS[0], rows - LIPS[1]).min() < 0.06 * HEAD
    assert rows.min() > HEAD_Y + 0.12 * HEAD, "it hides the nose"
    begun = acted(action, shape, aspect, real_cm, pose=pose, at=0.0)
    rows, columns = np.nonzero(green_of(begun))
    assert np.hypot(columns - LIPS[0], rows - LIPS[1]).min() > 0.3 * HEAD


def test_a_dish_stays_in_one_hand_and_a_spoon_comes_to_the_lips() -> None:
    begun, ended = (acted("taste", "bowl", 2.0, 9, at=at) for at in (0.0, 1.0))
    assert np.nonzero(green_of(ended))[0].min() > HEAD_Y + 0.7 * HEAD
    x, y = (round(value) for value in LIPS)
    patch = ended[y - 4 : y + 12, x - 10 : x + 14, :3]
    steel = (np.ptp(patch, axis=2) < 40) & (patch.mean(axis=2) > 120)
    assert steel.sum() > 30
    assert not np.array_equal(begun[:300], ended[:300])


@pytest.mark.parametrize("presentation", ["woman", "man"])
def test_a_finger_ends_on_the_screen(presentation: str) -> None:
    # What swings to and fro rests where the swinging begins.
    before, touching = (
        acted("tap", "phone", 0.5, 15, at=at, presentation=presentation, pose="using_phone")
        for at in (0.0, TAP.swings_from)
    )
    screen = green_of(before)
    rows, columns = np.nonzero(screen)
    middle = screen.copy()
    third = (columns.max() - columns.min()) / 4
    middle[:, : round(columns.min() + third)] = False
    middle[:, round(columns.max() - third) :] = False
    covered = middle & skin_of(touching)
    assert covered.sum() > 20
    assert covered.sum() < 0.5 * middle.sum()
    assert rows.size


def test_mist_has_a_wrist_before_the_nozzle() -> None:
    picture = acted("spray", "perfume", 0.6, 10, garment="dress")
    rows, columns = np.nonzero(green_of(picture))
    top, left = int(rows.min()), int(columns.min())
    reach = int(0.62 * (rows.max() - rows.min()))
    before = picture[top - 20 : top + 30, left - reach : left - 8]
    assert skin_of(before).any()


def test_a_watch_goes_round_the_wrist() -> None:
    picture = acted("", "watch", 0.56, 11)
    rows, _ = np.nonzero(green_of(picture))
    long = 0.54 * HEAD
    assert np.ptp(rows) < 0.72 * long
    middle = round(float(rows.mean()))
    assert skin_of(picture[middle - 20 : middle + 20]).sum() > 1000


def test_fingers_are_before_a_bar_and_the_hand_behind_it() -> None:
    green = green_of(acted("", "chocolate", 0.5, 15))
    rows, columns = np.nonzero(green)
    left = columns.min() + 3
    seen = green[rows.min() : rows.max() + 1, left]
    assert 0.3 < seen.mean() < 0.9, "the fingertips cover a part of its edge"
    assert seen[: len(seen) // 2].all(), "they leave its upper half free"


def test_both_hands_hold_where_the_pose_says_so() -> None:
    one, two = (acted("", "mug", 1.15, 9.5, pose=pose) for pose in ("holding", "in_both_hands"))
    spread = [np.ptp(np.nonzero(skin_of(picture)[430:])[1]) for picture in (one, two)]
    centre = [np.nonzero(green_of(picture))[1].mean() for picture in (one, two)]
    assert abs(centre[1] - WIDE_PX / 2) < abs(centre[0] - WIDE_PX / 2)
    assert all(spread)


def test_a_smile_shows_teeth_from_afar_on_every_skin() -> None:
    for skin in (1, 4, 6):
        plain, smiling = (
            acted("", "phone", 0.5, 15, skin=skin, expression=feeling) for feeling in ("neutral", "smile")
        )
        x, y = (round(value) for value in LIPS)
        patches = [picture[y - 8 : y + 10, x - 26 : x + 26, :3].min(axis=2) for picture in (plain, smiling)]
        assert (patches[1] > 170).sum() > (patches[0] > 170).sum() + 25


def test_a_hand_comes_to_the_chin_of_who_sits() -> None:
    start = Start(pose_of("sitting", None))
    end = ACTIONS["ponder"].doing(1.0, start).pose
    assert end.sits
    assert np.hypot(end.right.wrist[0] - 10, end.right.wrist[1] - 50) < 60


def test_who_is_tired_slumps_with_the_hand_at_the_temple() -> None:
    temple = pose_of("at_temple", None)
    start = Start(pose_of("at_ease", None), comes_to=temple)
    assert ACTIONS["slump"].doing(1.0, start).pose.right == temple.right
    assert ACTIONS["slump"].doing(1.0, Start(pose_of("at_ease", None))).pose.right != temple.right
