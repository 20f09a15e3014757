"""A film that a person cancels while it is made: whoever makes it notices, and stops in order."""

import asyncio

from reelwright.film.film import FilmStatus
from reelwright.store.films import cancelled_film
from reelwright.workflows.engine import Running, house, stop_stages

_LOOK_S = 0.5
_GRACE_S = 10.0
"""How long what runs already may come to its end: calls are stopped at their providers, replies written down."""


async def until_cancelled(film_id: str, running: Running) -> str:
    """What a film's workflow ends with.

    Raises:
        Cancelled: If a person cancels the film; what ended meanwhile is kept.
        ReelwrightError: What the film failed with.
    """
    films, ledger = house().vault.films, house().ledger
    ledger.stop(film_id, stops=False)
    ended = asyncio.ensure_future(running.result())
    try:
        while not (await asyncio.wait([ended], timeout=_LOOK_S))[0]:
            film = await asyncio.to_thread(films.film, film_id)
            if film.status is FilmStatus.CANCELLED:
                ledger.stop(film_id)
                await asyncio.wait([ended], timeout=_GRACE_S)
                await stop_stages(_GRACE_S, film_id)
                raise cancelled_film(film_id)
        return ended.result() or ""
    finally:
        ended.cancel()
        if ended.done() and not ended.cancelled():
            ended.exception()
