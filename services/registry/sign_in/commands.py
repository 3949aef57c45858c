"""Signing in with a password."""

import re
from dataclasses import replace
from typing import Final

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from services.registry.deputies.queries import held_for_others
from services.registry.keys import SigningKeys
from services.registry.passwords import Passwords
from services.registry.settings import SignInSettings
from services.registry.sign_in import sessions, throttle
from shared.contracts.demo import DEMO_ACCOUNTS
from shared.contracts.demo_office import FURTHER_ACCOUNTS
from shared.contracts.registry import TokenAnswer
from shared.domain.clock import utc_now
from shared.domain.errors import Unauthenticated
from shared.domain.roles import Role
from shared.domain.scopes import READ_ALONE
from shared.platform.logging import get_log
from shared.platform.runtime import Runtime
from shared.platform.tokens import Caller, sign
from shared.platform.transaction import reading, transaction
from shared.schema.registry import Account

_NAME: Final = re.compile(r"[a-z][a-z0-9_.-]{2,39}")
_DEMO_IDS: Final = frozenset(account.id for account in (*DEMO_ACCOUNTS, *FURTHER_ACCOUNTS))
log = get_log("registry.sign_in")


async def sign_in(runtime: Runtime, username: str, password: str, *, client: str) -> TokenAnswer:
    """A token for a person. A name that does not exist, a wrong password and a closed account look and last the same.

    Raises:
        Unauthenticated: `wrong_password`.
        TooMany: `sign_in_locked`, too many wrong passwords in a row.
    """
    settings, passwords, now = runtime.own(SignInSettings), runtime.own(Passwords), utc_now()
    async with passwords.turn():
        # Counted inside the turn: guesses sent at once cannot outrun the count by more than the places there are.
        async with reading(runtime.database) as session:
            counted = await throttle.refuse_locked(session, username, settings, now)
            account = await _open_account(session, username, embedded=runtime.settings.own_database)
        fits = await passwords.matches(password, account.password_hash if account else None)
        if account is None or not fits:
            async with transaction(runtime.database) as writing:
                await throttle.count_failure(writing, username, settings, now)
            log.warning("sign-in refused", account=str(account.id) if account else None)
            raise Unauthenticated("wrong_password", "用户名或密码不正确", "user name or password is wrong")
    async with transaction(runtime.database) as writing:
        if counted:
            await throttle.clear(writing, username)
        held = await held_for_others(writing, account.id, now)
        lifetime = min([settings.token_s, *(max(int((one.ends_at - now).total_seconds()), 1) for one in held)])
        begun = sessions.begin(writing, account.id, client=client, lifetime_s=lifetime)
    log.info("signed in", account=str(account.id))
    roles = caller_of(account).roles | {Role(one.role) for one in held}
    caller = replace(caller_of(account), roles=roles, sign_in=begun.id)
    token = sign(caller, runtime.own(SigningKeys).newest, lifetime_s=lifetime)
    return TokenAnswer(access_token=token, expires_in=lifetime)


async def _open_account(session: AsyncSession, username: str, *, embedded: bool) -> Account | None:
    """The account that may sign in under a name. The demonstration's password is known to all: embedded mode only."""
    if not _NAME.fullmatch(username):
        return None
    account = await session.scalar(select(Account).where(Account.username == username, Account.active))
    return None if account and account.id in _DEMO_IDS and not embedded else account


def caller_of(account: Account) -> Caller:
    """The caller an account is."""
    return Caller(
        id=account.id,
        name=account.display_name,
        roles=frozenset(Role(role) for role in account.roles),
        authority=account.authority_adcode,
        carrier_id=account.carrier_id,
        agency_id=account.agency_id,
        scopes=READ_ALONE if account.powers is not None and "file" not in account.powers else None,
    )
