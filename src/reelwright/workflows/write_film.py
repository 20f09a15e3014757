"""The writing stages as workflows: template, story, shots, picture prompts."""

from reelwright.errors import ReplyUnreadable
from reelwright.film.cut import CutPlan
from reelwright.film.film import Film
from reelwright.film.shot import Shot
from reelwright.film.story import Story, StoryTemplate, TemplateChoice
from reelwright.prompts.templates import load_templates
from reelwright.stages.break_into_shots import break_into_shots_request, read_shots
from reelwright.stages.choose_template import (
    choose_template_request,
    chosen_by_brief,
    fallback_choice,
    read_template_choice,
)
from reelwright.stages.plan_cards import plan_cards
from reelwright.stages.plan_cut import plan_cut
from reelwright.stages.specify_pictures import consistency_markers, read_picture, specify_picture_request
from reelwright.stages.stage_shot import stage_shots
from reelwright.stages.write_story import read_story, write_story_request
from reelwright.workflows.engine import production, stage, step
from reelwright.workflows.waiting import all_done
from reelwright.workflows.writing import fell_back, written


@stage("story")
async def story(film_id: str, run: int) -> None:
    """Chooses the template and writes the story."""
    await choose_template(film_id)
    await write_story(film_id)


@stage("shots")
async def shots(film_id: str, run: int) -> None:
    """Breaks the story into shots, stages them, plans the cut and specifies the pictures."""
    await break_into_shots(film_id)
    await specify_pictures(film_id)


@step("choose template")
async def choose_template(film_id: str) -> str:
    """Stage 0; the slug chosen. When a writer fails three times, ``aida`` stands in and the film says so."""
    at_work = production(film_id)
    film = at_work.film(film_id)
    templates = load_templates(at_work.crew.template_dir)
    choice = chosen_by_brief(film.brief, templates)
    if choice is None:
        try:
            choice = await written(
                film_id,
                lambda complaint: choose_template_request(film.brief, templates, complaint=complaint),
                lambda output: read_template_choice(output, templates),
            )
        except ReplyUnreadable as problem:
            choice = fallback_choice(templates)
            fell_back(film_id, "template", "a chosen story template", "aida", problem)
    at_work.change(film_id, choice=choice)
    at_work.reporter.piece_done("story", 2, f"template {choice.selected_template}", reused=False)
    return choice.selected_template


@step("write story")
async def write_story(film_id: str) -> str:
    """Stage 1; the story's title."""
    at_work = production(film_id)
    film = at_work.film(film_id)
    template, choice = _template(film), _choice(film)
    told = await written(
        film_id,
        lambda complaint: write_story_request(film.brief, template, choice, complaint=complaint),
        lambda output: read_story(output, film.brief, template),
    )
    at_work.change(film_id, story=told)
    at_work.reporter.piece_done("story", 2, f"story {told.title!r}", reused=False)
    return told.title


@step("break into shots")
async def break_into_shots(film_id: str) -> int:
    """Stage 2, with the staging read from the words and the cut planned; the number of shots."""
    at_work = production(film_id)
    film = at_work.film(film_id)
    template, told = _template(film), _story(film)
    broken = await written(
        film_id,
        lambda complaint: break_into_shots_request(film.brief, template, told, complaint=complaint),
        lambda output: read_shots(output, film.brief, template, told),
    )
    staged = stage_shots(broken, told.subject, film.brief, setting=told.setting, template=template.slug)
    at_work.crew.vault.films.save_shots(film_id, staged)
    at_work.change(film_id, cut_plan=_planned_cut(film, staged, told, template.slug))
    at_work.reporter.piece_done("shots", 2, f"{len(staged)} shots", reused=False)
    return len(staged)


@step("specify pictures")
async def specify_pictures(film_id: str) -> int:
    """Stage 3; the number of shots specified."""
    at_work = production(film_id)
    film, staged = at_work.film(film_id), at_work.shots(film_id)
    told = _story(film)
    markers = consistency_markers(film.brief, told, staged)

    async def one(shot: Shot) -> Shot:
        return await written(
            film_id,
            lambda complaint: specify_picture_request(film.brief, told, markers, shot, complaint=complaint),
            lambda output: read_picture(output, told, markers, shot),
        )

    specified = await all_done(one(shot) for shot in staged)
    at_work.crew.vault.films.save_shots(film_id, at_work.crew.vault.prompts.applied(film_id, specified))
    at_work.change(film_id, markers=markers)
    at_work.reporter.piece_done("shots", 2, "picture prompts", reused=False)
    return len(specified)


def _planned_cut(film: Film, staged: tuple[Shot, ...], told: Story, template: str) -> CutPlan:
    """Splices and cards."""
    cards = plan_cards(told, staged, film.brief, template)
    return plan_cut(staged, film.brief.rate).model_copy(update={"cards": cards})


def _template(film: Film) -> StoryTemplate:
    return load_templates(production(film.id).crew.template_dir)[_choice(film).selected_template]


def _choice(film: Film) -> TemplateChoice:
    assert film.choice is not None, "stage 0 comes first"
    return film.choice


def _story(film: Film) -> Story:
    assert film.story is not None, "stage 1 comes first"
    return film.story
