"""All services in one process on one port: the shape that `make run` starts."""

import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import partial

from services.catalog import load
from services.demonstration import keep_office
from services.maintenance import bootstrap, demonstration_lines, greetings
from services.serve import say, serve
from shared.platform import database_roles, migrate
from shared.platform.host import Host, build_host
from shared.platform.place import database
from shared.platform.settings import PlatformSettings


async def _migrated(settings: PlatformSettings, url: str) -> Callable[[str], str] | None:
    """The newest schema, and the services' own roles: made when the database is ours, used when they are there."""
    await migrate.upgrade(url)
    if settings.embedded:
        await bootstrap(settings, url)
    return await database_roles.urls(settings, url)


@asynccontextmanager
async def running(settings: PlatformSettings) -> AsyncIterator[Host]:
    """All services made ready on a migrated database with their data, not yet answering on a port."""
    async with database(settings) as url:
        host = build_host(load(), settings, url, await _migrated(settings, url))
        try:
            await host.install(demonstration=settings.demonstration != "none")
            await host.prepare()
            yield host
        finally:
            await host.close()


async def run(settings: PlatformSettings, *, role: str, port: int) -> int:
    """Serve everything until told to stop."""
    started = time.perf_counter()

    async def greet(host: Host) -> None:
        seconds = time.perf_counter() - started
        place = "127.0.0.1" if settings.host in {"0.0.0.0", "::"} else settings.host
        told = [*demonstration_lines(settings), *await greetings(host)]
        lines = ["", f"Dajian 大件 is ready after {seconds:.1f} s:  http://{place}:{port}"]
        say([*lines, *(f"  {line}" for line in told), f"  Data: {settings.data_dir}", "  Stop with Ctrl-C.", ""])

    office = settings.demonstration == "full" and role == "both"
    beside = partial(keep_office, planned=settings.demo_office) if office else None
    return await serve(running(settings), settings, role=role, port=port, greet=greet, beside=beside)
