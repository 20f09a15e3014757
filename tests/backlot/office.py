"""How tests and benchmarks hold the backlot: start and stop it, plan faults, read its books."""

import http.client
import json
import os
import secrets
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlsplit

from tests.backlot.books import Books
from tests.backlot.profile import Fault, Profile
from tests.backlot.server import Addresses, Opening

_ROOT = Path(__file__).parents[2]


class Office:
    """The admin's desk of a running backlot; usable from any process that is told the address and the secret."""

    def __init__(self, url: str, secret: str) -> None:
        self.url = url
        """Where the generation API answers."""
        self.secret = secret

    def books(self) -> Books:
        """All charges and counts since the last reset."""
        return Books.model_validate_json(self._ask("GET", "books"))

    def set_profile(self, **changes: Any) -> Profile:
        """Changes the named fields of ``Profile`` from now on; returns the whole."""
        return Profile.model_validate_json(self._ask("POST", "profile", json.dumps(changes, default=str).encode()))

    def plan(self, *faults: Fault) -> None:
        """Replaces the planned faults; the first that fits a request happens to it."""
        body = f"[{','.join(fault.model_dump_json() for fault in faults)}]"
        self._ask("POST", "faults", body.encode())

    def reset(self, **changes: Any) -> None:
        """An empty account: no jobs, charges, faults or counts; the first profile with these changes."""
        self._ask("POST", "reset", json.dumps(changes, default=str).encode())

    def wait_until(self, holds: Callable[[Books], bool], *, within_s: float = 10.0) -> Books:
        """The first books for which it holds, looked at every 10 ms at first, later every 100 ms.

        Raises:
            TimeoutError: If it never does; the message shows the last charges and counts.
        """
        deadline, wait_s = time.monotonic() + within_s, 0.01
        while not holds(books := self.books()):
            if time.monotonic() > deadline:
                raise TimeoutError(f"after {within_s} s: {len(books.charges)} charges, {books.counts}, {books.answers}")
            time.sleep(wait_s)
            wait_s = min(0.1, wait_s * 1.2)
        return books

    def _ask(self, method: str, what: str, body: bytes = b"") -> bytes:
        """One connection per question: the desk may be shared by forked processes."""
        connection = http.client.HTTPConnection(urlsplit(self.url).netloc, timeout=20)
        try:
            connection.request(method, f"/_admin/{what}", body, {"Authorization": f"Bearer {self.secret}"})
            reply = connection.getresponse()
            told = reply.read()
        finally:
            connection.close()
        if reply.status != 200:
            raise ValueError(f"{method} {what}: {reply.status} {told.decode()}")
        return told


class Backlot(Office):
    """A media-generation provider in a process of its own, on this machine; use it as a context manager.

    Args:
        profile: How it behaves until told otherwise.
        books: The file of charges, appended to; ``charges_in`` reads it even when the server is dead.
        key: What clients must bring as a bearer token.

    Raises:
        RuntimeError: If the process does not come up.
    """

    def __init__(self, profile: Profile | None = None, *, books: Path | None = None, key: str = "backlot-key") -> None:
        opening = Opening(profile=profile or Profile(), books=books, key=key, secret=secrets.token_hex(8))
        self.key = key
        self.books_file = books
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.backlot", opening.model_dump_json()],
            cwd=_ROOT,
            env={**os.environ, "PYTHONPATH": str(_ROOT)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            start_new_session=True,
        )
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        if not line:
            self.stop()
            raise RuntimeError(f"the backlot did not start; it ended with {self.process.returncode}")
        addresses = Addresses.model_validate_json(line)
        self.files_url = addresses.files_url
        """The output host: another origin, to which no key may be sent."""
        super().__init__(addresses.url, opening.secret)

    def stop(self) -> int:
        """Closes its input, which ends it; returns the exit code: 0, or 70 after a mistake of its own."""
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                pipe.close()
        try:
            return self.process.wait(3)
        except subprocess.TimeoutExpired:
            self.process.kill()
            return self.process.wait()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()
