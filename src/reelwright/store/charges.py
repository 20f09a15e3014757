"""The books: what providers took, what is set aside for calls under way, and the caps that both stay under."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import ROUND_UP, Decimal
from typing import Any

from sqlalchemy import Connection, Row, select

from reelwright.errors import BadInput, OverBudget
from reelwright.film.call import RESERVING, Call, Charge, Modality
from reelwright.film.money import CENT, CostSource, Usage, dollars
from reelwright.store import schema
from reelwright.store.database import Database, insert_once, lock_tables, now
from reelwright.store.films import locked_film, put_film


@dataclass(frozen=True)
class Caps:
    """What may be spent, in US dollars; None is without limit."""

    film_usd: Decimal | None = None
    day_usd: Decimal | None = None
    """By all films together, in a day of UTC."""


class ChargeStore:
    """Reads the books. Rows are written by the ledger, in the transaction that moves the call."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def charges(self, film_id: str | None = None, since: date | None = None) -> tuple[Charge, ...]:
        """What was taken, the oldest first; of one film, and from a day on."""
        table = schema.charges
        query = select(table).order_by(table.c.at, table.c.call_key, table.c.attempt)
        if film_id is not None:
            query = query.where(table.c.film_id == film_id)
        if since is not None:
            query = query.where(table.c.at >= datetime(since.year, since.month, since.day, tzinfo=UTC))
        with self.database.read() as connection:
            return tuple(_charge(row) for row in connection.execute(query))

    def totals(self, film_id: str) -> dict[Modality, Decimal]:
        """What a film has paid, in US dollars by modality; reused calls cost it nothing."""
        found: dict[Modality, Decimal] = {}
        for charge in self.charges(film_id):
            found[charge.modality] = found.get(charge.modality, Decimal(0)) + charge.usage.cost_usd
        return found

    def reserved(self, film_id: str | None = None) -> Decimal:
        """What is set aside for calls under way or in doubt, of one film or of all."""
        with self.database.read() as connection:
            return _reserved(connection, film_id)

    def set_cap(self, film_id: str, cap_usd: Decimal | None, estimate_usd: Decimal | None = None) -> None:
        """Changes what a film may cost in all, also while it is made.

        Args:
            film_id: The whole id.
            cap_usd: US dollars; None is without limit.
            estimate_usd: What it is expected to cost now, if that has changed too.

        Raises:
            NotFound: If there is no such film.
            BadInput: If more than that is spent and set aside already.
        """
        with self.database.write() as connection:
            lock_tables(connection, schema.charges)
            film = locked_film(connection, film_id)
            spent, reserved = _spent(connection, film_id, None), _reserved(connection, film_id)
            if cap_usd is not None and cap_usd < spent + reserved:
                raise BadInput(
                    f"a budget of {dollars(cap_usd)} is below what the film has cost: {_taken(spent, reserved)}",
                    hint=f"Give {dollars(spent + reserved)} or more, or `--budget none`.",
                )
            changes = {"cap_usd": cap_usd} | ({} if estimate_usd is None else {"estimate_usd": estimate_usd})
            put_film(connection, film.model_copy(update=changes))


def add_charge(connection: Connection, call: Call, usage: Usage) -> None:
    """Puts money on the books, once for each try of a call; what is free leaves no row."""
    if usage.source is CostSource.FREE:
        return
    row = {"call_key": call.key, "attempt": call.attempts, "film_id": call.film_id, "at": now(connection)}
    row |= {"provider": call.provider, "model": call.model, "modality": call.modality}
    row |= {"cost_usd": usage.cost_usd, "cost_source": usage.source.value, "units": json.dumps(usage.units)}
    insert_once(connection, schema.charges, row)


def check_caps(connection: Connection, film_id: str, estimate_usd: Decimal, caps: Caps) -> None:
    """Refuses what does not fit; the caller holds the books' lock until it has reserved the money.

    Raises:
        OverBudget: Names the cap, what is spent and reserved, and what the step would cost.
    """
    if caps.film_usd is not None:
        spent, reserved = _spent(connection, film_id, None), _reserved(connection, film_id)
        if spent + reserved + estimate_usd > caps.film_usd:
            least = (spent + reserved + estimate_usd).quantize(CENT, ROUND_UP)
            hint = f"`reelwright resume {film_id} --budget USD` goes on with {dollars(least)} or more."
            raise _over("the film's budget", caps.film_usd, spent, reserved, estimate_usd, hint)
    if caps.day_usd is not None:
        spent, reserved = _spent(connection, None, now(connection).date()), _reserved(connection, None)
        if spent + reserved + estimate_usd > caps.day_usd:
            hint = f"`reelwright resume {film_id}` goes on tomorrow (UTC), or with a higher REELWRIGHT_DAILY_CAP_USD."
            raise _over("the cap of all films for a day", caps.day_usd, spent, reserved, estimate_usd, hint)


def _over(name: str, cap: Decimal, spent: Decimal, reserved: Decimal, wanted: Decimal, hint: str) -> OverBudget:
    return OverBudget(
        f"the next step would cost {dollars(wanted)}, and {name} is {dollars(cap)}: {_taken(spent, reserved)}",
        hint=f"It was not sent. {hint}",
        next_step_usd=f"{wanted:f}",
        cap_usd=f"{cap:f}",
        spent_usd=f"{spent:f}",
        reserved_usd=f"{reserved:f}",
    )


def _taken(spent: Decimal, reserved: Decimal) -> str:
    return f"{dollars(spent)} is spent" + (f" and {dollars(reserved)} set aside" if reserved else "")


def _spent(connection: Connection, film_id: str | None, day: date | None) -> Decimal:
    query = select(schema.charges.c.cost_usd)
    if film_id is not None:
        query = query.where(schema.charges.c.film_id == film_id)
    if day is not None:
        query = query.where(schema.charges.c.at >= datetime(day.year, day.month, day.day, tzinfo=UTC))
    return _sum(connection.execute(query).scalars())


def _reserved(connection: Connection, film_id: str | None) -> Decimal:
    calls = schema.calls
    query = select(calls.c.estimate_usd).where(
        calls.c.state.in_([state.value for state in RESERVING]), calls.c.estimate_usd.is_not(None)
    )
    if film_id is not None:
        query = query.where(calls.c.film_id == film_id)
    return _sum(connection.execute(query).scalars())


def _sum(amounts: Iterable[Decimal]) -> Decimal:
    """Added here and not in SQL: SQLite would add as binary floating point."""
    return sum(amounts, Decimal(0))


def _charge(row: Row[Any]) -> Charge:
    return Charge(
        call_key=row.call_key,
        attempt=row.attempt,
        film_id=row.film_id,
        provider=row.provider,
        model=row.model,
        modality=row.modality,
        usage=Usage(cost_usd=row.cost_usd, source=CostSource(row.cost_source), units=json.loads(row.units)),
        at=row.at,
    )
