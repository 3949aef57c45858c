"""Entering drivers."""

from uuid import UUID

from services.registry.carriers.queries import visible_carrier
from shared.contracts.carrier_staff import DriverDraft
from shared.domain.roles import Role
from shared.platform import audit
from shared.platform.database import WriteSession
from shared.platform.tokens import Caller
from shared.schema.registry import Driver


async def enter_driver(session: WriteSession, caller: Caller, *, carrier_id: UUID, draft: DriverDraft) -> Driver:
    """Enter a driver of a carrier; his identity number is unique there and stays out of the audit log.

    Raises:
        NotFound: no such carrier, or another's.
    """
    carrier = await visible_carrier(session, caller, carrier_id)
    row = Driver(carrier_id=carrier.id, **draft.model_dump())
    session.add(row)
    await session.flush()
    await audit.record(
        session,
        service="registry",
        aggregate="driver",
        aggregate_id=row.id,
        action="creation",
        actor=audit.acting(caller, Role.COMPANY_AGENT, Role.CLERK),
        data={"carrier_id": carrier.id},
    )
    return row
