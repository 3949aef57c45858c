"""Papers of acts on permits and cases; times the clock of a case stands still.

owner=issuance
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.create_table(
        "act_paper",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("number", sa.String(length=40), nullable=False),
        sa.Column("authority_adcode", sa.String(length=40), nullable=False),
        sa.Column("carrier_id", sa.UUID(), nullable=False),
        sa.Column("addressee", sa.String(length=200), nullable=False),
        sa.Column("application_id", sa.UUID(), nullable=False),
        sa.Column("application_number", sa.String(length=40), nullable=False),
        sa.Column("permit_number", sa.String(length=40), nullable=True),
        sa.Column("payload", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("issued_by", sa.UUID(), nullable=True),
        sa.Column("issued_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("document_sha256", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_act_paper")),
        sa.UniqueConstraint("number", name=op.f("uq_act_paper_number")),
    )
    op.create_index(op.f("ix_act_paper_application_id_id"), "act_paper", ["application_id", "id"])
    op.create_index(op.f("ix_act_paper_permit_number_id"), "act_paper", ["permit_number", "id"])
    op.create_table(
        "case_pause",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("review_case_id", sa.UUID(), nullable=False),
        sa.Column("application_id", sa.UUID(), nullable=False),
        sa.Column("ground", sa.String(length=40), nullable=False),
        sa.Column("explanation", sa.String(), nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("told_last", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=False),
        sa.Column("notice_number", sa.String(length=40), nullable=False),
        sa.Column("placed_by", sa.UUID(), nullable=False),
        sa.Column("placed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_by", sa.UUID(), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("first <= told_last AND last <= told_last", name=op.f("ck_case_pause_days")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_pause")),
        sa.UniqueConstraint("notice_number", name=op.f("uq_case_pause_notice_number")),
    )
    op.create_index(op.f("ix_case_pause_review_case_id_id"), "case_pause", ["review_case_id", "id"])


def downgrade() -> None:
    op.drop_table("case_pause")
    op.drop_table("act_paper")
