"""Endpoints of papers: a carrier's agent or the clerk hands them in, the clerk verifies them."""

from uuid import UUID

from fastapi import APIRouter, Response

from services.registry.access import PaperBearer, Verifier
from services.registry.carriers.queries import visible_carrier
from services.registry.papers import commands
from services.registry.papers.queries import paper_answer
from services.registry.vehicles.queries import visible_vehicle
from shared.contracts import registry as wire
from shared.platform.etag import IfMatch
from shared.platform.idempotency import OnceOnly
from shared.platform.transaction import Tx

router = APIRouter(tags=["papers"])


@router.post("/carriers/{carrier_id}/papers", status_code=201, response_model=wire.Paper)
async def hand_in_carrier_paper(
    carrier_id: UUID, draft: wire.PaperDraft, caller: PaperBearer, once: OnceOnly, session: Tx
) -> Response:
    """Hand in a paper of a carrier; it replaces one of its kind."""
    owner = await visible_carrier(session, caller, carrier_id)
    row = await commands.hand_in(session, caller, owner=owner, draft=draft)
    return once.answer(paper_answer(row), status_code=201, version=row.version)


@router.post("/vehicles/{vehicle_id}/papers", status_code=201, response_model=wire.Paper)
async def hand_in_vehicle_paper(
    vehicle_id: UUID, draft: wire.PaperDraft, caller: PaperBearer, once: OnceOnly, session: Tx
) -> Response:
    """Hand in a paper of a vehicle; it replaces one of its kind."""
    owner = await visible_vehicle(session, caller, vehicle_id)
    row = await commands.hand_in(session, caller, owner=owner, draft=draft)
    return once.answer(paper_answer(row), status_code=201, version=row.version)


@router.post("/papers/{paper_id}/verification", response_model=wire.Paper)
async def verify_paper(paper_id: UUID, caller: Verifier, version: IfMatch, once: OnceOnly, session: Tx) -> Response:
    """Mark a paper as looked up and found right."""
    row = await commands.verify(session, caller, paper_id=paper_id, version=version)
    return once.answer(paper_answer(row), version=row.version)
