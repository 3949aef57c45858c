"""Serving: from settings to a running system, and its clean end."""

import asyncio
import gc
import signal
import socket
import sys
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager

import uvicorn

from services.catalog import load
from shared.contracts.demo import DEMO_ACCOUNTS, DEMO_PASSWORD
from shared.platform import database_roles, migrate
from shared.platform.host import Host, build_host
from shared.platform.logging import get_log
from shared.platform.place import database
from shared.platform.plain import PlainError
from shared.platform.secrets import read_or_make_secret
from shared.platform.settings import PlatformSettings

STOP_WITHIN_S = 3
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
    try:
        listener.bind((host, port))
    except OSError as error:
        listener.close()
        raise PlainError(f"Port {port} cannot be used ({error.strerror}). Set DAJIAN_PORT to a free one.") from error
    return listener


def _say(lines: list[str]) -> None:
    sys.stdout.write("\n".join(lines) + "\n")
    sys.stdout.flush()


async def _greeting(host: Host, settings: PlatformSettings, port: int, seconds: float) -> list[str]:
    address = f"http://{'127.0.0.1' if settings.host in {'0.0.0.0', '::'} else settings.host}:{port}"
    lines = ["", f"Dajian 大件 is ready after {seconds:.1f} s:  {address}"]
    if settings.demonstration != "none":
        names = ", ".join(account.username for account in DEMO_ACCOUNTS)
        lines += [f"  Demonstration accounts (password {DEMO_PASSWORD}): {names}"]
    for definition in host.definitions:
        if definition.greet:
            lines += [f"  {line}" for line in await definition.greet(host.runtimes[definition.name])]
    return [*lines, f"  Data: {settings.data_dir}", "  Stop with Ctrl-C.", ""]


async def _role_urls(settings: PlatformSettings, url: str) -> Callable[[str], str] | None:
    """The services' own roles: made when the database is ours, used when an administrator made them."""
    master = read_or_make_secret(settings.keys_dir / "service-master")
    if settings.embedded:
        await database_roles.bootstrap(url, master)
    elif not await database_roles.enforced(url):
        return None
    return lambda service: database_roles.role_url(url, service, master)


@asynccontextmanager
async def running(settings: PlatformSettings, names: tuple[str, ...] | None = None) -> AsyncIterator[Host]:
    """Services made ready on their database, not yet answering on a port."""
    async with database(settings) as url:
        if names is None:
            await migrate.upgrade(url)
        host = build_host(load(names), settings, url, await _role_urls(settings, url) if names is None else None)
        try:
            if names is None:
                await host.install(demonstration=settings.demonstration != "none")
            await host.prepare()
            yield host
        finally:
            await host.close()


async def serve(settings: PlatformSettings, names: tuple[str, ...] | None, *, role: str, port: int) -> int:
    """Serve until told to stop.

    Args:
        settings: shared settings.
        names: services to run here; None: all, with migrations and base data.
        role: `api`, `worker` or `both`.
        port: where to answer.
    """
    started = time.perf_counter()
    listener = bind(settings.host, port)
    try:
        async with running(settings, names) as host:
            tasks = host.worker_tasks() if role != "api" else []
            _stop_on_signals(host.stopping)
            if role != "worker":
                tasks.append(asyncio.create_task(_answer(host, listener), name="http"))
            gc.collect()
            gc.freeze()
            if names is None:
                _say(await _greeting(host, settings, port, time.perf_counter() - started))
            await _until_stopped(host, tasks)
    finally:
        listener.close()
    return 0


def _stop_on_signals(stopping: asyncio.Event) -> None:
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stopping.set)


async def _answer(host: Host, listener: socket.socket) -> None:
    config = uvicorn.Config(
        host.asgi,
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=STOP_WITHIN_S,
        backlog=512,
    )
    server = _Server(config)
    ending = asyncio.create_task(host.stopping.wait())
    ending.add_done_callback(lambda _: setattr(server, "should_exit", True))
    try:
        await server.serve(sockets=[listener])
    finally:
        ending.cancel()
        host.stopping.set()


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
