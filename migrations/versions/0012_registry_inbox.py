"""Inbox and mail: who has read what, addresses of accounts, mails on their way.

owner=registry
"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.add_column("account", sa.Column("email", sa.String(length=254), nullable=True))
    op.create_table(
        "notification_reading",
        sa.Column("account_id", sa.UUID(), nullable=False),
        sa.Column("notification_id", sa.UUID(), nullable=False),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("account_id", "notification_id", name=op.f("pk_notification_reading")),
    )
    op.create_table(
        "mail",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("notification_id", sa.UUID(), nullable=False),
        sa.Column("account_id", sa.UUID(), nullable=False),
        sa.Column("address", sa.String(length=254), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("next_try_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("state IN ('queued', 'sent', 'failed')", name=op.f("ck_mail_state")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mail")),
        sa.UniqueConstraint("notification_id", "account_id", name=op.f("uq_mail_notification_id_account_id")),
    )
    op.create_index("ix_mail_queued", "mail", ["next_try_at"], postgresql_where=sa.text("state = 'queued'"))
    op.create_table(
        "mail_cursor",
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("xact", sa.BigInteger(), nullable=False),
        sa.Column("last_id", sa.UUID(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_mail_cursor")),
    )


def downgrade() -> None:
    op.drop_table("mail_cursor")
    op.drop_table("mail")
    op.drop_table("notification_reading")
    op.drop_column("account", "email")
