"""Tables of route_advisory.

owner=route_advisory
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.create_table(
        "network_state",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("network_version", sa.String(length=40), nullable=False),
        sa.Column("attribution", sa.String(length=200), nullable=False),
        sa.Column("sample", sa.Boolean(), nullable=False),
        sa.Column("dated_on", sa.Date(), nullable=False),
        sa.Column("imported_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_network_state")),
    )
    op.create_table(
        "plan_hold",
        sa.Column("plan_id", sa.UUID(), nullable=False),
        sa.Column("notice_id", sa.UUID(), nullable=False),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("lifted_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("plan_id", "notice_id", name=op.f("pk_plan_hold")),
    )
    op.create_index(op.f("ix_plan_hold_notice_id"), "plan_hold", ["notice_id"], unique=False)
    op.create_table(
        "restriction",
        sa.Column("seq", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("notice_id", sa.UUID(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("segment_ids", postgresql.ARRAY(sa.BigInteger()), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("hard", sa.Boolean(), nullable=False),
        sa.Column("limits", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("lifted_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_restriction")),
        sa.UniqueConstraint("notice_id", name=op.f("uq_restriction_notice_id")),
    )
    op.create_index(
        "ix_restriction_live", "restriction", ["ends_at"], unique=False, postgresql_where=sa.text("lifted_at IS NULL")
    )
    op.create_index("ix_restriction_segments", "restriction", ["segment_ids"], unique=False, postgresql_using="gin")
    op.create_table(
        "road_node",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("lon", sa.Float(precision=53), nullable=False),
        sa.Column("lat", sa.Float(precision=53), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_road_node")),
    )
    op.create_table(
        "road_segment",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("from_node", sa.BigInteger(), nullable=False),
        sa.Column("to_node", sa.BigInteger(), nullable=False),
        sa.Column("length_m", sa.Integer(), nullable=False),
        sa.Column("oneway", sa.Boolean(), nullable=False),
        sa.Column("road", sa.String(length=40), nullable=False),
        sa.Column("from_stake_m", sa.Integer(), nullable=False),
        sa.Column("to_stake_m", sa.Integer(), nullable=False),
        sa.Column("road_class", sa.String(length=40), nullable=False),
        sa.Column("lanes", sa.Integer(), nullable=False),
        sa.Column("owner", sa.String(length=200), nullable=False),
        sa.Column("limits", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("geometry", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_road_segment")),
    )
    op.create_index(op.f("ix_road_segment_road"), "road_segment", ["road"], unique=False)
    op.create_table(
        "route_plan",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("application_id", sa.UUID(), nullable=False),
        sa.Column("facts_version", sa.Integer(), nullable=False),
        sa.Column("set_index", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("segment_ids", postgresql.ARRAY(sa.BigInteger()), nullable=False),
        sa.Column("restriction_seq", sa.BigInteger(), nullable=False),
        sa.Column("network_version", sa.String(length=40), nullable=False),
        sa.Column("valid_from", sa.DateTime(timezone=True), nullable=False),
        sa.Column("valid_to", sa.DateTime(timezone=True), nullable=False),
        sa.Column("measures", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("check", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("route_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("locked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_route_plan")),
        sa.UniqueConstraint("application_id", "facts_version", "set_index", name="uq_route_plan_step"),
    )
    op.create_index("ix_route_plan_segments", "route_plan", ["segment_ids"], unique=False, postgresql_using="gin")
    op.create_table(
        "structure",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("segment_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("stake_m", sa.Integer(), nullable=False),
        sa.Column("limits", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("bridge", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("condition_class", sa.Integer(), nullable=True),
        sa.Column("rated_on", sa.Date(), nullable=True),
        sa.Column("sample", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_structure")),
    )
    op.create_index(op.f("ix_structure_segment_id"), "structure", ["segment_id"], unique=False)
    op.create_table(
        "traffic_notice",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("segment_ids", postgresql.ARRAY(sa.BigInteger()), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("hard", sa.Boolean(), nullable=False),
        sa.Column("limits", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("created_by", sa.UUID(), nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("plans_held", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_traffic_notice")),
    )


def downgrade() -> None:
    op.drop_table("traffic_notice")
    op.drop_index(op.f("ix_structure_segment_id"), table_name="structure")
    op.drop_table("structure")
    op.drop_index("ix_route_plan_segments", table_name="route_plan", postgresql_using="gin")
    op.drop_table("route_plan")
    op.drop_index(op.f("ix_road_segment_road"), table_name="road_segment")
    op.drop_table("road_segment")
    op.drop_table("road_node")
    op.drop_index("ix_restriction_segments", table_name="restriction", postgresql_using="gin")
    op.drop_index("ix_restriction_live", table_name="restriction", postgresql_where=sa.text("lifted_at IS NULL"))
    op.drop_table("restriction")
    op.drop_index(op.f("ix_plan_hold_notice_id"), table_name="plan_hold")
    op.drop_table("plan_hold")
    op.drop_table("network_state")
