"""Carriers, vehicles and papers: who enters them, who sees them, and what is refused."""

import asyncio
from uuid import UUID, uuid4

import pytest

from shared.contracts.demo import CARRIER_ID
from shared.testing.stack import Stack, errors_at, keyed
from tests.service.registry.carriers import (
    BASE,
    carrier_draft,
    credit_code,
    hand_in,
    new_carrier,
    new_vehicle,
    vehicle_draft,
)


async def test_the_clerk_enters_a_carrier_and_reads_it_back(stack: Stack) -> None:
    draft, key = carrier_draft(), keyed()
    async with stack.client("clerk") as clerk:
        made = await clerk.post(f"{BASE}/carriers", json=draft, headers=key)
        again = await clerk.post(f"{BASE}/carriers", json=draft, headers=key)
        read = await clerk.get(f"{BASE}/carriers/{made.json()['id']}")
        found = await clerk.get(f"{BASE}/carriers", params={"name": str(draft["name"])[4:]})
    assert (made.status_code, made.headers["ETag"]) == (201, '"1"')
    assert again.json() == made.json() == read.json() == found.json()["items"][0]
    assert {name: made.json()[name] for name in draft} == draft
    assert (made.json()["credit"], made.json()["restricted"], made.json()["papers"]) == ("green", False, [])


@pytest.mark.parametrize(
    ("change", "pointer"),
    [
        ({"credit_code_no": "123"}, "/credit_code_no"),
        ({"name": ""}, "/name"),
        ({"phone": "call me"}, "/phone"),
        ({"credit": "green"}, "/credit"),
    ],
)
async def test_a_wrong_carrier_is_told_by_pointer(stack: Stack, change: dict[str, object], pointer: str) -> None:
    async with stack.client("clerk") as clerk:
        answer = await clerk.post(f"{BASE}/carriers", json=carrier_draft(**change), headers=keyed())
    assert (answer.status_code, errors_at(answer)) == (422, [pointer])


async def test_one_credit_code_is_one_carrier_also_at_once(stack: Stack) -> None:
    code = credit_code()
    async with stack.client("clerk") as clerk:
        tries = [
            clerk.post(f"{BASE}/carriers", json=carrier_draft(credit_code_no=code), headers=keyed()) for _ in range(5)
        ]
        answers = await asyncio.gather(*tries)
        listed = (await clerk.get(f"{BASE}/carriers", params={"credit_code_no": code})).json()["items"]
    assert sorted(answer.status_code for answer in answers) == [201, 409, 409, 409, 409]
    assert len(listed) == 1


async def test_an_agent_sees_his_own_carrier_alone(stack: Stack) -> None:
    own, other = await new_carrier(stack), await new_carrier(stack)
    vehicle = await new_vehicle(stack, other["id"])
    async with stack.other_carrier(UUID(str(own["id"]))) as agent:
        listed = (await agent.get(f"{BASE}/carriers")).json()["items"]
        assert [item["id"] for item in listed] == [own["id"]]
        assert (await agent.get(f"{BASE}/carriers/{own['id']}")).status_code == 200
        for path in (f"carriers/{other['id']}", f"carriers/{other['id']}/vehicles", f"vehicles/{vehicle['id']}"):
            assert (await agent.get(f"{BASE}/{path}")).status_code == 404
        paper = {"kind": "agent_id", "number": "1"}
        for owner, body in [
            (f"carriers/{other['id']}/papers", paper),
            (f"vehicles/{vehicle['id']}/papers", {"kind": "vehicle_licence", "number": "1"}),
            (f"carriers/{other['id']}/vehicles", vehicle_draft()),
        ]:
            refused = await agent.post(f"{BASE}/{owner}", json=body, headers=keyed())
            assert (refused.status_code, refused.json()["type"].rsplit("/", 1)[1]) == (404, "not_found")
        assert (await agent.post(f"{BASE}/carriers", json=carrier_draft(), headers=keyed())).status_code == 403
        paper_id = (await hand_in(stack, f"carriers/{own['id']}", kind="agent_id", verify=False))["id"]
        assert (await agent.post(f"{BASE}/papers/{paper_id}/verification", headers=keyed(1))).status_code == 403


@pytest.mark.parametrize("username", ["inspector", "escort", "officer", "agent"])
async def test_who_has_no_part_in_it_sees_no_carriers(stack: Stack, username: str) -> None:
    async with stack.client(username) as client:
        assert (await client.get(f"{BASE}/carriers")).status_code == 403
        assert (await client.get(f"{BASE}/carriers/{CARRIER_ID}/vehicles")).status_code == 403


async def test_an_agent_enters_vehicles_and_papers_of_his_own(stack: Stack) -> None:
    own = await new_carrier(stack)
    async with stack.other_carrier(UUID(str(own["id"]))) as agent:
        made = await agent.post(f"{BASE}/carriers/{own['id']}/vehicles", json=vehicle_draft(), headers=keyed())
        assert made.status_code == 201
        vehicle = made.json()
        twice = await agent.post(
            f"{BASE}/carriers/{own['id']}/vehicles", json=vehicle_draft(plate=vehicle["plate"]), headers=keyed()
        )
        assert twice.status_code == 409
        draft = {"kind": "vehicle_licence", "number": "行驶证 1", "valid_to": "2030-01-01"}
        paper = await agent.post(f"{BASE}/vehicles/{vehicle['id']}/papers", json=draft, headers=keyed())
        assert (paper.status_code, paper.json()["verified_at"]) == (201, None)
        listed = (await agent.get(f"{BASE}/carriers/{own['id']}/vehicles", params={"plate": vehicle["plate"]})).json()
        assert listed["items"] == [{**vehicle, "papers": [paper.json()]}]


async def test_the_same_plate_may_be_two_carriers(stack: Stack) -> None:
    one, two = await new_carrier(stack), await new_carrier(stack)
    draft = vehicle_draft()
    async with stack.client("clerk") as clerk:
        for carrier in (one, two):
            made = await clerk.post(f"{BASE}/carriers/{carrier['id']}/vehicles", json=draft, headers=keyed())
            assert made.status_code == 201


@pytest.mark.parametrize(
    ("change", "pointer"),
    [
        ({"plate": "K12345"}, "/plate"),
        ({"kind": "boat"}, "/kind"),
        ({"curb_mass_kg": 0}, "/curb_mass_kg"),
        ({"curb_mass_kg": "9000"}, "/curb_mass_kg"),
        ({"axles": 10**12}, "/axles"),
    ],
)
async def test_a_wrong_vehicle_is_told_by_pointer(stack: Stack, change: dict[str, object], pointer: str) -> None:
    async with stack.client("clerk") as clerk:
        path = f"{BASE}/carriers/{CARRIER_ID}/vehicles"
        answer = await clerk.post(path, json=vehicle_draft(**change), headers=keyed())
    assert (answer.status_code, errors_at(answer)) == (422, [pointer])


async def test_a_renewed_paper_has_to_be_verified_again(stack: Stack) -> None:
    owner = f"carriers/{(await new_carrier(stack))['id']}"
    first = await hand_in(stack, owner, kind="transport_licence", covers_oversize=True)
    assert first["verified_at"] is not None
    renewed = await hand_in(stack, owner, kind="transport_licence", number="号 2", verify=False)
    assert (renewed["id"], renewed["number"], renewed["verified_at"]) == (first["id"], "号 2", None)
    assert renewed["covers_oversize"] is None
    actions = await stack.rows("SELECT action FROM audit_event WHERE aggregate_id = :id ORDER BY seq", id=first["id"])
    assert [row["action"] for row in actions] == ["creation", "verification", "renewal"]


async def test_a_clerk_verifies_what_he_read_and_once(stack: Stack) -> None:
    owner = f"carriers/{(await new_carrier(stack))['id']}"
    paper = await hand_in(stack, owner, kind="agent_id", verify=False)
    await hand_in(stack, owner, kind="agent_id", number="号 2", verify=False)
    path = f"{BASE}/papers/{paper['id']}/verification"
    async with stack.client("clerk") as clerk:
        assert (await clerk.post(path, headers=keyed(int(str(paper["version"]))))).status_code == 412
        assert (await clerk.post(path, headers=keyed())).status_code == 428
        answers = await asyncio.gather(*(clerk.post(path, headers=keyed(2)) for _ in range(4)))
        assert sorted(answer.status_code for answer in answers) == [200, 412, 412, 412]
        assert (await clerk.post(path, headers=keyed(3))).status_code == 409
        missing = await clerk.post(f"{BASE}/papers/{uuid4()}/verification", headers=keyed(1))
        assert missing.status_code == 404


@pytest.mark.parametrize(
    ("owner", "change", "pointer"),
    [
        ("carriers", {"kind": "vehicle_licence"}, "/kind"),
        ("vehicles", {"kind": "transport_licence"}, "/kind"),
        ("carriers", {"kind": "agent_id", "covers_oversize": True}, "/covers_oversize"),
        ("carriers", {"kind": "passport"}, "/kind"),
        ("carriers", {"kind": "agent_id", "number": "\n"}, "/number"),
        ("carriers", {"kind": "agent_id", "valid_to": "soon"}, "/valid_to"),
        ("carriers", {"kind": "agent_id", "verified_at": "2026-01-01T00:00:00Z"}, "/verified_at"),
    ],
)
async def test_a_wrong_paper_is_told_by_pointer(
    stack: Stack, owner: str, change: dict[str, object], pointer: str
) -> None:
    carrier = await new_carrier(stack)
    thing = carrier if owner == "carriers" else await new_vehicle(stack, carrier["id"])
    draft = {"kind": "agent_id", "number": "1", **change}
    async with stack.client("clerk") as clerk:
        answer = await clerk.post(f"{BASE}/{owner}/{thing['id']}/papers", json=draft, headers=keyed())
    assert (answer.status_code, errors_at(answer)) == (422, [pointer])
