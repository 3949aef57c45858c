"""The live queue: who hears what, fifty streams on a small pool, an ended sign-in, a page that is closed, an ended process."""

import asyncio
import dataclasses
import json
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any
from uuid import UUID

import httpx
import pytest
import pytest_asyncio
import uvicorn
from sqlalchemy import text

from services.intake.queue.live import hub
from services.registry.keys import SigningKeys
from services.serve import bind
from shared.domain.roles import Role
from shared.platform.app import create_app
from shared.platform.live import MOST_IDS, MOST_OF_ONE, Hub, Seat
from shared.platform.tokens import Caller, sign
from shared.platform.transaction import transaction
from shared.testing.process import free_port
from shared.testing.stack import Stack, keyed
from tests.service.intake.filing import BASE, act, officer, submitted

EVENTS = f"{BASE}/queue/events"
Told = AsyncIterator[tuple[str, Any]]


@asynccontextmanager
async def served(app: Any) -> AsyncIterator[str]:
    """An application on a socket: a stream does not end, so it cannot be asked in process."""
    listener = bind("127.0.0.1", free_port())
    server = uvicorn.Server(uvicorn.Config(app, lifespan="off", log_config=None, timeout_graceful_shutdown=3))
    running = asyncio.create_task(server._serve([listener]))
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    server.should_exit = True
    await running
    listener.close()


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def address(stack: Stack) -> AsyncIterator[str]:
    async with served(stack.host.asgi) as running:
        yield running


def token_of(stack: Stack, caller: Caller, lifetime_s: int = 600) -> dict[str, str]:
    key = stack.runtime("registry").own(SigningKeys).newest
    return {"Authorization": f"Bearer {sign(caller, key, lifetime_s=lifetime_s)}"}


async def _events(answer: httpx.Response) -> Told:
    name = ""
    async for line in answer.aiter_lines():
        if line.startswith("event: "):
            name = line.removeprefix("event: ")
        elif line.startswith("data: "):
            yield name, json.loads(line.removeprefix("data: "))


@asynccontextmanager
async def listening(address: str, headers: dict[str, str]) -> AsyncIterator[Told]:
    """A stream that has said that it hears."""
    async with (
        asyncio.timeout(20),
        httpx.AsyncClient(base_url=address, headers=headers, timeout=20, trust_env=False) as client,
        client.stream("GET", EVENTS) as answer,
    ):
        assert answer.status_code == 200, await answer.aread()
        assert answer.headers["content-type"].startswith("text/event-stream")
        told = _events(answer)
        assert await anext(told) == ("open", {})
        yield told


async def hears(told: Told, identity: str) -> None:
    async for name, data in told:
        assert name == "changed"
        if identity in data["ids"]:
            return
    raise AssertionError("the stream ended")


async def idle(stack: Stack) -> None:
    """Nothing is left of those who hung up."""
    async with asyncio.timeout(5), stack.public() as client:
        while not stack.runtime("intake").own(Hub).idle:
            await client.get("/api/intake/health/ready")


async def test_a_claim_is_told_to_colleagues_and_to_nobody_else(stack: Stack, address: str) -> None:
    application = await submitted(stack)
    colleague, stranger = officer(Role.CLERK), officer(Role.CLERK, authority="150700")
    async with (
        listening(address, token_of(stack, colleague)) as told,
        listening(address, token_of(stack, stranger)) as silence,
    ):
        assert (await act(stack, officer(Role.CLERK), application, "claim")).status_code == 200
        await hears(told, application["id"])
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(anext(silence), 0.3)
    await idle(stack)


async def test_what_an_older_transaction_holds_back_is_told_when_it_ends(stack: Stack, address: str) -> None:
    """A feed shows nothing behind which something may still appear; the notice comes but once."""
    application = await submitted(stack)
    async with listening(address, token_of(stack, officer(Role.CLERK))) as told:
        async with transaction(stack.runtime("fieldwork").database) as older:
            await older.execute(text("SELECT pg_current_xact_id()"))
            assert (await act(stack, officer(Role.CLERK), application, "claim")).status_code == 200
            waiting = asyncio.ensure_future(hears(told, application["id"]))
            assert not (await asyncio.wait([waiting], timeout=0.5))[0]
        async with asyncio.timeout(2):
            await waiting
    await idle(stack)


async def test_fifty_streams_hold_no_connection(stack: Stack, address: str) -> None:
    application = await submitted(stack)
    async with AsyncExitStack() as streams:
        opened = [
            await streams.enter_async_context(listening(address, token_of(stack, officer(Role.CLERK))))
            for _ in range(50)
        ]
        pool: Any = stack.runtime("intake").database.engine.pool
        assert pool.checkedout() <= 1
        assert (await act(stack, officer(Role.CLERK), application, "claim")).status_code == 200
        await asyncio.gather(*(hears(told, application["id"]) for told in opened))
    await idle(stack)


async def test_a_stream_ends_with_the_sign_in(stack: Stack, address: str) -> None:
    began = time.monotonic()
    async with listening(address, token_of(stack, officer(Role.CLERK), lifetime_s=2)) as told:
        assert [event async for event in told] == []
    assert time.monotonic() - began < 4
    await idle(stack)


async def test_one_account_has_so_many_and_no_more(stack: Stack, address: str) -> None:
    clerk = token_of(stack, officer(Role.CLERK))
    async with AsyncExitStack() as streams:
        for _ in range(MOST_OF_ONE):
            await streams.enter_async_context(listening(address, clerk))
        async with httpx.AsyncClient(base_url=address, trust_env=False) as client:
            refused = await client.get(EVENTS, headers=clerk)
        assert refused.status_code == 429
        assert refused.json()["type"].endswith("/too_many_streams")
        async with listening(address, token_of(stack, officer(Role.SUPERVISOR))):
            pass
    await idle(stack)


@pytest.mark.parametrize(("who", "status"), [(None, 401), ("carrier", 403), ("reviewer", 403)])
async def test_the_queue_is_told_to_its_officers_alone(stack: Stack, who: str | None, status: int) -> None:
    async with stack.client(who) if who else stack.public() as client:
        answer = await client.get(EVENTS)
        assert answer.status_code == status
        assert (await client.get(EVENTS, params={"access_token": "x"})).status_code == status


async def test_the_end_of_the_process_ends_its_streams(stack: Stack) -> None:
    """On a runtime of its own, since the end is the end."""
    shared = stack.runtime("intake")
    own = dataclasses.replace(shared, stopping=asyncio.Event(), _own={})
    own.keep(hub(own))
    definition = next(one for one in stack.host.definitions if one.name == "intake")
    app = create_app(definition, own.settings)
    app.state.runtime = own
    async with served(app) as there, listening(there, token_of(stack, officer(Role.CLERK))) as told:
        began = time.monotonic()
        own.stopping.set()
        assert [event async for event in told] == []
        assert time.monotonic() - began < 2
        async with httpx.AsyncClient(base_url=there, trust_env=False) as client:
            refused = await client.get(EVENTS, headers=token_of(stack, officer(Role.CLERK)))
        assert refused.status_code == 503
    assert own.own(Hub).idle


async def test_drafts_are_nobodys_news(stack: Stack, address: str) -> None:
    async with listening(address, token_of(stack, officer(Role.CLERK))) as told, stack.client("carrier") as agent:
        body = {"facts": stack.facts("class2_excavator")}
        assert (await agent.post(f"{BASE}/applications", json=body, headers=keyed())).status_code == 201
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(anext(told), 0.3)
    await idle(stack)


def test_too_many_changes_are_told_as_one() -> None:
    seat = Seat("150600")
    seat.open()
    assert seat.take() == b"event: open\ndata: {}\n\n"
    assert seat.take() == b":\n\n"
    for number in range(MOST_IDS + 1):
        seat.hear(UUID(int=number))
    assert seat.woken.is_set()
    assert seat.take() == b'event: changed\ndata: {"ids": []}\n\n'
