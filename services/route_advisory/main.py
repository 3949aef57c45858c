"""Wiring of route advisory."""

from services.route_advisory.checks.api import router as checks
from services.route_advisory.engine import prepare
from services.route_advisory.install import install
from services.route_advisory.notices.api import router as notices
from services.route_advisory.plans.api import router as plans
from services.route_advisory.roads.api import router as roads
from shared.platform.runtime import ServiceDefinition

SERVICE = ServiceDefinition(
    name="route_advisory",
    title=("运输路线咨询", "Route advisory"),
    routers=(checks, roads, notices, plans),
    prepare=prepare,
    demo=install,
)
