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


class Cluster:
    """A server that can be stopped and started again, and new databases on it."""

    def __init__(self, binaries: Path) -> None:
        self._binaries = binaries
        self._numbers = itertools.count(1)
        self._folder = Path(tempfile.mkdtemp(prefix="rw-pg-"))  # short: a socket's path has 107 bytes at most
        if os.geteuid() == 0:
            os.chown(self._folder, NOBODY, NOBODY)
        options = ("-U", "reel", "-A", "trust", "-E", "UTF8", "--no-sync")
        made = _as_nobody(binaries / "initdb", "-D", self._folder / "db", *options)
        assert made.wait() == 0, "initdb failed"
        self._server = self._started()

    def start(self) -> None:
        """Starts the server that was stopped."""
        self._server = self._started()

    def stop(self, number: int = signal.SIGINT) -> None:
        """Ends the server at once, whoever is connected; with SIGQUIT as in a crash."""
        self._server.send_signal(number)
        self._server.wait(20)

    def fresh(self, like: str = "") -> str:
        """The address of a new database, empty or a copy of a named one."""
        name = f"films_{next(self._numbers)}"
        copied = f" TEMPLATE {like.partition('@/')[2].partition('?')[0]}" if like else ""
        with _connect(self._address, self._server) as connection:
            connection.execute(f"CREATE DATABASE {name}{copied}".encode())
        return f"postgresql://reel@/{name}?host={self._folder}"

    def close(self) -> None:
        """Ends the server and deletes all it has."""
        self.stop()
        shutil.rmtree(self._folder, ignore_errors=True)

    @property
    def _address(self) -> str:
        return f"host={self._folder} user=reel dbname=postgres"

    def _started(self) -> "subprocess.Popen[bytes]":
        options = ("-c", "listen_addresses=", "-c", f"unix_socket_directories={self._folder}", "-c", "fsync=off")
        program = self._binaries / "postgres"
        server = _as_nobody(program, "-D", self._folder / "db", *options, "-c", "max_connections=300")
        _connect(self._address, server).close()
        return server


@contextmanager
def own_cluster() -> Generator[Cluster | None]:
    """A cluster to ill-treat; None where PostgreSQL is missing."""
    binaries = _binaries()
    if binaries is None:
        yield None
        return
    made = Cluster(binaries)
    try:
        yield made
    finally:
        made.close()


@contextmanager
def cluster() -> Generator[Callable[..., str] | None]:
    """A call gives the address of a new database, empty or a copy of a named one; None where PostgreSQL is missing."""
    with own_cluster() as made:
        yield None if made is None else made.fresh


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
