"""The events of a film as they happen, read by any process from the table they are kept in."""

import asyncio
import json
from collections.abc import AsyncGenerator

from reelwright.errors import ErrorJson, ReelwrightError, from_json
from reelwright.film.film import Event, FilmStatus
from reelwright.settings import Settings
from reelwright.store.database import open_database
from reelwright.store.films import SqlFilmStore

_LOOK_S = 0.2
_AT_REST = (FilmStatus.COMPLETED, FilmStatus.WAITING, FilmStatus.FAILED, FilmStatus.CANCELLED)


async def follow_events(settings: Settings, film_id: str, after: int = 0) -> AsyncGenerator[Event]:
    """Every event of a film with an id above ``after``, in order, until the film ends or waits for a person.

    It reads alone, over a connection of its own that can change nothing.

    Raises:
        NotFound: If there is no such film.
    """
    with open_database(settings.database, read_only=True) as database:
        films = SqlFilmStore(database)
        film_id = (await asyncio.to_thread(films.film, film_id)).id
        while True:
            # The status first: it is changed together with the last event, which is then among those read after it.
            status = (await asyncio.to_thread(films.film, film_id)).status
            for event in await asyncio.to_thread(films.events, film_id, after):
                after = event.id
                yield event
            if status in _AT_REST:
                return
            await asyncio.sleep(_LOOK_S)


def failure_in(event: Event) -> ReelwrightError | None:
    """The error of a ``failed`` event, with its type; None for any other."""
    if event.kind != "failed":
        return None
    written = event.body.get("error")
    if isinstance(written, str):
        error: ErrorJson = json.loads(written)
        return from_json(error)
    return ReelwrightError(str(event.body.get("message", "the film was stopped")))
