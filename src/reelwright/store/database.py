"""Opens the database: SQLite in a file, or PostgreSQL, brought up to date and ready for transactions."""

import os
import sqlite3
import time
from collections.abc import Generator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import URL, Connection, Engine, Table, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError

from reelwright.errors import ConfigurationError, NotFound
from reelwright.store.faults import database_faults, disk_faults
from reelwright.store.migrations import bring_up_to_date, needs_work

BUSY_TIMEOUT_S = 10.0
"""How long a transaction waits for another process before it gives up with ``Conflict``."""
STANDSTILL_S = 5.0
"""PostgreSQL ends a transaction whose process does nothing for so long: it is frozen, and others wait for its locks."""


@dataclass(frozen=True)
class Database:
    """An open database. One ``with database.write()`` block is one transaction."""

    engine: Engine
    name: str
    """Path, or address without its password: what messages show."""
    path: Path | None
    """The file, for SQLite."""

    @contextmanager
    def read(self, about: str = "") -> Generator[Connection]:
        """A transaction that sees one state of the database and changes nothing."""
        with database_faults(self.name, self.path, about), self.engine.begin() as connection:
            yield connection

    @contextmanager
    def write(self, about: str = "") -> Generator[Connection]:
        """A transaction that holds the writer's lock from its start, so that it never fails half way for a lock."""
        writer = self.engine.execution_options(begin="BEGIN IMMEDIATE")
        with database_faults(self.name, self.path, about), writer.begin() as connection:
            yield connection

    def close(self) -> None:
        """Gives back every connection; a closed database opens again when it is used."""
        self.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()


def open_database(
    url_or_path: str | Path, *, read_only: bool = False, busy_timeout_s: float = BUSY_TIMEOUT_S
) -> Database:
    """The database at an address, created or migrated if need be.

    Args:
        url_or_path: A file's path, ``sqlite:///...`` or ``postgresql://user:password@host/name``.
        read_only: Refuses every change, and works beside a process that writes. An older database is still migrated.
        busy_timeout_s: How long to wait for another process, in seconds.

    Raises:
        NotFound: If it is to be read only and does not exist.
        Conflict: If another process holds it for longer than the time-out.
        ConfigurationError: If the address is of no database that Reelwright knows.
        StorageError: If it cannot be opened, is damaged, or was written by a newer Reelwright. It is left as it is.
    """
    url = _address(url_or_path)
    path = Path(url.database or "").absolute() if url.get_backend_name() == "sqlite" else None
    name = str(path) if path else url.render_as_string(hide_password=True)
    if path:
        _prepare_file(path, read_only, busy_timeout_s)
    engine = _sqlite(path, read_only, busy_timeout_s) if path else _postgres(url, read_only, busy_timeout_s)
    database = Database(engine, name, path)
    try:
        _check_schema(database, url, read_only, busy_timeout_s)
    except BaseException:
        database.close()
        raise
    return database


def _address(url_or_path: str | Path) -> URL:
    written = str(url_or_path)
    if "://" not in written:
        return URL.create("sqlite", database=written)
    try:
        url = make_url(written)
    except ArgumentError as problem:
        raise ConfigurationError("the database's address does not parse", hint=_ADDRESSES) from problem
    backend = {"postgres": "postgresql"}.get(url.get_backend_name(), url.get_backend_name())
    if backend == "postgresql":
        return url.set(drivername="postgresql+psycopg")
    if backend == "sqlite" and url.database not in (None, "", ":memory:"):
        return url
    raise ConfigurationError(f"{url.render_as_string(hide_password=True)!r} names no database to use", hint=_ADDRESSES)


_ADDRESSES = "Write a file's path, sqlite:///PATH or postgresql://USER:PASSWORD@HOST/NAME in REELWRIGHT_DATABASE_URL."


def _prepare_file(path: Path, read_only: bool, busy_timeout_s: float) -> None:
    """The folder exists and the file is in WAL mode, a mark that stays in the file and that the engine finds there."""
    if read_only:
        if not path.exists():
            raise NotFound(f"there is no database at {str(path)!r} yet", hint="`reelwright make` makes the first film.")
        return
    with disk_faults(path.parent):
        path.parent.mkdir(parents=True, exist_ok=True)
    with database_faults(str(path), path), closing(_connect(path, False, busy_timeout_s)) as connection:
        _switch_to_wal(connection, time.monotonic() + busy_timeout_s)


def _switch_to_wal(connection: sqlite3.Connection, deadline: float) -> None:
    """SQLite does not always wait for the lock that this needs, so we do."""
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError as problem:
            if not problem.sqlite_errorname.startswith("SQLITE_BUSY") or time.monotonic() > deadline:
                raise
            time.sleep(0.02)


def _connect(path: Path, read_only: bool, busy_timeout_s: float) -> sqlite3.Connection:
    """A connection in autocommit: transactions begin by our own ``BEGIN``, since the driver's begin too late."""
    how = "mode=rwc" if not read_only else "mode=ro&immutable=1" if _is_sealed(path) else "mode=ro"
    connection = sqlite3.connect(
        f"{path.as_uri()}?{how}",
        uri=True,
        timeout=busy_timeout_s,
        isolation_level=None,
        check_same_thread=False,
    )
    try:
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("PRAGMA synchronous=FULL")
        if read_only:
            connection.execute("PRAGMA query_only=ON")
    except BaseException:
        connection.close()
        raise
    return connection


def _is_sealed(path: Path) -> bool:
    """Whether the file lies where nothing can be written, and is whole: reading it then needs no lock beside it."""
    return path.exists() and not os.access(path.parent, os.W_OK) and not Path(f"{path}-wal").exists()


def _sqlite(path: Path, read_only: bool, busy_timeout_s: float) -> Engine:
    engine = create_engine(
        URL.create("sqlite", database=str(path)), creator=lambda: _connect(path, read_only, busy_timeout_s)
    )

    def begin(connection: Connection) -> None:
        mode = "BEGIN" if read_only else connection.get_execution_options().get("begin", "BEGIN")
        connection.exec_driver_sql(mode)

    event.listen(engine, "begin", begin)
    return engine


def _postgres(url: URL, read_only: bool, busy_timeout_s: float) -> Engine:
    options = f"-c lock_timeout={round(busy_timeout_s * 1000)}"
    options += f" -c idle_in_transaction_session_timeout={round(STANDSTILL_S * 1000)}"
    if read_only:
        options += " -c default_transaction_read_only=on"
    return create_engine(url, pool_pre_ping=True, connect_args={"connect_timeout": 10, "options": options})


def _check_schema(database: Database, url: URL, read_only: bool, busy_timeout_s: float) -> None:
    """Usually one look; work is done on a connection of its own, under a lock."""
    with database.read() as connection:
        if not needs_work(connection, database.name):
            return
    if read_only:
        address = database.path or url.render_as_string(hide_password=False)
        open_database(address, busy_timeout_s=busy_timeout_s).close()
        return
    with database_faults(database.name, database.path), database.engine.connect() as connection:
        bring_up_to_date(connection.execution_options(begin="BEGIN IMMEDIATE"), database.name)


def upsert(connection: Connection, table: Table, values: dict[str, Any]) -> None:
    """Inserts a row, or replaces the row with the same primary key."""
    keys = [column.name for column in table.primary_key]
    others = {name: value for name, value in values.items() if name not in keys}
    connection.execute(
        _insert(connection, table).values(values).on_conflict_do_update(index_elements=keys, set_=others)
    )


def insert_once(connection: Connection, table: Table, values: dict[str, Any]) -> bool:
    """Inserts a row unless there is one with the same primary key; tells whether it did."""
    insert = _insert(connection, table).values(values).on_conflict_do_nothing()
    return connection.execute(insert, execution_options={"preserve_rowcount": True}).rowcount == 1


def _insert(connection: Connection, table: Table) -> Any:
    """The insert of the database's own dialect: ``ON CONFLICT`` is the same in both, yet not in the common one."""
    if connection.dialect.name == "postgresql":
        from sqlalchemy.dialects import postgresql

        return postgresql.insert(table)
    from sqlalchemy.dialects import sqlite

    return sqlite.insert(table)


def now(connection: Connection) -> datetime:
    """The database's clock, which all processes share, in UTC."""
    if connection.dialect.name == "postgresql":
        found: datetime = connection.execute(text("SELECT clock_timestamp()")).scalar_one()
        return found.astimezone(UTC)
    return datetime.now(UTC)


def lock_tables(connection: Connection, *tables: Table) -> None:
    """Keeps other writers out of tables until the transaction ends; on SQLite a writer is alone anyway."""
    if connection.dialect.name == "postgresql":
        names = ", ".join(table.name for table in tables)
        connection.execute(text(f"LOCK TABLE {names} IN SHARE ROW EXCLUSIVE MODE"))
