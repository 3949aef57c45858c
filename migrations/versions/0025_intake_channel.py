"""By which way an application came in: filed by the applicant, or by a clerk for him at the window.

owner=intake
"""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.add_column("application", sa.Column("channel", sa.String(length=40), server_default="online", nullable=False))
    op.create_index(
        "ix_application_walk_in",
        "application",
        ["created_by", "id"],
        postgresql_where=sa.text("channel = 'assisted' AND number IS NULL"),
    )


def downgrade() -> None:
    op.drop_index("ix_application_walk_in", table_name="application")
    op.drop_column("application", "channel")
