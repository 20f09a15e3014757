"""The local copies of media that are kept elsewhere: a folder that forgets what was not used for longest."""

import os
import time
from collections.abc import Generator
from contextlib import AbstractContextManager, suppress
from pathlib import Path

from reelwright.film.asset import Asset
from reelwright.store.media_folder import HashedFolder

IN_USE_S = 3600.0
"""Whoever was given a file's path may read it for so long; until then it is not deleted."""
_LOOK_AGAIN = 0.02
"""Share of the limit that may come in before the folder is weighed again."""


class MediaCache:
    """Files under a root as ``ab/cdef...``, together not much larger than the limit.

    What is being written lies in ``incoming`` and is never deleted here. Several processes may share the folder: each
    weighs it after its first file and then whenever it has added a fiftieth of the limit.

    Args:
        root: Can be emptied while nothing runs.
        limit_bytes: Beyond it the files that were not used for longest are deleted.
        in_use_s: How long a file stays whatever the limit says, from its last use.
    """

    def __init__(self, root: Path, limit_bytes: int, *, in_use_s: float = IN_USE_S) -> None:
        self.root, self._limit_bytes, self._in_use_s = root, limit_bytes, in_use_s
        self._folder = HashedFolder(root)
        self._unweighed_bytes = limit_bytes

    def find(self, asset: Asset) -> Path | None:
        """The local copy, now used, or nothing."""
        place = self._folder.place(asset.sha256)
        try:
            os.utime(place)
        except (FileNotFoundError, NotADirectoryError):
            return None
        return place if self._folder.holds(asset.sha256, asset.byte_count) else None

    def aside(self) -> AbstractContextManager[Path]:
        """A name on the same disk to write to; gone at the end unless it was adopted."""
        return self._folder.aside()

    def adopt(self, aside: Path, asset: Asset) -> Path:
        """Takes a file in that is written and synced, and makes room for it."""
        place = self._folder.adopt(aside, asset.sha256)
        self._unweighed_bytes += asset.byte_count
        if self._unweighed_bytes > self._limit_bytes * _LOOK_AGAIN:
            self.shrink()
        return place

    def drop(self, sha256: str) -> None:
        """Deletes a copy; silent when there is none."""
        self._folder.place(sha256).unlink(missing_ok=True)

    def shrink(self) -> int:
        """Deletes the files that were not used for longest until the limit holds; returns how many bytes went."""
        found = sorted(self._files())
        surplus, freed = sum(size for _, size, _ in found) - self._limit_bytes, 0
        young_s = time.time() - self._in_use_s
        for used_s, size, place in found:
            if freed >= surplus or used_s > young_s:
                break
            with suppress(PermissionError):  # Windows keeps what somebody reads
                place.unlink(missing_ok=True)
                freed += size
        self._unweighed_bytes = 0
        return freed

    def _files(self) -> Generator[tuple[float, int, Path]]:
        """When each was last used, its size, and where it is; another process may delete while we look."""
        for place in self.root.glob("[0-9a-f][0-9a-f]/*"):
            with suppress(FileNotFoundError):
                facts = place.stat()
                yield facts.st_mtime, facts.st_size, place
