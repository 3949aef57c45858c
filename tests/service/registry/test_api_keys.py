"""Keys for machines: an agent's rights of his carrier, held to scopes, revoked within seconds."""

from typing import Any
from uuid import UUID, uuid4

from services.registry.api_keys.commands import MOST
from shared.domain.roles import Role
from shared.platform.tokens import Caller
from shared.testing.stack import Stack, keyed
from tests.service.registry.carriers import BASE, new_carrier
from tests.service.registry.test_sign_ins import bearing, look_again

Json = dict[str, Any]
INTAKE = "/api/intake/v1/applications"


async def agent(stack: Stack) -> Caller:
    carrier = await new_carrier(stack)
    return await agent_of(stack, str(carrier["id"]))


async def agent_of(stack: Stack, carrier_id: str) -> Caller:
    """An agent with an account, as the office makes one."""
    draft = {"username": f"a{uuid4().hex[:12]}", "display_name": "经办人", "roles": ["CA"], "carrier_id": carrier_id}
    async with stack.client("admin") as admin:
        made = await admin.post(f"{BASE}/accounts", json=draft, headers=keyed())
    identity = UUID(made.json()["account"]["id"])
    return Caller(identity, "经办人", frozenset({Role.COMPANY_AGENT}), carrier_id=UUID(carrier_id))


async def make(stack: Stack, who: Caller, *scopes: str, key: str | None = None) -> Json:
    order = {"name": "调度系统", "scopes": list(scopes)}
    async with stack.as_caller(who) as client:
        answer = await client.post(f"{BASE}/api-keys", json=order, headers=keyed(key=key))
    assert answer.status_code == 201, answer.text
    found: Json = answer.json()
    return found


async def exchange(stack: Stack, secret: str) -> Any:
    async with stack.public() as anyone:
        return await anyone.post(f"{BASE}/tokens/by-key", data={"api_key": secret})


async def bearer(stack: Stack, secret: str) -> str:
    answer = await exchange(stack, secret)
    assert answer.status_code == 200, answer.text
    return str(answer.json()["access_token"])


async def test_a_machine_does_what_its_scopes_say_for_its_own_carrier(stack: Stack) -> None:
    owner = await agent(stack)
    made = await make(stack, owner, "intake:read", "registry:read")
    assert made["secret"].startswith("djk_")
    async with bearing(stack, await bearer(stack, made["secret"])) as machine:
        assert (await machine.get(INTAKE)).json() == {"items": [], "next_cursor": None}
        carriers = (await machine.get(f"{BASE}/carriers")).json()["items"]
        assert [one["id"] for one in carriers] == [str(owner.carrier_id)]
        refused = await machine.post(INTAKE, json={}, headers=keyed())
        assert (refused.status_code, refused.json()["scope"]) == (403, "intake:write")
        elsewhere = await machine.get("/api/issuance/v1/permits")
        assert (elsewhere.status_code, elsewhere.json()["scope"]) == (403, "issuance:read")
        assert (await machine.get("/api/intake/v1/queue")).status_code == 403


async def test_a_machine_makes_no_keys(stack: Stack) -> None:
    made = await make(stack, await agent(stack), "registry:write")
    async with bearing(stack, await bearer(stack, made["secret"])) as machine:
        answer = await machine.post(f"{BASE}/api-keys", json={"name": "x", "scopes": ["intake:read"]}, headers=keyed())
    assert answer.status_code == 403


async def test_a_key_is_listed_without_its_secret_and_revoked(stack: Stack) -> None:
    owner = await agent(stack)
    made = await make(stack, owner, "intake:read")
    token = await bearer(stack, made["secret"])
    async with stack.as_caller(owner) as client:
        (listed,) = (await client.get(f"{BASE}/api-keys")).json()["items"]
        assert listed["state"] == "valid"
        assert listed["last_used_at"] is not None
        assert made["secret"] not in str(listed)
        for _ in range(2):
            gone = await client.post(f"{BASE}/api-keys/{listed['id']}/revocation", headers=keyed())
            assert gone.json()["state"] == "revoked"
    assert (await exchange(stack, made["secret"])).status_code == 401
    look_again(stack)
    async with bearing(stack, token) as machine:
        assert (await machine.get(INTAKE)).status_code == 401
    stored = await stack.rows("SELECT secret_sha256 FROM api_key WHERE id = :id", id=listed["id"])
    assert made["secret"].encode() not in bytes(stored[0]["secret_sha256"])  # type: ignore[call-overload]


async def test_the_same_request_makes_one_key(stack: Stack) -> None:
    owner, key = await agent(stack), str(uuid4())
    first = await make(stack, owner, "intake:read", key=key)
    again = await make(stack, owner, "intake:read", key=key)
    assert first["key"]["id"] == again["key"]["id"]
    assert (await exchange(stack, first["secret"])).status_code == 401, "only the last secret that was shown counts"
    assert (await exchange(stack, again["secret"])).status_code == 200


async def test_who_may_not_and_what_is_wrong(stack: Stack) -> None:
    owner, stranger = await agent(stack), await agent(stack)
    made = await make(stack, owner, "intake:read")
    async with stack.as_caller(stranger) as client:
        answer = await client.post(f"{BASE}/api-keys/{made['key']['id']}/revocation", headers=keyed())
        assert answer.status_code == 404
        wrongs: list[Json] = [{"scopes": ["intake:all"]}, {"scopes": []}, {"days": 0}]
        for wrong in wrongs:
            order = {"name": "x", "scopes": ["intake:read"], **wrong}
            assert (await client.post(f"{BASE}/api-keys", json=order, headers=keyed())).status_code == 422
    async with stack.client("clerk") as clerk:
        order = {"name": "x", "scopes": ["intake:read"]}
        assert (await clerk.post(f"{BASE}/api-keys", json=order, headers=keyed())).status_code == 403
    assert (await exchange(stack, "djk_" + "x" * 43)).status_code == 401
    assert (await exchange(stack, "short")).status_code == 422
    for _ in range(MOST - 1):
        await make(stack, owner, "intake:read")
    async with stack.as_caller(owner) as client:
        full = await client.post(f"{BASE}/api-keys", json={"name": "x", "scopes": ["intake:read"]}, headers=keyed())
    assert full.json()["type"].endswith("/too_many_keys")
    await stack.rows("UPDATE api_key SET expires_at = now() WHERE id = :id RETURNING id", id=made["key"]["id"])
    assert (await exchange(stack, made["secret"])).status_code == 401
