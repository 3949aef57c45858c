"""Reading escort agencies."""

from collections.abc import Iterable, Mapping
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from shared.contracts import fieldwork as wire
from shared.contracts.pages import Page
from shared.platform.database import ReadSession
from shared.platform.paging import cut
from shared.schema.fieldwork import EscortAgency

QUALIFIED: Final = "qualified"


def agency_answer(row: EscortAgency) -> wire.Agency:
    """An agency as it is answered."""
    return wire.Agency(id=row.id, name=row.name, phone=row.phone, vehicles=row.vehicles, staff=row.staff)


async def list_agencies(session: ReadSession, *, cursor: str | None, limit: int) -> Page[wire.Agency]:
    """Qualified agencies by name: a neutral order, the office recommends none (no designated intermediaries)."""
    query = select(EscortAgency).where(EscortAgency.state == QUALIFIED).order_by(EscortAgency.name).limit(limit + 1)
    if cursor is not None:
        query = query.where(EscortAgency.name > cursor)
    rows, following = cut((await session.scalars(query)).all(), limit, lambda row: row.name)
    return Page(items=[agency_answer(row) for row in rows], next_cursor=following)


async def agency_names(session: AsyncSession, ids: Iterable[UUID]) -> Mapping[UUID, str]:
    """Names of agencies by id."""
    query = select(EscortAgency.id, EscortAgency.name).where(EscortAgency.id.in_(set(ids)))
    return {row.id: row.name for row in await session.execute(query)}


async def is_qualified(session: AsyncSession, agency_id: UUID) -> bool:
    """Whether an agency exists and may escort."""
    state = await session.scalar(select(EscortAgency.state).where(EscortAgency.id == agency_id))
    return state == QUALIFIED
