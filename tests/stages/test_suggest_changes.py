"""Weak scores become changes of prompts; what could not be measured asks for nothing; descriptions stay."""

import re

import pytest
from tests.stages.films import Written, ask, write

from reelwright.errors import ReplyUnreadable
from reelwright.film.craft import PromptField
from reelwright.film.crafting import ChangeDraft, ChangesDraft
from reelwright.film.score import Score, ScoreFailure
from reelwright.film.shot import Shot
from reelwright.stages.lexicon import table
from reelwright.stages.suggest_changes import read_changes, suggest_changes_request, weak_scores


def score(dimension: str, value: float) -> Score:
    return Score(dimension=dimension, value=value, scorer="s", version="1")


@pytest.fixture(scope="module")
def film() -> Written:
    return write("Artisan coffee that starts your morning right")


def suggested(film: Written, shot: Shot, *scores: Score | ScoreFailure) -> dict[PromptField, tuple[str, str]]:
    weak = weak_scores(scores)
    output = ask(suggest_changes_request(film.brief, shot, film.story, weak))
    found = read_changes(output, shot, film.story, weak)
    assert all(one.old == getattr(shot.prompts, one.field) != one.new for one in found)
    return {one.field: (one.new, one.reason) for one in found}


def test_only_numbers_below_the_line_are_weak() -> None:
    failure = ScoreFailure(dimension="aesthetic", scorer="s", version="1", reason="no model")
    scores = [failure, score("CLIP_score", 0.2), score("alignment", 0.4), score("sharpness", 0.9), score("taste", 0.0)]
    assert [(one.dimension, one.value) for one in weak_scores(scores)] == [("alignment", 0.2)]
    assert weak_scores([failure]) == ()


@pytest.mark.parametrize("dimension", list(table("weaknesses")))
def test_every_known_weakness_changes_a_prompt_and_keeps_the_subject(film: Written, dimension: str) -> None:
    subject = film.story.subject
    for shot in film.shots:
        changes = suggested(film, shot, score(dimension, 0.1))
        assert changes, dimension
        for field, (new, reason) in changes.items():
            old = getattr(shot.prompts, field)
            assert reason.startswith(f"{dimension} 0.1 (s 1): ")
            assert len(new.split()) <= 150
            assert all(one in new for one in (subject.character_description, subject.product_description) if one in old)
            assert not re.search(r"[{}]|\.\.| \.", new)


def test_pictures_takes_and_what_to_avoid_are_told_apart(film: Written) -> None:
    shot = film.shots[1]
    assert set(suggested(film, shot, score("flicker", 0.5))) == {PromptField.MOTION, PromptField.NEGATIVE}
    pictures = {PromptField.IMAGE, PromptField.START, PromptField.END}
    assert set(suggested(film, shot, score("alignment", 0.1))) == pictures
    both = suggested(film, shot, score("aesthetic", 0.2), score("exposure", 0.1))
    assert both[PromptField.IMAGE][1].startswith("exposure 0.1 (s 1), aesthetic 0.2 (s 1): ")


def test_what_is_there_already_is_not_suggested_again(film: Written) -> None:
    shot = film.shots[1]
    prompts = shot.prompts
    for field, (new, _) in suggested(film, shot, score("exposure", 0.1)).items():
        prompts = prompts.model_copy(update={field: new})
    assert suggested(film, shot.model_copy(update={"prompts": prompts}), score("exposure", 0.1)) == {}


def test_a_model_that_spoils_something_is_told_what(film: Written) -> None:
    shot, weak = film.shots[0], (score("aesthetic", 0.1),)

    def draft(new: str, dimension: str = "aesthetic") -> ChangeDraft:
        return ChangeDraft(field=PromptField.IMAGE, dimension=dimension, new=new, reason="nicer light")

    whole = shot.prompts.image_prompt
    for changes, said in (
        ((draft("A nice kitchen."),), "must keep word for word: A woman aged"),
        ((draft(whole + " More light." * 40),), "words; at most 150"),
        ((draft(whole, "taste"),), None),
        ((draft(whole + " Light.", "taste"),), "'taste' is not weak; weak are aesthetic"),
        ((draft(whole + " Light."), draft(whole + " Dark.")), "image_prompt is changed twice"),
    ):
        if said is None:
            assert read_changes(ChangesDraft(changes=changes), shot, film.story, weak) == ()
            continue
        with pytest.raises(ReplyUnreadable, match=said):
            read_changes(ChangesDraft(changes=changes), shot, film.story, weak)
