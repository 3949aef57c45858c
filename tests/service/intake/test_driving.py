"""One driver at a time: silent services, no place, no time, a changed road, and everybody at once."""

import asyncio

import httpx
import pytest

from services.intake.applications.drive import drive
from services.intake.jobs import drive_undriven
from shared.testing.stack import Stack
from tests.service.intake.filing import (
    FAST,
    INSTANT,
    act,
    contrary,
    drafted,
    facts_of,
    force,
    hand_in_missing,
    limits,
    present,
    submitted,
    unreachable,
)


async def test_classification_away_then_back(stack: Stack, monkeypatch: pytest.MonkeyPatch) -> None:
    draft = await drafted(stack, facts_of(INSTANT))
    with monkeypatch.context() as patch:
        contrary(patch, stack, "classification", unreachable)
        answer = await act(stack, "carrier", draft, "submission", key="away-" + draft["id"])
        again = await act(stack, "carrier", draft, "submission", key="away-" + draft["id"])
    waiting = answer.json()
    assert (answer.status_code, again.status_code) == (202, 202)
    assert (waiting["status"], waiting["next"]) == ("submitted", {"actor": "system", "action": "assessment"})
    assert (await act(stack, "clerk", waiting, "claim")).json()["type"].endswith("/not_assessed_yet")
    await stack.run_jobs()
    assert (await present(stack, draft))["status"] == "issued"
    replay = await act(stack, "carrier", draft, "submission", key="away-" + draft["id"])
    assert (replay.status_code, replay.json()["status"]) == (200, "issued")


async def test_a_silent_registry_takes_the_case_to_a_person(stack: Stack, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        contrary(patch, stack, "registry", unreachable)
        application = await submitted(stack, INSTANT)
    assert (application["lane"], application["status"]) == ("fast", "submitted")
    assert [item["code"] for item in application["open_items"]] == ["registry_silent"]
    await hand_in_missing(stack, application)
    checked = (await act(stack, "clerk", application, "precheck", {})).json()
    accepted = (await act(stack, "clerk", checked, "acceptance")).json()
    assert accepted["status"] == "review"
    assert accepted["carrier_name"]
    assert accepted["open_items"] == []


async def test_a_silent_route_advisory_is_asked_again_for_the_case(
    stack: Stack, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        contrary(patch, stack, "route_advisory", unreachable)
        application = await submitted(stack, INSTANT)
        assert application["lane"] == "fast"
        assert application["route_plan_id"] is None
        checked = (await act(stack, "clerk", application, "precheck", {})).json()
        answer = await act(stack, "clerk", checked, "acceptance")
        assert (answer.status_code, answer.json()["status"]) == (202, "routed")
    await stack.run_jobs()
    after = await present(stack, application)
    assert (after["status"], after["route_plan_id"] is None) == ("review", False)
    assert after["open_items"] == []


async def test_without_a_place_the_job_does_it(stack: Stack, monkeypatch: pytest.MonkeyPatch) -> None:
    draft = await drafted(stack, facts_of(INSTANT))
    full, leave = asyncio.Barrier(5), asyncio.Event()

    async def slow(request: httpx.Request) -> None:
        await full.wait()
        await leave.wait()

    with monkeypatch.context() as patch:
        limits(patch, stack, hop_timeout_s=20, submit_budget_s=20)
        contrary(patch, stack, "classification", slow)
        held = [await drafted(stack, facts_of("not_oversize")) for _ in range(4)]
        driving = [asyncio.create_task(act(stack, "carrier", one, "submission")) for one in held]
        await full.wait()
        answer = await act(stack, "carrier", draft, "submission")
        assert answer.status_code == 202
        leave.set()
        assert [answer.status_code for answer in await asyncio.gather(*driving)] == [200] * 4
    await stack.run_jobs()
    assert (await present(stack, draft))["status"] == "issued"


async def test_when_time_is_up_nobody_is_taken_for_silent(stack: Stack, monkeypatch: pytest.MonkeyPatch) -> None:
    async def never(request: httpx.Request) -> None:
        await asyncio.Event().wait()

    draft = await drafted(stack, facts_of(INSTANT))
    with monkeypatch.context() as patch:
        limits(patch, stack, submit_budget_s=0.2)
        contrary(patch, stack, "registry", never)
        answer = await act(stack, "carrier", draft, "submission")
    assert (answer.status_code, answer.json()["status"]) == (202, "submitted")
    await stack.run_jobs()
    assert (await present(stack, draft))["status"] == "issued"


async def test_a_held_lease_keeps_others_away(stack: Stack, monkeypatch: pytest.MonkeyPatch) -> None:
    draft = await drafted(stack, facts_of(INSTANT))
    with monkeypatch.context() as patch:
        limits(patch, stack, submit_inline_max=0)
        contrary(patch, stack, "classification", unreachable)
        await act(stack, "carrier", draft, "submission")
    application = await present(stack, draft)
    runtime = stack.runtime("intake")
    await stack.rows(
        "UPDATE application SET driver_lease = now() + interval '1 minute' WHERE id = :id RETURNING id", id=draft["id"]
    )
    assert await drive(runtime, application["id"]) is False
    assert (await present(stack, draft))["status"] == "submitted"
    await stack.rows("UPDATE application SET driver_lease = now() WHERE id = :id RETURNING id", id=draft["id"])
    assert await drive(runtime, application["id"]) is True
    assert (await present(stack, draft))["status"] == "issued"


async def test_driver_job_and_repeat_at_once_give_one_permit(stack: Stack) -> None:
    runtime = stack.runtime("intake")
    for _ in range(5):
        draft = await drafted(stack, facts_of(INSTANT))
        key = "race-" + draft["id"]
        await asyncio.gather(
            act(stack, "carrier", draft, "submission", key=key),
            act(stack, "carrier", draft, "submission", key=key),
            *(drive(runtime, draft["id"]) for _ in range(3)),
        )
        await stack.run_jobs()
        assert (await present(stack, draft))["status"] == "issued"
        rows = await stack.rows("SELECT count(*) AS n FROM permit WHERE application_id = :id", id=draft["id"])
        assert rows == [{"n": 1}]


async def test_two_drivers_past_the_lease_take_each_step_once(stack: Stack, monkeypatch: pytest.MonkeyPatch) -> None:
    """A driver that stalls beyond its lease meets the one that took over: what is done already is not written again."""
    draft = await drafted(stack, facts_of(INSTANT))
    stalled, go_on = asyncio.Event(), asyncio.Event()

    async def stalling(request: httpx.Request) -> None:
        if not stalled.is_set():
            stalled.set()
            await go_on.wait()

    runtime = stack.runtime("intake")
    with monkeypatch.context() as patch:
        limits(patch, stack, hop_timeout_s=20, submit_budget_s=20)
        contrary(patch, stack, "issuance", stalling)
        first = asyncio.create_task(act(stack, "carrier", draft, "submission"))
        await stalled.wait()
        await stack.rows("UPDATE application SET driver_lease = now() WHERE id = :id RETURNING id", id=draft["id"])
        assert await drive(runtime, draft["id"]) is True
        go_on.set()
        assert (await first).json()["status"] == "issued"
    rows = await stack.rows(
        "SELECT action, count(*) AS n FROM audit_event WHERE aggregate_id = :id GROUP BY 1", id=draft["id"]
    )
    assert {row["action"]: row["n"] for row in rows}["automatic_decision"] == 1
    permits = await stack.rows("SELECT count(*) AS n FROM permit WHERE application_id = :id", id=draft["id"])
    assert permits == [{"n": 1}]


async def test_a_road_that_changed_is_planned_and_judged_anew(stack: Stack, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []

    async def changed_once(request: httpx.Request) -> httpx.Response | None:
        if request.url.path.endswith("/lock") and not told:
            told.append(request.url.path)
            body = {"type": "x/road_changed", "title": "", "status": 409, "detail": "", "request_id": ""}
            return httpx.Response(409, json=body)
        return None

    with monkeypatch.context() as patch:
        contrary(patch, stack, "route_advisory", changed_once)
        application = await submitted(stack, INSTANT)
    assert application["status"] == "issued"
    assert [item["code"] for item in application["open_items"]] == ["road_changed"]
    rows = await stack.rows("SELECT facts_version FROM application WHERE id = :id", id=application["id"])
    assert rows == [{"facts_version": 2}]
    assert application["route_plan_id"] not in told[0]


async def test_a_way_that_cannot_be_locked_goes_to_a_person(stack: Stack, monkeypatch: pytest.MonkeyPatch) -> None:
    async def closed(request: httpx.Request) -> httpx.Response | None:
        if request.url.path.endswith("/lock"):
            body = {"type": "x/route_blocked", "title": "", "status": 409, "detail": "", "request_id": ""}
            return httpx.Response(409, json=body)
        return None

    with monkeypatch.context() as patch:
        contrary(patch, stack, "route_advisory", closed)
        application = await submitted(stack, INSTANT)
    assert (application["status"], application["lane"]) == ("review", "fast")
    assert application["open_items"][0]["en"].endswith("the way is closed")


async def test_without_standing_authority_a_person_reviews(stack: Stack, monkeypatch: pytest.MonkeyPatch) -> None:
    real = stack.runtime("intake").http["issuance"]

    async def suspended(request: httpx.Request) -> httpx.Response | None:
        if not request.url.path.endswith("/automatic-decisions"):
            return None
        opened = httpx.Request(
            "POST",
            str(request.url).replace("automatic-decisions", "review-cases"),
            headers=request.headers,
            content=await request.aread(),
        )
        case = (await real.send(opened)).json()
        told = {"decided": False, "reason": "suspended", "decided_at": None, "permits": []}
        return httpx.Response(200, json={"review_case_id": case["id"], **told})

    with monkeypatch.context() as patch:
        contrary(patch, stack, "issuance", suspended)
        application = await submitted(stack, INSTANT)
    assert application["status"] == "review"
    assert application["next"] == {"actor": "RV", "action": "conclusion"}
    assert "suspended" in application["open_items"][0]["en"]


async def test_what_was_left_lying_is_driven_by_the_timer(stack: Stack, monkeypatch: pytest.MonkeyPatch) -> None:
    draft = await drafted(stack, facts_of(FAST))
    with monkeypatch.context() as patch:
        limits(patch, stack, submit_inline_max=0)
        contrary(patch, stack, "classification", unreachable)
        await act(stack, "carrier", draft, "submission")
    runtime = stack.runtime("intake")
    await drive_undriven(runtime)
    assert (await present(stack, draft))["class"] is None
    await stack.rows(
        "UPDATE application SET received_at = now() - interval '2 minutes' WHERE id = :id RETURNING id", id=draft["id"]
    )
    await drive_undriven(runtime)
    assert (await present(stack, draft))["class"] == "II"


async def test_an_acceptance_on_a_later_day_counts_from_that_day(stack: Stack) -> None:
    application = await submitted(stack, FAST)
    await stack.rows(
        "UPDATE application SET submitted_at = submitted_at - interval '20 days' WHERE id = :id RETURNING id",
        id=application["id"],
    )
    late = await force(stack, application, due_at=None)
    checked = (await act(stack, "clerk", late, "precheck", {})).json()
    accepted = (await act(stack, "clerk", checked, "acceptance")).json()
    assert accepted["due_at"] == application["due_at"]
