"""A folder of files named by the SHA-256 of their bytes: how one gets in whole or not at all."""

import hashlib
import os
import re
import time
import uuid
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from reelwright.errors import BadInput
from reelwright.keepers import Kept

LEFTOVER_AGE_S = 3600.0
"""A file that was being written for longer belongs to a process that was killed."""
_CHUNK_BYTES = 1 << 20
_SHA256 = re.compile(r"[0-9a-f]{64}")


def key_of(sha256: str) -> str:
    """``ab/cdef...``.

    Raises:
        BadInput: If it is no SHA-256.
    """
    if not _SHA256.fullmatch(sha256):
        raise BadInput(f"{sha256!r} is no SHA-256; it has 64 digits of 0-9 and a-f")
    return f"{sha256[:2]}/{sha256[2:]}"


def hash_of(key: str) -> str:
    """The SHA-256 in ``ab/cdef...``, or nothing when the key is another thing's."""
    sha256 = key[:2] + key[3:]
    return sha256 if key[2:3] == "/" and _SHA256.fullmatch(sha256) else ""


class HashedFolder:
    """Files under a root as ``ab/cdef...``, and beside them ``incoming`` with what is being written.

    Args:
        root: Made when the first file comes in. Leftovers of killed processes in it are deleted.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self._incoming = root / "incoming"
        self._clear_leftovers()

    def place(self, sha256: str) -> Path:
        """Where the bytes are or would be.

        Raises:
            BadInput: If it is no SHA-256.
        """
        return self.root / key_of(sha256)

    def holds(self, sha256: str, byte_count: int) -> bool:
        """Whether there is a file of that name and length."""
        try:
            return self.place(sha256).stat().st_size == byte_count
        except (FileNotFoundError, NotADirectoryError):
            return False

    def freshen(self, sha256: str, byte_count: int) -> bool:
        """Whether there is a file of that name and length; it then counts as put in now, and is not collected."""
        try:
            os.utime(self.place(sha256))
        except OSError:  # gone, or another's: it is put in anew
            return False
        return self.holds(sha256, byte_count)

    def everything(self) -> Generator[Kept]:
        """All files under their names; another process may add and delete while we look."""
        for place in self.root.glob("[0-9a-f][0-9a-f]/*"):
            sha256 = hash_of(f"{place.parent.name}/{place.name}")
            with suppress(FileNotFoundError):
                facts = place.stat()
                if sha256:
                    yield Kept(sha256, facts.st_size, facts.st_mtime)

    def collect(self, kept: Kept) -> bool:
        """Deletes a file unless it was put in again since it was listed.

        It is moved aside first and looked at there, where nobody can freshen it any more: whoever puts it in from then
        on finds it gone and puts in his own.
        """
        place = self.place(kept.sha256)
        if not _is_as_old(place, kept):
            return False
        with self.aside() as aside:
            try:
                os.rename(place, aside)
            except FileNotFoundError:
                return False
            if _is_as_old(aside, kept):
                return True
            os.replace(aside, place)
            return False

    @contextmanager
    def aside(self) -> Generator[Path]:
        """A name on the same disk to write to; gone at the end unless it was adopted."""
        _make_folder(self._incoming, self.root)
        aside = self._incoming / uuid.uuid4().hex
        try:
            yield aside
        finally:
            with suppress(OSError):
                aside.unlink(missing_ok=True)

    def adopt(self, aside: Path, sha256: str) -> Path:
        """Renames a file that is written and synced to its place, durably."""
        target = self.place(sha256)
        _make_folder(target.parent, self.root)
        os.replace(aside, target)
        _sync_folder(target.parent)
        return target

    def _clear_leftovers(self) -> None:
        oldest_s = time.time() - LEFTOVER_AGE_S
        with suppress(OSError):  # another process may be clearing too, and a folder that cannot be written may be read
            for leftover in self._incoming.iterdir():
                if leftover.stat().st_mtime < oldest_s:
                    leftover.unlink(missing_ok=True)


def _is_as_old(place: Path, kept: Kept) -> bool:
    try:
        return place.stat().st_mtime <= kept.put_at_s
    except FileNotFoundError:
        return False


def copy_hashed(source: Path, target: Path) -> tuple[str, int]:
    """Copies and syncs; returns the SHA-256 and the number of the bytes that were written."""
    digest, byte_count = hashlib.sha256(), 0
    with source.open("rb") as reader, target.open("xb") as writer:
        while chunk := reader.read(_CHUNK_BYTES):
            digest.update(chunk)
            byte_count += writer.write(chunk)
        sync(writer)
    return digest.hexdigest(), byte_count


def sync(writer: BinaryIO) -> None:
    """Waits until what was written is on the disk."""
    writer.flush()
    os.fsync(writer.fileno())


def _make_folder(folder: Path, root: Path) -> None:
    """Makes a folder whose name survives a loss of power: each parent down from the root's is synced."""
    if folder.is_dir():
        return
    folder.mkdir(parents=True, exist_ok=True)
    for parent in folder.parents:
        _sync_folder(parent)
        if parent == root.parent:
            return


def _sync_folder(folder: Path) -> None:
    """Makes the names in a folder durable; some network disks cannot, and then do it themselves."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):
            os.fsync(descriptor)
    finally:
        os.close(descriptor)
