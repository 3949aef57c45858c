"""Making, closing and opening accounts, and setting a password by a one-time link."""

from collections.abc import Mapping
from typing import Final
from uuid import UUID

from sqlalchemy import exists, select

from services.registry.accounts.links import Link, new_link, no_account_yet, usable_link
from services.registry.accounts.queries import locked_account
from services.registry.passwords import Passwords
from services.registry.settings import SignInSettings
from services.registry.sign_in import sessions, throttle
from shared.contracts import registry as wire
from shared.domain.clock import utc_now
from shared.domain.errors import Conflict, field_problem
from shared.domain.identifiers import uuid7
from shared.domain.roles import Role
from shared.platform import audit
from shared.platform.database import WriteSession
from shared.platform.etag import require_version
from shared.platform.idempotency import KeyedRequest
from shared.platform.runtime import Runtime
from shared.platform.tokens import Caller
from shared.platform.transaction import reading, transaction
from shared.schema.registry import Account, Authority, Carrier, OrgUnit

_COMPANY: Final = frozenset({Role.COMPANY_AGENT, Role.DRIVER})
_AGENCY: Final = frozenset({Role.ESCORT_DISPATCHER, Role.ESCORT_STAFF})
_OFFICE: Final = frozenset(Role) - _COMPANY - _AGENCY - {Role.SERVICE, Role.PLATFORM_COMPANY}


async def _record(
    session: WriteSession, account_id: UUID, action: str, actor: audit.Actor, data: Mapping[str, object] | None = None
) -> None:
    await audit.record(
        session,
        service="registry",
        aggregate="account",
        aggregate_id=account_id,
        action=action,
        actor=actor,
        data=data,
    )


async def invite(
    session: WriteSession, caller: Caller, *, draft: wire.AccountDraft, keyed: KeyedRequest
) -> tuple[Account, Link]:
    """Make an account and the link its holder sets a password with. The same request again: a fresh link.

    Raises:
        Invalid: the roles do not go together, or what they belong to is missing or does not exist.
        Conflict: `already_exists`, the name is taken; `password_set`, a repeat after the link was used.
    """
    record = await keyed.seen(session)
    if record is not None and record.resource_id is not None:
        return await renew_link(session, caller, account_id=record.resource_id, first=True)
    await _check_membership(session, draft)
    fields = {**draft.model_dump(), "roles": sorted(role.value for role in set(draft.roles))}
    account = Account(id=uuid7(), password_hash=None, **fields)
    session.add(account)
    await keyed.begin_driven(session, account.id)
    await session.flush()
    data = draft.model_dump(mode="json", exclude={"display_name", "email"})
    await _record(session, account.id, "creation", audit.acting(caller, Role.ADMIN), data)
    return account, await new_link(session, account.id, SignInSettings().link_s)


async def renew_link(
    session: WriteSession, caller: Caller, *, account_id: UUID, first: bool = False
) -> tuple[Account, Link]:
    """A new link for an account whose holder lost his password or his link.

    Raises:
        NotFound: no such account.
        Conflict: `account_closed`; `password_set` when only a first link was asked for.
    """
    account = await locked_account(session, account_id)
    if not account.active:
        raise Conflict("account_closed", "账号已停用", "the account is closed")
    if first and account.password_hash is not None:
        raise Conflict("password_set", "该账号已设置密码", "its holder has set a password already")
    await _record(session, account.id, "link", audit.acting(caller, Role.ADMIN))
    return account, await new_link(session, account.id, SignInSettings().link_s)


async def set_active(session: WriteSession, caller: Caller, *, account_id: UUID, version: int, active: bool) -> Account:
    """Close an account, or open it again. Closing it ends its sign-ins: their tokens are refused within seconds.

    Raises:
        NotFound: no such account.
        Stale: another version is present.
        Conflict: it is so already, or is the caller's own.
    """
    account = await locked_account(session, account_id)
    require_version(account.version, version)
    if account.id == caller.id:
        raise Conflict("own_account", "不能停用自己的账号", "one's own account stays as it is")
    if account.active is active:
        raise Conflict("transition_not_allowed", "账号已是此状态", "the account is so already")
    account.active = active
    if not active:
        await sessions.end_all(session, account.id)
    await _record(session, account.id, "reactivation" if active else "deactivation", audit.acting(caller, Role.ADMIN))
    await session.flush()
    return account


async def end_sign_ins_of(session: WriteSession, caller: Caller, *, account_id: UUID) -> Account:
    """End every sign-in of an account, as when a device was lost.

    Raises:
        NotFound: no such account.
    """
    account = await locked_account(session, account_id)
    await sessions.end_all(session, account.id)
    await _record(session, account.id, "sign_ins_ended", audit.acting(caller, Role.ADMIN))
    await session.flush()
    return account


async def set_email(session: WriteSession, caller: Caller, *, version: int, email: str | None) -> Account:
    """Set where a person is written to; the address stays out of the audit log, that it changed does not.

    Raises:
        Stale: another version is present.
    """
    account = await locked_account(session, caller.id)
    require_version(account.version, version)
    account.email = email
    await _record(session, account.id, "email", audit.acting(caller), {"given": email is not None})
    await session.flush()
    return account


async def set_first_password(runtime: Runtime, order: wire.FirstPassword) -> Account:
    """Set a password by a one-time link: once. A link without an account makes the first administrator.

    Raises:
        NotFound: no such link.
        Conflict: the link was used or has expired; `administrator_exists`; `account_closed`.
        Invalid: a name is missing for the first administrator, or given although there is one.
    """
    async with reading(runtime.database) as session:
        await usable_link(session, order.token, lock=False)
    hashed = await runtime.own(Passwords).hash(order.password)
    async with transaction(runtime.database) as writing:
        link = await usable_link(writing, order.token, lock=True)
        if link.account_id is None:
            account = await _first_administrator(writing, order, runtime.settings.authority_adcode)
        else:
            account = await locked_account(writing, link.account_id)
            _refuse_names(order, account)
        account.password_hash = hashed
        link.used_at = utc_now()
        await throttle.clear(writing, account.username)
        await _record(writing, account.id, "password", audit.Actor(account.id, account.display_name, account.roles[0]))
        await writing.flush()
        return account


async def _first_administrator(session: WriteSession, order: wire.FirstPassword, adcode: str) -> Account:
    if not await no_account_yet(session):
        raise Conflict("administrator_exists", "已有管理员账号", "there is an administrator already")
    if order.username is None:
        raise field_problem("/username", "missing", "请为管理员选定用户名", "choose a user name")
    if order.display_name is None:
        raise field_problem("/display_name", "missing", "请填写管理员姓名", "give the administrator's name")
    account = Account(
        id=uuid7(),
        username=order.username,
        display_name=order.display_name,
        roles=[Role.ADMIN.value],
        authority_adcode=adcode,
    )
    session.add(account)
    await session.flush()
    return account


def _refuse_names(order: wire.FirstPassword, account: Account) -> None:
    if not account.active:
        raise Conflict("account_closed", "账号已停用", "the account is closed")
    if order.username not in {None, account.username}:
        raise field_problem("/username", "not_yours", "用户名与邀请不符", "not the name this link was made for")
    if order.display_name not in {None, account.display_name}:
        raise field_problem("/display_name", "not_yours", "姓名与邀请不符", "not the name this link was made for")


async def _check_membership(session: WriteSession, draft: wire.AccountDraft) -> None:
    """An account is a company's, an agency's or an office's, and says which one."""
    roles = frozenset(draft.roles)
    belongs = {"carrier_id": roles <= _COMPANY, "agency_id": roles <= _AGENCY, "authority_adcode": roles <= _OFFICE}
    if not any(belongs.values()):
        raise field_problem("/roles", "roles_mixed", "这些角色不能同属一个账号", "one account cannot hold these roles")
    for name, needed in belongs.items():
        given = getattr(draft, name) is not None
        if needed and not given:
            raise field_problem(f"/{name}", "missing", "该角色须填写所属单位", "these roles need this")
        if given and not needed:
            raise field_problem(f"/{name}", "not_allowed", "该角色不得填写此项", "these roles do not go with this")
    if draft.carrier_id and not await session.scalar(select(exists().where(Carrier.id == draft.carrier_id))):
        raise field_problem("/carrier_id", "unknown", "没有这个承运单位", "no such carrier")
    in_unit = select(exists().where(OrgUnit.code == draft.unit_code))
    if draft.unit_code and (draft.authority_adcode is None or not await session.scalar(in_unit)):
        raise field_problem("/unit_code", "unknown", "没有这个机构", "no such unit of an authority")
    known = select(exists().where(Authority.adcode == draft.authority_adcode))
    if draft.authority_adcode and not await session.scalar(known):
        raise field_problem("/authority_adcode", "unknown", "没有这个主管部门", "no such authority")
