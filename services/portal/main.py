"""Wiring of the portal."""

from services.portal.pages.api import router as pages
from shared.platform.runtime import ServiceDefinition

SERVICE = ServiceDefinition(name="portal", title=("门户", "Portal"), routers=(pages,), root_paths=True)
