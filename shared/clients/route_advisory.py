"""Client of route_advisory: plans and their lock."""

from uuid import UUID

from shared.clients.base import ServiceClient
from shared.contracts.route_advisory import PlanOrder, RoutePlan


class RouteAdvisoryClient(ServiceClient):
    """Calls route_advisory."""

    service = "route_advisory"

    async def plan(self, order: PlanOrder, key: str) -> RoutePlan:
        """Check a way and store it as a plan.

        The same order gives the same plan; one that `lock` refused since the road changed is searched anew under its id.
        """
        return await self.call("POST", "/internal/route-plans", RoutePlan, body=order, key=key)

    async def lock(self, plan_id: UUID, key: str) -> RoutePlan:
        """Lock a plan before a decision.

        Raises:
            Conflict: `road_changed`, a notice published since touches or holds it; `route_blocked`, it leads over a
                closure that was known when it was made, or nowhere.
        """
        return await self.call("POST", f"/internal/route-plans/{plan_id}/lock", RoutePlan, key=key)
