"""Sign-ins: kept while their token lasts, listed to their holder, ended by him or by an administrator."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from shared.contracts import sign_ins as wire
from shared.domain.clock import utc_now
from shared.domain.errors import not_found
from shared.platform.database import WriteSession
from shared.platform.tokens import Caller
from shared.schema.registry import ApiKey, SignIn

LONGEST_CLIENT = 200


def begin(session: WriteSession, account_id: UUID, *, client: str, lifetime_s: int) -> SignIn:
    """A new sign-in."""
    expires = utc_now() + timedelta(seconds=lifetime_s)
    row = SignIn(account_id=account_id, client=client[:LONGEST_CLIENT], expires_at=expires)
    session.add(row)
    return row


async def sign_ins_of(session: AsyncSession, account_id: UUID, current: UUID | None) -> wire.SignIns:
    """The sign-ins of an account that last, newest first."""
    lasting = (SignIn.account_id == account_id, SignIn.ended_at.is_(None), SignIn.expires_at > utc_now())
    rows = await session.scalars(select(SignIn).where(*lasting).order_by(SignIn.id.desc()))
    return wire.SignIns(
        items=[
            wire.SignIn(
                id=row.id, client=row.client, at=row.created_at, expires_at=row.expires_at, current=row.id == current
            )
            for row in rows
        ]
    )


async def end_one(session: WriteSession, caller: Caller, sign_in_id: UUID) -> None:
    """End one of one's own sign-ins; one that has ended stays so.

    Raises:
        NotFound: it is not the caller's.
    """
    row = await session.get(SignIn, sign_in_id, with_for_update=True)
    if row is None or row.account_id != caller.id:
        raise not_found("登录", "sign-in")
    row.ended_at = row.ended_at or utc_now()


async def end_all(session: WriteSession, account_id: UUID) -> None:
    """End every sign-in of an account."""
    lasting = (SignIn.account_id == account_id, SignIn.ended_at.is_(None))
    await session.execute(update(SignIn).where(*lasting).values(ended_at=utc_now()))


async def ended(session: AsyncSession, *, key_token_s: int) -> wire.EndedSignIns:
    """What tokens are refused although they last: of ended sign-ins, and of keys revoked since the oldest of theirs."""
    now = utc_now()
    sign_ins = await session.scalars(select(SignIn.id).where(SignIn.ended_at.is_not(None), SignIn.expires_at > now))
    since = now - timedelta(seconds=key_token_s)
    keys = await session.scalars(select(ApiKey.id).where(ApiKey.revoked_at > since))
    return wire.EndedSignIns(ended=[*sign_ins, *keys])


async def forget_expired(session: WriteSession, before: datetime) -> None:
    """Delete sign-ins that expired before a moment."""
    await session.execute(delete(SignIn).where(SignIn.expires_at < before))
