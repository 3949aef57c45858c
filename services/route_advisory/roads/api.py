"""The road network: as the engine uses it, for staff; as mere lines, for every map."""

from fastapi import APIRouter, Request, Response
from fastapi.responses import StreamingResponse

from services.route_advisory.access import RoadReader
from services.route_advisory.roads.queries import network_document, roads_picture
from shared.contracts.route_advisory import NetworkDocument, RoadsPicture
from shared.platform.auth import Anyone
from shared.platform.runtime import runtime_of
from shared.platform.transaction import Read

router = APIRouter(tags=["network"])


@router.get("/network", response_model=NetworkDocument)
async def read_network(_: RoadReader, request: Request) -> StreamingResponse:
    """Every segment with its limits, structures and published restrictions, as GeoJSON, streamed."""
    return StreamingResponse(network_document(runtime_of(request).database), media_type="application/json")


@router.get("/public/roads", response_model=RoadsPicture)
async def read_roads(_: Anyone, session: Read) -> Response:
    """The lines of all roads, open data, for drawing maps: no limits, no structures."""
    headers = {"Cache-Control": "public, max-age=3600"}
    return Response(await roads_picture(session), media_type="application/json", headers=headers)
