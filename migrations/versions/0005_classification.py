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
        sa.Column("override", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assessment")),
        sa.UniqueConstraint("application_id", "facts_version", "set_index", name="uq_assessment_step"),
    )
    op.create_index(op.f("ix_assessment_created_at_id"), "assessment", ["created_at", "id"], unique=False)
    op.create_table(
        "day_override",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=True),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.Column("changed_by", sa.UUID(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("kind IN ('holiday', 'makeup_workday')", name=op.f("ck_day_override_kind")),
        sa.PrimaryKeyConstraint("day", name=op.f("pk_day_override")),
    )
    op.create_table(
        "replay",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("rule_set_id", sa.UUID(), nullable=False),
        sa.Column("merged", sa.String(), nullable=False),
        sa.Column("from_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.Column("counts", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("last_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("last_id", sa.UUID(), nullable=True),
        sa.Column("created_by", sa.UUID(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("note", sa.String(length=200), nullable=True),
        sa.CheckConstraint("state IN ('queued', 'running', 'done')", name=op.f("ck_replay_state")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_replay")),
    )
    op.create_table(
        "replay_change",
        sa.Column("replay_id", sa.UUID(), nullable=False),
        sa.Column("assessment_id", sa.UUID(), nullable=False),
        sa.Column("application_id", sa.UUID(), nullable=False),
        sa.Column("set_index", sa.Integer(), nullable=False),
        sa.Column("outcome_before", sa.String(length=40), nullable=False),
        sa.Column("class_before", sa.String(length=40), nullable=True),
        sa.Column("lane_before", sa.String(length=40), nullable=True),
        sa.Column("outcome_after", sa.String(length=40), nullable=False),
        sa.Column("class_after", sa.String(length=40), nullable=True),
        sa.Column("lane_after", sa.String(length=40), nullable=True),
        sa.PrimaryKeyConstraint("replay_id", "assessment_id", name=op.f("pk_replay_change")),
    )
    op.create_table(
        "rule_set",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("edition", sa.String(length=40), nullable=False),
        sa.Column("authority_adcode", sa.String(length=40), nullable=False),
        sa.Column("title_zh", sa.String(length=200), nullable=False),
        sa.Column("title_en", sa.String(length=200), nullable=False),
        sa.Column("law_from", sa.Date(), nullable=False),
        sa.Column("inherits_id", sa.UUID(), nullable=True),
        sa.Column("derived_from", sa.UUID(), nullable=True),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("source_toml", sa.String(), nullable=False),
        sa.Column("merged", sa.String(), nullable=False),
        sa.Column("note", sa.String(length=200), nullable=False),
        sa.Column("authors", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("reviewed_by", sa.UUID(), nullable=True),
        sa.Column("enacted_by", sa.UUID(), nullable=True),
        sa.Column("enacted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("effective_from", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("(state = 'enacted') = (effective_from IS NOT NULL)", name=op.f("ck_rule_set_enacted")),
        sa.CheckConstraint("state IN ('draft', 'reviewed', 'enacted')", name=op.f("ck_rule_set_state")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rule_set")),
        sa.UniqueConstraint("name", "edition", name=op.f("uq_rule_set_name_edition")),
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
    op.drop_table("replay_change")
    op.drop_table("replay")
    op.drop_table("day_override")
    op.drop_index(op.f("ix_assessment_created_at_id"), table_name="assessment")
    op.drop_table("assessment")
