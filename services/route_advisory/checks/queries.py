"""The restrictions a trip meets, read in SQL; and the check of a route on them, searched in a CPU worker."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from pydantic import TypeAdapter
from sqlalchemy import and_, func, or_, select

from services.route_advisory.checks.mass import mass_excess
from services.route_advisory.checks.work import CheckedRoute, check_route, no_network
from services.route_advisory.engine import Engine
from services.route_advisory.network.check import window_of
from services.route_advisory.network.rows import Limits, RestrictionRow
from shared.contracts.route_advisory import RouteCheckRequest
from shared.domain.errors import field_problem
from shared.platform.database import ReadSession, WriteSession
from shared.platform.runtime import Runtime
from shared.platform.transaction import reading
from shared.schema.route_advisory import Restriction, RoadSegment

_LIMITS: Final = TypeAdapter(Limits)


@dataclass(frozen=True, slots=True)
class RoadTruth:
    """What was published when it was read: restrictions in force in a window, and the newest number of all."""

    restrictions: tuple[RestrictionRow, ...]
    seq: int


async def road_truth(session: ReadSession, start: datetime, end: datetime) -> RoadTruth:
    """Restrictions that touch a window, oldest first.

    One statement, so that number and restrictions belong to one moment; numbers are given in order of commit.
    """
    newest = select(func.coalesce(func.max(Restriction.seq), 0).label("seq")).subquery()
    in_force = and_(
        Restriction.lifted_at.is_(None),
        Restriction.starts_at <= end,
        or_(Restriction.ends_at.is_(None), Restriction.ends_at > start),
    )
    query = select(newest.c.seq, Restriction).select_from(newest).outerjoin(Restriction, in_force)
    rows = (await session.execute(query.order_by(Restriction.seq))).all()
    found = [row.Restriction for row in rows if row.Restriction is not None]
    return RoadTruth(tuple(_row(restriction) for restriction in found), int(rows[0].seq))


def _row(restriction: Restriction) -> RestrictionRow:
    return RestrictionRow(
        id=str(restriction.notice_id),
        kind=restriction.kind,
        segment_ids=tuple(restriction.segment_ids),
        hard=restriction.hard,
        starts_at=restriction.starts_at,
        ends_at=restriction.ends_at,
        limits=_LIMITS.validate_python(restriction.limits),
    )


async def require_segments(session: ReadSession | WriteSession, segment_ids: Sequence[int], pointer: str) -> None:
    """Raise unless every id is a segment of the network.

    Raises:
        Invalid: `unknown_segment`, at the first id that is none.
    """
    known = set(await session.scalars(select(RoadSegment.id).where(RoadSegment.id.in_(segment_ids))))
    for index, segment_id in enumerate(segment_ids):
        if segment_id not in known:
            raise field_problem(
                f"{pointer}/{index}",
                "unknown_segment",
                f"路网中没有路段 {segment_id}",
                f"the network has no segment {segment_id}",
            )


async def checked_route(runtime: Runtime, request: RouteCheckRequest) -> CheckedRoute:
    """Check a route on what is published now. No connection is held while the worker searches.

    Raises:
        Invalid: `unknown_segment`, a segment to avoid is none of the network.
    """
    async with reading(runtime.database) as session:
        if request.avoid:
            await require_segments(session, request.avoid, "/avoid")
        truth = await road_truth(session, *window_of(request))
    folder = runtime.own(Engine).folder
    if folder is None:
        return no_network(truth.seq)
    return await runtime.cpu.run(
        check_route, str(folder), request, mass_excess(request.facts), truth.restrictions, truth.seq
    )
