"""Wiring of fieldwork."""

from services.fieldwork.agencies.api import router as agencies
from services.fieldwork.assignments.api import router as assignments
from services.fieldwork.assignments.commands import expire_offers
from services.fieldwork.demo_data import load_demo
from services.fieldwork.photos.api import router as photos
from services.fieldwork.settings import LIMITS
from services.fieldwork.surveys.api import router as surveys
from shared.platform.runtime import ServiceDefinition, Timer

SERVICE = ServiceDefinition(
    name="fieldwork",
    title=("现场勘验与护送", "Fieldwork"),
    routers=(surveys, photos, agencies, assignments),
    demo=load_demo,
    timers=(Timer("fieldwork.offer_expiry", 60, expire_offers),),
    max_body_bytes=LIMITS.photo.max_bytes,
)
