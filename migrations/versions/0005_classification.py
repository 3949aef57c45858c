"""Tables of classification.

owner=classification
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.create_table(
        "assessment",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("application_id", sa.UUID(), nullable=False),
        sa.Column("facts_version", sa.Integer(), nullable=False),
        sa.Column("set_index", sa.Integer(), nullable=False),
        sa.Column("rule_set_id", sa.UUID(), nullable=False),
        sa.Column("outcome", sa.String(length=40), nullable=False),
        sa.Column("class", sa.String(length=40), nullable=True),
        sa.Column("lane", sa.String(length=40), nullable=True),
        sa.Column("facts", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("context", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("result", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assessment")),
        sa.UniqueConstraint("application_id", "facts_version", "set_index", name="uq_assessment_step"),
    )
    op.create_table(
        "day_override",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("kind IN ('holiday', 'makeup_workday')", name=op.f("ck_day_override_kind")),
        sa.PrimaryKeyConstraint("day", name=op.f("pk_day_override")),
    )
    op.create_table(
        "rule_set",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("authority_adcode", sa.String(length=40), nullable=False),
        sa.Column("version", sa.String(length=40), nullable=False),
        sa.Column("source_toml", sa.String(), nullable=False),
        sa.Column("effective_from", sa.DateTime(timezone=True), nullable=False),
        sa.Column("effective_to", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rule_set")),
        sa.UniqueConstraint("authority_adcode", "version", name=op.f("uq_rule_set_authority_adcode_version")),
    )
    op.create_index(
        op.f("ix_rule_set_authority_adcode_effective_from"),
        "rule_set",
        ["authority_adcode", "effective_from"],
        unique=False,
    )


def downgrade() -> None:
    op.drop_index(op.f("ix_rule_set_authority_adcode_effective_from"), table_name="rule_set")
    op.drop_table("rule_set")
    op.drop_table("day_override")
    op.drop_table("assessment")
