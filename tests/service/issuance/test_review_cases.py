"""Review cases: opened once, listed, claimed, concluded, returned; who reads them."""

import asyncio
from typing import cast
from uuid import UUID

import pytest

from shared.testing.stack import Stack, keyed
from tests.service.issuance.cases import API, REVIEWER_ID, case_order, conclude, concluded, decide, decision, opened

FAST = "class2_excavator"


async def test_opened_ten_times_at_once_it_is_one_case(stack: Stack) -> None:
    order = await case_order(stack, FAST)
    cases = await asyncio.gather(*(opened(stack, order) for _ in range(10)))
    assert len({str(case["id"]) for case in cases}) == 1
    case = cases[0]
    assert (case["state"], case["class"], case["lane"], case["version"]) == ("open", "II", "fast", 1)


async def test_the_survey_lane_asks_for_a_survey_once(stack: Stack) -> None:
    order = await case_order(stack, FAST, lane="survey")
    case = await opened(stack, order)
    await opened(stack, order)
    jobs = "SELECT 1 FROM pgqueuer WHERE entrypoint = 'issuance.request_survey' AND convert_from(payload, 'UTF8') LIKE :case"
    assert len(await stack.rows(jobs, case=f"%{case['id']}%")) == 1


async def test_a_claim_is_taken_over_openly(stack: Stack) -> None:
    case = await opened(stack, await case_order(stack, FAST))
    async with stack.client("reviewer") as first, stack.client("reviewer2") as second:
        path = f"{API}/review-cases/{case['id']}"
        taken = await first.post(f"{path}/claim", headers=keyed(cast("int", case["version"])))
        assert taken.json()["reviewer_id"] == str(REVIEWER_ID)
        blocked = await conclude(stack, taken.json(), username="reviewer2")
        assert (blocked.status_code, blocked.json()["type"].rsplit("/", 1)[-1]) == (409, "claimed")
        over = await second.post(f"{path}/claim", headers=keyed(taken.json()["version"]))
        assert over.status_code == 200
        mine = (await second.get(f"{API}/review-cases?mine=true&state=open&lane=fast")).json()
    assert case["id"] in [item["id"] for item in mine["items"]]
    assert (await conclude(stack, over.json(), username="reviewer2")).status_code == 200


async def test_a_returned_case_needs_a_new_conclusion(stack: Stack) -> None:
    case = await concluded(stack, await case_order(stack, FAST))
    async with stack.client("approver") as client:
        path = f"{API}/review-cases/{case['id']}/return"
        answer = await client.post(path, json={"reason": "桥梁意见不全"}, headers=keyed(cast("int", case["version"])))
    back = answer.json()
    assert (answer.status_code, back["state"], back["conclusion"], back["conditions"]) == (200, "open", None, [])
    assert (await decide(stack, decision(back))).status_code == 409
    again = await conclude(stack, back)
    assert again.status_code == 200
    assert (await decide(stack, decision(again.json()))).status_code == 201
    stages = await stack.rows("SELECT stage_seq FROM review_case WHERE id = :id", id=UUID(str(case["id"])))
    assert stages == [{"stage_seq": 4}]


@pytest.mark.parametrize(
    ("username", "status"), [("clerk", 200), ("supervisor", 200), ("carrier", 403), ("officer", 403)]
)
async def test_who_reads_a_case(stack: Stack, username: str, status: int) -> None:
    case = await opened(stack, await case_order(stack, FAST))
    async with stack.client(username) as client:
        answer = await client.get(f"{API}/review-cases/{case['id']}")
    assert answer.status_code == status
    if status == 200:
        assert answer.headers["ETag"] == '"1"'
        assert answer.json()["sets"][0]["assessment"]["class"] == "II"


async def test_pages_run_through_all_cases(stack: Stack) -> None:
    made = [str((await opened(stack, await case_order(stack, FAST)))["id"]) for _ in range(3)]
    seen: list[str] = []
    async with stack.client("supervisor") as client:
        cursor = ""
        while True:
            page = (await client.get(f"{API}/review-cases?limit=2&state=open{cursor}")).json()
            seen += [item["id"] for item in page["items"]]
            if page["next_cursor"] is None:
                break
            cursor = f"&cursor={page['next_cursor']}"
    assert set(made) <= set(seen)
    assert len(seen) == len(set(seen))
    assert seen == sorted(seen)


async def test_two_reviewers_at_once(stack: Stack) -> None:
    case = await opened(stack, await case_order(stack, FAST))
    answers = await asyncio.gather(conclude(stack, case), conclude(stack, case, username="reviewer2"))
    assert sorted(answer.status_code for answer in answers) == [200, 412]
