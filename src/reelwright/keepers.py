"""What the house asks of its stores: protocols for films and media, kept in a database and a folder or a bucket."""

from collections.abc import Generator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from reelwright.film.asset import Asset
from reelwright.film.film import Event, Film, FilmStatus
from reelwright.film.frame import Frame
from reelwright.film.shot import Shot
from reelwright.film.sound import Speech
from reelwright.film.take import Take


class FilmStore(Protocol):
    """Keeps films, shots, speeches, frames, takes and events. Every method is one transaction."""

    def add_film(self, film: Film, shots: tuple[Shot, ...] = ()) -> None:
        """A new film, with its shots if it comes with them: both are there, or neither."""
        ...

    def film(self, film_id: str) -> Film:
        """The film; an unambiguous start of its id of at least four characters is enough.

        Raises:
            NotFound: If there is none, or more than one.
        """
        ...

    def films(self, status: FilmStatus | None = None, limit: int = 100) -> tuple[Film, ...]:
        """The newest first."""
        ...

    def unfinished(self, identity: str | None = None) -> tuple[Film, ...]:
        """Films queued, processing, failed or cancelled, newest first; with an identity, only those of that brief."""
        ...

    def save_film(self, film: Film) -> None:
        """The film as it is now."""
        ...

    def change_film(self, film_id: str, worker: str | None = None, **fields: Any) -> Film:
        """Changes these fields of the film and no other; with ``worker`` only while that process makes it.

        Raises:
            Conflict: If another process makes it by now.
        """
        ...

    def remove_film(self, film_id: str) -> tuple[str, ...]:
        """Deletes a film with all it owns; returns the SHA-256 of media that nothing else uses."""
        ...

    def save_shots(self, film_id: str, shots: tuple[Shot, ...]) -> None:
        """Replaces the film's shots."""
        ...

    def shots(self, film_id: str) -> tuple[Shot, ...]:
        """In order."""
        ...

    def save_speech(self, film_id: str, speech: Speech) -> None:
        """Replaces the speech of its shot."""
        ...

    def speeches(self, film_id: str) -> tuple[Speech, ...]:
        """In the order of the shots."""
        ...

    def save_frame(self, frame: Frame) -> None:
        """Inserts or replaces by id."""
        ...

    def frames(self, film_id: str) -> tuple[Frame, ...]:
        """In the order of the shots; start before end."""
        ...

    def save_take(self, take: Take) -> None:
        """Inserts or replaces by id."""
        ...

    def takes(self, film_id: str) -> tuple[Take, ...]:
        """In the order of the shots, then by number."""
        ...

    def save_media(self, film_id: str, name: str, asset: Asset) -> None:
        """Other media of a film under a name: ``music``, ``film.mp4``, ``poster.png``."""
        ...

    def media(self, film_id: str) -> dict[str, Asset]:
        """Other media of a film by name."""
        ...

    def add_event(self, film_id: str, kind: str, body: Mapping[str, str | int | float | bool | None]) -> Event:
        """Appends; ids increase by at least one and are never reused."""
        ...

    def events(self, film_id: str, after: int = 0) -> tuple[Event, ...]:
        """Events with an id above ``after``, in order."""
        ...


@dataclass(frozen=True)
class Kept:
    """One file in a media store."""

    sha256: str
    byte_count: int
    put_at_s: float
    """When it was put in last, in seconds since 1970, by the clock of the disk or bucket."""


class MediaStore(Protocol):
    """Keeps files by the SHA-256 of their bytes."""

    def put(self, source: Path, media_type: str, origin: str = "") -> Asset:
        """Moves a file in: written aside, synced, renamed; an equal file that is there already is kept instead."""
        ...

    def path(self, asset: Asset) -> Path:
        """Where the bytes are.

        Raises:
            NotFound: If they are gone.
        """
        ...

    def has(self, asset: Asset) -> bool:
        """Whether the bytes are there."""
        ...

    def remove(self, sha256: str) -> None:
        """Deletes the bytes; silent when they are gone already."""
        ...

    def everything(self) -> Generator[Kept]:
        """All files that are there, in no order."""
        ...

    def collect(self, kept: Kept) -> bool:
        """Deletes a file unless it was put in again since it was listed; whether it did."""
        ...

    def probe(self) -> None:
        """Makes sure that files can be put in and deleted.

        Raises:
            StorageError: If not; it says why.
        """
        ...
