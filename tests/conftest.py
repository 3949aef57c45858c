"""The running system every test of services shares: a template database made once, a clone a worker."""

import fcntl
import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio
from sqlalchemy import text

from services.catalog import load
from services.registry.keys import SigningKeys
from shared.platform import migrate
from shared.platform.host import build_host
from shared.platform.settings import PlatformSettings
from shared.testing.plugin import server_url, test_root
from shared.testing.stack import Stack, admin


def _settings(root: Path) -> PlatformSettings:
    return PlatformSettings(data_dir=root, demo="accounts", pool_size=4, pool_overflow=6, log_level="error")


async def _template(base: str, root: Path) -> str:
    """The template database, made by the first worker that asks: migrated, with base and demonstration data."""
    name = f"dajian_template_{os.getpid() if 'PYTEST_XDIST_WORKER' not in os.environ else os.environ['PYTEST_XDIST_TESTRUNUID']}"
    with (root / "template.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        async with admin(f"{base}/postgres") as connection:
            if not await connection.scalar(text("SELECT 1 FROM pg_database WHERE datname = :name"), {"name": name}):
                await connection.execute(text(f'CREATE DATABASE "{name}"'))
                await connection.execute(text(f'ALTER DATABASE "{name}" SET synchronous_commit = off'))
                await migrate.upgrade(f"{base}/{name}")
                host = build_host(load(), _settings(root), f"{base}/{name}")
                await host.install(demonstration=True)
                await host.close()
    return name


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def stack() -> AsyncIterator[Stack]:
    """All services in one process on a database of this worker's own, with the demonstration data."""
    base, root = await server_url(), test_root()
    template = await _template(base, root)
    name = f"dajian_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}_{os.getpid()}"
    async with admin(f"{base}/postgres") as connection:
        await connection.execute(text(f'CREATE DATABASE "{name}" TEMPLATE "{template}"'))
        await connection.execute(text(f'ALTER DATABASE "{name}" SET synchronous_commit = off'))
    url = f"{base}/{name}"
    host = build_host(load(), _settings(root), url)
    await host.prepare()
    yield Stack(host, url, lambda: host.runtimes["registry"].own(SigningKeys).newest)
    await host.close()
