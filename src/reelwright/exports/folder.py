"""The output folder: written aside, renamed in one go, and never over files that are not ours."""

import hashlib
import json
import os
import re
import shutil
import time
from collections.abc import Generator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, cast

from reelwright.errors import BadInput, StorageError

MANIFEST = "manifest.json"
MADE_BY = "reelwright"
Content = Path | bytes
_MAX_NAME_BYTES = 220
"""Disks take 255; the folder is written under a longer name first."""
_LEFTOVER_AGE_S = 3600.0
"""A folder that was being written for longer belongs to a process that was killed."""


def slug_of(title: str) -> str:
    """A folder name out of any text: lower case, words joined by hyphens, at most 48 characters, never empty."""
    words = re.findall(r"[^\W_]+", title.lower())
    slug = ""
    for word in words:
        longer = f"{slug}-{word}" if slug else word[:48]
        if len(longer) > 48:
            break
        slug = longer
    return slug or "film"


def choose_folder(base: Path, film_id: str) -> Path:
    """``base``, or ``base-2``, ``base-3``... : the first that is free or already holds this film."""
    for number in range(1, 1000):
        folder = base if number == 1 else base.with_name(f"{base.name}-{number}")
        if not folder.exists() or (folder.is_dir() and not any(folder.iterdir())):
            return folder
        manifest = read_manifest(folder)
        if manifest is not None and manifest.get("film_id") == film_id:
            return folder
    raise BadInput(f"every folder from {base} to {base}-999 is taken", hint="Name another one with --out.")


def read_manifest(folder: Path) -> dict[str, Any] | None:
    """The manifest of a folder of ours; None for any other folder."""
    try:
        manifest = json.loads((folder / MANIFEST).read_text("utf-8"))
    except (OSError, ValueError):
        return None
    if not isinstance(manifest, dict):
        return None
    found = cast(dict[str, Any], manifest)
    return found if found.get("made_by") == MADE_BY else None


def check_folder(folder: Path) -> None:
    """Makes sure that a film may be delivered here.

    Raises:
        BadInput: If it is a file, cannot be written, or holds files that are not ours or that were changed since.
    """
    try:
        _check_place(folder)
        if folder.exists() and any(folder.iterdir()):
            _check_ours(folder)
    except (OSError, ValueError) as problem:
        said = problem.strerror if isinstance(problem, OSError) else problem
        raise BadInput(f"--out {str(folder)!r} cannot be used: {said}", hint=_ANOTHER) from problem


_ANOTHER = "Name another folder with --out."


def _check_place(folder: Path) -> None:
    """The folder is written beside its place and renamed, so it is the parent that must let us."""
    if "\0" in str(folder) or len(os.fsencode(folder.name)) > _MAX_NAME_BYTES:
        raise BadInput(f"--out {str(folder)!r} is no name for a folder", hint="Name a shorter one with --out.")
    if folder.exists() and not folder.is_dir():
        raise BadInput(f"--out {str(folder)!r} is a file, not a folder", hint=_ANOTHER)
    if os.path.ismount(folder):
        raise BadInput(
            f"--out {str(folder)!r} is a disk of its own and cannot be replaced by a finished folder",
            hint=f"Name a folder inside it: --out {folder / 'film'}",
        )
    parent = _existing_parent(folder.absolute().parent)
    if not os.access(parent, os.W_OK | os.X_OK):
        raise BadInput(f"cannot write in {str(parent)!r}", hint="Name a folder you may write to with --out.")


def _check_ours(folder: Path) -> None:
    manifest = read_manifest(folder)
    if manifest is None:
        raise BadInput(
            f"--out {str(folder)!r} holds files that Reelwright did not write",
            hint="Name an empty or a new folder with --out.",
        )
    ours = cast(dict[str, dict[str, Any]], manifest.get("files", {}))
    for path in sorted(path for path in folder.rglob("*") if path.is_file() and path.name != MANIFEST):
        name = path.relative_to(folder).as_posix()
        if name not in ours or ours[name].get("sha256") != _sha256(path):
            raise BadInput(
                f"{name!r} in --out {str(folder)!r} was added or changed since the film was made",
                hint="Move it away, or name another folder with --out.",
            )


def deliver(folder: Path, files: Mapping[str, Content], manifest: Mapping[str, Any]) -> None:
    """Writes the folder aside and puts it in place; an older film of ours there is replaced.

    Args:
        folder: The output folder.
        files: Relative POSIX names and what they hold: a file to copy, or bytes.
        manifest: Becomes ``manifest.json``, with the name, size and SHA-256 of every file added.

    Raises:
        BadInput: See ``check_folder``.
        StorageError: If the disk is full or fails; nothing is left half written.
    """
    folder = folder.absolute()
    check_folder(folder)
    _clear_leftovers(folder)
    with _disk(folder), _aside(folder) as aside:
        listed = {name: _write(aside / name, content) for name, content in sorted(files.items())}
        text = json.dumps({**manifest, "files": listed}, indent=2, ensure_ascii=False) + "\n"
        (aside / MANIFEST).write_text(text, "utf-8")
        _put_in_place(aside, folder)


@contextmanager
def _disk(folder: Path) -> Generator[None]:
    try:
        yield
    except OSError as problem:
        raise StorageError(
            f"cannot write the film to {str(folder)!r}: {problem.strerror or problem}",
            hint="The film is kept. Make room or choose another folder, then `reelwright resume --out DIR`.",
        ) from problem


@contextmanager
def _aside(folder: Path) -> Generator[Path]:
    """An empty folder beside ``folder`` to write to; gone at the end, whatever ends it, unless it was renamed."""
    aside = folder.with_name(f".{folder.name}.{os.getpid()}.partial")
    try:
        aside.mkdir(parents=True)
        yield aside
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _put_in_place(aside: Path, folder: Path) -> None:
    """Renames; if that is stopped half way, the older film is back where it was."""
    old = folder.with_name(f".{folder.name}.{os.getpid()}.old")
    try:
        if folder.exists():
            folder.rename(old)
        aside.rename(folder)
    finally:
        if old.exists() and not folder.exists():
            old.rename(folder)
        shutil.rmtree(old, ignore_errors=True)


def _clear_leftovers(folder: Path) -> None:
    """Deletes what deliveries to this folder left behind when they were killed."""
    name = re.compile(rf"\.{re.escape(folder.name)}\.(\d+)\.(partial|old)")
    with suppress(OSError):
        for found in folder.parent.iterdir():
            match = name.fullmatch(found.name)
            if not match or not _is_left_over(found, int(match[1])):
                continue
            if match[2] == "old" and not folder.exists():
                found.rename(folder)
            shutil.rmtree(found, ignore_errors=True)


def _is_left_over(found: Path, pid: int) -> bool:
    if pid == os.getpid() or time.time() - found.stat().st_mtime > _LEFTOVER_AGE_S:
        return True
    if os.name != "posix":  # elsewhere this question would end the process
        return False
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    except (OSError, OverflowError):
        return False
    return False


def _write(path: Path, content: Content) -> dict[str, Any]:
    path.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(content, bytes):
        path.write_bytes(content)
    else:
        shutil.copyfile(content, path)
    return {"byte_count": path.stat().st_size, "sha256": _sha256(path)}


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _existing_parent(folder: Path) -> Path:
    at = folder.absolute()
    while not at.exists():
        at = at.parent
    return at
