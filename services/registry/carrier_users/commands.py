"""Making and closing a carrier's users, and setting what they may do; one with the power to manage always stays."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select

from services.registry.accounts.commands import invite as invite_account
from services.registry.accounts.links import Link
from services.registry.carrier_users.queries import powers_of
from services.registry.sign_in.sessions import end_all
from shared.contracts.carrier_staff import CarrierUserDraft
from shared.contracts.registry import AccountDraft
from shared.domain.errors import Conflict, Forbidden, not_found
from shared.domain.roles import Role
from shared.platform import audit
from shared.platform.database import WriteSession
from shared.platform.etag import require_version
from shared.platform.idempotency import KeyedRequest
from shared.platform.tokens import Caller
from shared.schema.registry import Account


async def require_manager(session: WriteSession, caller: Caller) -> None:
    """Raise unless the caller is an agent who may manage his carrier's users and keys.

    Raises:
        Forbidden: `power_missing`; a machine has no powers.
    """
    row = await session.get(Account, caller.id)
    if row is None or not row.active or "manage" not in powers_of(row):
        raise Forbidden("power_missing", "您没有管理本单位用户的权限", "you may not manage your company's users")


async def invite(
    session: WriteSession, caller: Caller, *, draft: CarrierUserDraft, keyed: KeyedRequest
) -> tuple[Account, Link]:
    """Make an account for a colleague and the link he sets his password with.

    Raises:
        Forbidden: `power_missing`.
        Conflict: `already_exists`, the name is taken.
    """
    await require_manager(session, caller)
    order = AccountDraft(
        username=draft.username,
        display_name=draft.display_name,
        roles=[Role.COMPANY_AGENT],
        carrier_id=caller.carrier_id,
    )
    row, link = await invite_account(session, caller, draft=order, keyed=keyed)
    row.powers = sorted(set(draft.powers))
    await session.flush()
    return row, link


async def set_powers(
    session: WriteSession, caller: Caller, account_id: UUID, *, version: int, powers: Sequence[str]
) -> Account:
    """Set what a colleague may do; his tokens hold the old, so his sign-ins end.

    Raises:
        Forbidden: `power_missing`. NotFound: another carrier's. Stale: changed since.
        Conflict: `last_manager`, nobody else could manage.
    """
    row = await _colleague(session, caller, account_id, version)
    row.powers = sorted(set(powers))
    await _keep_a_manager(session, row)
    await end_all(session, row.id)
    await _record(session, row, "powers", caller)
    return row


async def deactivate(session: WriteSession, caller: Caller, account_id: UUID, *, version: int) -> Account:
    """Close a colleague's account.

    Raises:
        Forbidden: `power_missing`. NotFound: another carrier's. Stale: changed since.
        Conflict: `own_account`; `last_manager`; `transition_not_allowed`, it is closed.
    """
    row = await _colleague(session, caller, account_id, version)
    if row.id == caller.id:
        raise Conflict("own_account", "不能停用自己的账号", "one's own account stays as it is")
    if not row.active:
        raise Conflict("transition_not_allowed", "账号已停用", "the account is closed already")
    row.active = False
    await end_all(session, row.id)
    await _record(session, row, "deactivation", caller)
    return row


async def _colleague(session: WriteSession, caller: Caller, account_id: UUID, version: int) -> Account:
    """The account of an agent of the caller's carrier; all of them are locked, in order, so that a manager stays."""
    await require_manager(session, caller)
    own = (Account.carrier_id == caller.carrier_id, Account.roles.contains([Role.COMPANY_AGENT.value]))
    rows = await session.scalars(select(Account).where(*own).order_by(Account.id).with_for_update(key_share=True))
    row = next((one for one in rows if one.id == account_id), None)
    if row is None:
        raise not_found("用户", "user")
    require_version(row.version, version)
    return row


async def _keep_a_manager(session: WriteSession, changed: Account) -> None:
    own = (Account.carrier_id == changed.carrier_id, Account.active, Account.roles.contains([Role.COMPANY_AGENT.value]))
    rows = await session.scalars(select(Account).where(*own))
    if not any("manage" in powers_of(row) for row in rows):
        raise Conflict("last_manager", "须至少保留一名管理员", "somebody must remain who may manage")


async def _record(session: WriteSession, row: Account, action: str, caller: Caller) -> None:
    await session.flush()
    await audit.record(
        session,
        service="registry",
        aggregate="account",
        aggregate_id=row.id,
        action=action,
        actor=audit.acting(caller, Role.COMPANY_AGENT),
        data={"powers": powers_of(row)},
    )
