"""Serving: from services made ready to answers on a port, and the clean end."""

import asyncio
import gc
import signal
import socket
import sys
from collections.abc import Awaitable, Callable, Coroutine, Iterator
from contextlib import AbstractAsyncContextManager, contextmanager

import uvicorn
from starlette.types import ASGIApp

from shared.platform.door import Door
from shared.platform.host import Host, OnlyHealth
from shared.platform.logging import get_log
from shared.platform.plain import PlainError
from shared.platform.settings import PlatformSettings
from shared.platform.telemetry import watch_loop

STOP_WITHIN_S = 3
Greet = Callable[[Host], Awaitable[None]] | None
Beside = Callable[[Host, Door], Coroutine[None, None, None]] | None
log = get_log("serve")


class _Server(uvicorn.Server):
    """uvicorn without its own signal handling: the end of the process is decided in one place."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave signals to `serve`."""
        yield


def bind(host: str, port: int) -> socket.socket:
    """A socket on the port, bound before anything slow is done.

    Raises:
        PlainError: the port is taken or not ours to take.
    """
    listener = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    # Connections inherit it; asyncio sets it on sockets of its own making only, and each answer would wait 40 ms.
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    try:
        listener.bind((host, port))
    except OSError as error:
        listener.close()
        raise PlainError(f"Port {port} cannot be used ({error.strerror}). Set DAJIAN_PORT to a free one.") from error
    return listener


def say(lines: list[str]) -> None:
    """Tell whoever started the system."""
    sys.stdout.write("\n".join(lines) + "\n")
    sys.stdout.flush()


async def serve(
    running: AbstractAsyncContextManager[Host],
    settings: PlatformSettings,
    *,
    role: str,
    port: int,
    greet: Greet = None,
    beside: Beside = None,
) -> int:
    """Serve until told to stop.

    Args:
        running: services made ready.
        settings: shared settings.
        role: `api`, `worker` or `both`; a worker answers for its health and metrics alone.
        port: where to answer.
        greet: tells whoever started the system where it is, once it is.
        beside: what is done in the background from then on; it may end, and is cut off with the system.
    """
    listener = bind(settings.host, port)
    try:
        async with running as host:
            tasks = host.worker_tasks() if role != "api" else []
            tasks.append(asyncio.create_task(watch_loop(host.stopping), name="event loop"))
            stop_on_signals(host.stopping)
            door = Door(OnlyHealth(host.asgi) if role == "worker" else host.asgi)
            tasks.append(asyncio.create_task(_answer(door, host.stopping, listener), name="http"))
            gc.collect()
            gc.freeze()
            if greet:
                await greet(host)
            background = [asyncio.create_task(beside(host, door), name="beside")] if beside else []
            try:
                await _until_stopped(host, tasks)
            finally:
                await _cut_off(background)
    finally:
        listener.close()
    return 0


async def _cut_off(tasks: list[asyncio.Task[None]]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


def stop_on_signals(stopping: asyncio.Event) -> None:
    """Ctrl-C and SIGTERM set the event."""
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stopping.set)


async def _answer(app: ASGIApp, stopping: asyncio.Event, listener: socket.socket) -> None:
    config = uvicorn.Config(
        app,
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=STOP_WITHIN_S,
        backlog=512,
    )
    server = _Server(config)
    ending = asyncio.create_task(stopping.wait())
    ending.add_done_callback(lambda _: setattr(server, "should_exit", True))
    try:
        await server.serve(sockets=[listener])
    finally:
        ending.cancel()
        stopping.set()


async def _until_stopped(host: Host, tasks: list[asyncio.Task[None]]) -> None:
    """Wait for the end; a task that ends by itself ends the process, so that its supervisor starts it anew."""
    stop = asyncio.create_task(host.stopping.wait(), name="stop")
    done, _ = await asyncio.wait([stop, *tasks], return_when=asyncio.FIRST_COMPLETED)
    host.stopping.set()
    _, late = await asyncio.wait([stop, *tasks], timeout=STOP_WITHIN_S + 0.5)
    for task in late:
        task.cancel()
    await asyncio.gather(*late, return_exceptions=True)
    for task in done - {stop}:
        if not task.cancelled() and (error := task.exception()):
            log.error("a part of the system ended", part=task.get_name(), exc_info=error)
            raise error
