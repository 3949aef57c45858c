"""Where the database is: the one of `DATABASE_URL`, the embedded one that runs, or one started for the occasion."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from urllib.parse import urlsplit

import asyncpg

from shared.platform.embedded.errors import EmbeddedError
from shared.platform.embedded.server import EmbeddedServer, attach, start
from shared.platform.logging import get_log
from shared.platform.plain import PlainError
from shared.platform.settings import PlatformSettings, async_url, plain_url

OLDEST, NEWEST = 15, 18
_LOOK_EVERY_S = 0.2
log = get_log("place")


def make_folder(folder: Path, what: str) -> None:
    """Make a folder only its owner reads.

    Raises:
        PlainError: it cannot be made or written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise PlainError(
            f"The {what} {folder} cannot be made ({error.strerror}). Set DAJIAN_DATA_DIR to a folder you may write."
        ) from error
    if not os.access(folder, os.W_OK | os.X_OK):
        raise PlainError(f"The {what} {folder} is not writable. Set DAJIAN_DATA_DIR to a folder you may write.")


def _place(url: str) -> str:
    """Host, port and name of a database, as they may be told: without the password.

    Raises:
        PlainError: it is no address of a Postgres database.
    """
    wrong = PlainError("DATABASE_URL must look like postgresql://user:password@host:5432/database.")
    try:
        where = urlsplit(url)
        place = f"{where.hostname}:{where.port or 5432}{where.path}"
    except ValueError as error:
        raise wrong from error
    if not where.scheme.startswith("postgres"):
        raise wrong
    return place


async def check_server(url: str) -> str:
    """The version of the server at an address.

    Raises:
        PlainError: it is not an address, cannot be reached, or is of a version we do not know.
    """
    place = _place(url)
    try:
        connection = await asyncpg.connect(plain_url(url), timeout=5)
    except (OSError, TimeoutError, ValueError) as error:
        raise PlainError(
            f"The database at {place} cannot be reached ({error}). Check DATABASE_URL and that it runs."
        ) from error
    except asyncpg.PostgresError as error:
        raise PlainError(
            f"The database at {place} refuses us ({error}). Check user, password and database name."
        ) from error
    try:
        major = connection.get_server_version().major
    finally:
        await connection.close()
    if not OLDEST <= major <= NEWEST:
        raise PlainError(f"The database is Postgres {major}; Dajian runs on {OLDEST} to {NEWEST}.")
    return str(major)


@asynccontextmanager
async def database(settings: PlatformSettings) -> AsyncIterator[str]:
    """The database for a server that stays up: given, or embedded and held by this process."""
    make_folder(settings.data_dir, "data folder")
    if settings.database_url is not None:
        url = settings.database_url.get_secret_value()
        await check_server(url)
        yield async_url(url)
        return
    async with _embedded(settings.data_dir / "postgres") as url:
        yield url


@asynccontextmanager
async def _embedded(folder: Path) -> AsyncIterator[str]:
    """The embedded server, started again whenever it dies."""
    servers = [await start(folder)]
    keeper = asyncio.create_task(_keep(servers), name="embedded database")
    try:
        yield servers[0].url
    finally:
        keeper.cancel()
        await asyncio.gather(keeper, return_exceptions=True)
        await servers[-1].stop()


async def _keep(servers: list[EmbeddedServer]) -> None:
    """Look after the server. Everyone knows its address, so one that had to take another port ends this process."""
    while True:
        await asyncio.sleep(_LOOK_EVERY_S)
        dead = servers[-1]
        if dead.alive:
            continue
        log.error("embedded database died", pid=dead.pid)
        try:
            await dead.stop()
            servers.append(await start(dead.data_dir))
        except EmbeddedError as error:
            log.error("embedded database does not start", error=str(error))  # noqa: TRY400 - the line says it all
            continue
        if servers[-1].url != dead.url:
            log.error("embedded database has another port, ending")
            os.kill(os.getpid(), signal.SIGTERM)
        log.warning("embedded database runs again", pid=servers[-1].pid)


@asynccontextmanager
async def database_beside(settings: PlatformSettings) -> AsyncIterator[str]:
    """The database for a command beside the system: the running embedded one if there is one."""
    running = attach(settings.data_dir / "postgres") if settings.embedded else None
    if running is not None:
        yield running.url
    else:
        async with database(settings) as url:
            yield url
