"""The tree of the organisation, to which unit a person belongs, and who stands in for whom for a period.

owner=registry
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.create_table(
        "org_unit",
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("parent_code", sa.String(length=40), nullable=True),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("adcode", sa.String(length=40), nullable=False),
        sa.Column("posts", postgresql.ARRAY(sa.String()), nullable=False),
        sa.Column("mark", sa.String(length=40), nullable=False),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_org_unit")),
    )
    op.add_column("account", sa.Column("unit_code", sa.String(length=40), nullable=True))
    op.create_table(
        "deputy",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("account_id", sa.UUID(), nullable=False),
        sa.Column("deputy_id", sa.UUID(), nullable=False),
        sa.Column("role", sa.String(length=40), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("appointed_by", sa.UUID(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("account_id <> deputy_id", name=op.f("ck_deputy_another")),
        sa.CheckConstraint("starts_at < ends_at", name=op.f("ck_deputy_period")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deputy")),
    )
    op.create_index(op.f("ix_deputy_deputy_id_ends_at"), "deputy", ["deputy_id", "ends_at"])


def downgrade() -> None:
    op.drop_table("deputy")
    op.drop_column("account", "unit_code")
    op.drop_table("org_unit")
