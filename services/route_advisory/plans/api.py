"""Route plans: made and locked for other services, read by staff."""

from uuid import UUID

from fastapi import APIRouter, Request

from services.route_advisory.access import RoadReader
from services.route_advisory.plans.commands import lock_plan, make_plan
from services.route_advisory.plans.queries import plan_by_id, wire_plan
from shared.contracts.route_advisory import PlanOrder, RoutePlan
from shared.platform.auth import ServiceCall
from shared.platform.runtime import runtime_of
from shared.platform.transaction import Read, Tx

router = APIRouter(tags=["route plans"])


@router.post("/internal/route-plans")
async def create_route_plan(order: PlanOrder, caller: ServiceCall, request: Request) -> RoutePlan:
    """Check the way of one vehicle set and store it as a plan; the same order gives the same plan."""
    return await make_plan(runtime_of(request), caller, order)


@router.post("/internal/route-plans/{plan_id}/lock")
async def lock_route_plan(plan_id: UUID, caller: ServiceCall, tx: Tx) -> RoutePlan:
    """Lock a plan before a decision; 409 `road_changed` when a notice published since touches it."""
    return await lock_plan(tx, caller, plan_id)


@router.get("/route-plans/{plan_id}")
async def read_route_plan(plan_id: UUID, _: RoadReader, session: Read) -> RoutePlan:
    """A plan with its check, for whoever reviews or decides on it."""
    return await wire_plan(session, await plan_by_id(session, plan_id))
