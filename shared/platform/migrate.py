"""Bring a database to the head of the one history."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text
from sqlalchemy.exc import ProgrammingError
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

from shared.platform.settings import async_url

_LOCK = 0x0DA71A0
"""Advisory lock under which one process at a time migrates."""


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path("migrations").resolve()))
    if connection is not None:
        config.attributes["connection"] = connection
    return config


def head() -> str:
    """The newest revision of the project's history."""
    revision = ScriptDirectory.from_config(_config()).get_current_head()
    if revision is None:
        raise LookupError("the history has no revisions")
    return revision


async def current(url: str) -> str | None:
    """The revision a database is at; None: it has none."""
    engine = create_async_engine(async_url(url), poolclass=NullPool)
    try:
        async with engine.connect() as connection:
            revision = await connection.scalar(text("SELECT version_num FROM alembic_version"))
            return str(revision) if revision else None
    except ProgrammingError:
        return None
    finally:
        await engine.dispose()


def _upgrade(connection: Connection) -> None:
    command.upgrade(_config(connection), "head")


async def upgrade(url: str) -> bool:
    """Upgrade a database to the head; False: it was there already.

    The lock stands on a connection of its own: each revision is a transaction of its own on the other.
    """
    if await current(url) == head():
        return False
    engine = create_async_engine(async_url(url), poolclass=NullPool)
    try:
        locking = engine.execution_options(isolation_level="AUTOCOMMIT")
        async with locking.connect() as lock, engine.connect() as connection:
            await lock.execute(text("SELECT pg_advisory_lock(:lock)"), {"lock": _LOCK})
            await connection.run_sync(_upgrade)
    finally:
        await engine.dispose()
    return True
