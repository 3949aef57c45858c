"""How long cases of a kind took from a stage to their end, and how well that foretold later ones.

owner=intake
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.create_table(
        "stage_history",
        sa.Column("authority_adcode", sa.String(length=40), nullable=False),
        sa.Column("class", sa.String(length=40), nullable=False),
        sa.Column("lane", sa.String(length=40), nullable=False),
        sa.Column("stage", sa.String(length=40), nullable=False),
        sa.Column("cases", sa.Integer(), nullable=False),
        sa.Column("quantiles_s", postgresql.ARRAY(sa.Float()), nullable=False),
        sa.Column("tested", sa.Integer(), nullable=False),
        sa.Column("within_p50", sa.Integer(), nullable=False),
        sa.Column("within_p90", sa.Integer(), nullable=False),
        sa.Column("computed_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("authority_adcode", "class", "lane", "stage", name=op.f("pk_stage_history")),
    )
    op.create_index(
        "ix_application_decided",
        "application",
        ["decided_at"],
        postgresql_where=sa.text("status IN ('issued', 'rejected')"),
    )


def downgrade() -> None:
    op.drop_index("ix_application_decided", table_name="application")
    op.drop_table("stage_history")
