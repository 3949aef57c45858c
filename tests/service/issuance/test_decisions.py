"""An approver's decision: who may, what it needs, the race of two approvers, the same request again."""

import asyncio
from typing import cast
from uuid import UUID, uuid4

import pytest

from shared.contracts.demo import CARRIER_ID
from shared.domain.roles import Role
from shared.platform.audit import broken_at, events_of
from shared.platform.tokens import Caller
from shared.platform.transaction import reading
from shared.testing.stack import Json, Stack, errors_at, keyed
from tests.service.issuance.cases import (
    API,
    CLERK_ID,
    REVIEWER_ID,
    approver_of,
    case_order,
    conclude,
    concluded,
    decide,
    decision,
    field,
    opened,
    read_again,
    reading_of,
)

FAST = "class2_excavator"
SURVEY = "class3_wind_blade"


def code(answer: object) -> str:
    return str(answer.json()["type"]).rsplit("/", 1)[-1]  # type: ignore[attr-defined]


async def numbers(stack: Stack, order: Json) -> list[object]:
    query = "SELECT number FROM permit WHERE application_id = :id ORDER BY set_index"
    return [row["number"] for row in await stack.rows(query, id=UUID(str(order["application_id"])))]


async def test_three_people_grant_a_permit(stack: Stack) -> None:
    order = await case_order(stack, FAST)
    case = await concluded(stack, order)
    answer = await decide(stack, decision(case, conditions=["通过收费站走超宽车道"]))
    assert answer.status_code == 201, answer.text
    made = answer.json()
    assert made["kind"] == "grant"
    assert not made["automatic"]
    assert [permit["number"] for permit in made["permits"]] == await numbers(stack, order)
    async with stack.client("carrier") as client:
        permit = (await client.get(f"{API}/permits/{made['permits'][0]['number']}")).json()
    assert {"限白天通行", "通过收费站走超宽车道"} <= set(permit["conditions"])
    async with reading(stack.runtime("issuance").database) as session:
        chain = await events_of(session, UUID(str(case["id"])))
    assert [event.action for event in chain] == ["opening", "conclusion", "decision"]
    assert broken_at(chain) is None


async def test_of_two_approvers_at_once_one_wins(stack: Stack) -> None:
    order = await case_order(stack, FAST)
    case = await concluded(stack, order)
    callers = [approver_of("150600") for _ in range(2)]

    async def act(caller: Caller, kind: str) -> int:
        async with stack.as_caller(caller) as client:
            return (await client.post(f"{API}/decisions", json=decision(case, kind), headers=keyed())).status_code

    first, second = await asyncio.gather(act(callers[0], "grant"), act(callers[1], "refuse"))
    assert min(first, second) == 201
    assert max(first, second) in {409, 412}
    assert len(await numbers(stack, order)) == (1 if first == 201 else 0)


async def test_the_same_key_again_is_the_same_decision(stack: Stack) -> None:
    order = await case_order(stack, FAST)
    case = await concluded(stack, order)
    key = str(uuid4())
    answers = await asyncio.gather(*(decide(stack, decision(case), key=key) for _ in range(5)))
    assert {answer.status_code for answer in answers} <= {201, 409}
    assert {code(answer) for answer in answers if answer.status_code == 409} <= {"in_progress"}
    again = await decide(stack, decision(case), key=key)
    assert again.status_code == 201
    assert len(await numbers(stack, order)) == 1
    assert again.json()["permits"][0]["number"] == (await numbers(stack, order))[0]
    other_body = await decide(stack, decision(case, conditions=["另"]), key=key)
    assert (other_body.status_code, code(other_body)) == (422, "idempotency_key_reused")
    assert (await decide(stack, decision(case))).status_code == 412


@pytest.mark.parametrize("earlier", [CLERK_ID, REVIEWER_ID])
async def test_who_did_an_earlier_step_does_not_decide(stack: Stack, earlier: UUID) -> None:
    case = await concluded(stack, await case_order(stack, FAST))
    caller = Caller(earlier, "兼任", frozenset({Role.APPROVER, Role.REVIEWER, Role.CLERK}), authority="150600")
    async with stack.as_caller(caller) as client:
        answer = await client.post(f"{API}/decisions", json=decision(case), headers=keyed())
    assert (answer.status_code, code(answer)) == (409, "same_person")


async def test_the_clerk_does_not_review_and_the_applicant_does_not_decide(stack: Stack) -> None:
    case = await opened(stack, await case_order(stack, FAST))
    clerk = Caller(CLERK_ID, "兼任", frozenset({Role.REVIEWER}), authority="150600")
    body = {"conclusion": "grant", "text": "符合条件", "conditions": []}
    async with stack.as_caller(clerk) as client:
        path = f"{API}/review-cases/{case['id']}/conclusion"
        answer = await client.post(path, json=body, headers=keyed(cast("int", case["version"])))
    assert (answer.status_code, code(answer)) == (409, "same_person")
    waiting = (await conclude(stack, case)).json()
    own = Caller(uuid4(), "企业的审批人", frozenset({Role.APPROVER}), authority="150600", carrier_id=CARRIER_ID)
    async with stack.as_caller(own) as client:
        answer = await client.post(f"{API}/decisions", json=decision(waiting), headers=keyed())
    assert (answer.status_code, code(answer)) == (409, "same_person")


async def test_a_refusal_names_its_grounds(stack: Stack) -> None:
    order = await case_order(stack, FAST)
    case = await concluded(stack, order, "refuse")
    bare = await decide(stack, decision(case, "refuse", grounds=[]))
    assert (bare.status_code, errors_at(bare)) == (422, ["/grounds"])
    against = await decide(stack, decision(case, "grant"))
    assert (against.status_code, code(against)) == (409, "refusal_ground")
    answer = await decide(stack, decision(case, "refuse"))
    assert answer.status_code == 201, answer.text
    assert answer.json()["permits"] == []
    assert answer.json()["grounds"][0]["clause"]
    assert await numbers(stack, order) == []


async def test_a_refusable_case_is_never_granted(stack: Stack) -> None:
    order = await case_order(stack, FAST, outcome="refusable")
    case = await opened(stack, order)
    answer = await conclude(stack, case, "grant")
    assert (answer.status_code, code(answer)) == (409, "refusal_ground")
    waiting = await read_again(stack, (await conclude(stack, case, "refuse")).json())
    answer = await decide(stack, decision(waiting, "grant"))
    assert (answer.status_code, code(answer)) == (409, "refusal_ground")
    assert (await decide(stack, decision(waiting, "refuse"))).status_code == 201


@pytest.mark.parametrize(
    ("survey", "escort", "facts_version", "refused"),
    [
        (None, None, 1, "survey_missing"),
        (None, "accepted", 1, "survey_missing"),
        ("fail", "accepted", 1, "survey_missing"),
        ("pass", "accepted", 2, "survey_missing"),
        ("pass", None, 1, "escort_missing"),
        ("pass", "offered", 1, "escort_missing"),
        ("pass_with_conditions", "accepted", 1, None),
    ],
)
async def test_the_survey_lane_needs_survey_and_escort(
    stack: Stack, survey: str | None, escort: str | None, facts_version: int, refused: str | None
) -> None:
    order = await case_order(stack, FAST, lane="survey")
    case = await concluded(stack, order)
    await field(stack, order, survey=survey, escort=escort, facts_version=facts_version)
    answer = await decide(stack, decision(case))
    if refused is None:
        assert answer.status_code == 201, answer.text
    else:
        assert (answer.status_code, code(answer)) == (409, refused)
        assert await numbers(stack, order) == []


async def test_a_class_three_load_is_granted_with_its_orders(stack: Stack) -> None:
    order = await case_order(stack, SURVEY)
    assert order["lane"] == "survey"
    case = await concluded(stack, order)
    await field(stack, order, survey="pass", escort="accepted")
    answer = await decide(stack, decision(case))
    assert answer.status_code == 201, answer.text
    async with stack.client("carrier") as client:
        permit = (await client.get(f"{API}/permits/{answer.json()['permits'][0]['number']}")).json()
        pdf = await client.get(f"{API}/permits/{permit['number']}/document")
    assert any("护送要求:" in line or "护送要求：" in line for line in permit["conditions"])
    assert any("前导车" in line for line in permit["conditions"])
    assert pdf.content.startswith(b"%PDF-")


async def test_wrong_requests_are_told_what_is_wrong(stack: Stack) -> None:
    case = await concluded(stack, await case_order(stack, FAST))
    stale = await decide(stack, decision(case, version=cast("int", case["version"]) - 1))
    assert stale.status_code == 412
    grounds = [{"clause": "第十七条", "text": "无"}]
    assert errors_at(await decide(stack, decision(case, grounds=[{"clause": "第十七条"}]))) == ["/grounds/0/text"]
    odd = await decide(stack, decision(case, grounds=[{"clause": "第十七条", "text": "不应有"}, *[]]))
    assert (odd.status_code, errors_at(odd)) == (422, ["/grounds"])
    assert (await decide(stack, decision(case, grounds=grounds))).status_code == 422
    assert (await decide(stack, decision({"id": str(uuid4()), "version": 1}))).status_code == 404
    assert (await decide(stack, decision(case), "reviewer")).status_code == 403
    async with stack.client("approver") as client:
        assert (await client.post(f"{API}/decisions", json=decision(case))).status_code == 400
    async with stack.as_caller(approver_of("150100")) as elsewhere:
        answer = await elsewhere.post(f"{API}/decisions", json=decision(case), headers=keyed())
    assert answer.status_code == 404


async def test_an_open_case_waits_for_its_reviewer(stack: Stack) -> None:
    case = await opened(stack, await case_order(stack, FAST))
    answer = await decide(stack, decision(case))
    assert (answer.status_code, code(answer)) == (409, "transition_not_allowed")


async def test_class_three_needs_a_second_reader(stack: Stack) -> None:
    order = await case_order(stack, SURVEY)
    case = (await conclude(stack, await opened(stack, order))).json()
    await field(stack, order, survey="pass", escort="accepted")
    answer = await decide(stack, decision(case))
    assert (answer.status_code, code(answer)) == (409, "second_reader_missing")
    own = await reading_of(stack, case, "second-reading", "reviewer")
    assert (own.status_code, code(own)) == (409, "same_person")
    read = await reading_of(stack, case, "second-reading", "reviewer2")
    assert read.json()["second_reading"]["reader_name"]
    assert (await decide(stack, decision(read.json()))).status_code == 201


async def test_a_refusal_needs_the_legal_reader_and_a_return_takes_the_reading_away(stack: Stack) -> None:
    case = (await conclude(stack, await opened(stack, await case_order(stack, FAST)), "refuse")).json()
    answer = await decide(stack, decision(case, "refuse"))
    assert (answer.status_code, code(answer)) == (409, "legal_reader_missing")
    assert (await reading_of(stack, case, "legal-reading", "approver")).status_code == 403
    read = (await reading_of(stack, case, "legal-reading", "supervisor")).json()
    async with stack.client("approver") as client:
        path = f"{API}/review-cases/{case['id']}/return"
        body = {"reason": "理由不充分", "fixes": ["补充桥梁验算", "注明条款"]}
        back = (await client.post(path, json=body, headers=keyed(read["version"]))).json()
    assert (back["state"], back["legal_reading"], back["returned"]["fixes"]) == ("open", None, body["fixes"])
    again = (await conclude(stack, back, "refuse")).json()
    assert code(await decide(stack, decision(again, "refuse"))) == "legal_reader_missing"
    assert (await decide(stack, decision(await read_again(stack, again), "refuse"))).status_code == 201
