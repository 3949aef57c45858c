"""Demonstration data of fieldwork: one qualified escort agency."""

from sqlalchemy.dialects.postgresql import insert

from services.fieldwork.agencies.queries import QUALIFIED
from shared.contracts.demo import AGENCY_ID, AGENCY_NAME
from shared.platform.runtime import Runtime
from shared.platform.transaction import transaction
from shared.schema.fieldwork import EscortAgency


async def load_demo(runtime: Runtime) -> None:
    """Put the agency the demonstration's dispatcher works for. Registry, loaded before, refuses where it must."""
    agency = {
        "id": AGENCY_ID,
        "name": AGENCY_NAME,
        "phone": "0477-8000001",
        "state": QUALIFIED,
        "vehicles": 6,
        "staff": 12,
    }
    async with transaction(runtime.database) as session:
        await session.execute(insert(EscortAgency).values(agency).on_conflict_do_nothing())
