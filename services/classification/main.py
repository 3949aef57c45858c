"""Wiring of classification."""

from services.classification.assessments.api import router as assessments
from services.classification.calendar.api import router as calendar
from services.classification.engine import prepare
from services.classification.install import install
from services.classification.previews.api import router as previews
from services.classification.rule_sets.api import router as rule_sets
from shared.platform.runtime import ServiceDefinition

SERVICE = ServiceDefinition(
    name="classification",
    title=("分类与分流", "Classification"),
    routers=(previews, assessments, rule_sets, calendar),
    prepare=prepare,
    install=install,
)
