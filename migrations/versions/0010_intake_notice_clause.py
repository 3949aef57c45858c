"""The clause the time for a correction notice rests on, as the rule set told it.

owner=intake
"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

CLAUSE = "行政许可法第三十二条第一款第四项"
"""What every notice was given by before."""


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.add_column("application", sa.Column("notice_clause", sa.String(length=200), nullable=True))
    op.execute(
        sa.text("UPDATE application SET notice_clause = :clause WHERE notice_due_at IS NOT NULL").bindparams(
            clause=CLAUSE
        )
    )


def downgrade() -> None:
    op.drop_column("application", "notice_clause")
