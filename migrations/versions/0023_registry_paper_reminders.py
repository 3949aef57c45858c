"""Which ends of papers were told, each once.

owner=registry
"""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.create_table(
        "paper_reminder",
        sa.Column("paper_id", sa.UUID(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=False),
        sa.Column("days", sa.Integer(), nullable=False),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("paper_id", "valid_to", "days", name=op.f("pk_paper_reminder")),
    )
    op.create_index(op.f("ix_paper_valid_to"), "paper", ["valid_to"])


def downgrade() -> None:
    op.drop_index(op.f("ix_paper_valid_to"), table_name="paper")
    op.drop_table("paper_reminder")
