"""Wrong passwords in a row, counted by name: after some the name is locked for a while, whether or not it exists."""

import hashlib
from datetime import datetime, timedelta

from sqlalchemy import case, delete
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.registry.settings import SignInSettings
from services.registry.sign_in.sessions import forget_expired
from shared.domain.clock import utc_now
from shared.domain.errors import TooMany
from shared.platform.database import WriteSession
from shared.platform.runtime import Runtime
from shared.platform.transaction import transaction
from shared.schema.registry import FailedSignIn, OneTimeLink


def name_hash(username: str) -> bytes:
    """What a name is counted under: names that people mistype, passwords among them, are not kept."""
    return hashlib.sha256(username.encode("utf-8", "replace")).digest()


async def refuse_locked(session: AsyncSession, username: str, settings: SignInSettings, now: datetime) -> bool:
    """Refuse a name that is locked; otherwise whether any wrong password is counted.

    Raises:
        TooMany: `sign_in_locked`, with the seconds to wait.
    """
    row = await session.get(FailedSignIn, name_hash(username))
    if row is not None and row.failures >= settings.failures_max and row.forget_at > now:
        seconds = int((row.forget_at - now).total_seconds()) + 1
        raise TooMany(
            "sign_in_locked",
            f"密码多次错误，请 {-(-seconds // 60)} 分钟后再试",
            f"too many wrong passwords; try again in {-(-seconds // 60)} min",
            retry_after_s=seconds,
        )
    return row is not None


async def count_failure(session: WriteSession, username: str, settings: SignInSettings, now: datetime) -> None:
    """Count a wrong password; a count that was to be forgotten begins anew."""
    begun = insert(FailedSignIn).values(
        name_hash=name_hash(username), failures=1, forget_at=now + timedelta(seconds=settings.locked_s)
    )
    counted = begun.on_conflict_do_update(
        index_elements=[FailedSignIn.name_hash],
        set_={
            "failures": case((FailedSignIn.forget_at <= now, 1), else_=FailedSignIn.failures + 1),
            "forget_at": begun.excluded.forget_at,
        },
    )
    await session.execute(counted)


async def clear(session: WriteSession, username: str) -> None:
    """Forget a name's wrong passwords."""
    await session.execute(delete(FailedSignIn).where(FailedSignIn.name_hash == name_hash(username)))


async def forget(runtime: Runtime) -> None:
    """Delete counts, links and sign-ins whose time is over."""
    now = utc_now()
    async with transaction(runtime.database) as session:
        await session.execute(delete(FailedSignIn).where(FailedSignIn.forget_at <= now))
        await forget_expired(session, now - timedelta(days=30))
        await session.execute(delete(OneTimeLink).where(OneTimeLink.expires_at <= now - timedelta(days=30)))
