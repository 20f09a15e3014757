"""The ledger of provider calls: one row per content key, whatever becomes of the film that asked."""

import json
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import Any, cast
from uuid import uuid4

from pydantic import JsonValue
from sqlalchemy import Connection, Row, delete, func, select, update

from reelwright.errors import Conflict, ErrorJson, NotFound
from reelwright.film.asset import Asset
from reelwright.film.call import RUNNING, Call, CallEvent, CallState, Modality, state_after
from reelwright.film.film import FilmStatus
from reelwright.film.money import CostSource, Usage
from reelwright.store import schema
from reelwright.store.charges import Caps, add_charge, check_caps
from reelwright.store.database import Database, insert_once, lock_tables, now, upsert
from reelwright.store.films import cancelled_film, register_asset

_SLOT_RETRY_S = 0.25
"""How soon to look again for a free place at a provider; nobody says when another process gives one back."""


@dataclass(frozen=True)
class Limits:
    """How much of a provider may be used at once, by all processes together."""

    concurrency: int | None = None
    starts: int | None = None
    """At most so many calls are begun in any ``period_s`` seconds."""
    period_s: float = 60.0


@dataclass(frozen=True)
class Intent:
    """A call that somebody wants made."""

    key: str
    film_id: str
    provider: str
    model: str
    modality: Modality
    request: JsonValue
    run: int = 1
    owner: str = ""
    estimate_usd: Decimal | None = None
    """None for our own work, which costs nothing, may be repeated at any time and has no limits."""
    limits: Limits = Limits()
    caps: Caps = Caps()


@dataclass(frozen=True)
class Begun:
    """The call as it is now. ``is_mine``: written down just now by this very request, which must send it."""

    call: Call
    is_mine: bool


@dataclass(frozen=True)
class Wait:
    """There is no place at the provider now; ask again after so many seconds."""

    seconds: float


class CallStore:
    """Keeps the ledger. Every method is one transaction."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def find(self, key: str) -> Call | None:
        """The call of a content key, if it was ever begun."""
        with self.database.read() as connection:
            return _find(connection, key)

    def get(self, key: str) -> Call:
        """The call of a content key, or of the only key that starts so.

        Raises:
            NotFound: If there is none, or more than one.
        """
        start = func.substr(schema.calls.c.key, 1, len(key)) == key
        with self.database.read() as connection:
            rows = connection.execute(select(schema.calls).where(start).limit(2)).all()
        if len(rows) != 1:
            raise NotFound(
                f"{key!r} is the start of {'more than one call' if rows else 'no call'} in the ledger",
                hint="`reelwright calls` lists what is open; write as much of the key as tells it from others.",
            )
        return _call(rows[0])

    def begin(self, intent: Intent, *, again: str = "") -> Begun | Wait:
        """Writes an intent down and reserves its money, in one transaction, before anything is sent.

        A call that is under way, unknown or stored comes back as it is, and is from now on used by this film too; so
        does one that failed for good in this very run. Our own work is always begun again, unless it is stored.

        Args:
            intent: What is wanted.
            again: The nonce of a try that failed in this run, to begin its call once more.

        Raises:
            NotFound: If there is no such film.
            Cancelled: If a person has cancelled the film; nothing was written.
            OverBudget: If the estimate does not fit under a cap; nothing was written.
        """
        with self.database.write(f"film {intent.film_id!r}") as connection:
            lock_tables(connection, schema.charges)
            if _status(connection, intent.film_id) == FilmStatus.CANCELLED:
                raise cancelled_film(intent.film_id)
            found = _find(connection, intent.key)
            if found is not None and not _may_begin(found, intent, again):
                _link(connection, intent)
                return Begun(found, is_mine=False)
            if intent.estimate_usd is not None:
                wait = _place(connection, intent)
                if wait is not None:
                    return wait
                check_caps(connection, intent.film_id, intent.estimate_usd, intent.caps)
            return Begun(_begin(connection, intent, found), is_mine=True)

    def move(
        self,
        key: str,
        what: CallEvent,
        *,
        seen: Call | None = None,
        owner: str | None = None,
        usage: Usage | None = None,
        asset: Asset | None = None,
        error: ErrorJson | None = None,
        **values: JsonValue,
    ) -> Call:
        """Moves a call by what happened to it; a result that is kept already stays, and is returned.

        Args:
            key: The call.
            what: What happened.
            seen: The call as the caller knows it: news of one try must not move the next one, and who decides in doubt
                must know of the last one who sent it.
            owner: The process that must own it still; None when it does not matter.
            usage: What is known of its cost; money taken goes on the books once per try.
            asset: The file that was kept.
            error: What went wrong.
            values: ``remote_id``, ``output``, ``reply``, ``new_owner``.

        Raises:
            NotFound: If the call was never begun, or went with its film.
            Conflict: If somebody else has moved or taken it meanwhile; so too if it is to be sent, and is kept already.
        """
        with self.database.write(f"call {key[:12]!r}") as connection:
            if usage is not None and usage.source is not CostSource.FREE:
                lock_tables(connection, schema.charges)
            call = _must_find(connection, key, locked=True)
            if call.state is CallState.STORED and what not in (CallEvent.REOPENED, CallEvent.RETAKEN):
                return call
            if owner is not None and call.owner != owner:
                raise Conflict(f"the call {key[:12]!r} was taken over by {call.owner!r}")
            if seen is not None and _is_outdated(seen, call, what):
                raise Conflict(f"the call {key[:12]!r} was begun once more meanwhile")
            if what is CallEvent.ACCEPTED and _note_id(connection, call, values["remote_id"]):
                return call
            changes = _changes(connection, call, what, dict(values))
            if asset is not None:
                register_asset(connection, asset)
                changes |= {"sha256": asset.sha256, "asset": asset.model_dump_json()}
            if error is not None:
                changes["error"] = json.dumps(error)
            if usage is not None:
                changes |= _cost(usage)
                add_charge(connection, call, usage)
            connection.execute(update(schema.calls).where(schema.calls.c.key == key).values(**changes))
            return _must_find(connection, key)

    def repeat(self, intent: Intent, seen: Call) -> Call:
        """Takes a call over to send it once more although it may have been charged; that goes on the books, as unknown.

        Args:
            intent: What is wanted, and by which process.
            seen: The call as the caller knows it.

        Raises:
            OverBudget: If both together do not fit under a cap.
            Conflict: If somebody else has moved or taken it meanwhile.
        """
        with self.database.write(f"call {intent.key[:12]!r}") as connection:
            lock_tables(connection, schema.charges)
            call = _must_find(connection, intent.key, locked=True)
            if _is_outdated(seen, call, CallEvent.RETAKEN):
                raise Conflict(f"the call {intent.key[:12]!r} was taken over by {call.owner!r}")
            changes = _changes(connection, call, CallEvent.RETAKEN, {"new_owner": intent.owner})
            estimate_usd = call.estimate_usd or Decimal(0)
            check_caps(connection, intent.film_id, estimate_usd, intent.caps)
            add_charge(connection, call, Usage(cost_usd=estimate_usd, source=CostSource.UNKNOWN))
            changes["attempts"] = call.attempts + 1
            connection.execute(update(schema.calls).where(schema.calls.c.key == intent.key).values(**changes))
            return _must_find(connection, intent.key)

    def age_s(self, key: str) -> float:
        """Seconds since the call's intent was written or retaken, by the database's clock."""
        with self.database.read() as connection:
            return (now(connection) - _must_find(connection, key).intent_at).total_seconds()

    def is_cancelled(self, film_id: str) -> bool:
        """Whether a person has cancelled the film."""
        with self.database.read() as connection:
            return _status(connection, film_id) == FilmStatus.CANCELLED

    def is_wanted(self, key: str) -> bool:
        """Whether a film uses the call that is to be made, or is made just now."""
        films, links = schema.films, schema.film_calls
        states = [FilmStatus.QUEUED.value, FilmStatus.PROCESSING.value, FilmStatus.WAITING.value]
        query = select(films.c.id).join(links, links.c.film_id == films.c.id)
        with self.database.read() as connection:
            found = connection.execute(query.where(links.c.call_key == key, films.c.status.in_(states)).limit(1))
            return found.first() is not None

    def pause(self, provider: str, seconds: float) -> None:
        """Keeps every process from beginning calls of a provider for so long."""
        with self.database.write() as connection:
            until = now(connection) + timedelta(seconds=seconds)
            upsert(connection, schema.pauses, {"provider": provider, "until": until})

    def note_webhook(self, nonce: str, remote_id: str, body: JsonValue) -> bool:
        """Keeps what a provider reported; False when it has said the same before."""
        with self.database.write() as connection:
            row = {"nonce": nonce, "remote_id": remote_id, "body": _json(body), "at": now(connection)}
            return insert_once(connection, schema.webhooks, row)

    def webhook_id(self, nonce: str) -> str | None:
        """The remote id that a provider reported for a nonce."""
        table = schema.webhooks
        with self.database.read() as connection:
            query = select(table.c.remote_id).where(table.c.nonce == nonce).order_by(table.c.at).limit(1)
            return connection.execute(query).scalar()

    def adopted(self, provider: str) -> frozenset[str]:
        """The remote ids of a provider that belong to some try of some call, of removed ones too."""
        query = select(schema.remote_ids.c.remote_id).where(schema.remote_ids.c.provider == provider)
        with self.database.read() as connection:
            return frozenset(connection.execute(query).scalars())

    def typical_s(self, provider: str, model: str) -> float | None:
        """How long a model's last calls took from acceptance to the end: their median in seconds."""
        calls = schema.calls
        query = (
            select(calls.c.submitted_at, calls.c.finished_at)
            .where(calls.c.provider == provider, calls.c.model == model, calls.c.finished_at.is_not(None))
            .order_by(calls.c.finished_at.desc())
            .limit(15)
        )
        with self.database.read() as connection:
            rows = connection.execute(query).all()
        lengths = sorted((row.finished_at - row.submitted_at).total_seconds() for row in rows if row.submitted_at)
        return lengths[len(lengths) // 2] if lengths else None

    def open_calls(self) -> tuple[Call, ...]:
        """Paid calls that are neither stored nor failed, the oldest first."""
        calls = schema.calls
        states = [CallState.INTENT.value, CallState.SUBMITTED.value, CallState.SUCCEEDED.value, CallState.UNKNOWN.value]
        query = select(calls).where(calls.c.state.in_(states), calls.c.estimate_usd.is_not(None))
        with self.database.read() as connection:
            return tuple(_call(row) for row in connection.execute(query.order_by(calls.c.created_at, calls.c.key)))

    def paid_calls(self) -> tuple[Call, ...]:
        """Every call that takes money, however it stands, the oldest first."""
        calls = schema.calls
        query = select(calls).where(calls.c.estimate_usd.is_not(None))
        with self.database.read() as connection:
            return tuple(_call(row) for row in connection.execute(query.order_by(calls.c.created_at, calls.c.key)))

    def used_by(self, film_id: str) -> tuple[Call, ...]:
        """Every call that a film uses, its own and reused ones, in the order they were first begun."""
        calls, links = schema.calls, schema.film_calls
        query = select(calls).join(links, links.c.call_key == calls.c.key).where(links.c.film_id == film_id)
        with self.database.read() as connection:
            return tuple(_call(row) for row in connection.execute(query.order_by(calls.c.created_at, calls.c.key)))


def _is_outdated(seen: Call, call: Call, what: CallEvent) -> bool:
    in_doubt = what in (CallEvent.RETAKEN, CallEvent.LOST)
    return call.nonce != seen.nonce or (in_doubt and (call.owner, call.intent_at) != (seen.owner, seen.intent_at))


def _note_id(connection: Connection, call: Call, remote_id: JsonValue) -> bool:
    """Notes whose the id is; whether the call has it already.

    Raises:
        Conflict: If it belongs to another try.
    """
    if call.remote_id == remote_id:
        return True
    row = {"provider": call.provider, "remote_id": remote_id, "nonce": call.nonce}
    if not insert_once(connection, schema.remote_ids, row):
        raise Conflict(f"{remote_id!r} at {call.provider!r} belongs to another call or an earlier try")
    return False


def _status(connection: Connection, film_id: str) -> str | None:
    """The film's status, which a person may change at any time."""
    films = schema.films
    query = select(films.c.status).where(films.c.id == film_id).with_for_update(key_share=True)
    return connection.execute(query).scalar()


def _may_begin(call: Call, intent: Intent, again: str) -> bool:
    if call.state is CallState.FAILED:
        same_run = call.film_id == intent.film_id and call.run == intent.run
        return again == call.nonce or not same_run or call.error is None or intent.estimate_usd is None
    return call.state is CallState.INTENT and intent.estimate_usd is None


def _place(connection: Connection, intent: Intent) -> Wait | None:
    """Notes the start of a call, or says how long there is no place for it."""
    at, limits, calls, sends, pauses = now(connection), intent.limits, schema.calls, schema.sends, schema.pauses
    until = connection.execute(select(pauses.c.until).where(pauses.c.provider == intent.provider)).scalar()
    if until is not None and until > at:
        return Wait((until - at).total_seconds())
    if limits.concurrency is not None:
        running = select(func.count()).where(
            calls.c.provider == intent.provider,
            calls.c.state.in_([state.value for state in RUNNING]),
            calls.c.estimate_usd.is_not(None),
        )
        if connection.execute(running).scalar_one() >= limits.concurrency:
            return Wait(_SLOT_RETRY_S)
    if limits.starts is not None:
        window = timedelta(seconds=limits.period_s)
        connection.execute(delete(sends).where(sends.c.provider == intent.provider, sends.c.at <= at - window))
        recent = select(sends.c.at).where(sends.c.provider == intent.provider).order_by(sends.c.at.desc())
        oldest = connection.execute(recent.offset(limits.starts - 1).limit(1)).scalar()
        if oldest is not None:
            return Wait((oldest + window - at).total_seconds())
    return None


def _begin(connection: Connection, intent: Intent, found: Call | None) -> Call:
    at, nonce = now(connection), uuid4().hex
    state = state_after(found.state if found and found.state is not CallState.INTENT else None, CallEvent.BEGUN)
    tried: dict[str, object] = {
        "film_id": intent.film_id,
        "run": intent.run,
        "state": state.value,
        "nonce": nonce,
        "owner": intent.owner,
        "estimate_usd": intent.estimate_usd,
        "intent_at": at,
        "updated_at": at,
        "remote_id": None,
        "output": None,
        "submitted_at": None,
        "finished_at": None,
    }
    if found is None:
        named = {"key": intent.key, "provider": intent.provider, "model": intent.model, "modality": intent.modality}
        row = {"request": _json(intent.request), "attempts": _tries(connection, intent.key) + 1, "created_at": at}
        connection.execute(schema.calls.insert().values(**named, **row, **tried))
    else:
        attempts = schema.calls.c.attempts + 1
        connection.execute(
            update(schema.calls).where(schema.calls.c.key == intent.key).values(**tried, attempts=attempts)
        )
    _link(connection, intent)
    if intent.limits.starts is not None:
        insert_once(connection, schema.sends, {"nonce": nonce, "provider": intent.provider, "at": at})
    return _must_find(connection, intent.key)


def _tries(connection: Connection, key: str) -> int:
    """The number of the last try on the books: a call that went with its film leaves its charges there."""
    charges = schema.charges
    query = select(func.max(charges.c.attempt)).where(charges.c.call_key == key)
    return connection.execute(query).scalar() or 0


def _link(connection: Connection, intent: Intent) -> None:
    """Notes that the film uses the call."""
    insert_once(connection, schema.film_calls, {"film_id": intent.film_id, "call_key": intent.key})


def _changes(connection: Connection, call: Call, what: CallEvent, values: dict[str, JsonValue]) -> dict[str, Any]:
    at = now(connection)
    changes: dict[str, Any] = {"state": state_after(call.state, what).value, "updated_at": at}
    if what is CallEvent.ACCEPTED:
        changes |= {"remote_id": values.pop("remote_id"), "submitted_at": at}
    elif what is CallEvent.FINISHED:
        changes |= {"output": _json(values.pop("output")), "finished_at": at}
    elif what is CallEvent.KEPT:
        changes |= {"reply": _json(values.pop("reply")), "error": None}
    elif what is CallEvent.RETAKEN:
        changes |= {"owner": values.pop("new_owner"), "intent_at": at}
    elif what is CallEvent.REOPENED:
        changes |= {"sha256": None, "asset": None, "error": None}
    elif what in (CallEvent.FORGIVEN, CallEvent.WRITTEN_OFF):
        changes["error"] = None
    assert not values, f"{what.value} takes no {', '.join(values)}"
    return changes


def _cost(usage: Usage) -> dict[str, object]:
    units = _json(cast(JsonValue, usage.units))
    return {"cost_usd": usage.cost_usd, "cost_source": usage.source.value, "units": units}


def _json(value: JsonValue) -> str:
    return json.dumps(value, sort_keys=True, separators=(",", ":"))


def _find(connection: Connection, key: str, *, locked: bool = False) -> Call | None:
    query = select(schema.calls).where(schema.calls.c.key == key)
    row = connection.execute(query.with_for_update() if locked else query).first()
    return _call(row) if row else None


def _must_find(connection: Connection, key: str, *, locked: bool = False) -> Call:
    call = _find(connection, key, locked=locked)
    if call is None:
        raise NotFound(f"there is no call {key!r} in the ledger", hint="Its film may have been removed meanwhile.")
    return call


def _call(row: Row[Any]) -> Call:
    usage = None
    if row.cost_usd is not None:
        usage = Usage(cost_usd=row.cost_usd, source=CostSource(row.cost_source), units=json.loads(row.units))
    return Call(
        key=row.key,
        film_id=row.film_id,
        run=row.run,
        provider=row.provider,
        model=row.model,
        modality=row.modality,
        state=CallState(row.state),
        nonce=row.nonce,
        owner=row.owner,
        remote_id=row.remote_id,
        request=json.loads(row.request),
        output=json.loads(row.output) if row.output else None,
        reply=json.loads(row.reply) if row.reply else None,
        error=json.loads(row.error) if row.error else None,
        asset=Asset.model_validate_json(row.asset) if row.asset else None,
        usage=usage,
        estimate_usd=row.estimate_usd,
        attempts=row.attempts,
        created_at=row.created_at,
        intent_at=row.intent_at,
        submitted_at=row.submitted_at,
        finished_at=row.finished_at,
        updated_at=row.updated_at,
    )
