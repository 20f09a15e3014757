"""The media store in an S3-compatible bucket, read through a cache on this machine."""

import hashlib
import time
import uuid
from collections.abc import Generator
from pathlib import Path

from reelwright.errors import NotFound, StorageError
from reelwright.film.asset import Asset
from reelwright.keepers import Kept
from reelwright.store.bucket import Bucket
from reelwright.store.faults import disk_faults
from reelwright.store.media_cache import MediaCache
from reelwright.store.media_folder import copy_hashed, hash_of, key_of, sync

_FRESH_S = 6 * 3600.0
"""An object that was put in longer ago is written anew when it is put in again: nobody collects a new one for a day."""
_DOWNLOADS = 2
"""A file whose hash is wrong is fetched once more, in case the line was at fault."""


class BucketMediaStore:
    """Keeps objects as ``ab/cdef...`` under the bucket's prefix, as ``keepers.MediaStore`` promises.

    The bucket is the truth; the cache holds copies for whoever needs a path.

    Args:
        bucket: Where the bytes are kept.
        cache: Where copies lie on this machine.
    """

    def __init__(self, bucket: Bucket, cache: MediaCache) -> None:
        self._bucket, self._cache = bucket, cache

    def put(self, source: Path, media_type: str, origin: str = "") -> Asset:
        """Moves a file in: copied aside, uploaded unless an equal object is there, then kept in the cache.

        Whatever fails, the source is still there, and in the bucket there are all of its bytes or none.

        Raises:
            NotFound: If the source is no file.
            StorageError: If the disk is full, or the bucket is gone, refuses or does not answer.
        """
        if not source.is_file():
            raise NotFound(f"there is no file {str(source)!r} to keep")
        with disk_faults(self._cache.root), self._cache.aside() as aside:
            sha256, byte_count = copy_hashed(source, aside)
            asset = Asset(sha256=sha256, media_type=media_type, byte_count=byte_count, origin=origin)
            key = key_of(sha256)
            if not self._is_fresh(key, byte_count):
                self._bucket.upload(aside, key, media_type)
            self._cache.adopt(aside, asset)
        source.unlink(missing_ok=True)
        return asset

    def path(self, asset: Asset) -> Path:
        """A copy on this machine: from the cache, or fetched now and checked by length and SHA-256.

        It stays for an hour after its last use at least.

        Raises:
            NotFound: If the object is gone or shorter than it should be.
            StorageError: If the bucket does not give it, gives other bytes, or the disk is full.
        """
        with disk_faults(self._cache.root):
            cached = self._cache.find(asset)
            if cached:
                return cached
            self._must_have(asset)
            with self._cache.aside() as aside:
                for _ in range(_DOWNLOADS):
                    if self._fetched(asset, aside):
                        return self._cache.adopt(aside, asset)
        raise StorageError(
            f"the object {key_of(asset.sha256)!r} in {self._bucket.address.url!r} holds other bytes than it should",
            hint="Delete that object, then run `reelwright resume`: what is missing is made anew.",
            reason="damaged",
        )

    def has(self, asset: Asset) -> bool:
        """Whether the object is there, as long as it should be.

        Raises:
            StorageError: If the bucket is gone, refuses or does not answer: media is missing only for certain.
        """
        size = self._bucket.size(key_of(asset.sha256))
        if size is None:
            self._bucket.reach()
        return size == asset.byte_count

    def verify(self, asset: Asset) -> bool:
        """Whether the object is there and still hashes to its name; reads all of it from the bucket.

        Raises:
            StorageError: If the bucket is gone, refuses or does not answer.
        """
        if not self.has(asset):
            return False
        digest = hashlib.sha256()
        for piece in self._bucket.ranges(key_of(asset.sha256), asset.byte_count):
            digest.update(piece)
        return digest.hexdigest() == asset.sha256

    def remove(self, sha256: str) -> None:
        """Deletes the object and the copy; silent when they are gone already. Other machines' copies age away.

        Raises:
            StorageError: If the bucket is gone, refuses or does not answer.
        """
        self._bucket.delete(key_of(sha256))
        with disk_faults(self._cache.root):
            self._cache.drop(sha256)

    def everything(self) -> Generator[Kept]:
        """All objects that are media, in no order; others in the bucket are left out.

        Raises:
            StorageError: If the bucket is gone, refuses or does not answer.
        """
        for found in self._bucket.objects():
            sha256 = hash_of(found.key)
            if sha256:
                yield Kept(sha256, found.byte_count, found.at.timestamp())

    def collect(self, kept: Kept) -> bool:
        """Deletes an object unless it was put in again since it was listed; whether it did."""
        found = self._bucket.find(key_of(kept.sha256))
        if found is None or found.at.timestamp() > kept.put_at_s:
            return False
        self.remove(kept.sha256)
        return True

    def probe(self) -> None:
        """Puts a small object in and deletes it.

        Raises:
            StorageError: If the bucket is gone, refuses or does not answer, or the cache cannot be written.
        """
        key = f"incoming/{uuid.uuid4().hex}"
        with disk_faults(self._cache.root), self._cache.aside() as aside:
            aside.write_bytes(bytes(1))
            self._bucket.upload(aside, key, "application/octet-stream")
        self._bucket.delete(key)

    def _is_fresh(self, key: str, byte_count: int) -> bool:
        """Whether the object is there, and too young to be collected; an older one is written anew."""
        found = self._bucket.find(key)
        return bool(found and found.byte_count == byte_count and time.time() - found.at.timestamp() < _FRESH_S)

    def _must_have(self, asset: Asset) -> None:
        if not self.has(asset):
            raise NotFound(
                f"the media {asset.sha256[:12]}... ({asset.media_type}, {asset.byte_count} bytes) is gone from"
                f" {self._bucket.address.url!r}",
                hint="Make the film again: what is missing is made anew.",
            )

    def _fetched(self, asset: Asset, aside: Path) -> bool:
        """Writes the object aside and syncs it; whether its bytes are those of its name."""
        digest = hashlib.sha256()
        with aside.open("wb") as writer:
            for piece in self._bucket.ranges(key_of(asset.sha256), asset.byte_count):
                digest.update(piece)
                writer.write(piece)
            sync(writer)
        return digest.hexdigest() == asset.sha256
