"""Endpoints of receipts: which there are, and each as a signed PDF."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Path, Request, Response

from services.intake.access import Reader
from services.intake.applications.queries import read
from services.intake.receipts import queries
from services.intake.receipts.printing import document_bytes
from shared.contracts.receipts import Receipts
from shared.platform.runtime import runtime_of
from shared.platform.transaction import Read, reading

router = APIRouter(prefix="/applications/{application_id}/receipts", tags=["receipts"])
Number = Annotated[str, Path(pattern=r"^[A-Z0-9]{1,30}-[A-Z]{2,4}[0-9]{0,3}$")]
PDF: dict[int | str, dict[str, Any]] = {
    200: {"content": {"application/pdf": {"schema": {"type": "string", "format": "binary"}}}}
}


@router.get("")
async def receipts(application_id: UUID, caller: Reader, session: Read) -> Receipts:
    """The receipts of an application, oldest first."""
    row = await read(session, caller, application_id)
    return await queries.receipts_of(session, row.id)


@router.get("/{number}/document", response_class=Response, responses=PDF)
async def document(application_id: UUID, number: Number, caller: Reader, request: Request) -> Response:
    """A receipt as a signed PDF."""
    runtime = runtime_of(request)
    async with reading(runtime.database) as session:
        row = await read(session, caller, application_id)
        receipt = await queries.receipt_of(session, row.id, number)
    headers = {"Content-Disposition": f'inline; filename="{receipt.number}.pdf"'}
    return Response(await document_bytes(runtime, receipt), media_type="application/pdf", headers=headers)
