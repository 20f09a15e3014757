"""Looks into the database for the doctor."""

from sqlalchemy import func, select, text

from reelwright.store import schema
from reelwright.store.database import Database
from reelwright.store.migrations import stored_version

_MOST_FAULTS = 3


def faults_of(database: Database) -> tuple[str, ...]:
    """What SQLite finds wrong with its file, the first three; nothing where it is whole, and on PostgreSQL.

    Raises:
        StorageError: If it is too damaged to be looked at.
    """
    if database.path is None:
        return ()
    with database.read() as connection:
        said = connection.execute(text(f"PRAGMA quick_check({_MOST_FAULTS})")).scalars()
        return tuple(line for line in said if line != "ok")


def version_of(database: Database) -> str:
    """The newest migration that has run."""
    with database.read() as connection:
        return stored_version(connection) or "none"


def largest_film_bytes(database: Database) -> int:
    """All media of the largest film that there is; 0 without films."""
    links, calls, assets = schema.film_calls, schema.calls, schema.assets
    weights = (
        select(func.sum(assets.c.byte_count).label("byte_count"))
        .join(calls, calls.c.sha256 == assets.c.sha256)
        .join(links, links.c.call_key == calls.c.key)
        .group_by(links.c.film_id)
        .subquery()
    )
    with database.read() as connection:
        return int(connection.execute(select(func.max(weights.c.byte_count))).scalar() or 0)
