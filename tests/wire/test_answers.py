"""Answers as a capable language model gives them pass every check at the first try, and within the budget of tokens."""

import json
from pathlib import Path
from typing import Any

import pytest

from reelwright.film.brief import Brief
from reelwright.prompts.templates import load_templates
from reelwright.providers.language.reading import read_answer
from reelwright.stages.break_into_shots import break_into_shots_request, read_shots
from reelwright.stages.check_writing import faults_of_shots, faults_of_story
from reelwright.stages.choose_template import choose_template_request, read_template_choice
from reelwright.stages.specify_pictures import consistency_markers, read_picture, specify_picture_request
from reelwright.stages.stage_shot import stage_shots
from reelwright.stages.write_story import read_story, write_story_request

FOLDER = Path(__file__).with_name("answers")


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.json")), ids=lambda path: path.stem)
def test_good_answers_pass_at_once(path: Path) -> None:
    said: dict[str, Any] = json.loads(path.read_text("utf-8"))
    brief, templates = Brief(prompt=said["prompt"]), load_templates()

    def answer(request: Any, given: Any) -> Any:
        return read_answer(json.dumps(given), request.output_type)

    choice = read_template_choice(answer(choose_template_request(brief, templates), said["choose_template"]), templates)
    template = templates[choice.selected_template]
    draft = answer(write_story_request(brief, template, choice), said["write_story"])
    story = read_story(draft, brief, template)
    assert faults_of_story(story, [line.text for line in draft.lines], brief, template) == ()
    shots = read_shots(
        answer(break_into_shots_request(brief, template, story), said["break_into_shots"]), brief, template, story
    )
    assert faults_of_shots(shots, story, brief, template) == ()
    staged = stage_shots(shots, story.subject, brief, setting=story.setting, template=template.slug)
    markers = consistency_markers(brief, story, staged)
    for shot, given in zip(staged, said["specify_picture"], strict=True):
        request = specify_picture_request(brief, story, markers, shot)
        prompts = read_picture(answer(request, given), story, markers, shot).prompts
        for text in (prompts.image_prompt, prompts.start_image_prompt, prompts.end_image_prompt):
            assert 80 <= len(text.split()) <= 150
            if shot.presence.character_visible:
                assert story.subject.character_description in text
            if shot.presence.product_visible:
                assert story.subject.product_description in text
