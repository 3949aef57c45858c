"""What a clerk (受理岗) does with an application: claim, release, pre-check, accept or not, terminate."""

from uuid import UUID

from services.intake.applications.commands import drive_later
from services.intake.applications.events import REMEDIES, give_receipt, locked_for, take
from services.intake.applications.progress import ACCEPTABLE
from services.intake.materials.queries import refuse_incomplete
from services.intake.queue.desk import at_the_desk, hold, let_go
from shared.contracts.intake import NonAcceptance, Precheck, Termination
from shared.domain.clock import utc_now
from shared.domain.errors import Conflict, field_problem
from shared.domain.roles import Role
from shared.platform.database import WriteSession
from shared.platform.idempotency import KeyedRequest
from shared.platform.settings import PlatformSettings
from shared.platform.tokens import Caller
from shared.schema.intake import Application


async def claim(session: WriteSession, caller: Caller, application_id: UUID, *, version: int) -> Application:
    """Take a submitted application from the queue."""
    row = await at_the_desk(session, caller, application_id, "claim", version=version)
    hold(row, caller.id)
    await take(session, row, "claim", caller, role=Role.CLERK)
    return row


async def release(session: WriteSession, caller: Caller, application_id: UUID, *, version: int) -> Application:
    """Put a claimed application back; whoever claims it next checks it anew."""
    row = await at_the_desk(session, caller, application_id, "release", version=version)
    let_go(row)
    await take(session, row, "release", caller, role=Role.CLERK)
    return row


async def precheck(
    session: WriteSession, caller: Caller, application_id: UUID, *, version: int, body: Precheck
) -> Application:
    """Record the pre-check (初审); it claims the application where nobody has."""
    row = await at_the_desk(session, caller, application_id, "precheck", version=version)
    hold(row, caller.id)
    row.prechecked_by = caller.id
    await take(session, row, "precheck", caller, role=Role.CLERK, data={"note": body.note})
    return row


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
        Conflict: `precheck_first`, `materials_missing`, or the assessment stands against it (the code is the outcome).
    """
    row = await locked_for(session, caller, application_id, version=None, role=Role.CLERK)
    if not await keyed.begin_driven(session, row.id):
        return False
    row = await at_the_desk(session, caller, application_id, "acceptance", version=version)
    if row.prechecked_by != caller.id:
        raise Conflict("precheck_first", "请先完成初审", "record your pre-check first")
    if row.outcome not in ACCEPTABLE:
        raise _not_to_accept(row)
    await refuse_incomplete(session, row)
    row.accepted_at = utc_now()
    receipt = give_receipt(session, row, "acceptance", caller.id, {"lane": row.lane, "class": row.class_})
    await take(session, row, "acceptance", caller, role=Role.CLERK, data={"receipt": receipt})
    await drive_later(session, row, settings)
    return True


def _not_to_accept(row: Application) -> Conflict:
    ground = str((row.finding or {}).get("ground", row.outcome))
    return Conflict(
        row.outcome or "not_acceptable",
        f"核查结论不予受理({ground})，请作出不予受理决定",
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
    row = await at_the_desk(session, caller, application_id, "non_acceptance", version=version)
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
    row = await at_the_desk(session, caller, application_id, "termination", version=version)
    told = body.model_dump(mode="json")
    row.decided_at = utc_now()
    receipt = give_receipt(session, row, "termination", caller.id, told)
    await take(session, row, "termination", caller, role=Role.CLERK, data={**told, "receipt": receipt})
    return row
