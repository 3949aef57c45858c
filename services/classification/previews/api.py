"""Previews: what an application would be told, for anyone, stored nowhere."""

import json
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Body, Request, Response

from services.classification.engine import Engine
from services.classification.rules.preview import preview_context
from shared.contracts.classification import Assessment
from shared.contracts.facts import TransportFacts
from shared.domain.clock import utc_now
from shared.platform.auth import Anyone
from shared.platform.runtime import runtime_of

EXAMPLES = json.loads((Path(__file__).parent / "examples.json").read_text(encoding="utf-8"))
"""The sample applications' facts, as the document of this service shows them."""

SampleFacts = Annotated[TransportFacts, Body(openapi_examples=EXAMPLES)]
router = APIRouter(prefix="/previews", tags=["previews"])


@router.post("", response_model=Assessment)
async def preview(facts: SampleFacts, caller: Anyone, request: Request) -> Response:
    """Class, lane, reasons, materials, due date and the smallest change to a faster lane, assuming the best."""
    engine = runtime_of(request).own(Engine)
    if caller is None:
        engine.anonymous.count(request.client.host if request.client else "-")
    now = utc_now()
    edition = await engine.at(now)
    answer = edition.answers.full(facts, preview_context(now), engine.calendar)
    return Response(answer, media_type="application/json")
