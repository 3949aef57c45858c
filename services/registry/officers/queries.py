"""The officers of an authority who hold a role."""

from sqlalchemy import exists, select
from sqlalchemy.ext.asyncio import AsyncSession

from shared.contracts.registry import Officer, Officers
from shared.domain.clock import utc_now
from shared.domain.roles import Role
from shared.schema.registry import Account, Deputy


async def officers(session: AsyncSession, authority: str, role: Role) -> Officers:
    """Those whose account is open and who hold it themselves or as a deputy at this moment, by name."""
    now = utc_now()
    stands_in = exists().where(
        Deputy.deputy_id == Account.id, Deputy.role == role.value, Deputy.starts_at <= now, Deputy.ends_at > now
    )
    holds = Account.roles.contains([role.value]) | stands_in
    query = (
        select(Account.id, Account.display_name, Account.carrier_id)
        .where(Account.authority_adcode == authority, holds, Account.active)
        .order_by(Account.display_name, Account.id)
    )
    found = await session.execute(query)
    return Officers(items=[Officer(id=row.id, name=row.display_name, carrier_id=row.carrier_id) for row in found])
