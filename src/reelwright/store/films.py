"""The film store on SQL: films with their shots, speeches, frames, takes, other media and events."""

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, TypeVar, cast

from pydantic import ValidationError
from sqlalchemy import Connection, RowMapping, Select, Table, case, delete, exists, func, or_, select, update

from reelwright.errors import Cancelled, Conflict, NotFound, StorageError
from reelwright.film.asset import Asset
from reelwright.film.base import Noun
from reelwright.film.call import CallState
from reelwright.film.film import Event, Film, FilmStatus
from reelwright.film.frame import Frame, FrameRole
from reelwright.film.shot import Shot
from reelwright.film.sound import Speech
from reelwright.film.take import Take
from reelwright.store import schema
from reelwright.store.database import Database, insert_once, lock_tables, upsert

AnyNoun = TypeVar("AnyNoun", bound=Noun)
SHORTEST_PREFIX = 4
EventValue = str | int | float | bool | None
UNFINISHED = (FilmStatus.QUEUED, FilmStatus.PROCESSING, FilmStatus.FAILED, FilmStatus.CANCELLED)

REFERRING = (schema.speeches, schema.frames, schema.takes, schema.film_media, schema.calls)
"""The tables whose rows keep an asset alive."""

_ROLE_ORDER = {FrameRole.HERO: 0, FrameRole.START: 1, FrameRole.END: 2, FrameRole.PANEL: 3}


class SqlFilmStore:
    """Keeps films in a database, as ``keepers.FilmStore`` promises. Every method is one transaction."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def add_film(self, film: Film, shots: tuple[Shot, ...] = ()) -> None:
        """A new film, with its shots if it comes with them: both are there, or neither.

        Raises:
            Conflict: If there is a film of that id.
        """
        with self.database.write(f"film {film.id!r}") as connection:
            connection.execute(schema.films.insert().values(_film_row(film)))
            _put_shots(connection, film.id, shots)

    def film(self, film_id: str) -> Film:
        """The film; an unambiguous start of its id of at least four characters is enough.

        Raises:
            NotFound: If there is none, or more than one.
        """
        table = schema.films
        with self.database.read() as connection:
            exact = connection.execute(select(table).where(table.c.id == film_id)).mappings().first()
            if exact:
                return _read(Film, exact)
            start = func.substr(table.c.id, 1, len(film_id)) == film_id
            rows = connection.execute(select(table).where(start).order_by(table.c.id).limit(6)).mappings().all()
        return _read(Film, _only(film_id, rows))

    def films(self, status: FilmStatus | None = None, limit: int = 100) -> tuple[Film, ...]:
        """The newest first, at most ``limit``."""
        query = select(schema.films)
        if status:
            query = query.where(schema.films.c.status == status.value)
        return self._newest(query.limit(limit))

    def unfinished(self, identity: str | None = None) -> tuple[Film, ...]:
        """Films queued, processing, failed or cancelled, newest first; with an identity, only those of that brief."""
        query = select(schema.films).where(schema.films.c.status.in_([status.value for status in UNFINISHED]))
        if identity is not None:
            query = query.where(schema.films.c.identity == identity)
        return self._newest(query)

    def save_film(self, film: Film) -> None:
        """The film as it is now.

        Raises:
            NotFound: If it was never added, or has been removed.
        """
        with self.database.write() as connection:
            done = connection.execute(update(schema.films).where(schema.films.c.id == film.id).values(_film_row(film)))
            if done.rowcount == 0:
                raise _no_film(film.id)

    def change_film(self, film_id: str, worker: str | None = None, **fields: Any) -> Film:
        """Changes these fields of the film and no other, whoever else changes it at the same time.

        Args:
            film_id: The whole id.
            worker: The process that must be making it; None when it does not matter.
            fields: Their new values.

        Raises:
            NotFound: If there is no such film.
            Cancelled: If a person has cancelled it.
            Conflict: If another process makes it by now.
        """
        with self.database.write() as connection:
            film = locked_film(connection, film_id)
            if worker is not None:
                must_be_made_by(film, worker)
            film = film.model_copy(update=fields)
            put_film(connection, film)
            return film

    def remove_film(self, film_id: str) -> tuple[str, ...]:
        """Deletes a film with all it owns; returns the SHA-256 of media that nothing else uses.

        Calls that no other film uses go with it, and so do the registered assets that nothing refers to any more. The
        caller deletes the bytes after this has been committed, so that no row ever points at missing bytes.

        Args:
            film_id: The whole id.

        Raises:
            NotFound: If there is no such film.
        """
        with self.database.write() as connection:
            lock_tables(connection, schema.calls, schema.assets)
            _delete_own_calls(connection, film_id)
            if connection.execute(delete(schema.films).where(schema.films.c.id == film_id)).rowcount == 0:
                raise _no_film(film_id)
            return sweep_assets(connection)

    def save_shots(self, film_id: str, shots: tuple[Shot, ...]) -> None:
        """Replaces the film's shots; speech, frames and takes of a shot that is no longer there go with it."""
        with self.database.write(f"film {film_id!r}") as connection:
            kept = [shot.id for shot in shots]
            table = schema.shots
            connection.execute(delete(table).where(table.c.film_id == film_id, table.c.id.not_in(kept)))
            _put_shots(connection, film_id, shots)

    def shots(self, film_id: str) -> tuple[Shot, ...]:
        """In order."""
        table = schema.shots
        query = select(table).where(table.c.film_id == film_id).order_by(table.c.number, table.c.id)
        return self._all(Shot, query)

    def save_speech(self, film_id: str, speech: Speech) -> None:
        """Replaces the speech of its shot."""
        self._save(schema.speeches, speech, speech.asset, film_id=film_id, shot_id=speech.shot_id)

    def speeches(self, film_id: str) -> tuple[Speech, ...]:
        """In the order of the shots."""
        return self._all(Speech, _by_shot(schema.speeches, film_id))

    def save_frame(self, frame: Frame) -> None:
        """Inserts or replaces by id within the film."""
        named = {"film_id": frame.film_id, "id": frame.id, "shot_id": frame.shot_id}
        self._save(schema.frames, frame, frame.asset, **named, role=frame.role.value, variation=frame.variation)

    def frames(self, film_id: str) -> tuple[Frame, ...]:
        """In the order of the shots; start before end, then by variation."""
        table = schema.frames
        order = case({role.value: place for role, place in _ROLE_ORDER.items()}, value=table.c.role)
        return self._all(Frame, _by_shot(table, film_id).order_by(order, table.c.variation, table.c.id))

    def save_take(self, take: Take) -> None:
        """Inserts or replaces by id within the film."""
        named = {"film_id": take.film_id, "id": take.id, "shot_id": take.shot_id}
        self._save(schema.takes, take, take.asset, **named, number=take.number)

    def takes(self, film_id: str) -> tuple[Take, ...]:
        """In the order of the shots, then by number."""
        table = schema.takes
        return self._all(Take, _by_shot(table, film_id).order_by(table.c.number, table.c.id))

    def save_media(self, film_id: str, name: str, asset: Asset) -> None:
        """Other media of a film under a name: ``music``, ``film.mp4``, ``poster.png``."""
        self._save(schema.film_media, asset, asset, film_id=film_id, name=name)

    def media(self, film_id: str) -> dict[str, Asset]:
        """Other media of a film by name, in the order of the names."""
        table = schema.film_media
        query = select(table).where(table.c.film_id == film_id).order_by(table.c.name)
        with self.database.read() as connection:
            return {row["name"]: _read(Asset, row) for row in connection.execute(query).mappings()}

    def add_event(self, film_id: str, kind: str, body: Mapping[str, EventValue]) -> Event:
        """Appends; ids increase by at least one and are never reused.

        Raises:
            NotFound: If there is no such film.
        """
        with self.database.write() as connection:
            # The film's row is locked until the commit, so that a follower never sees a higher id before a lower one.
            owner = select(schema.films.c.id).where(schema.films.c.id == film_id).with_for_update(key_share=True)
            if connection.execute(owner).first() is None:
                raise _no_film(film_id)
            return append_event(connection, film_id, kind, body)

    def events(self, film_id: str, after: int = 0) -> tuple[Event, ...]:
        """Events with an id above ``after``, in order."""
        table = schema.events
        query = select(table).where(table.c.film_id == film_id, table.c.id > after).order_by(table.c.id)
        with self.database.read() as connection:
            return tuple(
                Event(id=row.id, film_id=row.film_id, kind=row.kind, at=row.at, body=json.loads(row.body))
                for row in connection.execute(query)
            )

    def _newest(self, query: Select[Any]) -> tuple[Film, ...]:
        return self._all(Film, query.order_by(schema.films.c.created_at.desc(), schema.films.c.id.desc()))

    def _all(self, kind: type[AnyNoun], query: Select[Any]) -> tuple[AnyNoun, ...]:
        with self.database.read() as connection:
            return tuple(_read(kind, row) for row in connection.execute(query).mappings())

    def _save(self, table: Table, noun: Noun, asset: Asset, **columns: str | int) -> None:
        """Registers the asset and writes the row that refers to it."""
        owner = f"shot {columns['shot_id']!r} of film" if "shot_id" in columns else "film"
        with self.database.write(f"{owner} {columns['film_id']!r}") as connection:
            register_asset(connection, asset)
            upsert(connection, table, {**columns, "sha256": asset.sha256, "document": noun.model_dump_json()})


def locked_film(connection: Connection, film_id: str) -> Film:
    """The film, which nobody else changes until the transaction ends.

    Raises:
        NotFound: If there is no such film.
    """
    query = select(schema.films).where(schema.films.c.id == film_id).with_for_update()
    row = connection.execute(query).mappings().first()
    if row is None:
        raise _no_film(film_id)
    return _read(Film, row)


def put_film(connection: Connection, film: Film) -> None:
    """Writes a film whose row is locked."""
    connection.execute(update(schema.films).where(schema.films.c.id == film.id).values(_film_row(film)))


def must_be_made_by(film: Film, worker: str) -> None:
    """Makes sure that a process may still change a film.

    Raises:
        Cancelled: If a person has cancelled it.
        Conflict: If another process makes it by now.
    """
    if film.status is FilmStatus.CANCELLED:
        raise cancelled_film(film.id)
    if film.worker != worker:
        raise Conflict(f"the film {film.id} is made by another process by now ({film.worker or 'none'})")


def cancelled_film(film_id: str) -> Cancelled:
    """What stops whoever still works on a cancelled film."""
    hint = f"What was made is kept: `reelwright resume {film_id}` goes on from there."
    return Cancelled(f"the film {film_id} was cancelled", hint=hint, film_id=film_id)


def append_event(connection: Connection, film_id: str, kind: str, body: Mapping[str, EventValue]) -> Event:
    """Appends an event of a film whose row is locked."""
    values = {"film_id": film_id, "kind": kind, "at": datetime.now(UTC), "body": json.dumps(dict(body))}
    done = connection.execute(schema.events.insert().values(values))
    return Event.model_validate(values | {"id": cast(tuple[int], done.inserted_primary_key)[0], "body": body})


def register_asset(connection: Connection, asset: Asset) -> None:
    """Notes that the bytes are used, before a row refers to them."""
    insert_once(connection, schema.assets, {**asset.model_dump(), "created_at": datetime.now(UTC)})


def _film_row(film: Film) -> dict[str, object]:
    return {
        "id": film.id,
        "identity": film.brief.identity,
        "status": film.status.value,
        "until": film.until.value,
        "created_at": film.created_at,
        "updated_at": datetime.now(UTC),
        "document": film.model_dump_json(),
    }


def _read(kind: type[AnyNoun], row: RowMapping) -> AnyNoun:
    try:
        return kind.model_validate_json(row["document"])
    except ValidationError as problem:
        named = ", ".join(f"{name} {row[name]!r}" for name in ("film_id", "id", "shot_id", "name") if name in row)
        raise StorageError(
            f"a stored {kind.__name__} ({named}) cannot be read: {problem.errors()[0]['msg']}",
            hint="Another version of Reelwright may have written it; the other films can still be used.",
        ) from problem


def _only(film_id: str, rows: Sequence[RowMapping]) -> RowMapping:
    """The one film that a start of an id names."""
    if len(film_id) < SHORTEST_PREFIX:
        raise NotFound(
            f"there is no film {film_id!r}; a start of an id needs {SHORTEST_PREFIX} characters or more",
            hint="`reelwright films` lists the films with their ids.",
        )
    if not rows:
        raise _no_film(film_id)
    if len(rows) > 1:
        found = ", ".join(row["id"] for row in rows[:5]) + (" ..." if len(rows) > 5 else "")
        raise NotFound(f"{film_id!r} is the start of more than one film: {found}", hint="Write more of the id.")
    return rows[0]


def _no_film(film_id: str) -> NotFound:
    return NotFound(f"there is no film {film_id!r}", hint="`reelwright films` lists the films with their ids.")


def _put_shots(connection: Connection, film_id: str, shots: tuple[Shot, ...]) -> None:
    for shot in shots:
        row = {"film_id": film_id, "id": shot.id, "number": shot.number, "document": shot.model_dump_json()}
        upsert(connection, schema.shots, row)


def _by_shot(table: Table, film_id: str) -> Select[Any]:
    """A film's rows in the order of its shots."""
    shots = schema.shots
    of_shot = (shots.c.film_id == table.c.film_id) & (shots.c.id == table.c.shot_id)
    return select(table).join(shots, of_shot).where(table.c.film_id == film_id).order_by(shots.c.number, shots.c.id)


def _delete_own_calls(connection: Connection, film_id: str) -> None:
    """Calls that this film uses and no other, but paid ones that are still open: their money is not settled."""
    links, calls = schema.film_calls, schema.calls
    used = exists().where(links.c.call_key == calls.c.key, links.c.film_id == film_id)
    elsewhere = exists().where(links.c.call_key == calls.c.key, links.c.film_id != film_id)
    ended = calls.c.state.in_([CallState.STORED.value, CallState.FAILED.value]) | calls.c.estimate_usd.is_(None)
    connection.execute(delete(calls).where(used, ~elsewhere, ended))


def sweep_assets(connection: Connection) -> tuple[str, ...]:
    """Takes assets that nothing refers to off the register."""
    assets = schema.assets
    in_use = or_(*(exists().where(table.c.sha256 == assets.c.sha256) for table in REFERRING))
    lost = tuple(connection.execute(select(assets.c.sha256).where(~in_use).order_by(assets.c.sha256)).scalars())
    connection.execute(delete(assets).where(~in_use))
    return lost
