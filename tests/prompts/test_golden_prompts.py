"""Every prompt as it is rendered, word for word: plainly, and with all that can be said to a writer.

``REELWRIGHT_WRITE_GOLDEN=1 python3 reel test tests/prompts/test_golden_prompts.py`` writes the golden prompts anew.
"""

import os
from collections.abc import Callable
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import jinja2
import pytest
from tests.stages.crafting import kept

from reelwright.errors import ConfigurationError
from reelwright.film.board import BoardWishes
from reelwright.film.brief import Brief, FilmKind
from reelwright.film.craft import Criterion, Critique, Mark, PromptParts, Round
from reelwright.film.film import Film
from reelwright.film.score import Score
from reelwright.film.story import Character, TemplateChoice
from reelwright.ports import TextRequest
from reelwright.prompts.render import prompt, render
from reelwright.prompts.templates import load_templates
from reelwright.stages.break_into_shots import break_into_shots_request
from reelwright.stages.break_storyboard import break_storyboard_request
from reelwright.stages.choose_template import choose_template_request
from reelwright.stages.enhance_prompt import enhance_prompt_request, judge_prompt_request, target_of
from reelwright.stages.specify_pictures import specify_picture_request
from reelwright.stages.suggest_changes import suggest_changes_request
from reelwright.stages.suggest_publishing import suggest_publishing_request
from reelwright.stages.write_film import write_film_request
from reelwright.stages.write_motion import write_motion_request
from reelwright.stages.write_scenario import write_scenario_request
from reelwright.stages.write_story import write_story_request

GOLDEN = Path(__file__).parents[1] / "golden" / "prompts"
WRITES = bool(os.environ.get("REELWRIGHT_WRITE_GOLDEN"))
NAMES = sorted(
    one.name.removesuffix(".md") for one in files("reelwright.prompts").iterdir() if one.name.endswith(".md")
)
COMPLAINT = "title: it is empty"
NOTE = "make it funnier"
HERO = "The woman lifts the warm mug in both hands by the kitchen window and takes a first slow sip."

FILM, SECOND = kept()[:2]
BRIEF, STORY, MARKERS, SHOT = FILM.brief, FILM.story, FILM.markers, FILM.shot
MOODY = BRIEF.model_copy(update={"mood": "tense"})
TEMPLATE = load_templates()[FILM.template]
CHOICE = TemplateChoice(
    selected_template=TEMPLATE.slug,
    confidence=0.9,
    reasoning="",
    alternative_template="aida",
    narrative_focus="the first sip",
    emotional_goal="calm",
    product_type="coffee",
    target_audience="people who rise early",
)
PLAIN_CHOICE = CHOICE.model_copy(update={"narrative_focus": "", "target_audience": ""})
SCENE = Brief(prompt="Maya waits in her office on a rainy night. The phone rings.", kind=FilmKind.SCENARIO)
STYLED_SCENE = SCENE.model_copy(
    update={
        "style": "film noir",
        "mood": "tense",
        "shot_count": 7,
        "cast": (Character(name="Maya", description="A woman aged 34 in a grey coat"), Character(name="Tom")),
    }
)
BOARD = Brief(prompt="Aldar Kose rides to his yurt at sunset", kind=FilmKind.STORYBOARD)
TOKEN_BOARD = BOARD.model_copy(
    update={"mood": "quiet", "board": BoardWishes(panel_count=6, token="aldar_kose_man")},
)
WHOLE = Film(id="f1", brief=BRIEF, story=STORY, created_at=datetime(2026, 11, 21, tzinfo=UTC))
BARE = Film(id="f2", brief=MOODY, created_at=datetime(2026, 11, 21, tzinfo=UTC))
TARGET = target_of(SHOT.prompts.image_prompt, SHOT, BRIEF, STORY, MARKERS, FILM.template)
OWN_TARGET = target_of(HERO, SECOND.shot, SECOND.brief, None, None, is_own=True)
SCORES = (Score(dimension="aesthetic", value=0.31, scorer="judge", version="1"),)


def _round(number: int, points: int) -> Round:
    marks = (
        Mark(criterion=Criterion.LENS, points=points, weak="no focal length"),
        Mark(criterion=Criterion.LIGHT, points=15),
    )
    parts = PromptParts(picture=HERO, camera="Arri Alexa Mini, 50 mm at f/2", light="low dawn window at the left")
    critique = Critique(marks=marks, critic="one:critic", version="1")
    return Round(number=number, parts=parts, prompt=HERO, critique=critique, writer="one:writer")


REQUESTS: dict[str, tuple[Callable[[], TextRequest[Any]], Callable[[], TextRequest[Any]]]] = {
    "choose_template": (
        lambda: choose_template_request(BRIEF, load_templates()),
        lambda: choose_template_request(MOODY, load_templates(), note=NOTE, complaint=COMPLAINT),
    ),
    "write_story": (
        lambda: write_story_request(BRIEF, TEMPLATE, PLAIN_CHOICE),
        lambda: write_story_request(MOODY, TEMPLATE, CHOICE, note=NOTE, complaint=COMPLAINT),
    ),
    "break_into_shots": (
        lambda: break_into_shots_request(BRIEF, TEMPLATE, STORY),
        lambda: break_into_shots_request(MOODY, TEMPLATE, STORY, note=NOTE, complaint=COMPLAINT),
    ),
    "specify_picture": (
        lambda: specify_picture_request(BRIEF, STORY, MARKERS, SHOT),
        lambda: specify_picture_request(
            SECOND.brief, SECOND.story, SECOND.markers, SECOND.shot, note=NOTE, complaint=COMPLAINT
        ),
    ),
    "write_film": (
        lambda: write_film_request(BRIEF, TEMPLATE),
        lambda: write_film_request(MOODY, TEMPLATE, note=NOTE, complaint=COMPLAINT),
    ),
    "write_scenario": (
        lambda: write_scenario_request(SCENE),
        lambda: write_scenario_request(STYLED_SCENE, note=NOTE, complaint=COMPLAINT),
    ),
    "break_storyboard": (
        lambda: break_storyboard_request(BOARD),
        lambda: break_storyboard_request(TOKEN_BOARD, note=NOTE, complaint=COMPLAINT),
    ),
    "enhance_prompt": (
        lambda: enhance_prompt_request(OWN_TARGET, ()),
        lambda: enhance_prompt_request(TARGET, (_round(1, 6), _round(2, 2)), complaint=COMPLAINT),
    ),
    "judge_prompt": (
        lambda: judge_prompt_request(HERO, OWN_TARGET),
        lambda: judge_prompt_request(HERO, TARGET, complaint=COMPLAINT),
    ),
    "write_motion": (
        lambda: write_motion_request(OWN_TARGET, HERO),
        lambda: write_motion_request(TARGET, SHOT.prompts.image_prompt, complaint=COMPLAINT),
    ),
    "suggest_changes": (
        lambda: suggest_changes_request(BRIEF, SHOT, None, SCORES),
        lambda: suggest_changes_request(BRIEF, SHOT, STORY, SCORES, complaint=COMPLAINT),
    ),
    "suggest_publishing": (
        lambda: suggest_publishing_request(BARE, [SECOND.shot]),
        lambda: suggest_publishing_request(WHOLE, [SHOT, SECOND.shot], complaint=COMPLAINT),
    ),
}


def test_no_prompt_is_without_a_golden_one() -> None:
    assert sorted(REQUESTS) == NAMES == sorted(path.stem for path in GOLDEN.glob("*.txt"))


@pytest.mark.parametrize("name", REQUESTS)
def test_a_prompt_reads_as_it_did(name: str) -> None:
    plain, full = (ask() for ask in REQUESTS[name])
    assert plain.task == full.task == name
    now = f"version {prompt(name).version}\n\n----- plain\n{plain.prompt}\n----- with all\n{full.prompt}"
    path = GOLDEN / f"{name}.txt"
    if WRITES:
        path.parent.mkdir(exist_ok=True)
        path.write_text(now, "utf-8")
    assert path.read_text("utf-8") == now, f"if its words changed, raise `version` in {name}.md, then write it anew"
    assert COMPLAINT in full.prompt
    assert f"The director asks: {NOTE}" in full.prompt or not hasattr(full.inputs, "note"), "a wish reaches its writer"
    assert not [mark for mark in ("{{", "{%", "None") if mark in plain.prompt + full.prompt]


@pytest.mark.parametrize("name", NAMES)
def test_a_missing_variable_raises(name: str) -> None:
    inputs = prompt(name).inputs
    for missing in inputs:
        with pytest.raises(ConfigurationError, match="takes"):
            render(name, **{one: "" for one in inputs if one != missing})
    with pytest.raises(jinja2.UndefinedError):
        render(name, **{one: SimpleNamespace(duration_s=15.0) for one in inputs})
