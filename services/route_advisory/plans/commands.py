"""Route plans: made once for a vehicle set, locked before a decision under the road lock."""

import json
from uuid import UUID

from sqlalchemy import Row, func, literal_column, select
from sqlalchemy.dialects.postgresql import insert

from services.route_advisory.checks.queries import checked_route
from services.route_advisory.checks.work import CheckedRoute
from services.route_advisory.conflict import least_limits, touches
from services.route_advisory.network.check import window_of
from services.route_advisory.network.rows import Load
from services.route_advisory.plans.queries import plan_of, plan_of_step, wire_plan
from services.route_advisory.road_lock import share_road
from shared.contracts.route_advisory import PlanOrder, RouteCheckRequest, RoutePlan
from shared.domain.clock import utc_now
from shared.domain.errors import Conflict, not_found
from shared.domain.identifiers import uuid7
from shared.domain.lifecycle.route import ROUTE_PLAN
from shared.domain.roles import Role
from shared.platform import audit
from shared.platform.database import WriteSession
from shared.platform.runtime import Runtime
from shared.platform.tokens import Caller
from shared.platform.transaction import reading, transaction
from shared.schema.route_advisory import PlanHoldRow, Restriction, RoutePlanRow, TrafficNotice

_STEP = "uq_route_plan_step"


async def make_plan(runtime: Runtime, caller: Caller, order: PlanOrder) -> RoutePlan:
    """The plan of an order: searched and stored once.

    A repeated order gives the stored plan. One that is not locked yet and that a newer notice touches is searched
    again and keeps its id, so that a caller who was refused the lock may go on by ordering once more.
    """
    async with reading(runtime.database) as session:
        stored = await plan_of_step(session, order)
        if stored is not None and not await _outdated(session, stored):
            return await wire_plan(session, stored)
    request = RouteCheckRequest(facts=order.facts)
    found = await checked_route(runtime, request)
    async with transaction(runtime.database) as session:
        await _store(session, caller, order, _values(order, request, found))
        await _supersede_older(session, caller, order)
    async with reading(runtime.database) as session:
        plan = await plan_of_step(session, order)
        if plan is None:
            raise not_found("路线方案", "route plan")
        return await wire_plan(session, plan)
