"""Who gets a case: the next one due to whoever asks, a colleague, whom the supervisor names; and what lies idle."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from sqlalchemy import select, text
from sqlalchemy.orm import load_only

from services.intake.applications.deemed import is_deemed_accepted
from services.intake.applications.events import locked, locked_for, take
from services.intake.queue.desk import at_the_desk, hold, let_go
from services.intake.queue.queries import WAITS_UNTIL, loads, of_authority, unclaimed
from services.intake.settings import LIMITS
from shared.contracts.intake import Assignment, ClerkLoad, Handover, QueueRow
from shared.contracts.registry import Officer
from shared.domain.clock import utc_now
from shared.domain.errors import Conflict, field_problem
from shared.domain.roles import Role
from shared.platform.database import WriteSession
from shared.platform.idempotency import KeyedRequest
from shared.platform.logging import get_log
from shared.platform.runtime import Runtime
from shared.platform.tokens import Caller
from shared.platform.transaction import reading, transaction
from shared.schema.intake import HELD, Application

_BATCH = 200
_SHOWN = [name for name in QueueRow.model_fields if name != "waits_until"]
_LOADED = [getattr(Application, name) for name in (*_SHOWN, "claimed_at", "active_at")]
log = get_log("queue")


async def take_next(session: WriteSession, caller: Caller) -> QueueRow | None:
    """Claim what is due first of all that nobody has; None: nothing waits for this clerk.

    FOR NO KEY UPDATE SKIP LOCKED: of many who ask at once each gets another case, and nobody waits. His own matters
    are passed over.
    """
    now = utc_now()
    not_his = [Application.created_by != caller.id]
    if caller.carrier_id is not None:
        not_his.append(Application.carrier_id != caller.carrier_id)
    query = (
        select(Application, WAITS_UNTIL)
        .options(load_only(*_LOADED))
        .where(of_authority(caller), unclaimed(now), *not_his)
        .order_by(WAITS_UNTIL, Application.id)
        .limit(1)
        .with_for_update(key_share=True, skip_locked=True)
    )
    found = (await session.execute(query)).one_or_none()
    if found is None:
        return None
    row, waits_until = found
    hold(row, caller.id)
    await take(session, row, "claim", caller, role=Role.CLERK)
    await session.flush()
    shown = {name: getattr(row, name) for name in _SHOWN}
    return QueueRow.model_validate({**shown, "waits_until": waits_until})


async def hand_over(
    session: WriteSession,
    caller: Caller,
    application_id: UUID,
    *,
    version: int,
    body: Handover,
    keyed: KeyedRequest,
    clerks: Sequence[Officer],
) -> None:
    """Give a case one has to another clerk, who checks it anew.

    Raises:
        Invalid: `unknown_clerk`, there is no such clerk.
        Conflict: `recusal`, it is a matter of his own.
    """
    row = await locked_for(session, caller, application_id, version=None, role=Role.CLERK)
    if not await keyed.begin_driven(session, row.id):
        return
    row = await at_the_desk(session, caller, application_id, "handover", version=version)
    clerk = _named(clerks, body.to)
    _refuse_own(row, clerk)
    _give(row, clerk)
    await take(session, row, "handover", caller, role=Role.CLERK, data={"to": clerk.name, "note": body.note})


async def assign(
    session: WriteSession,
    caller: Caller,
    application_id: UUID,
    *,
    version: int,
    body: Assignment,
    keyed: KeyedRequest,
    clerks: Sequence[Officer],
) -> None:
    """Give a case to a clerk: the one named, or the one who has least; whoever had it has it no more.

    Raises:
        Invalid: `unknown_clerk`, there is no such clerk.
        Conflict: `recusal`, it is a matter of his own; `no_clerk`, there is nobody to give it to.
    """
    row = await locked_for(session, caller, application_id, version=None, role=Role.SUPERVISOR)
    if not await keyed.begin_driven(session, row.id):
        return
    row = await at_the_desk(session, caller, application_id, "assignment", version=version, as_holder=False)
    if body.to is not None:
        clerk = _named(clerks, body.to)
        _refuse_own(row, clerk)
    else:
        clerk = _with_least(await loads(session, [one for one in clerks if not _own(row, one)]), clerks)
    _give(row, clerk)
    told = {"to": clerk.name, "by_load": body.to is None, "note": body.note}
    await take(session, row, "assignment", caller, role=Role.SUPERVISOR, data=told)


def _named(clerks: Sequence[Officer], wanted: UUID) -> Officer:
    found = next((clerk for clerk in clerks if clerk.id == wanted), None)
    if found is None:
        raise field_problem("/to", "unknown_clerk", "没有这名受理人员", "there is no such clerk")
    return found


def _with_least(found: Sequence[ClerkLoad], clerks: Sequence[Officer]) -> Officer:
    if not found:
        raise Conflict("no_clerk", "没有可受领此件的受理人员", "there is no clerk to give it to")
    return _named(clerks, found[0].id)


def _own(row: Application, clerk: Officer) -> bool:
    return clerk.id == row.created_by or clerk.carrier_id == row.carrier_id


def _refuse_own(row: Application, clerk: Officer) -> None:
    if _own(row, clerk):
        raise Conflict("recusal", "不得办理与本人有关的申请", "nobody handles a matter of his own")


def _give(row: Application, clerk: Officer) -> None:
    if row.claimed_by != clerk.id:
        let_go(row)
    hold(row, clerk.id)


async def release_idle(runtime: Runtime) -> None:
    """Put back what its holder has not touched for the time set, so that nothing lies with somebody who is away."""
    before = utc_now() - timedelta(minutes=LIMITS.idle_release.minutes)
    idle = (text(HELD), Application.status == "precheck", Application.active_at < before)
    async with reading(runtime.database) as session:
        found = (await session.scalars(select(Application.id).where(*idle).limit(_BATCH))).all()
    for application_id in found:
        async with transaction(runtime.database) as session:
            row = await locked(session, application_id)
            if row is None or row.status != "precheck" or row.active_at is None or row.active_at >= before:
                continue
            if row.outcome is None or is_deemed_accepted(row, utc_now()):
                continue
            told = {"held_by": row.claimed_by, "since": row.active_at}
            let_go(row)
            await take(session, row, "idle_release", None, data=told)
            log.info("released idle", application=str(application_id))
