"""The server's log: where Postgres' programs write, and what can be read from it when one of them fails."""

import contextlib
import os
import re
import shutil
from collections.abc import Iterator

from shared.platform.embedded.errors import DiskFullError, EmbeddedError, ServerFailedError
from shared.platform.embedded.folder import DataFolder

LIMIT = 16 * 1024 * 1024
FULL = 1024 * 1024


@contextlib.contextmanager
def opened(folder: DataFolder) -> Iterator[int]:
    """The log as a descriptor to append to; one that has grown long is set aside first."""
    if size(folder) > LIMIT:
        folder.log.rename(folder.log.with_suffix(".log.1"))
    descriptor = os.open(folder.log, os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_NOFOLLOW, 0o600)
    try:
        folder.give(descriptor)
        yield descriptor
    finally:
        os.close(descriptor)


def size(folder: DataFolder) -> int:
    """Bytes written so far."""
    return folder.log.stat().st_size if folder.log.exists() else 0


def since(folder: DataFolder, offset: int) -> str:
    """What was written after that many bytes."""
    with folder.log.open("rb") as file:
        file.seek(offset)
        return file.read(LIMIT).decode(errors="replace")


def failure(folder: DataFolder, what: str, said: str) -> EmbeddedError:
    """The error for a program that ended, from what it said."""
    # A full disk may have had no room for the log either.
    if "No space left on device" in said or shutil.disk_usage(folder.root).free < FULL:
        return DiskFullError(folder.root)
    words = re.findall(r"(?:FATAL|PANIC|ERROR|error):\s*(.+)", said) or said.strip().splitlines()
    return ServerFailedError(what, words[-1].rstrip(".") if words else "", folder.log)
