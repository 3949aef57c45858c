"""The embedded database is started again when it dies, at the same address."""

import asyncio
import contextlib
import os
import signal
from pathlib import Path

import asyncpg
import pytest

from shared.platform.embedded.server import attach
from shared.platform.place import database
from shared.platform.settings import PlatformSettings, plain_url

pytestmark = pytest.mark.embedded
WITHIN_S = 20


async def test_a_killed_database_comes_back_with_what_was_told(tmp_path: Path) -> None:
    async with database(PlatformSettings(data_dir=tmp_path)) as url:
        connection = await asyncpg.connect(plain_url(url))
        await connection.execute("CREATE TABLE told AS SELECT generate_series(1, 100) AS number")
        await connection.close()
        for _ in range(2):
            server = attach(tmp_path / "postgres")
            assert server is not None
            os.kill(server.pid, signal.SIGKILL)
            assert await counted(url) == 100
    assert attach(tmp_path / "postgres") is None


async def counted(url: str) -> int:
    """The rows, as soon as somebody answers."""
    async with asyncio.timeout(WITHIN_S):
        while True:
            with contextlib.suppress(OSError, asyncpg.PostgresError, asyncpg.InterfaceError):
                connection = await asyncpg.connect(plain_url(url), timeout=2)
                try:
                    return int(await connection.fetchval("SELECT count(*) FROM told"))
                finally:
                    await connection.close()
            await asyncio.sleep(0.05)
