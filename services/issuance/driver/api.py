"""Endpoints of driver links: made and closed by the holder, opened by whoever drives."""

from typing import Annotated

from fastapi import APIRouter, Path, Response, status

from services.issuance.access import AtDesk, Holder, Running
from services.issuance.driver import commands
from services.issuance.driver.queries import permit_of_link
from services.issuance.permits.api import PDF, Number
from services.issuance.permits.documents import document_bytes
from services.issuance.permits.queries import hold_on, permit_model
from shared.contracts.issuance import Permit
from shared.contracts.permit_life import DriverLink, LinksClosed
from shared.platform.auth import Anyone
from shared.platform.idempotency import OnceOnly
from shared.platform.transaction import Read, Tx, reading

router = APIRouter(tags=["driver links"])
Secret = Annotated[str, Path(pattern=r"^[A-Za-z0-9_-]{43}$")]


@router.post("/permits/{number}/driver-links", response_model=DriverLink, status_code=status.HTTP_201_CREATED)
async def make_driver_link(number: Number, caller: Holder, desk: AtDesk, once: OnceOnly, tx: Tx) -> Response:
    """A link to hand to the driver; its secret is shown here alone."""
    return once.answer(await commands.make_link(tx, caller, desk=desk, number=number), status_code=201)


@router.post("/permits/{number}/driver-links/closure", response_model=LinksClosed)
async def close_driver_links(number: Number, caller: Holder, once: OnceOnly, tx: Tx) -> Response:
    """Close every link of a permit."""
    return once.answer(await commands.close_links(tx, caller, number=number))


@router.get("/public/driver-permits/{secret}")
async def open_driver_link(secret: Secret, _: Anyone, read: Read) -> Permit:
    """The permit behind a link in its newest revision, with conditions, token and hold."""
    row = await permit_of_link(read, secret)
    return permit_model(row, await hold_on(read, row))


@router.get("/public/driver-permits/{secret}/document", response_class=Response, responses=PDF)
async def open_driver_document(secret: Secret, _: Anyone, runtime: Running) -> Response:
    """Its signed PDF."""
    async with reading(runtime.database) as session:
        row = await permit_of_link(session, secret)
    headers = {"Content-Disposition": f'inline; filename="{row.number}.pdf"', "Cache-Control": "private, no-store"}
    return Response(await document_bytes(runtime, row), headers=headers, media_type="application/pdf")
