"""A place on this machine for what a provider said and the store could not take: what was paid is not lost."""

import json
import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, cast

from reelwright.film.asset import Asset
from reelwright.film.money import Usage
from reelwright.ports import MediaFile
from reelwright.store.faults import disk_faults
from reelwright.workflows.recipes import Made

_SLOT_BYTES = 16 * 1024
"""Written before the call is sent, so that a disk that fills up meanwhile still takes the answer in its place."""


@dataclass
class Answer:
    """What a provider answered and we have paid for."""

    made: Made
    asset: Asset | None = None
    """Its file, once the media store has it."""


class Rescue:
    """Slots by nonce, in a folder beside the database.

    Args:
        folder: Made with the first slot; on the disk on which work in progress lies.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def prepare(self, nonce: str) -> None:
        """Makes a slot.

        Raises:
            StorageError: If there is no room for it; then nothing should be sent either.
        """
        with disk_faults(self._folder):
            self._folder.mkdir(parents=True, exist_ok=True)
            _write(self._slot(nonce), bytes(_SLOT_BYTES))

    def keep_id(self, nonce: str, remote_id: str) -> None:
        """Keeps the provider's id of a call.

        Raises:
            StorageError: If even the slot cannot be written.
        """
        self._keep(nonce, {"remote_id": remote_id})

    def keep_answer(self, nonce: str, answer: Answer) -> None:
        """Keeps an answer; its file is moved here unless the media store has it.

        Raises:
            StorageError: If even the slot cannot be written.
        """
        made = answer.made
        said: dict[str, Any] = {"body": made.body, "notes": list(made.notes)}
        said["usage"] = made.usage.model_dump(mode="json")
        if answer.asset is not None:
            said["asset"] = answer.asset.model_dump(mode="json")
        elif made.media is not None:
            with disk_faults(self._folder):
                os.replace(made.media.path, self._file(nonce))
            said["media_type"] = made.media.media_type
        self._keep(nonce, said)

    def find(self, nonce: str) -> str | Answer | None:
        """The provider's id, or the answer, that was kept for a call; nothing if there is none."""
        said = _read(self._slot(nonce))
        if "remote_id" in said:
            return str(said["remote_id"])
        if "body" not in said:
            return None
        made = Made(None, said["body"], Usage.model_validate(said["usage"]), tuple(said["notes"]))
        if "media_type" in said:
            made = replace(made, media=MediaFile(self._file(nonce), said["media_type"]))
        return Answer(made, Asset.model_validate(said["asset"]) if "asset" in said else None)

    def named(self) -> set[str]:
        """The SHA-256 of media that an answer kept here has put into the media store already."""
        said = [_read(slot) for slot in self._folder.glob("*.json")]
        return {found["asset"]["sha256"] for found in said if "asset" in found}

    def forget(self, nonce: str) -> None:
        """Deletes a slot; the store has it now."""
        for path in (self._slot(nonce), self._file(nonce)):
            with disk_faults(path):
                path.unlink(missing_ok=True)

    def _keep(self, nonce: str, said: dict[str, Any]) -> None:
        with disk_faults(self._folder):
            _write(self._slot(nonce), json.dumps(said).encode().ljust(_SLOT_BYTES, b"\0"))

    def _slot(self, nonce: str) -> Path:
        return self._folder / f"{nonce}.json"

    def _file(self, nonce: str) -> Path:
        return self._folder / f"{nonce}.media"


def _read(slot: Path) -> dict[str, Any]:
    try:
        written = slot.read_bytes().rstrip(b"\0")
        return cast("dict[str, Any]", json.loads(written)) if written else {}
    except (OSError, ValueError):
        return {}


def _write(path: Path, content: bytes) -> None:
    """Writes over what is there, in its place, and syncs."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    with os.fdopen(descriptor, "r+b") as writer:
        writer.write(content)
        writer.truncate()
        writer.flush()
        os.fsync(writer.fileno())
