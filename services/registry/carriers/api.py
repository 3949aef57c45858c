"""Endpoints of carriers: the office enters them, an agent sees his own."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response

from services.registry.access import CarrierReader, Registrar
from services.registry.carriers import commands, queries
from services.registry.papers.queries import papers_of
from shared.contracts import registry as wire
from shared.contracts.facts import Text
from shared.contracts.pages import Page
from shared.platform.etag import etag
from shared.platform.idempotency import OnceOnly
from shared.platform.paging import Cursor, Limit
from shared.platform.transaction import Read, Tx

router = APIRouter(tags=["carriers"])


@router.post("/carriers", status_code=201, response_model=wire.Carrier)
async def create_carrier(draft: wire.CarrierDraft, caller: Registrar, once: OnceOnly, session: Tx) -> Response:
    """Enter a carrier."""
    row = await commands.enter_carrier(session, caller, draft=draft)
    return once.answer(queries.carrier_answer(row, []), status_code=201, version=row.version)


@router.get("/carriers")
async def list_carriers(
    caller: CarrierReader,
    session: Read,
    name: Annotated[Text | None, Query()] = None,
    credit_code_no: Annotated[Text | None, Query()] = None,
    cursor: Cursor = None,
    limit: Limit = 50,
) -> Page[wire.Carrier]:
    """Carriers, newest first; an agent sees his own alone."""
    return await queries.list_carriers(
        session, caller, name=name, credit_code_no=credit_code_no, cursor=cursor, limit=limit
    )


@router.get("/carriers/{carrier_id}")
async def read_carrier(carrier_id: UUID, caller: CarrierReader, session: Read, response: Response) -> wire.Carrier:
    """One carrier with its papers."""
    row = await queries.visible_carrier(session, caller, carrier_id)
    response.headers["ETag"] = etag(row.version)
    return queries.carrier_answer(row, (await papers_of(session, [row.id]))[row.id])
