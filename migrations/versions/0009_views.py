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
        SELECT c.application_id, c.facts_version, bool_or(c.survey_passed) AS survey_passed,
               bool_or(c.escort_accepted) AS escort_accepted, max(c.surveyed_at) AS surveyed_at,
               coalesce(jsonb_agg(c.conditions) FILTER (WHERE c.survey_passed) -> 0, '[]') AS survey_conditions,
               max(c.agency) AS escort_agency
        FROM (
            SELECT application_id, facts_version,
                   state = 'reported' AND conclusion IN ('pass', 'pass_with_conditions') AS survey_passed,
                   reported_at AS surveyed_at, conditions, false AS escort_accepted, NULL AS agency
            FROM survey
            UNION ALL
            SELECT a.application_id, a.facts_version, false, NULL, NULL, a.state = 'accepted',
                   CASE WHEN a.state = 'accepted' THEN g.name END
            FROM escort_assignment AS a LEFT JOIN escort_agency AS g ON g.id = a.agency_id
        ) AS c GROUP BY c.application_id, c.facts_version
    """,
    "v_permit": """
        SELECT DISTINCT ON (number) number, revision, application_id, set_index, carrier_id, plates, state, class,
               valid_from, valid_to, route_plan_id, issued_at
        FROM permit ORDER BY number, revision DESC
    """,
    "v_permit_plan": """
        SELECT route_plan_id, number, revision, state FROM permit
    """,
    "v_application_end": """
        SELECT a.id AS application_id, a.number, a.authority_adcode, e.action, e.at
        FROM audit_event AS e JOIN application AS a ON a.id = e.aggregate_id
        WHERE e.aggregate = 'application'
          AND e.action IN ('termination', 'non_acceptance', 'no_permit_needed', 'withdrawal')
    """,
    "v_day_override": """
        SELECT day, kind FROM day_override WHERE kind IS NOT NULL
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
