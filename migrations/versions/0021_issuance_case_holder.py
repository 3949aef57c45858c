"""Who has a case in review, and which other parties it waits for: published for others to show.

owner=issuance
"""

from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

VIEW = """
    CREATE VIEW v_case_holder AS
    SELECT c.application_id, c.state, c.reviewer_id AS officer_id,
           (SELECT e.actor_name FROM audit_event AS e WHERE e.aggregate_id = c.id AND e.actor_id = c.reviewer_id
            ORDER BY e.seq DESC LIMIT 1) AS officer_name,
           (SELECT jsonb_agg(q.party_name ORDER BY q.asked_at) FROM consultation AS q WHERE q.review_case_id = c.id
            AND q.required AND q.answered_at IS NULL AND q.withdrawn_at IS NULL) AS waiting_parties
    FROM review_case AS c
"""


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.execute(VIEW)


def downgrade() -> None:
    op.execute("DROP VIEW v_case_holder")
