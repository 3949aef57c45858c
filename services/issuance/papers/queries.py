"""Reading the papers of acts as their addressee and the office may."""

from uuid import UUID

from sqlalchemy import ColumnElement, false, or_, select

from services.issuance.desk import Desk
from services.issuance.papers.wording import WORDING
from shared.contracts.papers import ActPaper as ActPaperModel
from shared.domain.errors import not_found
from shared.domain.roles import STAFF, Role
from shared.platform.database import ReadSession
from shared.platform.tokens import Caller
from shared.schema.issuance import ActPaper


def papers_seen(caller: Caller, desk: Desk) -> ColumnElement[bool]:
    """Which papers a caller sees: a carrier's agent its own, officers those of their authority."""
    allowed: list[ColumnElement[bool]] = []
    if caller.has(Role.COMPANY_AGENT) and caller.carrier_id is not None:
        allowed.append(ActPaper.carrier_id == caller.carrier_id)
    if caller.has(Role.ROAD_OFFICER, *STAFF):
        allowed.append(ActPaper.authority_adcode == desk.authority_of(caller))
    return or_(false(), *allowed)


async def list_papers(
    session: ReadSession, seen: ColumnElement[bool], *, application_id: UUID | None, permit_number: str | None
) -> list[ActPaperModel]:
    """The papers of an application with its permits, or of one permit, oldest first."""
    query = select(ActPaper).where(seen).order_by(ActPaper.id)
    if application_id is not None:
        query = query.where(ActPaper.application_id == application_id)
    if permit_number is not None:
        query = query.where(ActPaper.permit_number == permit_number)
    return [
        ActPaperModel(
            number=row.number,
            kind=row.kind,
            title=WORDING.kinds[row.kind].title,
            permit_number=row.permit_number,
            application_number=row.application_number,
            issued_at=row.issued_at,
        )
        for row in await session.scalars(query)
    ]


async def paper_by_number(session: ReadSession, number: str, seen: ColumnElement[bool]) -> ActPaper:
    """One paper.

    Raises:
        NotFound: none, or not the caller's.
    """
    row: ActPaper | None = await session.scalar(select(ActPaper).where(ActPaper.number == number, seen))
    if row is None:
        raise not_found("文书", "paper")
    return row
