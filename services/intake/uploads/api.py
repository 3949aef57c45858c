"""Endpoints of uploads in parts: begin, look where it stands, send the next part, complete."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response

from services.intake.access import Filer
from services.intake.materials.queries import shown_file
from services.intake.uploads import commands, queries
from shared.contracts.intake import MaterialFile
from shared.contracts.uploads import Upload, UploadOrder
from shared.platform.idempotency import OnceOnly
from shared.platform.runtime import runtime_of
from shared.platform.transaction import Read, Tx

router = APIRouter(prefix="/applications/{application_id}/uploads", tags=["uploads"])
_BYTES = {"schema": {"type": "string", "format": "binary"}}
_BODY = {"requestBody": {"required": True, "content": {"application/octet-stream": _BYTES}}}


@router.post("", status_code=201, response_model=Upload)
async def begin(application_id: UUID, body: UploadOrder, caller: Filer, once: OnceOnly, tx: Tx) -> Response:
    """Begin to send a large file in parts."""
    return once.answer(queries.shown(await commands.begin(tx, caller, application_id, order=body)), status_code=201)


@router.get("/{upload_id}")
async def upload(application_id: UUID, upload_id: UUID, caller: Filer, session: Read) -> Upload:
    """Where it stands, after the connection was lost."""
    return queries.shown(await queries.upload_of(session, caller, application_id, upload_id))


@router.post("/{upload_id}/parts", response_model=Upload, openapi_extra=_BODY)
async def part(
    application_id: UUID,
    upload_id: UUID,
    request: Request,
    offset: Annotated[int, Query(ge=0, description="Where the part begins: `received_bytes`")],
    caller: Filer,
    once: OnceOnly,
    tx: Tx,
) -> Response:
    """Send the next part."""
    data = await request.body()
    row = await commands.add_part(tx, caller, application_id, upload_id, offset=offset, data=data)
    return once.answer(queries.shown(row))


@router.post("/{upload_id}/completion", status_code=201, response_model=MaterialFile)
async def complete(
    application_id: UUID, upload_id: UUID, caller: Filer, once: OnceOnly, tx: Tx, request: Request
) -> Response:
    """Make the material of all the parts; what it is is read from its bytes."""
    row = await commands.complete(tx, caller, application_id, upload_id, files=runtime_of(request).files)
    return once.answer(shown_file(row), status_code=201)
