"""Things that the words name as lying about are drawn: on the table, on the sofa, at the feet, in the drawer."""

from itertools import combinations

import numpy as np
import pytest
from numpy.typing import NDArray

from reelwright.film.brief import Brief
from reelwright.film.shot import Angle, Camera, Framing, Person, Presence, Shot, Staging
from reelwright.film.story import Subject
from reelwright.media.canvas import skia
from reelwright.providers.builtin.artist import paint_shot
from reelwright.providers.builtin.artist.painting import Canvas2D, Layer, Painting, pixels_of
from reelwright.providers.builtin.artist.pieces.belongings import BELONGINGS, draw_belonging
from reelwright.providers.builtin.artist.scene import build_scene
from reelwright.providers.builtin.artist.settings import SETTINGS
from reelwright.stages.lexicon import table
from reelwright.stages.stage_shot import stage_shot

SUBJECT = Subject(type="character", character_description="woman, 34 years old, blue suit", product_description="")


def _painted(setting: str, framing: Framing = Framing.MEDIUM_WIDE, **staging: object) -> Painting:
    staged = Staging.model_validate({"setting": setting, **staging})
    camera = Camera(framing=framing, angle=Angle.HIGH)
    shot = Shot(id="sh-a", number=1, frame_count=72, camera=camera, staging=staged)
    return paint_shot(shot, "illustrated", 320, 180, 5)


def _layers(painting: Painting, name: str) -> list[Layer]:
    return [layer for layer in painting.layers if layer.name == name]


def test_every_belonging_is_drawn_as_wide_as_it_says_and_none_like_another() -> None:
    shot = Shot(id="sh-a", number=1, frame_count=72)
    scene = build_scene(shot, SETTINGS["kitchen"], "illustrated", Canvas2D.for_size(320, 180), 1)
    drawn: dict[str, NDArray[np.uint8]] = {}
    for slug, (_, half) in BELONGINGS.items():
        surface = skia.Surface(160, 120)
        canvas = surface.getCanvas()
        canvas.translate(80, 100)
        canvas.scale(2, 2)
        draw_belonging(canvas, slug, scene.light, scene.place_dice(slug))
        drawn[slug] = surface.makeImageSnapshot().toarray()
        columns = np.flatnonzero((drawn[slug][..., 3] > 200).any(axis=0))
        assert 0.55 * half <= (columns[-1] - columns[0]) / 4 <= 1.2 * half, slug
    for one, other in combinations(drawn, 2):
        assert (np.abs(drawn[one].astype(int) - drawn[other]).max(axis=2) > 40).sum() > 300, (one, other)
    assert set(BELONGINGS) <= set(table("things")["props"])


def test_what_is_named_lies_on_the_table_of_who_sits_there() -> None:
    sitting = (Person(pose="sitting"),)
    bare, full = (_painted("kitchen", people=sitting, props=props) for props in ((), ("papers", "letter")))
    (without,), (with_papers,) = _layers(bare, "table"), _layers(full, "table")
    assert with_papers.top < without.top, "the pile stands higher than bowl and cup"
    assert not _layers(full, "clutter")
    assert _layers(_painted("office", people=sitting, props=("desk", "papers")), "table"), "a desk that is named"
    assert not _layers(_painted("office", people=sitting), "table")


def test_what_is_named_lies_on_the_sofa_or_the_floor() -> None:
    props = ("sofa", "laundry", "toys")
    sofa = _painted("living_room", people=(Person(pose="sitting"),), props=props)
    (heap,) = _layers(sofa, "clutter")
    (seat,) = _layers(sofa, "seats")
    assert seat.top < heap.top < seat.top + seat.image.height() / sofa.canvas.scale
    floor = _painted("living_room", Framing.WIDE, people=(Person(pose="standing"),), props=("boxes",))
    assert _layers(floor, "clutter")
    assert not _layers(_painted("living_room", Framing.CLOSE_UP, people=(Person(),), props=props), "clutter")


def test_a_hand_goes_into_the_open_drawer() -> None:
    searching = (Person(pose="reaching", action="reach", place="left"),)
    painting = _painted("office", Framing.MEDIUM, people=searching, props=("drawer",))
    names = [layer.name for layer in painting.layers if layer.name in ("drawer", "people")]
    assert names == ["drawer", "people", "drawer"], "a hand is before what it holds and behind the drawer's front"
    behind, people = _layers(painting, "drawer")[0], _layers(painting, "people")[0]
    last = people.drawings[-1]
    columns = np.flatnonzero((pixels_of(last.image)[..., 3] > 200).any(axis=0))
    assert last.left + float(columns[-1]) / painting.canvas.scale > behind.left + 60, "the hand is over the drawer"
    assert not _layers(_painted("office", Framing.MEDIUM, people=searching), "drawer")


@pytest.mark.parametrize(
    ("action", "props"),
    [
        ("The woman sits at the kitchen table before a pile of papers.", {"table", "papers"}),
        ("The woman slumps on the sofa beside a pile of laundry and toys.", {"sofa", "laundry", "toys"}),
        ("The woman opens one drawer after another in the office.", {"drawer"}),
        ("The woman frowns at the bills beside dirty dishes.", {"papers", "dishes"}),
    ],
)
def test_the_words_name_what_lies_about(action: str, props: set[str]) -> None:
    presence = Presence(character_visible=True, character_timing="throughout")
    shot = Shot(id="sh-a", number=1, frame_count=72, action_description=action, presence=presence)
    assert set(stage_shot(shot, SUBJECT, Brief(prompt="a bank")).staging.props) == props
