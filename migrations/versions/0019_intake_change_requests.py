"""Change cases with their authority and the moment they were asked for, for the figures.

owner=intake
"""

from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

VIEW = """
    {replace} VIEW v_permit_change_case AS
    SELECT id AS application_id, number AS application_number, changes_permit AS permit_number,
           CAST(changes ->> 'revision' AS integer) AS revision, changes ->> 'reason' AS reason, status,
           status NOT IN ('terminated', 'not_accepted', 'rejected', 'issued', 'withdrawn', 'deemed_withdrawn') AS open
           {more}
    FROM application WHERE changes_permit IS NOT NULL
"""


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.execute(VIEW.format(replace="CREATE OR REPLACE", more=", authority_adcode, submitted_at AS asked_at"))


def downgrade() -> None:
    op.execute("DROP VIEW v_permit_change_case")
    op.execute(VIEW.format(replace="CREATE", more=""))
