"""From any older schema to the present one, forward only.

A migration is one file in ``versions/``, named and numbered by its time (``20261121_0530_first.py``), with
``revision``, ``down_revision`` and ``upgrade()``. Raise ``NEWEST`` with it and change `schema.py` in the same commit;
the tests compare the two. A new database is made from `schema.py` at once: Alembic, slow to import, is loaded only
when there is an older database to bring up to date.
"""

from pathlib import Path

from sqlalchemy import Connection, inspect, select, text, update

from reelwright.errors import StorageError
from reelwright.store.schema import metadata, schema_version

NEWEST = "20261121_1820"
"""The revision that `schema.py` describes."""

_FOLDER = Path(__file__).parent
_LOCK = 7_317_042_001
"""Any number that no other program is likely to lock in the same PostgreSQL database."""


def needs_work(connection: Connection, name: str) -> bool:
    """Whether the database is empty or older than the program.

    Raises:
        StorageError: If it is newer than the program.
    """
    found = stored_version(connection)
    if found is not None and found > NEWEST:
        raise StorageError(
            f"the database {name!r} was written by a newer Reelwright (schema {found}; this one knows {NEWEST})",
            hint="Nothing was changed. Install the newer Reelwright again, or point REELWRIGHT_HOME at another folder.",
        )
    return found != NEWEST


def stored_version(connection: Connection) -> str | None:
    """The database's schema version; None while it has none of our tables."""
    if not inspect(connection).has_table(schema_version.name):
        return None
    return connection.execute(select(schema_version.c.version)).scalar() or ""


def bring_up_to_date(connection: Connection, name: str, scripts: Path = _FOLDER) -> None:
    """Creates or migrates the tables in one transaction that keeps other processes waiting.

    Args:
        connection: Outside any transaction.
        name: The database, for messages.
        scripts: The folder that holds ``versions/``.
    """
    on_sqlite = connection.dialect.name == "sqlite"
    if on_sqlite:
        # Rebuilding a table drops the old one, which would delete its dependants; no effect inside a transaction.
        _pragma(connection, "foreign_keys=OFF")
    try:
        with connection.begin():
            if not on_sqlite:
                connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
            if needs_work(connection, name):
                _create_or_upgrade(connection, name, scripts)
    finally:
        if on_sqlite:
            _pragma(connection, "foreign_keys=ON")


def _pragma(connection: Connection, setting: str) -> None:
    """On the driver's own connection, since SQLAlchemy would begin a transaction first."""
    driver = connection.connection.driver_connection
    if driver is not None:
        driver.execute(f"PRAGMA {setting}").close()


def _create_or_upgrade(connection: Connection, name: str, scripts: Path) -> None:
    found = stored_version(connection)
    if found is None:
        metadata.create_all(connection)
        connection.execute(schema_version.insert().values(version=NEWEST))
        return
    upgrade(connection, found, name, scripts)
    if connection.dialect.name == "sqlite" and connection.exec_driver_sql("PRAGMA foreign_key_check").first():
        raise StorageError(
            f"the database {name!r} holds rows whose film or media is missing, so it was not migrated",
            hint="Nothing was changed. Put a backup in its place, or move it aside and start with a new one.",
        )


def upgrade(connection: Connection, found: str, name: str, scripts: Path = _FOLDER, to: str = "head") -> None:
    """Runs the migrations after ``found`` in order (all of them when it is empty), and records the last one."""
    from alembic.migration import MigrationContext
    from alembic.operations import Operations
    from alembic.script import ScriptDirectory
    from alembic.script.revision import RevisionError

    try:
        steps = list(ScriptDirectory(str(scripts)).iterate_revisions(to, found or "base"))
    except RevisionError as problem:
        raise StorageError(
            f"the database {name!r} has the schema version {found!r}, which this Reelwright does not know",
            hint="Nothing was changed. Install the Reelwright that wrote it, or point REELWRIGHT_HOME elsewhere.",
        ) from problem
    with Operations.context(MigrationContext.configure(connection)):
        for step in reversed(steps):
            step.module.upgrade()
            _record(connection, step.revision)


def _record(connection: Connection, revision: str) -> None:
    if connection.execute(update(schema_version).values(version=revision)).rowcount == 0:
        connection.execute(schema_version.insert().values(version=revision))
