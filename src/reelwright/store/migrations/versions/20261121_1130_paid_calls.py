"""Paid calls: their tries and remote ids, charges that stay, rate limits, webhooks; gates; leases of processes."""

import sqlalchemy as sa
from alembic import op

revision = "20261121_1130"
down_revision = "20261121_0530"


def upgrade() -> None:
    """Adds columns and tables, and puts what was paid so far on the books."""
    _calls()
    _charges()
    _limits()
    _gates()
    _workers()


def _calls() -> None:
    needed = {"run": sa.Integer(), "nonce": sa.String(32), "owner": sa.Text(), "intent_at": sa.String(32)}
    optional = {
        "remote_id": sa.Text(),
        "output": sa.Text(),
        "submitted_at": sa.String(32),
        "finished_at": sa.String(32),
    }
    for name, kind in (needed | optional).items():
        op.add_column("calls", sa.Column(name, kind, nullable=True))
    op.execute("UPDATE calls SET run = 1, nonce = '', owner = '', intent_at = created_at")
    with op.batch_alter_table("calls") as table:
        for name, kind in needed.items():
            table.alter_column(name, existing_type=kind, nullable=False)
    op.create_index("ix_calls_nonce", "calls", ["nonce"], unique=False)
    op.create_index("ix_calls_provider", "calls", ["provider", "state"], unique=False)
    op.create_index("uq_calls_remote_id", "calls", ["provider", "remote_id"], unique=True)


def _charges() -> None:
    op.create_table(
        "charges",
        sa.Column("call_key", sa.Text(), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("film_id", sa.Text(), nullable=True),
        sa.Column("provider", sa.Text(), nullable=False),
        sa.Column("model", sa.Text(), nullable=False),
        sa.Column("modality", sa.String(16), nullable=False),
        sa.Column("cost_usd", sa.String(64), nullable=False),
        sa.Column("cost_source", sa.String(16), nullable=False),
        sa.Column("units", sa.Text(), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("call_key", "attempt", name=op.f("pk_charges")),
    )
    op.create_index("ix_charges_film_id", "charges", ["film_id"], unique=False)
    op.create_index("ix_charges_at", "charges", ["at"], unique=False)
    op.execute(
        "INSERT INTO charges (call_key, attempt, film_id, provider, model, modality, cost_usd, cost_source, units, at)"
        " SELECT key, attempts, film_id, provider, model, modality, cost_usd, cost_source, units, updated_at FROM calls"
        " WHERE state = 'stored' AND cost_source <> 'free'"
    )


def _limits() -> None:
    op.create_table(
        "sends",
        sa.Column("nonce", sa.String(32), nullable=False),
        sa.Column("provider", sa.Text(), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("nonce", name=op.f("pk_sends")),
    )
    op.create_index("ix_sends_provider", "sends", ["provider", "at"], unique=False)
    op.create_table(
        "pauses",
        sa.Column("provider", sa.Text(), nullable=False),
        sa.Column("until", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("provider", name=op.f("pk_pauses")),
    )
    op.create_table(
        "webhooks",
        sa.Column("nonce", sa.String(32), nullable=False),
        sa.Column("remote_id", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("nonce", "remote_id", name=op.f("pk_webhooks")),
    )


def _gates() -> None:
    op.create_table(
        "gates",
        sa.Column("film_id", sa.Text(), nullable=False),
        sa.Column("stage", sa.String(16), nullable=False),
        sa.Column("opened_at", sa.String(32), nullable=False),
        sa.Column("decision", sa.String(16), nullable=True),
        sa.Column("decided_by", sa.Text(), nullable=True),
        sa.Column("decided_at", sa.String(32), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["film_id"], ["films.id"], name=op.f("fk_gates_film_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("film_id", "stage", name=op.f("pk_gates")),
    )


def _workers() -> None:
    op.create_table(
        "workers",
        sa.Column("executor_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("started_at", sa.String(32), nullable=False),
        sa.Column("beat_at", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("executor_id", name=op.f("pk_workers")),
    )
    op.create_table(
        "takeovers",
        sa.Column("workflow_id", sa.Text(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("last_at", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("workflow_id", name=op.f("pk_takeovers")),
    )
