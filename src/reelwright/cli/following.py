"""``follow``: a film's events as they happen, from any process."""

import asyncio
from contextlib import aclosing
from typing import TYPE_CHECKING

from reelwright.cli.progress import Watch
from reelwright.cli.screen import Screen
from reelwright.errors import Cancelled

if TYPE_CHECKING:
    from reelwright.film.film import Event

_ENDS = ("done", "failed", "waiting", "rejected", "cancelled")


def follow_film(screen: Screen, film_id: str, after: int) -> int:
    """Shows every event after a known one until the film ends or waits; the exit code is the film's."""
    if screen.as_json:
        return _exit_code(asyncio.run(_told(screen, film_id, after, None)))
    with Watch(screen) as watch:
        last = asyncio.run(_told(screen, film_id, after, watch))
    screen.film_id = ""  # nothing was being made here that a message should speak of
    return _said(screen, last)


async def _told(screen: Screen, film_id: str, after: int, watch: Watch | None) -> "Event | None":
    """The event with which it ended."""
    from reelwright.studio import Studio

    last: Event | None = None
    async with aclosing(Studio().follow(film_id, after=after)) as events:
        async for event in events:
            last = event if event.kind in _ENDS else last  # a piece may be finished after its film was cancelled
            if watch is None:
                screen.line(event.model_dump(mode="json"))
            else:
                watch(event)
    return last or await _latest(film_id)


async def _latest(film_id: str) -> "Event | None":
    """The event with which the film ended, when all were known already."""
    from reelwright.studio import Studio

    last: Event | None = None
    async with aclosing(Studio().follow(film_id)) as events:
        async for event in events:
            last = event if event.kind in _ENDS else last
    return last


def _exit_code(last: "Event | None") -> int:
    from reelwright.workflows.following import failure_in

    if last is None:
        return 0
    failure = failure_in(last)
    if failure is not None:
        return failure.exit_code
    return Cancelled.exit_code if last.kind == "cancelled" else 0


def _said(screen: Screen, last: "Event | None") -> int:
    """What a person reads at the end."""
    from reelwright.workflows.following import failure_in

    if last is None:
        screen.say("Nothing has happened to this film.")
        return 0
    failure = failure_in(last)
    if failure is not None:
        return screen.error(failure)
    if last.kind == "cancelled":
        return screen.cancelled(
            Cancelled(
                f"{last.body.get('by')} cancelled the film",
                hint=f"What was made is kept: `reelwright resume {last.film_id}` goes on from there.",
            )
        )
    if last.kind in ("waiting", "rejected"):
        screen.say(f"The film waits for you after its {last.body['stage']}: `reelwright approve {last.film_id}`,")
        screen.say(f"or `reelwright reject {last.film_id} --note TEXT`.")
    else:
        screen.say(f"Done: {last.body.get('title')}  ({last.film_id})")
    return 0
