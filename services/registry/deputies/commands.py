"""Appointing deputies: a colleague's role for a period. That nobody acts twice on a case is kept where cases are."""

from uuid import UUID

from sqlalchemy import select

from services.registry.sign_in.sessions import end_all
from shared.contracts.organisation import DeputyOrder
from shared.domain.clock import utc_now
from shared.domain.errors import Conflict, field_problem, not_found
from shared.domain.roles import Role
from shared.platform import audit
from shared.platform.database import WriteSession
from shared.platform.tokens import Caller
from shared.schema.registry import Account, Deputy


async def appoint(session: WriteSession, caller: Caller, *, order: DeputyOrder) -> Deputy:
    """Let somebody stand in for a colleague of the same authority.

    Raises:
        Invalid: nobody of that kind, another authority, a role the colleague does not hold, a period that is over.
        Conflict: `own_role`, the deputy holds the role himself; `already_deputy`, for that time.
    """
    absent = await _officer(session, caller, order.account_id, "/account_id")
    deputy = await _officer(session, caller, order.deputy_id, "/deputy_id")
    if absent.id == deputy.id:
        raise field_problem("/deputy_id", "same_person", "代理人须是另一人", "a deputy is another person")
    if order.role not in absent.roles:
        raise field_problem("/role", "not_held", "被代理人没有此角色", "the colleague does not hold this role")
    if order.ends_at <= utc_now():
        raise field_problem("/ends_at", "in_the_past", "代理期已过", "the period is over")
    if order.role in deputy.roles:
        raise Conflict("own_role", "代理人本人已有此角色", "the deputy holds this role himself")
    overlapping = (
        Deputy.deputy_id == deputy.id,
        Deputy.role == order.role,
        Deputy.starts_at < order.ends_at,
        Deputy.ends_at > order.starts_at,
    )
    if await session.scalar(select(Deputy.id).where(*overlapping).limit(1)):
        raise Conflict(
            "already_deputy", "该期间已是此角色的代理人", "he is a deputy in this role for that time already"
        )
    row = Deputy(**order.model_dump(), appointed_by=caller.id)
    session.add(row)
    await session.flush()
    await _record(session, row, "deputy", caller)
    return row


async def close(session: WriteSession, caller: Caller, deputy_id: UUID) -> None:
    """End a deputy's time, and his sign-ins, whose tokens hold the role; one that is over stays so.

    Raises:
        NotFound: not of the caller's authority.
    """
    query = select(Deputy).join(Account, Account.id == Deputy.account_id)
    row = await session.scalar(
        query.where(Deputy.id == deputy_id, Account.authority_adcode == caller.authority).with_for_update(of=Deputy)
    )
    if row is None:
        raise not_found("代理", "deputy")
    now = utc_now()
    if row.ends_at <= now:
        return
    if row.starts_at >= now:
        await session.delete(row)
    else:
        row.ends_at = now
        await end_all(session, row.deputy_id)
    await _record(session, row, "deputy_closed", caller)
    await session.flush()


async def _officer(session: WriteSession, caller: Caller, account_id: UUID, pointer: str) -> Account:
    """An open account of the caller's authority, locked so that two appointments come one after the other."""
    query = select(Account).where(Account.id == account_id, Account.active)
    row = await session.scalar(
        query.where(Account.authority_adcode == caller.authority).with_for_update(key_share=True)
    )
    if row is None:
        raise field_problem(pointer, "unknown", "本机关没有此人", "there is no such person in this authority")
    return row


async def _record(session: WriteSession, row: Deputy, action: str, caller: Caller) -> None:
    await audit.record(
        session,
        service="registry",
        aggregate="account",
        aggregate_id=row.deputy_id,
        action=action,
        actor=audit.acting(caller, Role.ADMIN),
        data={"for": row.account_id, "role": row.role, "starts_at": row.starts_at, "ends_at": row.ends_at},
    )
