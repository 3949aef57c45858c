"""The drafts a clerk has made for others."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from services.intake.applications.queries import LIST_COLUMNS
from shared.contracts.intake import ApplicationRow
from shared.contracts.pages import Page
from shared.platform.paging import cut
from shared.platform.tokens import Caller
from shared.schema.intake import ASSISTED, Application


async def drafts(session: AsyncSession, caller: Caller, *, cursor: UUID | None, limit: int) -> Page[ApplicationRow]:
    """Newest first."""
    own = (Application.created_by == caller.id, Application.channel == ASSISTED, Application.number.is_(None))
    query = select(*LIST_COLUMNS).where(*own).order_by(Application.id.desc()).limit(limit + 1)
    if cursor is not None:
        query = query.where(Application.id < cursor)
    rows, following = cut((await session.execute(query)).mappings().all(), limit, lambda row: row["id"])
    return Page(items=[ApplicationRow.model_validate(dict(row)) for row in rows], next_cursor=following)
