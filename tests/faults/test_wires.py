"""Connections between services cut and delayed while applications run: answers lost, calls refused, calls too late."""

import asyncio
import contextlib
import random
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from typing import Self

import httpx
import pytest
import pytest_asyncio

from demo.carry import carried_on
from demo.office import Answer, Office
from shared.platform.jobs import run_worker
from shared.testing.loads import Slots
from shared.testing.stack import Stack
from tests.conftest import new_stack
from tests.faults.auditor import examine

NUMBER, AT_ONCE = 40, 6
LOST, REFUSED, LATE = 0.08, 0.08, 0.04
"""Shares of calls whose answer is lost, that are refused, that come back too late."""
PEOPLE = ("carrier", "clerk", "inspector", "escort", "reviewer", "approver")
SEED = random.randrange(1 << 32)
MOVING = frozenset({"submitted", "accepted", "routed", "approved"})


class Wire(httpx.AsyncBaseTransport):
    """A bad line between services.

    Args:
        inner: the good one.
        chance: decides what happens to a call.
        told: counts what happened.
        too_late_s: longer than a call may take.
    """

    def __init__(
        self, inner: httpx.AsyncBaseTransport, chance: random.Random, told: Counter[str], too_late_s: float
    ) -> None:
        self._inner = inner
        self._chance = chance
        self._told = told
        self._too_late_s = too_late_s

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        draw = self._chance.random()
        if draw < REFUSED:
            self._told["refused"] += 1
            raise httpx.ConnectError("cut", request=request)
        response = await self._inner.handle_async_request(request)
        if draw < REFUSED + LOST:
            self._told["answer lost"] += 1
            raise httpx.ReadError("cut", request=request)
        if draw < REFUSED + LOST + LATE:
            self._told["late"] += 1
            await asyncio.sleep(self._too_late_s)
        self._told["good"] += 1
        return response

    async def __aenter__(self) -> Self:
        return self


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def own_stack() -> AsyncIterator[Stack]:
    async with new_stack("wires") as stack:
        yield stack


@contextmanager
def bad_wires(stack: Stack, told: Counter[str]) -> Iterator[None]:
    """Bad lines between all services; registry's is left alone, since nobody signs in without it."""
    runtime = stack.runtime("intake")
    clients = [client for name, client in runtime.http.items() if name != "registry"]
    before = [client._transport for client in clients]
    for client, good in zip(clients, before, strict=True):
        client._transport = Wire(good, random.Random(SEED), told, runtime.settings.hop_timeout_s * 1.2)
    try:
        yield
    finally:
        for client, good in zip(clients, before, strict=True):
            client._transport = good


@pytest_asyncio.fixture(loop_scope="session")
async def worker(own_stack: Stack) -> AsyncIterator[None]:
    """The worker, with pauses between tries that pass quickly."""
    stopping = asyncio.Event()
    handlers = {name: handler for one in own_stack.host.definitions for name, handler in one.jobs.items()}
    working = asyncio.create_task(run_worker(own_stack.host.runtimes, handlers, own_stack.url, stopping))
    hurrying = asyncio.create_task(_hurry(own_stack, stopping))
    yield
    stopping.set()
    await hurrying
    with contextlib.suppress(asyncio.CancelledError):
        await working


async def _hurry(stack: Stack, stopping: asyncio.Event) -> None:
    while not stopping.is_set():
        await stack.rows("UPDATE pgqueuer SET execute_after = now() WHERE status = 'queued' RETURNING id")
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(stopping.wait(), 0.5)


@pytest.mark.usefixtures("worker")
async def test_nothing_is_lost_stuck_or_doubled_on_bad_wires(own_stack: Stack) -> None:
    print(f"seed {SEED}")
    told, ended, slots = Counter[str](), list[Answer](), Slots()
    waiting = iter([slots.take() for _ in range(NUMBER)])

    async def work(people: Office) -> None:
        for facts in waiting:
            filed = await people.apply(facts)
            if filed["lane"] == "instant":
                filed = await people.until(filed["id"], lambda a: a["status"] not in MOVING)
            ended.append(filed)

    async with contextlib.AsyncExitStack() as clients:
        everybody = {name: await clients.enter_async_context(own_stack.client(name)) for name in PEOPLE}
        people = Office(everybody, patience_s=90)
        with bad_wires(own_stack, told):
            async with asyncio.TaskGroup() as group:
                for _ in range(AT_ONCE):
                    group.create_task(work(people))
        by_itself = sum(one["status"] == "issued" for one in ended)
        # Where a service stayed silent the rules hand a case to people: they finish it.
        ended = [await carried_on(people, one) for one in ended]
    await own_stack.run_jobs()
    print(f"{NUMBER} applications, {by_itself} issued at once or by the job; calls: {dict(told)}")
    assert min(told[what] for what in ("refused", "answer lost", "late")) > 0
    assert by_itself > 0
    assert {one["status"] for one in ended} == {"issued"}
    ids = [one["id"] for one in ended]
    wrong = await examine(own_stack.url, own_stack.runtime("intake").settings.keys_dir, ids, ids)
    assert wrong == {}
