"""The road network as the engine uses it, for staff."""

from fastapi import APIRouter, Request
from fastapi.responses import StreamingResponse

from services.route_advisory.access import RoadReader
from services.route_advisory.roads.queries import network_document
from shared.contracts.route_advisory import NetworkDocument
from shared.platform.runtime import runtime_of

router = APIRouter(prefix="/network", tags=["network"])


@router.get("", response_model=NetworkDocument)
async def read_network(_: RoadReader, request: Request) -> StreamingResponse:
    """Every segment with its limits, structures and published restrictions, as GeoJSON, streamed."""
    return StreamingResponse(network_document(runtime_of(request).database), media_type="application/json")
