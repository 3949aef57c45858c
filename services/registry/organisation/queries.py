"""Reading the organisation: its tree, who can sign in with which roles today, and what cannot be staffed."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from services.registry.organisation.staffing import Shortage, shortages
from shared.contracts.organisation import Organisation, OrgUnit, Staffing, StaffShortage
from shared.domain.clock import utc_now
from shared.schema.registry import Account, Deputy
from shared.schema.registry import OrgUnit as OrgUnitRow


async def tree(session: AsyncSession) -> Organisation:
    """Every unit, parents before their children."""
    rows = (await session.scalars(select(OrgUnitRow).order_by(OrgUnitRow.code))).all()
    ordered: list[OrgUnitRow] = []
    waiting: Sequence[OrgUnitRow] = rows
    known: set[str | None] = {None}
    while waiting:
        next_ones = [row for row in waiting if row.parent_code in known]
        if not next_ones:
            break  # a unit whose parent is not there stands nowhere in the tree
        ordered += next_ones
        known |= {row.code for row in next_ones}
        waiting = [row for row in waiting if row.code not in known]
    return Organisation(
        units=[OrgUnit.model_validate({name: getattr(row, name) for name in OrgUnit.model_fields}) for row in ordered]
    )


async def staff_of(session: AsyncSession, authority: str, now: datetime) -> dict[UUID, set[str]]:
    """The roles of everybody of an authority who can sign in, those held as a deputy included."""
    open_accounts = (Account.authority_adcode == authority, Account.active, Account.password_hash.is_not(None))
    people = {row.id: set(row.roles) for row in await session.scalars(select(Account).where(*open_accounts))}
    lasting = (Deputy.deputy_id.in_(people), Deputy.starts_at <= now, Deputy.ends_at > now)
    for row in await session.scalars(select(Deputy).where(*lasting)):
        people[row.deputy_id].add(row.role)
    return people


async def shortages_of(session: AsyncSession, authority: str) -> list[Shortage]:
    """What an authority cannot staff today."""
    return shortages(await staff_of(session, authority, utc_now()))


async def staffing(session: AsyncSession, authority: str) -> Staffing:
    """The same, as it is answered."""
    found = await shortages_of(session, authority)
    return Staffing(
        shortages=[StaffShortage.model_validate({"class": one.class_, "posts": list(one.posts)}) for one in found]
    )
