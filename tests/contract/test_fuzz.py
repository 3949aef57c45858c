"""Schemathesis over the documents of intake and classification, as carrier, clerk and service: no 5xx, answers as documented.

The requests it makes are sent to the running system in process; the seed of a failure is printed by hypothesis.
"""

import asyncio
import json
import random
from collections.abc import Iterator
from typing import Any, cast

import httpx
import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, Phase, given, seed, settings
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from services.catalog import load
from shared.platform.app import create_app
from shared.platform.settings import PlatformSettings
from shared.testing.stack import ORIGIN, Stack

EXAMPLES = 10
MODES = (GenerationMode.POSITIVE, GenerationMode.NEGATIVE)
Case = schemathesis.Case[Any]
Operation = schemathesis.APIOperation[Any, Any, Any, Any]
LOOKED_AT = [
    not_a_server_error,
    response_schema_conformance,
    content_type_conformance,
    response_headers_conformance,
    status_code_conformance,
]
SKIPPED = ("/metrics", "/queue/events")
"""What is no document, and what never ends."""
PEOPLE, SERVICE = ("carrier", "clerk"), "issuance"
SEED = random.randrange(1 << 32)


def _schema(service: str) -> schemathesis.BaseSchema:
    definition = next(one for one in load() if one.name == service)
    document = create_app(definition, PlatformSettings()).openapi()
    return schemathesis.openapi.from_dict(json.loads(json.dumps(document)))


def _operations(service: str) -> list[Operation]:
    found = list(_schema(service).get_all_operations())
    assert all(isinstance(one, Ok) for one in found), "the document has an operation that cannot be read"
    return [one.ok() for one in found if isinstance(one, Ok) and not one.ok().path.endswith(SKIPPED)]


def _runs(service: str) -> Iterator[tuple[str, Operation, GenerationMode]]:
    """Who asks what and how: internal steps are asked by a service; what takes nothing cannot be asked wrongly."""
    for operation in _operations(service):
        takes = operation.body or operation.path_parameters or operation.query
        for mode in MODES if takes else MODES[:1]:
            for who in (SERVICE,) if "/internal/" in operation.path else PEOPLE:
                yield who, operation, mode


RUNS = [run for service in ("intake", "classification") for run in _runs(service)]


def _as_httpx(case: Case) -> tuple[str, str, dict[str, str], bytes]:
    """Method, address, headers and body of a case, as requests would send it."""
    prepared = requests.Request(**case.as_transport_kwargs(base_url=ORIGIN)).prepare()
    body = cast("str | bytes", prepared.body or b"")
    headers = {name: str(value) for name, value in prepared.headers.items() if name.lower() != "content-length"}
    return str(prepared.method), str(prepared.url), headers, body.encode() if isinstance(body, str) else body


@pytest.mark.parametrize(
    ("who", "operation", "mode"), RUNS, ids=[f"{who} {operation.label} {mode.value}" for who, operation, mode in RUNS]
)
async def test_answers_as_documented(stack: Stack, who: str, operation: Operation, mode: GenerationMode) -> None:
    print(f"seed {SEED}")
    loop = asyncio.get_running_loop()
    async with stack.service_client(who) if who == SERVICE else stack.client(who) as client:

        async def send(case: Case) -> httpx.Response:
            method, url, headers, body = _as_httpx(case)
            token = {"Authorization": client.headers["Authorization"]}
            return await client.request(method, url, headers={**headers, **token}, content=body)

        @seed(SEED)
        @settings(
            max_examples=EXAMPLES,
            deadline=None,
            database=None,
            phases=(Phase.explicit, Phase.generate),
            suppress_health_check=list(HealthCheck),
        )
        @given(case=operation.as_strategy(generation_mode=mode))
        def look(case: Case) -> None:
            answer = asyncio.run_coroutine_threadsafe(send(case), loop).result(30)
            case.validate_response(answer, checks=LOOKED_AT)

        await asyncio.to_thread(look)
