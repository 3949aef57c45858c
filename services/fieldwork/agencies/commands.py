"""Entering escort agencies."""

from services.fieldwork.agencies.queries import QUALIFIED
from shared.contracts import fieldwork as wire
from shared.domain.roles import Role
from shared.platform import audit
from shared.platform.database import WriteSession
from shared.platform.tokens import Caller
from shared.schema.fieldwork import EscortAgency


async def enter_agency(session: WriteSession, caller: Caller, *, draft: wire.AgencyDraft) -> EscortAgency:
    """Enter a qualified agency (护送机构); its name is unique."""
    row = EscortAgency(state=QUALIFIED, **draft.model_dump())
    session.add(row)
    await session.flush()
    await audit.record(
        session,
        service="fieldwork",
        aggregate="escort_agency",
        aggregate_id=row.id,
        action="qualification",
        actor=audit.acting(caller, Role.REVIEWER, Role.APPROVER),
        data={"name": row.name},
    )
    return row
