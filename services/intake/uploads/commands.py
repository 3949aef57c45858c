"""Taking a file in parts: in order, each once; the parts wait in the database until they make a material."""

import hashlib
from datetime import timedelta
from uuid import UUID

from sqlalchemy import delete, func, select

from services.intake.applications.events import locked_for
from services.intake.applications.queries import filing_role
from services.intake.materials.commands import hand_in, refuse_closed
from services.intake.materials.proofs import MATERIALS
from services.intake.uploads.queries import no_upload
from shared.contracts.uploads import UploadOrder
from shared.domain.clock import utc_now
from shared.domain.errors import Conflict, TooLarge, field_problem
from shared.platform.database import WriteSession
from shared.platform.files import FileStore
from shared.platform.runtime import Runtime
from shared.platform.tokens import Caller
from shared.platform.transaction import transaction
from shared.schema.intake import Material, Upload, UploadPart


async def begin(session: WriteSession, caller: Caller, application_id: UUID, *, order: UploadOrder) -> Upload:
    """Begin an upload.

    Raises:
        NotFound: not the caller's application.
        Conflict: `closed_to_materials`; `too_many_uploads`, so many are under way already.
        TooLarge: the file would be.
    """
    row = await locked_for(session, caller, application_id, version=None, role=filing_role(caller))
    refuse_closed(row)
    bounds = MATERIALS.bounds
    if order.size_bytes > bounds.max_bytes:
        most = bounds.max_bytes >> 20
        raise TooLarge("file_too_large", f"文件不得大于 {most} MB", f"at most {most} MB")
    under_way = await session.scalar(select(func.count()).where(Upload.application_id == row.id))
    if (under_way or 0) >= bounds.max_uploads:
        raise Conflict("too_many_uploads", "同时上传的文件过多", "too many files are under way at once")
    upload = Upload(application_id=row.id, received_bytes=0, created_by=caller.id, **order.model_dump())
    session.add(upload)
    await session.flush()
    return upload


async def _locked(session: WriteSession, caller: Caller, application_id: UUID, upload_id: UUID) -> Upload:
    """The upload, locked until the transaction ends, so that parts come one after the other."""
    row = await locked_for(session, caller, application_id, version=None, role=filing_role(caller))
    refuse_closed(row)
    query = select(Upload).where(Upload.id == upload_id, Upload.application_id == row.id)
    upload = await session.scalar(query.with_for_update(key_share=True))
    if upload is None:
        raise no_upload()
    return upload


async def add_part(
    session: WriteSession, caller: Caller, application_id: UUID, upload_id: UUID, *, offset: int, data: bytes
) -> Upload:
    """Take the next part.

    Raises:
        Conflict: `wrong_offset`, with the one that comes next.
        TooLarge: more than a part may hold.
        Invalid: nothing, or more than the file was said to hold.
    """
    upload = await _locked(session, caller, application_id, upload_id)
    if offset != upload.received_bytes:
        raise Conflict(
            "wrong_offset",
            f"下一段应从第 {upload.received_bytes} 字节开始",
            f"the next part begins at byte {upload.received_bytes}",
            context={"received_bytes": upload.received_bytes},
        )
    if len(data) > MATERIALS.bounds.part_max_bytes:
        most = MATERIALS.bounds.part_max_bytes >> 20
        raise TooLarge("part_too_large", f"每段不得大于 {most} MB", f"a part holds {most} MB at most")
    if not data or offset + len(data) > upload.size_bytes:
        raise field_problem(
            "", "part_size", "此段为空或超出文件大小", "the part is empty or goes beyond the file's size"
        )
    session.add(UploadPart(upload_id=upload.id, start=offset, data=data))
    upload.received_bytes = offset + len(data)
    await session.flush()
    return upload


async def complete(
    session: WriteSession, caller: Caller, application_id: UUID, upload_id: UUID, *, files: FileStore
) -> Material:
    """Make the material of the parts and forget them.

    Raises:
        Conflict: `upload_incomplete`, parts are missing; `upload_damaged`, the whole has another hash than was said.
        Invalid: `file_type`, another kind of file than is taken.
    """
    upload = await _locked(session, caller, application_id, upload_id)
    if upload.received_bytes != upload.size_bytes:
        raise Conflict(
            "upload_incomplete",
            "文件尚未传完",
            "parts are missing",
            context={"received_bytes": upload.received_bytes},
        )
    parts = await session.scalars(
        select(UploadPart.data).where(UploadPart.upload_id == upload.id).order_by(UploadPart.start)
    )
    data = b"".join(parts)
    if upload.sha256 is not None and hashlib.sha256(data).hexdigest() != upload.sha256:
        raise Conflict(
            "upload_damaged", "文件在传输中损坏，请重新上传", "the file was damaged on its way; send it again"
        )
    material = await hand_in(
        session,
        caller,
        application_id,
        files=files,
        data=data,
        code=upload.code,
        name=upload.name,
        pointer=upload.pointer,
    )
    await session.execute(delete(Upload).where(Upload.id == upload.id))
    return material


async def forget_uploads(runtime: Runtime) -> None:
    """Forget uploads nobody completed in time; their parts go with them."""
    before = utc_now() - timedelta(hours=MATERIALS.bounds.upload_hours)
    async with transaction(runtime.database) as session:
        await session.execute(delete(Upload).where(Upload.created_at < before))
