"""The signed PDF of a receipt, and what its text says of the application (filled in for receipts that are there).

owner=intake
"""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

FILL = """
    UPDATE receipt AS r SET payload = r.payload || jsonb_build_object('about', jsonb_build_object(
        'application', a.number, 'authority', a.authority_adcode, 'carrier', a.carrier_name, 'cargo', a.cargo_name,
        'origin', a.facts #>> '{trip,origin,name}', 'destination', a.facts #>> '{trip,destination,name}',
        'plates', to_jsonb(a.plates), 'received', coalesce(a.received_at, a.submitted_at, r.issued_at),
        'days', a.assessments #> '{0,assessment,statutory_days}'))
    FROM application AS a WHERE a.id = r.application_id AND NOT r.payload ? 'about'
"""


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.add_column("receipt", sa.Column("document_sha256", sa.String(), nullable=True))
    op.create_index("ix_receipt_unprinted", "receipt", ["id"], postgresql_where=sa.text("document_sha256 IS NULL"))
    op.execute(FILL)


def downgrade() -> None:
    op.drop_index("ix_receipt_unprinted", table_name="receipt")
    op.drop_column("receipt", "document_sha256")
