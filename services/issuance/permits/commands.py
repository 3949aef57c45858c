"""How a permit ends before its dates: the holder gives it up, or an approver undoes the grant."""

from services.issuance.decisions.queries import shown_state
from services.issuance.desk import Desk
from services.issuance.permits.queries import lock_permit
from shared.contracts.issuance import PermitRevocation, Voiding
from shared.domain.clock import utc_now
from shared.domain.errors import Conflict
from shared.domain.lifecycle.permit import PERMIT
from shared.domain.roles import Role
from shared.platform import audit
from shared.platform.audit import acting
from shared.platform.database import WriteSession
from shared.platform.etag import require_version
from shared.platform.tokens import Caller
from shared.schema.issuance import Permit


async def void(session: WriteSession, caller: Caller, *, number: str, version: int, order: Voiding) -> Permit:
    """The holder gives up a permit (作废).

    Raises:
        NotFound: not the caller's company's.
        Stale, Conflict: `transition_not_allowed`; `permit_expired`, its dates have passed.
    """
    row = await lock_permit(session, number, Permit.carrier_id == caller.carrier_id)
    require_version(row.version, version)
    state = PERMIT.step(row.state, "voiding", caller.roles)
    if shown_state(row.state, row.valid_from, row.valid_to) == "expired":
        raise Conflict("permit_expired", "通行证已过期,无需作废", "the permit has expired; there is nothing to give up")
    row.state, row.end_reason, row.ended_at = state, order.reason, utc_now()
    await _note(session, row, "voiding", caller, {"reason": order.reason})
    return row


async def revoke(
    session: WriteSession, caller: Caller, *, desk: Desk, number: str, version: int, order: PermitRevocation
) -> Permit:
    """An approver undoes an unlawful grant (撤销, Licensing Law art. 69), naming the clause.

    Raises:
        NotFound: not of the caller's authority.
        Stale, Conflict: `transition_not_allowed`.
    """
    row = await lock_permit(session, number, Permit.authority_adcode == desk.authority_of(caller))
    require_version(row.version, version)
    row.state = PERMIT.step(row.state, "revocation", caller.roles)
    row.end_reason, row.end_clause, row.ended_at = order.reason, order.clause, utc_now()
    await _note(session, row, "revocation", caller, order.model_dump(mode="json"))
    return row


async def _note(session: WriteSession, row: Permit, action: str, caller: Caller, data: dict[str, object]) -> None:
    await audit.record(
        session,
        service="issuance",
        aggregate="permit",
        aggregate_id=row.id,
        action=action,
        actor=acting(caller, Role.APPROVER, Role.COMPANY_AGENT),
        data=data,
    )
    await session.flush()
