"""What a clerk (受理岗) does with an application: claim, release, pre-check, accept or not, terminate."""

from uuid import UUID

from services.intake.applications.commands import DRIVE_JOB, JOB_MARGIN_S
from services.intake.applications.events import REMEDIES, give_receipt, locked_for, take
from services.intake.applications.progress import ACCEPTABLE, next_step
from services.intake.applications.schemas import ApplicationJob
from shared.contracts.intake import NonAcceptance, Precheck, Termination
from shared.domain.clock import utc_now
from shared.domain.errors import Conflict, field_problem
from shared.domain.lifecycle.application import APPLICATION
from shared.domain.roles import Role
from shared.platform.database import WriteSession
from shared.platform.idempotency import KeyedRequest
from shared.platform.jobs import enqueue
from shared.platform.settings import PlatformSettings
from shared.platform.tokens import Caller
from shared.schema.intake import Application


async def _at_the_desk(
    session: WriteSession, caller: Caller, application_id: UUID, event: str, *, version: int | None
) -> Application:
    """The row, locked, when this clerk may do this to it now.

    Raises:
        NotFound, Stale: not of his authority, or changed since.
        Conflict: its state does not allow it; `recusal`, it is his own matter; `not_assessed_yet`, the system is still
            at it; `claimed_by_another`.
    """
    row = await locked_for(session, caller, application_id, version=version, role=Role.CLERK)
    APPLICATION.step(row.status, event, caller.roles)
    if caller.id == row.created_by or caller.carrier_id == row.carrier_id:
        raise Conflict("recusal", "不得办理与本人有关的申请", "nobody handles a matter of his own")
    if next_step(row) is not None:
        raise Conflict(
            "not_assessed_yet", "系统正在核查,请稍后再试", "the system is still assessing it", retry_after_s=2
        )
    if row.claimed_by not in {None, caller.id}:
        raise Conflict("claimed_by_another", "此件已由其他人员受领", "another clerk has claimed it")
    return row


async def claim(session: WriteSession, caller: Caller, application_id: UUID, *, version: int) -> Application:
    """Take a submitted application from the queue."""
    row = await _at_the_desk(session, caller, application_id, "claim", version=version)
    _hold(row, caller)
    await take(session, row, "claim", caller, role=Role.CLERK)
    return row


async def release(session: WriteSession, caller: Caller, application_id: UUID, *, version: int) -> Application:
    """Put a claimed application back; whoever claims it next checks it anew."""
    row = await _at_the_desk(session, caller, application_id, "release", version=version)
    row.claimed_by, row.claimed_at, row.prechecked_by = None, None, None
    await take(session, row, "release", caller, role=Role.CLERK)
    return row


async def precheck(
    session: WriteSession, caller: Caller, application_id: UUID, *, version: int, body: Precheck
) -> Application:
    """Record the pre-check (初审); it claims the application where nobody has."""
    row = await _at_the_desk(session, caller, application_id, "precheck", version=version)
    _hold(row, caller)
    row.prechecked_by = caller.id
    await take(session, row, "precheck", caller, role=Role.CLERK, data={"note": body.note})
    return row


def _hold(row: Application, caller: Caller) -> None:
    if row.claimed_by is None:
        row.claimed_by, row.claimed_at = caller.id, utc_now()


async def accept(
    session: WriteSession,
    caller: Caller,
    application_id: UUID,
    *,
    version: int,
    keyed: KeyedRequest,
    settings: PlatformSettings,
) -> bool:
    """Accept (受理): receipt, state, key and the job that carries it on, in this one transaction.

    Returns:
        False when the key was used already: it is accepted.

    Raises:
        Conflict: `precheck_first`, or the assessment stands against it (the code is the outcome).
    """
    row = await locked_for(session, caller, application_id, version=None, role=Role.CLERK)
    if not await keyed.begin_driven(session, row.id):
        return False
    row = await _at_the_desk(session, caller, application_id, "acceptance", version=version)
    if row.prechecked_by != caller.id:
        raise Conflict("precheck_first", "请先完成初审", "record your pre-check first")
    if row.outcome not in ACCEPTABLE:
        raise _not_to_accept(row)
    row.accepted_at = utc_now()
    receipt = give_receipt(session, row, "acceptance", caller.id, {"lane": row.lane, "class": row.class_})
    await take(session, row, "acceptance", caller, role=Role.CLERK, data={"receipt": receipt})
    after_s = settings.submit_budget_s + JOB_MARGIN_S
    await enqueue(session, DRIVE_JOB, ApplicationJob(application_id=row.id), after_s=after_s)
    return True


def _not_to_accept(row: Application) -> Conflict:
    ground = str((row.finding or {}).get("ground", row.outcome))
    return Conflict(
        row.outcome or "not_acceptable",
        f"核查结论不予受理({ground}),请作出不予受理决定",
        f"the assessment stands against it ({ground}); decide not to accept it instead",
        context={"ground": ground},
    )


async def not_accept(
    session: WriteSession, caller: Caller, application_id: UUID, *, version: int, body: NonAcceptance
) -> Application:
    """Decide not to accept (不予受理) on a ground of Order 62 art. 11 or Licensing Law art. 32.

    Raises:
        Invalid: the right authority is not named (Licensing Law art. 32(2)).
    """
    row = await _at_the_desk(session, caller, application_id, "non_acceptance", version=version)
    if body.ground == "not_competent" and body.right_authority is None:
        raise field_problem(
            "/right_authority", "right_authority", "应告知有权机关", "name the authority that is competent"
        )
    told = body.model_dump(mode="json")
    row.decided_at = utc_now()
    receipt = give_receipt(session, row, "non_acceptance", caller.id, {**told, "remedies": REMEDIES})
    await take(session, row, "non_acceptance", caller, role=Role.CLERK, data={**told, "receipt": receipt})
    return row


async def terminate(
    session: WriteSession, caller: Caller, application_id: UUID, *, version: int, body: Termination
) -> Application:
    """Stop an application filled in wrongly (错填误报), with reason and guidance: no bar on filing again."""
    row = await _at_the_desk(session, caller, application_id, "termination", version=version)
    told = body.model_dump(mode="json")
    row.decided_at = utc_now()
    receipt = give_receipt(session, row, "termination", caller.id, told)
    await take(session, row, "termination", caller, role=Role.CLERK, data={**told, "receipt": receipt})
    return row
