"""Tables of fieldwork.

owner=fieldwork
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.create_table(
        "escort_agency",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("phone", sa.String(length=40), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("vehicles", sa.Integer(), nullable=False),
        sa.Column("staff", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_escort_agency")),
        sa.UniqueConstraint("name", name=op.f("uq_escort_agency_name")),
    )
    op.create_table(
        "escort_assignment",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("application_id", sa.UUID(), nullable=False),
        sa.Column("application_number", sa.String(length=40), nullable=False),
        sa.Column("facts_version", sa.Integer(), nullable=False),
        sa.Column("authority_adcode", sa.String(length=40), nullable=False),
        sa.Column("carrier_id", sa.UUID(), nullable=False),
        sa.Column("carrier_name", sa.String(length=200), nullable=False),
        sa.Column("agency_id", sa.UUID(), nullable=False),
        sa.Column("spec", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("summary", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("decline_reason", sa.String(length=200), nullable=True),
        sa.Column("offered_by", sa.UUID(), nullable=False),
        sa.Column("answered_by", sa.UUID(), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("respond_due", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_escort_assignment")),
    )
    op.create_index(
        op.f("ix_escort_assignment_agency_id_state_id"), "escort_assignment", ["agency_id", "state", "id"], unique=False
    )
    op.create_index(op.f("ix_escort_assignment_carrier_id_id"), "escort_assignment", ["carrier_id", "id"], unique=False)
    op.create_index(
        "uq_escort_assignment_live",
        "escort_assignment",
        ["application_id"],
        unique=True,
        postgresql_where=sa.text("state IN ('offered', 'accepted')"),
    )
    op.create_table(
        "survey",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("application_id", sa.UUID(), nullable=False),
        sa.Column("application_number", sa.String(length=40), nullable=False),
        sa.Column("facts_version", sa.Integer(), nullable=False),
        sa.Column("carrier_id", sa.UUID(), nullable=False),
        sa.Column("authority_adcode", sa.String(length=40), nullable=False),
        sa.Column("content", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("conclusion", sa.String(length=40), nullable=True),
        sa.Column("conditions", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("inspectors", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("photo_ids", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("reported_by", sa.UUID(), nullable=True),
        sa.Column("reported_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("conclusion IN ('pass', 'pass_with_conditions', 'fail')", name=op.f("ck_survey_conclusion")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_survey")),
        sa.UniqueConstraint("application_id", "facts_version", name=op.f("uq_survey_application_id_facts_version")),
    )
    op.create_index(
        op.f("ix_survey_authority_adcode_state_id"), "survey", ["authority_adcode", "state", "id"], unique=False
    )
    op.create_index(op.f("ix_survey_carrier_id_id"), "survey", ["carrier_id", "id"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_survey_carrier_id_id"), table_name="survey")
    op.drop_index(op.f("ix_survey_authority_adcode_state_id"), table_name="survey")
    op.drop_table("survey")
    op.drop_index(
        "uq_escort_assignment_live",
        table_name="escort_assignment",
        postgresql_where=sa.text("state IN ('offered', 'accepted')"),
    )
    op.drop_index(op.f("ix_escort_assignment_carrier_id_id"), table_name="escort_assignment")
    op.drop_index(op.f("ix_escort_assignment_agency_id_state_id"), table_name="escort_assignment")
    op.drop_table("escort_assignment")
    op.drop_table("escort_agency")
