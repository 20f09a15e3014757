"""The tables, as they are now; `migrations/` says how an older database becomes this.

A noun is kept whole as a JSON document in a text column (exact on both databases: no reordered keys, no rounded
numbers), and beside it stand only the columns that queries need. Moments are ISO 8601 text in UTC of one fixed width,
so text order is time order. Money is decimal text, because SQLite has no exact decimals.
"""

from datetime import UTC, datetime
from decimal import Decimal

from sqlalchemy import (
    BigInteger,
    Column,
    Dialect,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
)

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "ix": "ix_%(column_0_label)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
    }
)


class Moment(TypeDecorator[datetime]):
    """A point in time, kept as ``2026-11-21T05:30:00.000000+00:00``."""

    impl = String(32)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        """A time without a zone is taken as UTC."""
        if value is None:
            return None
        zoned = value if value.tzinfo else value.replace(tzinfo=UTC)
        return zoned.astimezone(UTC).isoformat(timespec="microseconds")

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        """Always with the zone UTC."""
        return None if value is None else datetime.fromisoformat(value)


class Dollars(TypeDecorator[Decimal]):
    """Decimal US dollars, kept as text digit by digit."""

    impl = String(64)
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:
        """Plain digits, never an exponent."""
        return None if value is None else f"{value:f}"

    def process_result_value(self, value: str | None, dialect: Dialect) -> Decimal | None:
        """Exactly what was stored."""
        return None if value is None else Decimal(value)


def _film_key() -> ForeignKey:
    return ForeignKey("films.id", ondelete="CASCADE")


def _of_shot() -> ForeignKeyConstraint:
    """A speech, frame or take goes when its shot leaves the film; its call stays, so coming back is free."""
    return ForeignKeyConstraint(["film_id", "shot_id"], ["shots.film_id", "shots.id"], ondelete="CASCADE")


def _asset_key() -> ForeignKey:
    return ForeignKey("assets.sha256")


schema_version = Table("reelwright_version", metadata, Column("version", String(32), primary_key=True))
"""One row: the newest migration that has run."""

films = Table(
    "films",
    metadata,
    Column("id", Text, primary_key=True),
    Column("identity", String(64), nullable=False, index=True),
    Column("status", String(16), nullable=False, index=True),
    Column("until", String(16), nullable=False),
    Column("created_at", Moment, nullable=False, index=True),
    Column("updated_at", Moment, nullable=False),
    Column("document", Text, nullable=False),
)

shots = Table(
    "shots",
    metadata,
    Column("film_id", Text, _film_key(), primary_key=True),
    Column("id", String(32), primary_key=True),
    Column("number", Integer, nullable=False),
    Column("document", Text, nullable=False),
)

assets = Table(
    "assets",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("media_type", Text, nullable=False),
    Column("byte_count", BigInteger, nullable=False),
    Column("origin", Text, nullable=False),
    Column("created_at", Moment, nullable=False),
)
"""Register of the bytes in the media store: a row lives exactly as long as something refers to it."""

speeches = Table(
    "speeches",
    metadata,
    Column("film_id", Text, primary_key=True),
    Column("shot_id", String(32), primary_key=True),
    Column("sha256", String(64), _asset_key(), nullable=False, index=True),
    Column("document", Text, nullable=False),
    _of_shot(),
)

frames = Table(
    "frames",
    metadata,
    Column("film_id", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    Column("shot_id", String(32), nullable=False),
    Column("role", String(16), nullable=False),
    Column("variation", Integer, nullable=False),
    Column("sha256", String(64), _asset_key(), nullable=False, index=True),
    Column("document", Text, nullable=False),
    _of_shot(),
)

takes = Table(
    "takes",
    metadata,
    Column("film_id", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    Column("shot_id", String(32), nullable=False),
    Column("number", Integer, nullable=False),
    Column("sha256", String(64), _asset_key(), nullable=False, index=True),
    Column("document", Text, nullable=False),
    _of_shot(),
)

film_media = Table(
    "film_media",
    metadata,
    Column("film_id", Text, _film_key(), primary_key=True),
    Column("name", Text, primary_key=True),
    Column("sha256", String(64), _asset_key(), nullable=False, index=True),
    Column("document", Text, nullable=False),
)

calls = Table(
    "calls",
    metadata,
    Column("key", Text, primary_key=True),
    Column("film_id", Text, ForeignKey("films.id", ondelete="SET NULL"), index=True),
    Column("provider", Text, nullable=False),
    Column("model", Text, nullable=False),
    Column("modality", String(16), nullable=False),
    Column("state", String(16), nullable=False),
    Column("request", Text, nullable=False),
    Column("reply", Text),
    Column("error", Text),
    Column("sha256", String(64), _asset_key(), index=True),
    Column("asset", Text),
    Column("estimate_usd", Dollars),
    Column("cost_usd", Dollars),
    Column("cost_source", String(16)),
    Column("units", Text),
    Column("attempts", Integer, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("updated_at", Moment, nullable=False),
    Column("run", Integer, nullable=False),
    Column("nonce", String(32), nullable=False, index=True),
    Column("owner", Text, nullable=False),
    Column("intent_at", Moment, nullable=False),
    Column("remote_id", Text),
    Column("output", Text),
    Column("submitted_at", Moment),
    Column("finished_at", Moment),
    Index("ix_calls_provider", "provider", "state"),
    Index("uq_calls_remote_id", "provider", "remote_id", unique=True),
)
"""The ledger of provider calls, keyed by content; ``film_id`` is the film that pays."""

charges = Table(
    "charges",
    metadata,
    Column("call_key", Text, primary_key=True),
    Column("attempt", Integer, primary_key=True),
    Column("film_id", Text, index=True),
    Column("provider", Text, nullable=False),
    Column("model", Text, nullable=False),
    Column("modality", String(16), nullable=False),
    Column("cost_usd", Dollars, nullable=False),
    Column("cost_source", String(16), nullable=False),
    Column("units", Text, nullable=False),
    Column("at", Moment, nullable=False, index=True),
)
"""Money that providers took. It refers to calls and films without holding them: they may be removed, it stays."""

sends = Table(
    "sends",
    metadata,
    Column("nonce", String(32), primary_key=True),
    Column("provider", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Index("ix_sends_provider", "provider", "at"),
)
"""When calls were begun lately, for the providers' rate limits; old rows are deleted."""

remote_ids = Table(
    "remote_ids",
    metadata,
    Column("provider", Text, primary_key=True),
    Column("remote_id", Text, primary_key=True),
    Column("nonce", String(32), nullable=False),
)
"""Which try of a call a provider's id belongs to. A row stays when the call is tried again or removed: what a listing
shows of earlier tries must never be taken for a new one."""

pauses = Table(
    "pauses",
    metadata,
    Column("provider", Text, primary_key=True),
    Column("until", Moment, nullable=False),
)
"""Providers that asked us to wait."""

webhooks = Table(
    "webhooks",
    metadata,
    Column("nonce", String(32), primary_key=True),
    Column("remote_id", Text, primary_key=True),
    Column("body", Text, nullable=False),
    Column("at", Moment, nullable=False),
)
"""What providers reported back to the address that carries a call's nonce."""

gates = Table(
    "gates",
    metadata,
    Column("film_id", Text, _film_key(), primary_key=True),
    Column("stage", String(16), primary_key=True),
    Column("opened_at", Moment, nullable=False),
    Column("decision", String(16)),
    Column("decided_by", Text),
    Column("decided_at", Moment),
    Column("note", Text),
)
"""Where a film waits for a person after a stage, and what was decided."""

workers = Table(
    "workers",
    metadata,
    Column("executor_id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("started_at", Moment, nullable=False),
    Column("beat_at", Moment, nullable=False),
)
"""Leases: a process at work renews its row; one whose row is old is taken to be dead."""

takeovers = Table(
    "takeovers",
    metadata,
    Column("workflow_id", Text, primary_key=True),
    Column("count", Integer, nullable=False),
    Column("last_at", Moment, nullable=False),
)
"""How often a workflow's process died under it."""

enhancements = Table(
    "enhancements",
    metadata,
    Column("film_id", Text, primary_key=True),
    Column("id", String(32), primary_key=True),
    Column("shot_id", String(32), nullable=False),
    Column("at", Moment, nullable=False),
    Column("document", Text, nullable=False),
    _of_shot(),
)
"""The exchange of cinematographer and critic over a shot's prompt, whole."""

prompt_changes = Table(
    "prompt_changes",
    metadata,
    Column("film_id", Text, primary_key=True),
    Column("id", String(16), primary_key=True),
    Column("shot_id", String(32), nullable=False),
    Column("field", String(24), nullable=False),
    Column("source", String(16), nullable=False, index=True),
    Column("decision", String(16)),
    Column("at", Moment, nullable=False),
    Column("document", Text, nullable=False),
    _of_shot(),
)
"""What enhancements and suggestions would change in a shot's prompts, and what a person decided; nothing is deleted, so
that the rows tell how the prompts evolved."""

film_calls = Table(
    "film_calls",
    metadata,
    Column("film_id", Text, _film_key(), primary_key=True),
    Column("call_key", Text, ForeignKey("calls.key", ondelete="CASCADE"), primary_key=True, index=True),
)
"""Which film uses which call; a film that reuses another's stored call pays nothing."""

events = Table(
    "events",
    metadata,
    Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=True),
    Column("film_id", Text, _film_key(), nullable=False),
    Column("kind", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("body", Text, nullable=False),
    Index("ix_events_film_id", "film_id", "id"),
    sqlite_autoincrement=True,
)
"""Append-only; an id is never used twice, even after the newest rows were deleted."""
