"""The standing authority: one in force, who grants it, who may switch it, what a switch needs."""

import asyncio
from uuid import uuid4

from shared.domain.roles import Role
from shared.platform.tokens import Caller
from shared.testing.stack import Stack, errors_at, keyed
from tests.service.issuance.cases import API, approver_of, standing, switch


async def test_the_demonstration_has_one_in_force(stack: Stack) -> None:
    async with stack.client("supervisor") as client:
        answer = await client.get(f"{API}/standing-authorities/current")
    body = answer.json()
    assert (body["classes"], body["daily_limit"], body["suspended_at"]) == (["I"], 1000, None)
    assert body["granted_by_name"] == "示范审批人"
    assert answer.headers["ETag"]


async def test_of_two_grants_at_once_one_is_in_force(stack: Stack) -> None:
    async with stack.as_caller(approver_of("991001")) as client:
        body = {"classes": ["I", "II"], "daily_limit": 5}
        calls = [client.post(f"{API}/standing-authorities", json=body, headers=keyed()) for _ in range(2)]
        answers = await asyncio.gather(*calls)
        assert sorted(answer.status_code for answer in answers) == [201, 409]
        row = next(answer.json() for answer in answers if answer.status_code == 201)
        path = f"{API}/standing-authorities/{row['id']}/revocation"
        ended = await client.post(path, json={"reason": "到期"}, headers=keyed(row["version"]))
        assert ended.json()["revoked_at"]
        assert (await client.get(f"{API}/standing-authorities/current")).status_code == 404
        late = await client.post(path, json={"reason": "再次"}, headers=keyed(ended.json()["version"]))
        assert (late.status_code, late.json()["type"].rsplit("/", 1)[-1]) == (409, "authority_ended")
        assert (await client.post(f"{API}/standing-authorities", json=body, headers=keyed())).status_code == 201


async def test_a_supervisor_switches_and_a_reviewer_does_not(stack: Stack) -> None:
    adcode = "991002"
    row = await standing(stack, adcode)
    path, body = f"{API}/standing-authorities/{row['id']}/suspension", {"scope": "all", "reason": "巡查发现问题"}
    reviewer = Caller(uuid4(), "审查", frozenset({Role.REVIEWER}), authority=adcode)
    supervisor = Caller(uuid4(), "督办", frozenset({Role.SUPERVISOR}), authority=adcode)
    elsewhere = Caller(uuid4(), "督办", frozenset({Role.SUPERVISOR}), authority="150100")
    async with stack.as_caller(reviewer) as client:
        assert (await client.post(path, json=body, headers=keyed(1))).status_code == 403
    async with stack.as_caller(elsewhere) as client:
        assert (await client.post(path, json=body, headers=keyed(1))).status_code == 404
    async with stack.as_caller(supervisor) as client:
        answer = await client.post(path, json=body, headers=keyed(1))
        assert (answer.status_code, answer.json()["suspended_reason"]) == (200, "巡查发现问题")
        assert (await client.post(path, json=body, headers=keyed(1))).status_code == 412
        grant = await client.post(f"{API}/standing-authorities", json={"daily_limit": 1}, headers=keyed())
        assert grant.status_code == 403


async def test_a_switch_names_its_subject(stack: Stack) -> None:
    adcode = "991003"
    row = await standing(stack, adcode)
    for scope in ("carrier", "road"):
        answer = await switch(stack, adcode, row, "suspension", scope=scope, reason="x")
        assert answer.status_code == 422
        assert errors_at(answer) == ["/carrier_id" if scope == "carrier" else "/road"]


async def test_scopes_are_switched_apart(stack: Stack) -> None:
    adcode = "991004"
    row = await standing(stack, adcode)
    for body in ({"scope": "road", "road": "G109"}, {"scope": "road", "road": "G18"}, {"scope": "all"}):
        row = (await switch(stack, adcode, row, "suspension", reason="雨雪", **body)).json()
    row = (await switch(stack, adcode, row, "resumption", scope="all")).json()
    assert (row["suspended_at"], row["suspended_for_roads"]) == (None, ["G109", "G18"])
    row = (await switch(stack, adcode, row, "resumption", scope="road", road="G109")).json()
    assert row["suspended_for_roads"] == ["G18"]
