"""Reading vehicles."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from services.registry.papers.queries import paper_answer, papers_of, sees_carrier
from shared.contracts import registry as wire
from shared.contracts.pages import Page
from shared.domain.errors import not_found
from shared.platform.database import ReadSession
from shared.platform.paging import cut
from shared.platform.tokens import Caller
from shared.schema.registry import Paper, Vehicle


async def visible_vehicle(session: AsyncSession, caller: Caller, vehicle_id: UUID) -> Vehicle:
    """A vehicle the caller may see.

    Raises:
        NotFound: there is none, or it is another's.
    """
    row = await session.get(Vehicle, vehicle_id)
    if row is None or not sees_carrier(caller, row.carrier_id):
        raise not_found("车辆", "vehicle")
    return row


def vehicle_answer(row: Vehicle, papers: Sequence[Paper]) -> wire.Vehicle:
    """A vehicle as it is answered."""
    return wire.Vehicle(
        id=row.id,
        carrier_id=row.carrier_id,
        plate=row.plate,
        kind=row.kind,
        model=row.model,
        curb_mass_kg=row.curb_mass_kg,
        axles=row.axles,
        papers=[paper_answer(paper) for paper in papers],
        version=row.version,
    )


async def list_vehicles(
    session: ReadSession, *, carrier_id: UUID, plate: str | None, cursor: UUID | None, limit: int
) -> Page[wire.Vehicle]:
    """The vehicles of a carrier, newest first."""
    query = select(Vehicle).where(Vehicle.carrier_id == carrier_id).order_by(Vehicle.id.desc()).limit(limit + 1)
    if plate is not None:
        query = query.where(Vehicle.plate == plate)
    if cursor is not None:
        query = query.where(Vehicle.id < cursor)
    rows, following = cut((await session.scalars(query)).all(), limit, lambda row: row.id)
    papers = await papers_of(session, [row.id for row in rows])
    return Page(items=[vehicle_answer(row, papers[row.id]) for row in rows], next_cursor=following)
