"""Reading drivers."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from services.registry.papers.queries import paper_answer, papers_of, sees_carrier
from shared.contracts import carrier_staff as wire
from shared.contracts.pages import Page
from shared.domain.errors import not_found
from shared.domain.national_id import masked
from shared.platform.paging import cut
from shared.platform.tokens import Caller
from shared.schema.registry import Driver, Paper


async def visible_driver(session: AsyncSession, caller: Caller, driver_id: UUID) -> Driver:
    """A driver the caller may see.

    Raises:
        NotFound: there is none, or he is another carrier's.
    """
    row = await session.get(Driver, driver_id)
    if row is None or not sees_carrier(caller, row.carrier_id):
        raise not_found("驾驶员", "driver")
    return row


def driver_answer(row: Driver, papers: Sequence[Paper]) -> wire.Driver:
    """A driver as he is answered."""
    return wire.Driver(
        id=row.id,
        carrier_id=row.carrier_id,
        name=row.name,
        id_number=masked(row.id_number),
        phone=row.phone,
        papers=[paper_answer(paper) for paper in papers],
        version=row.version,
    )


async def list_drivers(
    session: AsyncSession, *, carrier_id: UUID, cursor: UUID | None, limit: int
) -> Page[wire.Driver]:
    """The drivers of a carrier, newest first."""
    query = select(Driver).where(Driver.carrier_id == carrier_id).order_by(Driver.id.desc()).limit(limit + 1)
    if cursor is not None:
        query = query.where(Driver.id < cursor)
    rows, following = cut((await session.scalars(query)).all(), limit, lambda row: row.id)
    papers = await papers_of(session, [row.id for row in rows])
    return Page(items=[driver_answer(row, papers[row.id]) for row in rows], next_cursor=following)
