"""Every id that a provider gave to a call of ours stays known, also when the call is tried again or removed."""

import sqlalchemy as sa
from alembic import op

revision = "20261121_1230"
down_revision = "20261121_1130"


def upgrade() -> None:
    """Adds the table, with the ids that are known."""
    op.create_table(
        "remote_ids",
        sa.Column("provider", sa.Text(), nullable=False),
        sa.Column("remote_id", sa.Text(), nullable=False),
        sa.Column("nonce", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("provider", "remote_id", name=op.f("pk_remote_ids")),
    )
    op.execute(
        "INSERT INTO remote_ids (provider, remote_id, nonce)"
        " SELECT provider, remote_id, nonce FROM calls WHERE remote_id IS NOT NULL"
    )
