"""Runs Postgres' own client programs and tells in a sentence when one of them fails."""

import asyncio
import contextlib
import re
from collections.abc import AsyncIterator, Sequence
from pathlib import Path

from shared.platform.embedded.address import Address
from shared.platform.embedded.errors import DatabaseBusyError, DiskFullError, EmbeddedError, ToolFailedError

CHUNK = 1024 * 1024


@contextlib.asynccontextmanager
async def started(
    command: Sequence[str], address: Address, *, stdin: int | None = None, stdout: int | None = None
) -> AsyncIterator[asyncio.subprocess.Process]:
    """A running program that is ended when its block is left before it is done."""
    process = await asyncio.create_subprocess_exec(
        *command,
        env=address.environment(),
        stdin=stdin if stdin is not None else asyncio.subprocess.DEVNULL,
        stdout=stdout if stdout is not None else asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
        limit=CHUNK,
    )
    try:
        yield process
    finally:
        kill(process)
        await process.wait()


def kill(process: asyncio.subprocess.Process) -> None:
    """Ends a program at once if it still runs."""
    if process.returncode is None:
        with contextlib.suppress(ProcessLookupError):  # it ended this moment
            process.kill()


def failure(tool: str, said: bytes, writing: Path) -> EmbeddedError:
    """The error for a program that failed, from its standard error."""
    text = said.decode(errors="replace")
    if "No space left on device" in text:
        return DiskFullError(writing)
    if "lock timeout" in text:
        return DatabaseBusyError()
    words = re.findall(r"(?:ERROR|FATAL|error):\s+(.+)", text) or text.strip().splitlines()
    return ToolFailedError(tool, words[0].rstrip(".") if words else "")


async def run(command: Sequence[str], address: Address, writing: Path) -> None:
    """Runs a program to its end.

    Raises:
        ToolFailedError: it failed.
        DatabaseBusyError: it waited too long for a lock.
        DiskFullError: it ran out of space.
    """
    async with started(command, address) as process:
        _, said = await process.communicate()
    if process.returncode != 0:
        raise failure(Path(command[0]).name, said, writing)
