"""Who is at work: a lease for each process that makes films, and which of them makes which film."""

import json
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, delete, exists, select, update

from reelwright.errors import Conflict, NotFound
from reelwright.film.film import Film, FilmStatus, Until
from reelwright.store import schema
from reelwright.store.database import Database, insert_once, now
from reelwright.store.films import locked_film, put_film

MOST_CRASHES = 3
"""A run of a film under which so many processes died in a row, without its getting any further, is stopped."""
MOST_DEATHS = 10
"""A run of a film under which so many processes died in all is stopped too."""
_LOOKED_AT = 20
"""How many waiting films are looked at at once; the others are behind them."""
_STUDIO = "studio-"
"""How the name of a process begins that makes whatever film waits; others make one film alone."""


@dataclass(frozen=True)
class Worker:
    """A process that makes films."""

    id: str
    name: str
    """For people: its machine and its process id."""
    started_at: datetime
    beat_at: datetime

    @property
    def takes_any(self) -> bool:
        """Whether it makes whatever film waits, and not one alone."""
        return self.id.startswith(_STUDIO)


@dataclass(frozen=True)
class Waiting:
    """A film that nobody makes, and should be made."""

    film_id: str
    was_begun: bool
    """Whether a process that is gone has begun it; otherwise it waits for its turn."""
    crashes: int
    """How many processes died under its present run, the last one among them, since it last got any further."""

    @property
    def is_suspect(self) -> bool:
        """Whether it may be the film that kills the processes; it is then made by one that has nothing else to lose."""
        return self.crashes > 1


@dataclass(frozen=True)
class Claimed:
    """A film that is ours to make now."""

    film: Film
    died: str
    """The process that made it before and is gone, or nothing."""
    crashes: int
    """See ``Waiting.crashes``."""
    deaths: int
    """How many processes died under its present run in all."""

    @property
    def is_deadly(self) -> bool:
        """Whether it is better to stop it."""
        return self.crashes >= MOST_CRASHES or self.deaths >= MOST_DEATHS


def worker_id(host: str, unique: str, *, takes_any: bool) -> str:
    """The name of a process among the workers."""
    return f"{_STUDIO if takes_any else 'film-'}{host}-{unique}"


class LeaseStore:
    """Leases and claims, as one process sees them. Every method is one transaction.

    Args:
        database: Where they are kept.
        own_id: This process.
        lease_s: A process that has not renewed its lease for so long is taken to be dead. None where a file's lock
            keeps all others out: then nobody else is alive, and there are no leases.
    """

    def __init__(self, database: Database, own_id: str, lease_s: float | None) -> None:
        self.database, self.own_id, self._lease_s = database, own_id, lease_s

    def begin(self, name: str) -> None:
        """This process is at work from now on."""
        with self.database.write() as connection:
            at = now(connection)
            row = {"executor_id": self.own_id, "name": name, "started_at": at, "beat_at": at}
            connection.execute(schema.workers.insert().values(row))

    def beat(self) -> bool:
        """Renews the lease; False when it is gone, and another process may have taken the work."""
        table = schema.workers
        with self.database.write() as connection:
            renewed = update(table).where(table.c.executor_id == self.own_id).values(beat_at=now(connection))
            return connection.execute(renewed).rowcount == 1

    def end(self) -> None:
        """This process works no more."""
        with self.database.write() as connection:
            connection.execute(delete(schema.workers).where(schema.workers.c.executor_id == self.own_id))

    def alive(self) -> tuple[Worker, ...]:
        """The processes whose lease holds, the oldest first."""
        table = schema.workers
        with self.database.read() as connection:
            fresh = select(table).where(table.c.beat_at >= self._oldest_beat(connection)).order_by(table.c.started_at)
            return tuple(
                Worker(row.executor_id, row.name, row.started_at, row.beat_at) for row in connection.execute(fresh)
            )

    def lost(self) -> tuple[Worker, ...]:
        """The processes whose lease has run out and was not ended, the oldest first."""
        table = schema.workers
        with self.database.read() as connection:
            old = select(table).where(table.c.beat_at < self._oldest_beat(connection)).order_by(table.c.started_at)
            return tuple(
                Worker(row.executor_id, row.name, row.started_at, row.beat_at) for row in connection.execute(old)
            )

    def is_alive(self, owner: str) -> bool:
        """Whether a process may still be at work."""
        with self.database.read() as connection:
            return self._holds(connection, owner)

    def sweep(self) -> tuple[str, ...]:
        """Ends the leases that have run out, but never our own; whose they were."""
        if self._lease_s is None:
            return ()
        table = schema.workers
        with self.database.write() as connection:
            old = (table.c.beat_at < self._oldest_beat(connection), table.c.executor_id != self.own_id)
            return tuple(connection.execute(delete(table).where(*old).returning(table.c.executor_id)).scalars())

    def waiting(self) -> tuple[Waiting, ...]:
        """Films that nobody makes and should be made, the oldest first: queued ones, and those whose maker is gone."""
        films, order = schema.films, (schema.films.c.created_at, schema.films.c.id)
        queued = select(films.c.document).where(films.c.status == FilmStatus.QUEUED.value).order_by(*order)
        begun = select(films.c.document).where(films.c.status == FilmStatus.PROCESSING.value).order_by(*order)
        with self.database.read() as connection:
            documents = [*connection.execute(begun).scalars(), *connection.execute(queued.limit(_LOOKED_AT)).scalars()]
            read = [Film.model_validate_json(document) for document in documents]
            left = [
                film for film in read if film.status is FilmStatus.QUEUED or not self._holds(connection, film.worker)
            ]
            left.sort(key=lambda film: (film.created_at, film.id))
            return tuple(_waiting(connection, film) for film in left)

    def queue(self, film_id: str, until: Until) -> Film:
        """Leaves a film to whoever takes films; one that such a process makes already is left to it.

        Raises:
            Conflict: If a process makes it that makes no other, or it is made less far just now.
        """
        with self.database.write() as connection:
            film = locked_film(connection, film_id)
            if film.status is FilmStatus.PROCESSING and self._holds(connection, film.worker):
                if not film.worker.startswith(_STUDIO) or film.until is not until:
                    raise self._busy(connection, film)
                return film
            return self._put(connection, film, until, FilmStatus.QUEUED, "")

    def claim(self, film_id: str, until: Until) -> Film:
        """Makes a film ours because a person asks for it.

        Raises:
            NotFound: If there is no such film.
            Conflict: If another process makes it; names it.
        """
        with self.database.write() as connection:
            film = locked_film(connection, film_id)
            if film.status is FilmStatus.PROCESSING and film.worker != self.own_id:
                if self._holds(connection, film.worker):
                    raise self._busy(connection, film)
                self._bury(connection, film.worker)
            return self._put(connection, film, until, FilmStatus.PROCESSING, self.own_id)

    def take(self, film_id: str) -> Claimed | None:
        """Makes a film ours that nobody makes; None if another process was faster, or a person has stopped it."""
        with self.database.write() as connection:
            try:
                film = locked_film(connection, film_id)
            except NotFound:
                return None
            if film.status not in (FilmStatus.QUEUED, FilmStatus.PROCESSING):
                return None
            died = film.worker if film.status is FilmStatus.PROCESSING else ""
            if film.status is FilmStatus.PROCESSING and self._holds(connection, film.worker):
                return None
            self._bury(connection, died)
            crashes = _crashes(connection, film) + bool(died)
            deaths = _count_death(connection, film) if died else _deaths(connection, film)
            ours = self._put(connection, film, film.until, FilmStatus.PROCESSING, self.own_id)
            return Claimed(ours, died, crashes, deaths)

    def give_back(self, film_id: str, status: FilmStatus) -> None:
        """Leaves a film of ours, whole as it is, to another process (queued) or to a person (processing)."""
        with self.database.write() as connection:
            try:
                film = locked_film(connection, film_id)
            except NotFound:
                return
            if film.worker == self.own_id and film.status is FilmStatus.PROCESSING:
                put_film(connection, film.model_copy(update={"status": status, "worker": ""}))

    @contextmanager
    def holding(self, film_id: str) -> Generator[Connection]:
        """A transaction in which the film is ours for certain.

        Raises:
            Conflict: If it is another process's by now.
        """
        with self.database.write() as connection:
            film = locked_film(connection, film_id)
            if film.worker != self.own_id:
                raise Conflict(f"the film {film_id} is made by another process by now")
            yield connection

    def _put(self, connection: Connection, film: Film, until: Until, status: FilmStatus, worker: str) -> Film:
        """A film that failed, or goes another way than before, starts its next run."""
        starts_anew = film.status in (FilmStatus.FAILED, FilmStatus.CANCELLED) or film.until is not until
        changes = {"status": status, "until": until, "worker": worker, "run": film.run + starts_anew}
        film = film.model_copy(update=changes | {"finished_at": None})
        put_film(connection, film)
        return film

    def _oldest_beat(self, connection: Connection) -> datetime:
        if self._lease_s is None:
            return datetime.max.replace(tzinfo=UTC)
        return now(connection) - timedelta(seconds=self._lease_s)

    def _holds(self, connection: Connection, owner: str) -> bool:
        if owner == self.own_id:
            return True
        table = schema.workers
        fresh = exists().where(table.c.executor_id == owner, table.c.beat_at >= self._oldest_beat(connection))
        return bool(connection.execute(select(fresh)).scalar())

    def _bury(self, connection: Connection, owner: str) -> None:
        """Ends the lease of a process that is taken to be dead, so that it ends itself if it is not."""
        connection.execute(delete(schema.workers).where(schema.workers.c.executor_id == owner))

    def _busy(self, connection: Connection, film: Film) -> Conflict:
        table = schema.workers
        name = connection.execute(select(table.c.name).where(table.c.executor_id == film.worker)).scalar()
        return Conflict(
            f"the film {film.id}, {film.title!r}, is being made by {name or film.worker}",
            hint=f"Wait for it to end; `reelwright show {film.id}` tells how it stands.",
        )


def _waiting(connection: Connection, film: Film) -> Waiting:
    was_begun = film.status is FilmStatus.PROCESSING
    return Waiting(film.id, was_begun, _crashes(connection, film) + (was_begun and bool(film.worker)))


def _run_of(film: Film) -> str:
    return f"{film.id}.film.r{film.run}"


def _crashes(connection: Connection, film: Film) -> int:
    """How many deaths the run has been taken over from since it last told a piece of work that is new."""
    if not _deaths(connection, film):
        return 0
    table = schema.events
    told = select(table.c.kind, table.c.body).where(
        table.c.film_id == film.id, table.c.kind.in_(("progress", "taken_over"))
    )
    done: set[tuple[object, object]] = set()
    crashes = 0
    for kind, written in connection.execute(told.order_by(table.c.id)):
        body: dict[str, object] = json.loads(written)
        piece = (body.get("stage"), body.get("what"))
        if body.get("run") != film.run:
            continue
        if kind == "taken_over":
            crashes += 1
        elif piece not in done:
            done.add(piece)
            crashes = 0
    return crashes


def _deaths(connection: Connection, film: Film) -> int:
    table = schema.takeovers
    return connection.execute(select(table.c.count).where(table.c.workflow_id == _run_of(film))).scalar() or 0


def _count_death(connection: Connection, film: Film) -> int:
    table, at = schema.takeovers, now(connection)
    if not insert_once(connection, table, {"workflow_id": _run_of(film), "count": 1, "last_at": at}):
        more = update(table).where(table.c.workflow_id == _run_of(film)).values(count=table.c.count + 1, last_at=at)
        connection.execute(more)
    return _deaths(connection, film)
