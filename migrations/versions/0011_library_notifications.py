"""Notifications: what people are told, written with the act that it tells of.

owner=library
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.create_table(
        "notification",
        sa.Column("service", sa.String(length=40), nullable=False),
        sa.Column("carrier_id", sa.UUID(), nullable=True),
        sa.Column("account_id", sa.UUID(), nullable=True),
        sa.Column("template", sa.String(length=40), nullable=False),
        sa.Column("data", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("subject", sa.String(length=40), nullable=False),
        sa.Column("subject_id", sa.UUID(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column(
            "xact", sa.BigInteger(), server_default=sa.text("(pg_current_xact_id()::text)::bigint"), nullable=False
        ),
        sa.CheckConstraint("num_nonnulls(carrier_id, account_id) = 1", name=op.f("ck_notification_addressee")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notification")),
    )
    for column in ("carrier_id", "account_id"):
        op.create_index(
            f"ix_notification_{column}",
            "notification",
            [column, "id"],
            postgresql_where=sa.text(f"{column} IS NOT NULL"),
        )
    op.create_index(op.f("ix_notification_xact_id"), "notification", ["xact", "id"])


def downgrade() -> None:
    op.drop_table("notification")
