"""Answers to every writing task of a film, as the built-in writer gives them: what a good model would say."""

import asyncio
from collections.abc import Mapping
from typing import TypeVar

from pydantic import BaseModel

from reelwright.film.brief import Brief
from reelwright.ports import TextRequest
from reelwright.prompts.templates import load_templates
from reelwright.providers.builtin.writer import Writer
from reelwright.stages.break_into_shots import break_into_shots_request, read_shots
from reelwright.stages.choose_template import choose_template_request, read_template_choice
from reelwright.stages.specify_pictures import consistency_markers, specify_picture_request
from reelwright.stages.stage_shot import stage_shots
from reelwright.stages.write_story import read_story, write_story_request

Output = TypeVar("Output", bound=BaseModel)


def answers_for(brief: Brief) -> Mapping[str, str]:
    """The answer to each prompt of the film's writing, as JSON."""
    told: dict[str, str] = {}

    async def ask(request: TextRequest[Output]) -> Output:
        output = (await Writer().write(request)).output
        assert output is not None
        told[request.prompt] = output.model_dump_json()
        return output

    async def write() -> None:
        templates = load_templates()
        choice = read_template_choice(await ask(choose_template_request(brief, templates)), templates)
        template = templates[choice.selected_template]
        story = read_story(await ask(write_story_request(brief, template, choice)), brief, template)
        drafts = await ask(break_into_shots_request(brief, template, story))
        shots = read_shots(drafts, brief, template, story)
        staged = stage_shots(shots, story.subject, brief, setting=story.setting, template=template.slug)
        markers = consistency_markers(brief, story, staged)
        for shot in staged:
            await ask(specify_picture_request(brief, story, markers, shot))

    asyncio.run(write())
    return told
