"""The right of a process to work: a lease that a thread renews, and that ends the process when it is lost."""

import os
import socket
import sys
import threading
import time
from contextlib import suppress
from types import TracebackType
from typing import Self
from uuid import uuid4

from reelwright.errors import Conflict, ReelwrightError
from reelwright.settings import Settings
from reelwright.store.database import open_database
from reelwright.store.leases import LeaseStore, worker_id

_BEATS = 6
"""Renewals in the time of a lease."""
_SURE = 0.6
"""Up to this share of a lease after it was renewed, nobody can have taken the work."""


class Lease:
    """What one process works under; a context manager, begun before the engine is launched.

    On SQLite the lock of the home keeps all others out, and there is nothing to renew.

    Args:
        settings: Where the database is, and how long a lease lasts.
        takes_any: Whether the process makes whatever film waits, and not one alone.
    """

    def __init__(self, settings: Settings, *, takes_any: bool = False) -> None:
        host = socket.gethostname().partition(".")[0]
        self.id = worker_id(host, uuid4().hex[:12], takes_any=takes_any)
        self.name = f"{host}, process {os.getpid()}"
        self._lease_s = settings.lease_s if settings.is_shared else None
        self._database = open_database(settings.database)  # its own: renewing never waits for another's connection
        self.store = LeaseStore(self._database, self.id, self._lease_s)
        self._renewed_s = 0.0
        self._ended = threading.Event()
        self._thread: threading.Thread | None = None

    def may_send(self) -> bool:
        """Whether nobody else can have taken our work by now; tries to renew the lease first if that is in doubt."""
        if self._lease_s is None:
            return True
        if self._age_s() > _SURE * self._lease_s:
            self._renew()
        return self._age_s() <= _SURE * self._lease_s

    def must_hold(self) -> None:
        """Ends the process if the lease is lost: whatever went wrong, went wrong because others cleared up after us."""
        if self._lease_s is not None:
            self._renew()

    def __enter__(self) -> Self:
        if self._lease_s is not None:
            begun_s = clock_s()
            self.store.begin(self.name)
            self._renewed_s = begun_s
            self._thread = threading.Thread(target=self._keep, name="lease", daemon=True)
            self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ended.set()
        if self._thread is not None:
            self._thread.join(5)
            with suppress(ReelwrightError):  # it runs out by itself
                self.store.end()
        self._database.close()

    def _keep(self) -> None:
        assert self._lease_s is not None
        while not self._ended.wait(self._lease_s / _BEATS):
            self._renew()

    def _renew(self) -> None:
        """Renews the lease; a process that has lost it ends at once, before it does what another one does already."""
        asked_s = clock_s()
        try:
            is_ours = self.store.beat()
        except ReelwrightError:
            return  # the database is away: nothing is sent until it is back
        if not is_ours and not self._ended.is_set():
            sys.stderr.write("error: this process was not heard of for too long, and others go on with its films\n")
            sys.stderr.flush()
            os._exit(Conflict.exit_code)
        self._renewed_s = max(self._renewed_s, asked_s)

    def _age_s(self) -> float:
        return clock_s() - self._renewed_s


def clock_s() -> float:
    """A clock that goes on while the machine sleeps, where the system has one."""
    return time.clock_gettime(time.CLOCK_BOOTTIME) if hasattr(time, "CLOCK_BOOTTIME") else time.monotonic()
