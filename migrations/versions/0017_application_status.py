"""A view that tells how far an application is, and whether the system itself is at it.

owner=library
"""

from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.execute("""
        CREATE VIEW v_application_status AS
        SELECT id AS application_id, status,
               status IN ('accepted', 'routed') OR (status IN ('submitted', 'precheck') AND outcome IS NULL) AS under_way
        FROM application
    """)


def downgrade() -> None:
    op.execute("DROP VIEW v_application_status")
