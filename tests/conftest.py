"""The running system every test of services shares: a template database made once, a clone a worker."""

import fcntl
import hashlib
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest_asyncio
from sqlalchemy import text

from services.catalog import load
from services.registry.keys import SigningKeys
from shared.platform import database_roles, migrate
from shared.platform.host import Host, build_host
from shared.platform.secrets import read_or_make_secret
from shared.platform.settings import PlatformSettings
from shared.testing.plugin import server_url, test_root
from shared.testing.stack import Stack, admin


def _settings(root: Path) -> PlatformSettings:
    return PlatformSettings(data_dir=root, demo="accounts", pool_size=4, pool_overflow=6, log_level="error")


def _master(root: Path) -> bytes:
    return read_or_make_secret(root / "keys" / "service-master")


def _prefix(root: Path) -> str:
    """Roles belong to a server, not to a database: each run has its own."""
    return "t" + hashlib.sha256(str(root).encode()).hexdigest()[:8]


def _host(root: Path, url: str) -> Host:
    """All services, each on its own database role."""
    master, prefix = _master(root), _prefix(root)
    return build_host(load(), _settings(root), url, lambda name: database_roles.role_url(url, name, master, prefix))


async def _fill(root: Path, url: str) -> None:
    await migrate.upgrade(url)
    await database_roles.bootstrap(url, _master(root), _prefix(root))
    host = _host(root, url)
    await host.install(demonstration=True)
    await host.close()


async def _template(base: str, root: Path) -> str:
    """The template database, made by the first worker that asks: migrated, with base and demonstration data."""
    name = f"dajian_template_{os.getpid() if 'PYTEST_XDIST_WORKER' not in os.environ else os.environ['PYTEST_XDIST_TESTRUNUID']}"
    with (root / "template.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        async with admin(f"{base}/postgres") as connection:
            if not await connection.scalar(text("SELECT 1 FROM pg_database WHERE datname = :name"), {"name": name}):
                draft = f"{name}_draft"
                await connection.execute(text(f'DROP DATABASE IF EXISTS "{draft}" WITH (FORCE)'))
                await connection.execute(text(f'CREATE DATABASE "{draft}"'))
                await _fill(root, f"{base}/{draft}")
                await connection.execute(text(f'ALTER DATABASE "{draft}" RENAME TO "{name}"'))
    return name


@asynccontextmanager
async def new_stack(purpose: str) -> AsyncIterator[Stack]:
    """All services in one process on a database of its own, with the demonstration data."""
    base, root = await server_url(), test_root()
    template = await _template(base, root)
    name = f"{purpose}_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}_{os.getpid()}"
    async with admin(f"{base}/postgres") as connection:
        await connection.execute(text(f'CREATE DATABASE "{name}" TEMPLATE "{template}"'))
        await connection.execute(text(f'ALTER DATABASE "{name}" SET synchronous_commit = off'))
    url = f"{base}/{name}"
    host = _host(root, url)
    await host.prepare()
    yield Stack(host, url, lambda: host.runtimes["registry"].own(SigningKeys).newest)
    await host.close()
    async with admin(f"{base}/postgres") as connection:
        await connection.execute(text(f'DROP DATABASE "{name}" WITH (FORCE)'))


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def stack() -> AsyncIterator[Stack]:
    """The system most tests of this worker share."""
    async with new_stack("dajian") as shared:
        yield shared
