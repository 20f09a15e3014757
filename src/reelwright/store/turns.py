"""Turns of a film that others wait for: each changes its row and tells the event in one transaction."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, select

from reelwright.errors import BadInput, Conflict
from reelwright.film.film import Event, Film, FilmStatus, Gate, GateStage
from reelwright.store import schema
from reelwright.store.database import Database, insert_once, now, upsert
from reelwright.store.films import EventValue, append_event, locked_film, must_be_made_by, put_film


class TurnStore:
    """Gates, cancellations and ends of films. Every method is one transaction."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def gates(self, film_id: str) -> tuple[Gate, ...]:
        """A film's gates, in the order they were opened."""
        with self.database.read() as connection:
            return _gates(connection, film_id)

    def wait(self, film_id: str, worker: str, stage: GateStage, title: str) -> Event | None:
        """Opens a gate and lets the film wait at it; None when it was opened already: a step may be repeated.

        Raises:
            Cancelled: If a person has cancelled the film.
            Conflict: If another process makes it by now.
        """
        with self.database.write() as connection:
            film = locked_film(connection, film_id)
            row = {"film_id": film_id, "stage": stage.value, "opened_at": now(connection)}
            is_new = insert_once(connection, schema.gates, row)
            gate = _of_stage(connection, film_id, stage)
            if not is_new and (gate.decision is not None or film.status is FilmStatus.WAITING):
                return None
            must_be_made_by(film, worker)
            put_film(connection, film.model_copy(update={"status": FilmStatus.WAITING, "worker": ""}))
            return _told(connection, film, "waiting", {"stage": stage.value, "title": title})

    def decide(self, film_id: str, *, approves: bool, by: str, note: str = "") -> Gate:
        """Decides the gate at which a film waits; an approved film is queued.

        Args:
            film_id: The whole id.
            approves: Whether it goes on.
            by: Who decides.
            note: What the person says about it.

        Raises:
            NotFound: If there is no such film.
            Conflict: If it does not wait, or somebody has decided already; says who and when.
        """
        with self.database.write() as connection:
            film = locked_film(connection, film_id)
            gates = _gates(connection, film_id)
            undecided = [gate for gate in gates if gate.decision is None]
            if film.status is not FilmStatus.WAITING or not undecided:
                raise _not_waiting(film, gates)
            decision = "approved" if approves else "rejected"
            row = {"film_id": film_id, "stage": undecided[0].stage.value, "opened_at": undecided[0].opened_at}
            row |= {"decision": decision, "decided_by": by, "decided_at": now(connection), "note": note}
            upsert(connection, schema.gates, row)
            if approves:
                put_film(connection, film.model_copy(update={"status": FilmStatus.QUEUED}))
            _told(connection, film, decision, {"stage": undecided[0].stage.value, "by": by, "note": note})
            return _of_stage(connection, film_id, undecided[0].stage)

    def go_on(self, film_id: str) -> Film:
        """The film, ready to be made on, unless it waits for a decision. A rejected gate is asked again when the film
        comes back to it, in a new run that makes again what was changed.

        Raises:
            Conflict: If nobody has decided yet.
        """
        with self.database.write() as connection:
            film = locked_film(connection, film_id)
            if film.status is not FilmStatus.WAITING:
                return film
            gates = _gates(connection, film_id)
            undecided = next((gate for gate in gates if gate.decision is None), None)
            if undecided is not None:
                raise _undecided(film, undecided)
            table = schema.gates
            connection.execute(delete(table).where(table.c.film_id == film_id, table.c.decision == "rejected"))
            film = film.model_copy(update={"status": FilmStatus.QUEUED, "run": film.run + 1})
            put_film(connection, film)
            return film

    def cancel(self, film_id: str, by: str) -> Film:
        """Cancels a film at once, whoever makes it: from now on no call of it begins.

        Raises:
            NotFound: If there is no such film.
            BadInput: If it is complete.
        """
        with self.database.write() as connection:
            film = locked_film(connection, film_id)
            if film.status is FilmStatus.COMPLETED:
                raise BadInput(
                    f"the film {film.title!r} ({film.id}) is complete; there is nothing to cancel",
                    hint=f"`reelwright rm {film.id}` deletes it.",
                )
            if film.status is FilmStatus.CANCELLED:
                return film
            changes = {"status": FilmStatus.CANCELLED, "worker": "", "finished_at": datetime.now(UTC)}
            cancelled = film.model_copy(update=changes)
            put_film(connection, cancelled)
            _told(connection, film, "cancelled", {"by": by})
            return cancelled

    def end(self, film_id: str, worker: str, status: FilmStatus, kind: str, body: Mapping[str, EventValue]) -> Event:
        """Ends the film's run, and tells so: whoever sees the one sees the other.

        Raises:
            Cancelled: If a person has cancelled the film.
            Conflict: If another process makes it by now.
        """
        with self.database.write() as connection:
            film = locked_film(connection, film_id)
            must_be_made_by(film, worker)
            ended = film.model_copy(update={"status": status, "finished_at": datetime.now(UTC)})
            put_film(connection, ended)
            return _told(connection, ended, kind, body)


def _told(connection: Connection, film: Film, kind: str, body: Mapping[str, EventValue]) -> Event:
    return append_event(connection, film.id, kind, {**body, "run": film.run})


def _gates(connection: Connection, film_id: str) -> tuple[Gate, ...]:
    table = schema.gates
    rows = connection.execute(select(table).where(table.c.film_id == film_id).order_by(table.c.opened_at))
    return tuple(_gate(row) for row in rows)


def _of_stage(connection: Connection, film_id: str, stage: GateStage) -> Gate:
    return next(gate for gate in _gates(connection, film_id) if gate.stage is stage)


def _gate(row: Row[Any]) -> Gate:
    return Gate(
        film_id=row.film_id,
        stage=GateStage(row.stage),
        opened_at=row.opened_at,
        decision=row.decision,
        decided_by=row.decided_by or "",
        decided_at=row.decided_at,
        note=row.note or "",
    )


def _not_waiting(film: Film, gates: tuple[Gate, ...]) -> Conflict:
    named = f"the film {film.title!r} ({film.id})"
    decided = [(gate.decided_at, gate) for gate in gates if gate.decided_at is not None]
    if not decided or film.status not in (FilmStatus.WAITING, FilmStatus.QUEUED, FilmStatus.PROCESSING):
        return Conflict(
            f"{named} waits for nobody: it is {film.status.value}",
            hint=f"`reelwright show {film.id}` tells how it stands.",
        )
    at, last = max(decided, key=lambda pair: pair[0])
    note = f": {last.note}" if last.note else ""
    return Conflict(
        f"{last.decided_by} {last.decision} the {last.stage.value} of {named} on {at:%Y-%m-%d %H:%M} UTC already{note}",
        hint=f"`reelwright resume {film.id}` goes on"
        + (" from there." if last.decision == "approved" else ", and asks again when it is there."),
    )


def _undecided(film: Film, gate: Gate) -> Conflict:
    return Conflict(
        f"the film {film.title!r} ({film.id}) waits for a person since {gate.opened_at:%Y-%m-%d %H:%M} UTC: is its"
        f" {gate.stage.value} right?",
        hint=f"`reelwright approve {film.id}` lets it go on; `reelwright reject {film.id} --note TEXT` does not.",
        film_id=film.id,
        stage=gate.stage.value,
    )
