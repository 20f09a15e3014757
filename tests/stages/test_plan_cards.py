from typing import Any

import pytest
from tests.stages.films import write

from reelwright.film.brief import Brief
from reelwright.stages.choose_look import choose_look, described_look
from reelwright.stages.plan_cards import plan_cards


@pytest.mark.parametrize(
    ("brief", "look"),
    [
        ({"prompt": "coffee"}, "illustrated"),
        ({"prompt": "coffee", "style": "film noir"}, "noir"),
        ({"prompt": "coffee", "style": "rough pencil storyboard"}, "paper"),
        ({"prompt": "coffee", "style": "Cyberpunk"}, "neon"),
        ({"prompt": "A detective enters his dimly lit office on a rainy night"}, "noir"),
        ({"prompt": "An arcade in a cyberpunk market"}, "neon"),
        ({"prompt": "An arcade in a cyberpunk market", "style": "illustrated"}, "illustrated"),
        ({"prompt": "coffee", "style": "oil painting"}, "oil painting"),
    ],
)
def test_the_look_is_named_or_called_for(brief: dict[str, Any], look: str) -> None:
    assert choose_look(Brief(**brief)) == look


def test_a_look_in_words() -> None:
    assert "shadow" in described_look("noir")
    assert described_look("oil painting") == "oil painting"


@pytest.mark.parametrize("duration_s", [6.0, 15.0, 60.0])
def test_cards_fit_into_their_shots(duration_s: float) -> None:
    film = write("Artisan coffee that starts your morning right", duration_s)
    story = film.story.model_copy(
        update={"brand": "Artisan Coffee", "call_to_action": "Order today", "title": "First Light"}
    )
    title, end = plan_cards(story, film.shots, film.brief, film.template.slug)
    assert (title.kind, title.heading, end.heading, end.line) == (
        "title",
        "First Light",
        "Artisan Coffee",
        "Order today",
    )
    assert title.lead_frames + title.frame_count <= film.shots[0].frame_count
    assert end.frame_count < film.shots[-1].frame_count


def test_a_title_does_not_give_a_hidden_product_away() -> None:
    film = write("Luxury perfume capturing midnight elegance")
    assert not film.shots[0].presence.product_visible
    story = film.story.model_copy(update={"brand": "Luxury Perfume", "title": "Perfume: Midnight"})
    assert [card.kind for card in plan_cards(story, film.shots, film.brief, "teaser-reveal")] == ["end"]


def test_a_story_has_no_end_card_and_a_film_may_have_none() -> None:
    film = write("Aldar Kose riding his horse across the steppe to his yurt at sunset")
    story = film.story.model_copy(update={"brand": ""})
    assert [card.kind for card in plan_cards(story, film.shots, film.brief, film.template.slug)] == ["title"]
    bare = film.brief.model_copy(update={"wants_cards": False})
    assert plan_cards(story, film.shots, bare, film.template.slug) == ()


def test_a_title_stands_beside_two_people_not_over_them() -> None:
    film = write("A mother hands her daughter an old key at the kitchen table")
    people = film.shots[0].staging.people
    assert len(people) == 2
    (title,) = plan_cards(film.story, film.shots, film.brief, film.template.slug)
    assert (title.place, people[0].place) in (("left", "right"), ("right", "left"))
