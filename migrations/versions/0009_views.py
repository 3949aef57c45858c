"""Views that services publish for others to read.

owner=library
"""

from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

VIEWS = {
    "v_plan_hold": """
        SELECT plan_id, min(since) AS since, (array_agg(reason ORDER BY since))[1] AS reason, count(*) AS holds
        FROM plan_hold WHERE lifted_at IS NULL GROUP BY plan_id
    """,
    "v_field_clearance": """
        SELECT a.application_id, a.facts_version, bool_or(a.survey_passed) AS survey_passed,
               bool_or(a.escort_accepted) AS escort_accepted
        FROM (
            SELECT application_id, facts_version,
                   state = 'reported' AND conclusion IN ('pass', 'pass_with_conditions') AS survey_passed,
                   false AS escort_accepted
            FROM survey
            UNION ALL
            SELECT application_id, facts_version, false, state = 'accepted' FROM escort_assignment
        ) AS a GROUP BY a.application_id, a.facts_version
    """,
    "v_permit": """
        SELECT DISTINCT ON (number) number, revision, application_id, set_index, carrier_id, plates, state, class,
               valid_from, valid_to, route_plan_id, issued_at
        FROM permit ORDER BY number, revision DESC
    """,
    "v_case_stage": """
        SELECT c.id AS review_case_id, c.application_id, c.state, c.stage_seq, d.kind, d.decided_at
        FROM review_case AS c LEFT JOIN decision AS d ON d.review_case_id = c.id
    """,
}


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    for name, query in VIEWS.items():
        op.execute(f"CREATE VIEW {name} AS {query}")


def downgrade() -> None:
    for name in VIEWS:
        op.execute(f"DROP VIEW {name}")
