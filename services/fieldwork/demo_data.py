"""Demonstration data of fieldwork: one qualified escort agency, in the living office a second one."""

from uuid import UUID

from sqlalchemy.dialects.postgresql import insert

from services.fieldwork.agencies.queries import QUALIFIED
from shared.contracts.demo import AGENCY_ID, AGENCY_NAME
from shared.contracts.demo_office import SECOND_AGENCY_ID, SECOND_AGENCY_NAME
from shared.platform.runtime import Runtime
from shared.platform.transaction import transaction
from shared.schema.fieldwork import EscortAgency


async def load_demo(runtime: Runtime) -> None:
    """Put the agencies the demonstration's dispatchers work for. Registry, loaded before, refuses where it must."""
    agencies = [_agency(AGENCY_ID, AGENCY_NAME, "0477-8000001", vehicles=6, staff=12)]
    if runtime.settings.demonstration == "full":
        agencies.append(_agency(SECOND_AGENCY_ID, SECOND_AGENCY_NAME, "0477-8000002", vehicles=4, staff=9))
    async with transaction(runtime.database) as session:
        await session.execute(insert(EscortAgency).values(agencies).on_conflict_do_nothing())


def _agency(identity: UUID, name: str, phone: str, *, vehicles: int, staff: int) -> dict[str, object]:
    return {"id": identity, "name": name, "phone": phone, "state": QUALIFIED, "vehicles": vehicles, "staff": staff}
