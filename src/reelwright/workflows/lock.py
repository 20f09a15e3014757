"""One process at a time makes films in one home: the engine would otherwise continue other people's work."""

import json
import os
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from reelwright.errors import Conflict, StorageError


@contextmanager
def studio_lock(home: Path, what: str) -> Generator[None]:
    """Holds the home for as long as the context lasts; the system frees it if the process dies.

    Args:
        home: The studio's home.
        what: What is being made, for whoever has to wait.

    Raises:
        Conflict: If another process holds it; names what it makes and its process id.
        StorageError: If the home cannot be written.
    """
    note = home / "studio.lock.json"
    lock = FileLock(home / "studio.lock")
    try:
        home.mkdir(parents=True, exist_ok=True)
        lock.acquire(timeout=0)
    except Timeout as problem:
        raise Conflict(
            f"another process is at work here: {_holder(note)}",
            hint="Wait for it to end, or give this one its own REELWRIGHT_HOME.",
        ) from problem
    except OSError as problem:
        raise StorageError(
            f"cannot write in the studio's home {str(home)!r}: {problem.strerror}",
            hint="Set REELWRIGHT_HOME to a folder you may write to.",
        ) from problem
    try:
        with suppress(OSError):  # a full disk is told by whoever has something to keep
            note.write_text(json.dumps({"pid": os.getpid(), "what": what}), "utf-8")
        yield
    finally:
        with suppress(OSError):
            note.unlink(missing_ok=True)
        lock.release()


def _holder(note: Path) -> str:
    try:
        said = json.loads(note.read_text("utf-8"))
        return f"{said['what']} (process {said['pid']})"
    except (OSError, ValueError, KeyError, TypeError):
        return "it has not said what it makes"
