"""Reading a carrier's users."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from shared.contracts.carrier_staff import CarrierUser, CarrierUsers
from shared.domain.roles import Role
from shared.platform.tokens import Caller
from shared.schema.registry import Account

ALL_POWERS = ("file", "manage")
"""What an agent may do whom the office made: nobody has narrowed it."""


def powers_of(row: Account) -> list[str]:
    """What an agent may do."""
    return list(ALL_POWERS) if row.powers is None else list(row.powers)


def shown(row: Account) -> CarrierUser:
    """An agent as his carrier sees him."""
    return CarrierUser(
        id=row.id,
        username=row.username,
        display_name=row.display_name,
        powers=powers_of(row),
        active=row.active,
        password_set=row.password_hash is not None,
        version=row.version,
    )


async def users(session: AsyncSession, caller: Caller) -> CarrierUsers:
    """The agents of the caller's carrier, by name."""
    own = (Account.carrier_id == caller.carrier_id, Account.roles.contains([Role.COMPANY_AGENT.value]))
    rows = await session.scalars(select(Account).where(*own).order_by(Account.display_name, Account.id))
    return CarrierUsers(items=[shown(row) for row in rows])
