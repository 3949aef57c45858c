"""Endpoints of runs on a permit."""

from uuid import UUID

from fastapi import APIRouter, Response, status

from services.issuance.access import AtDesk, PermitReader, TripRecorder
from services.issuance.permits.api import Number
from services.issuance.permits.queries import get_permit, may_read
from services.issuance.trips import commands
from services.issuance.trips.queries import trip_model, trips_of
from shared.contracts.pages import Page
from shared.contracts.permit_life import Trip, TripReport
from shared.platform.idempotency import OnceOnly
from shared.platform.transaction import Read, Tx

router = APIRouter(tags=["runs on permits"])


@router.get("/permits/{number}/trips")
async def list_trips(number: Number, caller: PermitReader, desk: AtDesk, read: Read) -> Page[Trip]:
    """The runs on a permit, the first one first."""
    row = await get_permit(read, number, may_read(caller, desk))
    return Page(items=await trips_of(read, row.number), next_cursor=None)


@router.post("/permits/{number}/trips", response_model=Trip, status_code=status.HTTP_201_CREATED)
async def start_trip(
    number: Number, body: TripReport, caller: TripRecorder, desk: AtDesk, once: OnceOnly, tx: Tx
) -> Response:
    """A run begins: counted against those the permit allows."""
    trip = await commands.start_trip(tx, caller, desk=desk, number=number, order=body)
    return once.answer(trip_model(trip), status_code=201)


@router.post("/permits/{number}/trips/{trip_id}/end", response_model=Trip)
async def end_trip(
    number: Number, trip_id: UUID, body: TripReport, caller: TripRecorder, desk: AtDesk, once: OnceOnly, tx: Tx
) -> Response:
    """A run ends; the last one uses the permit up."""
    trip = await commands.end_trip(tx, caller, desk=desk, number=number, trip_id=trip_id, order=body)
    return once.answer(trip_model(trip))
