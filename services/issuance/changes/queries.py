"""Reading revisions of a permit and the case it came from."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, exists, select
from sqlalchemy.ext.asyncio import AsyncSession

from services.issuance.decisions.queries import shown_state
from shared.contracts.permit_life import PermitRevision
from shared.domain.errors import not_found
from shared.platform.database import ReadSession
from shared.schema.issuance import Permit, PermitTrip, ReviewCase


async def revision_by_id(session: AsyncSession, revision_id: UUID) -> Permit | None:
    """A revision; None: it was never made."""
    return await session.get(Permit, revision_id)


async def case_of_permit(session: AsyncSession, row: Permit) -> ReviewCase | None:
    """The case a permit came from."""
    found: ReviewCase | None = await session.scalar(
        select(ReviewCase).where(ReviewCase.application_id == row.application_id)
    )
    return found


async def trip_running(session: AsyncSession, number: str) -> bool:
    """Whether a run on the permit was begun and not ended."""
    running = exists().where(PermitTrip.permit_number == number, PermitTrip.ended_at.is_(None))
    return bool(await session.scalar(select(running)))


async def revisions_of(session: ReadSession, number: str, seen: ColumnElement[bool]) -> list[PermitRevision]:
    """Every revision of a number, the newest first, with what each changed.

    Raises:
        NotFound: none, or not the caller's.
    """
    query = select(Permit).where(Permit.number == number, seen).order_by(Permit.revision.desc())
    rows: Sequence[Permit] = (await session.scalars(query)).all()
    if not rows:
        raise not_found("通行证", "permit")
    return [
        PermitRevision(
            revision=row.revision,
            state=shown_state(row.state, row.valid_from, row.valid_to),
            plates=row.plates,
            valid_from=row.valid_from,
            valid_to=row.valid_to,
            change=row.change,
            issued_at=row.issued_at,
            ended_at=row.ended_at,
        )
        for row in rows
    ]
