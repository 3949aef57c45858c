"""The address of a database, as asyncpg and Postgres' own tools want it, and a plain connection to it."""

import contextlib
import os
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Literal, TypeAlias, get_args

import asyncpg
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from shared.platform.embedded.errors import UnreachableError

Connection: TypeAlias = "asyncpg.Connection[asyncpg.Record]"
SslMode = Literal["disable", "prefer", "allow", "require", "verify-ca", "verify-full"]
SSL_MODES: dict[str | None, SslMode] = {mode: mode for mode in get_args(SslMode)}


@dataclass(frozen=True, slots=True)
class Address:
    """Where a database is and who is calling; `ssl` is None when the address says nothing that libpq knows."""

    host: str
    port: int
    user: str | None
    password: str | None = field(repr=False)
    database: str | None
    ssl: SslMode | None

    @classmethod
    def of(cls, url: str) -> "Address":
        """Reads `postgresql+asyncpg://user:password@host:port/database?ssl=require`.

        Raises:
            UnreachableError: it is no such address.
        """
        try:
            parts = make_url(url)
        except (ArgumentError, ValueError) as error:
            reason = "it does not read postgresql+asyncpg://user:password@host:port/database"
            raise UnreachableError("the given address", reason) from error
        query = {key: value if isinstance(value, str) else value[0] for key, value in parts.query.items()}
        return cls(
            host=parts.host or query.get("host", "localhost"),
            port=parts.port or 5432,
            user=parts.username,
            password=parts.password,
            database=parts.database,
            ssl=SSL_MODES.get(query.get("ssl") or query.get("sslmode")),
        )

    def environment(self) -> dict[str, str]:
        """Environment for pg_dump and its kin: nothing secret stands on a command line, nothing of the caller's leaks in."""
        chosen = {
            "PGHOST": self.host,
            "PGPORT": str(self.port),
            "PGUSER": self.user,
            "PGPASSWORD": self.password,
            "PGDATABASE": self.database,
            "PGSSLMODE": self.ssl,
            "PGCONNECT_TIMEOUT": "10",
            "PGCLIENTENCODING": "UTF8",
            "PATH": os.defpath,
            "LC_ALL": "C",
            "HOME": os.environ.get("HOME"),
            "LD_LIBRARY_PATH": os.environ.get("LD_LIBRARY_PATH"),
        }
        return {key: value for key, value in chosen.items() if value is not None}

    @contextlib.asynccontextmanager
    async def connected(self) -> AsyncIterator[Connection]:
        """A connection of its own, without the role's time limits: a whole database is read through it.

        Raises:
            UnreachableError: none to be had.
        """
        try:
            connection = await asyncpg.connect(
                host=self.host,
                port=self.port,
                user=self.user,
                password=self.password,
                database=self.database,
                ssl=self.ssl,
                timeout=10,
                server_settings={"statement_timeout": "0", "idle_in_transaction_session_timeout": "0"},
            )
        except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
            raise UnreachableError(f"{self.host}:{self.port}", str(error) or type(error).__name__) from error
        try:
            yield connection
        finally:
            await connection.close(timeout=5)
