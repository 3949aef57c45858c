"""What the tests of intake share: applications of their own time, and services that are silent, slow or contrary."""

import base64
import itertools
import json
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import httpx
import pytest
from sqlalchemy import text

from shared.contracts.demo import CARRIER_ID, demo_id
from shared.domain.identifiers import uuid7
from shared.domain.roles import Role
from shared.platform.tokens import Caller
from shared.testing.stack import Stack, admin, keyed, sample

BASE = "/api/intake/v1"
INSTANT, FAST, SURVEY = "class1_generator_set", "class2_excavator", "class3_transformer"
Json = dict[str, Any]
_HALF_HOURS = itertools.count()
_FIRST_DAY = 20
_PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="

Answering = Callable[[httpx.Request], Awaitable[httpx.Response | None]]
"""What a contrary service answers; None: what it really says."""


def facts_of(name: str) -> Json:
    """A sample in a window nobody else uses: twenty minutes of its own."""
    facts: Json = sample(name, days_ahead=_FIRST_DAY)
    start = datetime.fromisoformat(facts["trip"]["planned_start"]) + timedelta(minutes=30 * next(_HALF_HOURS))
    window = {"planned_start": start.isoformat(), "planned_end": (start + timedelta(minutes=20)).isoformat()}
    return {**facts, "trip": {**facts["trip"], **window}}


async def drafted(stack: Stack, facts: Json, **more: object) -> Json:
    """A draft of the demonstration carrier."""
    async with stack.client("carrier") as agent:
        answer = await agent.post(f"{BASE}/applications", json={"facts": facts, **more}, headers=keyed())
    assert answer.status_code == 201, answer.text
    body: Json = answer.json()
    return body


async def act(
    stack: Stack, who: str | Caller, application: Json, noun: str, body: Json | None = None, *, key: str | None = None
) -> httpx.Response:
    """An act on an application in the version that was read."""
    async with stack.as_caller(who) if isinstance(who, Caller) else stack.client(who) as client:
        url = f"{BASE}/applications/{application['id']}/{noun}"
        return await client.post(url, json=body, headers=keyed(application["version"], key))


async def submitted(stack: Stack, name: str = FAST, facts: Json | None = None) -> Json:
    """A submitted application, carried on as far as the system does by itself."""
    answer = await act(stack, "carrier", await drafted(stack, facts or facts_of(name)), "submission")
    assert answer.status_code == 200, answer.text
    body: Json = answer.json()
    return body


def picture(seed: int = 0) -> bytes:
    """A small real PNG; another seed makes another file."""
    return base64.b64decode(_PIXEL) + bytes([seed])


async def hand_in(
    stack: Stack, who: str | Caller, application: Json, code: str, data: bytes | None = None, **query: str
) -> httpx.Response:
    """Hand a material in."""
    async with stack.as_caller(who) if isinstance(who, Caller) else stack.client(who) as client:
        url = f"{BASE}/applications/{application['id']}/materials"
        params = {"code": code, "name": f"{code}.png", **query}
        headers = {**keyed(), "Content-Type": "image/png"}
        return await client.post(url, params=params, content=picture() if data is None else data, headers=headers)


async def materials(stack: Stack, application: Json, who: str = "carrier") -> Json:
    """What the application needs and what was handed in."""
    async with stack.client(who) as client:
        answer = await client.get(f"{BASE}/applications/{application['id']}/materials")
    assert answer.status_code == 200, answer.text
    body: Json = answer.json()
    return body


async def hand_in_missing(stack: Stack, application: Json) -> None:
    """Hand in everything that is not there."""
    for one in (await materials(stack, application))["required"]:
        if one["state"] == "missing":
            assert (await hand_in(stack, "carrier", application, one["code"])).status_code == 201


async def prechecked(stack: Stack, name: str = FAST) -> Json:
    """One the clerk has pre-checked, with everything it needs handed in."""
    application = await submitted(stack, name)
    await hand_in_missing(stack, application)
    answer = await act(stack, "clerk", application, "precheck", {})
    assert answer.status_code == 200, answer.text
    body: Json = answer.json()
    return body


async def accepted(stack: Stack, name: str = FAST) -> Json:
    """One the clerk has accepted."""
    answer = await act(stack, "clerk", await prechecked(stack, name), "acceptance")
    assert answer.status_code == 200, answer.text
    body: Json = answer.json()
    return body


async def present(stack: Stack, application: Json, who: str = "carrier") -> Json:
    """The application as it is now."""
    async with stack.client(who) as client:
        answer = await client.get(f"{BASE}/applications/{application['id']}")
    assert answer.status_code == 200, answer.text
    body: Json = answer.json()
    return body


async def force(stack: Stack, application: Json, **columns: object) -> Json:
    """Put values into the row by hand: states that take other people to reach."""
    values = ", ".join(f'"{name}" = :{name}' for name in columns)
    async with admin(stack.url) as connection:
        query = text(f"UPDATE application SET {values}, version = version + 1 WHERE id = :id RETURNING version")  # noqa: S608
        version = await connection.scalar(query, {**columns, "id": application["id"]})
    return {**application, "version": version}


async def clones(stack: Stack, application: Json, count: int, **columns: object) -> list[str]:
    """So many more rows like this one, with ids and numbers of their own; `columns` are put in place of its own.

    Their ids sort by time like all others: lists are in the order of ids, and other tests look at the newest rows.
    """
    query = """
        INSERT INTO application
        SELECT (jsonb_populate_record(a, CAST(:columns AS jsonb) || jsonb_build_object(
            'id', n, 'number', 'A' || left(md5(CAST(n AS text)), 19)))).*
        FROM application AS a, unnest(CAST(:ids AS uuid[])) AS n WHERE a.id = :id RETURNING id
    """
    values = json.dumps(columns, default=str)
    ids = [uuid7() for _ in range(count)]
    return [str(row["id"]) for row in await stack.rows(query, columns=values, ids=ids, id=application["id"])]


def officer(*roles: Role, authority: str = "150600", carrier: bool = False, account: str | None = None) -> Caller:
    """An officer of one's own making; with `account`, the demonstration account of that name."""
    identity = demo_id(f"account:{account}") if account else uuid4()
    return Caller(identity, "测试人员", frozenset(roles), authority, CARRIER_ID if carrier else None)


class _Contrary(httpx.AsyncBaseTransport):
    """Asks a test first, then the real service."""

    def __init__(self, real: httpx.AsyncClient, answering: Answering) -> None:
        self._real = real
        self._answering = answering

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        answer = await self._answering(request)
        return answer if answer is not None else await self._real._transport.handle_async_request(request)


def contrary(patch: pytest.MonkeyPatch, stack: Stack, service: str, answering: Answering) -> None:
    """Let intake find a service contrary until the patch is undone."""
    runtime = stack.runtime("intake")
    real = runtime.http[service]
    client = httpx.AsyncClient(transport=_Contrary(real, answering), base_url=real.base_url)
    patch.setattr(runtime, "http", {**runtime.http, service: client})


async def unreachable(request: httpx.Request) -> httpx.Response | None:
    """A service that is away."""
    raise httpx.ConnectError("away", request=request)


def limits(patch: pytest.MonkeyPatch, stack: Stack, **settings: float) -> None:
    """Change intake's settings until the patch is undone."""
    runtime = stack.runtime("intake")
    patch.setattr(runtime, "settings", runtime.settings.model_copy(update=settings))
