"""The separate shape under test: started on a folder of its own, with the processes found by their names."""

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import httpx

from demo.office import Office
from services import shape
from shared.platform.embedded.server import attach
from shared.platform.settings import plain_url
from shared.testing.process import Command, Process, command_line

READY_WITHIN_S = 90
APART = Command(("run-separate",), ports=len(shape.processes(1)))


@contextlib.contextmanager
def apart(folder: Path, **changes: str) -> Iterator[Process]:
    """Everything as its own process, ready; ended afterwards."""
    process = Process(folder, APART, **changes)
    try:
        until = time.monotonic() + READY_WITHIN_S
        while "runs apart" not in process.said():
            assert process.popen.poll() is None, process.said()
            assert time.monotonic() < until, process.said()
            time.sleep(0.05)  # a process of its own: there is nothing here to wait on
        yield process
    finally:
        process.end()


def members(process: Process) -> dict[str, int]:
    """Numbers of the running processes of the shape, by name such as `intake-worker`."""
    found: dict[str, int] = {}
    for pid in process.family():
        line = command_line(pid)
        if "--target" in line:
            service, role = line[line.index("--target") + 1], line[line.index("--role") + 1]
            found[f"{service.replace('_', '-')}-{role}"] = pid
    return found


def left(family: list[int], *, within_s: float) -> list[int]:
    """Of these processes, those that still run after so long."""
    until = time.monotonic() + within_s
    while (alive := [pid for pid in family if command_line(pid)]) and time.monotonic() < until:
        time.sleep(0.05)
    return alive


def database(folder: Path) -> str:
    """The address of the embedded database, as superuser."""
    server = attach(folder / "postgres")
    assert server is not None
    return plain_url(server.url)


@contextlib.asynccontextmanager
async def office(process: Process, *usernames: str) -> AsyncIterator[Office]:
    """People signed in over sockets, through the portal; the public too."""
    async with contextlib.AsyncExitStack() as stack:
        clients: dict[str, httpx.AsyncClient] = {}
        for name in ("public", *usernames):
            headers = {} if name == "public" else await asyncio.to_thread(process.signed_in, name)
            client = httpx.AsyncClient(base_url=process.address, headers=headers, timeout=30, trust_env=False)
            clients[name] = await stack.enter_async_context(client)
        yield Office(clients)
