"""Writes a film's words end to end with the built-in writer, as the workflow does."""

import asyncio
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from reelwright.film.brief import Brief
from reelwright.film.shot import Shot
from reelwright.film.story import ConsistencyMarkers, Story, StoryTemplate, TemplateChoice
from reelwright.ports import TextRequest
from reelwright.prompts.templates import load_templates
from reelwright.providers.builtin.writer import Writer
from reelwright.stages.break_into_shots import break_into_shots_request, read_shots
from reelwright.stages.choose_template import choose_template_request, chosen_by_brief, read_template_choice
from reelwright.stages.specify_pictures import consistency_markers, read_picture, specify_picture_request
from reelwright.stages.stage_shot import stage_shots
from reelwright.stages.write_story import read_story, write_story_request


@dataclass(frozen=True)
class Written:
    """All words of a film."""

    brief: Brief
    choice: TemplateChoice
    template: StoryTemplate
    story: Story
    markers: ConsistencyMarkers
    shots: tuple[Shot, ...]


def ask(request: TextRequest[Any]) -> Any:
    output: BaseModel | None = asyncio.run(Writer().write(request)).output
    assert isinstance(output, request.output_type)
    return output


def write(prompt: str, duration_s: float = 15.0, seed: int = -1, **more: Any) -> Written:
    brief = Brief(prompt=prompt, duration_s=duration_s, seed=seed, **more)
    templates = load_templates()
    choice = chosen_by_brief(brief, templates)
    if choice is None:
        choice = read_template_choice(ask(choose_template_request(brief, templates)), templates)
    template = templates[choice.selected_template]
    story = read_story(ask(write_story_request(brief, template, choice)), brief, template)
    shots = read_shots(ask(break_into_shots_request(brief, template, story)), brief, template, story)
    shots = stage_shots(shots, story.subject, brief, setting=story.setting, template=template.slug)
    markers = consistency_markers(brief, story, shots)
    drafts = [ask(specify_picture_request(brief, story, markers, shot)) for shot in shots]
    shots = tuple(read_picture(draft, story, markers, shot) for draft, shot in zip(drafts, shots, strict=True))
    return Written(brief, choice, template, story, markers, shots)
