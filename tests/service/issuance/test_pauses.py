"""The clock of a case stands still on the law's grounds alone: told in writing, the due date in step everywhere."""

import asyncio
from datetime import datetime, timedelta
from typing import cast
from uuid import uuid4

import httpx
import pytest

from shared.domain.clock import shanghai_day, utc_now
from shared.testing.stack import Json, Stack, errors_at, keyed
from tests.service.intake.filing import accepted, act, present
from tests.service.issuance.cases import API, case_order, concluded, decide, decision, opened
from tests.service.issuance.test_decisions import code

TODAY = shanghai_day(utc_now())


def days_on(days: int) -> str:
    return (TODAY + timedelta(days=days)).isoformat()


async def pause(
    stack: Stack,
    case: Json,
    *,
    ground: str = "reinforcement",
    days: int = 20,
    who: str = "reviewer",
    key: str | None = None,
) -> httpx.Response:
    body = {"ground": ground, "last": days_on(days), "explanation": "二号桥须先加固支座"}
    async with stack.client(who) as client:
        path, version = f"{API}/review-cases/{case['id']}/pauses", cast("int", case["version"])
        return await client.post(path, json=body, headers=keyed(version, key))


async def case_of(stack: Stack, application: Json) -> Json:
    async with stack.client("reviewer") as client:
        return cast("Json", (await client.get(f"{API}/review-cases/{application['review_case_id']}")).json())


async def explained(stack: Stack, application: Json, span: str | None) -> datetime:
    """The due date as classification counts it day by day."""
    days = application["assessment"]["statutory_days"]  # type: ignore[index]
    on = shanghai_day(datetime.fromisoformat(str(application["accepted_at"])))
    params = {"accepted_on": on.isoformat(), "working_days": str(days)} | ({"pause": span} if span else {})
    async with stack.public() as public:
        answer = await public.get("/api/classification/v1/due-dates/explanation", params=params)
    assert answer.status_code == 200, answer.text
    return datetime.fromisoformat(answer.json()["due_at"])


async def test_reinforcement_stops_the_clock_everywhere_and_is_told_in_writing(stack: Stack) -> None:
    application = await accepted(stack)
    case = await case_of(stack, application)
    key = str(uuid4())
    answer = await pause(stack, case, key=key)
    assert answer.status_code == 201, answer.text
    clock = answer.json()
    due = await explained(stack, application, f"reinforcement/{days_on(0)}/{days_on(20)}")
    assert datetime.fromisoformat(clock["due_at"]) == due > datetime.fromisoformat(str(application["due_at"]))
    assert [(one["first"], one["last"]) for one in clock["pauses"]] == [(days_on(0), days_on(20))]
    assert (await pause(stack, case, key=key)).json()["pauses"] == clock["pauses"], "the same key, once"
    await stack.run_jobs()
    after = await present(stack, application)
    assert datetime.fromisoformat(after["due_at"]) == due, "intake counts to the same day"
    assert [one["notice_no"] for one in after["pauses"]] == [clock["pauses"][0]["notice_number"]]
    assert datetime.fromisoformat(str((await case_of(stack, application))["due_at"])) == due
    async with stack.client("carrier") as carrier:
        papers = (await carrier.get(f"{API}/papers?application_id={application['id']}")).json()["items"]
        pdf = await carrier.get(f"{API}/papers/{papers[0]['number']}/document")
        inbox = (await carrier.get("/api/registry/v1/inbox")).json()["items"]
    assert [(one["kind"], one["number"]) for one in papers] == [("pause", clock["pauses"][0]["notice_number"])]
    assert pdf.content.startswith(b"%PDF-")
    assert "application.pause" in {one["template"] for one in inbox if one["about_id"] == application["id"]}
    (said,) = await stack.rows("SELECT payload FROM act_paper WHERE number = :n", n=papers[0]["number"])
    lines = cast("list[str]", cast("Json", said["payload"])["effects"])
    assert any(line.startswith("不计入：") and "加固、改造" in line for line in lines)
    assert sum(line.startswith("计入：") for line in lines) == 3, "survey, consultation and supplement count"


async def test_a_pause_that_ends_sooner_gives_the_days_back(stack: Stack) -> None:
    application = await accepted(stack)
    case = await case_of(stack, application)
    clock = (await pause(stack, case)).json()
    path = f"{API}/review-cases/{case['id']}/pauses/{clock['pauses'][0]['id']}/end"
    async with stack.client("approver") as client:
        stale = await client.post(path, headers=keyed(cast("int", case["version"])))
        ended = await client.post(path, headers=keyed(clock["version"]))
        again = await client.post(path, headers=keyed(ended.json()["version"]))
        unknown = await client.post(
            path.replace(clock["pauses"][0]["id"], str(uuid4())), headers=keyed(clock["version"])
        )
    assert (stale.status_code, ended.status_code, unknown.status_code) == (412, 200, 412)
    assert (again.status_code, code(again)) == (409, "pause_over")
    due = await explained(stack, application, f"reinforcement/{days_on(0)}/{days_on(0)}")
    assert datetime.fromisoformat(ended.json()["due_at"]) == due
    await stack.run_jobs()
    assert datetime.fromisoformat((await present(stack, application))["due_at"]) == due
    kinds = "SELECT kind FROM act_paper WHERE application_id = :id ORDER BY id"
    assert [row["kind"] for row in await stack.rows(kinds, id=application["id"])] == ["pause", "pause_end"]


@pytest.mark.parametrize("ground", ["survey", "consultation", "supplement", "weather"])
async def test_nothing_else_stops_the_clock(stack: Stack, ground: str) -> None:
    case = await opened(stack, await case_order(stack, "class2_excavator"))
    answer = await pause(stack, case, ground=ground)
    assert (answer.status_code, errors_at(answer)) == (422, ["/ground"])
    async with stack.client("reviewer") as client:
        clock = (await client.get(f"{API}/review-cases/{case['id']}/clock")).json()
    assert clock["pauses"] == []
    assert ground not in {one["code"] for one in clock["grounds"]["stops"]}


async def test_wrong_days_persons_and_moments_are_refused(stack: Stack) -> None:
    case = await opened(stack, await case_order(stack, "class2_excavator"))
    assert errors_at(await pause(stack, case, days=-1)) == ["/last"]
    assert errors_at(await pause(stack, case, days=400)) == ["/last"]
    assert (await pause(stack, case, who="clerk")).status_code == 403
    assert (await pause(stack, case, who="carrier")).status_code == 403
    answers = await asyncio.gather(*(pause(stack, case) for _ in range(3)))
    assert sorted(answer.status_code for answer in answers) == [201, 412, 412]
    standing = {**case, "version": next(one.json()["version"] for one in answers if one.status_code == 201)}
    assert code(await pause(stack, standing)) == "paused_already"
    assert (await pause(stack, standing, ground="hearing")).status_code == 201


async def test_a_decided_case_has_no_clock_left(stack: Stack) -> None:
    waiting = await concluded(stack, await case_order(stack, "class2_excavator"))
    paused = await pause(stack, waiting, who="approver")
    assert paused.status_code == 201, "also while it waits for approval"
    assert (await decide(stack, decision({**waiting, "version": paused.json()["version"]}))).status_code == 201
    async with stack.client("reviewer") as client:
        case = (await client.get(f"{API}/review-cases/{waiting['id']}")).json()
    assert code(await pause(stack, case)) == "already_decided"


async def test_an_older_telling_is_ignored_and_only_issuance_tells(stack: Stack) -> None:
    application = await accepted(stack)
    await pause(stack, await case_of(stack, application))
    await stack.run_jobs()
    told = {"application_id": application["id"], "seq": 0, "pauses": []}
    async with stack.service_client("issuance") as own, stack.service_client("fieldwork") as other:
        assert (await own.post("/api/intake/v1/internal/pauses", json=told)).json() == {"taken": False}
        assert (await other.post("/api/intake/v1/internal/pauses", json=told)).status_code == 403
        unknown = {**told, "application_id": str(uuid4())}
        assert (await own.post("/api/intake/v1/internal/pauses", json=unknown)).status_code == 404
    assert len((await present(stack, application))["pauses"]) == 1
    assert (await act(stack, "carrier", await present(stack, application), "withdrawal")).status_code == 200
