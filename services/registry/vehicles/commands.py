"""Entering vehicles."""

from uuid import UUID

from services.registry.carriers.queries import visible_carrier
from shared.contracts import registry as wire
from shared.domain.roles import Role
from shared.platform import audit
from shared.platform.database import WriteSession
from shared.platform.tokens import Caller
from shared.schema.registry import Vehicle


async def enter_vehicle(
    session: WriteSession, caller: Caller, *, carrier_id: UUID, draft: wire.VehicleDraft
) -> Vehicle:
    """Enter a vehicle of a carrier; its plate is unique there.

    Raises:
        NotFound: no such carrier, or another's.
    """
    carrier = await visible_carrier(session, caller, carrier_id)
    row = Vehicle(carrier_id=carrier.id, **draft.model_dump())
    session.add(row)
    await session.flush()
    await audit.record(
        session,
        service="registry",
        aggregate="vehicle",
        aggregate_id=row.id,
        action="creation",
        actor=audit.acting(caller, Role.COMPANY_AGENT, Role.CLERK),
        data={"carrier_id": carrier.id, "plate": row.plate},
    )
    return row
