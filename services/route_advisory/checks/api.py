"""Route checks: where a load can go, for everyone signed in; nothing is stored."""

from fastapi import APIRouter, Request, Response

from services.route_advisory.checks.queries import checked_route
from shared.contracts.route_advisory import RouteCheck, RouteCheckRequest
from shared.platform.auth import SignedIn
from shared.platform.runtime import runtime_of

router = APIRouter(prefix="/route-checks", tags=["route checks"])


@router.post("", response_model=RouteCheck)
async def check(order: RouteCheckRequest, _: SignedIn, request: Request) -> Response:
    """The way for a load in its window, with every limit and bridge on it, or what stands in the way."""
    found = await checked_route(runtime_of(request), order)
    return Response(found.body, media_type="application/json")
