"""Internal endpoint: intake asks how a carrier stands before it decides. Nothing changes, so it takes no key."""

from fastapi import APIRouter

from services.registry.standings import queries
from shared.contracts.registry import CarrierStanding, StandingOrder
from shared.platform.auth import ServiceCall
from shared.platform.transaction import Read

router = APIRouter(tags=["internal"])


@router.post("/internal/standings")
async def read_standing(order: StandingOrder, _: ServiceCall, session: Read) -> CarrierStanding:
    """How a carrier and these plates stand on a day."""
    return await queries.standing(session, order)
