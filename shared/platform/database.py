"""Engines, pools and session types of one service; read sessions and write sessions are different types."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker, create_async_engine

from shared.platform.settings import async_url

LOCK_TIMEOUT = "2s"
STATEMENT_TIMEOUT = "10s"


class ReadSession(AsyncSession):
    """A session for reading, on AUTOCOMMIT: each statement sees what is committed."""


class WriteSession(AsyncSession):
    """A session inside a transaction; `shared.platform.transaction` alone commits it."""


class Database:
    """One pool of one service.

    Args:
        url: `postgresql+asyncpg://...` (or `postgresql://...`).
        application_name: shown in `pg_stat_activity`.
        pool_size: connections kept.
        max_overflow: connections added under load.
    """

    def __init__(self, url: str, *, application_name: str, pool_size: int = 2, max_overflow: int = 3) -> None:
        self.url = async_url(url)
        self.engine: AsyncEngine = create_async_engine(
            self.url,
            pool_size=pool_size,
            max_overflow=max_overflow,
            pool_timeout=5,
            pool_pre_ping=False,
            connect_args={
                "timeout": 5,
                "server_settings": {
                    "application_name": application_name,
                    "lock_timeout": LOCK_TIMEOUT,
                    "statement_timeout": STATEMENT_TIMEOUT,
                    "idle_in_transaction_session_timeout": STATEMENT_TIMEOUT,
                    "jit": "off",
                },
            },
        )
        reader = self.engine.execution_options(isolation_level="AUTOCOMMIT")
        self.read_sessions = async_sessionmaker(reader, class_=ReadSession, expire_on_commit=False)
        self.write_sessions = async_sessionmaker(self.engine, class_=WriteSession, expire_on_commit=False)

    async def fetch(self, statement: str, *values: object) -> Sequence[Mapping[str, Any]]:
        """Rows by the driver itself, outside any transaction: for the hottest reads, in a third of a session's time.

        Args:
            statement: SQL with $1, $2 ...
            values: of its parameters.
        """
        connection = await self.engine.raw_connection()
        try:
            driver: Any = connection.driver_connection
            rows: Sequence[Mapping[str, Any]] = await driver.fetch(statement, *values)
            return rows
        finally:
            connection.close()

    async def close(self) -> None:
        """Close the pool."""
        await self.engine.dispose()
