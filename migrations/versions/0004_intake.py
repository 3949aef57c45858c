"""Tables of intake.

owner=intake
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.create_table(
        "application",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("authority_adcode", sa.String(length=40), nullable=False),
        sa.Column("number", sa.String(length=40), nullable=True),
        sa.Column("carrier_id", sa.UUID(), nullable=False),
        sa.Column("carrier_name", sa.String(length=200), nullable=False),
        sa.Column("created_by", sa.UUID(), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("class", sa.String(length=40), nullable=True),
        sa.Column("lane", sa.String(length=40), nullable=True),
        sa.Column("facts", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("further_sets", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("facts_version", sa.Integer(), nullable=False),
        sa.Column("planned_start", sa.DateTime(timezone=True), nullable=False),
        sa.Column("planned_end", sa.DateTime(timezone=True), nullable=False),
        sa.Column("cargo_name", sa.String(length=200), nullable=False),
        sa.Column("plates", postgresql.ARRAY(sa.String()), nullable=False),
        sa.Column("terms", postgresql.ARRAY(sa.String()), nullable=False),
        sa.Column("duplicate_keys", postgresql.ARRAY(sa.String()), nullable=False),
        sa.Column("standing", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("assessments", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("plans", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("permits", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("open_items", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("outcome", sa.String(length=40), nullable=True),
        sa.Column("finding", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("claimed_by", sa.UUID(), nullable=True),
        sa.Column("claimed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("active_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("prechecked_by", sa.UUID(), nullable=True),
        sa.Column("review_case_id", sa.UUID(), nullable=True),
        sa.Column("stage_seq", sa.Integer(), nullable=False),
        sa.Column("driver_lease", sa.DateTime(timezone=True), nullable=True),
        sa.Column("correction", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("corrections", sa.Integer(), nullable=False),
        sa.Column("supersedes_id", sa.UUID(), nullable=True),
        sa.Column("submitted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("notice_due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("deemed_accepted", sa.Boolean(), nullable=False),
        sa.Column("accepted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("promised_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("due_provisional", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("class IN ('I', 'II', 'III')", name=op.f("ck_application_class")),
        sa.CheckConstraint("lane IN ('instant', 'fast', 'survey')", name=op.f("ck_application_lane")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_application")),
        sa.UniqueConstraint("number", name=op.f("uq_application_number")),
    )
    op.create_index(
        "ix_application_authority",
        "application",
        ["authority_adcode", "id"],
        unique=False,
        postgresql_where=sa.text("number IS NOT NULL"),
    )
    op.create_index("ix_application_authority_class", "application", ["authority_adcode", "class", "id"], unique=False)
    op.create_index("ix_application_authority_lane", "application", ["authority_adcode", "lane", "id"], unique=False)
    op.create_index(
        "ix_application_authority_status", "application", ["authority_adcode", "status", "id"], unique=False
    )
    op.create_index(op.f("ix_application_carrier_id_id"), "application", ["carrier_id", "id"], unique=False)
    op.create_index(
        "ix_application_due_provisional",
        "application",
        ["id"],
        unique=False,
        postgresql_where=sa.text("due_provisional"),
    )
    op.create_index(
        "ix_application_duplicate",
        "application",
        ["duplicate_keys"],
        unique=False,
        postgresql_using="gin",
        postgresql_where=sa.text("number IS NOT NULL"),
    )
    op.create_index(
        "ix_application_held",
        "application",
        ["claimed_by", sa.literal_column("coalesce(due_at, notice_due_at, received_at)"), "id"],
        unique=False,
        postgresql_where=sa.text("status IN ('precheck', 'correction')"),
    )
    op.create_index(
        "ix_application_notice_due",
        "application",
        ["notice_due_at"],
        unique=False,
        postgresql_where=sa.text("status IN ('submitted', 'precheck')"),
    )
    op.create_index(
        "ix_application_plates",
        "application",
        ["plates"],
        unique=False,
        postgresql_using="gin",
        postgresql_where=sa.text("number IS NOT NULL"),
    )
    op.create_index(
        "ix_application_running",
        "application",
        ["id"],
        unique=False,
        postgresql_where=sa.text("status IN ('routed', 'survey', 'review', 'approval')"),
    )
    op.create_index(
        "ix_application_terms",
        "application",
        ["terms"],
        unique=False,
        postgresql_using="gin",
        postgresql_where=sa.text("number IS NOT NULL"),
    )
    op.create_index(
        "ix_application_unclaimed",
        "application",
        ["authority_adcode", sa.literal_column("coalesce(due_at, notice_due_at, received_at)"), "id"],
        unique=False,
        postgresql_where=sa.text("status = 'submitted' AND outcome IS NOT NULL"),
    )
    op.create_index(
        "ix_application_undriven",
        "application",
        ["received_at"],
        unique=False,
        postgresql_where=sa.text(
            "status IN ('accepted', 'routed') OR (status IN ('submitted', 'precheck') AND outcome IS NULL)"
        ),
    )
    op.create_table(
        "application_counter",
        sa.Column("authority_adcode", sa.String(length=40), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("last_serial", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("authority_adcode", "day", name=op.f("pk_application_counter")),
    )
    op.create_table(
        "lookup_log",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("application_id", sa.UUID(), nullable=False),
        sa.Column("facts_version", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(length=40), nullable=False),
        sa.Column("asked", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("held", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("looked_up_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lookup_log")),
        sa.UniqueConstraint("application_id", "facts_version", name=op.f("uq_lookup_log_application_id_facts_version")),
    )
    op.create_table(
        "material",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("application_id", sa.UUID(), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("pointer", sa.String(length=200), nullable=False),
        sa.Column("file_id", sa.UUID(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("media_type", sa.String(length=40), nullable=False),
        sa.Column("size_bytes", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("uploaded_by", sa.UUID(), nullable=False),
        sa.Column("uploaded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("checked_by", sa.UUID(), nullable=True),
        sa.Column("checked_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_material")),
    )
    op.create_index(op.f("ix_material_application_id"), "material", ["application_id"], unique=False)
    op.create_table(
        "receipt",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("application_id", sa.UUID(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("number", sa.String(length=40), nullable=False),
        sa.Column("issued_by", sa.Uuid(), nullable=True),
        sa.Column("payload", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("issued_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_receipt")),
        sa.UniqueConstraint("number", name=op.f("uq_receipt_number")),
    )
    op.create_index(op.f("ix_receipt_application_id"), "receipt", ["application_id"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_receipt_application_id"), table_name="receipt")
    op.drop_table("receipt")
    op.drop_index(op.f("ix_material_application_id"), table_name="material")
    op.drop_table("material")
    op.drop_table("lookup_log")
    op.drop_table("application_counter")
    op.drop_index(
        "ix_application_undriven",
        table_name="application",
        postgresql_where=sa.text(
            "status IN ('accepted', 'routed') OR (status IN ('submitted', 'precheck') AND outcome IS NULL)"
        ),
    )
    op.drop_index(
        "ix_application_unclaimed",
        table_name="application",
        postgresql_where=sa.text("status = 'submitted' AND outcome IS NOT NULL"),
    )
    op.drop_index(
        "ix_application_terms",
        table_name="application",
        postgresql_using="gin",
        postgresql_where=sa.text("number IS NOT NULL"),
    )
    op.drop_index(
        "ix_application_running",
        table_name="application",
        postgresql_where=sa.text("status IN ('routed', 'survey', 'review', 'approval')"),
    )
    op.drop_index(
        "ix_application_plates",
        table_name="application",
        postgresql_using="gin",
        postgresql_where=sa.text("number IS NOT NULL"),
    )
    op.drop_index(
        "ix_application_notice_due",
        table_name="application",
        postgresql_where=sa.text("status IN ('submitted', 'precheck')"),
    )
    op.drop_index(
        "ix_application_held",
        table_name="application",
        postgresql_where=sa.text("status IN ('precheck', 'correction')"),
    )
    op.drop_index(
        "ix_application_duplicate",
        table_name="application",
        postgresql_using="gin",
        postgresql_where=sa.text("number IS NOT NULL"),
    )
    op.drop_index(
        "ix_application_due_provisional", table_name="application", postgresql_where=sa.text("due_provisional")
    )
    op.drop_index(op.f("ix_application_carrier_id_id"), table_name="application")
    op.drop_index("ix_application_authority_status", table_name="application")
    op.drop_index("ix_application_authority_lane", table_name="application")
    op.drop_index("ix_application_authority_class", table_name="application")
    op.drop_index("ix_application_authority", table_name="application", postgresql_where=sa.text("number IS NOT NULL"))
    op.drop_table("application")
