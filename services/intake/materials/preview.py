"""Previews of materials: a small picture of the first page, drawn once in a process of its own, stored by its hash."""

import asyncio
import sys
from pathlib import Path
from typing import Final
from uuid import UUID

from sqlalchemy import update

from shared.platform.logging import get_log
from shared.platform.runtime import Runtime
from shared.platform.transaction import transaction
from shared.schema.intake import Material

KINDS: Final = {"application/pdf": "pdf", "image/png": "png", "image/jpeg": "jpg", "image/webp": "webp"}
"""What can be drawn; other files (HEIC) have no preview."""
NONE: Final = "-"
"""Stands for the hash of what cannot be drawn, so that it is tried once."""
LONGEST_S: Final = 15.0
_PROGRAM: Final = Path(__file__).with_name("thumbnail.py")
_PNG: Final = b"\x89PNG"
log = get_log("preview")


class Easel:
    """Lets one preview be drawn at a time in this process."""

    def __init__(self) -> None:
        self.free = asyncio.Semaphore(1)


async def preview_bytes(runtime: Runtime, material: Material) -> bytes | None:
    """The preview of a material that was read and whose session is closed.

    None: it has none, being of another kind or one that cannot be drawn.
    """
    stored = material.preview_sha256
    if stored is None:
        stored = await _draw_and_keep(runtime, material)
    return None if stored == NONE else await runtime.files.get(stored)


async def _draw_and_keep(runtime: Runtime, material: Material) -> str:
    kind = KINDS.get(material.media_type)
    if kind is None:
        return NONE
    data = await runtime.files.get(material.sha256)
    async with runtime.own(Easel).free:
        picture = await draw(data, kind)
    digest = NONE if picture is None else await runtime.files.put(picture)
    await _keep(runtime, material.id, digest)
    return digest


async def draw(data: bytes, kind: str, *, longest_s: float = LONGEST_S) -> bytes | None:
    """The picture of a file's first page; None: it cannot be drawn within the time and memory it may have."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-I",
        str(_PROGRAM),
        kind,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        async with asyncio.timeout(longest_s):
            picture, _ = await process.communicate(data)
    except TimeoutError:
        log.warning("preview took too long", kind=kind, bytes=len(data))
        return None
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    return picture if process.returncode == 0 and picture.startswith(_PNG) else None


async def _keep(runtime: Runtime, material_id: UUID, digest: str) -> None:
    async with transaction(runtime.database) as session:
        await session.execute(update(Material).where(Material.id == material_id).values(preview_sha256=digest))
