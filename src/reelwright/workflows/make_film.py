"""The order of a film as a workflow: which stage follows which, under ids that a later start finds again."""

import asyncio
import json
from collections.abc import Callable
from contextlib import suppress
from itertools import count

from reelwright.errors import ReelwrightError
from reelwright.film.brief import FilmKind
from reelwright.film.film import Film, FilmStatus, GateStage, Until
from reelwright.workflows import assemble_cut, make_board, record_voice, shoot_shot, write_film, write_scenario
from reelwright.workflows.cancel import until_cancelled
from reelwright.workflows.engine import (
    Running,
    Stage,
    adopt,
    all_ended,
    failed_runs,
    house,
    leave_runs_before,
    production,
    stage,
    step,
)
from reelwright.workflows.gates import is_to_wait, last_passed, open_gate, wait_at
from reelwright.workflows.point_out import point_out
from reelwright.workflows.production import Production
from reelwright.workflows.waiting import to_its_end


async def make_film(film_id: str, hand_over: Callable[[Film], None] = lambda film: None) -> Film:
    """Makes a film that this process has claimed, wherever it stands, and hands it over; only then is it complete.
    One that comes to a gate is handed over as it is by then.

    Args:
        film_id: The film.
        hand_over: Takes the film when all is made.

    Raises:
        Conflict: If another process makes it by now.
        Cancelled: If a person has cancelled it.
        ReelwrightError: What stopped it; the film is then marked failed and keeps all that was made.
    """
    films = house().vault.films
    try:
        waits = await until_cancelled(film_id, await start_film(film_id))
        await to_its_end(asyncio.to_thread(hand_over, films.film(film_id)))
    except ReelwrightError as problem:
        with suppress(ReelwrightError):  # on a full disk this may fail too; what stopped the film is said
            end_film(film_id, problem)
        raise
    if waits:
        house().leave(film_id)
    else:
        end_film(film_id)
    return films.film(film_id)


async def start_film(film_id: str) -> Running:
    """Starts or continues the film's workflow, on a run that can still be continued."""
    begun = await _begin(production(film_id), film_id)
    adopt(film_id)
    passed = last_passed(house().vault.turns.gates(film_id))
    whole = board if begun.brief.kind is FilmKind.STORYBOARD and not begun.supplied_shots else film
    return await whole.start(f"{film_id}.film.r{begun.run}{passed}", film_id, begun.run, begun.until.value)


def end_film(film_id: str, problem: ReelwrightError | None = None) -> None:
    """Marks the film as complete, or as stopped by a problem, and tells so; a cancelled one is marked already.

    Raises:
        Cancelled: If a person has cancelled it.
        Conflict: If another process makes it by now.
    """
    at_work = house()
    try:
        if problem is None:
            body = {"title": at_work.vault.films.film(film_id).title}
            event = at_work.vault.turns.end(film_id, at_work.owner, FilmStatus.COMPLETED, "done", body)
        else:
            body = {"message": problem.message, "error": json.dumps(problem.to_json())}
            event = at_work.vault.turns.end(film_id, at_work.owner, FilmStatus.FAILED, "failed", body)
        at_work.told(event)
    finally:
        at_work.leave(film_id)


async def _begin(at_work: Production, film_id: str) -> Film:
    """The film on a run that can still be continued."""
    film = at_work.film(film_id)
    failed = await failed_runs(film_id)
    first = film.run + await asyncio.to_thread(_has_lost_media, at_work, film_id)
    run = next(number for number in count(first) if number not in failed)
    begun = at_work.change(film_id, run=run)
    await leave_runs_before(film_id, run)
    at_work.reporter.begin(run, begun.until)
    for name in at_work.reporter.under_way:
        at_work.reporter.stage_started(name)  # told again to whoever watches it go on
    return begun


def _has_lost_media(at_work: Production, film_id: str) -> bool:
    """Whether a file that a recorded step made is gone: the steps must then run again, and find what is still there."""
    vault = at_work.crew.vault
    kept = [*vault.films.frames(film_id), *vault.films.takes(film_id), *vault.films.speeches(film_id)]
    assets = [*(noun.asset for noun in kept), *vault.films.media(film_id).values()]
    return not all(vault.media.has(asset) for asset in assets)


@stage("film")
async def film(film_id: str, run: int, until: str) -> str:
    """All stages of a film, up to the first gate that is not passed; that gate, or nothing when all is made.

    What can run side by side does: the order of starting and waiting is always the same. The workflow that continues
    after a gate goes the same way and finds every stage of this run under its id, made.
    """
    if not await is_supplied(film_id):
        gate = await _write(film_id, run, until)
        if gate:
            return gate
    if until in (Until.FRAMES, Until.FILM):
        await point_out(film_id)
    if until == Until.FRAMES:
        await _run(film_id, run, "frames", shoot_shot.frames, await shot_ids(film_id))
        await _run(film_id, run, "sheet", assemble_cut.sheet)
    elif until == Until.FILM:
        return await _shoot(film_id, run)
    return ""


@stage("storyboard")
async def board(film_id: str, run: int, until: str) -> str:
    """A story in panels: broken down, and unless that is all that was asked for, drawn and laid out in a grid."""
    await _run(film_id, run, "shots", make_board.breakdown)
    if until != Until.SHOTS:
        await _run(film_id, run, "frames", make_board.panels, await shot_ids(film_id))
        await _run(film_id, run, "sheet", make_board.grid)
    return ""


async def _write(film_id: str, run: int, until: str) -> str:
    """The writing, up to its gate if that is not passed."""
    # A film keeps its brief for ever, so what kind it is needs no recorded step.
    if production(film_id).film(film_id).brief.kind is FilmKind.SCENARIO:
        await _run(film_id, run, "scenario", write_scenario.scenario)
        waits = until not in (Until.STORY, Until.SHOTS) and await wait_at(film_id, GateStage.STORY)
        return GateStage.STORY if waits else ""
    await _run(film_id, run, "story", write_film.story)
    if until != Until.STORY:
        if await wait_at(film_id, GateStage.STORY):
            return GateStage.STORY
        await _run(film_id, run, "shots", write_film.shots)
    return ""


async def _shoot(film_id: str, run: int) -> str:
    """Pictures and sound. Frames do not wait for the voice; takes do, since it settles every length, and each waits for
    the frames of its own shot alone.
    """
    ids = await shot_ids(film_id)
    voice = await _start(film_id, run, "voice", record_voice.voice)
    frames = await _start(film_id, run, "frames", shoot_shot.frames, ids)
    try:
        await _end(film_id, "voice", voice)
    except ReelwrightError:
        await all_ended([frames])
        raise
    if await is_to_wait(film_id, GateStage.FRAMES):
        await _end(film_id, "frames", frames)
        await _run(film_id, run, "sheet", assemble_cut.sheet)
        await open_gate(film_id, GateStage.FRAMES)
        return GateStage.FRAMES
    takes = await _start(film_id, run, "takes", shoot_shot.takes, ids)
    score = await _start(film_id, run, "score", assemble_cut.score)
    await all_ended([frames, takes, score])
    for name in ("frames", "takes", "score"):
        await say_done(film_id, name)
    if await wait_at(film_id, GateStage.TAKES):
        return GateStage.TAKES
    await _run(film_id, run, "cut", assemble_cut.cut)
    return ""


async def _run(film_id: str, run: int, name: str, work: Stage, *arguments: object) -> None:
    await _end(film_id, name, await _start(film_id, run, name, work, *arguments))


async def _start(film_id: str, run: int, name: str, work: Stage, *arguments: object) -> Running:
    await say_started(film_id, name)
    return await work.start(f"{film_id}.{name}.r{run}", film_id, run, *arguments)


async def _end(film_id: str, name: str, running: Running) -> None:
    await running.result()
    await say_done(film_id, name)


@step("is supplied")
async def is_supplied(film_id: str) -> bool:
    """Whether a person supplied the shots."""
    return production(film_id).film(film_id).supplied_shots


@step("shot ids")
async def shot_ids(film_id: str) -> list[str]:
    """The stable ids of the shots, in order."""
    return [shot.id for shot in production(film_id).shots(film_id)]


@step("say started")
async def say_started(film_id: str, name: str) -> None:
    """Tells that a stage begins."""
    production(film_id).reporter.stage_started(name)


@step("say done")
async def say_done(film_id: str, name: str) -> None:
    """Tells that a stage is complete."""
    production(film_id).reporter.stage_done(name)
