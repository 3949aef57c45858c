"""Tables of `route_advisory`: the road network, structures, restrictions with their notices, route plans and holds."""

from datetime import date

from sqlalchemy import BigInteger, Float, Identity, Index, LargeBinary, UniqueConstraint, func, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from shared.schema.base import (
    Base,
    Code,
    Created,
    Json,
    JsonList,
    Key,
    Moment,
    Name,
    OptionalJson,
    OptionalMoment,
    Ref,
    Serial,
    Versioned,
)


class RoadNode(Base):
    """A junction, WGS 84 degrees."""

    __tablename__ = "road_node"

    id: Mapped[Serial] = mapped_column(primary_key=True, autoincrement=False)
    lon: Mapped[float] = mapped_column(Float(53))
    lat: Mapped[float] = mapped_column(Float(53))


class RoadSegment(Base):
    """A road between two junctions; null limits: none known."""

    __tablename__ = "road_segment"

    id: Mapped[Serial] = mapped_column(primary_key=True, autoincrement=False)
    from_node: Mapped[Serial]
    to_node: Mapped[Serial]
    length_m: Mapped[int]
    oneway: Mapped[bool]
    road: Mapped[Code] = mapped_column(index=True)
    from_stake_m: Mapped[int]
    to_stake_m: Mapped[int]
    road_class: Mapped[Code]
    lanes: Mapped[int]
    owner: Mapped[Name]
    limits: Mapped[Json]
    geometry: Mapped[JsonList]


class Structure(Base):
    """A bridge, tunnel, toll lane, height bar or power line on a segment. `sample` marks made-up figures."""

    __tablename__ = "structure"

    id: Mapped[Serial] = mapped_column(primary_key=True, autoincrement=False)
    segment_id: Mapped[Serial] = mapped_column(index=True)
    kind: Mapped[Code]
    name: Mapped[Name]
    stake_m: Mapped[int]
    limits: Mapped[Json]
    bridge: Mapped[OptionalJson]
    condition_class: Mapped[int | None]
    rated_on: Mapped[date | None]
    sample: Mapped[bool]


class NetworkState(Base):
    """One row: which import of the network this is. The arrays made from it carry a hash of their own.

    `dated_on` is the day the ratings of made-up structures are dated from.
    """

    __tablename__ = "network_state"

    id: Mapped[int] = mapped_column(primary_key=True)
    network_version: Mapped[Code]
    attribution: Mapped[Name]
    sample: Mapped[bool]
    dated_on: Mapped[date]
    imported_at: Mapped[Created]


class TrafficNotice(Versioned):
    """A notice of a road officer; published, it becomes a restriction on each of its segments."""

    __tablename__ = "traffic_notice"

    id: Mapped[Key]
    kind: Mapped[Code]
    title: Mapped[Name]
    segment_ids: Mapped[list[int]] = mapped_column(ARRAY(BigInteger))
    starts_at: Mapped[Moment]
    ends_at: Mapped[OptionalMoment]
    hard: Mapped[bool]
    limits: Mapped[Json]
    state: Mapped[Code]
    created_by: Mapped[Ref]
    published_at: Mapped[OptionalMoment]
    plans_held: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[Created]


class Restriction(Base):
    """A published restriction: numbered in the order of publication, so that a plan can ask for newer ones."""

    __tablename__ = "restriction"
    __table_args__ = (
        Index("ix_restriction_segments", "segment_ids", postgresql_using="gin"),
        Index("ix_restriction_live", "ends_at", postgresql_where=text("lifted_at IS NULL")),
    )

    seq: Mapped[Serial] = mapped_column(Identity(always=True), primary_key=True)
    notice_id: Mapped[Ref] = mapped_column(unique=True)
    kind: Mapped[Code]
    segment_ids: Mapped[list[int]] = mapped_column(ARRAY(BigInteger))
    starts_at: Mapped[Moment]
    ends_at: Mapped[OptionalMoment]
    hard: Mapped[bool]
    limits: Mapped[Json]
    lifted_at: Mapped[OptionalMoment]


class RoutePlanRow(Base):
    """A checked way for one vehicle set, on the restrictions known at `restriction_seq`.

    `measures` are the least limits a notice may set without touching it; `valid_from` and `valid_to` bound its trip.
    """

    __tablename__ = "route_plan"
    __table_args__ = (
        UniqueConstraint("application_id", "facts_version", "set_index", name="uq_route_plan_step"),
        Index("ix_route_plan_segments", "segment_ids", postgresql_using="gin"),
    )

    id: Mapped[Key]
    application_id: Mapped[Ref]
    facts_version: Mapped[int]
    set_index: Mapped[int]
    state: Mapped[Code]
    segment_ids: Mapped[list[int]] = mapped_column(ARRAY(BigInteger))
    restriction_seq: Mapped[Serial]
    network_version: Mapped[Code]
    valid_from: Mapped[Moment]
    valid_to: Mapped[Moment]
    measures: Mapped[Json]
    check: Mapped[Json]
    route_hash: Mapped[bytes] = mapped_column(LargeBinary(32))
    locked_at: Mapped[OptionalMoment]
    created_at: Mapped[Created]


class PlanHoldRow(Base):
    """A travel hold a notice put on a locked plan; verification reads it through `v_plan_hold`."""

    __tablename__ = "plan_hold"

    plan_id: Mapped[Ref] = mapped_column(primary_key=True)
    notice_id: Mapped[Ref] = mapped_column(primary_key=True, index=True)
    reason: Mapped[Name]
    since: Mapped[Created] = mapped_column(server_default=func.now())
    lifted_at: Mapped[OptionalMoment]
