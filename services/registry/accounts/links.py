"""One-time links: who holds one sets a password, once, within a day. Only the hash of a link is stored."""

import hashlib
import secrets
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import delete, exists, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from services.registry.settings import SignInSettings
from shared.domain.clock import utc_now
from shared.domain.errors import Conflict, not_found
from shared.platform.database import WriteSession
from shared.platform.runtime import Runtime
from shared.platform.transaction import transaction
from shared.schema.registry import Account, OneTimeLink

_FIRST_ACCOUNT = 0x0DA71A1
"""Advisory lock under which the first account is made."""


class Link(NamedTuple):
    """A link as its holder gets it."""

    token: str
    expires_at: datetime


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()


async def new_link(session: WriteSession, account_id: UUID | None, lifetime_s: int) -> Link:
    """A new link. An account has one at a time: those not used before end."""
    if account_id is not None:
        unused = OneTimeLink.used_at.is_(None)
        await session.execute(delete(OneTimeLink).where(OneTimeLink.account_id == account_id, unused))
    link = Link(secrets.token_urlsafe(32), utc_now() + timedelta(seconds=lifetime_s))
    session.add(OneTimeLink(token_hash=_hash(link.token), account_id=account_id, expires_at=link.expires_at))
    return link


async def usable_link(session: AsyncSession, token: str, *, lock: bool) -> OneTimeLink:
    """The link of a token.

    Raises:
        NotFound: there is none.
        Conflict: `link_used` or `link_expired`.
    """
    query = select(OneTimeLink).where(OneTimeLink.token_hash == _hash(token))
    # Locked until the password is set: of two holders at once one waits here and finds it used.
    link = await session.scalar(query.with_for_update() if lock else query)
    if link is None:
        raise not_found("一次性链接", "one-time link")
    if link.used_at is not None:
        raise Conflict("link_used", "链接已使用过", "this link was used already")
    if link.expires_at <= utc_now():
        raise Conflict("link_expired", "链接已过期，请重新索取", "this link has expired; ask for another")
    return link


async def no_account_yet(session: WriteSession) -> bool:
    """Whether there is no account at all; holds back others who ask until this transaction ends."""
    await session.execute(select(func.pg_advisory_xact_lock(_FIRST_ACCOUNT)))
    return not await session.scalar(select(exists(select(Account.id))))


async def first_link(runtime: Runtime) -> str | None:
    """A link for the first administrator; None: somebody has an account, or the demonstration brings accounts."""
    if runtime.settings.demonstration != "none":
        return None
    async with transaction(runtime.database) as session:
        if not await no_account_yet(session):
            return None
        return (await new_link(session, None, SignInSettings().link_s)).token
