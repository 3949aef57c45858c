"""Travel holds officers put on one permit: an approver's until it is lifted, a road officer's for hours only."""

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm.attributes import flag_modified

from services.issuance.desk import Desk
from services.issuance.life.commands import note
from services.issuance.papers.giving import give_of_permit
from services.issuance.permits.queries import lock_permit
from shared.contracts.permit_life import Lifting, TravelHold
from shared.domain.clock import SHANGHAI, utc_now
from shared.domain.errors import Conflict
from shared.domain.identifiers import uuid7
from shared.domain.roles import Role
from shared.platform.audit import acting
from shared.platform.database import WriteSession
from shared.platform.etag import require_version
from shared.platform.tokens import Caller
from shared.schema.issuance import Permit, PermitHold


async def suspend(
    session: WriteSession, caller: Caller, *, desk: Desk, number: str, version: int, order: TravelHold
) -> Permit:
    """Put a travel hold on a permit; an approver confirms a road officer's by the same act, which takes its end away.

    Raises:
        NotFound, Stale: not of the caller's authority; changed since.
        Conflict: `permit_ended`; `already_on_hold`, by somebody of the same standing.
    """
    row = await _permit(session, caller, desk, number, version)
    now, live = utc_now(), await _live(session, number)
    approver = caller.has(Role.APPROVER)
    if live is not None and live.until is not None and live.until <= now:
        live.lifted_at, live = live.until, None
        await session.flush()
    if live is None:
        until = None if approver else now + timedelta(hours=desk.settings.officer_hold_h)
        session.add(
            PermitHold(
                id=uuid7(), permit_number=number, reason=order.reason, since=now, until=until, placed_by=caller.id
            )
        )
    elif approver and live.until is not None:
        live.until, live.confirmed_by, live.reason = None, caller.id, order.reason
    else:
        raise Conflict("already_on_hold", "该通行证已中止通行", "the permit is on hold already")
    fresh = await _live(session, number)
    ends = "至本机关通知恢复之日止" if fresh is None or fresh.until is None else f"至{_minute(fresh.until)}止"
    await _touch(session, row, "suspension", caller, {"reason": order.reason, "until": ends})
    return row


def _minute(moment: datetime) -> str:
    local = moment.astimezone(SHANGHAI)
    return f"{local.year}年{local.month}月{local.day}日{local:%H:%M}"


async def resume(
    session: WriteSession, caller: Caller, *, desk: Desk, number: str, version: int, order: Lifting
) -> Permit:
    """Lift an officer's travel hold; a road officer lifts those he put himself. Holds of notices end with the notice.

    Raises:
        NotFound, Stale: not of the caller's authority; changed since.
        Conflict: `not_on_hold`, no officer put one; `hold_of_another`.
    """
    row = await _permit(session, caller, desk, number, version)
    live = await _live(session, number)
    if live is None:
        raise Conflict("not_on_hold", "该通行证未被人员中止通行", "no officer put a hold on this permit")
    if not caller.has(Role.APPROVER) and (live.placed_by != caller.id or live.confirmed_by is not None):
        raise Conflict("hold_of_another", "此中止由他人作出，请联系审批人员", "this hold is another officer's")
    live.lifted_at, live.lifted_by = utc_now(), caller.id
    await _touch(session, row, "resumption", caller, {"reason": order.reason})
    return row


async def _permit(session: WriteSession, caller: Caller, desk: Desk, number: str, version: int) -> Permit:
    row = await lock_permit(session, number, Permit.authority_adcode == desk.authority_of(caller))
    require_version(row.version, version)
    if row.state != "issued":
        raise Conflict(
            "permit_ended", "通行证已终止，不能中止或恢复", "the permit has ended; no hold can be set or lifted"
        )
    return row


async def _live(session: WriteSession, number: str) -> PermitHold | None:
    query = select(PermitHold).where(PermitHold.permit_number == number, PermitHold.lifted_at.is_(None))
    live: PermitHold | None = await session.scalar(query.with_for_update(key_share=True))
    return live


async def _touch(session: WriteSession, row: Permit, action: str, caller: Caller, data: dict[str, object]) -> None:
    """Write the act down and raise the permit's version: what stands beside the state is part of what was read."""
    paper = await give_of_permit(session, row, action, caller.id, data)
    await note(session, row, action, acting(caller, Role.APPROVER, Role.ROAD_OFFICER), {**data, "paper": paper})
    flag_modified(row, "state")
    await session.flush()
