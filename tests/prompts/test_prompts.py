"""Prompts are rendered strictly and stay within the budget of tokens."""

import asyncio
from types import SimpleNamespace

import jinja2
import pytest
from tests.stages.films import write

from reelwright.errors import ConfigurationError
from reelwright.film.brief import Brief
from reelwright.prompts.render import prompt, render
from reelwright.prompts.templates import load_templates
from reelwright.providers.builtin.writer import Writer
from reelwright.stages.break_into_shots import break_into_shots_request
from reelwright.stages.choose_template import choose_template_request
from reelwright.stages.specify_pictures import specify_picture_request
from reelwright.stages.write_story import write_story_request

NAMES = ("choose_template", "write_story", "break_into_shots", "specify_picture", "write_scenario", "break_storyboard")


@pytest.mark.parametrize("name", NAMES)
def test_front_matter(name: str) -> None:
    assert prompt(name).version >= 1
    assert "task" in prompt(name).inputs


def test_a_missing_variable_raises() -> None:
    with pytest.raises(ConfigurationError, match="takes"):
        render("choose_template", task=None)
    with pytest.raises(jinja2.UndefinedError):
        render("choose_template", task=SimpleNamespace(duration_s=15.0), complaint="")


def _rendered() -> dict[str, str]:
    film = write("Artisan coffee that starts your morning right")
    brief, story = film.brief, film.story
    return {
        "choose_template": choose_template_request(brief, load_templates()).prompt,
        "write_story": write_story_request(brief, film.template, film.choice).prompt,
        "break_into_shots": break_into_shots_request(brief, film.template, story).prompt,
        "specify_picture": specify_picture_request(brief, story, film.markers, film.shots[3]).prompt,
    }


def test_rendered_prompts_hold_what_a_model_needs() -> None:
    texts = _rendered()
    assert '"Artisan coffee that starts your morning right"' in texts["choose_template"]
    assert "- emotional-arc: food, coffee and tea" in texts["choose_template"]
    assert "1. Quiet Moment (Begin in stillness, close to one person): 7 words\n" in texts["write_story"]
    assert "exactly 4 shots" in texts["break_into_shots"]
    assert "extreme close-up|insert" in texts["break_into_shots"]
    assert "In the picture: person, product." in texts["specify_picture"]
    assert not [name for name, text in texts.items() if "{{" in text or "{%" in text or "None" in text]


def test_four_stages_ask_within_the_budget() -> None:
    """4,200 of the 5,500 tokens may go in; four characters count as a token."""
    assert sum(len(text) for text in _rendered().values()) / 4 < 4200


def test_a_complaint_is_fed_back() -> None:
    request = choose_template_request(Brief(prompt="Tea"), load_templates(), complaint="selected_template is unknown")
    assert "selected_template is unknown" in request.prompt
    chosen = asyncio.run(Writer().write(request)).output
    assert chosen is not None
    assert chosen.selected_template in load_templates()
