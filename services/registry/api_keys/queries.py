"""Reading keys."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from shared.contracts import sign_ins as wire
from shared.domain.clock import utc_now
from shared.platform.tokens import Caller
from shared.schema.registry import ApiKey


async def keys_of(session: AsyncSession, caller: Caller) -> wire.ApiKeys:
    """The keys of the caller's carrier, newest first."""
    query = select(ApiKey).where(ApiKey.carrier_id == caller.carrier_id).order_by(ApiKey.id.desc())
    return wire.ApiKeys(items=[shown(row) for row in await session.scalars(query)])


def shown(row: ApiKey) -> wire.ApiKey:
    """A key as it is answered: never its secret."""
    lasts = row.expires_at > utc_now()
    return wire.ApiKey(
        id=row.id,
        name=row.name,
        scopes=row.scopes,
        state="revoked" if row.revoked_at else "valid" if lasts else "expired",
        created_at=row.created_at,
        expires_at=row.expires_at,
        last_used_at=row.last_used_at,
    )
