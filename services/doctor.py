"""Doctor: looks at everything a running system needs and says in plain words what is wrong and what to do."""

import shutil
import socket
import sys
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version

from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

from shared.platform import migrate
from shared.platform.embedded.errors import EmbeddedError
from shared.platform.embedded.server import attach
from shared.platform.place import check_server, make_folder
from shared.platform.plain import PlainError
from shared.platform.settings import PlatformSettings, async_url

NEEDED = ("fastapi", "sqlalchemy", "asyncpg", "pgqueuer", "typst", "pyhanko", "scipy", "pylopdf-fonts-zh-cn")
LEAST_FREE_BYTES = 1 << 30


def _packages(_: PlatformSettings) -> str:
    missing: list[str] = []
    for name in NEEDED:
        try:
            version(name)
        except PackageNotFoundError:
            missing.append(name)
    if missing:
        raise PlainError(f"Packages are missing: {', '.join(missing)}. Run `make setup`.")
    return f"Python {sys.version.split()[0]}, all packages"


def _folder(settings: PlatformSettings) -> str:
    make_folder(settings.data_dir, "data folder")
    free = shutil.disk_usage(settings.data_dir).free
    if free < LEAST_FREE_BYTES:
        raise PlainError(f"Only {free >> 20} MB are free in {settings.data_dir}. Make room: at least 1 GB.")
    return f"data folder {settings.data_dir}, {free >> 30} GB free"


def _keys(settings: PlatformSettings) -> str:
    open_keys = [path for path in settings.keys_dir.rglob("*") if path.is_file() and path.stat().st_mode & 0o077]
    if open_keys:
        raise PlainError(f"Others can read the key {open_keys[0]}. Run: chmod -R go= {settings.keys_dir}")
    return "keys are closed to others"


def _port(settings: PlatformSettings) -> str:
    with socket.socket() as probe:
        probe.settimeout(1)
        if probe.connect_ex((settings.host, settings.port)) == 0:
            return f"port {settings.port} is answered (is it ours? see {settings.host}:{settings.port}/health/ready)"
    return f"port {settings.port} is free"


CHECKS: tuple[tuple[str, Callable[[PlatformSettings], str]], ...] = (
    ("packages", _packages),
    ("folder", _folder),
    ("keys", _keys),
    ("port", _port),
)


async def _database(settings: PlatformSettings) -> list[str]:
    if settings.database_url is not None:
        url = settings.database_url.get_secret_value()
    else:
        running = attach(settings.data_dir / "postgres")
        if running is None:
            return ["the embedded database does not run now; `make run` starts it"]
        url = running.url
    lines = [f"Postgres {await check_server(url)} answers"]
    engine = create_async_engine(async_url(url), poolclass=NullPool)
    try:
        async with engine.connect() as connection:
            at, head = await migrate.current(url), migrate.head()
            if at != head:
                raise PlainError(f"The schema is at revision {at}, the program at {head}. Run `make migrate`.")
            held = (
                await connection.execute(text("SELECT count(*) FROM pgqueuer WHERE status = 'failed'"))
            ).scalar_one()
            if held:
                raise PlainError(
                    f"{held} job(s) are held, each may be a legal duty. The log says why; mend, then requeue."
                )
            lines.append(f"schema at {at}, no held jobs")
    except SQLAlchemyError as error:
        raise PlainError(f"The database answers with a fault: {error.__cause__ or error}.") from error
    finally:
        await engine.dispose()
    return lines


async def examine(settings: PlatformSettings) -> int:
    """Look at everything; 0: all is well, 1: something is wrong."""
    wrong = 0
    for name, check in CHECKS:
        try:
            _say("ok", name, check(settings))
        except (PlainError, OSError) as error:
            wrong += 1
            _say("WRONG", name, str(error))
    try:
        for line in await _database(settings):
            _say("ok", "database", line)
    except (PlainError, EmbeddedError) as error:
        wrong += 1
        _say("WRONG", "database", str(error))
    return 1 if wrong else 0


def _say(state: str, what: str, words: str) -> None:
    sys.stdout.write(f"{state:5}  {what:9} {words}\n")
