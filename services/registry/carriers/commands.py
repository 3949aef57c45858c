"""Entering carriers."""

from shared.contracts import registry as wire
from shared.domain.roles import Role
from shared.platform import audit
from shared.platform.database import WriteSession
from shared.platform.tokens import Caller
from shared.schema.registry import Carrier


async def enter_carrier(session: WriteSession, caller: Caller, *, draft: wire.CarrierDraft) -> Carrier:
    """Enter a carrier (承运单位); its credit code is unique."""
    row = Carrier(**draft.model_dump())
    session.add(row)
    await session.flush()
    await audit.record(
        session,
        service="registry",
        aggregate="carrier",
        aggregate_id=row.id,
        action="creation",
        actor=audit.acting(caller, Role.CLERK, Role.ADMIN),
        data={"credit_code_no": row.credit_code_no},
    )
    return row
