"""One process at a time makes films in one home: the engine would otherwise continue other people's work."""

import json
import os
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, cast

from filelock import FileLock, Timeout

from reelwright.errors import Conflict, StorageError


@contextmanager
def studio_lock(home: Path, what: str, *, is_studio: bool = False) -> Generator[None]:
    """Holds the home for as long as the context lasts; the system frees it if the process dies.

    Args:
        home: The studio's home.
        what: What is being made, for whoever has to wait.
        is_studio: Whether it makes whatever film is queued.

    Raises:
        Conflict: If another process holds it; names what it makes and its process id.
        StorageError: If the home cannot be written.
    """
    kind = "studio" if is_studio else "film"
    note = home / "studio.lock.json"
    lock = FileLock(home / "studio.lock")
    try:
        home.mkdir(parents=True, exist_ok=True)
        lock.acquire(timeout=0)
    except Timeout as problem:
        raise Conflict(
            f"another process is at work here: {_holder(note)}",
            hint="Wait for it to end, or give this one its own REELWRIGHT_HOME.",
            is_studio=_said(note).get("kind") == "studio",
        ) from problem
    except OSError as problem:
        raise StorageError(
            f"cannot write in the studio's home {str(home)!r}: {problem.strerror}",
            hint="Set REELWRIGHT_HOME to a folder you may write to.",
        ) from problem
    try:
        with suppress(OSError):  # a full disk is told by whoever has something to keep
            note.write_text(json.dumps({"pid": os.getpid(), "what": what, "kind": kind}), "utf-8")
        yield
    finally:
        with suppress(OSError):
            note.unlink(missing_ok=True)
        lock.release()


def _holder(note: Path) -> str:
    said = _said(note)
    if "what" not in said:
        return "it has not said what it makes"
    return f"{said['what']} (process {said.get('pid')})"


def _said(note: Path) -> dict[str, Any]:
    try:
        said: Any = json.loads(note.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return cast("dict[str, Any]", said) if isinstance(said, dict) else {}
