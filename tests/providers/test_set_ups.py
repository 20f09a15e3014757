"""A shot's size and angle are chosen against the shots before it."""

import pytest
from tests.stages.films import write

from reelwright.providers.builtin.writer.set_ups import Shown, set_up

PERSON = ("person",)


def test_the_first_camera_is_taken_where_nothing_was_shown() -> None:
    assert set_up(["wide, low angle, static", "medium, eye level, static"], PERSON, "walks", [], nearer=True) == (
        "wide",
        "low angle",
        "static",
    )


def test_the_same_act_is_seen_from_elsewhere() -> None:
    before = [Shown("wide", "eye level", PERSON, ""), Shown("medium wide", "low angle", PERSON, "rides")]
    cameras = ["medium, eye level, tracking", "medium wide, high angle, tracking", "extreme wide, high angle, tracking"]
    assert set_up(cameras, PERSON, "rides", before, nearer=False)[0] == "extreme wide"
    # Something else is done: the way's own first camera will do.
    assert set_up(cameras, ("product",), "", before, nearer=False)[0] == "medium"


def test_neighbours_differ_in_size_where_they_can() -> None:
    before = [Shown("medium", "eye level", PERSON, "looks")]
    framing, _, _ = set_up(["medium, low angle, static"], ("person", "product"), "holds", before, nearer=False)
    assert framing != "medium"


def test_a_look_through_somebodys_eyes_stays_one() -> None:
    before = [Shown("close-up", "POV", ("person", "product"), "")]
    assert set_up(["close-up, POV, static"], ("person", "product"), "", before, nearer=False)[1] == "POV"


@pytest.mark.parametrize("prompt", ["Ramen shop lunch special, ready in eight minutes", "Fresh bread from our bakery"])
def test_an_act_is_not_shown_twice(prompt: str) -> None:
    for seed in range(3):
        acts = [shot.action_description.split()[2] for shot in write(prompt, 15, seed).shots if shot.staging.people]
        assert len(acts) - len(set(acts)) <= 1, acts


def test_light_goes_on_and_never_back() -> None:
    hours = ("dawn", "morning", "day", "golden hour", "dusk", "night")
    for template in ("heros-journey", "emotional-arc", "social-proof"):
        film = write("Artisan coffee", 20, 1, template=template)
        seen = [hours.index(shot.staging.time_of_day) for shot in film.shots]
        assert seen == sorted(seen), (template, seen)


def test_what_a_story_is_about_stays_in_every_shot() -> None:
    for seed in range(3):
        shots = write("A girl and her grandfather fly a kite on the beach", 20, seed).shots
        assert all("kite" in shot.staging.props for shot in shots), [shot.action_description for shot in shots]


def test_who_is_named_beside_a_hero_stays() -> None:
    shots = write("An old woman and her cat wait for the mail", 15, 1).shots
    assert all("cat" in shot.staging.props for shot in shots), [shot.action_description for shot in shots]
    lost = write("A young painter searches for her lost cat", 15, 1).shots
    assert not all("cat" in shot.staging.props for shot in lost)
