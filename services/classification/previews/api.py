"""Previews: what an application would be told, for anyone, stored nowhere."""

from fastapi import APIRouter, Request

from services.classification.engine import Engine
from services.classification.rules.explain import full_assessment
from services.classification.rules.preview import preview_context
from shared.contracts.classification import Assessment
from shared.contracts.facts import TransportFacts
from shared.domain.clock import utc_now
from shared.platform.auth import Anyone
from shared.platform.runtime import runtime_of

router = APIRouter(prefix="/previews", tags=["previews"])


@router.post("")
async def preview(facts: TransportFacts, caller: Anyone, request: Request) -> Assessment:
    """Class, lane, reasons, materials, due date and the smallest change to a faster lane, assuming the best."""
    engine = runtime_of(request).own(Engine)
    if caller is None:
        engine.anonymous.count(request.client.host if request.client else "-")
    now = utc_now()
    edition = await engine.at(now)
    return full_assessment(facts, preview_context(now), edition.rules, engine.calendar)
