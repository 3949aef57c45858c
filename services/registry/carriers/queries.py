"""Reading carriers."""

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
from shared.schema.registry import Carrier, Paper


async def visible_carrier(session: AsyncSession, caller: Caller, carrier_id: UUID) -> Carrier:
    """A carrier the caller may see.

    Raises:
        NotFound: there is none, or it is another's.
    """
    row = await session.get(Carrier, carrier_id) if sees_carrier(caller, carrier_id) else None
    if row is None:
        raise not_found("承运单位", "carrier")
    return row


def carrier_answer(row: Carrier, papers: Sequence[Paper]) -> wire.Carrier:
    """A carrier as it is answered."""
    return wire.Carrier.model_validate(
        {
            "id": row.id,
            "name": row.name,
            "credit_code_no": row.credit_code_no,
            "phone": row.phone,
            "credit": row.credit,
            "restricted": row.restricted,
            "banned_until": row.banned_until,
            "papers": [paper_answer(paper) for paper in papers],
            "version": row.version,
        }
    )


async def list_carriers(
    session: ReadSession,
    caller: Caller,
    *,
    name: str | None,
    credit_code_no: str | None,
    cursor: UUID | None,
    limit: int,
) -> Page[wire.Carrier]:
    """Carriers the caller may see, newest first; `name` finds a part of it."""
    query = select(Carrier).order_by(Carrier.id.desc()).limit(limit + 1)
    if caller.authority is None:
        query = query.where(Carrier.id == caller.carrier_id)
    if name is not None:
        query = query.where(Carrier.name.contains(name, autoescape=True))
    if credit_code_no is not None:
        query = query.where(Carrier.credit_code_no == credit_code_no)
    if cursor is not None:
        query = query.where(Carrier.id < cursor)
    rows, following = cut((await session.scalars(query)).all(), limit, lambda row: row.id)
    papers = await papers_of(session, [row.id for row in rows])
    return Page(items=[carrier_answer(row, papers[row.id]) for row in rows], next_cursor=following)
