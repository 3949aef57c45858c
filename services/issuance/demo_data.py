"""Demonstration data of issuance: the demonstration approver's standing authority."""

from sqlalchemy import func, select

from services.issuance.standing.commands import grant
from shared.contracts.demo import DEMO_ACCOUNTS
from shared.contracts.standing import StandingAuthorityDraft
from shared.domain.roles import Role
from shared.platform.runtime import Runtime
from shared.platform.tokens import Caller
from shared.platform.transaction import transaction
from shared.schema.issuance import StandingAuthority

_DAILY_LIMIT = 1000


async def load_demo(runtime: Runtime) -> None:
    """Grant the standing authority for class I by the demonstration approver, if none is in force."""
    adcode = runtime.settings.authority_adcode
    account = next(account for account in DEMO_ACCOUNTS if account.role is Role.APPROVER)
    approver = Caller(id=account.id, name=account.display_name, roles=frozenset({account.role}), authority=adcode)
    async with transaction(runtime.database) as session:
        in_force = select(func.count()).where(
            StandingAuthority.authority_adcode == adcode, StandingAuthority.revoked_at.is_(None)
        )
        if not await session.scalar(in_force):
            draft = StandingAuthorityDraft(classes=["I"], daily_limit=_DAILY_LIMIT)
            await grant(session, approver, authority=adcode, draft=draft)
