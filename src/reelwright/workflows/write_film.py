"""The writing stages as workflows: template, story, shots, picture prompts."""

from reelwright.errors import ReplyUnreadable
from reelwright.film.film import Film, GateStage
from reelwright.film.shot import Shot
from reelwright.film.story import ConsistencyMarkers, Story, StoryTemplate, TemplateChoice
from reelwright.film.writing import plain_picture
from reelwright.prompts.templates import left_out, load_templates, own_templates
from reelwright.stages.break_into_shots import break_into_shots_request, read_shots
from reelwright.stages.check_writing import faults_of_film, faults_of_shots, faults_of_story
from reelwright.stages.choose_template import (
    Templates,
    choose_template_request,
    chosen_by_brief,
    fallback_choice,
    read_template_choice,
)
from reelwright.stages.plan_cards import plan_cards
from reelwright.stages.plan_cut import plan_cut
from reelwright.stages.specify_pictures import (
    consistency_markers,
    read_picture,
    specify_picture_request,
)
from reelwright.stages.stage_shot import stage_shots
from reelwright.stages.write_film import read_film, write_film_request
from reelwright.stages.write_story import read_story, write_story_request
from reelwright.workflows.engine import production, stage, step
from reelwright.workflows.waiting import all_done
from reelwright.workflows.writing import fell_back, written

_PIPELINE = "writing"


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
    choice = _kept_choice(film) or chosen_by_brief(film.brief, templates)
    if choice is None:
        choice = await _chosen(film, templates)
    at_work.change(film_id, choice=choice, template=film.template or templates[choice.selected_template])
    at_work.reporter.notes(left_out(one) for one in own_templates(at_work.crew.template_dir) if one.faults)
    at_work.reporter.piece_done("story", 2, f"template {choice.selected_template}", reused=False)
    return choice.selected_template


async def _chosen(film: Film, templates: Templates) -> TemplateChoice:
    """The writer's choice; the built-in writer's where all else is written in one call, and ``aida`` where it fails."""
    try:
        return await written(
            film.id,
            lambda complaint: choose_template_request(
                film.brief, templates, note=film.note_for("template"), complaint=complaint
            ),
            lambda output: read_template_choice(output, templates),
            names=("builtin",) if film.brief.single_stage else None,
        )
    except ReplyUnreadable as problem:
        fell_back(film.id, "template", "a chosen story template", "aida", problem)
        return fallback_choice(templates)


@step("write story")
async def write_story(film_id: str) -> str:
    """Stage 1; the story's title."""
    at_work = production(film_id)
    film = at_work.film(film_id)
    template, choice = _template(film), _choice(film)
    if film.brief.single_stage or film.has_fallen_back(_PIPELINE):
        return await _write_at_once(film)
    try:
        told = await written(
            film_id,
            lambda complaint: write_story_request(
                film.brief, template, choice, note=film.note_for("story"), complaint=complaint
            ),
            lambda output: read_story(output, film.brief, template),
            faults=lambda draft, told: faults_of_story(told, [line.text for line in draft.lines], film.brief, template),
        )
    except ReplyUnreadable as problem:
        fell_back(film_id, _PIPELINE, "the four stages", "a single stage", problem)
        return await _write_at_once(film)
    at_work.change(film_id, story=told)
    at_work.reporter.piece_done("story", 2, f"story {told.title!r}", reused=False)
    return told.title


@step("break into shots")
async def break_into_shots(film_id: str) -> int:
    """Stage 2, with the staging read from the words and the cut planned; the number of shots."""
    at_work = production(film_id)
    film = at_work.film(film_id)
    template, told = _template(film), _story(film)
    if film.single_stage:
        return len(at_work.shots(film_id))
    try:
        broken = await written(
            film_id,
            lambda complaint: break_into_shots_request(
                film.brief, template, told, note=film.note_for("shots"), complaint=complaint
            ),
            lambda output: read_shots(output, film.brief, template, told),
            faults=lambda draft, shots: faults_of_shots(shots, told, film.brief, template),
        )
    except ReplyUnreadable as problem:
        if GateStage.STORY in film.pause_after:
            raise  # a person has approved this story: no other takes its place
        fell_back(film_id, _PIPELINE, "the four stages", "a single stage", problem)
        await _write_at_once(film)
        return len(at_work.shots(film_id))
    staged = _staged(film, told, broken)
    at_work.reporter.piece_done("shots", 2, f"{len(staged)} shots", reused=False)
    return len(staged)


@step("specify pictures")
async def specify_pictures(film_id: str) -> int:
    """Stage 3; the number of shots specified."""
    at_work = production(film_id)
    film, staged = at_work.film(film_id), at_work.shots(film_id)
    if film.single_stage:
        return len(staged)
    markers = consistency_markers(film.brief, _story(film), staged)
    specified = await all_done(_specified(film, markers, shot) for shot in staged)
    at_work.crew.vault.films.save_shots(film_id, at_work.crew.vault.prompts.applied(film_id, specified))
    at_work.change(film_id, markers=markers)
    at_work.reporter.piece_done("shots", 2, "picture prompts", reused=False)
    return len(specified)


async def _specified(film: Film, markers: ConsistencyMarkers, shot: Shot) -> Shot:
    """The shot with its prompts; where the writer fails, its pictures are composed from its action alone."""
    told, fact = _story(film), f"pictures of {shot.slate}"
    try:
        if film.has_fallen_back(fact):
            return read_picture(plain_picture(shot.action_description), told, markers, shot)
        return await written(
            film.id,
            lambda complaint: specify_picture_request(
                film.brief, told, markers, shot, note=film.note_for("pictures"), complaint=complaint
            ),
            lambda output: read_picture(output, told, markers, shot),
        )
    except ReplyUnreadable as problem:
        fell_back(film.id, fact, "a written picture", "one composed from the shot's action", problem)
        return read_picture(plain_picture(shot.action_description), told, markers, shot)


async def _write_at_once(film: Film) -> str:
    """The single stage: story, shots and pictures in one call; the story's title."""
    at_work, template = production(film.id), _template(film)
    told, broken, drafts = await written(
        film.id,
        lambda complaint: write_film_request(film.brief, template, note=film.note_for("story"), complaint=complaint),
        lambda output: read_film(output, film.brief, template),
        faults=lambda draft, read: faults_of_film(draft, read[0], read[1], film.brief, template),
    )
    at_work.change(film.id, story=told, single_stage=True)
    staged = _staged(film, told, broken)
    markers = consistency_markers(film.brief, told, staged)
    pictures = [read_picture(draft, told, markers, shot) for draft, shot in zip(drafts, staged, strict=True)]
    at_work.crew.vault.films.save_shots(film.id, at_work.crew.vault.prompts.applied(film.id, pictures))
    at_work.change(film.id, markers=markers)
    at_work.reporter.piece_done("story", 2, f"story {told.title!r}, written at once", reused=False)
    return told.title


def _staged(film: Film, told: Story, broken: tuple[Shot, ...]) -> tuple[Shot, ...]:
    """The shots with their staging read from the words; they are kept, with splices and cards planned."""
    template = _choice(film).selected_template
    staged = stage_shots(broken, told.subject, film.brief, setting=told.setting, template=template)
    cards = plan_cards(told, staged, film.brief, template)
    cut_plan = plan_cut(staged, film.brief.rate).model_copy(update={"cards": cards})
    at_work = production(film.id)
    at_work.crew.vault.films.save_shots(film.id, staged)
    at_work.change(film.id, cut_plan=cut_plan)
    return staged


def _kept_choice(film: Film) -> TemplateChoice | None:
    """What an earlier run chose: it stays, also when the file of a person's own was changed since."""
    return film.choice if film.template is not None else None


def _template(film: Film) -> StoryTemplate:
    if film.template is not None:
        return film.template
    return load_templates(production(film.id).crew.template_dir)[_choice(film).selected_template]


def _choice(film: Film) -> TemplateChoice:
    assert film.choice is not None, "stage 0 comes first"
    return film.choice


def _story(film: Film) -> Story:
    assert film.story is not None, "stage 1 comes first"
    return film.story
