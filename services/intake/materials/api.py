"""Endpoints of materials: the file itself is the body of an upload."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response

from services.intake.access import Clerk, Filer, Reader
from services.intake.applications.queries import read
from services.intake.materials import commands, queries
from services.intake.materials.preview import preview_bytes
from shared.contracts.facts import Text
from shared.contracts.intake import MaterialCheck, MaterialCode, MaterialFile, MaterialList
from shared.platform.files import DOCUMENT_TYPES
from shared.platform.idempotency import OnceOnly
from shared.platform.runtime import runtime_of
from shared.platform.transaction import Read, Tx, reading

router = APIRouter(prefix="/applications/{application_id}/materials", tags=["materials"])
_FILE = {"schema": {"type": "string", "format": "binary"}}
_BODY = {"requestBody": {"required": True, "content": dict.fromkeys(sorted(DOCUMENT_TYPES), _FILE)}}
PNG: dict[int | str, dict[str, Any]] = {
    200: {"content": {"image/png": _FILE}},
    204: {"description": "No preview"},
}
Pointer = Annotated[str | None, Query(max_length=200, pattern=r"^(/[^/]+)+$", description="Field that it proves")]


@router.get("")
async def materials(application_id: UUID, caller: Reader, session: Read) -> MaterialList:
    """What an application needs and how each stands, with every file handed in."""
    return await queries.listed(session, await read(session, caller, application_id))


@router.post("", status_code=201, response_model=MaterialFile, openapi_extra=_BODY)
async def hand_in(
    application_id: UUID,
    request: Request,
    code: MaterialCode,
    name: Annotated[Text, Query()],
    caller: Filer,
    once: OnceOnly,
    tx: Tx,
    pointer: Pointer = None,
) -> Response:
    """Hand a material in before acceptance; what it is is read from its bytes."""
    files, data = runtime_of(request).files, await request.body()
    row = await commands.hand_in(
        tx, caller, application_id, files=files, data=data, code=code, name=name, pointer=pointer
    )
    return once.answer(queries.shown_file(row), status_code=201)


@router.get("/{material_id}/file", response_class=Response)
async def file(application_id: UUID, material_id: UUID, caller: Reader, request: Request) -> Response:
    """The file itself."""
    runtime = runtime_of(request)
    async with reading(runtime.database) as session:
        await read(session, caller, application_id)
        row = await queries.file_of(session, application_id, material_id)
    headers = {"Content-Disposition": "attachment", "X-Content-Type-Options": "nosniff"}
    return Response(await runtime.files.get(row.sha256), media_type=row.media_type, headers=headers)


@router.get("/{material_id}/preview", response_class=Response, responses=PNG)
async def preview(application_id: UUID, material_id: UUID, caller: Reader, request: Request) -> Response:
    """A small picture of the file's first page; 204 when there is none."""
    runtime = runtime_of(request)
    async with reading(runtime.database) as session:
        await read(session, caller, application_id)
        row = await queries.file_of(session, application_id, material_id)
    headers = {"X-Content-Type-Options": "nosniff", "Cache-Control": "private, max-age=86400"}
    picture = await preview_bytes(runtime, row)
    if picture is None:
        return Response(status_code=204)
    return Response(picture, media_type="image/png", headers=headers)


@router.post("/{material_id}/check", response_model=MaterialFile)
async def check(
    application_id: UUID, material_id: UUID, body: MaterialCheck, caller: Clerk, once: OnceOnly, tx: Tx
) -> Response:
    """Write down what the clerk who has the case found of a file."""
    row = await commands.check(tx, caller, application_id, material_id, body=body)
    return once.answer(queries.shown_file(row))
