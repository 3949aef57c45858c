"""Signing in: people, services, locks, and what a token carries."""

import asyncio
from uuid import uuid4

import httpx
import pytest

from services.registry.settings import SignInSettings
from services.registry.sign_in.throttle import forget, name_hash
from shared.contracts.demo import AGENCY_ID, CARRIER_ID, DEMO_ACCOUNTS, DEMO_PASSWORD
from shared.domain.roles import Role
from shared.platform.secrets import read_or_make_secret, service_secret
from shared.platform.settings import PlatformSettings
from shared.platform.tokens import Caller
from shared.testing.stack import Stack, errors_at, keyed

TOKENS = "/api/registry/v1/tokens"
PASSWORD = "a long enough password"
MAX = SignInSettings().failures_max


async def _sign_in(stack: Stack, username: str, password: str) -> httpx.Response:
    async with stack.public() as client:
        return await client.post(TOKENS, data={"username": username, "password": password})


async def _person(stack: Stack) -> tuple[str, str]:
    """A clerk of the test's own: name and account id."""
    username = f"clerk-{uuid4().hex[:12]}"
    draft = {"username": username, "display_name": "测试受理员", "roles": ["CK"], "authority_adcode": "150600"}
    async with stack.client("admin") as admin, stack.public() as public:
        made = await admin.post("/api/registry/v1/accounts", json=draft, headers=keyed())
        assert made.status_code == 201, made.text
        order = {"token": made.json()["token"], "password": PASSWORD}
        assert (await public.post("/api/registry/v1/first-passwords", json=order)).status_code == 201
    return username, made.json()["account"]["id"]


@pytest.mark.parametrize("account", DEMO_ACCOUNTS, ids=lambda account: account.username)
async def test_every_demo_account_signs_in(stack: Stack, account: object) -> None:
    answer = await _sign_in(stack, account.username, DEMO_PASSWORD)  # type: ignore[attr-defined]
    assert answer.status_code == 200, answer.text
    assert set(answer.json()) == {"access_token", "token_type", "expires_in"}
    token = answer.json()["access_token"]
    async with stack.public(Authorization=f"Bearer {token}") as client:
        me = (await client.get("/api/registry/v1/me")).json()
    assert (me["username"], me["roles"]) == (account.username, [account.role])  # type: ignore[attr-defined]


async def test_a_token_carries_whom_one_acts_for(stack: Stack) -> None:
    verify = stack.runtime("registry").tokens.verify
    callers: dict[str, Caller] = {}
    for name in ("carrier", "escort", "clerk"):
        callers[name] = await verify((await _sign_in(stack, name, DEMO_PASSWORD)).json()["access_token"])
    assert (callers["carrier"].carrier_id, callers["carrier"].authority) == (CARRIER_ID, None)
    assert (callers["escort"].agency_id, callers["escort"].authority) == (AGENCY_ID, None)
    assert (callers["clerk"].carrier_id, callers["clerk"].authority) == (None, "150600")


async def test_unknown_name_and_wrong_password_look_the_same(stack: Stack) -> None:
    username, _ = await _person(stack)
    wrong = await _sign_in(stack, username, "not the password")
    unknown = await _sign_in(stack, f"nobody-{uuid4().hex[:8]}", "not the password")
    odd = await _sign_in(stack, "'; DROP\x00 用户 🚛", "x")
    bodies = [{k: v for k, v in answer.json().items() if k != "request_id"} for answer in (wrong, unknown, odd)]
    assert [answer.status_code for answer in (wrong, unknown, odd)] == [401] * 3
    assert bodies[0] == bodies[1] == bodies[2]
    assert wrong.headers["WWW-Authenticate"] == "Bearer"


@pytest.mark.parametrize("known", [True, False])
async def test_a_name_is_locked_after_wrong_passwords_and_opens_with_time(stack: Stack, known: bool) -> None:
    username = (await _person(stack))[0] if known else f"nobody-{uuid4().hex[:8]}"
    for _ in range(MAX):
        assert (await _sign_in(stack, username, "wrong")).status_code == 401
    locked = await _sign_in(stack, username, PASSWORD)
    assert (locked.status_code, locked.json()["type"].rsplit("/", 1)[1]) == (429, "sign_in_locked")
    assert 0 < int(locked.headers["Retry-After"]) <= SignInSettings().locked_s
    await stack.rows(
        "UPDATE failed_sign_in SET forget_at = now() - interval '1 s' WHERE name_hash = :h RETURNING 1",
        h=name_hash(username),
    )
    assert (await _sign_in(stack, username, PASSWORD)).status_code == (200 if known else 401)


async def test_guesses_sent_at_once_cannot_outrun_the_count(stack: Stack) -> None:
    username, _ = await _person(stack)
    answers = await asyncio.gather(*(_sign_in(stack, username, f"guess {n}") for n in range(20)))
    assert sum(answer.status_code == 401 for answer in answers) <= MAX + 1
    assert {answer.status_code for answer in answers} == {401, 429}


async def test_signing_in_forgets_the_wrong_passwords_before(stack: Stack) -> None:
    username, _ = await _person(stack)
    for _ in range(MAX - 1):
        await _sign_in(stack, username, "wrong")
    assert (await _sign_in(stack, username, PASSWORD)).status_code == 200
    assert await stack.rows("SELECT 1 FROM failed_sign_in WHERE name_hash = :h", h=name_hash(username)) == []


async def test_counts_whose_time_is_over_are_deleted(stack: Stack) -> None:
    old, new = f"nobody-{uuid4().hex[:8]}", f"nobody-{uuid4().hex[:8]}"
    for name in (old, new):
        await _sign_in(stack, name, "wrong")
    await stack.rows(
        "UPDATE failed_sign_in SET forget_at = now() - interval '1 s' WHERE name_hash = :h RETURNING 1",
        h=name_hash(old),
    )
    await forget(stack.runtime("registry"))
    left = await stack.rows(
        "SELECT name_hash FROM failed_sign_in WHERE name_hash IN (:a, :b)", a=name_hash(old), b=name_hash(new)
    )
    assert [row["name_hash"] for row in left] == [name_hash(new)]


async def test_a_closed_account_is_refused_and_its_me_too(stack: Stack) -> None:
    username, account_id = await _person(stack)
    token = (await _sign_in(stack, username, PASSWORD)).json()["access_token"]
    async with stack.client("admin") as admin:
        path = f"/api/registry/v1/accounts/{account_id}"
        version = (await admin.get(path)).json()["version"]
        closed = await admin.post(f"{path}/deactivation", headers=keyed(version))
        assert closed.json()["active"] is False
    assert (await _sign_in(stack, username, PASSWORD)).status_code == 401
    async with stack.public(Authorization=f"Bearer {token}") as client:
        assert (await client.get("/api/registry/v1/me")).status_code == 401
    async with stack.client("admin") as admin:
        opened = await admin.post(f"{path}/reactivation", headers=keyed(closed.json()["version"]))
        assert opened.json()["active"] is True
    assert (await _sign_in(stack, username, PASSWORD)).status_code == 200


async def test_demo_accounts_do_not_sign_in_outside_the_embedded_mode(
    stack: Stack, monkeypatch: pytest.MonkeyPatch
) -> None:
    runtime = stack.runtime("registry")
    served = PlatformSettings.model_validate(
        {"DATABASE_URL": "postgresql://x/y", "data_dir": runtime.settings.data_dir}
    )
    monkeypatch.setattr(runtime, "settings", served)
    assert (await _sign_in(stack, "supervisor", DEMO_PASSWORD)).status_code == 401
    monkeypatch.undo()
    assert (await _sign_in(stack, "supervisor", DEMO_PASSWORD)).status_code == 200


async def test_a_form_without_its_fields_is_told_by_pointer(stack: Stack) -> None:
    async with stack.public() as client:
        answer = await client.post(TOKENS, data={"username": "clerk"})
        assert (answer.status_code, errors_at(answer)) == (422, ["/password"])
        assert (await client.post(TOKENS, content=b"\xff\xfe", headers={"Content-Type": "x/y"})).status_code == 422


async def test_services_sign_in_with_their_derived_secret(stack: Stack) -> None:
    master = read_or_make_secret(stack.runtime("registry").settings.keys_dir / "service-master")
    path = "/api/registry/v1/service-tokens"
    async with stack.public() as client:
        form = {"client_id": "intake", "client_secret": service_secret(master, "intake")}
        token = (await client.post(path, data=form)).json()["access_token"]
        caller = await stack.runtime("registry").tokens.verify(token)
        assert (caller.service, caller.roles) == ("intake", frozenset({Role.SERVICE}))
        for client_id, secret in [
            ("intake", service_secret(master, "issuance")),
            ("nobody", service_secret(master, "nobody")),
            ("", service_secret(master, "")),
            ("intake", "密钥"),
        ]:
            wrong = await client.post(path, data={"client_id": client_id, "client_secret": secret})
            assert wrong.status_code in {401, 422}
            assert "access_token" not in wrong.text


async def test_a_service_token_is_no_person_and_a_person_no_service(stack: Stack) -> None:
    async with stack.service_client("intake") as service, stack.client("admin") as admin:
        assert (await service.get("/api/registry/v1/me")).status_code == 403
        order = {"carrier_id": str(CARRIER_ID), "plates": [], "on": "2026-12-07"}
        assert (await admin.post("/api/registry/v1/internal/standings", json=order)).status_code == 403


async def test_keys_are_public_and_check_what_was_signed(stack: Stack) -> None:
    async with stack.public() as client:
        keys = (await client.get("/api/registry/v1/.well-known/jwks.json")).json()["keys"]
    assert keys
    assert all("d" not in key and key["crv"] == "Ed25519" for key in keys)
