"""Reading photos."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from shared.contracts import fieldwork as wire
from shared.domain.errors import not_found
from shared.platform.files import PHOTO_TYPES
from shared.schema.library import FileObject


def photo_answer(row: FileObject) -> wire.Photo:
    """A photo as it is answered."""
    return wire.Photo(id=row.id, sha256=row.sha256, size_bytes=row.size_bytes, media_type=row.media_type)


async def photo_row(session: AsyncSession, photo_id: UUID) -> FileObject:
    """The row of a photo that was stored here.

    Raises:
        NotFound: there is none.
    """
    row = await session.scalar(select(FileObject).where(FileObject.id == photo_id, FileObject.service == "fieldwork"))
    if row is None:
        raise not_found("照片", "photo")
    return row


async def missing_photos(session: AsyncSession, ids: Sequence[UUID]) -> set[UUID]:
    """Which of these are no photos stored here."""
    stored = select(FileObject.id).where(
        FileObject.id.in_(ids), FileObject.service == "fieldwork", FileObject.media_type.in_(PHOTO_TYPES)
    )
    return set(ids) - set(await session.scalars(stored))
