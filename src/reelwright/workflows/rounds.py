"""The doctor's look at work: who holds the home, whose lease ran out, and which films and calls nobody goes on with."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from reelwright.errors import NotFound
from reelwright.film.call import Call, CallState
from reelwright.film.film import Film, FilmStatus
from reelwright.film.money import dollars
from reelwright.film.report import Check
from reelwright.settings import Settings
from reelwright.store.calls import CallStore
from reelwright.store.database import Database, open_database
from reelwright.store.films import SqlFilmStore
from reelwright.store.leases import LeaseStore
from reelwright.store.turns import TurnStore
from reelwright.workflows.lock import Holder, holder_of

LONG_WAIT = timedelta(days=3)
"""A film that waits for a person for longer may have been forgotten."""
_NAMED = 3
"""So many are named; the others are counted."""


def examine_work(settings: Settings) -> tuple[Check, ...]:
    """One finding for each kind of work; nothing is changed, and nothing is found where no film was ever made.

    Raises:
        StorageError: If the database cannot be read.
    """
    try:
        database = open_database(settings.database, read_only=True)
    except NotFound:
        return ()
    with database:
        rounds = _Rounds(settings, database)
        parts: tuple[Callable[[], Check], ...] = (rounds.at_work, rounds.unfinished, rounds.waiting, rounds.paid_calls)
        return tuple(part() for part in parts)


@dataclass
class _Rounds:
    """One look at everything."""

    settings: Settings
    database: Database

    def __post_init__(self) -> None:
        self._leases = LeaseStore(self.database, "", self.settings.lease_s if self.settings.is_shared else None)
        self._alive = self._leases.alive()
        self._holder = None if self.settings.is_shared else holder_of(self.settings.home)
        self._films = SqlFilmStore(self.database)

    def at_work(self) -> Check:
        """Who makes films."""
        if not self.settings.is_shared:
            return _of_lock(self._holder)
        lost = self._leases.lost()
        names = ", ".join(worker.name for worker in self._alive) or "nobody is at work"
        if not lost:
            return Check(name="workers", state="passed", message=names)
        return Check(
            name="workers",
            state="degraded",
            message=f"{names}; not heard of any more: {_named([worker.name for worker in lost])}",
            hint="Other workers go on with their films: start one with `reelwright worker`. Without any,"
            " `reelwright clean` ends the leases and `reelwright resume` goes on.",
        )

    def unfinished(self) -> Check:
        """Films that should be made, and are not."""
        begun = [film for film in self._films.films(FilmStatus.PROCESSING, limit=1000) if not self._is_made(film)]
        queued = self._films.films(FilmStatus.QUEUED, limit=1000)
        lonely = list(queued) if not self._takes_any() else []
        if not begun and not lonely:
            return Check(name="films", state="passed", message="none is stuck" + _number(queued, "queued"))
        said = [f"left by a process that is gone: {_named([film.id for film in begun])}"] if begun else []
        said += [f"queued, and nobody makes queued films: {_named([film.id for film in lonely])}"] if lonely else []
        first = [*begun, *lonely][0].id
        return Check(
            name="films",
            state="degraded",
            message="; ".join(said),
            hint=f"`reelwright resume {first}` goes on with one, `reelwright worker` with all.",
        )

    def waiting(self) -> Check:
        """Films that wait for a person."""
        turns, films = TurnStore(self.database), self._films.films(FilmStatus.WAITING, limit=1000)
        since = datetime.now(UTC) - LONG_WAIT
        opened = {film.id: gate for film in films for gate in turns.gates(film.id) if gate.decision is None}
        long = [film_id for film_id, gate in opened.items() if gate.opened_at < since]
        if not long:
            return Check(name="gates", state="passed", message="none has waited long" + _number(films, "waiting"))
        return Check(
            name="gates",
            state="degraded",
            message=f"waiting for you for {LONG_WAIT.days} days or longer: {_named(long)}",
            hint=f"`reelwright approve {long[0]}` lets it go on, `reelwright cancel {long[0]}` gives it up.",
        )

    def paid_calls(self) -> Check:
        """Calls in doubt, and calls that were sent and that nobody waits for."""
        calls = CallStore(self.database).open_calls()
        doubted = [call for call in calls if call.state is CallState.UNKNOWN]
        left = [call for call in calls if call.state is not CallState.UNKNOWN and not self._is_awaited(call)]
        if doubted:
            keys = [call.key[:12] for call in doubted]
            said = f"in doubt, with {_money(doubted)} set aside: {_named(keys)}"
            hint = (
                f"Look at the provider's page, then `reelwright calls settle {keys[0]}` with --not-charged, --charged"
            )
            hint += " or --remote-id ID."
        elif left:
            said = f"begun at providers, and nobody waits for them: {len(left)} for {_money(left)}"
            film_id = left[0].film_id or "FILM_ID"
            hint = f"`reelwright resume {film_id}` fetches what was paid; providers keep results for some hours only."
        else:
            return Check(name="calls", state="passed", message="none in doubt" + _number(calls, "under way"))
        return Check(name="calls", state="degraded", message=said, hint=hint)

    def _is_made(self, film: Film) -> bool:
        """Whether the process that makes a film is alive."""
        if self.settings.is_shared:
            return any(worker.id == film.worker for worker in self._alive)
        holder = self._holder
        return bool(holder and holder.is_alive and (holder.is_studio or film.id in holder.what))

    def _takes_any(self) -> bool:
        """Whether somebody makes whatever film is queued."""
        if self.settings.is_shared:
            return any(worker.takes_any for worker in self._alive)
        return bool(self._holder and self._holder.is_alive and self._holder.is_studio)

    def _is_awaited(self, call: Call) -> bool:
        try:
            return bool(call.film_id) and self._is_made(self._films.film(call.film_id or ""))
        except NotFound:
            return False


def _of_lock(holder: Holder | None) -> Check:
    if holder is None:
        return Check(name="lock", state="passed", message="nobody is at work in this home")
    if holder.is_held and holder.is_alive:
        return Check(name="lock", state="passed", message=f"held by process {holder.pid}: {holder.what}")
    if holder.is_held:
        return Check(
            name="lock",
            state="blocked",
            message=f"process {holder.pid} ({holder.what}) is gone, and something that it started still holds the home",
            hint="End the processes that it left behind: they have `reelwright` in their command line.",
        )
    return Check(
        name="lock",
        state="degraded",
        message=f"stale: process {holder.pid} ({holder.what}) died at work; the home is free again",
        hint="`reelwright resume` goes on with its film, and the mark is gone.",
    )


def _named(names: Sequence[str]) -> str:
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more


def _number(things: Sequence[object], how: str) -> str:
    return f"; {len(things)} {how}" if things else ""


def _money(calls: Sequence[Call]) -> str:
    return dollars(sum((call.estimate_usd or Decimal(0) for call in calls), Decimal(0)))
