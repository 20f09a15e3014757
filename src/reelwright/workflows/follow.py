"""Watches a film that another process makes, by its events, to its end."""

import asyncio
import json
import time
from collections.abc import Callable

from reelwright.crew import Vault
from reelwright.errors import Cancelled, ReelwrightError, from_json
from reelwright.film.film import Event, Film, FilmStatus

_LOOK_S = 0.2
_LOOK_FOR_WORKERS_S = 1.0
_ENDED = (FilmStatus.COMPLETED, FilmStatus.WAITING, FilmStatus.FAILED, FilmStatus.CANCELLED)


async def follow_film(
    vault: Vault,
    film_id: str,
    after: int,
    listen: Callable[[Event], None] | None,
    is_worked_for: Callable[[], bool],
) -> Film | None:
    """Tells every event of a film until it ends; None when nobody is left who would make it.

    Args:
        vault: Where it is kept.
        film_id: The film.
        after: The last event that was told already; none is told twice, and none is left out.
        listen: Told every event.
        is_worked_for: Whether anybody is left who makes films.

    Raises:
        Cancelled: If a person stopped it.
        ReelwrightError: What stopped it.
    """
    is_told = False
    last, looked_s, failure = after, time.monotonic(), ReelwrightError("the film was stopped")
    while True:
        film = await asyncio.to_thread(vault.films.film, film_id)
        for event in await asyncio.to_thread(vault.films.events, film_id, last):
            last = event.id
            if event.kind == "failed":
                failure = _failure(event)
            if listen is not None:
                listen(event)
        if film.status in _ENDED and not is_told:
            is_told = True  # its last event follows its last change
        elif film.status in _ENDED:
            if film.status in (FilmStatus.COMPLETED, FilmStatus.WAITING):
                return film
            raise failure if film.status is FilmStatus.FAILED else Cancelled("the film was stopped", film_id=film_id)
        if time.monotonic() - looked_s > _LOOK_FOR_WORKERS_S:
            if not await asyncio.to_thread(is_worked_for):
                return None
            looked_s = time.monotonic()
        await asyncio.sleep(_LOOK_S)


def _failure(event: Event) -> ReelwrightError:
    written = event.body.get("error")
    if isinstance(written, str):
        return from_json(json.loads(written))
    return ReelwrightError(str(event.body.get("message", "the film was stopped")))
