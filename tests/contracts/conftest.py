"""Databases for the store's contracts: SQLite in a file, and a PostgreSQL cluster of the test run's own."""

import itertools
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Generator
from pathlib import Path

import psycopg
import pytest

from reelwright.store.database import Database, open_database

NOBODY = 65534
_numbers = itertools.count(1)


def _binaries() -> Path | None:
    """Where PostgreSQL's programs are: on the path, or in Debian's folder for the newest version."""
    found = shutil.which("initdb")
    if found:
        return Path(found).resolve().parent
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda place: int(place.parts[-3]))
    return folders[-1].parent if folders else None


def _as_nobody(*command: str | Path) -> "subprocess.Popen[bytes]":
    """PostgreSQL refuses to run as root."""
    quiet = subprocess.DEVNULL
    if os.geteuid() != 0:
        return subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet)
    return subprocess.Popen(
        command, stdin=quiet, stdout=quiet, stderr=quiet, user=NOBODY, group=NOBODY, extra_groups=[]
    )


def _connect(address: str, server: "subprocess.Popen[bytes]") -> "psycopg.Connection[tuple[object, ...]]":
    deadline = time.monotonic() + 20
    while True:
        try:
            return psycopg.connect(address, autocommit=True)
        except psycopg.OperationalError:
            assert server.poll() is None, "PostgreSQL did not start"
            assert time.monotonic() < deadline, "PostgreSQL did not start in 20 s"
            time.sleep(0.05)


@pytest.fixture(scope="session")
def postgres() -> Generator[Callable[[], str]]:
    """A running cluster; each call gives the address of a new, empty database."""
    binaries = _binaries()
    if binaries is None:
        pytest.skip("PostgreSQL's initdb is not installed")
    folder = Path(tempfile.mkdtemp(prefix="rw-pg-"))  # short: a socket's path has 107 bytes at most
    if os.geteuid() == 0:
        os.chown(folder, NOBODY, NOBODY)
    made = _as_nobody(binaries / "initdb", "-D", folder / "db", "-U", "reel", "-A", "trust", "-E", "UTF8", "--no-sync")
    assert made.wait() == 0, "initdb failed"
    options = ("-c", "listen_addresses=", "-c", f"unix_socket_directories={folder}", "-c", "fsync=off")
    server = _as_nobody(binaries / "postgres", "-D", folder / "db", *options)
    try:
        with _connect(f"host={folder} user=reel dbname=postgres", server) as connection:

            def fresh() -> str:
                name = f"films_{next(_numbers)}"
                connection.execute(f"CREATE DATABASE {name}".encode())
                return f"postgresql://reel@/{name}?host={folder}"

            yield fresh
    finally:
        server.send_signal(signal.SIGINT)  # at once, whoever is still connected
        server.wait(20)
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database."""
    if request.param == "sqlite":
        return str(tmp_path / "films.db")
    fresh: Callable[[], str] = request.getfixturevalue("postgres")
    return fresh()


@pytest.fixture
def database(address: str) -> Generator[Database]:
    """An open database with the present schema."""
    with open_database(address) as opened:
        yield opened
