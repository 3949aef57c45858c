"""Endpoints of permits for their holders and the office."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Path, Query, Response

from services.issuance.access import AtDesk, PermitLister, PermitReader, Running
from services.issuance.desk import desk_of
from services.issuance.permits.documents import document_bytes
from services.issuance.permits.queries import get_permit, hold_on, list_permits, may_read, permit_model
from shared.contracts.facts import Plate
from shared.contracts.issuance import Permit, PermitRow
from shared.contracts.pages import Page
from shared.platform.etag import etag
from shared.platform.transaction import Read, reading

router = APIRouter(tags=["permits"])
Number = Annotated[str, Path(pattern=r"^[A-Z0-9-]{1,20}$", examples=["150600-2027-000001"])]
PDF: dict[int | str, dict[str, Any]] = {
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


@router.get("/permits/{number}/document", response_class=Response, responses=PDF)
async def get_permit_document(number: Number, caller: PermitReader, runtime: Running) -> Response:
    """The 超限运输车辆通行证 as a signed PDF."""
    async with reading(runtime.database) as session:
        row = await get_permit(session, number, may_read(caller, desk_of(runtime)))
    pdf = await document_bytes(runtime, row)
    headers = {"Content-Disposition": f'inline; filename="{number}.pdf"'}
    return Response(pdf, headers=headers, media_type="application/pdf")
