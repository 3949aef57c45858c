"""Endpoints of vehicles: a carrier's agent or the clerk enters them."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response

from services.registry.access import CarrierReader, PaperBearer
from services.registry.carriers.queries import visible_carrier
from services.registry.papers.queries import papers_of
from services.registry.vehicles import commands, queries
from shared.contracts import registry as wire
from shared.contracts.facts import Plate
from shared.contracts.pages import Page
from shared.platform.etag import etag
from shared.platform.idempotency import OnceOnly
from shared.platform.paging import Cursor, Limit
from shared.platform.transaction import Read, Tx

router = APIRouter(tags=["vehicles"])


@router.post("/carriers/{carrier_id}/vehicles", status_code=201, response_model=wire.Vehicle)
async def create_vehicle(
    carrier_id: UUID, draft: wire.VehicleDraft, caller: PaperBearer, once: OnceOnly, session: Tx
) -> Response:
    """Enter a vehicle."""
    row = await commands.enter_vehicle(session, caller, carrier_id=carrier_id, draft=draft)
    return once.answer(queries.vehicle_answer(row, []), status_code=201, version=row.version)


@router.get("/carriers/{carrier_id}/vehicles")
async def list_vehicles(
    carrier_id: UUID,
    caller: CarrierReader,
    session: Read,
    plate: Annotated[Plate | None, Query()] = None,
    cursor: Cursor = None,
    limit: Limit = 50,
) -> Page[wire.Vehicle]:
    """The vehicles of a carrier, newest first."""
    carrier = await visible_carrier(session, caller, carrier_id)
    return await queries.list_vehicles(session, carrier_id=carrier.id, plate=plate, cursor=cursor, limit=limit)


@router.get("/vehicles/{vehicle_id}")
async def read_vehicle(vehicle_id: UUID, caller: CarrierReader, session: Read, response: Response) -> wire.Vehicle:
    """One vehicle with its papers."""
    row = await queries.visible_vehicle(session, caller, vehicle_id)
    response.headers["ETag"] = etag(row.version)
    return queries.vehicle_answer(row, (await papers_of(session, [row.id]))[row.id])
