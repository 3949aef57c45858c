"""A carrier's cases, found to be compared.

owner=issuance
"""

from alembic import op

revision = "0034"
down_revision = "0033"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.create_index(op.f("ix_review_case_carrier_id"), "review_case", ["carrier_id"])


def downgrade() -> None:
    op.drop_index(op.f("ix_review_case_carrier_id"), table_name="review_case")
