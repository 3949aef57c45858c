"""The automatic decision: one permit however often it is asked for, its limits and its switch, numbers without gaps."""

import asyncio
from typing import cast
from uuid import UUID, uuid4

import pytest

from services.issuance.decisions import issuing
from services.issuance.decisions.automatic import decide_automatically
from services.issuance.desk import desk_of
from services.issuance.settings import NUMBER
from shared.contracts.demo import CARRIER_ID
from shared.contracts.issuance import ReviewCaseOrder
from shared.domain.errors import Unavailable
from shared.platform.transaction import transaction
from shared.testing.stack import Json, Stack, keyed
from tests.service.issuance.cases import API, automatic, case_order, opened, standing, switch


def serials(answers: list[Json]) -> list[int]:
    return sorted(int(str(permit["number"])[-6:]) for a in answers for permit in cast("list[Json]", a["permits"]))


async def test_asked_twenty_times_at_once_it_issues_one_permit(stack: Stack) -> None:
    order = await case_order(stack)
    async with stack.service_client("intake") as client:
        calls = [client.post(f"{API}/internal/automatic-decisions", json=order, headers=keyed()) for _ in range(20)]
        answers = await asyncio.gather(*calls)
    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.text for answer in answers}) == 1
    assert answers[0].json()["decided"]
    rows = await stack.rows(
        "SELECT number, state, demonstration FROM permit WHERE application_id = :id",
        id=UUID(str(order["application_id"])),
    )
    assert len(rows) == 1
    assert NUMBER.fullmatch(str(rows[0]["number"]))
    assert str(rows[0]["number"]).startswith("DEMO150600")
    assert rows[0]["demonstration"] is True


async def test_every_vehicle_set_gets_a_permit(stack: Stack) -> None:
    answer = await automatic(stack, await case_order(stack, sets=3))
    permits = cast("list[Json]", answer["permits"])
    assert [permit["set_index"] for permit in permits] == [0, 1, 2]
    first = serials([answer])
    assert first == list(range(first[0], first[0] + 3))


async def test_a_rolled_back_decision_leaves_no_gap_and_no_trace(stack: Stack, monkeypatch: pytest.MonkeyPatch) -> None:
    adcode = "990001"
    await standing(stack, adcode)
    orders = [await case_order(stack, authority_adcode=adcode) for _ in range(3)]
    answers = [await automatic(stack, orders[0])]

    def broken(*_: object) -> str:
        raise Unavailable("keys_unavailable", "签名密钥不可用", "the key is gone")

    with monkeypatch.context() as patch:
        patch.setattr(issuing, "make_token", broken)
        async with stack.service_client("intake") as client:
            failed = await client.post(f"{API}/internal/automatic-decisions", json=orders[1], headers=keyed())
    assert failed.status_code == 503
    traces = "SELECT 1 FROM review_case WHERE application_id = :id"
    assert await stack.rows(traces, id=UUID(str(orders[1]["application_id"]))) == []
    answers += [await automatic(stack, order) for order in orders[1:]]
    assert serials(answers) == [1, 2, 3]


async def test_many_cases_at_once_get_numbers_without_gap(stack: Stack) -> None:
    adcode = "990002"
    await standing(stack, adcode)
    orders = [await case_order(stack, authority_adcode=adcode) for _ in range(12)]
    answers = await asyncio.gather(*(automatic(stack, order) for order in orders))
    assert serials(list(answers)) == list(range(1, 13))


async def test_the_daily_limit_is_exact_when_many_come_at_once(stack: Stack) -> None:
    adcode = "990003"
    await standing(stack, adcode, daily_limit=3)
    orders = [await case_order(stack, authority_adcode=adcode) for _ in range(8)]
    answers = await asyncio.gather(*(automatic(stack, order) for order in orders))
    assert sum(bool(answer["decided"]) for answer in answers) == 3
    assert {answer["reason"] for answer in answers if not answer["decided"]} == {"daily_limit"}


@pytest.mark.parametrize("scope", ["all", "carrier", "road"])
async def test_the_switch_works_at_once_in_each_scope(stack: Stack, scope: str) -> None:
    adcode = {"all": "990004", "carrier": "990005", "road": "990006"}[scope]
    row = await standing(stack, adcode)
    order = await case_order(stack, authority_adcode=adcode)
    route = cast("dict[str, list[Json]]", cast("list[Json]", order["sets"])[0]["route"])
    named = next(stretch["road"] for stretch in route["roads"] if stretch["road"])
    subjects: dict[str, dict[str, object]] = {"carrier": {"carrier_id": str(CARRIER_ID)}, "road": {"road": named}}
    subject = subjects.get(scope, {})
    answer = await switch(stack, adcode, row, "suspension", scope=scope, reason="雨雪天气", **subject)
    assert answer.status_code == 200, answer.text
    left = await automatic(stack, order)
    assert (left["decided"], left["permits"]) == (False, [])
    assert left["reason"] == {"all": "suspended", "carrier": "carrier_suspended", "road": "road_suspended"}[scope]
    state = await stack.rows("SELECT state FROM review_case WHERE id = :id", id=UUID(str(left["review_case_id"])))
    assert state == [{"state": "open"}]
    resumed = await switch(stack, adcode, answer.json(), "resumption", scope=scope, **subject)
    assert resumed.status_code == 200, resumed.text
    assert (await automatic(stack, order))["decided"]


async def test_a_decision_waits_for_a_suspension_under_way_and_sees_it(stack: Stack) -> None:
    adcode = "990007"
    row = await standing(stack, adcode)
    order = await case_order(stack, authority_adcode=adcode)
    runtime = stack.runtime("issuance")
    async with transaction(runtime.database) as session:
        await (await session.connection()).exec_driver_sql(
            "UPDATE standing_authority SET suspended_at = now() WHERE id = $1", (UUID(str(row["id"])),)
        )
        deciding = asyncio.create_task(automatic(stack, order))
        done, _ = await asyncio.wait({deciding}, timeout=0.3)
        assert not done, "it must wait for the switch"
    assert (await deciding)["reason"] == "suspended"


async def test_a_suspension_waits_for_a_decision_under_way(stack: Stack) -> None:
    adcode = "990008"
    row = await standing(stack, adcode)
    order = ReviewCaseOrder.model_validate(await case_order(stack, authority_adcode=adcode))
    runtime = stack.runtime("issuance")
    async with transaction(runtime.database) as session:
        answer = await decide_automatically(session, desk_of(runtime), order)
        switching = asyncio.create_task(switch(stack, adcode, row, "suspension", scope="all", reason="停用"))
        done, _ = await asyncio.wait({switching}, timeout=0.3)
        assert not done, "it must wait for the decision"
    assert answer.decided
    assert (await switching).status_code == 200


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"authority_adcode": "990009"}, "no_standing_authority"),
        ({"class": "II"}, "class_not_covered"),
        ({"lane": "fast"}, "not_instant"),
        ({"outcome": "refusable"}, "not_instant"),
    ],
)
async def test_what_is_not_covered_waits_for_a_person(stack: Stack, changes: Json, reason: str) -> None:
    answer = await automatic(stack, await case_order(stack, **changes))  # type: ignore[arg-type]
    assert (answer["decided"], answer["reason"]) == (False, reason)


async def test_without_a_route_no_permit(stack: Stack) -> None:
    order = await case_order(stack)
    one = cast("list[Json]", order["sets"])[0]
    one["route_plan_id"], one["route"] = None, {}
    assert (await automatic(stack, order))["reason"] == "route_missing"


async def test_a_case_a_reviewer_took_is_left_to_him(stack: Stack) -> None:
    order = await case_order(stack)
    case = await opened(stack, order)
    async with stack.client("reviewer") as client:
        path = f"{API}/review-cases/{case['id']}/claim"
        assert (await client.post(path, headers=keyed(cast("int", case["version"])))).status_code == 200
    assert (await automatic(stack, order))["reason"] == "with_a_person"


async def test_only_services_may_ask(stack: Stack) -> None:
    order = await case_order(stack)
    async with stack.client("approver") as client:
        answer = await client.post(f"{API}/internal/automatic-decisions", json=order, headers=keyed())
    assert answer.status_code == 403


async def test_closing_a_case_twice_is_the_same_and_ends_it(stack: Stack) -> None:
    order = await case_order(stack)
    await opened(stack, order)
    async with stack.service_client("intake") as client:
        path = f"{API}/internal/review-cases/{order['application_id']}/closure"
        answers = [await client.post(path, headers=keyed()) for _ in range(2)]
        unknown = await client.post(f"{API}/internal/review-cases/{uuid4()}/closure", headers=keyed())
    assert [answer.status_code for answer in answers] == [200, 200]
    assert answers[0].json() == answers[1].json()
    assert unknown.status_code == 404
    assert (await automatic(stack, order))["reason"] == "closed"
