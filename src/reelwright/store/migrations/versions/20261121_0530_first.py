"""The first schema: films and what belongs to them, the register of media, the ledger of calls, events."""

import sqlalchemy as sa
from alembic import op

revision = "20261121_0530"
down_revision = None


def upgrade() -> None:
    """Creates every table."""
    _films()
    _shots()
    _media_of_shots()
    _calls()
    _events()


def _films() -> None:
    op.create_table(
        "reelwright_version",
        sa.Column("version", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("version", name=op.f("pk_reelwright_version")),
    )
    op.create_table(
        "films",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("identity", sa.String(64), nullable=False),
        sa.Column("status", sa.String(16), nullable=False),
        sa.Column("until", sa.String(16), nullable=False),
        sa.Column("created_at", sa.String(32), nullable=False),
        sa.Column("updated_at", sa.String(32), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_films")),
    )
    op.create_index(op.f("ix_films_created_at"), "films", ["created_at"], unique=False)
    op.create_index(op.f("ix_films_identity"), "films", ["identity"], unique=False)
    op.create_index(op.f("ix_films_status"), "films", ["status"], unique=False)
    op.create_table(
        "assets",
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("byte_count", sa.BigInteger(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("created_at", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_assets")),
    )


def _shots() -> None:
    op.create_table(
        "shots",
        sa.Column("film_id", sa.Text(), nullable=False),
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["film_id"], ["films.id"], name=op.f("fk_shots_film_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("film_id", "id", name=op.f("pk_shots")),
    )
    op.create_table(
        "film_media",
        sa.Column("film_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["film_id"], ["films.id"], name=op.f("fk_film_media_film_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["sha256"], ["assets.sha256"], name=op.f("fk_film_media_sha256")),
        sa.PrimaryKeyConstraint("film_id", "name", name=op.f("pk_film_media")),
    )
    op.create_index(op.f("ix_film_media_sha256"), "film_media", ["sha256"], unique=False)


def _media_of_shots() -> None:
    op.create_table(
        "speeches",
        sa.Column("film_id", sa.Text(), nullable=False),
        sa.Column("shot_id", sa.String(32), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["film_id", "shot_id"], ["shots.film_id", "shots.id"], name=op.f("fk_speeches_film_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["sha256"], ["assets.sha256"], name=op.f("fk_speeches_sha256")),
        sa.PrimaryKeyConstraint("film_id", "shot_id", name=op.f("pk_speeches")),
    )
    op.create_index(op.f("ix_speeches_sha256"), "speeches", ["sha256"], unique=False)
    op.create_table(
        "frames",
        sa.Column("film_id", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("shot_id", sa.String(32), nullable=False),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("variation", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["film_id", "shot_id"], ["shots.film_id", "shots.id"], name=op.f("fk_frames_film_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["sha256"], ["assets.sha256"], name=op.f("fk_frames_sha256")),
        sa.PrimaryKeyConstraint("film_id", "id", name=op.f("pk_frames")),
    )
    op.create_index(op.f("ix_frames_sha256"), "frames", ["sha256"], unique=False)
    op.create_table(
        "takes",
        sa.Column("film_id", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("shot_id", sa.String(32), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["film_id", "shot_id"], ["shots.film_id", "shots.id"], name=op.f("fk_takes_film_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["sha256"], ["assets.sha256"], name=op.f("fk_takes_sha256")),
        sa.PrimaryKeyConstraint("film_id", "id", name=op.f("pk_takes")),
    )
    op.create_index(op.f("ix_takes_sha256"), "takes", ["sha256"], unique=False)


def _calls() -> None:
    op.create_table(
        "calls",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("film_id", sa.Text(), nullable=True),
        sa.Column("provider", sa.Text(), nullable=False),
        sa.Column("model", sa.Text(), nullable=False),
        sa.Column("modality", sa.String(16), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("request", sa.Text(), nullable=False),
        sa.Column("reply", sa.Text(), nullable=True),
        sa.Column("error", sa.Text(), nullable=True),
        sa.Column("sha256", sa.String(64), nullable=True),
        sa.Column("asset", sa.Text(), nullable=True),
        sa.Column("estimate_usd", sa.String(64), nullable=True),
        sa.Column("cost_usd", sa.String(64), nullable=True),
        sa.Column("cost_source", sa.String(16), nullable=True),
        sa.Column("units", sa.Text(), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.String(32), nullable=False),
        sa.Column("updated_at", sa.String(32), nullable=False),
        sa.ForeignKeyConstraint(["film_id"], ["films.id"], name=op.f("fk_calls_film_id"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["sha256"], ["assets.sha256"], name=op.f("fk_calls_sha256")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_calls")),
    )
    op.create_index(op.f("ix_calls_film_id"), "calls", ["film_id"], unique=False)
    op.create_index(op.f("ix_calls_sha256"), "calls", ["sha256"], unique=False)
    op.create_table(
        "film_calls",
        sa.Column("film_id", sa.Text(), nullable=False),
        sa.Column("call_key", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["call_key"], ["calls.key"], name=op.f("fk_film_calls_call_key"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["film_id"], ["films.id"], name=op.f("fk_film_calls_film_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("film_id", "call_key", name=op.f("pk_film_calls")),
    )
    op.create_index(op.f("ix_film_calls_call_key"), "film_calls", ["call_key"], unique=False)


def _events() -> None:
    op.create_table(
        "events",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("film_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["film_id"], ["films.id"], name=op.f("fk_events_film_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_events")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_events_film_id", "events", ["film_id", "id"], unique=False)
