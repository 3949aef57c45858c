"""One present revision a permit number, in the database too; permits found by their application and decision.

owner=issuance
"""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.create_index(
        "uq_permit_present_revision",
        "permit",
        ["number"],
        unique=True,
        postgresql_where=sa.text("state <> 'superseded'"),
    )
    op.create_index(op.f("ix_permit_application_id"), "permit", ["application_id"])
    op.create_index(op.f("ix_permit_decision_id"), "permit", ["decision_id"])


def downgrade() -> None:
    op.drop_index(op.f("ix_permit_decision_id"), table_name="permit")
    op.drop_index(op.f("ix_permit_application_id"), table_name="permit")
    op.drop_index("uq_permit_present_revision", table_name="permit")
