"""Enhancements of prompts with their exchange, and changes of prompts that a person decides on."""

import sqlalchemy as sa
from alembic import op

revision = "20261121_1820"
down_revision = "20261121_1230"


def upgrade() -> None:
    """Adds the two tables."""
    op.create_table(
        "enhancements",
        sa.Column("film_id", sa.Text(), nullable=False),
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("shot_id", sa.String(32), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        _of_shot("enhancements"),
        sa.PrimaryKeyConstraint("film_id", "id", name=op.f("pk_enhancements")),
    )
    op.create_table(
        "prompt_changes",
        sa.Column("film_id", sa.Text(), nullable=False),
        sa.Column("id", sa.String(16), nullable=False),
        sa.Column("shot_id", sa.String(32), nullable=False),
        sa.Column("field", sa.String(24), nullable=False),
        sa.Column("source", sa.String(16), nullable=False),
        sa.Column("decision", sa.String(16), nullable=True),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        _of_shot("prompt_changes"),
        sa.PrimaryKeyConstraint("film_id", "id", name=op.f("pk_prompt_changes")),
    )
    op.create_index("ix_prompt_changes_source", "prompt_changes", ["source"], unique=False)


def _of_shot(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["film_id", "shot_id"], ["shots.film_id", "shots.id"], name=op.f(f"fk_{table}_film_id"), ondelete="CASCADE"
    )
