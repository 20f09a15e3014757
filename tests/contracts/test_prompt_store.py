"""Prompt changes and enhancements are kept, decided once, counted, and gone with their shot; on both databases."""

from datetime import UTC, datetime

import pytest

from reelwright.errors import Conflict, NotFound
from reelwright.film.brief import Brief
from reelwright.film.craft import Enhancement, PromptChange, PromptField
from reelwright.film.film import Film, FilmStatus
from reelwright.film.shot import Prompts, Shot
from reelwright.store.database import Database
from reelwright.store.films import SqlFilmStore
from reelwright.store.prompts import PromptStore


def shot(text: str) -> Shot:
    return Shot(id="a", number=1, frame_count=72, prompts=Prompts(image_prompt=text))


def change(old: str, new: str) -> PromptChange:
    return PromptChange(shot_id="a", field=PromptField.IMAGE, old=old, new=new, reason="r", source="suggestion")


def test_changes_are_decided_once_counted_and_hold(database: Database) -> None:
    films, prompts = SqlFilmStore(database), PromptStore(database)
    now = datetime.now(UTC)
    film = Film(id="0123", brief=Brief(prompt="Tea"), status=FilmStatus.COMPLETED, created_at=now)
    films.add_film(film, (shot("one"),))
    first, second = prompts.propose("0123", [change("one", "two"), change("one", "three")])
    assert prompts.propose("0123", [change("one", "two")]) == (first,), "what is open is not proposed twice"
    prompts.decide("0123", [first.id], accepts=True)
    assert films.shots("0123")[0].prompts.image_prompt == "two"
    assert films.film("0123").run == 2
    with pytest.raises(Conflict, match="has changed since"):
        prompts.decide("0123", [second.id], accepts=True)
    with pytest.raises(Conflict, match="accepted already"):
        prompts.decide("0123", [first.id], accepts=False)
    with pytest.raises(NotFound, match="'c9'"):
        prompts.decide("0123", ["c9"], accepts=False)
    prompts.decide("0123", [second.id], accepts=False)
    (third,) = prompts.propose("0123", [change("two", "four")])
    prompts.decide("0123", [third.id], accepts=True)
    assert prompts.acceptance("0123") == prompts.acceptance() == {"suggestion": {"accepted": 2, "rejected": 1}}
    assert [one.new for one in prompts.changes("0123") if one.decision == "accepted"] == ["two", "four"]
    assert prompts.applied("0123", [shot("one")]) == (shot("four"),), "the way is gone again from the start"
    assert prompts.applied("0123", [shot("other")]) == (shot("other"),)
    made = Enhancement(id="e", film_id="0123", shot_id="a", original="one", at=now)
    prompts.save_enhancement(made)
    assert prompts.enhancements("0123", "a") == (made,)
    films.change_film("0123", status=FilmStatus.PROCESSING)
    (fourth,) = prompts.propose("0123", [change("four", "five")])
    with pytest.raises(Conflict, match="is processing"):
        prompts.decide("0123", [fourth.id], accepts=True)
    films.save_shots("0123", ())
    assert prompts.changes("0123") == prompts.enhancements("0123") == ()
