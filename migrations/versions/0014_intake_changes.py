"""Applications that ask for the change of a permit, and the view by which issuance sees them.

owner=intake
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

OPEN = "NOT (status IN ('terminated', 'not_accepted', 'rejected', 'issued', 'withdrawn', 'deemed_withdrawn'))"
VIEW = """
    CREATE VIEW v_permit_change_case AS
    SELECT id AS application_id, number AS application_number, changes_permit AS permit_number,
           CAST(changes ->> 'revision' AS integer) AS revision, changes ->> 'reason' AS reason, status,
           status NOT IN ('terminated', 'not_accepted', 'rejected', 'issued', 'withdrawn', 'deemed_withdrawn') AS open
    FROM application WHERE changes_permit IS NOT NULL
"""


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.add_column("application", sa.Column("kind", sa.String(length=40), server_default="new", nullable=False))
    op.add_column("application", sa.Column("changes_permit", sa.String(length=40), nullable=True))
    op.add_column("application", sa.Column("changes", postgresql.JSONB(astext_type=sa.Text()), nullable=True))
    op.create_check_constraint("change", "application", "(kind = 'change') = (changes_permit IS NOT NULL)")
    op.create_index(
        "uq_application_open_change",
        "application",
        ["changes_permit"],
        unique=True,
        postgresql_where=sa.text(f"changes_permit IS NOT NULL AND {OPEN}"),
    )
    op.execute(VIEW)


def downgrade() -> None:
    op.execute("DROP VIEW v_permit_change_case")
    op.drop_index("uq_application_open_change", table_name="application")
    op.drop_constraint("change", "application", type_="check")
    for name in ("changes", "changes_permit", "kind"):
        op.drop_column("application", name)
