"""Reading traffic notices: one, a page, and those in force for anyone."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from shared.contracts.pages import Page
from shared.contracts.route_advisory import Notice, NoticeKind, PublicNotice, RestrictionLimits
from shared.domain.errors import not_found
from shared.schema.route_advisory import RoadSegment, TrafficNotice


def wire_notice(notice: TrafficNotice) -> Notice:
    """A notice as staff read it."""
    return Notice.model_validate({name: getattr(notice, name) for name in Notice.model_fields})


async def notice_by_id(session: AsyncSession, notice_id: UUID) -> TrafficNotice:
    """A notice.

    Raises:
        NotFound: there is none.
    """
    notice = await session.get(TrafficNotice, notice_id)
    if notice is None:
        raise not_found("公告", "notice")
    return notice


async def page_of_notices(
    session: AsyncSession, *, cursor: UUID | None, limit: int, state: str | None, kind: NoticeKind | None
) -> Page[Notice]:
    """Notices, newest first; ids sort by the moment they were made."""
    conditions: list[ColumnElement[bool]] = []
    if cursor is not None:
        conditions.append(TrafficNotice.id < cursor)
    if state is not None:
        conditions.append(TrafficNotice.state == state)
    if kind is not None:
        conditions.append(TrafficNotice.kind == kind)
    found = await _some(session, conditions, limit)
    rows, next_cursor = found
    return Page(items=[wire_notice(row) for row in rows], next_cursor=next_cursor)


async def page_of_public_notices(
    session: AsyncSession, *, cursor: UUID | None, limit: int, road: str | None, now: datetime
) -> Page[PublicNotice]:
    """Published notices that are not over, newest first."""
    conditions = [
        TrafficNotice.state == "published",
        or_(TrafficNotice.ends_at.is_(None), TrafficNotice.ends_at > now),
    ]
    if cursor is not None:
        conditions.append(TrafficNotice.id < cursor)
    if road is not None:
        of_road = select(func.array_agg(RoadSegment.id)).where(RoadSegment.road == road).scalar_subquery()
        conditions.append(TrafficNotice.segment_ids.overlap(of_road))
    rows, next_cursor = await _some(session, conditions, limit)
    roads = await _roads(session, rows)
    return Page(items=[_public(row, roads) for row in rows], next_cursor=next_cursor)


async def _some(
    session: AsyncSession, conditions: Sequence[ColumnElement[bool]], limit: int
) -> tuple[Sequence[TrafficNotice], str | None]:
    query = select(TrafficNotice).where(*conditions).order_by(TrafficNotice.id.desc()).limit(limit + 1)
    rows = (await session.scalars(query)).all()
    return rows[:limit], str(rows[limit - 1].id) if len(rows) > limit else None


async def _roads(session: AsyncSession, notices: Sequence[TrafficNotice]) -> dict[int, str]:
    """The road code of every segment the notices name."""
    segment_ids = {segment_id for notice in notices for segment_id in notice.segment_ids}
    query = select(RoadSegment.id, RoadSegment.road).where(RoadSegment.id.in_(segment_ids))
    return {row.id: row.road for row in await session.execute(query)}


def _public(notice: TrafficNotice, roads: dict[int, str]) -> PublicNotice:
    return PublicNotice.model_validate(
        {
            "id": notice.id,
            "kind": notice.kind,
            "title": notice.title,
            "roads": sorted({road for key in notice.segment_ids if (road := roads.get(key))}),
            "segment_ids": notice.segment_ids,
            "starts_at": notice.starts_at,
            "ends_at": notice.ends_at,
            "hard": notice.hard,
            "limits": RestrictionLimits.model_validate(notice.limits),
            "published_at": notice.published_at,
        }
    )
