"""Registry on a database of its own without anybody in it: for the first administrator and for refused demonstrations."""

import contextlib
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from uuid import uuid4

import pytest
import pytest_asyncio
from sqlalchemy import text

from services.registry.keys import SigningKeys
from services.registry.main import SERVICE
from shared.platform import migrate
from shared.platform.host import build_host
from shared.platform.settings import PlatformSettings
from shared.testing.plugin import server_url
from shared.testing.stack import Stack, admin

Bare = Callable[[PlatformSettings], AbstractAsyncContextManager[Stack]]


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def empty_template() -> AsyncIterator[str]:
    """A migrated database without rows."""
    base, name = await server_url(), f"dajian_empty_{uuid4().hex[:12]}"
    async with admin(f"{base}/postgres") as connection:
        await connection.execute(text(f'CREATE DATABASE "{name}"'))
        await migrate.upgrade(f"{base}/{name}")
        yield name
        await connection.execute(text(f'DROP DATABASE "{name}"'))


@pytest_asyncio.fixture
async def bare(empty_template: str) -> Bare:
    """Registry alone, installed, on a fresh empty database."""
    base = await server_url()

    @contextlib.asynccontextmanager
    async def running(settings: PlatformSettings) -> AsyncIterator[Stack]:
        name = f"dajian_bare_{uuid4().hex[:12]}"
        async with admin(f"{base}/postgres") as connection:
            await connection.execute(text(f'CREATE DATABASE "{name}" TEMPLATE "{empty_template}"'))
            host = build_host((SERVICE,), settings, f"{base}/{name}")
            try:
                await host.install(demonstration=False)
                await host.prepare()
                yield Stack(host, f"{base}/{name}", lambda: host.runtimes["registry"].own(SigningKeys).newest)
            finally:
                await host.close()
                await connection.execute(text(f'DROP DATABASE "{name}" WITH (FORCE)'))

    return running


@pytest.fixture
def real(tmp_path: Path) -> PlatformSettings:
    """Settings of a real installation: no demonstration."""
    return PlatformSettings(data_dir=tmp_path, demo="none", log_level="error")
