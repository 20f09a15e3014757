"""The order of a film as a workflow: which stage follows which, under ids that a later start finds again."""

import json
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from itertools import count

from reelwright.errors import ReelwrightError
from reelwright.film.film import Film, FilmStatus, Until
from reelwright.workflows import assemble_cut, record_voice, shoot_shot, write_film
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
from reelwright.workflows.point_out import point_out
from reelwright.workflows.production import Production


async def make_film(film_id: str, hand_over: Callable[[Film], None] = lambda film: None) -> Film:
    """Makes a film that this process has claimed, wherever it stands, and hands it over; only then is it complete.

    Args:
        film_id: The film.
        hand_over: Takes the film when all is made.

    Raises:
        Conflict: If another process makes it by now.
        ReelwrightError: What stopped it; the film is then marked failed and keeps all that was made.
    """
    films = house().vault.films
    try:
        running = await start_film(film_id)
        await running.result()
        hand_over(films.film(film_id))
    except ReelwrightError as problem:
        with suppress(ReelwrightError):  # on a full disk this may fail too; what stopped the film is said
            end_film(film_id, problem)
        raise
    end_film(film_id)
    return films.film(film_id)


async def start_film(film_id: str) -> Running:
    """Starts or continues the film's workflow, on a run that can still be continued."""
    begun = await _begin(production(film_id), film_id)
    adopt(film_id)
    return await film.start(f"{film_id}.film.r{begun.run}", film_id, begun.run, begun.until.value)


def end_film(film_id: str, problem: ReelwrightError | None = None) -> None:
    """Marks the film as complete, or as stopped by a problem, and tells so.

    Raises:
        Conflict: If another process makes it by now.
    """
    at_work = house()
    status = FilmStatus.COMPLETED if problem is None else FilmStatus.FAILED
    ended = at_work.vault.films.change_film(film_id, at_work.owner, status=status, finished_at=datetime.now(UTC))
    if problem is None:
        at_work.tell(ended, "done", title=ended.title)
    else:
        at_work.tell(ended, "failed", message=problem.message, error=json.dumps(problem.to_json()))
    at_work.leave(film_id)


async def _begin(at_work: Production, film_id: str) -> Film:
    """The film on a run that can still be continued."""
    film = at_work.film(film_id)
    failed = await failed_runs(film_id)
    first = film.run + _has_lost_media(at_work, film_id)
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
async def film(film_id: str, run: int, until: str) -> None:
    """All stages of a film. What can run side by side does: the order of starting and waiting is always the same."""
    if not await is_supplied(film_id):
        await _run(film_id, run, "story", write_film.story)
        if until != Until.STORY:
            await _run(film_id, run, "shots", write_film.shots)
    if until in (Until.FRAMES, Until.FILM):
        await point_out(film_id)
    if until == Until.FRAMES:
        await _run(film_id, run, "frames", shoot_shot.frames, await shot_ids(film_id))
        await _run(film_id, run, "sheet", assemble_cut.sheet)
    elif until == Until.FILM:
        await _shoot(film_id, run)


async def _shoot(film_id: str, run: int) -> None:
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
    takes = await _start(film_id, run, "takes", shoot_shot.takes, ids)
    score = await _start(film_id, run, "score", assemble_cut.score)
    await all_ended([frames, takes, score])
    for name in ("frames", "takes", "score"):
        await say_done(film_id, name)
    await _run(film_id, run, "cut", assemble_cut.cut)


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
