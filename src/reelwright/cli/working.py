"""``worker``: makes films until it is stopped, and says what it does on standard error."""

import asyncio
from datetime import datetime
from typing import TYPE_CHECKING

from reelwright.cli.screen import Screen

if TYPE_CHECKING:
    from reelwright.film.film import Event

_TOLD = ("stage_started", "warning", "taken_over", "failed", "done", "cancelled")


def run_worker(screen: Screen, films_at_once: int | None) -> None:
    """Makes films until SIGTERM or Ctrl-C."""
    from reelwright.settings import load_settings
    from reelwright.workflows.worker import work

    settings = load_settings(**({} if films_at_once is None else {"films_at_once": films_at_once}))

    def say(text: str) -> None:
        screen.note(f"{datetime.now():%H:%M:%S}  {text}")

    def told(event: "Event") -> None:
        if event.kind in _TOLD:
            body = event.body
            say(f"{event.film_id}  {event.kind.replace('_', ' ')}  {body.get('title') or body.get('message') or ''}")

    asyncio.run(work(settings, told, say))
