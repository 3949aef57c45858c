"""A carrier's own people: drivers with papers, users and what each may do."""

import asyncio
from typing import Any
from uuid import UUID

from shared.platform.tokens import Caller
from shared.testing.stack import Stack, keyed
from tests.service.registry.carriers import BASE, new_carrier
from tests.service.registry.test_api_keys import agent, agent_of
from tests.service.registry.test_sign_ins import PASSWORD, bearing, look_again, status, token

Json = dict[str, Any]
DRIVER = {"name": "王师傅", "id_number": "11010519491231002x", "phone": "13800000000"}


async def post(stack: Stack, who: Caller, path: str, body: Json, version: int | None = None) -> Any:
    async with stack.as_caller(who) as client:
        return await client.post(f"{BASE}/{path}", json=body, headers=keyed(version))


async def test_a_driver_with_his_papers(stack: Stack) -> None:
    owner = await agent(stack)
    made = await post(stack, owner, f"carriers/{owner.carrier_id}/drivers", DRIVER)
    assert made.status_code == 201, made.text
    driver = made.json()
    assert driver["id_number"] == "**************002X", "the number is shown by its end alone"
    paper = {"kind": "driving_licence", "number": "A2 150600", "valid_to": "2099-12-31"}
    assert (await post(stack, owner, f"drivers/{driver['id']}/papers", paper)).status_code == 201
    wrong = await post(stack, owner, f"drivers/{driver['id']}/papers", {**paper, "kind": "vehicle_licence"})
    assert wrong.status_code == 422
    async with stack.as_caller(owner) as client:
        (listed,) = (await client.get(f"{BASE}/carriers/{owner.carrier_id}/drivers")).json()["items"]
        assert [one["kind"] for one in listed["papers"]] == ["driving_licence"]
        assert (await client.get(f"{BASE}/drivers/{driver['id']}")).headers["ETag"] == '"1"'
    again = await post(stack, owner, f"carriers/{owner.carrier_id}/drivers", DRIVER)
    assert again.status_code == 409
    bad = {**DRIVER, "id_number": "110105194912310021"}
    assert (await post(stack, owner, f"carriers/{owner.carrier_id}/drivers", bad)).status_code == 422
    stranger = await agent(stack)
    assert (await post(stack, stranger, f"carriers/{owner.carrier_id}/drivers", DRIVER)).status_code == 404
    async with stack.as_caller(stranger) as client:
        assert (await client.get(f"{BASE}/drivers/{driver['id']}")).status_code == 404
    logged = await stack.rows("SELECT data FROM audit_event WHERE aggregate_id = :id", id=driver["id"])
    assert "002X" not in str(logged)


async def colleague(stack: Stack, owner: Caller, *powers: str) -> Json:
    """A colleague who has set his password."""
    draft = {
        "username": f"c{UUID(int=owner.id.int).hex[-8:]}{len(powers)}",
        "display_name": "同事",
        "powers": list(powers),
    }
    made = await post(stack, owner, "carrier-users", draft)
    assert made.status_code == 201, made.text
    async with stack.public() as anyone:
        order = {"token": made.json()["token"], "password": PASSWORD}
        assert (await anyone.post(f"{BASE}/first-passwords", json=order)).status_code == 201
    async with stack.as_caller(owner) as client:
        users = (await client.get(f"{BASE}/carrier-users")).json()["items"]
    found: Json = next(one for one in users if one["username"] == draft["username"])
    return found


async def test_a_colleague_without_the_power_to_file_reads_alone(stack: Stack) -> None:
    owner = await agent(stack)
    reader = await colleague(stack, owner)
    bearer = await token(stack, reader, "Firefox")
    async with bearing(stack, bearer) as client:
        assert (await client.get("/api/intake/v1/applications")).status_code == 200
        refused = await client.post("/api/intake/v1/applications", json={}, headers=keyed())
        assert (refused.status_code, refused.json()["scope"]) == (403, "intake:write")
        keys = await client.post(f"{BASE}/api-keys", json={"name": "x", "scopes": ["intake:read"]}, headers=keyed())
        assert keys.json()["type"].endswith("/power_missing")
        assert (await client.get(f"{BASE}/me/sign-ins")).status_code == 200
    path = f"carrier-users/{reader['id']}/powers"
    widened = await post(stack, owner, path, {"powers": ["file"]}, reader["version"])
    assert widened.json()["powers"] == ["file"], widened.text
    look_again(stack)
    assert await status(stack, bearer, "/api/intake/v1/applications") == 401, "the old token holds the old powers"
    async with bearing(stack, await token(stack, reader, "Firefox")) as client:
        assert (await client.post("/api/intake/v1/applications", json={}, headers=keyed())).status_code == 422


async def test_a_manager_closes_colleagues_but_never_the_last_of_his_kind(stack: Stack) -> None:
    owner = await agent(stack)
    filer = await colleague(stack, owner, "file")
    as_filer = Caller(UUID(filer["id"]), "同事", owner.roles, carrier_id=owner.carrier_id)
    refused = await post(stack, as_filer, "carrier-users", {"username": "someone.else", "display_name": "x"})
    assert refused.json()["type"].endswith("/power_missing")
    async with stack.as_caller(owner) as client:
        users = (await client.get(f"{BASE}/carrier-users")).json()["items"]
    mine = next(one for one in users if one["id"] == str(owner.id))
    assert mine["powers"] == ["file", "manage"]
    last = await post(stack, owner, f"carrier-users/{owner.id}/powers", {"powers": ["file"]}, mine["version"])
    assert last.json()["type"].endswith("/last_manager")
    path = f"carrier-users/{filer['id']}/deactivation"
    assert (await post(stack, owner, path, {}, 99)).status_code == 412
    closed = await post(stack, owner, path, {}, filer["version"])
    assert closed.json()["active"] is False, closed.text
    stranger = await agent(stack)
    assert (await post(stack, stranger, path, {}, closed.json()["version"])).status_code == 404


async def test_two_managers_at_once_do_not_leave_nobody(stack: Stack) -> None:
    carrier = str((await new_carrier(stack))["id"])
    first, second = await agent_of(stack, carrier), await agent_of(stack, carrier)
    answers = await asyncio.gather(
        post(stack, first, f"carrier-users/{second.id}/powers", {"powers": ["file"]}, 1),
        post(stack, second, f"carrier-users/{first.id}/powers", {"powers": ["file"]}, 1),
    )
    assert min(answer.status_code for answer in answers) == 200
    async with stack.as_caller(first) as client:
        users = (await client.get(f"{BASE}/carrier-users")).json()["items"]
    assert any("manage" in one["powers"] for one in users)
