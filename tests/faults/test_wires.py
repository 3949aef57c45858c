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

from demo.office import Answer, Office
from shared.platform.jobs import run_worker
from shared.testing.loads import Slots
from shared.testing.stack import Stack
from tests.conftest import new_stack
from tests.faults.auditor import examine

NUMBER, AT_ONCE = 40, 6
LOST, REFUSED, LATE = 0.08, 0.08, 0.04
"""Shares of calls whose answer is lost, that are refused, that come back too late."""
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
            ended.append(await people.until(filed["id"], lambda a: a["status"] not in MOVING))

    async with own_stack.client("carrier") as carrier:
        people = Office({"carrier": carrier}, patience_s=90)
        with bad_wires(own_stack, told):
            async with asyncio.TaskGroup() as group:
                for _ in range(AT_ONCE):
                    group.create_task(work(people))
    await own_stack.run_jobs()
    statuses = Counter(one["status"] for one in ended)
    print(f"{NUMBER} applications: {dict(statuses)}; calls: {dict(told)}")
    assert min(told[what] for what in ("refused", "answer lost", "late")) > 0
    ids = [one["id"] for one in ended if one["status"] != "review"]
    wrong = await examine(own_stack.url, own_stack.runtime("intake").settings.keys_dir, ids, ids)
    assert wrong == {}
    assert statuses["issued"] >= NUMBER * 0.8
