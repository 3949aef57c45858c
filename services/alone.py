"""One service, or its worker, as a process of its own: what compose and the supervisor start."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from services.catalog import load
from services.serve import serve
from shared.platform.host import Host, build_host
from shared.platform.place import database
from shared.platform.plain import PlainError
from shared.platform.settings import PlatformSettings


@asynccontextmanager
async def _running(settings: PlatformSettings, names: tuple[str, ...]) -> AsyncIterator[Host]:
    async with database(settings) as url:
        host = build_host(load(names), settings, url)
        try:
            await host.prepare()
            yield host
        finally:
            await host.close()


async def run(settings: PlatformSettings, names: tuple[str, ...], *, role: str, port: int) -> int:
    """Serve these services until told to stop.

    Raises:
        PlainError: there is no database to work on: it is made, migrated and filled by commands of their own.
    """
    if settings.embedded:
        raise PlainError("Services run apart need DATABASE_URL, each the address for its own role (see bootstrap-db).")
    return await serve(_running(settings, names), settings, role=role, port=port)
