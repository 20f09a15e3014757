"""Faces, hair and clothes follow the description: feelings show, marks are only drawn when named, all parts combine."""

import itertools
from typing import Any, get_args

import numpy as np
import pytest
from tests.sampling import sampled

from reelwright.film.shot import Framing, Person, Shot
from reelwright.media.canvas import skia
from reelwright.providers.builtin.artist.brush import Light, channels
from reelwright.providers.builtin.artist.contract import Anchor, Scene
from reelwright.providers.builtin.artist.painting import Canvas2D
from reelwright.providers.builtin.artist.people.clothes import CUTS, slug_of
from reelwright.providers.builtin.artist.people.draw import draw_person
from reelwright.providers.builtin.artist.people.eyes import draw_eyes, eye_region
from reelwright.providers.builtin.artist.people.faces import traits_of
from reelwright.providers.builtin.artist.people.figure import Figure
from reelwright.providers.builtin.artist.people.head import draw_skin, outline
from reelwright.providers.builtin.artist.people.looks import SKIN_TONES

LIGHT = Light.towards(-1, -0.4, "#fff6e0", "#3b4468", 0.5)
PALETTE = ("#1c1730", "#4b3a4c", "#8d6a72", "#c9957a", "#f3d4a8")
EXPRESSIONS: tuple[str, ...] = get_args(Person.model_fields["expression"].annotation)
STYLES: tuple[str, ...] = get_args(Person.model_fields["hair_style"].annotation)
LENGTHS: tuple[str, ...] = get_args(Person.model_fields["hair_length"].annotation)
HATS = (
    "", "grey fedora", "felt hat", "fur hat", "red cap", "beanie", "headscarf", "hijab", "crown", "straw hat",
    "cowboy hat", "helmet", "hard hat", "headband", "chef hat", "turban", "beret", "something new",
)  # fmt: skip
ACCESSORIES = (
    "earrings", "necklace", "scarf", "tie", "bow tie", "headphones", "skirt", "shorts", "jeans", "boots", "sneakers",
)  # fmt: skip
MARKS = ("freckles", "mole", "beauty spot", "scar", "dimples")
PLACES = {
    Framing.WIDE: (80.0, 90.0),
    Framing.MEDIUM: (180.0, 160.0),
    Framing.CLOSE_UP: (380.0, 300.0),
    Framing.EXTREME_CLOSE_UP: (600.0, 340.0),
}
"""Height of the head and where its middle is, in units."""


def figure_of(person: Person, framing: Framing, canvas: Any, size: Canvas2D, faces: float = 0.25) -> Figure:
    """The figure on a canvas, its head in the middle."""
    head, y = PLACES[framing]
    return Figure.of(canvas, person, Anchor(size.width / 2, y, head, framing, faces), LIGHT, scene_of(size))


def scene_of(size: Canvas2D) -> Scene:
    """An empty scene."""
    shot = Shot(id="one", number=1, frame_count=72)
    return Scene(shot=shot, style="illustrated", size=size, light=LIGHT, palette=PALETTE, sky=PALETTE, seed=1)


def paint(person: Person, framing: Framing, *, faces: float = 0.25, px: tuple[int, int] = (256, 144)) -> np.ndarray:
    """The person alone on a transparent frame, uint8 RGBA of shape (height, width, 4)."""
    size = Canvas2D.for_size(*px)
    surface = skia.Surface(*px)
    canvas = surface.getCanvas()
    canvas.clear(0)
    canvas.scale(size.scale, size.scale)
    head, y = PLACES[framing]
    draw_person(canvas, person, Anchor(size.width / 2, y, head, framing, faces), LIGHT, scene_of(size))
    return surface.makeImageSnapshot().toarray(colorType=skia.kRGBA_8888_ColorType)


def changed(first: np.ndarray, second: np.ndarray, least: int = 16) -> float:
    """Share of the pixels that differ by more than ``least`` of 255 in some channel."""
    return float((np.abs(first.astype(int) - second.astype(int)).max(axis=2) > least).mean())


def mean_of(picture: np.ndarray, color: str, tolerance: float = 75) -> np.ndarray:
    """Mean colour of the painted pixels near a colour; needs at least 1 % of them."""
    painted = picture[picture[..., 3] > 200][:, :3].astype(float)
    near = painted[np.linalg.norm(painted - channels(color), axis=1) < tolerance]
    assert len(near) > 0.01 * len(painted)
    return near.mean(axis=0)


@pytest.mark.parametrize("framing", [Framing.MEDIUM, Framing.EXTREME_CLOSE_UP])
def test_every_expression_looks_different(framing: Framing) -> None:
    pictures = {
        name: paint(Person.model_validate({"expression": name}), framing, px=(640, 360)) for name in EXPRESSIONS
    }
    least = 0.0006 if framing is Framing.MEDIUM else 0.006
    for (one, first), (other, second) in itertools.combinations(pictures.items(), 2):
        assert changed(first, second) > least, (one, other)


def test_marks_are_drawn_only_when_they_are_named() -> None:
    for who in ("lead", "ana", "tom", "b", "c", "d"):
        plain = paint(Person(id=who), Framing.CLOSE_UP)
        assert np.array_equal(plain, paint(Person(id=who, marks=("tattoo of a swan",)), Framing.CLOSE_UP))
    plain = paint(Person(), Framing.EXTREME_CLOSE_UP)
    for mark in MARKS:
        assert changed(plain, paint(Person(marks=(mark,)), Framing.EXTREME_CLOSE_UP), 8) > 0.0001, mark


def test_faces_belong_to_people() -> None:
    assert traits_of(Person(id="ana")) == traits_of(Person(id="ana", pose="walking", expression="joy", gaze="left"))
    assert len({traits_of(Person(id=f"p{k}")) for k in range(40)}) == 40
    said = Person(id="ana", face_shape="square"), Person(id="ana", face_shape="heart")
    assert traits_of(said[0]).jaw > traits_of(said[1]).jaw + 2


def test_skin_hair_and_garment_keep_their_color_in_every_framing() -> None:
    person = Person(
        id="ana", skin=4, hair_color="#a8552a", garment="sweater", garment_color="#2f6fa5", hair_length="long"
    )
    for color in (SKIN_TONES[4].base, "#a8552a", "#2f6fa5"):
        means = [
            mean_of(paint(person, framing), color) for framing in PLACES if framing is not Framing.EXTREME_CLOSE_UP
        ]
        for first, second in itertools.combinations(means, 2):
            assert np.linalg.norm(first - second) < 30, color


@pytest.mark.parametrize("seen_from", ["front", "behind"])
def test_every_garment_with_every_accessory(seen_from: str) -> None:
    for index, garment in enumerate(CUTS):
        worn = tuple(ACCESSORIES[(index + k) % len(ACCESSORIES)] for k in range(6))
        looks = {"garment": garment, "accessories": worn, "seen_from": seen_from}
        person = Person.model_validate(looks | {"presentation": ("woman", "man", "girl", "boy")[index % 4]})
        for framing in (Framing.WIDE, Framing.MEDIUM):
            assert (paint(person, framing, px=(128, 72))[..., 3] > 200).any()


def test_every_accessory_is_seen() -> None:
    plain = paint(Person(garment="shirt", hair_length="short"), Framing.MEDIUM, px=(320, 180))
    for worn in ACCESSORIES[:6]:
        person = Person(garment="shirt", hair_length="short", accessories=(worn,))
        assert changed(plain, paint(person, Framing.MEDIUM, px=(320, 180))) > 0.0002, worn


@pytest.mark.parametrize("seen_from", ["front", "behind"])
@pytest.mark.parametrize("style", sampled(STYLES, 3))
def test_every_head_of_hair_under_every_hat(style: str, seen_from: str) -> None:
    for index, hat in enumerate(HATS):
        length = LENGTHS[index % len(LENGTHS)]
        looks = {"hair_style": style, "hair_length": length, "headwear": hat, "fringe": index % 3 == 0}
        person = Person.model_validate(looks | {"presentation": ("woman", "man")[index % 2], "seen_from": seen_from})
        picture = paint(person, Framing.CLOSE_UP, faces=(-0.8, 0.0, 0.5)[index % 3], px=(96, 54))
        assert (picture[..., 3] > 200).mean() > 0.1


def test_hair_styles_differ() -> None:
    pictures = [
        paint(Person.model_validate({"hair_style": style, "hair_length": "shoulder"}), Framing.CLOSE_UP)
        for style in STYLES
    ]
    for first, second in itertools.combinations(pictures, 2):
        assert changed(first, second, 24) > 0.004


def test_a_back_has_no_face() -> None:
    person = Person(skin=2, hair_color="#1c1512", hair_length="long", seen_from="behind", garment_color="#2f6fa5")
    picture = paint(person, Framing.CLOSE_UP)
    painted = picture[picture[..., 3] > 200][:, :3].astype(float)
    skin = np.linalg.norm(painted - channels(SKIN_TONES[2].base), axis=1) < 60
    assert skin.mean() < 0.03


def test_a_blink_changes_nothing_outside_the_eyes() -> None:
    size = Canvas2D.for_size(640, 360)
    drawn: list[np.ndarray] = []
    box: Any = None
    for lids in (1.0, 0.5, 0.0):
        surface = skia.Surface(640, 360)
        canvas = surface.getCanvas()
        canvas.clear(0)
        canvas.scale(size.scale, size.scale)
        figure = figure_of(Person(), Framing.EXTREME_CLOSE_UP, canvas, size)
        canvas.translate(figure.anchor.head_x, figure.anchor.head_y)
        canvas.scale(figure.side * figure.scale, figure.scale)
        draw_skin(figure, outline(figure))
        draw_eyes(figure, lids)
        box = canvas.getTotalMatrix().mapRect(eye_region(figure))
        drawn.append(surface.makeImageSnapshot().toarray(colorType=skia.kRGBA_8888_ColorType).astype(int))
    for one, other in itertools.combinations(drawn, 2):
        ys, xs = np.nonzero(np.abs(one - other).max(axis=2) > 0)
        assert len(ys) > 100
        assert box.left() <= xs.min()
        assert xs.max() <= box.right()
        assert box.top() <= ys.min()
        assert ys.max() <= box.bottom()


def test_closed_lids_are_the_closed_gaze() -> None:
    shut = paint(Person(gaze="closed"), Framing.EXTREME_CLOSE_UP)
    assert changed(shut, paint(Person(), Framing.EXTREME_CLOSE_UP)) > 0.004


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("denim jacket", "denim"),
        ("Evening gown", "gown"),
        ("bathrobe", "robe"),
        ("chef's whites", "shirt"),
        ("", "shirt"),
    ],
)
def test_other_words_for_garments(said: str, meant: str) -> None:
    assert slug_of(said) == meant


def test_builds_differ_in_breadth() -> None:
    def breadth(build: str) -> int:
        picture = paint(Person.model_validate({"build": build, "hair_length": "short"}), Framing.MEDIUM, px=(640, 360))
        return int((picture[230, :, 3] > 200).sum())

    slim, average, broad = breadth("slim"), breadth("average"), breadth("broad")
    assert slim * 1.03 < average < broad / 1.05
