"""The one place that commits; and the guard that no connection is held while another service is called."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from contextvars import ContextVar
from typing import Annotated

from fastapi import Depends, Request

from shared.platform.database import Database, ReadSession, WriteSession
from shared.platform.runtime import runtime_of

_open_sessions: ContextVar[int] = ContextVar("open_sessions", default=0)


class ConnectionHeld(RuntimeError):  # noqa: N818 - reads as a statement in a traceback
    """This task calls another service while it holds a database connection: pools would stop each other dead."""


def refuse_held_connection(target: str) -> None:
    """Raise unless this task holds no session.

    Raises:
        ConnectionHeld: a session is open.
    """
    if _open_sessions.get():
        raise ConnectionHeld(f"a call to {target} while a database session is open")


@contextmanager
def _counted() -> Iterator[None]:
    _open_sessions.set(_open_sessions.get() + 1)
    try:
        yield
    finally:
        _open_sessions.set(_open_sessions.get() - 1)


@asynccontextmanager
async def transaction(database: Database) -> AsyncIterator[WriteSession]:
    """A transaction: committed when the block ends, rolled back when it raises."""
    with _counted():
        async with database.write_sessions() as session:
            yield session
            await session.commit()


@asynccontextmanager
async def reading(database: Database) -> AsyncIterator[ReadSession]:
    """A read session."""
    with _counted():
        async with database.read_sessions() as session:
            yield session


async def _transaction(request: Request) -> AsyncIterator[WriteSession]:
    async with transaction(runtime_of(request).database) as session:
        yield session


async def _reading(request: Request) -> AsyncIterator[ReadSession]:
    async with reading(runtime_of(request).database) as session:
        yield session


Tx = Annotated[WriteSession, Depends(_transaction, scope="function")]
"""The transaction of an endpoint: committed before the answer leaves (function scope)."""

Read = Annotated[ReadSession, Depends(_reading, scope="function")]
"""The read session of an endpoint."""
