"""A PostgreSQL cluster of the test run's own, gone at its end."""

import itertools
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path

import psycopg

NOBODY = 65534
_ROOM_BYTES = 4 << 30


@contextmanager
def cluster() -> Generator[Callable[..., str] | None]:
    """A call gives the address of a new database, empty or a copy of a named one; None where PostgreSQL is missing."""
    binaries = _binaries()
    if binaries is None:
        yield None
        return
    folder = Path(tempfile.mkdtemp(prefix="rw-pg-", dir=_in_memory()))  # short: a socket's path has 107 bytes at most
    if os.geteuid() == 0:
        os.chown(folder, NOBODY, NOBODY)
    made = _as_nobody(binaries / "initdb", "-D", folder / "db", "-U", "reel", "-A", "trust", "-E", "UTF8", "--no-sync")
    assert made.wait() == 0, "initdb failed"
    options = ("-c", "listen_addresses=", "-c", f"unix_socket_directories={folder}", "-c", "fsync=off")
    server = _as_nobody(binaries / "postgres", "-D", folder / "db", *options, "-c", "max_connections=300")
    numbers = itertools.count(1)
    try:
        with _connect(f"host={folder} user=reel dbname=postgres", server) as connection:

            def fresh(like: str = "") -> str:
                name = f"films_{next(numbers)}"
                copied = f" TEMPLATE {like.partition('@/')[2].partition('?')[0]}" if like else ""
                connection.execute(f"CREATE DATABASE {name}{copied}".encode())
                return f"postgresql://reel@/{name}?host={folder}"

            yield fresh
    finally:
        server.send_signal(signal.SIGINT)  # at once, whoever is still connected
        server.wait(20)
        shutil.rmtree(folder, ignore_errors=True)


def _in_memory() -> str | None:
    """A folder in memory where there is room for hundreds of databases: making and removing them is a disk's work."""
    shared = Path("/dev/shm")
    return str(shared) if shared.is_dir() and shutil.disk_usage(shared).free > _ROOM_BYTES else None


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
