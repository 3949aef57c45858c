"""Reading accounts."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from shared.contracts import registry as wire
from shared.domain.errors import not_found
from shared.domain.roles import Role
from shared.platform.database import ReadSession, WriteSession
from shared.platform.paging import cut
from shared.schema.registry import Account


def account_answer(row: Account) -> wire.Account:
    """An account as it is answered: never its hash."""
    return wire.Account(
        id=row.id,
        username=row.username,
        display_name=row.display_name,
        roles=row.roles,
        authority_adcode=row.authority_adcode,
        carrier_id=row.carrier_id,
        agency_id=row.agency_id,
        unit_code=row.unit_code,
        email=row.email,
        active=row.active,
        password_set=row.password_hash is not None,
        created_at=row.created_at,
        version=row.version,
    )


def me_answer(row: Account) -> wire.Me:
    """An account as its holder reads it."""
    return wire.Me.model_validate({name: getattr(row, name) for name in wire.Me.model_fields})


async def account_by_id(session: AsyncSession, account_id: UUID) -> Account:
    """An account.

    Raises:
        NotFound: there is none.
    """
    row = await session.get(Account, account_id)
    if row is None:
        raise not_found("账号", "account")
    return row


async def locked_account(session: WriteSession, account_id: UUID) -> Account:
    """An account, locked until the transaction ends.

    Raises:
        NotFound: there is none.
    """
    row = await session.scalar(select(Account).where(Account.id == account_id).with_for_update(key_share=True))
    if row is None:
        raise not_found("账号", "account")
    return row


async def list_accounts(
    session: ReadSession,
    *,
    username: str | None,
    role: Role | None,
    active: bool | None,
    cursor: UUID | None,
    limit: int,
) -> tuple[Sequence[Account], str | None]:
    """Accounts, newest first."""
    query = select(Account).order_by(Account.id.desc()).limit(limit + 1)
    if username is not None:
        query = query.where(Account.username == username)
    if role is not None:
        query = query.where(Account.roles.contains([role.value]))
    if active is not None:
        query = query.where(Account.active.is_(active))
    if cursor is not None:
        query = query.where(Account.id < cursor)
    return cut((await session.scalars(query)).all(), limit, lambda row: row.id)
