"""Verifications counted without personal data, and the holds on permits as others read them.

owner=issuance
"""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

HOLDS = """
    CREATE VIEW v_permit_hold AS
    SELECT p.number AS permit_number, h.reason, h.since
    FROM permit AS p CROSS JOIN LATERAL (SELECT reason, since FROM v_plan_hold WHERE plan_id = p.route_plan_id) AS h
    WHERE p.state = 'issued'
    UNION ALL
    SELECT permit_number, reason, since FROM permit_hold
    WHERE lifted_at IS NULL AND (until IS NULL OR until > now())
"""


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.create_table(
        "verify_tally",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("authority_adcode", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("verdict", sa.String(length=40), nullable=False),
        sa.Column("calls", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("kind IN ('number', 'token', 'match')", name=op.f("ck_verify_tally_kind")),
        sa.CheckConstraint("calls > 0", name=op.f("ck_verify_tally_calls")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_verify_tally")),
    )
    op.create_index(op.f("ix_verify_tally_authority_adcode_at"), "verify_tally", ["authority_adcode", "at"])
    op.execute(HOLDS)


def downgrade() -> None:
    op.execute("DROP VIEW v_permit_hold")
    op.drop_table("verify_tally")
