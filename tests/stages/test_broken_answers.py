"""Whatever a model answers: it is valid, or refused with what to mend, so that the next try or a fallback ends it."""

import asyncio
import copy
import json
from typing import Any

import pytest
from tests.stages.broken_answers import INJECTED, OF_ANY, OF_TASK
from tests.stages.films import write

from reelwright.errors import ReplyUnreadable
from reelwright.film.base import Noun
from reelwright.ports import TextRequest
from reelwright.prompts.templates import load_templates
from reelwright.providers.builtin.writer import Writer
from reelwright.providers.language.reading import read_answer
from reelwright.stages.break_into_shots import break_into_shots_request, read_shots
from reelwright.stages.choose_template import choose_template_request, read_template_choice
from reelwright.stages.specify_pictures import read_picture, specify_picture_request
from reelwright.stages.write_film import read_film, write_film_request
from reelwright.stages.write_story import read_story, write_story_request

FILM = write("Artisan coffee that starts your morning right")
BRIEF, TEMPLATE, STORY, TEMPLATES = FILM.brief, FILM.template, FILM.story, load_templates()
REQUESTS: dict[str, TextRequest[Any]] = {
    "choose_template": choose_template_request(BRIEF, TEMPLATES),
    "write_story": write_story_request(BRIEF, TEMPLATE, FILM.choice),
    "break_into_shots": break_into_shots_request(BRIEF, TEMPLATE, STORY),
    "specify_picture": specify_picture_request(BRIEF, STORY, FILM.markers, FILM.shots[0]),
    "write_film": write_film_request(BRIEF, TEMPLATE),
}
CASES = [(task, name) for task in REQUESTS for name in [*OF_ANY, *OF_TASK[task]]]
AS_THEY_ARE = {
    "prose around",
    "in a fence",
    "after a thought",
    "trailing commas",
    "single quotes",
    "in a wrapper",
    "twice",
}
"""Breaks that must cost no second call."""


def read(task: str, text: str) -> Any:
    """The answer as the film's stage reads it."""
    output = read_answer(text, REQUESTS[task].output_type)
    match task:
        case "choose_template":
            return read_template_choice(output, TEMPLATES)
        case "write_story":
            return read_story(output, BRIEF, TEMPLATE)
        case "break_into_shots":
            return read_shots(output, BRIEF, TEMPLATE, STORY)
        case "specify_picture":
            return read_picture(output, STORY, FILM.markers, FILM.shots[0])
        case _:
            return read_film(output, BRIEF, TEMPLATE)


@pytest.fixture(scope="module")
def good() -> dict[str, Any]:
    """What the built-in writer answers to each task, as JSON."""
    answers = {task: asyncio.run(Writer().write(request)).output for task, request in REQUESTS.items()}
    return {task: answer.model_dump(mode="json") for task, answer in answers.items() if answer is not None}


def outcome(task: str, text: str) -> tuple[Any, str]:
    """The value and no complaint, or no value and what to mend."""
    try:
        return read(task, text), ""
    except ReplyUnreadable as problem:
        return None, problem.message


def texts_of(value: object) -> list[str]:
    """Every text within."""
    if isinstance(value, Noun):
        value = value.model_dump(mode="json")
    if isinstance(value, dict):
        return [text for one in value.values() for text in texts_of(one)]  # type: ignore[reportUnknownVariableType]
    if isinstance(value, list | tuple):
        return [text for one in value for text in texts_of(one)]  # type: ignore[reportUnknownVariableType]
    return [value] if isinstance(value, str) else []


def test_there_are_enough() -> None:
    assert len(CASES) >= 60 + 100


@pytest.mark.parametrize(("task", "name"), CASES)
def test_a_broken_answer_is_valid_or_says_what_to_mend(task: str, name: str, good: dict[str, Any]) -> None:
    broken = (OF_ANY | OF_TASK[task])[name](copy.deepcopy(good[task]))
    value, complaint = outcome(task, broken)
    assert len(complaint) < 600, "short enough to be told"
    if complaint:
        assert name not in AS_THEY_ARE
        value, complaint = outcome(task, json.dumps(good[task]))
    assert complaint == ""
    assert value
    assert max(len(text) for text in texts_of(value)) < 4000
    assert "\x00" not in "".join(texts_of(value))


@pytest.mark.parametrize("task", REQUESTS)
def test_what_it_says_is_data_to_us(task: str, good: dict[str, Any]) -> None:
    """Instructions in an answer end as text in the field they stand in, or nowhere; they change nothing else."""
    broken = OF_ANY["instructions to us"](copy.deepcopy(good[task]))
    value, _ = outcome(task, broken)
    kept = [text for text in texts_of(value) if "Ignore all" in text]
    assert len(kept) <= 3
    assert all(INJECTED[:30] in text for text in kept)


def test_a_template_named_by_its_title_is_found(good: dict[str, Any]) -> None:
    broken = OF_TASK["choose_template"]["a template by its name"](copy.deepcopy(good["choose_template"]))
    assert read("choose_template", broken).selected_template == "emotional-arc"


def test_a_model_cannot_call_itself_a_fallback(good: dict[str, Any]) -> None:
    broken = OF_TASK["choose_template"]["a fallback of its own"](copy.deepcopy(good["choose_template"]))
    assert not read("choose_template", broken).is_fallback
