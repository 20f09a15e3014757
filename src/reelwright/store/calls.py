"""The ledger of provider calls: one row per content key, whatever becomes of the film that asked."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any, cast

from pydantic import JsonValue
from sqlalchemy import Connection, Row, select, update

from reelwright.errors import ErrorJson, NotFound
from reelwright.film.asset import Asset
from reelwright.film.base import Noun
from reelwright.film.money import CostSource, Usage
from reelwright.ports import Modality
from reelwright.store import schema
from reelwright.store.database import Database, insert_once
from reelwright.store.films import register_asset


class CallState(StrEnum):
    """Where a call stands."""

    INTENT = "intent"
    """Written down, perhaps under way, perhaps lost with the process that wrote it."""
    STORED = "stored"
    FAILED = "failed"


class Call(Noun):
    """One row of the ledger."""

    key: str
    film_id: str | None
    """The film that pays; None when that film has been removed and another one still uses the call."""
    provider: str
    model: str
    modality: Modality
    state: CallState
    request: JsonValue
    reply: JsonValue = None
    error: ErrorJson | None = None
    """The last failure; kept until the call succeeds."""
    asset: Asset | None = None
    usage: Usage | None = None
    """None until it is stored."""
    estimate_usd: Decimal | None = None
    attempts: int
    created_at: datetime
    updated_at: datetime


class CallStore:
    """Keeps the ledger. Every method is one transaction."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def find(self, key: str) -> Call | None:
        """The call of a content key, if it was ever begun."""
        with self.database.read() as connection:
            return _find(connection, key)

    def begin(
        self,
        key: str,
        film_id: str,
        provider: str,
        model: str,
        modality: Modality,
        request: JsonValue,
        estimate_usd: Decimal | None = None,
    ) -> Call:
        """Writes the intent down before anything is sent, and notes that the film uses the call.

        A stored call comes back as it is: reuse it, send nothing. Any other comes back as an intent of this film with
        one more attempt counted; ``attempts`` above 1 or an ``error`` tell that it was tried before.

        Raises:
            NotFound: If there is no such film.
        """
        now = datetime.now(UTC)
        row = {"key": key, "film_id": film_id, "provider": provider, "model": model, "modality": modality}
        row |= {"state": CallState.INTENT.value, "request": _json(request), "estimate_usd": estimate_usd}
        with self.database.write(f"film {film_id!r}") as connection:
            fresh = insert_once(connection, schema.calls, row | {"attempts": 1, "created_at": now, "updated_at": now})
            if not fresh:
                _try_again(connection, key, film_id, estimate_usd)
            insert_once(connection, schema.film_calls, {"film_id": film_id, "call_key": key})
            return _must_find(connection, key)

    def store(self, key: str, reply: JsonValue, asset: Asset | None, usage: Usage) -> Call:
        """Keeps the result; of two results for one key the first stays, and is returned.

        Raises:
            NotFound: If the call was never begun, or went with its film.
        """
        values: dict[str, object] = {
            "state": CallState.STORED.value,
            "reply": _json(reply),
            "error": None,
            "sha256": asset.sha256 if asset else None,
            "asset": asset.model_dump_json() if asset else None,
            "cost_usd": usage.cost_usd,
            "cost_source": usage.source.value,
            "units": _json(cast(JsonValue, usage.units)),
        }
        with self.database.write() as connection:
            if asset:
                register_asset(connection, asset)
            _change(connection, key, values)
            return _must_find(connection, key)

    def fail(self, key: str, error: ErrorJson) -> Call:
        """Notes a definite failure; a call that is stored already stays stored.

        Raises:
            NotFound: If the call was never begun, or went with its film.
        """
        with self.database.write() as connection:
            _change(connection, key, {"state": CallState.FAILED.value, "error": json.dumps(error)})
            return _must_find(connection, key)

    def reopen(self, key: str) -> None:
        """Makes a stored call whose bytes are gone an intent again, so that what comes next is kept."""
        calls = schema.calls
        stored = update(calls).where(calls.c.key == key, calls.c.state == CallState.STORED.value)
        values = {"state": CallState.INTENT.value, "sha256": None, "asset": None, "updated_at": datetime.now(UTC)}
        with self.database.write() as connection:
            connection.execute(stored.values(**values))

    def used_by(self, film_id: str) -> tuple[Call, ...]:
        """Every call that a film uses, its own and reused ones, in the order they were first begun."""
        calls, links = schema.calls, schema.film_calls
        query = select(calls).join(links, links.c.call_key == calls.c.key).where(links.c.film_id == film_id)
        with self.database.read() as connection:
            return tuple(_call(row) for row in connection.execute(query.order_by(calls.c.created_at, calls.c.key)))

    def totals(self, film_id: str) -> dict[Modality, Decimal]:
        """What a film has paid, in US dollars by modality; reused calls cost it nothing."""
        calls = schema.calls
        query = select(calls.c.modality, calls.c.cost_usd).where(
            calls.c.film_id == film_id, calls.c.state == CallState.STORED.value
        )
        found: dict[Modality, Decimal] = {}
        with self.database.read() as connection:
            # Added here and not in SQL: SQLite would add as binary floating point.
            for modality, cost_usd in connection.execute(query):
                found[modality] = found.get(modality, Decimal(0)) + cost_usd
        return found


def _json(value: JsonValue) -> str:
    return json.dumps(value, sort_keys=True, separators=(",", ":"))


def _try_again(connection: Connection, key: str, film_id: str, estimate_usd: Decimal | None) -> None:
    attempts = schema.calls.c.attempts + 1
    values = {"state": CallState.INTENT.value, "film_id": film_id, "estimate_usd": estimate_usd, "attempts": attempts}
    _change(connection, key, values)


def _change(connection: Connection, key: str, values: Mapping[str, Any]) -> None:
    """Changes a call that is not stored yet."""
    calls = schema.calls
    unsettled = update(calls).where(calls.c.key == key, calls.c.state != CallState.STORED.value)
    connection.execute(unsettled.values(**values, updated_at=datetime.now(UTC)))


def _find(connection: Connection, key: str) -> Call | None:
    row = connection.execute(select(schema.calls).where(schema.calls.c.key == key)).first()
    return _call(row) if row else None


def _must_find(connection: Connection, key: str) -> Call:
    call = _find(connection, key)
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
        provider=row.provider,
        model=row.model,
        modality=row.modality,
        state=CallState(row.state),
        request=json.loads(row.request),
        reply=json.loads(row.reply) if row.reply else None,
        error=json.loads(row.error) if row.error else None,
        asset=Asset.model_validate_json(row.asset) if row.asset else None,
        usage=usage,
        estimate_usd=row.estimate_usd,
        attempts=row.attempts,
        created_at=row.created_at,
        updated_at=row.updated_at,
    )
