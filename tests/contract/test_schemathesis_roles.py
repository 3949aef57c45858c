"""Schemathesis over every document, each case asked by everybody: every role, every service, nobody. Never a 5xx.

Runs on a database of its own, since some of those who ask may change what others rely on. The seed is printed.
"""

import asyncio
import json
import random
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack
from typing import Any, cast

import httpx
import pytest
import pytest_asyncio
import requests
import schemathesis
from hypothesis import HealthCheck, Phase, given, seed, settings
from schemathesis import GenerationMode
from schemathesis.core.result import Ok

from services.catalog import present
from shared.contracts.demo import DEMO_ACCOUNTS
from shared.platform.settings import SERVICES
from shared.testing.stack import ORIGIN, Stack
from tests.conftest import new_stack
from tests.contract.openapi_files import documents

EXAMPLES = 2
MANY_EXAMPLES = 60
MODES = (GenerationMode.POSITIVE, GenerationMode.NEGATIVE)
SEED = random.randrange(1 << 32)
NOT_FAULTS = frozenset({503})
"""A service may be busy, or closed to sample data; it says so with a problem of its own."""
ENDLESS = "/queue/events"
"""A stream: tests/service/intake/test_live.py asks it."""
Case = schemathesis.Case[Any]
Operation = schemathesis.APIOperation[Any, Any, Any, Any]
Callers = Mapping[str, httpx.AsyncClient]


def _operations() -> list[Operation]:
    found: list[Operation] = []
    for document in documents().values():
        for one in schemathesis.openapi.from_dict(json.loads(document)).get_all_operations():
            assert isinstance(one, Ok), "the document has an operation that cannot be read"
            if not one.ok().path.endswith(ENDLESS):
                found.append(one.ok())
    return found


OPERATIONS = _operations()


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def own_stack() -> AsyncIterator[Stack]:
    async with new_stack("everybody") as stack:
        yield stack


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def callers(own_stack: Stack) -> AsyncIterator[Callers]:
    """One of each role, each service, and nobody."""
    everybody = {"nobody": own_stack.public()}
    everybody |= {account.role.name: own_stack.client(account.username) for account in DEMO_ACCOUNTS}
    everybody |= {service: own_stack.service_client(service) for service in SERVICES}
    async with AsyncExitStack() as stack:
        for client in everybody.values():
            await stack.enter_async_context(client)
        yield everybody


def _request(case: Case) -> tuple[str, str, dict[str, str], bytes]:
    """Method, address, headers and body of a case."""
    prepared = requests.Request(**case.as_transport_kwargs(base_url=ORIGIN)).prepare()
    body = cast("str | bytes", prepared.body or b"")
    unwanted = {"content-length", "authorization"}
    headers = {name: str(value) for name, value in prepared.headers.items() if name.lower() not in unwanted}
    return str(prepared.method), str(prepared.url), headers, body.encode() if isinstance(body, str) else body


async def _ask(callers: Callers, operation: Operation, mode: GenerationMode, examples: int) -> int:
    """Send generated cases as everybody; how many requests that were."""
    print(f"seed {SEED}")
    loop, asked = asyncio.get_running_loop(), 0

    async def send(case: Case) -> None:
        nonlocal asked
        method, url, headers, body = _request(case)
        for who, client in callers.items():
            answer = await client.request(method, url, headers={**client.headers, **headers}, content=body)
            asked += 1
            assert answer.status_code < 500 or answer.status_code in NOT_FAULTS, f"as {who}: {answer.text}"
            if not answer.is_success:
                assert answer.headers["content-type"] == "application/problem+json", f"as {who}: {answer.text}"

    @seed(SEED)
    @settings(
        max_examples=examples,
        deadline=None,
        database=None,
        phases=(Phase.explicit, Phase.generate),
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(generation_mode=mode))
    def look(case: Case) -> None:
        asyncio.run_coroutine_threadsafe(send(case), loop).result(60)

    await asyncio.to_thread(look)
    return asked


def _takes(operation: Operation) -> bool:
    """Whether it can be asked wrongly: a name in an address may be anything."""
    return bool(operation.body or operation.query)


RUNS = [(operation, mode) for operation in OPERATIONS for mode in (MODES if _takes(operation) else MODES[:1])]
NAMES = [f"{operation.label} {mode.value}" for operation, mode in RUNS]


def test_every_document_and_every_role_is_asked() -> None:
    services = {operation.path.split("/")[2] for operation in OPERATIONS if operation.path.startswith("/api/")}
    assert services == {service.replace("_", "-") for service in present()}
    assert len({account.role for account in DEMO_ACCOUNTS}) >= 9


@pytest.mark.parametrize(("operation", "mode"), RUNS, ids=NAMES)
async def test_nobody_gets_a_server_error(callers: Callers, operation: Operation, mode: GenerationMode) -> None:
    assert await _ask(callers, operation, mode, EXAMPLES) >= len(callers)


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize(("operation", "mode"), RUNS, ids=NAMES)
async def test_nobody_gets_a_server_error_after_many(
    callers: Callers, operation: Operation, mode: GenerationMode
) -> None:
    assert await _ask(callers, operation, mode, MANY_EXAMPLES) >= len(callers)
