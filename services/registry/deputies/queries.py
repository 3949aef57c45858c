"""Reading deputies: those of an authority, and the roles somebody holds for others at a moment."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from shared.contracts import organisation as wire
from shared.domain.clock import utc_now
from shared.platform.tokens import Caller
from shared.schema.registry import Account, Deputy


async def deputies(session: AsyncSession, caller: Caller) -> wire.Deputies:
    """Deputies of the caller's authority whose time is not over, the next to end first."""
    now, absent, standing_in = utc_now(), aliased(Account), aliased(Account)
    query = (
        select(Deputy, absent.display_name, standing_in.display_name)
        .join(absent, absent.id == Deputy.account_id)
        .join(standing_in, standing_in.id == Deputy.deputy_id)
        .where(absent.authority_adcode == caller.authority, Deputy.ends_at > now)
        .order_by(Deputy.ends_at, Deputy.id)
    )
    return wire.Deputies(
        items=[
            wire.Deputy(
                id=row.id,
                account_id=row.account_id,
                name=name,
                deputy_id=row.deputy_id,
                deputy_name=deputy_name,
                role=row.role,
                starts_at=row.starts_at,
                ends_at=row.ends_at,
                lasting=row.starts_at <= now,
            )
            for row, name, deputy_name in await session.execute(query)
        ]
    )


async def held_for_others(session: AsyncSession, account_id: UUID, now: datetime) -> Sequence[Deputy]:
    """What somebody holds as a deputy at a moment."""
    lasting = (Deputy.deputy_id == account_id, Deputy.starts_at <= now, Deputy.ends_at > now)
    return (await session.scalars(select(Deputy).where(*lasting))).all()
