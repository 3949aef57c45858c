"""Beginning the living office and writing down what of it is done; the program that makes it calls, nobody else."""

from sqlalchemy import func, update

from services.registry.demo_data import holds_real_rows
from services.registry.demonstration.queries import THE_OFFICE, the_office
from shared.domain.clock import utc_now
from shared.platform.database import WriteSession
from shared.schema.registry import DemonstrationOffice


async def begin(session: WriteSession, *, seed: int, planned: int) -> DemonstrationOffice | None:
    """The office to go on with, begun if there is none; None: it would stand among real accounts or carriers."""
    row = await the_office(session)
    if row is None and not await holds_real_rows(session):
        row = DemonstrationOffice(
            id=THE_OFFICE, seed=seed, began_at=utc_now(), planned=planned, done=[], finished_at=None
        )
        session.add(row)
        await session.flush()
    return row


async def write_down(session: WriteSession, case: int) -> None:
    """A case is as it shall be."""
    row = DemonstrationOffice
    await session.execute(update(row).where(row.id == THE_OFFICE).values(done=func.array_append(row.done, case)))


async def finish(session: WriteSession) -> None:
    """Every case was made."""
    row = DemonstrationOffice
    await session.execute(update(row).where(row.id == THE_OFFICE).values(finished_at=utc_now()))
