"""Applications by hand, and a hand on the calls between services: a rival set off by one, a service taken away."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any, Literal

import httpx

from shared.testing.stack import Json, Stack, keyed

APPLICATIONS = "/api/intake/v1/applications"
Answer = dict[str, Any]
When = Literal["request", "response"]


async def draft(client: httpx.AsyncClient, facts: Json) -> Answer:
    """File a draft."""
    answer: Answer = (await client.post(APPLICATIONS, json={"facts": facts}, headers=keyed())).json()
    return answer


async def submit(client: httpx.AsyncClient, filed: Answer, key: str | None = None) -> httpx.Response:
    """Submit a draft."""
    path = f"{APPLICATIONS}/{filed['id']}/submission"
    return await client.post(path, headers=keyed(filed["version"], key))


async def read(client: httpx.AsyncClient, filed: Answer) -> Answer:
    """The application as it stands."""
    answer: Answer = (await client.get(f"{APPLICATIONS}/{filed['id']}")).json()
    return answer


@asynccontextmanager
async def rival(
    stack: Stack, service: str, path_ends: str, when: When, act: Callable[[], Awaitable[None]], *, nth: int = 1
) -> AsyncIterator[None]:
    """While this lasts, the nth call to that endpoint of a service sets off a rival act, beside the call itself.

    Args:
        stack: the system.
        service: which is called.
        path_ends: how the address of the call ends.
        when: as the call leaves, or as its answer comes.
        act: what the rival does; it has ended when the block has.
        nth: which of these calls.
    """
    client, seen = stack.runtime("intake").http[service], 0
    started: list[asyncio.Task[None]] = []
    before = client.event_hooks

    async def look(thing: httpx.Request | httpx.Response) -> None:
        nonlocal seen
        request = thing if isinstance(thing, httpx.Request) else thing.request
        if request.url.path.endswith(path_ends):
            seen += 1
            if seen == nth:
                started.append(asyncio.ensure_future(act()))

    client.event_hooks = {when: [look]}
    try:
        yield
    finally:
        client.event_hooks = before
        await asyncio.gather(*started)


@asynccontextmanager
async def away(stack: Stack, service: str, *, path_ends: str = "", hangs: bool = False) -> AsyncIterator[None]:
    """A service that cannot be reached while this lasts, or that never answers.

    Args:
        stack: the system.
        service: which.
        path_ends: only addresses that end so.
        hangs: it takes the call and never answers.
    """
    client = stack.runtime("intake").http[service]
    before = client.event_hooks

    async def refuse(request: httpx.Request) -> None:
        if request.url.path.endswith(path_ends):
            if hangs:
                await asyncio.Event().wait()
            raise httpx.ConnectError("taken away", request=request)

    client.event_hooks = {"request": [refuse]}
    try:
        yield
    finally:
        client.event_hooks = before
