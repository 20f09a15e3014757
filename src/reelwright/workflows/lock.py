"""One process at a time makes films in one home: the engine would otherwise continue other people's work."""

import json
import os
from collections.abc import Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from filelock import FileLock, Timeout

from reelwright.errors import Conflict, StorageError


@dataclass(frozen=True)
class Holder:
    """Who holds the home, or was holding it when it died."""

    pid: int
    what: str
    """What it makes."""
    is_studio: bool
    is_held: bool
    is_alive: bool
    """Whether there is a process of that id."""


def holder_of(home: Path) -> Holder | None:
    """Who left a note that he holds the home, and whether that is still so; None without a note."""
    said = _said(home / "studio.lock.json")
    if "what" not in said:
        return None
    pid = int(said.get("pid", 0))
    return Holder(pid, str(said["what"]), said.get("kind") == "studio", _is_held(home), _is_alive(pid))


def _is_held(home: Path) -> bool:
    lock = FileLock(home / "studio.lock")
    try:
        lock.acquire(timeout=0)
    except Timeout:
        return True
    except OSError:  # a home that cannot be written is nobody's place of work
        return False
    lock.release()
    return False


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:  # another user's, or a system that does not tell
        return True
    return pid > 0


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
