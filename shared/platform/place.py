"""Where the database is: the one of `DATABASE_URL`, the embedded one that runs, or one started for the occasion."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from urllib.parse import urlsplit

import asyncpg

from shared.platform.embedded.server import attach, start
from shared.platform.plain import PlainError
from shared.platform.settings import PlatformSettings, async_url, plain_url

OLDEST, NEWEST = 15, 18


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


async def check_server(url: str) -> str:
    """The version of the server at an address.

    Raises:
        PlainError: it is not an address, cannot be reached, or is of a version we do not know.
    """
    try:
        where = urlsplit(url)
        place = f"{where.hostname}:{where.port or 5432}{where.path}"
        if not where.scheme.startswith("postgres"):
            raise PlainError("DATABASE_URL must look like postgresql://user:password@host:5432/database.")
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
    server = await start(settings.data_dir / "postgres")
    try:
        yield server.url
    finally:
        await server.stop()


@asynccontextmanager
async def database_beside(settings: PlatformSettings) -> AsyncIterator[str]:
    """The database for a command beside the system: the running embedded one if there is one."""
    running = attach(settings.data_dir / "postgres") if settings.embedded else None
    if running is not None:
        yield running.url
    else:
        async with database(settings) as url:
            yield url
