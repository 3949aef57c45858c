"""The people of a journey, signed in to the running system."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack

import pytest_asyncio

from demo.office import Office
from shared.contracts.demo import DEMO_ACCOUNTS
from shared.platform.jobs import run_worker
from shared.testing.stack import Stack


@pytest_asyncio.fixture
async def office(stack: Stack) -> AsyncIterator[Office]:
    """Everybody's client."""
    async with AsyncExitStack() as clients:
        everybody = {account.username: stack.client(account.username) for account in DEMO_ACCOUNTS}
        everybody["public"] = stack.public()
        for client in everybody.values():
            await clients.enter_async_context(client)
        yield Office(everybody)


@pytest_asyncio.fixture
async def worker(stack: Stack) -> AsyncIterator[None]:
    """The worker, doing jobs while the test runs, as it does in production."""
    stopping = asyncio.Event()
    handlers = {name: handler for service in stack.host.definitions for name, handler in service.jobs.items()}
    working = asyncio.create_task(run_worker(stack.host.runtimes, handlers, stack.url, stopping))
    yield
    stopping.set()
    with contextlib.suppress(asyncio.CancelledError):
        await working
