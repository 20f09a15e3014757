"""The media store in a folder: files named by the SHA-256 of their bytes."""

import hashlib
from collections.abc import Generator
from pathlib import Path

from reelwright.errors import NotFound, StorageError
from reelwright.film.asset import Asset
from reelwright.keepers import Kept
from reelwright.store.faults import disk_faults
from reelwright.store.media_folder import HashedFolder, copy_hashed, sync


class FolderMediaStore:
    """Keeps files under a root as ``ab/cdef...``, as ``keepers.MediaStore`` promises.

    Args:
        root: Made when the first file comes in. Leftovers of killed processes in it are deleted.
        shared: The folder is one that several machines mount, so it must be there already.

    Raises:
        StorageError: If a shared folder is not there: making it would hide that the disk is not mounted.
    """

    def __init__(self, root: Path, *, shared: bool = False) -> None:
        if shared and not root.is_dir():
            raise StorageError(
                f"the shared media folder {str(root)!r} is not there",
                hint="Mount the disk it is on, or make the folder once by hand; REELWRIGHT_MEDIA_URL names it.",
                path=str(root),
            )
        self.root = root
        self._folder = HashedFolder(root)

    def put(self, source: Path, media_type: str, origin: str = "") -> Asset:
        """Moves a file in: written aside, synced, renamed; an equal file that is there already is kept instead.

        Whatever fails, the source is still there, and under the asset's name there are all of its bytes or none.

        Raises:
            NotFound: If the source is no file.
            StorageError: If the disk is full or cannot be written.
        """
        if not source.is_file():
            raise NotFound(f"there is no file {str(source)!r} to keep")
        with disk_faults(self.root), self._folder.aside() as aside:
            sha256, byte_count = copy_hashed(source, aside)
            if not self._folder.freshen(sha256, byte_count):
                self._folder.adopt(aside, sha256)
        source.unlink(missing_ok=True)
        return Asset(sha256=sha256, media_type=media_type, byte_count=byte_count, origin=origin)

    def path(self, asset: Asset) -> Path:
        """Where the bytes are.

        Raises:
            NotFound: If they are gone.
        """
        place = self._folder.place(asset.sha256)
        if not place.is_file():
            raise NotFound(
                f"the media {asset.sha256[:12]}... ({asset.media_type}, {asset.byte_count} bytes) is gone from"
                f" {str(self.root)!r}",
                hint="Make the film again: what is missing is made anew.",
            )
        return place

    def has(self, asset: Asset) -> bool:
        """Whether the bytes are there, as many as there should be."""
        return self._folder.holds(asset.sha256, asset.byte_count)

    def verify(self, asset: Asset) -> bool:
        """Whether the bytes are there and still hash to their name; reads the whole file."""
        place = self._folder.place(asset.sha256)
        with disk_faults(place):
            if not place.is_file():
                return False
            with place.open("rb") as file:
                return hashlib.file_digest(file, "sha256").hexdigest() == asset.sha256

    def remove(self, sha256: str) -> None:
        """Deletes the bytes; silent when they are gone already."""
        place = self._folder.place(sha256)
        with disk_faults(place):
            place.unlink(missing_ok=True)

    def everything(self) -> Generator[Kept]:
        """All files that are there, in no order."""
        with disk_faults(self.root):
            yield from self._folder.everything()

    def collect(self, kept: Kept) -> bool:
        """Deletes a file unless it was put in again since it was listed; whether it did."""
        with disk_faults(self.root):
            return self._folder.collect(kept)

    def probe(self) -> None:
        """Makes sure that files can be put in and deleted; a folder that is not there yet is made.

        Raises:
            StorageError: If not; it says why.
        """
        with disk_faults(self.root), self._folder.aside() as aside, aside.open("xb") as writer:
            writer.write(bytes(1))
            sync(writer)
