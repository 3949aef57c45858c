"""Reading uploads that are under way."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.intake.applications.queries import read
from services.intake.materials.proofs import MATERIALS
from shared.contracts import uploads as wire
from shared.domain.errors import NotFound, not_found
from shared.platform.tokens import Caller
from shared.schema.intake import Upload


def no_upload() -> NotFound:
    """The answer for an upload that does not exist, is of another application or was forgotten."""
    return not_found("上传", "upload")


async def upload_of(session: AsyncSession, caller: Caller, application_id: UUID, upload_id: UUID) -> Upload:
    """An upload of an application the caller may see.

    Raises:
        NotFound: there is none.
    """
    await read(session, caller, application_id)
    row = await session.get(Upload, upload_id)
    if row is None or row.application_id != application_id:
        raise no_upload()
    return row


def shown(row: Upload) -> wire.Upload:
    """An upload as it is answered."""
    bounds = MATERIALS.bounds
    return wire.Upload.model_validate(
        {
            "id": row.id,
            "code": row.code,
            "name": row.name,
            "size_bytes": row.size_bytes,
            "received_bytes": row.received_bytes,
            "part_max_bytes": bounds.part_max_bytes,
            "expires_at": row.created_at + timedelta(hours=bounds.upload_hours),
        }
    )
