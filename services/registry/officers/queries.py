"""The officers of an authority who hold a role."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from shared.contracts.registry import Officer, Officers
from shared.domain.roles import Role
from shared.schema.registry import Account


async def officers(session: AsyncSession, authority: str, role: Role) -> Officers:
    """Those whose account is open, by name."""
    query = (
        select(Account.id, Account.display_name, Account.carrier_id)
        .where(Account.authority_adcode == authority, Account.roles.contains([role.value]), Account.active)
        .order_by(Account.display_name, Account.id)
    )
    found = await session.execute(query)
    return Officers(items=[Officer(id=row.id, name=row.display_name, carrier_id=row.carrier_id) for row in found])
