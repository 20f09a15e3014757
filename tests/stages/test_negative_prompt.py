"""What films avoid: always the same, then what breaks the look, then what a person names; a shot's own words win."""

import pytest
from tests.stages.films import write

from reelwright.film.brief import Brief
from reelwright.film.shot import Prompts
from reelwright.film.writing import PictureDraft
from reelwright.stages.negative_prompt import NEGATIVE_PROMPT, negative_prompt
from reelwright.stages.specify_pictures import read_picture


@pytest.mark.parametrize(
    ("brief", "more"),
    [
        ({"style": "photorealistic"}, ""),
        ({"style": "noir"}, ", colour, flat lighting"),
        ({"style": "photorealistic", "negative": "Text, crowds,, Low Quality"}, ", Text, crowds"),
        ({"style": "paper", "negative": "3D render, hands"}, ", photograph, 3d render, glossy finish, hands"),
    ],
)
def test_each_thing_is_avoided_once(brief: dict[str, str], more: str) -> None:
    assert negative_prompt(Brief(prompt="Tea", **brief)) == NEGATIVE_PROMPT + more  # type: ignore[arg-type]  # words only


def test_every_shot_begins_with_it_and_its_own_stays() -> None:
    film = write("Red kites over the sea", 6.0, negative="crowds")
    assert {shot.prompts.negative_prompt for shot in film.shots} == {negative_prompt(film.brief)}
    own = film.shots[0].model_copy(update={"prompts": Prompts(negative_prompt="only this")})
    draft = PictureDraft(
        image="Kites in the sky.", start="Kites on the sand.", end="Kites far away.", motion="They rise."
    )
    assert read_picture(draft, film.story, film.markers, own).prompts.negative_prompt == "only this"


def test_a_brief_that_avoids_nothing_of_its_own_is_the_same_film_as_before() -> None:
    assert Brief(prompt="Tea").identity == Brief(prompt="Tea", negative="").identity
    assert Brief(prompt="Tea").identity != Brief(prompt="Tea", negative="crowds").identity
