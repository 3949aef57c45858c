"""Batches of like cases, fifty approvers on the same cases, the audit sample."""

import asyncio
from datetime import timedelta
from typing import cast
from uuid import UUID, uuid4

from services.issuance.desk import desk_of
from services.issuance.samples.commands import draw
from shared.domain.clock import shanghai_day, utc_now
from shared.platform.transaction import transaction
from shared.testing.stack import Json, Stack, keyed
from tests.service.issuance.cases import API, approver_of, case_order, concluded, decision, issued
from tests.service.issuance.test_decisions import code

FAST = "class2_excavator"


def batch(cases: list[Json]) -> Json:
    return {"cases": [{"review_case_id": case["id"], "version": case["version"]} for case in cases]}


async def test_like_cases_are_granted_together_and_one_that_cannot_leaves_the_others_alone(stack: Stack) -> None:
    cases = [await concluded(stack, await case_order(stack, FAST)) for _ in range(2)]
    cases.append(await concluded(stack, await case_order(stack, FAST), "refuse"))
    key = str(uuid4())
    async with stack.client("approver") as client:
        made = await client.post(f"{API}/decisions/batches", json=batch(cases), headers=keyed(key=key))
        again = await client.post(f"{API}/decisions/batches", json=batch(cases), headers=keyed(key=key))
    outcomes = made.json()["outcomes"]
    assert [one["code"] for one in outcomes] == [None, None, "refusal_ground"]
    assert again.json() == made.json(), "the same key, the same outcome"
    numbers = {one["decision"]["permits"][0]["number"] for one in outcomes[:2]}
    assert len(numbers) == 2


async def test_unlike_cases_and_surveyed_ones_are_decided_one_by_one(stack: Stack) -> None:
    fast = await concluded(stack, await case_order(stack, FAST))
    survey = await concluded(stack, await case_order(stack, FAST, lane="survey"))
    async with stack.client("approver") as client:
        for cases in ([fast, survey], [survey]):
            answer = await client.post(f"{API}/decisions/batches", json=batch(cases), headers=keyed())
            assert (answer.status_code, code(answer)) == (409, "cases_not_alike")
        twice = await client.post(f"{API}/decisions/batches", json=batch([fast, fast]), headers=keyed())
        assert code(twice) == "case_twice"


async def test_many_approvers_on_the_same_cases_decide_each_once(stack: Stack) -> None:
    adcode = "990050"
    orders = [await case_order(stack, FAST, authority_adcode=adcode) for _ in range(4)]
    cases = []
    for order in orders:
        opened = await _opened_elsewhere(stack, order, adcode)
        cases.append(opened)
    callers = [approver_of(adcode) for _ in range(10)]

    async def act(index: int) -> list[int]:
        async with stack.as_caller(callers[index]) as client:
            answers = [await client.post(f"{API}/decisions", json=decision(case), headers=keyed()) for case in cases]
        return [answer.status_code for answer in answers]

    codes = await asyncio.gather(*(act(index) for index in range(len(callers))))
    assert [sum(row[at] == 201 for row in codes) for at in range(len(cases))] == [1] * len(cases)
    query = "SELECT number FROM permit WHERE authority_adcode = :a ORDER BY number"
    serials = [int(str(row["number"])[-6:]) for row in await stack.rows(query, a=adcode)]
    assert serials == list(range(1, len(cases) + 1))


async def _opened_elsewhere(stack: Stack, order: Json, adcode: str) -> Json:
    """A concluded case of another authority."""
    async with stack.service_client("intake") as client:
        case = (await client.post(f"{API}/internal/review-cases", json=order, headers=keyed())).json()
    await stack.rows(
        "UPDATE review_case SET state = 'sent_for_approval', conclusion = 'grant', conditions = '[]', reviewer_id = :r,"
        " version = version + 1 WHERE id = :id RETURNING 1",
        id=case["id"],
        r=uuid4(),
    )
    assert adcode == order["authority_adcode"]
    return {**cast("Json", case), "version": case["version"] + 1}


async def test_the_audit_sample_is_drawn_once_and_read_by_somebody_else(stack: Stack) -> None:
    permit = await issued(stack)
    day = shanghai_day(utc_now()) - timedelta(days=400)
    moment = utc_now() - timedelta(days=400)
    await stack.rows("UPDATE permit SET issued_at = :m WHERE number = :n RETURNING 1", m=moment, n=permit.number)
    desk = desk_of(stack.runtime("issuance"))
    for expected in (1, 0):
        async with transaction(stack.runtime("issuance").database) as session:
            assert await draw(session, desk, day) == expected
    async with stack.client("supervisor") as client:
        listed = (await client.get(f"{API}/audit-samples?state=drawn")).json()["items"]
        one = next(sample for sample in listed if sample["permit_number"] == permit.number)
        assert one["automatic"]
        path = f"{API}/audit-samples/{one['id']}/finding"
        body = {"passed": False, "finding": "轴距与行驶证不符"}
        read = await client.post(path, json=body, headers=keyed(one["version"]))
        assert (read.status_code, read.json()["state"]) == (200, "defect")
        again = await client.post(path, json=body, headers=keyed(read.json()["version"]))
    assert code(again) == "transition_not_allowed"
    decided = await stack.rows(
        "SELECT approver_id FROM decision WHERE review_case_id = :id", id=UUID(one["review_case_id"])
    )
    assert decided[0]["approver_id"] is not None
