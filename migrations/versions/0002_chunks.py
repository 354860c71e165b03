"""The ledger of runs on a cluster.

Revision ID: 0002
Revises: 0001
"""

import sqlalchemy as sa
from alembic import op

from extractor.store.migrating import refuse_loss

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

Whole = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "chunk",
        sa.Column("run_id", Whole, autoincrement=False, nullable=False),
        sa.Column("seq", Whole, autoincrement=False, nullable=False),
        sa.Column("first_uri", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("lease", sa.Text(), nullable=False),
        sa.Column("node", sa.Text(), nullable=False),
        sa.Column("leased_at", sa.Text(), nullable=False),
        sa.Column("done_at", sa.Text(), nullable=True),
        sa.CheckConstraint("status IN ('leased', 'done')", name=op.f("ck_chunk_status")),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f("fk_chunk_run_id_run")),
        sa.PrimaryKeyConstraint("run_id", "seq", name=op.f("pk_chunk")),
    )


def downgrade() -> None:
    refuse_loss(op.get_bind(), "chunk")
    op.drop_table("chunk")
