"""The edge of the store: every exception of a database or a disk becomes one of ours here, and only here."""

import errno
import shutil
import sqlite3
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from reelwright.errors import Conflict, NotFound, ReelwrightError, StorageError

_NO_SPACE = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_NO_WRITING = frozenset({errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.EISDIR})

_LEAST_BYTES = 64 * 1024

_SQLITE_KINDS = {
    "SQLITE_CONSTRAINT_FOREIGNKEY": "owner missing",
    "SQLITE_CONSTRAINT_PRIMARYKEY": "exists",
    "SQLITE_CONSTRAINT_UNIQUE": "exists",
    "SQLITE_FULL": "full",
    "SQLITE_BUSY": "locked",
    "SQLITE_LOCKED": "locked",
    "SQLITE_PROTOCOL": "locked",
    "SQLITE_CORRUPT": "corrupt",
    "SQLITE_NOTADB": "corrupt",
    "SQLITE_FORMAT": "corrupt",
    "SQLITE_READONLY": "unwritable",
    "SQLITE_PERM": "unwritable",
    "SQLITE_CANTOPEN": "unopenable",
    "SQLITE_IOERR": "disk",
}
"""Beginnings of SQLite's error names; the longest that fits decides."""

_POSTGRES_KINDS = {
    "23503": "owner missing",
    "23505": "exists",
    "53100": "full",
    "55P03": "locked",
    "40P01": "locked",
    "40001": "locked",
    "XX001": "corrupt",
    "XX002": "corrupt",
    "25006": "unwritable",
    "42501": "unwritable",
    "28": "unopenable",
    "3D": "unopenable",
    "08": "unopenable",
    "57P": "unopenable",
}
"""Beginnings of SQLSTATE codes; the longest that fits decides."""


def free_space(path: Path) -> str:
    """Free space on the disk that holds ``path``, in words; empty when it cannot be told."""
    folder = next((place for place in (path, *path.parents) if place.is_dir()), None)
    if folder is None:
        return ""
    free_bytes = shutil.disk_usage(folder).free
    return f"{free_bytes / 1e9:.2f} GB" if free_bytes >= 1e8 else f"{free_bytes / 1e6:.1f} MB"


def _is_full(path: Path) -> bool:
    """Whether the disk has no room for the smallest write; SQLite then tells of an error of the disk."""
    try:
        return shutil.disk_usage(path.parent).free < _LEAST_BYTES
    except OSError:
        return False


def disk_fault(problem: OSError, path: Path) -> ReelwrightError:
    """What an ``OSError`` at ``path`` means to a person."""
    if problem.errno in _NO_SPACE:
        return StorageError(
            f"the disk is full: {str(path)!r} could not be written ({free_space(path)} free)",
            hint="Free some space, or point REELWRIGHT_HOME at another disk, then run `reelwright resume`.",
            path=str(path),
        )
    if problem.errno in _NO_WRITING:
        return StorageError(
            f"{str(path)!r} cannot be written: {problem.strerror}",
            hint="Give yourself permission to write there, or point REELWRIGHT_HOME at a folder of your own.",
            path=str(path),
        )
    return StorageError(
        f"the disk failed at {str(path)!r}: {problem.strerror or problem}",
        hint="Check the disk; what was recorded before is kept.",
        path=str(path),
    )


@contextmanager
def disk_faults(path: Path, *, only_writing: bool = False) -> Generator[None]:
    """Turns ``OSError`` inside the block into a ``StorageError`` naming ``path``; or only a full or sealed disk's."""
    try:
        yield
    except OSError as problem:
        if only_writing and problem.errno not in _NO_SPACE | _NO_WRITING:
            raise
        raise disk_fault(problem, path) from problem


def _kind(problem: BaseException) -> str:
    if isinstance(problem, sqlite3.Error):
        code, kinds = getattr(problem, "sqlite_errorname", None) or "", _SQLITE_KINDS
    else:
        code, kinds = getattr(problem, "sqlstate", None) or "", _POSTGRES_KINDS
        if not code and type(problem).__name__ == "OperationalError":
            return "unopenable"
    fitting = [start for start in kinds if code.startswith(start)]
    return kinds[max(fitting, key=len)] if fitting else ""


def database_fault(problem: BaseException, name: str, path: Path | None, about: str = "") -> ReelwrightError:
    """What an exception of a database driver means to a person.

    Args:
        problem: The driver's own exception.
        name: The database's path, or its address without the password.
        path: The file, for SQLite.
        about: The thing in hand (``film 'ab12'``), for a missing owner or a second of the same name.
    """
    where = str(path) if path else name
    kind = _kind(problem)
    if kind == "owner missing":
        return NotFound(f"{about or 'what this belongs to'} does not exist", hint="`reelwright films` lists what is.")
    if kind == "exists":
        return Conflict(f"{about or 'a row of that name'} exists already")
    if kind == "locked":
        return Conflict(
            f"the database {where!r} is busy: another process holds it",
            hint="Wait until the other `reelwright` has finished, or stop it, and try again.",
        )
    if path and (kind == "full" or (kind == "disk" and _is_full(path))):
        return disk_fault(OSError(errno.ENOSPC, "no space"), path)
    message, hint = _WORDS.get(kind, _WORDS[""])
    return StorageError(message.format(where=where, problem=problem), hint=hint.format(where=where), path=where)


_WORDS = {
    "corrupt": (
        "the database {where!r} is damaged or is no Reelwright database: {problem}",
        "Nothing was changed. Keep the file: move it aside together with its -wal and -shm files, put a backup in its"
        " place or start with a new one; the media files beside it are untouched.",
    ),
    "unwritable": (
        "the database {where!r} cannot be written: {problem}",
        "Give yourself permission to write the file and its folder, or point REELWRIGHT_HOME at a folder of your own.",
    ),
    "unopenable": (
        "the database {where!r} cannot be opened: {problem}",
        "Check that the folder (or the server in REELWRIGHT_DATABASE_URL) exists and lets you in.",
    ),
    "full": (
        "the disk of the database {where!r} is full: {problem}",
        "Free some space on the server, then run `reelwright resume`.",
    ),
    "disk": (
        "the disk failed under the database {where!r}: {problem}",
        "Check the disk and its free space; what was recorded before is kept.",
    ),
    "": (
        "the database {where!r} failed: {problem}",
        "What was recorded before is kept; `reelwright doctor` checks the database.",
    ),
}


@contextmanager
def database_faults(name: str, path: Path | None = None, about: str = "") -> Generator[None]:
    """Turns every exception of the database inside the block into one of ours."""
    from sqlalchemy.exc import DBAPIError, SQLAlchemyError

    try:
        yield
    except DBAPIError as problem:
        raise database_fault(problem.orig or problem, name, path, about) from problem
    except (sqlite3.Error, SQLAlchemyError) as problem:
        raise database_fault(problem, name, path, about) from problem
    except OSError as problem:
        raise disk_fault(problem, path or Path(name)) from problem
