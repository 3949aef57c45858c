"""Tables of issuance.

owner=issuance
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.create_table(
        "audit_sample",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("permit_id", sa.UUID(), nullable=False),
        sa.Column("permit_number", sa.String(length=40), nullable=False),
        sa.Column("authority_adcode", sa.String(length=40), nullable=False),
        sa.Column("review_case_id", sa.UUID(), nullable=False),
        sa.Column("automatic", sa.Boolean(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("finding", sa.String(), nullable=True),
        sa.Column("reader_id", sa.UUID(), nullable=True),
        sa.Column("reader_name", sa.String(length=200), nullable=True),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("state IN ('drawn', 'passed', 'defect')", name=op.f("ck_audit_sample_state")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_sample")),
        sa.UniqueConstraint("permit_id", name=op.f("uq_audit_sample_permit_id")),
    )
    op.create_index(
        op.f("ix_audit_sample_authority_adcode_day_id"), "audit_sample", ["authority_adcode", "day", "id"], unique=False
    )
    op.create_table(
        "consultation",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("review_case_id", sa.UUID(), nullable=False),
        sa.Column("authority_adcode", sa.String(length=40), nullable=False),
        sa.Column("party", sa.String(length=40), nullable=False),
        sa.Column("party_name", sa.String(length=200), nullable=False),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("required", sa.Boolean(), nullable=False),
        sa.Column("asked_by", sa.UUID(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_provisional", sa.Boolean(), nullable=False),
        sa.Column("secret_sha256", sa.LargeBinary(), nullable=False),
        sa.Column("opinion", sa.String(length=40), nullable=True),
        sa.Column("answer", sa.String(), nullable=True),
        sa.Column("answer_conditions", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("answered_by", sa.String(length=200), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("withdrawn_reason", sa.String(length=200), nullable=True),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "opinion IN ('agree', 'agree_with_conditions', 'object')", name=op.f("ck_consultation_opinion")
        ),
        sa.CheckConstraint("(opinion IS NULL) = (answered_at IS NULL)", name=op.f("ck_consultation_answered")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consultation")),
        sa.UniqueConstraint("secret_sha256", name=op.f("uq_consultation_secret_sha256")),
    )
    op.create_index(op.f("ix_consultation_review_case_id_id"), "consultation", ["review_case_id", "id"], unique=False)
    op.create_table(
        "decision",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("review_case_id", sa.UUID(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("automatic", sa.Boolean(), nullable=False),
        sa.Column("approver_id", sa.UUID(), nullable=True),
        sa.Column("approver_name", sa.String(length=200), nullable=False),
        sa.Column("standing_authority_id", sa.UUID(), nullable=True),
        sa.Column("grounds", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("conditions", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("kind IN ('grant', 'refuse')", name=op.f("ck_decision_kind")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision")),
        sa.UniqueConstraint("review_case_id", name=op.f("uq_decision_review_case_id")),
    )
    op.create_table(
        "driver_link",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("permit_number", sa.String(length=40), nullable=False),
        sa.Column("secret_sha256", sa.LargeBinary(), nullable=False),
        sa.Column("made_by", sa.UUID(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_driver_link")),
        sa.UniqueConstraint("secret_sha256", name=op.f("uq_driver_link_secret_sha256")),
    )
    op.create_index(op.f("ix_driver_link_permit_number"), "driver_link", ["permit_number"], unique=False)
    op.create_table(
        "permit",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("number", sa.String(length=40), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("authority_adcode", sa.String(length=40), nullable=False),
        sa.Column("application_id", sa.UUID(), nullable=False),
        sa.Column("application_number", sa.String(length=40), nullable=False),
        sa.Column("set_index", sa.Integer(), nullable=False),
        sa.Column("decision_id", sa.UUID(), nullable=False),
        sa.Column("carrier_id", sa.UUID(), nullable=False),
        sa.Column("carrier_name", sa.String(length=200), nullable=False),
        sa.Column("plates", postgresql.ARRAY(sa.String()), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("class", sa.String(length=40), nullable=False),
        sa.Column("facts", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("length_mm", sa.Integer(), nullable=False),
        sa.Column("width_mm", sa.Integer(), nullable=False),
        sa.Column("height_mm", sa.Integer(), nullable=False),
        sa.Column("gross_mass_kg", sa.Integer(), nullable=False),
        sa.Column("terms", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("route_plan_id", sa.UUID(), nullable=False),
        sa.Column("valid_from", sa.DateTime(timezone=True), nullable=False),
        sa.Column("valid_to", sa.DateTime(timezone=True), nullable=False),
        sa.Column("trips_allowed", sa.Integer(), nullable=False),
        sa.Column("trips_used", sa.Integer(), nullable=False),
        sa.Column("signer_name", sa.String(length=200), nullable=False),
        sa.Column("token", sa.String(), nullable=False),
        sa.Column("key_id", sa.String(length=40), nullable=False),
        sa.Column("demonstration", sa.Boolean(), nullable=False),
        sa.Column("document_sha256", sa.String(), nullable=True),
        sa.Column("change", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("legal_reading", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("end_state", sa.String(length=40), nullable=True),
        sa.Column("end_reason", sa.String(length=200), nullable=True),
        sa.Column("end_clause", sa.String(length=200), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("deregistered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("issued_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("trips_used BETWEEN 0 AND trips_allowed", name=op.f("ck_permit_trips")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_permit")),
        sa.UniqueConstraint("number", "revision", name=op.f("uq_permit_number_revision")),
    )
    op.create_index(
        op.f("ix_permit_authority_adcode_issued_at"), "permit", ["authority_adcode", "issued_at"], unique=False
    )
    op.create_index(op.f("ix_permit_carrier_id_id"), "permit", ["carrier_id", "id"], unique=False)
    op.create_index(
        "ix_permit_ended", "permit", ["valid_to"], unique=False, postgresql_where=sa.text("state <> 'issued'")
    )
    op.create_index(
        "ix_permit_ended_at",
        "permit",
        ["authority_adcode", "ended_at"],
        unique=False,
        postgresql_where=sa.text("ended_at IS NOT NULL"),
    )
    op.create_index(
        "ix_permit_in_force", "permit", ["valid_to"], unique=False, postgresql_where=sa.text("state = 'issued'")
    )
    op.create_index("ix_permit_plates", "permit", ["plates"], unique=False, postgresql_using="gin")
    op.create_index(op.f("ix_permit_route_plan_id"), "permit", ["route_plan_id"], unique=False)
    op.create_index(
        "uq_permit_first_revision",
        "permit",
        ["application_id", "set_index"],
        unique=True,
        postgresql_where=sa.text("revision = 1"),
    )
    op.create_table(
        "permit_counter",
        sa.Column("authority_adcode", sa.String(length=40), nullable=False),
        sa.Column("series", sa.String(length=40), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("last_serial", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("authority_adcode", "series", "year", name=op.f("pk_permit_counter")),
    )
    op.create_table(
        "permit_hold",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("permit_number", sa.String(length=40), nullable=False),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("placed_by", sa.UUID(), nullable=False),
        sa.Column("confirmed_by", sa.UUID(), nullable=True),
        sa.Column("lifted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("lifted_by", sa.UUID(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_permit_hold")),
    )
    op.create_index(
        "uq_permit_hold_live",
        "permit_hold",
        ["permit_number"],
        unique=True,
        postgresql_where=sa.text("lifted_at IS NULL"),
    )
    op.create_table(
        "permit_trip",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("permit_number", sa.String(length=40), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("recorded_by", sa.UUID(), nullable=False),
        sa.Column("recorded_role", sa.String(length=40), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_permit_trip")),
        sa.UniqueConstraint("permit_number", "seq", name=op.f("uq_permit_trip_permit_number_seq")),
    )
    op.create_index(
        "uq_permit_trip_running",
        "permit_trip",
        ["permit_number"],
        unique=True,
        postgresql_where=sa.text("ended_at IS NULL"),
    )
    op.create_table(
        "review_case",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("application_id", sa.UUID(), nullable=False),
        sa.Column("application_number", sa.String(length=40), nullable=False),
        sa.Column("authority_adcode", sa.String(length=40), nullable=False),
        sa.Column("carrier_id", sa.UUID(), nullable=False),
        sa.Column("carrier_name", sa.String(length=200), nullable=False),
        sa.Column("class", sa.String(length=40), nullable=False),
        sa.Column("lane", sa.String(length=40), nullable=False),
        sa.Column("outcome", sa.String(length=40), nullable=False),
        sa.Column("facts_version", sa.Integer(), nullable=False),
        sa.Column("content", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("stage_seq", sa.Integer(), nullable=False),
        sa.Column("prechecked_by", sa.UUID(), nullable=True),
        sa.Column("reviewer_id", sa.UUID(), nullable=True),
        sa.Column("conclusion", sa.String(length=40), nullable=True),
        sa.Column("conclusion_text", sa.String(length=200), nullable=True),
        sa.Column("conditions", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("concluded_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("second_reading", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("legal_reading", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("returned", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("rerouted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("accepted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_review_case")),
        sa.UniqueConstraint("application_id", name=op.f("uq_review_case_application_id")),
    )
    op.create_index(
        op.f("ix_review_case_authority_adcode_accepted_at"),
        "review_case",
        ["authority_adcode", "accepted_at"],
        unique=False,
    )
    op.create_index(op.f("ix_review_case_state_due_at"), "review_case", ["state", "due_at"], unique=False)
    op.create_table(
        "signed_list",
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("issued_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("next_update", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("kind", name=op.f("pk_signed_list")),
    )
    op.create_table(
        "standing_authority",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("authority_adcode", sa.String(length=40), nullable=False),
        sa.Column("granted_by", sa.UUID(), nullable=False),
        sa.Column("granted_by_name", sa.String(length=200), nullable=False),
        sa.Column("limits", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("granted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("suspended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("suspended_reason", sa.String(length=200), nullable=True),
        sa.Column("suspended_for_carriers", postgresql.ARRAY(sa.String()), nullable=False),
        sa.Column("suspended_for_roads", postgresql.ARRAY(sa.String()), nullable=False),
        sa.Column("revoked_reason", sa.String(length=200), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_standing_authority")),
    )
    op.create_index(
        "uq_standing_authority_in_force",
        "standing_authority",
        ["authority_adcode"],
        unique=True,
        postgresql_where=sa.text("revoked_at IS NULL"),
    )
    op.create_table(
        "standing_authority_use",
        sa.Column("standing_authority_id", sa.UUID(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("used", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("standing_authority_id", "day", name=op.f("pk_standing_authority_use")),
    )


def downgrade() -> None:
    op.drop_table("standing_authority_use")
    op.drop_index(
        "uq_standing_authority_in_force",
        table_name="standing_authority",
        postgresql_where=sa.text("revoked_at IS NULL"),
    )
    op.drop_table("standing_authority")
    op.drop_table("signed_list")
    op.drop_index(op.f("ix_review_case_state_due_at"), table_name="review_case")
    op.drop_index(op.f("ix_review_case_authority_adcode_accepted_at"), table_name="review_case")
    op.drop_table("review_case")
    op.drop_index("uq_permit_trip_running", table_name="permit_trip", postgresql_where=sa.text("ended_at IS NULL"))
    op.drop_table("permit_trip")
    op.drop_index("uq_permit_hold_live", table_name="permit_hold", postgresql_where=sa.text("lifted_at IS NULL"))
    op.drop_table("permit_hold")
    op.drop_table("permit_counter")
    op.drop_index("uq_permit_first_revision", table_name="permit", postgresql_where=sa.text("revision = 1"))
    op.drop_index(op.f("ix_permit_route_plan_id"), table_name="permit")
    op.drop_index("ix_permit_plates", table_name="permit", postgresql_using="gin")
    op.drop_index("ix_permit_in_force", table_name="permit", postgresql_where=sa.text("state = 'issued'"))
    op.drop_index("ix_permit_ended_at", table_name="permit", postgresql_where=sa.text("ended_at IS NOT NULL"))
    op.drop_index("ix_permit_ended", table_name="permit", postgresql_where=sa.text("state <> 'issued'"))
    op.drop_index(op.f("ix_permit_carrier_id_id"), table_name="permit")
    op.drop_index(op.f("ix_permit_authority_adcode_issued_at"), table_name="permit")
    op.drop_table("permit")
    op.drop_index(op.f("ix_driver_link_permit_number"), table_name="driver_link")
    op.drop_table("driver_link")
    op.drop_table("decision")
    op.drop_index(op.f("ix_consultation_review_case_id_id"), table_name="consultation")
    op.drop_table("consultation")
    op.drop_index(op.f("ix_audit_sample_authority_adcode_day_id"), table_name="audit_sample")
    op.drop_table("audit_sample")
