"""How the prompts of a film changed: enhancements with their whole exchange, and changes that a person decided on."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, Select, func, select

from reelwright.errors import Conflict, NotFound
from reelwright.film.base import Noun
from reelwright.film.craft import Enhancement, PromptChange
from reelwright.film.film import Film, FilmStatus
from reelwright.film.shot import Shot
from reelwright.store import schema
from reelwright.store.database import Database, now, upsert
from reelwright.store.films import locked_film, put_film

_AT_WORK = (FilmStatus.QUEUED, FilmStatus.PROCESSING)
AnyNoun = TypeVar("AnyNoun", bound=Noun)


class PromptStore:
    """Keeps enhancements and prompt changes. Every method is one transaction."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def save_enhancement(self, made: Enhancement) -> None:
        """Inserts or replaces by id within the film."""
        row = {"film_id": made.film_id, "id": made.id, "shot_id": made.shot_id, "at": made.at}
        with self.database.write(f"shot {made.shot_id!r} of film {made.film_id!r}") as connection:
            upsert(connection, schema.enhancements, row | {"document": made.model_dump_json()})

    def enhancements(self, film_id: str, shot_id: str | None = None) -> tuple[Enhancement, ...]:
        """Of a film or of one shot, the oldest first."""
        table = schema.enhancements
        query = select(table.c.document).where(table.c.film_id == film_id).order_by(table.c.at, table.c.id)
        return self._all(Enhancement, query if shot_id is None else query.where(table.c.shot_id == shot_id))

    def propose(self, film_id: str, changes: Sequence[PromptChange]) -> tuple[PromptChange, ...]:
        """Changes for a person to decide on, with their ids; one that is open already is not proposed twice.

        Raises:
            NotFound: If there is no such film.
        """
        with self.database.write(f"film {film_id!r}") as connection:
            locked_film(connection, film_id)
            known = _changes(connection, film_id)
            waiting = {(one.shot_id, one.field, one.old, one.new): one for one in known if one.decision is None}
            found: list[PromptChange] = []
            number = len(known)
            for change in changes:
                same = waiting.get((change.shot_id, change.field, change.old, change.new))
                if same is None:
                    number += 1
                    same = change.model_copy(update={"id": f"c{number}", "at": now(connection)})
                    _put(connection, film_id, same)
                found.append(same)
            return tuple(found)

    def changes(self, film_id: str, shot_id: str | None = None) -> tuple[PromptChange, ...]:
        """All that was ever proposed for a film or a shot, in that order: how its prompts evolved."""
        with self.database.read() as connection:
            return tuple(one for one in _changes(connection, film_id) if shot_id in (None, one.shot_id))

    def decide(self, film_id: str, ids: Iterable[str], *, accepts: bool) -> tuple[PromptChange, ...]:
        """Accepts changes, which writes them into their shots and lets the film's next run make what depends on them;
        or rejects them.

        Raises:
            NotFound: If there is no such film or change.
            Conflict: If one is decided already, if the prompt is another one by now, or while the film is being made.
        """
        with self.database.write(f"film {film_id!r}") as connection:
            film = locked_film(connection, film_id)
            known = {one.id: one for one in _changes(connection, film_id)}
            wanted = [_open(film, known.get(one), one) for one in ids]
            if accepts and wanted:
                _write(connection, film, wanted)
            decided = tuple(
                one.model_copy(
                    update={"decision": "accepted" if accepts else "rejected", "decided_at": now(connection)}
                )
                for one in wanted
            )
            for one in decided:
                _put(connection, film_id, one)
            return decided

    def applied(self, film_id: str, shots: Sequence[Shot]) -> tuple[Shot, ...]:
        """Shots that were specified anew, with every accepted change whose old prompt stands there again."""
        accepted = [one for one in self.changes(film_id) if one.decision == "accepted"]
        return tuple(_changed(shot, [one for one in accepted if one.shot_id == shot.id]) for shot in shots)

    def acceptance(self, film_id: str | None = None) -> dict[str, dict[str, int]]:
        """How many changes were accepted, rejected and left open, by what they came from."""
        table = schema.prompt_changes
        query = select(table.c.source, table.c.decision, func.count()).group_by(table.c.source, table.c.decision)
        if film_id is not None:
            query = query.where(table.c.film_id == film_id)
        counted: dict[str, Counter[str]] = {}
        with self.database.read() as connection:
            for source, decision, count in connection.execute(query):
                counted.setdefault(source, Counter())[decision or "open"] += count
        return {source: dict(counts) for source, counts in sorted(counted.items())}

    def _all(self, kind: type[AnyNoun], query: Select[Any]) -> tuple[AnyNoun, ...]:
        with self.database.read() as connection:
            return tuple(kind.model_validate_json(one) for one in connection.execute(query).scalars())


def _changes(connection: Connection, film_id: str) -> tuple[PromptChange, ...]:
    table = schema.prompt_changes
    query = select(table.c.document).where(table.c.film_id == film_id).order_by(func.length(table.c.id), table.c.id)
    return tuple(PromptChange.model_validate_json(one) for one in connection.execute(query).scalars())


def _put(connection: Connection, film_id: str, change: PromptChange) -> None:
    row = {
        "film_id": film_id,
        "id": change.id,
        "shot_id": change.shot_id,
        "field": change.field.value,
        "source": change.source,
        "decision": change.decision,
        "at": change.at,
        "document": change.model_dump_json(),
    }
    upsert(connection, schema.prompt_changes, row)


def _open(film: Film, change: PromptChange | None, change_id: str) -> PromptChange:
    if change is None:
        raise NotFound(f"the film {film.id} has no prompt change {change_id!r}")
    if change.decision is not None:
        raise Conflict(f"the prompt change {change_id} of the film {film.id} is {change.decision} already")
    return change


def _write(connection: Connection, film: Film, changes: Sequence[PromptChange]) -> None:
    """Puts the new prompts into the shots; the film's next run starts anew, so that it makes what depends on them."""
    if film.status in _AT_WORK:
        raise Conflict(
            f"the film {film.id}, {film.title!r}, is {film.status.value}",
            hint="Accept the change when it is done.",
        )
    table = schema.shots
    for change in changes:
        where = (table.c.film_id == film.id) & (table.c.id == change.shot_id)
        document = connection.execute(select(table.c.document).where(where)).scalar()
        if document is None:
            raise NotFound(f"the film {film.id} has no shot {change.shot_id!r}")
        shot = Shot.model_validate_json(document)
        if getattr(shot.prompts, change.field) != change.old:
            raise Conflict(
                f"the {change.field.value} of {shot.slate} has changed since the change {change.id} was proposed",
                hint=f"Propose it anew: `reelwright enhance {film.id} {shot.number}`.",
            )
        changed = _changed(shot, [change])
        connection.execute(table.update().where(where).values(document=changed.model_dump_json()))
    put_film(connection, film.model_copy(update={"run": film.run + 1}))


def _changed(shot: Shot, changes: Sequence[PromptChange]) -> Shot:
    """The shot with those changes, in order, whose old prompt stands there."""
    for change in changes:
        if getattr(shot.prompts, change.field) == change.old:
            shot = shot.model_copy(update={"prompts": shot.prompts.model_copy(update={change.field: change.new})})
    return shot
