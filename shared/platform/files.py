"""Stored files: bytes in an object store under their hash, a row that says what they are; type sniffed, size bounded."""

from pathlib import Path
from uuid import UUID

import filetype
import obstore
from obstore.store import LocalStore, ObjectStore, from_url

from shared.domain.errors import Invalid, TooLarge, Unavailable, not_found
from shared.platform.database import WriteSession
from shared.platform.hashing import sha256
from shared.schema.library import FileObject

PHOTO_TYPES = frozenset({"image/jpeg", "image/png", "image/webp", "image/heic"})
DOCUMENT_TYPES = PHOTO_TYPES | {"application/pdf"}


class FileStore:
    """The object store of one service.

    Args:
        service: its name, kept with every file.
        folder: where files lie when no store is set.
        url: an S3 bucket, or None.
    """

    def __init__(self, service: str, folder: Path, url: str | None = None) -> None:
        self._service = service
        if url is None:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._store: ObjectStore = LocalStore(prefix=str(folder))
        else:
            self._store = from_url(url)

    async def put(self, data: bytes) -> str:
        """Store bytes; the same bytes twice are one file. Gives their SHA-256 in hex."""
        digest = (await sha256(data)).hex()
        try:
            await obstore.put_async(self._store, _path(digest), data)
        except OSError as error:
            raise Unavailable(
                "storage_unavailable", "文件存储不可用，请稍后再试", "files cannot be stored now"
            ) from error
        return digest

    async def get(self, digest: str) -> bytes:
        """The bytes of a hash, checked.

        Raises:
            NotFound: the store has none.
            Unavailable: what the store gave is not what was put.
        """
        try:
            answer = await obstore.get_async(self._store, _path(digest))
            data = bytes(await answer.bytes_async())
        except FileNotFoundError as error:
            raise not_found("文件", "file") from error
        if (await sha256(data)).hex() != digest:
            raise Unavailable("file_damaged", "文件已损坏，请联系管理员", "the stored file is damaged")
        return data

    async def keep(
        self, session: WriteSession, data: bytes, *, name: str, allowed: frozenset[str], max_bytes: int, by: UUID | None
    ) -> FileObject:
        """Store an upload after looking at what it really is, and add its row.

        Raises:
            TooLarge: above max_bytes.
            Invalid: `file_type`, not one of the allowed types.
        """
        if len(data) > max_bytes:
            raise TooLarge("file_too_large", f"文件不得大于 {max_bytes >> 20} MB", f"at most {max_bytes >> 20} MB")
        media_type = filetype.guess_mime(data)
        if media_type not in allowed:
            kinds = ", ".join(sorted(allowed))
            raise Invalid("file_type", f"文件类型应为 {kinds}", f"the file must be one of {kinds}")
        row = FileObject(
            service=self._service,
            sha256=await self.put(data),
            size_bytes=len(data),
            media_type=media_type,
            name=name,
            uploaded_by=by,
        )
        session.add(row)
        return row


def _path(digest: str) -> str:
    return f"{digest[:2]}/{digest}"
