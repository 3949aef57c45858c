"""SHA-256 of bytes of any size: large ones in a thread, so that an upload does not hold the event loop."""

import asyncio
import hashlib

LARGE_BYTES = 1 << 20
"""About a millisecond's work; below, a thread costs more than it saves."""


async def sha256(*parts: bytes) -> bytes:
    """The hash of these parts one after the other."""
    if sum(map(len, parts)) < LARGE_BYTES:
        return _sha256(parts)
    return await asyncio.to_thread(_sha256, parts)


def _sha256(parts: tuple[bytes, ...]) -> bytes:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part)
    return digest.digest()
