"""Consultations: parallel one-time links, clocks, silence that is no consent, conditions that reach the permit."""

import asyncio
from typing import cast
from uuid import uuid4

import httpx

from shared.testing.stack import Json, Stack, keyed
from tests.service.issuance.cases import API, case_order, conclude, decide, decision, opened
from tests.service.issuance.test_decisions import code

FAST = "class2_excavator"
POLICE: Json = {"party": "traffic_police", "party_name": "东胜区交警大队", "question": "是否影响交通安全？"}
AGREED: Json = {"opinion": "agree_with_conditions", "conditions": ["避开早晚高峰"], "name": "王警官"}


async def ask(stack: Stack, case: Json, key: str | None = None, **changes: object) -> httpx.Response:
    async with stack.client("reviewer") as client:
        path = f"{API}/review-cases/{case['id']}/consultations"
        return await client.post(path, json={**POLICE, **changes}, headers=keyed(key=key))


async def answer(stack: Stack, secret: str, body: Json) -> httpx.Response:
    async with stack.public() as party:
        return await party.post(f"{API}/public/consultations/{secret}/answer", json=body, headers=keyed())


async def fresh(stack: Stack, case: Json) -> Json:
    async with stack.client("reviewer") as client:
        return cast("Json", (await client.get(f"{API}/review-cases/{case['id']}")).json())


async def test_silence_is_no_consent_and_a_consent_s_conditions_reach_the_permit(stack: Stack) -> None:
    case = await opened(stack, await case_order(stack, FAST))
    asked = await asyncio.gather(ask(stack, case), ask(stack, case, party="railway", party_name="呼铁局"))
    assert [one.status_code for one in asked] == [201, 201]
    police, rail = (one.json() for one in asked)
    await stack.rows(
        "UPDATE consultation SET due_at = now() - interval '1 day' WHERE id = :id RETURNING 1",
        id=rail["consultation"]["id"],
    )
    refused = await conclude(stack, await fresh(stack, case))
    assert (refused.status_code, code(refused)) == (409, "consultation_open")
    async with stack.public() as party:
        seen = (await party.get(f"{API}/public/consultations/{police['secret']}")).json()
        late = (await party.get(f"{API}/public/consultations/{rail['secret']}")).json()
    assert (seen["state"], late["state"]) == ("asked", "overdue")
    assert not {"carrier_name", "carrier_id", "plates"} & set(seen)
    assert seen["roads"]
    assert (await answer(stack, police["secret"], AGREED)).json()["state"] == "answered"
    again = await answer(stack, police["secret"], {"opinion": "agree", "name": "他人"})
    assert (again.status_code, code(again)) == (409, "transition_not_allowed")
    assert (await answer(stack, rail["secret"], {"opinion": "agree", "name": "李工"})).status_code == 200
    waiting = (await conclude(stack, await fresh(stack, case))).json()
    assert "东胜区交警大队要求：避开早晚高峰" in waiting["conditions"]
    made = await decide(stack, decision(waiting))
    async with stack.client("carrier") as client:
        permit = (await client.get(f"{API}/permits/{made.json()['permits'][0]['number']}")).json()
    assert "东胜区交警大队要求：避开早晚高峰" in permit["conditions"]


async def test_an_objection_stops_the_grant_until_it_is_taken_back(stack: Stack) -> None:
    case = await opened(stack, await case_order(stack, FAST))
    asked = (await ask(stack, case)).json()
    objection: Json = {"opinion": "object", "text": "桥梁维修", "name": "王警官"}
    assert (await answer(stack, asked["secret"], objection)).status_code == 200
    assert code(await conclude(stack, await fresh(stack, case))) == "consultation_objected"
    other = (await ask(stack, case, required=False, party="power", party_name="供电局")).json()
    lone = other["consultation"]
    async with stack.client("reviewer") as client:
        path = f"{API}/consultations/{lone['id']}/withdrawal"
        taken = await client.post(path, json={"reason": "无需征求"}, headers=keyed(lone["version"]))
        listed = (await client.get(f"{API}/review-cases/{case['id']}/consultations")).json()["items"]
    assert taken.json()["state"] == "withdrawn"
    assert [one["state"] for one in listed] == ["answered", "withdrawn"]
    assert (await answer(stack, other["secret"], {"opinion": "agree", "name": "x"})).status_code == 409
    assert (await conclude(stack, await fresh(stack, case), "refuse")).status_code == 200


async def test_a_link_is_shown_once_and_a_strange_one_leads_nowhere(stack: Stack) -> None:
    case = await opened(stack, await case_order(stack, FAST))
    key = str(uuid4())
    assert (await ask(stack, case, key)).status_code == 201
    again = await ask(stack, case, key)
    assert (again.status_code, code(again)) == (409, "asked_already")
    async with stack.public() as party:
        assert (await party.get(f"{API}/public/consultations/{'A' * 43}")).status_code == 404
    bare: Json = {"opinion": "agree_with_conditions", "name": "x"}
    assert (await answer(stack, "A" * 43, bare)).status_code == 422
    async with stack.client("approver") as client:
        path = f"{API}/review-cases/{case['id']}/consultations"
        assert (await client.post(path, json=POLICE, headers=keyed())).status_code == 403
    secret = (await ask(stack, case)).json()["secret"]
    kept = await stack.rows(
        "SELECT count(*) AS n FROM idempotency_record WHERE convert_from(body, 'UTF8') LIKE :s", s=f"%{secret}%"
    )
    assert kept == [{"n": 0}], "only its hash is kept"


async def test_nobody_is_asked_once_the_case_left_review(stack: Stack) -> None:
    case = (await conclude(stack, await opened(stack, await case_order(stack, FAST)))).json()
    asked = await ask(stack, case)
    assert (asked.status_code, code(asked)) == (409, "not_in_review")


async def consents(stack: Stack, case: Json) -> dict[str, Json]:
    async with stack.client("reviewer") as client:
        answer = await client.get(f"{API}/review-cases/{case['id']}/consents")
    assert answer.status_code == 200, answer.text
    return {str(one["party"]): one for one in cast("list[Json]", answer.json()["items"])}


async def test_every_consent_a_way_asks_for_is_listed_with_its_holder(stack: Stack) -> None:
    order = await case_order(stack, "class3_transformer")
    (one,) = cast("list[dict[str, Json]]", order["sets"])
    found = cast("list[Json]", one["route"]["findings"])
    crossing = {**found[0], "kind": "railway_crossing", "road": "G109", "stake": "K12+300"}
    one["route"]["findings"] = [*found, crossing, {**crossing, "measure": "width_mm"}]
    escort = cast("dict[str, Json]", one["assessment"])["escort"]
    assert escort["police_consultation"] is True, "class III asks the police"
    case = await opened(stack, order)
    needed = await consents(stack, case)
    assert (needed["traffic_police"]["state"], needed["traffic_police"]["mark"]) == ("not_asked", "law")
    assert (needed["railway"]["holder"], needed["railway"]["places"]) == ("铁路管理单位", ["G109 K12+300"])
    assert "power" not in needed, "no line was found wanting"
    police = (await ask(stack, case)).json()
    assert (await consents(stack, case))["traffic_police"]["state"] == "asked"
    await answer(stack, police["secret"], AGREED)
    assert (await consents(stack, case))["traffic_police"]["state"] == "agreed"
    plain = await opened(stack, await case_order(stack, "class1_generator_set"))
    assert "railway" not in await consents(stack, plain)
    async with stack.client("carrier") as client:
        assert (await client.get(f"{API}/review-cases/{case['id']}/consents")).status_code == 403
