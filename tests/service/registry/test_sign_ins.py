"""Sign-ins listed and ended: their tokens are refused at once, everywhere; an account that is closed ends all of its."""

import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from uuid import UUID

import httpx

from shared.domain.errors import Unavailable
from shared.testing.stack import ORIGIN, Stack, keyed
from tests.service.registry.carriers import BASE

Json = dict[str, Any]
PASSWORD = "correct-horse-battery"


async def person(stack: Stack, role: str = "CK") -> Json:
    """An officer with a password."""
    draft = {
        "username": f"u{secrets.token_hex(6)}",
        "display_name": "受理员",
        "roles": [role],
        "authority_adcode": "150600",
    }
    async with stack.client("admin") as admin:
        made = (await admin.post(f"{BASE}/accounts", json=draft, headers=keyed())).json()
    async with stack.public() as anyone:
        order = {"token": made["token"], "password": PASSWORD}
        assert (await anyone.post(f"{BASE}/first-passwords", json=order)).status_code == 201
    account: Json = {**made["account"], "username": draft["username"]}
    return account


async def token(stack: Stack, account: Json, browser: str) -> str:
    async with stack.public(**{"User-Agent": browser}) as anyone:
        answer = await anyone.post(f"{BASE}/tokens", data={"username": account["username"], "password": PASSWORD})
    assert answer.status_code == 200, answer.text
    return str(answer.json()["access_token"])


@asynccontextmanager
async def bearing(stack: Stack, bearer: str) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(app=stack.host.asgi, raise_app_exceptions=False)
    headers = {"Authorization": f"Bearer {bearer}"}
    async with httpx.AsyncClient(transport=transport, base_url=ORIGIN, headers=headers, timeout=30) as client:
        yield client


def look_again(stack: Stack) -> None:
    """Let every service ask at its next request what was ended, instead of within seconds."""
    for runtime in stack.host.runtimes.values():
        runtime.tokens._ended_at = float("-inf")


async def status(stack: Stack, bearer: str, path: str = "/api/intake/v1/queue") -> int:
    async with bearing(stack, bearer) as client:
        return (await client.get(path)).status_code


async def test_a_sign_in_is_listed_and_ended_from_another(stack: Stack) -> None:
    account = await person(stack)
    here, lost = await token(stack, account, "Firefox"), await token(stack, account, "a lost phone")
    assert await status(stack, lost) == 200
    async with bearing(stack, here) as client:
        items = (await client.get(f"{BASE}/me/sign-ins")).json()["items"]
        assert [(one["client"], one["current"]) for one in items] == [("a lost phone", False), ("Firefox", True)]
        url = f"{BASE}/me/sign-ins/{items[0]['id']}/closure"
        left = await client.post(url, headers=keyed())
        assert [one["client"] for one in left.json()["items"]] == ["Firefox"], left.text
        assert (await client.post(url, headers=keyed())).status_code == 200, "ended twice is ended once"
    look_again(stack)
    assert await status(stack, lost) == 401
    assert await status(stack, lost, f"{BASE}/me") == 401
    assert await status(stack, here) == 200


async def test_nobody_ends_anothers(stack: Stack) -> None:
    one, other = await person(stack), await person(stack)
    theirs = await token(stack, other, "Safari")
    async with bearing(stack, theirs) as client:
        sign_in = (await client.get(f"{BASE}/me/sign-ins")).json()["items"][0]["id"]
    async with bearing(stack, await token(stack, one, "Firefox")) as client:
        assert (await client.post(f"{BASE}/me/sign-ins/{sign_in}/closure", headers=keyed())).status_code == 404
        assert (await client.get(f"{BASE}/accounts/{other['id']}/sign-ins")).status_code == 403
    look_again(stack)
    assert await status(stack, theirs) == 200


async def test_the_administrator_ends_them_all_and_a_closed_account_has_none(stack: Stack) -> None:
    account = await person(stack)
    first = await token(stack, account, "Firefox")
    async with stack.client("admin") as admin:
        assert len((await admin.get(f"{BASE}/accounts/{account['id']}/sign-ins")).json()["items"]) == 1
        url = f"{BASE}/accounts/{account['id']}/sign-ins/closure"
        assert (await admin.post(url, headers=keyed())).json() == {"items": []}
    look_again(stack)
    assert await status(stack, first) == 401
    second = await token(stack, account, "Firefox")
    assert await status(stack, second) == 200
    async with stack.client("admin") as admin:
        found = (await admin.get(f"{BASE}/accounts/{account['id']}")).json()
        closed = await admin.post(f"{BASE}/accounts/{account['id']}/deactivation", headers=keyed(found["version"]))
        assert closed.status_code == 200, closed.text
    look_again(stack)
    assert await status(stack, second) == 401


async def test_while_registry_is_silent_the_last_word_counts(stack: Stack) -> None:
    account = await person(stack)
    bearer = await token(stack, account, "Firefox")
    assert await status(stack, bearer) == 200
    tokens = stack.runtime("intake").tokens
    usual, tokens._fetch_ended = tokens._fetch_ended, _silent
    try:
        look_again(stack)
        assert await status(stack, bearer) == 200
    finally:
        tokens._fetch_ended = usual


async def _silent() -> frozenset[UUID]:
    raise Unavailable("ended_unavailable", "无", "silent")
