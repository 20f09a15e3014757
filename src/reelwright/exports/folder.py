"""The output folder: written aside, renamed in one go, and never over files that are not ours."""

import hashlib
import json
import os
import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

from reelwright.errors import BadInput, StorageError

MANIFEST = "manifest.json"
MADE_BY = "reelwright"
Content = Path | bytes


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
    if folder.exists() and not folder.is_dir():
        raise BadInput(f"--out {str(folder)!r} is a file, not a folder", hint="Name another folder with --out.")
    parent = _existing_parent(folder)
    if not os.access(parent, os.W_OK | os.X_OK):
        raise BadInput(f"cannot write in {str(parent)!r}", hint="Name a folder you may write to with --out.")
    if not folder.exists() or not any(folder.iterdir()):
        return
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
    aside = folder.with_name(f".{folder.name}.{os.getpid()}.partial")
    old = folder.with_name(f".{folder.name}.{os.getpid()}.old")
    try:
        shutil.rmtree(aside, ignore_errors=True)
        aside.mkdir(parents=True)
        listed = {name: _write(aside / name, content) for name, content in sorted(files.items())}
        text = json.dumps({**manifest, "files": listed}, indent=2, ensure_ascii=False) + "\n"
        (aside / MANIFEST).write_text(text, "utf-8")
        if folder.exists():
            folder.rename(old)
        aside.rename(folder)
        shutil.rmtree(old, ignore_errors=True)
    except OSError as problem:
        if old.exists() and not folder.exists():
            old.rename(folder)
        shutil.rmtree(aside, ignore_errors=True)
        raise StorageError(
            f"cannot write the film to {str(folder)!r}: {problem.strerror or problem}",
            hint="The film is kept. Make room or choose another folder, then `reelwright resume --out DIR`.",
        ) from problem


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
