"""Endpoints of drivers: a carrier's agent or the clerk enters them and hands in their papers."""

from uuid import UUID

from fastapi import APIRouter, Response

from services.registry.access import CarrierReader, PaperBearer
from services.registry.carriers.queries import visible_carrier
from services.registry.drivers import commands, queries
from services.registry.papers.commands import hand_in
from services.registry.papers.queries import paper_answer, papers_of
from shared.contracts.carrier_staff import Driver, DriverDraft
from shared.contracts.pages import Page
from shared.contracts.registry import Paper, PaperDraft
from shared.platform.etag import etag
from shared.platform.idempotency import OnceOnly
from shared.platform.paging import Cursor, Limit
from shared.platform.transaction import Read, Tx

router = APIRouter(tags=["drivers"])


@router.post("/carriers/{carrier_id}/drivers", status_code=201, response_model=Driver)
async def create_driver(
    carrier_id: UUID, draft: DriverDraft, caller: PaperBearer, once: OnceOnly, session: Tx
) -> Response:
    """Enter a driver."""
    row = await commands.enter_driver(session, caller, carrier_id=carrier_id, draft=draft)
    return once.answer(queries.driver_answer(row, []), status_code=201, version=row.version)


@router.get("/carriers/{carrier_id}/drivers")
async def list_drivers(
    carrier_id: UUID, caller: CarrierReader, session: Read, cursor: Cursor = None, limit: Limit = 50
) -> Page[Driver]:
    """The drivers of a carrier, newest first."""
    carrier = await visible_carrier(session, caller, carrier_id)
    return await queries.list_drivers(session, carrier_id=carrier.id, cursor=cursor, limit=limit)


@router.get("/drivers/{driver_id}")
async def read_driver(driver_id: UUID, caller: CarrierReader, session: Read, response: Response) -> Driver:
    """One driver with his papers."""
    row = await queries.visible_driver(session, caller, driver_id)
    response.headers["ETag"] = etag(row.version)
    return queries.driver_answer(row, (await papers_of(session, [row.id]))[row.id])


@router.post("/drivers/{driver_id}/papers", status_code=201, response_model=Paper)
async def hand_in_driver_paper(
    driver_id: UUID, draft: PaperDraft, caller: PaperBearer, once: OnceOnly, session: Tx
) -> Response:
    """Hand in a paper of a driver; it replaces one of its kind."""
    owner = await queries.visible_driver(session, caller, driver_id)
    row = await hand_in(session, caller, owner=owner, draft=draft)
    return once.answer(paper_answer(row), status_code=201, version=row.version)
