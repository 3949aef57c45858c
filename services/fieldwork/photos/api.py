"""Endpoints of photos: the inspector sends the image itself as the body."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response

from services.fieldwork.access import Inspector, PhotoReader
from services.fieldwork.photos import queries
from services.fieldwork.settings import LIMITS
from shared.contracts import fieldwork as wire
from shared.contracts.facts import Text
from shared.platform.files import PHOTO_TYPES
from shared.platform.idempotency import OnceOnly
from shared.platform.runtime import runtime_of
from shared.platform.transaction import Tx, reading

router = APIRouter(tags=["photos"])
_IMAGE = {"schema": {"type": "string", "format": "binary"}}
_BODY = {"requestBody": {"required": True, "content": dict.fromkeys(sorted(PHOTO_TYPES), _IMAGE)}}


@router.post("/photos", status_code=201, response_model=wire.Photo, openapi_extra=_BODY)
async def create_photo(
    request: Request, name: Annotated[Text, Query()], caller: Inspector, once: OnceOnly, session: Tx
) -> Response:
    """Store a photo; what it is is read from its bytes."""
    files, data = runtime_of(request).files, await request.body()
    row = await files.keep(
        session, data, name=name, allowed=PHOTO_TYPES, max_bytes=LIMITS.photo.max_bytes, by=caller.id
    )
    await session.flush()
    return once.answer(queries.photo_answer(row), status_code=201)


@router.get("/photos/{photo_id}", response_class=Response)
async def read_photo(photo_id: UUID, request: Request, _: PhotoReader) -> Response:
    """The photo itself."""
    runtime = runtime_of(request)
    async with reading(runtime.database) as session:
        row = await queries.photo_row(session, photo_id)
    return Response(await runtime.files.get(row.sha256), media_type=row.media_type)
