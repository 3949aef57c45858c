"""Route plans: made once, locked on the road as published, held and released by notices."""

import asyncio
from datetime import timedelta
from uuid import uuid4

import pytest

from services.route_advisory.plans.commands import make_plan
from shared.contracts.route_advisory import PlanOrder
from shared.platform.cpu import CpuPool
from shared.platform.secrets import service_caller
from shared.testing.stack import Json, Stack
from tests.service.route_advisory.roads import (
    BASE,
    closing,
    draft,
    facts_of_their_own,
    lifted,
    lock,
    order,
    planned,
    published,
    segments,
    window,
)


async def _locked_plan(stack: Stack) -> tuple[Json, Json]:
    """Facts in days of their own, and their locked plan."""
    facts = facts_of_their_own("class1_generator_set")
    plan = await planned(stack, order(facts))
    answer = await lock(stack, plan)
    assert answer.status_code == 200, answer.text
    return facts, answer.json()


async def _read(stack: Stack, plan: Json) -> Json:
    async with stack.client("reviewer") as reviewer:
        answer = await reviewer.get(f"{BASE}/route-plans/{plan['id']}")
    assert answer.status_code == 200
    found: Json = answer.json()
    return found


async def test_the_same_order_gives_the_same_plan(stack: Stack) -> None:
    body = order(facts_of_their_own("class1_generator_set"))
    first, again = await planned(stack, body), await planned(stack, body)
    assert first == again
    assert first["state"] == "checked"
    assert len(str(first["route_hash"])) == 64
    check = first["check"]
    assert isinstance(check, dict)
    assert check["verdict"] == "clear"


async def test_orders_at_once_give_one_plan(stack: Stack) -> None:
    body = order(facts_of_their_own("class1_generator_set"))
    plans = await asyncio.gather(*(planned(stack, body) for _ in range(6)))
    assert len({str(plan["id"]) for plan in plans}) == 1
    rows = await stack.rows(
        "SELECT count(*) AS n FROM audit_event WHERE aggregate_id = :id AND action = 'creation'", id=plans[0]["id"]
    )
    assert rows == [{"n": 1}]


async def test_each_set_has_its_plan_and_the_hash_tells_ways_apart(stack: Stack) -> None:
    application, facts = uuid4(), facts_of_their_own("class1_generator_set")
    trip = facts["trip"]
    assert isinstance(trip, dict)
    back: Json = {**facts, "trip": {**trip, "origin": trip["destination"], "destination": trip["origin"]}}
    there = await planned(stack, order(facts, application))
    other = await planned(stack, order(back, application, set_index=1))
    assert there["id"] != other["id"]
    assert sorted(segments(there["check"])) == sorted(segments(other["check"]))
    assert there["route_hash"] != other["route_hash"], "the direction is part of the hash"


async def test_plans_are_made_and_locked_by_services_and_read_by_staff(stack: Stack) -> None:
    body = order(facts_of_their_own("class1_generator_set"))
    plan = await planned(stack, body)
    async with stack.client("approver") as approver, stack.client("carrier") as carrier:
        assert (await approver.post(f"{BASE}/internal/route-plans", json=body)).status_code == 403
        assert (await approver.post(f"{BASE}/internal/route-plans/{plan['id']}/lock")).status_code == 403
        assert (await approver.get(f"{BASE}/route-plans/{plan['id']}")).json() == plan
        assert (await approver.get(f"{BASE}/route-plans/{uuid4()}")).status_code == 404
        assert (await carrier.get(f"{BASE}/route-plans/{plan['id']}")).status_code == 403


async def test_a_lock_is_taken_once_and_answers_the_same_again(stack: Stack) -> None:
    _, plan = await _locked_plan(stack)
    assert plan["state"] == "locked"
    assert (await lock(stack, plan)).json() == plan
    events = await stack.rows("SELECT action FROM audit_event WHERE aggregate_id = :id ORDER BY seq", id=plan["id"])
    assert [event["action"] for event in events] == ["creation", "lock"]
    assert (await lock(stack, {"id": str(uuid4())})).status_code == 404


async def test_no_lock_on_a_road_that_changed_and_ordering_again_mends_it(stack: Stack) -> None:
    facts = facts_of_their_own("class1_generator_set")
    body = order(facts)
    plan = await planned(stack, body)
    closed = segments(plan["check"])[4]
    async with stack.client("officer") as officer:
        notice = await published(officer, closing(facts, [closed]))
        refused = await lock(stack, plan)
        assert refused.status_code == 409
        assert refused.json()["type"].endswith("/road_changed")
        assert refused.json()["notice_id"] == notice["id"]
        renewed = await planned(stack, body)
        assert renewed["id"] == plan["id"]
        assert closed not in segments(renewed["check"])
        assert (await lock(stack, plan)).status_code == 200
        assert await planned(stack, body) == (await lock(stack, plan)).json()
        await lifted(officer, notice)


async def test_a_notice_elsewhere_or_above_the_load_refuses_no_lock(stack: Stack) -> None:
    facts = facts_of_their_own("class1_generator_set")
    plan = await planned(stack, order(facts))
    start, end = window(facts)
    first = segments(plan["check"])[4]
    later = draft([first], end + timedelta(seconds=1), end + timedelta(days=1))
    before = draft([first], start - timedelta(days=1), start)
    high = closing(facts, [first], hard=False, limits={"height_mm": 19_000, "gross_mass_kg": 900_000})
    async with stack.client("officer") as officer:
        notices = [await published(officer, body) for body in (later, before, high)]
        assert (await lock(stack, plan)).status_code == 200
        for notice in notices:
            await lifted(officer, notice)


async def test_a_closure_known_from_the_start_blocks_the_lock(stack: Stack) -> None:
    facts = facts_of_their_own("class1_generator_set")
    trip = facts["trip"]
    assert isinstance(trip, dict)
    facts["trip"] = {**trip, "destination": {**trip["destination"], "lon": 121.0, "lat": 31.0}}
    answer = await lock(stack, await planned(stack, order(facts)))
    assert answer.status_code == 409
    assert answer.json()["type"].endswith("/route_blocked")


@pytest.mark.parametrize(
    ("more", "held"),
    [
        ({"hard": True}, 1),
        ({"hard": False}, 0),
        ({"hard": False, "limits": {"height_mm": 3000}}, 1),
        ({"hard": False, "limits": {"axle_load_kg": 1000}}, 1),
        ({"hard": False, "limits": {"height_mm": 19_000, "width_mm": 29_000}}, 0),
    ],
)
async def test_publishing_holds_the_locked_plans_it_touches(stack: Stack, more: Json, held: int) -> None:
    facts, plan = await _locked_plan(stack)
    async with stack.client("officer") as officer:
        notice = await published(officer, closing(facts, segments(plan["check"])[4:6], **more))
        assert notice["plans_held"] == held
        hold = (await _read(stack, plan))["hold"]
        assert (hold is not None) == bool(held)
        assert (await lock(stack, plan)).status_code == (409 if held else 200)
        await lifted(officer, notice)
    assert await _read(stack, plan) == plan
    assert (await lock(stack, plan)).status_code == 200


async def test_a_hold_of_another_notice_stays_when_one_is_lifted(stack: Stack) -> None:
    facts, plan = await _locked_plan(stack)
    view = "SELECT holds, reason FROM v_plan_hold WHERE plan_id = :id"
    async with stack.client("officer") as officer:
        first, second = [await published(officer, closing(facts, segments(plan["check"])[4:5])) for _ in range(2)]
        assert await stack.rows(view, id=plan["id"]) == [{"holds": 2, "reason": first["title"]}]
        await lifted(officer, first)
        assert await stack.rows(view, id=plan["id"]) == [{"holds": 1, "reason": second["title"]}]
        await lifted(officer, second)
    assert await stack.rows(view, id=plan["id"]) == []


async def test_an_unlocked_plan_is_not_held(stack: Stack) -> None:
    facts = facts_of_their_own("class1_generator_set")
    plan = await planned(stack, order(facts))
    async with stack.client("officer") as officer:
        notice = await published(officer, closing(facts, segments(plan["check"])))
        assert notice["plans_held"] == 0
        await lifted(officer, notice)


async def test_plans_of_earlier_facts_are_superseded(stack: Stack) -> None:
    application, facts = uuid4(), facts_of_their_own("class1_generator_set")
    first = await planned(stack, order(facts, application))
    second = await planned(stack, order(facts, application, facts_version=2))
    assert (await _read(stack, first))["state"] == "superseded"
    assert (await lock(stack, first)).json()["type"].endswith("/transition_not_allowed")
    assert (await lock(stack, second)).status_code == 200


async def test_no_connection_is_held_while_a_worker_searches(stack: Stack, monkeypatch: pytest.MonkeyPatch) -> None:
    runtime = stack.runtime("route_advisory")
    pool, held, run = runtime.database.engine.pool, list[int](), CpuPool.run

    async def watched(self: CpuPool, *args: object) -> object:
        held.append(pool.checkedout())  # type: ignore[attr-defined]
        return await run(self, *args)  # type: ignore[arg-type]

    monkeypatch.setattr(CpuPool, "run", watched)
    body = PlanOrder.model_validate(order(facts_of_their_own("class1_generator_set")))
    await make_plan(runtime, service_caller("intake"), body)
    assert held == [0]
