"""Withdrawing an application before the decision: its review is closed first, so that nobody decides it meanwhile."""

from uuid import UUID

from services.intake.applications.events import give_receipt, locked_for, take
from services.intake.applications.progress import decides_at_once
from shared.clients.issuance import IssuanceClient
from shared.domain.errors import Conflict, NotFound
from shared.domain.lifecycle.application import APPLICATION
from shared.domain.roles import Role
from shared.platform.database import WriteSession
from shared.platform.idempotency import KeyedRequest
from shared.platform.runtime import Runtime
from shared.platform.tokens import Caller
from shared.platform.transaction import transaction
from shared.schema.intake import Application

CLOSE_JOB = "intake.close_case"


async def withdraw(
    runtime: Runtime, caller: Caller, application_id: UUID, *, version: int, keyed: KeyedRequest
) -> None:
    """Withdraw an application; once the key was used there is nothing left to do.

    Where issuance has the case it closes it under the case's own lock: either the decision or the withdrawal comes
    first. A crash in between leaves a closed case, which the stage comparison withdraws.

    Raises:
        NotFound, Stale: not the caller's, or changed since.
        Conflict: it is decided, or being decided at this moment.
    """
    async with transaction(runtime.database) as session:
        if await keyed.seen(session) is not None:
            return
        row = await _withdrawable(session, caller, application_id, version=version)
        handed_on = row.review_case_id is not None or row.status == "routed"
        if not handed_on:
            await _end(session, row, caller, keyed)
            return
    await close_case(runtime, application_id)
    async with transaction(runtime.database) as session:
        row = await _withdrawable(session, caller, application_id, version=None)
        await _end(session, row, caller, keyed)


async def close_case(runtime: Runtime, application_id: UUID) -> None:
    """Close the review in issuance; fine if there is none.

    Raises:
        Conflict: it is decided.
    """
    try:
        case = await IssuanceClient(runtime).close_case(application_id, f"{application_id}:closure")
    except NotFound:
        return
    if case.state != "closed":
        raise Conflict("already_decided", "已作出决定，不能撤回", "it is decided; it cannot be withdrawn")


async def _withdrawable(
    session: WriteSession, caller: Caller, application_id: UUID, *, version: int | None
) -> Application:
    row = await locked_for(session, caller, application_id, version=version, role=Role.COMPANY_AGENT)
    APPLICATION.step(row.status, "withdrawal", caller.roles)
    if row.status == "routed" and decides_at_once(row):
        raise Conflict(
            "decision_under_way",
            "正在自动决定，请稍后查看结果",
            "it is being decided at this moment; look again shortly",
            retry_after_s=1,
        )
    return row


async def _end(session: WriteSession, row: Application, caller: Caller, keyed: KeyedRequest) -> None:
    await keyed.begin_driven(session, row.id)
    receipt = give_receipt(session, row, "withdrawal", caller.id, {"from_status": row.status})
    await take(session, row, "withdrawal", caller, role=Role.COMPANY_AGENT, data={"receipt": receipt})
