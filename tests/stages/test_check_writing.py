"""What code can see of an advertisement's craft: each fault is named by its field, and good films have none."""

from itertools import pairwise
from typing import Any

import pytest
from tests.providers.copy_briefs import COPY_BRIEFS
from tests.stages.films import Written, write

from reelwright.film.shot import Angle, Framing, Movement
from reelwright.film.story import Line, Story
from reelwright.film.writing import ShotDraft, ShotsDraft
from reelwright.stages.break_into_shots import read_shots
from reelwright.stages.check_writing import faults_of_shots, faults_of_story
from reelwright.stages.write_story import read_story

PERFUME = "Luxury perfume Nocturne capturing midnight elegance"


@pytest.fixture(scope="module")
def film() -> Written:
    return write(PERFUME, template="teaser-reveal")


def told(film: Written, *texts: str | None) -> Story:
    """The film's story with other words in some lines."""
    said = [*texts, *[None] * (len(film.story.lines) - len(texts))]
    lines = [
        line if text is None else Line(beat=line.beat, text=text)
        for line, text in zip(film.story.lines, said, strict=True)
    ]
    return film.story.model_copy(update={"lines": tuple(lines)})


def story_faults(film: Written, *texts: str | None) -> tuple[str, ...]:
    draft = told(film, *texts)
    written = [line.text for line in draft.lines]
    return faults_of_story(read_story(draft, film.brief, film.template), written, film.brief, film.template)


WHOLE = ("Skincare transformation", "10M users tracking goals", "Book a free trial at Kingsway Swimming School")
"""Briefs of which the end card letters all, or whose call is all that is said."""
QUICK = (*COPY_BRIEFS[::9], *WHOLE)


@pytest.mark.parametrize(
    "prompt", [*QUICK, *(pytest.param(one, marks=pytest.mark.slow) for one in COPY_BRIEFS if one not in QUICK)]
)
def test_the_built_in_writer_has_no_faults(prompt: str) -> None:
    film = write(prompt)
    lines = [line.text for line in film.story.lines]
    assert faults_of_story(film.story, lines, film.brief, film.template) == ()
    assert faults_of_shots(film.shots, film.story, film.brief, film.template) == ()


@pytest.mark.parametrize(
    ("lines", "fault"),
    [
        (("Clinically proven to enchant.",), "lines.0: it promises 'clinically proven', which the brief does not say"),
        (("Worn by 4 in 5.",), "lines.0: it says '4', a figure that the brief does not hold"),
        (("",), "lines.0: it is empty; the film needs its hook"),
        ((None, "Dark. " * 40), "lines.1: it is too long for its shot"),
        ((None, None, None, "Come and see."), "lines.3: it carries the call to action and names neither"),
    ],
)
def test_faults_of_words(film: Written, lines: tuple[str | None, ...], fault: str) -> None:
    found = story_faults(film, *lines)
    assert any(one.startswith(fault) for one in found), found


def test_a_word_of_the_name_is_enough(film: Written) -> None:
    named = film.story.model_copy(update={"brand": "Nocturne Eau de Parfum"})
    last = Line(beat=named.lines[-1].beat, text="Wear Nocturne.")
    named = named.model_copy(update={"lines": (*named.lines[:-1], last)})
    texts = [line.text for line in named.lines]
    assert faults_of_story(named, texts, film.brief, film.template) == ()


def test_what_the_brief_says_may_be_said() -> None:
    film = write("Oat drink Havre, guaranteed 30% less sugar")
    assert not [one for one in story_faults(film, "Guaranteed 30 percent less.") if "lines.0" in one]


def test_faults_of_shots(film: Written) -> None:
    def changed(at: int, **fields: Any) -> tuple[str, ...]:
        shots = [shot.model_copy(update=fields if shot.number == at else {}) for shot in film.shots]
        return faults_of_shots(shots, film.story, film.brief, film.template)

    assert changed(1, action_description="A bottle of Nocturne waits in the dark.")[0].startswith(
        "shots.0.action: it names 'nocturne', which this film hides until beat"
    )
    again = changed(4, action_description=film.shots[2].action_description)
    assert again == ("shots.3.action: it tells the same as shots.2",)
    same = [shot.model_copy(update={"camera": film.shots[0].camera}) for shot in film.shots]
    assert faults_of_shots(same, film.story, film.brief, film.template)[0].startswith("shots: 1 framings in 4 shots")


def test_sideways_moves_go_one_way_and_neighbours_differ(film: Written) -> None:
    moves = (Movement.DOLLY_RIGHT, Movement.PAN_LEFT, Movement.STATIC, Movement.DOLLY_LEFT)
    drafts = [
        ShotDraft(
            action=f"The woman does thing number {number} in the room.",
            heading="INT. ROOM - NIGHT",
            framing=Framing.WIDE,
            angle=Angle.EYE_LEVEL,
            movement=move,
            light="",
            tone="calm",
            person=True,
            product=False,
        )
        for number, move in enumerate(moves)
    ]
    shots = read_shots(ShotsDraft(shots=tuple(drafts)), film.brief, film.template, film.story)
    kept = [shot.camera.movement for shot in shots]
    assert kept == [Movement.DOLLY_RIGHT, Movement.PAN_RIGHT, Movement.STATIC, Movement.DOLLY_RIGHT]
    set_ups = [(shot.camera.framing, shot.camera.angle) for shot in shots]
    assert all(one != other for one, other in pairwise(set_ups))
