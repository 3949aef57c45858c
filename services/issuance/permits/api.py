"""Endpoints of permits for their holders and the office."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Path, Query, Response

from services.issuance.access import Approver, AtDesk, Holder, PermitLister, PermitReader, Running
from services.issuance.desk import desk_of
from services.issuance.permits import commands
from services.issuance.permits.documents import document_bytes
from services.issuance.permits.queries import get_permit, hold_on, list_permits, may_read, permit_model
from shared.contracts.facts import Plate
from shared.contracts.issuance import Permit, PermitRevocation, PermitRow, Voiding
from shared.contracts.pages import Page
from shared.platform.etag import IfMatch, etag
from shared.platform.idempotency import OnceOnly
from shared.platform.transaction import Read, Tx, reading

router = APIRouter(tags=["permits"])
Number = Annotated[str, Path(pattern=r"^[A-Z0-9-]{1,20}$", examples=["150600-2027-000001"])]
_PDF: dict[int | str, dict[str, Any]] = {
    200: {"content": {"application/pdf": {"schema": {"type": "string", "format": "binary"}}}}
}


@router.get("/permits")
async def list_own_permits(
    caller: PermitLister,
    desk: AtDesk,
    read: Read,
    application_id: UUID | None = None,
    plate: Plate | None = None,
    cursor: UUID | None = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> Page[PermitRow]:
    """Permits of the caller's company, or of the authority; newest first."""
    seen = may_read(caller, desk)
    return await list_permits(read, seen, application_id=application_id, plate=plate, cursor=cursor, limit=limit)


@router.get("/permits/{number}")
async def get_one_permit(number: Number, caller: PermitReader, desk: AtDesk, read: Read, response: Response) -> Permit:
    """A permit with its conditions, token and travel hold."""
    row = await get_permit(read, number, may_read(caller, desk))
    response.headers["ETag"] = etag(row.version)
    return permit_model(row, await hold_on(read, row))


@router.get("/permits/{number}/document", response_class=Response, responses=_PDF)
async def get_permit_document(number: Number, caller: PermitReader, runtime: Running) -> Response:
    """The 超限运输车辆通行证 as a signed PDF."""
    async with reading(runtime.database) as session:
        row = await get_permit(session, number, may_read(caller, desk_of(runtime)))
    pdf = await document_bytes(runtime, row)
    headers = {"Content-Disposition": f'inline; filename="{number}.pdf"'}
    return Response(pdf, headers=headers, media_type="application/pdf")


@router.post("/permits/{number}/voiding", response_model=Permit)
async def void_permit(
    number: Number, body: Voiding, caller: Holder, if_match: IfMatch, once: OnceOnly, tx: Tx
) -> Response:
    """The holder gives the permit up."""
    row = await commands.void(tx, caller, number=number, version=if_match, order=body)
    return once.answer(permit_model(row, await hold_on(tx, row)), version=row.version)


@router.post("/permits/{number}/revocation", response_model=Permit)
async def revoke_permit(
    number: Number, body: PermitRevocation, caller: Approver, desk: AtDesk, if_match: IfMatch, once: OnceOnly, tx: Tx
) -> Response:
    """An approver undoes the grant, naming the clause."""
    row = await commands.revoke(tx, caller, desk=desk, number=number, version=if_match, order=body)
    return once.answer(permit_model(row, await hold_on(tx, row)), version=row.version)
