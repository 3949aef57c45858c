"""Reading the living office's row."""

from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession

from shared.contracts import registry as wire
from shared.contracts.demo import demo_id
from shared.schema.registry import DemonstrationOffice

THE_OFFICE: Final = demo_id("office")


async def the_office(session: AsyncSession) -> DemonstrationOffice | None:
    """The one row; None: no living office was begun."""
    return await session.get(DemonstrationOffice, THE_OFFICE, populate_existing=True)


def office_answer(row: DemonstrationOffice) -> wire.DemonstrationOffice:
    """The office as it is answered."""
    return wire.DemonstrationOffice(
        planned=row.planned, done=len(row.done), began_at=row.began_at, finished_at=row.finished_at
    )
