"""The index a search asks holds the stretch of time beside the terms: what is newest of a word is found without the rest.

owner=intake
"""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None

FOUND_BY = "(CAST(terms AS text[]) || ARRAY['@' || left(CAST(id AS text), 4), '@' || left(CAST(id AS text), 5)])"
NUMBERED = sa.text("number IS NOT NULL")


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.create_index(
        "ix_application_found_by",
        "application",
        [sa.literal_column(FOUND_BY)],
        postgresql_using="gin",
        postgresql_where=NUMBERED,
    )
    op.drop_index("ix_application_terms", table_name="application")


def downgrade() -> None:
    op.create_index("ix_application_terms", "application", ["terms"], postgresql_using="gin", postgresql_where=NUMBERED)
    op.drop_index("ix_application_found_by", table_name="application")
