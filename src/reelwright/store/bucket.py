"""The edge of an S3-compatible bucket: an object in, out, looked up or gone; every failure comes as one of ours."""

import re
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeVar

from reelwright.errors import ConfigurationError, StorageError
from reelwright.store.bucket_address import PART_BYTES, BucketAddress

Reply = TypeVar("Reply")
GONE = "gone"
"""The reason when an object is not there, or its bucket: a look at the bucket tells which."""
_AT_ONCE = 2
"""Parts under way together: few, so that a slow line carries each within the time-out."""
_INSTALL = 'pip install "reelwright[s3]"'


@dataclass(frozen=True)
class Found:
    """An object in the bucket."""

    key: str
    byte_count: int
    at: datetime
    """When it was last written, by the bucket's clock, in UTC."""


class Bucket:
    """Objects of a bucket under its prefix, by key. Opening it connects to nothing.

    Writing is atomic: an object is there whole or not at all. All that is asked can be asked again safely, because
    equal keys hold equal bytes.

    Raises:
        ConfigurationError: If the extra ``s3`` is not installed, or the address is no address.
    """

    def __init__(self, address: BucketAddress) -> None:
        self.address = address
        try:
            import obstore
            from obstore.store import S3Store
        except ImportError as problem:
            raise ConfigurationError(
                f"media in {address.url!r} needs a package that is not installed: {problem.name}",
                hint=f"Run `{_INSTALL}`, or empty REELWRIGHT_MEDIA_URL to keep media in a folder.",
                setting="media_url",
            ) from None
        self._api = obstore
        patience = address.patience
        keys = {
            "aws_endpoint_url_s3": address.endpoint_url,
            "region": address.region,
            "access_key_id": address.access_key_id,
            "secret_access_key": address.secret_access_key,
            "session_token": address.session_token,
            "disable_bulk_delete": "true",  # not every server that speaks S3 knows deletion in bulk
        }
        with self._faults("open"):
            self._store = S3Store(
                address.bucket,
                prefix=address.prefix or None,
                config={name: value for name, value in keys.items() if value},  # type: ignore[arg-type]  # all strings
                client_options={
                    "allow_http": address.endpoint_url.startswith("http://"),
                    "connect_timeout": timedelta(seconds=patience.connect_s),
                    "timeout": timedelta(seconds=patience.request_s),
                },
                retry_config={
                    "max_retries": patience.retries,
                    "retry_timeout": timedelta(seconds=patience.retrying_s),
                    "backoff": {"init_backoff": timedelta(seconds=0.2), "max_backoff": timedelta(seconds=5), "base": 2},
                },
            )

    def size(self, key: str) -> int | None:
        """An object's length in bytes, or nothing if it (or the whole bucket) is not there.

        Raises:
            StorageError: If the bucket cannot be reached or refuses.
        """
        found = self.find(key)
        return found and found.byte_count

    def objects(self) -> Generator[Found]:
        """Every object under the prefix.

        Raises:
            StorageError: If the bucket cannot be reached or refuses.
        """
        with self._faults("list"):
            for some in self._api.list(self._store):  # type: ignore[reportUnknownMemberType]
                for found in some:
                    yield Found(found["path"], found["size"], found["last_modified"])

    def find(self, key: str) -> Found | None:
        """An object, or nothing if it (or the whole bucket) is not there.

        Raises:
            StorageError: If the bucket cannot be reached or refuses.
        """
        try:
            with self._faults(f"look up {key!r}"):
                found = self._api.head(self._store, key)
                return Found(key, found["size"], found["last_modified"])
        except StorageError as problem:
            if problem.details["reason"] == GONE:
                return None
            raise

    def upload(self, source: Path, key: str, media_type: str) -> None:
        """Puts a file in, in parts if it is large.

        Raises:
            StorageError: If it could not be put in; then there is no such object, or the one from before.
        """

        def put() -> None:
            self._api.put(
                self._store,
                key,
                source,
                attributes={"Content-Type": media_type},
                chunk_size=PART_BYTES,
                max_concurrency=_AT_ONCE,
            )

        self._patiently(put, f"write {key!r}")

    def ranges(self, key: str, byte_count: int) -> Generator[bytes]:
        """An object's bytes, a range at a time; a reply that is cut off is asked for again.

        Raises:
            StorageError: If they do not come.
        """
        for start in range(0, byte_count, PART_BYTES):
            length = min(PART_BYTES, byte_count - start)
            yield self._patiently(lambda start=start, length=length: self._range(key, start, length), f"read {key!r}")

    def delete(self, key: str) -> None:
        """Deletes an object; silent when it is gone already.

        Raises:
            StorageError: If the bucket cannot be reached or refuses.
        """
        try:
            self._patiently(lambda: self._api.delete(self._store, key), f"delete {key!r}")
        except StorageError as problem:
            if problem.details["reason"] != GONE:
                raise
            self.reach()

    def reach(self) -> None:
        """Makes sure that the bucket is there and lets us in: lists one object.

        Raises:
            StorageError: If not; it says why.
        """
        with self._faults("list"):
            found = self._api.list(self._store, chunk_size=1)  # type: ignore[reportUnknownMemberType]
            next(iter(found), None)

    def _range(self, key: str, start: int, length: int) -> bytes:
        got = bytes(self._api.get_range(self._store, key, start=start, length=length))
        if len(got) != length:
            raise _CutOff(f"{len(got)} of {length} bytes came")
        return got

    def _patiently(self, ask: Callable[[], Reply], what: str) -> Reply:
        """Asks again after a time-out or a reply that was cut off; all else has been tried again below."""
        for left in reversed(range(self.address.patience.tries)):
            try:
                with self._faults(what):
                    return ask()
            except StorageError as problem:
                if not left or problem.details.get("reason") not in ("timed out", "cut off"):
                    raise
                time.sleep(0.2)
        raise AssertionError("the last try returns or raises")

    @contextmanager
    def _faults(self, what: str) -> Generator[None]:
        from obstore.exceptions import BaseError

        try:
            yield
        except (BaseError, FileNotFoundError, ValueError, _CutOff) as problem:
            raise bucket_fault(problem, self.address, what) from problem


class _CutOff(Exception):
    """Fewer bytes than were promised."""


_KEY_HINT = (
    "Check AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY (or AWS_PROFILE), and that the key may list the bucket and get,"
    " put and delete its objects."
)
_FAULTS: tuple[tuple[str, str, str, str], ...] = (
    (
        r"169\.254\.\d+\.\d+|\[fd00:ec2|/latest/api/token",
        "no keys",
        "there are no keys for the bucket {bucket!r}",
        "Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE to a profile that holds them.",
    ),
    (
        r"<Code>NoSuchBucket",
        "no bucket",
        "there is no bucket {bucket!r} at {endpoint}",
        "Make the bucket, or correct REELWRIGHT_MEDIA_URL (and REELWRIGHT_S3_ENDPOINT_URL).",
    ),
    (
        r"<Code>RequestTimeTooSkewed",
        "clock",
        "{endpoint} refuses requests from a clock that is wrong",
        "Set this machine's clock: requests are signed with the time.",
    ),
    (
        r"PermanentRedirect|AuthorizationHeaderMalformed|status code: 30[17]|bare redirect",
        "region",
        "the bucket {bucket!r} is in another region than {region!r}",
        "Set AWS_REGION to the bucket's region.",
    ),
    (
        r"status code: 40[13]|PermissionDenied|Unauthenticated",
        "refused",
        "{endpoint} refused to {what} in the bucket {bucket!r}{code}",
        _KEY_HINT,
    ),
    (
        r"kind: Timeout|timed out|TimedOut",
        "timed out",
        "{endpoint} did not answer in time to {what}",
        "Check the line and try again: `reelwright resume` goes on where it stopped.",
    ),
    (
        r"kind: Connect|error sending request",
        "unreachable",
        "{endpoint} cannot be reached",
        "Check the network and REELWRIGHT_S3_ENDPOINT_URL (http or https, host, port), then `reelwright resume`.",
    ),
    (
        r"status code: (5\d\d|429)|SlowDown",
        "failing",
        "{endpoint} failed to {what}, again and again{code}",
        "The bucket's server is in trouble or overloaded: wait, then `reelwright resume`.",
    ),
    (
        r"decoding response body|request or response body|kind: (Interrupted|Request|Decode)|bytes came",
        "cut off",
        "the reply of {endpoint} was cut off (to {what})",
        "Check the line and try again: `reelwright resume` goes on where it stopped.",
    ),
)
"""What a failure looks like in words, its reason for programs, what it means and what to do; the first that fits."""


def bucket_fault(problem: Exception, address: BucketAddress, what: str) -> StorageError:
    """What an exception of the bucket's client means to a person. Keys are in no message."""
    text = str(problem)
    code = re.search(r"<Code>(\w+)</Code>", text)
    words = {
        "bucket": address.bucket,
        "endpoint": address.endpoint_url or "Amazon S3",
        "region": address.region or "us-east-1",
        "what": what,
        "code": f" ({code[1]})" if code else "",
    }
    for pattern, reason, message, hint in _FAULTS:
        if re.search(pattern, text):
            return StorageError(message.format(**words), hint=hint, reason=reason, bucket=address.url)
    if isinstance(problem, FileNotFoundError):
        return StorageError(
            f"the object to {what} is not in {address.url!r}",
            hint="Make the film again: what is missing is made anew.",
            reason=GONE,
            bucket=address.url,
        )
    first = text.splitlines()[0] if text else type(problem).__name__
    return StorageError(
        f"the bucket {address.url!r} failed to {what}: {first[:300]}",
        hint="What was recorded before is kept; REELWRIGHT_MEDIA_URL names the bucket.",
        reason="other",
        bucket=address.url,
    )
