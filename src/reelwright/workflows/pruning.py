"""The engine's rows of films that have ended are deleted after some days: the film's own rows and the ledger stay.

Truth is in the ledger, so a pruned film that is asked for again is found there, call by call, at no cost.
"""

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import (
    ColumnClause,
    ColumnElement,
    Connection,
    TableClause,
    column,
    delete,
    func,
    inspect,
    literal_column,
    select,
    table,
)

from reelwright.errors import ReelwrightError
from reelwright.film.film import FilmStatus
from reelwright.settings import Settings
from reelwright.store import schema
from reelwright.store.database import Database
from reelwright.store.leftovers import in_parts

PRUNE_EVERY_S = 3600.0
"""How often a worker prunes."""
_AT_ONCE = 50
"""Films in one transaction: the writer's lock is held for some milliseconds."""
_DOT: ColumnElement[str] = literal_column("'.'")
_ONE: ColumnElement[int] = literal_column("1")
_STATUS = "workflow_status"
_BY_WORKFLOW = ("workflow_input", "workflow_output", "operation_outputs", _STATUS)
"""The engine's tables whose rows belong to a workflow; all others fall with the last one by their foreign keys."""


@dataclass(frozen=True)
class Pruned:
    """What was deleted, or would be."""

    films: int = 0
    rows: int = 0

    def __add__(self, other: "Pruned") -> "Pruned":
        return Pruned(self.films + other.films, self.rows + other.rows)


def prune(database: Database, before: datetime, *, most: int | None = None, dry_run: bool = False) -> Pruned:
    """Deletes the engine's rows of films that were completed, or have been removed, before a moment.

    A film that could still go on (queued, processing, waiting, failed, cancelled) keeps all of its rows.

    Args:
        database: Where the engine's tables lie beside ours.
        before: Films that changed since then keep their rows.
        most: How many films at the most; all of them if None.
        dry_run: Only count.

    Raises:
        Conflict: If the database is busy for too long.
        StorageError: If it cannot be read or written.
    """
    if dry_run:
        with database.read() as connection:
            films = _ended(connection, before, None)
            return Pruned(len(films), _count(connection, films))
    pruned = Pruned()
    while most is None or pruned.films < most:
        left = _AT_ONCE if most is None else min(_AT_ONCE, most - pruned.films)
        with database.write() as connection:
            films = _ended(connection, before, left)
            pruned += Pruned(len(films), _delete(connection, films))
        if len(films) < left:
            break
    return pruned


def prune_a_little(database: Database, settings: Settings) -> None:
    """The share of one run: at most fifty films. Whatever hinders it is told by the work that comes after it."""
    with suppress(ReelwrightError):
        prune(database, datetime.now(UTC) - timedelta(days=settings.engine_days), most=_AT_ONCE)


async def prune_for_ever(database: Database, settings: Settings) -> None:
    """The share of a worker: now, and once an hour."""
    while True:
        await asyncio.to_thread(prune_a_little, database, settings)
        await asyncio.sleep(PRUNE_EVERY_S)


def forget_queues(database: Database, *, dry_run: bool = False) -> int:
    """Deletes the queues of processes that have no lease; where one process works at a time, while none does."""
    with database.write() as connection:
        if not _has_engine(connection):
            return 0
        queues = _table(connection, "queues", "name")
        lost = queues.c.name.not_in(select(schema.workers.c.executor_id))
        if dry_run:
            return connection.execute(select(func.count()).select_from(queues).where(lost)).scalar_one()
        return connection.execute(delete(queues).where(lost)).rowcount


def _table(connection: Connection, name: str, *columns: str) -> TableClause:
    is_postgres = connection.dialect.name == "postgresql"
    named: list[ColumnClause[Any]] = [column(found) for found in columns]
    return table(name, *named, schema="dbos" if is_postgres else None)


def _has_engine(connection: Connection) -> bool:
    """Whether the engine has ever run here."""
    found = inspect(connection)
    return found.has_table(_STATUS, schema="dbos" if connection.dialect.name == "postgresql" else None)


def _film_of(connection: Connection, workflow_id: ColumnElement[Any]) -> ColumnElement[Any]:
    """The film in ``film.stage.r3``."""
    if connection.dialect.name == "postgresql":
        return func.split_part(workflow_id, _DOT, _ONE)
    return func.substr(workflow_id, _ONE, func.instr(workflow_id, _DOT) - _ONE)


def _ended(connection: Connection, before: datetime, most: int | None) -> list[str]:
    """Films with rows to delete: completed ones, which stay locked until the transaction ends, and removed ones."""
    if not _has_engine(connection):
        return []
    status, films = _table(connection, _STATUS, "workflow_uuid", "updated_at"), schema.films
    film_of = _film_of(connection, status.c.workflow_uuid)
    completed = (
        select(films.c.id)
        .where(films.c.status == FilmStatus.COMPLETED.value, films.c.updated_at < before)
        .where(films.c.id.in_(select(film_of)))
        .limit(most)
    )
    removed = (
        select(film_of)
        .where(film_of.not_in(select(films.c.id)))
        .group_by(film_of)
        .having(func.max(status.c.updated_at) < round(before.timestamp() * 1000))
        .limit(most)
    )
    if most is not None:
        completed = completed.with_for_update(skip_locked=True)
    found = [*connection.execute(completed).scalars(), *connection.execute(removed).scalars()]
    return found[:most]


def _workflows(connection: Connection, films: Sequence[str]) -> list[str]:
    status = _table(connection, _STATUS, "workflow_uuid")
    of_films = _film_of(connection, status.c.workflow_uuid).in_(films)
    return list(connection.execute(select(status.c.workflow_uuid).where(of_films)).scalars()) if films else []


def _count(connection: Connection, films: Sequence[str]) -> int:
    rows = 0
    for some in in_parts(films):
        for keys in in_parts(_workflows(connection, some)):
            for name in _BY_WORKFLOW:
                known = _table(connection, name, "workflow_uuid")
                query = select(func.count()).select_from(known).where(known.c.workflow_uuid.in_(keys))
                rows += connection.execute(query).scalar_one()
    return rows


def _delete(connection: Connection, films: Sequence[str]) -> int:
    rows = 0
    for keys in in_parts(_workflows(connection, films)):
        for name in _BY_WORKFLOW:
            known = _table(connection, name, "workflow_uuid")
            rows += connection.execute(delete(known).where(known.c.workflow_uuid.in_(keys))).rowcount
    return rows
