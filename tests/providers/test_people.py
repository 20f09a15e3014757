"""People follow their description, stay the same from a wide shot to a close-up, and hold what they are given."""

import numpy as np
import pytest

from reelwright.film.shot import Framing, Person, Shot
from reelwright.media.canvas import skia
from reelwright.providers.builtin.artist.brush import Light, channels, ink, oval
from reelwright.providers.builtin.artist.contract import Anchor, Held, Scene, Spot
from reelwright.providers.builtin.artist.painting import Canvas2D
from reelwright.providers.builtin.artist.people.clothes import CUTS
from reelwright.providers.builtin.artist.people.draw import draw_person
from reelwright.providers.builtin.artist.people.hands import wrist_for_tip
from reelwright.providers.builtin.artist.people.looks import SKIN_TONES
from reelwright.providers.builtin.artist.people.poses import POSES

SOFT = Light.towards(-1, -0.35, "#ffffff", "#7d7488", 0.3)
FRAMINGS = {
    Framing.WIDE: (62.0, 130.0),
    Framing.MEDIUM: (190.0, 200.0),
    Framing.CLOSE_UP: (400.0, 330.0),
    Framing.EXTREME_CLOSE_UP: (900.0, 360.0),
}
"""Head height and the height of its middle in the frame, in units."""


def paint(
    person: Person,
    framing: Framing = Framing.MEDIUM,
    *,
    faces: float = 0.3,
    held: Held | None = None,
    light: Light = SOFT,
    size_px: tuple[int, int] = (320, 180),
) -> np.ndarray:
    """The person alone on a transparent frame, uint8 RGBA of shape (height, width, 4)."""
    size = Canvas2D.for_size(*size_px)
    surface = skia.Surface(*size_px)
    canvas = surface.getCanvas()
    canvas.clear(0)
    canvas.scale(size.scale, size.scale)
    shot = Shot(id="one", number=1, frame_count=72)
    palette = ("#1c1730", "#4b3a4c", "#8d6a72", "#c9957a", "#f3d4a8")
    scene = Scene(shot=shot, style="illustrated", size=size, light=light, palette=palette, sky=palette, seed=1)
    head, y = FRAMINGS[framing]
    draw_person(canvas, person, Anchor(size.width / 2, y, head, framing, faces), light, scene, held)
    return surface.makeImageSnapshot().toarray(colorType=skia.kRGBA_8888_ColorType)


def share_near(picture: np.ndarray, color: str, tolerance: float = 62) -> float:
    """Share of the painted pixels whose colour lies within a distance (RGB, 0 to 441) of the given one."""
    painted = picture[picture[..., 3] > 200][:, :3].astype(float)
    return float((np.linalg.norm(painted - channels(color), axis=1) < tolerance).mean())


def region(picture: np.ndarray, left: float, top: float, right: float, bottom: float) -> np.ndarray:
    """A part of the picture; the sides are shares of its size."""
    height, width = picture.shape[:2]
    return picture[int(top * height) : int(bottom * height), int(left * width) : int(right * width)]


def recorder(aspect: float = 0.9, real_height_cm: float = 10) -> tuple[Held, list[Spot]]:
    """A product that remembers where it was drawn."""
    spots: list[Spot] = []

    def draw(canvas: object, spot: Spot) -> None:
        spots.append(spot)
        half = spot.height / 2
        canvas.drawPath(oval(spot.x, spot.base_y - half, half * aspect, half), ink("#00ff00"))  # type: ignore[attr-defined]

    return Held(draw, aspect, real_height_cm, "mug"), spots


@pytest.mark.parametrize("pose", sorted(POSES))
def test_every_pose_draws_in_every_framing(pose: str) -> None:
    for index, framing in enumerate(FRAMINGS):
        person = Person(pose=pose, presentation=("woman", "man", "girl", "boy")[index], skin=1 + index)
        picture = paint(person, framing, faces=(-0.6, 0.0, 0.4, 0.9)[index])
        assert (picture[..., 3] > 200).mean() > (0.01 if framing is Framing.WIDE else 0.15)


@pytest.mark.parametrize("garment", sorted(CUTS))
def test_garment_color_dominates_the_chest(garment: str) -> None:
    picture = paint(Person(garment=garment, garment_color="#3b6ea5", pose="standing"))
    assert share_near(region(picture, 0.38, 0.72, 0.62, 1.0), "#3b6ea5") > 0.55


@pytest.mark.parametrize("skin", sorted(SKIN_TONES))
def test_skin_dominates_the_face(skin: int) -> None:
    picture = paint(Person(skin=skin, hair_length="bald", gaze="closed"), Framing.EXTREME_CLOSE_UP)
    nearest = max(SKIN_TONES, key=lambda tone: share_near(picture, SKIN_TONES[tone].base, 40))
    assert abs(nearest - skin) <= 1
    assert share_near(picture, SKIN_TONES[skin].base) > 0.5


@pytest.mark.parametrize("style", ["straight", "wavy", "curly", "bun", "ponytail"])
@pytest.mark.parametrize("length", ["short", "chin", "shoulder", "long"])
def test_hair_has_its_color(style: str, length: str) -> None:
    person = Person.model_validate({"hair_style": style, "hair_length": length, "hair_color": "#b5532a"})
    picture = paint(person, Framing.CLOSE_UP)
    top = region(picture, 0.4, 0.2, 0.6, 0.26)
    assert share_near(top, "#b5532a", 80) > 0.6


def test_bald_has_no_hair() -> None:
    picture = paint(Person(hair_length="bald", hair_color="#b5532a"), Framing.CLOSE_UP)
    assert share_near(region(picture, 0.4, 0.2, 0.6, 0.26), "#b5532a", 60) < 0.2


def test_the_same_person_in_every_framing() -> None:
    person = Person(
        id="ana", garment_color="#3b6ea5", hair_color="#b5532a", skin=2, pose="standing", hair_length="long"
    )
    for framing in (Framing.WIDE, Framing.MEDIUM, Framing.CLOSE_UP):
        picture = paint(person, framing)
        assert share_near(picture, "#b5532a", 80) > 0.015, framing
        assert share_near(picture, SKIN_TONES[2].base, 70) > 0.04, framing
        assert share_near(picture, "#3b6ea5", 70) > 0.1, framing


def test_the_same_picture_twice() -> None:
    person = Person(pose="holding", hair_style="curly", glasses=True, age_years=70)
    assert np.array_equal(paint(person), paint(person))


def test_people_differ() -> None:
    first, second = paint(Person(id="a", expression="joy")), paint(Person(id="a", expression="worried"))
    assert not np.array_equal(first, second)


@pytest.mark.parametrize("pose", ["holding", "standing", "sitting", "reaching", "using_phone"])
@pytest.mark.parametrize("aspect", [0.2, 0.9])
def test_a_held_product_is_drawn_once_with_fingers_before_it(pose: str, aspect: float) -> None:
    held, spots = recorder(aspect)
    picture = paint(Person(pose=pose, gaze="closed"), held=held, size_px=(640, 360))
    assert len(spots) == 1
    spot = spots[0]
    size = Canvas2D.for_size(640, 360)
    assert 0 < spot.x < size.width
    assert spot.base_y < size.height
    green = (picture[..., 1] == 255) & (picture[..., 0] == 0)
    whole = np.pi / 4 * spot.height**2 * aspect * size.scale**2
    assert 0.25 < green.sum() / whole < 0.97


@pytest.mark.parametrize("framing", list(FRAMINGS))
def test_a_held_product_stays_in_the_frame(framing: Framing) -> None:
    if framing is Framing.EXTREME_CLOSE_UP:
        pytest.skip("only the face is in view")
    held, spots = recorder(real_height_cm=300)
    paint(Person(pose="holding"), framing, held=held)
    assert spots[0].base_y - spots[0].height < 720


def test_turning_left_mirrors_but_not_the_product() -> None:
    held, left = recorder()
    paint(Person(pose="holding"), faces=-0.5, held=held)
    other, right = recorder()
    paint(Person(pose="holding"), faces=0.5, held=other)
    assert left[0].x + right[0].x == pytest.approx(1280)
    assert left[0].height == pytest.approx(right[0].height)


def test_light_side_shows_on_the_face() -> None:
    person = Person(hair_length="bald", gaze="closed")
    for side in (-1, 1):
        light = Light.towards(side, -0.2, "#fff2dd", "#2a2140", 0.8)
        picture = paint(person, Framing.CLOSE_UP, faces=0.12, light=light).astype(float)
        halves = [
            region(picture, 0.41, 0.4, 0.46, 0.5)[..., :3].mean(),
            region(picture, 0.54, 0.4, 0.59, 0.5)[..., :3].mean(),
        ]
        assert (halves[0] > halves[1]) == (side < 0)


def test_an_unknown_pose_stands() -> None:
    unknown, standing = Person(pose="juggling"), Person(pose="standing")
    assert np.array_equal(paint(unknown), paint(standing))


@pytest.mark.parametrize("headwear", ["cap", "straw hat", "beanie", "headband", "chef hat"])
def test_headwear_is_seen(headwear: str) -> None:
    plain, worn = paint(Person(), Framing.CLOSE_UP), paint(Person(headwear=headwear), Framing.CLOSE_UP)
    assert (np.abs(plain.astype(int) - worn.astype(int)).max(axis=2) > 20).mean() > 0.01


@pytest.mark.parametrize(
    ("shape", "aspect", "tall_cm"), [("jar", 0.87, 9), ("can", 0.57, 12.2), ("letter", 0.74, 19), ("box", 1.2, 12)]
)
def test_hands_leave_the_middle_of_a_label_free(shape: str, aspect: float, tall_cm: float) -> None:
    spots: list[Spot] = []

    def draw(canvas: object, spot: Spot) -> None:
        spots.append(spot)
        half = spot.height * aspect / 2
        rect = skia.Rect.MakeLTRB(spot.x - half, spot.base_y - spot.height, spot.x + half, spot.base_y)
        canvas.drawRect(rect, ink("#00ff00"))  # type: ignore[attr-defined]

    picture = paint(Person(pose="holding"), held=Held(draw, aspect, tall_cm, shape), size_px=(1280, 720))
    spot, scale = spots[0], Canvas2D.for_size(1280, 720).scale
    half = spot.height * aspect / 2
    left, right = int((spot.x - half) * scale), int((spot.x + half) * scale)
    row = picture[int((spot.base_y - spot.height * 0.37) * scale), left:right]
    free = (row[:, 1] > 150) & (row[:, 0] < 60)
    assert free.mean() > 0.6


def test_a_pointing_finger_ends_where_it_should() -> None:
    tip = (20.0, 180.0)
    for side in (-1, 1):
        wrist = wrist_for_tip(tip, -40.0, side, 0.9)
        assert 55 < np.hypot(tip[0] - wrist[0], tip[1] - wrist[1]) < 70
        assert (tip[0] - wrist[0]) > 0 > (tip[1] - wrist[1])


def test_short_curls_do_not_hang_beside_the_ears() -> None:
    man = Person(presentation="man", hair_length="short", hair_style="curly", hair_color="#00ff00", skin=3)
    picture = paint(man, Framing.CLOSE_UP, faces=0.0, size_px=(640, 360))
    head, y = FRAMINGS[Framing.CLOSE_UP]
    below = picture[int((y + head * 0.075) / 2) :]
    assert not ((below[..., 1] > 120) & (below[..., 0] < 60) & (below[..., 2] < 60)).any()


def test_a_scar_shows_on_the_brow_and_nowhere_else() -> None:
    plain, marked = (paint(Person(marks=marks), Framing.CLOSE_UP, size_px=(640, 360)) for marks in ((), ("scar",)))
    rows, columns = np.nonzero(np.abs(plain.astype(int) - marked).max(axis=2) > 12)
    assert rows.size
    assert np.ptp(rows) < 360 * 0.12
    assert np.ptp(columns) < 640 * 0.04


def test_a_long_garment_covers_the_thigh_in_the_saddle() -> None:
    def green(garment: str) -> int:
        rider = Person(pose="riding", garment=garment, garment_color="#00c000", accent_color="#202020")
        picture = paint(rider, Framing.WIDE, size_px=(640, 360))[190:]
        return int(((picture[..., 1] > 1.6 * picture[..., 0]) & (picture[..., 3] > 200)).sum())

    assert green("chapan") > green("jacket") + 300


@pytest.mark.parametrize("garment", ["coat", "suit", "jacket"])
def test_the_legs_under_a_dark_coat_are_no_paler_than_it(garment: str) -> None:
    from_above = Light.towards(-0.2, -1, "#ffffff", "#040409", 0.85)
    worn = Person(presentation="man", garment=garment, garment_color="#24242a", accent_color="#c8a04e", skin=2)
    picture = paint(worn.model_copy(update={"pose": "standing"}), Framing.WIDE, light=from_above, size_px=(1280, 720))
    head, y = FRAMINGS[Framing.WIDE]
    hem = y + head * CUTS[garment].hem / 100

    def light(top: float, bottom: float) -> float:
        rows = picture[int(top) : int(bottom), 610:670]
        return float(rows[rows[..., 3] > 200][:, :3].mean())

    assert light(hem + 4, hem + 50) < light(y + head, hem) + 12
