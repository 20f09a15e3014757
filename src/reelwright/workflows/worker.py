"""A process that makes whatever film waits: beside others like it on PostgreSQL, alone on SQLite."""

import asyncio
import os
import signal
from collections.abc import Callable
from contextlib import ExitStack, suppress

from reelwright.errors import Conflict, NotFound, ReelwrightError, StorageError
from reelwright.film.film import Event, Film, FilmStatus
from reelwright.settings import Settings
from reelwright.store.leases import Claimed
from reelwright.workflows.engine import Engine, stop_film, stop_stages
from reelwright.workflows.house import House
from reelwright.workflows.lease import Lease
from reelwright.workflows.lock import studio_lock
from reelwright.workflows.make_film import end_film, make_film
from reelwright.workflows.pruning import prune_for_ever
from reelwright.workflows.scratch import clear_scratch
from reelwright.workflows.supervisor import Supervisor

_LOOKS = 6
"""Looks in the time of a lease."""
_LONGEST_LOOK_S = 1.0


async def work(settings: Settings, listen: Callable[[Event], None], say: Callable[[str], None]) -> None:
    """Makes films until somebody stops the process.

    Args:
        settings: Where films wait, and how many are made at once.
        listen: Told every event of every film that is made here.
        say: Told in words what the worker does.

    Raises:
        Conflict: If another process is at work in this home.
    """
    stop = _stop_signal()
    with ExitStack() as open_:
        if not settings.is_shared:
            open_.enter_context(studio_lock(settings.home, "the studio", is_studio=True))
        clear_scratch(settings)
        while await _at_work(settings, listen, say, stop):
            pass


async def _at_work(
    settings: Settings, listen: Callable[[Event], None], say: Callable[[str], None], stop: asyncio.Event
) -> bool:
    """Works under one lease until somebody stops it; whether it is to start anew, since the database was away."""
    with ExitStack() as open_:
        lease = open_.enter_context(Lease(settings, takes_any=True))
        house = open_.enter_context(House(settings, lease, listen))
        worker = Worker(house, lease, say)
        open_.callback(worker.give_back)
        try:
            open_.enter_context(Engine(house))
        except Exception:
            lease.must_hold()
            raise
        say(f"{lease.name}: ready for films, {settings.films_at_once} at once")
        pruning = asyncio.create_task(prune_for_ever(house.vault.database, settings))
        starts_anew = await worker.run(stop)
        pruning.cancel()
    if not starts_anew:
        say(f"{lease.name}: stopped; nothing is lost")
    return starts_anew


class Worker:
    """One worker.

    Args:
        house: Where it works.
        lease: Its right to work.
        say: Told in words what it does.
    """

    def __init__(self, house: House, lease: Lease, say: Callable[[str], None]) -> None:
        self._house, self._lease, self._say = house, lease, say
        settings = house.settings
        self._supervisor = Supervisor(house.leases, settings.films_at_once)
        self._look_s = min(settings.lease_s / _LOOKS, _LONGEST_LOOK_S)
        self._grace_s = settings.stop_grace_s
        self._films: dict[str, asyncio.Task[None]] = {}
        self._alone = ""
        """The film that may be the one that kills processes; nothing else is begun beside it."""
        self._unended: set[str] = set()
        """Films that stopped and could not be marked so, since the database was away."""
        self._is_well, self._starts_anew = True, False

    async def run(self, stop: asyncio.Event) -> bool:
        """Takes films and makes them until it is told to stop, then ends them where they stand; whether it should start
        anew instead, since the database was away while it made films.
        """
        while not (stop.is_set() or self._starts_anew):
            try:
                await self._look()
                self._tell_health("")
            except (StorageError, Conflict) as problem:  # away, or held by a process that stands still
                self._tell_health(problem.message)
            with suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), self._look_s)
        for task in self._films.values():
            task.cancel()
        await stop_stages(self._grace_s)
        return self._starts_anew and not stop.is_set()

    def give_back(self) -> None:
        """Leaves the films it has not finished to others, who continue at once."""
        for film_id in (*self._films, *self._unended):
            with suppress(ReelwrightError):  # then they find out by themselves when the lease is gone
                self._house.leases.give_back(film_id, FilmStatus.QUEUED)

    async def _look(self) -> None:
        for film_id in tuple(self._unended):
            if await self._is_left_behind(film_id):
                self._starts_anew = True
                return
            self._unended.discard(film_id)
        if self._alone:
            return
        for claimed in await asyncio.to_thread(self._supervisor.look, len(self._films)):
            film_id = claimed.film.id
            self._alone = film_id if claimed.crashes > 1 else ""
            self._films[film_id] = asyncio.create_task(self._make(claimed))

    async def _is_left_behind(self, film_id: str) -> bool:
        """Whether a film that stopped is still ours by its row. Its workflows may have ended unseen with the
        connection, so it goes on under another lease, as if this process had died.
        """
        try:
            film = await asyncio.to_thread(self._house.vault.films.film, film_id)
        except NotFound:
            return False
        return film.status is FilmStatus.PROCESSING and film.worker == self._house.owner

    def _tell_health(self, problem: str) -> None:
        """Says once that the database is away, and once that it is back."""
        if bool(problem) == self._is_well:
            self._say(f"{self._lease.name}: {problem or 'the database is back'}")
        self._is_well = not problem

    async def _make(self, claimed: Claimed) -> None:
        film = claimed.film
        try:
            if claimed.died:
                self._tell_takeover(film, claimed)
            if claimed.is_deadly:
                await stop_film(film.id)
                end_film(film.id, _deadly(film, claimed.deaths))
            else:
                await make_film(film.id)
        except Conflict as problem:
            self._say(f"{film.id}: {problem.message}")
        except ReelwrightError:
            self._unended.add(
                film.id
            )  # most often it is on the film's record by now, and was told; the next look tells
        except Exception as problem:  # noqa: BLE001 - whatever it was, the other films go on
            self._unended.add(film.id)
            with suppress(ReelwrightError):
                end_film(film.id, ReelwrightError.wrap(problem))
        self._house.leave(film.id)
        self._films.pop(film.id)
        self._alone = "" if self._alone == film.id else self._alone

    def _tell_takeover(self, film: Film, claimed: Claimed) -> None:
        message = f"the process that made this film is gone ({claimed.died}); {self._lease.name} goes on"
        self._house.tell(film, "taken_over", message=message, crashes=claimed.crashes)


def _deadly(film: Film, deaths: int) -> ReelwrightError:
    return ReelwrightError(
        f"{deaths} workers died while they made this film; it is stopped",
        hint=f"Look for what ended them (memory, most often), then `reelwright resume {film.id}` tries again.",
        film_id=film.id,
    )


def _stop_signal() -> asyncio.Event:
    """Set when somebody asks the process to stop; asked a second time it ends at once."""
    stop, loop = asyncio.Event(), asyncio.get_running_loop()

    def asked(number: int) -> None:
        if stop.is_set():
            os._exit(128 + number)
        stop.set()

    for number in (signal.SIGTERM, signal.SIGINT):
        with suppress(NotImplementedError):  # Windows: Ctrl-C ends it there, and the lease runs out
            loop.add_signal_handler(number, asked, number)
    return stop
