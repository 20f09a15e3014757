"""The order of a film: which stage follows which, under ids that a later start finds again."""

import asyncio
from collections.abc import Callable, Coroutine
from contextlib import suppress
from datetime import UTC, datetime
from itertools import count
from typing import Any

from reelwright.errors import ReelwrightError
from reelwright.film.film import Film, FilmStatus, Until
from reelwright.workflows import assemble_cut, record_voice, shoot_shot, write_film
from reelwright.workflows.engine import Stage, failed_runs, leave_runs_before
from reelwright.workflows.point_out import point_out
from reelwright.workflows.production import Production

STAGES: dict[Until, tuple[str, ...]] = {
    Until.STORY: ("story",),
    Until.SHOTS: ("story", "shots"),
    Until.FRAMES: ("story", "shots", "frames", "sheet"),
    Until.FILM: ("story", "shots", "voice", "frames", "takes", "score", "cut"),
}


async def make_film(production: Production, film_id: str, until: Until, hand_over: Callable[[Film], None]) -> Film:
    """Makes a film as far as asked, continuing wherever it stands, and hands it over; only then is it complete.

    Args:
        production: What it is made with.
        film_id: The film.
        until: How far.
        hand_over: Takes the film when all is made.

    Raises:
        ReelwrightError: What stopped it; the film is then marked failed and keeps all that was made.
    """
    film = await _begin(production, film_id, until)
    production.reporter.plan(STAGES[until])
    try:
        await _write(production, film, until)
        if until in (Until.FRAMES, Until.FILM):
            await _shoot(production, film, until)
        hand_over(production.film(film_id))
    except ReelwrightError as problem:
        with suppress(ReelwrightError):  # on a full disk this may fail too; what stopped the film is said
            _mark(production, film_id, FilmStatus.FAILED)
            production.reporter.event("failed", message=problem.message)
        raise
    film = _mark(production, film_id, FilmStatus.COMPLETED)
    production.reporter.event("done", title=film.title)
    return film


async def _begin(production: Production, film_id: str, until: Until) -> Film:
    """The film marked as processing, on a run that can still be continued."""
    film = production.film(film_id)
    starts_anew = film.status in (FilmStatus.FAILED, FilmStatus.CANCELLED) or _has_lost_media(production, film_id)
    failed = await failed_runs(film_id)
    run = next(number for number in count(film.run + starts_anew) if number not in failed)
    await leave_runs_before(film_id, run)
    return production.change(film_id, status=FilmStatus.PROCESSING, until=until, run=run)


def _mark(production: Production, film_id: str, status: FilmStatus) -> Film:
    return production.change(film_id, status=status, finished_at=datetime.now(UTC))


def _has_lost_media(production: Production, film_id: str) -> bool:
    """Whether a file that a recorded step made is gone: the steps must then run again, and find what is still there."""
    vault = production.crew.vault
    kept = [*vault.films.frames(film_id), *vault.films.takes(film_id), *vault.films.speeches(film_id)]
    assets = [*(noun.asset for noun in kept), *vault.films.media(film_id).values()]
    return not all(vault.media.has(asset) for asset in assets)


async def _write(production: Production, film: Film, until: Until) -> None:
    """Story and shots, unless a person supplied them; what they ask for and will not be seen is told."""
    if not film.supplied_shots:
        await _run(production, film, "story", write_film.story)
        if until is Until.STORY:
            return
        await _run(production, film, "shots", write_film.shots)
    await point_out(production, film.id)


async def _shoot(production: Production, film: Film, until: Until) -> None:
    """Pictures and sound. The frames do not wait for the voice, the takes do: it settles every length."""
    shot_ids = [shot.id for shot in production.shots(film.id)]
    if until is Until.FRAMES:
        await _run(production, film, "frames", shoot_shot.frames, shot_ids)
        await _run(production, film, "sheet", assemble_cut.sheet)
        return
    await _side_by_side(
        _run(production, film, "voice", record_voice.voice),
        _run(production, film, "frames", shoot_shot.frames, shot_ids),
    )
    await _side_by_side(
        _run(production, film, "takes", shoot_shot.takes, shot_ids),
        _run(production, film, "score", assemble_cut.score),
    )
    await _run(production, film, "cut", assemble_cut.cut)


async def _side_by_side(*stages: Coroutine[Any, Any, None]) -> None:
    """Runs stages together; all end before the first failure is raised, so that no finished work is dropped."""
    outcomes = await asyncio.gather(*stages, return_exceptions=True)
    for outcome in outcomes:
        if isinstance(outcome, BaseException):
            raise outcome


async def _run(production: Production, film: Film, name: str, stage: Stage, *arguments: object) -> None:
    production.reporter.stage_started(name)
    running = await stage.start(f"{film.id}.{name}.r{film.run}", film.id, film.run, *arguments)
    await running.result()
    production.reporter.stage_done(name)
