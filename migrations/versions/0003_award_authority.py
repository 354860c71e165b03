"""Awards whose grantor the table of authorities does not let confer them.

Revision ID: 0003
Revises: 0002
"""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(
        "ALTER TABLE award ADD COLUMN authority TEXT CONSTRAINT ck_award_authority CHECK (authority IN ('disputed'))"
    )


def downgrade() -> None:
    op.execute("ALTER TABLE award DROP COLUMN authority")
