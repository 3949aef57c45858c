"""A road closed while a case waits for approval: it goes back to its reviewer with a new way, and then it can be granted."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from typing import cast
from uuid import UUID

from services.issuance.jobs import HANDLERS
from services.issuance.review_cases.commands import CaseRef
from shared.platform.audit import events_of
from shared.platform.transaction import reading
from shared.testing.stack import Json, Stack, keyed, sample
from tests.service.issuance.cases import API, case_order, conclude, concluded, decide, decision, field, read_again
from tests.service.issuance.test_decisions import code, numbers

FAST = "class2_excavator"
NOTICES = "/api/route-advisory/v1/notices"


def ways(case: Json) -> list[int]:
    one = cast("list[Json]", case["sets"])[0]
    return cast("dict[str, list[int]]", one["route"])["segments"]


@asynccontextmanager
async def closed(stack: Stack, facts: Json, segments: list[int]) -> AsyncIterator[None]:
    """A closure of segments over the whole trip, lifted afterwards."""
    trip = cast("dict[str, str]", facts["trip"])
    ends = datetime.fromisoformat(trip["planned_end"]) + timedelta(minutes=1)
    body = {"kind": "closure", "title": "塌方封闭", "segment_ids": segments, "hard": True}
    body |= {"starts_at": trip["planned_start"], "ends_at": ends.isoformat()}
    async with stack.client("officer") as officer:
        written = (await officer.post(NOTICES, json=body, headers=keyed())).json()
        path = f"{NOTICES}/{written['id']}"
        published = (await officer.post(f"{path}/publication", headers=keyed(written["version"]))).json()
        yield
        await officer.post(f"{path}/lifting", headers=keyed(published["version"]))


async def run(stack: Stack, case: Json, job: str = "issuance.plan_anew") -> None:
    payload = CaseRef(review_case_id=UUID(str(case["id"]))).model_dump_json().encode()
    await HANDLERS[job](stack.runtime("issuance"), payload)


async def read(stack: Stack, case: Json) -> Json:
    async with stack.client("reviewer") as client:
        return cast("Json", (await client.get(f"{API}/review-cases/{case['id']}")).json())


async def test_the_case_goes_back_with_a_new_way_and_is_granted_on_it(stack: Stack) -> None:
    facts = sample(FAST, days_ahead=260)
    order = await case_order(stack, facts=facts)
    case = await concluded(stack, order)
    old = ways(case)
    async with closed(stack, facts, old[4:5]):
        answer = await decide(stack, decision(case))
        assert (answer.status_code, code(answer)) == (409, "road_changed")
        back = await read(stack, case)
        assert (back["state"], back["conclusion"], back["conditions"]) == ("open", None, [])
        assert cast("Json", back["returned"])["kind"] == "road_changed"
        assert "塌方封闭" in str(cast("Json", back["returned"])["reason"])
        await run(stack, case)
        await run(stack, case)
        renewed = await read(stack, case)
        change = cast("dict[str, list[Json]]", renewed["returned"])["route_changes"][0]
        assert not change["same_way"]
        assert change["roads"] != change["roads_before"] or change["length_m"] != change["length_before_m"]
        assert old[4] not in ways(renewed)
        assert (renewed["class"], renewed["outcome"]) == (case["class"], case["outcome"])
        assert renewed["rerouted_at"]
        waiting = await read_again(stack, (await conclude(stack, renewed)).json())
        if waiting["lane"] == "survey":
            await field(stack, order, survey="pass", escort="accepted")
        granted = await decide(stack, decision(waiting))
        assert granted.status_code == 201, granted.text
    assert len(await numbers(stack, order)) == 1
    async with reading(stack.runtime("issuance").database) as session:
        chain = [event.action for event in await events_of(session, UUID(str(case["id"])))]
    assert chain.count("road_change") == chain.count("route_renewal") == 1


async def test_a_plan_locked_before_and_held_since_is_planned_anew_too(stack: Stack) -> None:
    facts = sample(FAST, days_ahead=270)
    order = await case_order(stack, facts=facts)
    case = await concluded(stack, order)
    plan_id = cast("list[Json]", order["sets"])[0]["route_plan_id"]
    async with stack.service_client("issuance") as client:
        locked = await client.post(f"/api/route-advisory/v1/internal/route-plans/{plan_id}/lock", headers=keyed())
    assert locked.status_code == 200, locked.text
    async with closed(stack, facts, ways(case)[4:5]):
        assert code(await decide(stack, decision(case))) == "road_changed"
        await run(stack, case)
        renewed = await read(stack, case)
        assert ways(renewed) != ways(case)
        async with stack.service_client("issuance") as client:
            again = await client.post(f"/api/route-advisory/v1/internal/route-plans/{plan_id}/lock", headers=keyed())
        assert again.status_code == 200, again.text


async def test_a_new_way_asks_for_a_new_survey(stack: Stack) -> None:
    facts = sample(FAST, days_ahead=280)
    order = await case_order(stack, facts=facts, lane="survey")
    case = await concluded(stack, order)
    await field(stack, order, survey="pass", escort="accepted")
    async with closed(stack, facts, ways(case)[4:5]):
        assert code(await decide(stack, decision(case))) == "road_changed"
        await run(stack, case)
        renewed = await read(stack, case)
        assert renewed["lane"] == "survey", "it never becomes easier"
        waiting = (await conclude(stack, renewed)).json()
        refused = await decide(stack, decision(waiting))
        assert (refused.status_code, code(refused)) == (409, "survey_missing")


async def test_an_unneeded_job_changes_nothing(stack: Stack) -> None:
    case = await concluded(stack, await case_order(stack, FAST))
    await run(stack, case)
    kept = await read(stack, case)
    assert (kept["state"], kept["returned"], ways(kept)) == ("sent_for_approval", None, ways(case))
