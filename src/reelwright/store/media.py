"""The media store in a folder: files named by the SHA-256 of their bytes."""

import hashlib
import os
import re
import time
import uuid
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from reelwright.errors import BadInput, NotFound
from reelwright.film.asset import Asset
from reelwright.store.faults import disk_faults

LEFTOVER_AGE_S = 3600.0
"""A file that was being written for longer belongs to a process that was killed."""
_CHUNK_BYTES = 1 << 20
_SHA256 = re.compile(r"[0-9a-f]{64}")


class FolderMediaStore:
    """Keeps files under a root as ``ab/cdef...``, as ``ports.MediaStore`` promises.

    Args:
        root: Made when the first file comes in. Leftovers of killed processes in it are deleted.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self._incoming = root / "incoming"
        self._clear_leftovers()

    def put(self, source: Path, media_type: str, origin: str = "") -> Asset:
        """Moves a file in: written aside, synced, renamed; an equal file that is there already is kept instead.

        Whatever fails, the source is still there, and under the asset's name there are all of its bytes or none.

        Raises:
            NotFound: If the source is no file.
            StorageError: If the disk is full or cannot be written.
        """
        if not source.is_file():
            raise NotFound(f"there is no file {str(source)!r} to keep")
        with disk_faults(self.root), self._aside() as aside:
            sha256, byte_count = _copy(source, aside)
            target = self._place(sha256)
            if not _same_size(target, byte_count):
                _make_folder(target.parent, self.root)
                os.replace(aside, target)
                _sync_folder(target.parent)
        source.unlink(missing_ok=True)
        return Asset(sha256=sha256, media_type=media_type, byte_count=byte_count, origin=origin)

    def path(self, asset: Asset) -> Path:
        """Where the bytes are.

        Raises:
            NotFound: If they are gone.
        """
        place = self._place(asset.sha256)
        if not place.is_file():
            raise NotFound(
                f"the media {asset.sha256[:12]}... ({asset.media_type}, {asset.byte_count} bytes) is gone from"
                f" {str(self.root)!r}",
                hint="Make the film again: what is missing is made anew.",
            )
        return place

    def has(self, asset: Asset) -> bool:
        """Whether the bytes are there, as many as there should be."""
        return _same_size(self._place(asset.sha256), asset.byte_count)

    def verify(self, asset: Asset) -> bool:
        """Whether the bytes are there and still hash to their name; reads the whole file."""
        place = self._place(asset.sha256)
        with disk_faults(place):
            if not place.is_file():
                return False
            with place.open("rb") as file:
                return hashlib.file_digest(file, "sha256").hexdigest() == asset.sha256

    def remove(self, sha256: str) -> None:
        """Deletes the bytes; silent when they are gone already."""
        place = self._place(sha256)
        with disk_faults(place):
            place.unlink(missing_ok=True)

    def _place(self, sha256: str) -> Path:
        if not _SHA256.fullmatch(sha256):
            raise BadInput(f"{sha256!r} is no SHA-256; it has 64 digits of 0-9 and a-f")
        return self.root / sha256[:2] / sha256[2:]

    @contextmanager
    def _aside(self) -> Generator[Path]:
        """A name on the same disk to write to; gone at the end unless it was renamed."""
        _make_folder(self._incoming, self.root)
        aside = self._incoming / uuid.uuid4().hex
        try:
            yield aside
        finally:
            with suppress(OSError):
                aside.unlink(missing_ok=True)

    def _clear_leftovers(self) -> None:
        oldest_s = time.time() - LEFTOVER_AGE_S
        with suppress(OSError):  # another process may be clearing too, and a folder that cannot be written may be read
            for leftover in self._incoming.iterdir():
                if leftover.stat().st_mtime < oldest_s:
                    leftover.unlink(missing_ok=True)


def _copy(source: Path, target: Path) -> tuple[str, int]:
    """Copies and syncs; returns the SHA-256 and the number of the bytes that were written."""
    digest, byte_count = hashlib.sha256(), 0
    with source.open("rb") as reader, target.open("xb") as writer:
        while chunk := reader.read(_CHUNK_BYTES):
            digest.update(chunk)
            byte_count += writer.write(chunk)
        _sync(writer)
    return digest.hexdigest(), byte_count


def _sync(writer: BinaryIO) -> None:
    writer.flush()
    os.fsync(writer.fileno())


def _same_size(place: Path, byte_count: int) -> bool:
    try:
        return place.stat().st_size == byte_count
    except (FileNotFoundError, NotADirectoryError):
        return False


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
