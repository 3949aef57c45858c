"""Endpoints of escort agencies: the office lists those it found qualified, the carrier chooses."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

from services.fieldwork.access import AgencyKeeper, AgencyReader
from services.fieldwork.agencies import commands, queries
from shared.contracts import fieldwork as wire
from shared.contracts.facts import Text
from shared.contracts.pages import Page
from shared.platform.idempotency import OnceOnly
from shared.platform.paging import Limit
from shared.platform.transaction import Read, Tx

router = APIRouter(tags=["agencies"])


@router.get("/agencies")
async def list_agencies(
    _: AgencyReader, session: Read, cursor: Annotated[Text | None, Query()] = None, limit: Limit = 50
) -> Page[wire.Agency]:
    """Qualified agencies by name."""
    return await queries.list_agencies(session, cursor=cursor, limit=limit)


@router.post("/agencies", status_code=201, response_model=wire.Agency)
async def create_agency(draft: wire.AgencyDraft, caller: AgencyKeeper, once: OnceOnly, session: Tx) -> Response:
    """Enter an agency whose papers were found in order."""
    row = await commands.enter_agency(session, caller, draft=draft)
    return once.answer(queries.agency_answer(row), status_code=201)
