"""What the database no longer needs: register rows of media that nothing uses, and notes of long ago."""

from collections.abc import Collection, Generator, Sequence
from datetime import datetime
from typing import TypeVar

from sqlalchemy import ColumnElement, Table, delete, func, select

from reelwright.film.call import CallState
from reelwright.store import schema
from reelwright.store.database import Database, lock_tables
from reelwright.store.films import REFERRING, sweep_assets

Item = TypeVar("Item")
_KEYS_AT_ONCE = 500
_OPEN = (CallState.INTENT, CallState.SUBMITTED, CallState.SUCCEEDED, CallState.UNKNOWN)


class LeftoverStore:
    """Finds and forgets. Every method is one transaction."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def named(self, hashes: Collection[str]) -> set[str]:
        """Those of these SHA-256 that a film or a call refers to."""
        found: set[str] = set()
        with self.database.read() as connection:
            for some in in_parts(list(hashes)):
                for table in REFERRING:
                    found |= set(connection.execute(select(table.c.sha256).where(table.c.sha256.in_(some))).scalars())
        return found

    def forget_assets(self) -> int:
        """Takes media that nothing refers to off the register; how many. Their bytes are the media store's."""
        with self.database.write() as connection:
            lock_tables(connection, schema.calls, schema.assets)
            return len(sweep_assets(connection))

    def forget_notes(self, before: datetime, *, dry_run: bool = False) -> int:
        """Deletes what is known of webhooks, starts, pauses and dead workers from before a moment; how many rows.

        What a provider reported of a call that is still open stays.
        """
        webhooks, sends, pauses, takeovers = schema.webhooks, schema.sends, schema.pauses, schema.takeovers
        open_ = select(schema.calls.c.nonce).where(schema.calls.c.state.in_([state.value for state in _OPEN]))
        old: tuple[tuple[Table, ColumnElement[bool]], ...] = (
            (webhooks, (webhooks.c.at < before) & webhooks.c.nonce.not_in(open_)),
            (sends, sends.c.at < before),
            (pauses, pauses.c.until < before),
            (takeovers, takeovers.c.last_at < before),
        )
        with self.database.write() as connection:
            if dry_run:
                counts = [select(func.count()).select_from(table).where(is_old) for table, is_old in old]
                return sum(connection.execute(count).scalar_one() for count in counts)
            return sum(connection.execute(delete(table).where(is_old)).rowcount for table, is_old in old)


def in_parts(items: Sequence[Item], most: int = _KEYS_AT_ONCE) -> Generator[Sequence[Item]]:
    """The items, so many at a time: a database takes only so many parameters."""
    for start in range(0, len(items), most):
        yield items[start : start + most]
