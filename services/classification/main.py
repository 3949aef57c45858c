"""Wiring of classification."""

from services.classification.assessments.api import router as assessments
from services.classification.engine import prepare
from services.classification.install import install
from services.classification.previews.api import router as previews
from shared.platform.runtime import ServiceDefinition

SERVICE = ServiceDefinition(
    name="classification",
    title=("分类与分流", "Classification"),
    routers=(previews, assessments),
    prepare=prepare,
    install=install,
)
