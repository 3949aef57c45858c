"""What an officer sets in classification moves the case: at the desk, in review, not after the decision."""

import asyncio
from datetime import datetime

import httpx
import pytest

from services.intake.applications.overriding import take_override
from shared.contracts.overrides import OverrideTold
from shared.domain.errors import Unavailable
from shared.domain.roles import Role
from shared.testing.stack import Stack, keyed
from tests.service.intake.filing import (
    BASE,
    FAST,
    INSTANT,
    Json,
    accepted,
    act,
    contrary,
    hand_in_missing,
    officer,
    prechecked,
    present,
    submitted,
)

ASSESSMENTS = "/api/classification/v1/assessments"
CASES = "/api/issuance/v1/review-cases"
REASON = "沿线多处急弯，须先勘验"
UP: Json = {"class": "III", "reason": REASON}
DOWN: Json = {"class": "II", "lane": "fast", "reason": "已有同车同路勘验报告"}


async def assessed(stack: Stack, application: Json) -> Json:
    async with stack.client("clerk") as clerk:
        found: Json = (await clerk.get(f"{ASSESSMENTS}/{application['assessment_ids'][0]}")).json()
    return found


async def override(stack: Stack, application: Json, body: Json, who: str = "reviewer") -> httpx.Response:
    version = (await assessed(stack, application))["version"]
    async with stack.client(who) as officer:
        place = f"{ASSESSMENTS}/{application['assessment_ids'][0]}/override"
        return await officer.post(place, json=body, headers=keyed(version))


async def overridden(stack: Stack, application: Json, body: Json, who: str = "reviewer") -> Json:
    """The application after an override and the jobs it called for."""
    answer = await override(stack, application, body, who)
    assert answer.status_code == 200, answer.text
    await stack.run_jobs()
    return await present(stack, application, "clerk")


async def case_of(stack: Stack, application: Json) -> Json:
    async with stack.client("reviewer") as reviewer:
        case: Json = (await reviewer.get(f"{CASES}/{application['review_case_id']}")).json()
    return case


async def concluded(stack: Stack, application: Json) -> Json:
    case = await case_of(stack, application)
    body = {"conclusion": "grant", "text": "经审查，符合条件", "conditions": []}
    async with stack.client("reviewer") as reviewer:
        url = f"{CASES}/{case['id']}/conclusion"
        answer = await reviewer.post(url, json=body, headers=keyed(case["version"]))
    assert answer.status_code == 200, answer.text
    concluded_: Json = answer.json()
    return concluded_


async def surveys(stack: Stack, application: Json) -> list[object]:
    query = "SELECT state FROM survey WHERE application_id = :id"
    return [row["state"] for row in await stack.rows(query, id=application["id"])]


def code(answer: httpx.Response) -> str:
    return str(answer.json()["type"]).rsplit("/", 1)[1]


async def test_at_the_desk_class_lane_due_date_and_materials_follow(stack: Stack) -> None:
    clerk = officer(Role.CLERK)
    application = await submitted(stack)
    await hand_in_missing(stack, application)
    before = (await act(stack, clerk, application, "precheck", {})).json()
    now = await overridden(stack, before, UP)
    assert (before["class"], before["lane"]) == ("II", "fast")
    assert (now["status"], now["class"], now["lane"]) == ("precheck", "III", "survey")
    assert now["due_at"] > before["due_at"]
    assert now["assessment"]["needs_survey"]
    async with stack.as_caller(clerk) as client:
        (row,) = (await client.get(f"{BASE}/queue", params={"stage": "mine"})).json()["items"]
    assert (row["class"], row["lane"], row["due_at"]) == ("III", "survey", now["due_at"])
    refused = await act(stack, clerk, now, "acceptance")
    assert (refused.status_code, code(refused)) == (409, "materials_missing")
    await hand_in_missing(stack, now)
    taken = (await act(stack, clerk, await present(stack, now), "acceptance")).json()
    assert taken["status"] == "survey"


async def test_everybody_reads_why_and_only_staff_who(stack: Stack) -> None:
    application = await overridden(stack, await prechecked(stack), UP)
    own = await present(stack, application)
    (told,) = own["overrides"]
    at = datetime.fromisoformat(told.pop("at"))
    assert at.tzinfo is not None
    assert told == {"set_index": 0, "class": "III", "lane": "survey", "reason": REASON, "role": "RV"}
    lines: dict[str, Json] = {}
    for who in ("carrier", "clerk"):
        async with stack.client(who) as client:
            events = (await client.get(f"{BASE}/applications/{application['id']}/timeline")).json()
        (lines[who],) = [event for event in events if event["action"] == "override"]
    assert lines["carrier"]["data"]["explanation"] == REASON
    assert lines["carrier"]["data"]["before"]["class"] == "II"
    assert (lines["carrier"]["actor"], lines["carrier"]["role"]) == (None, "RV")
    assert lines["clerk"]["actor"]
    async with stack.client("carrier") as agent:
        inbox = (await agent.get("/api/registry/v1/inbox", params={"limit": 100})).json()["items"]
    (told,) = [one for one in inbox if (one["template"], one["about_id"]) == ("application.override", own["id"])]
    assert "三类、勘测办理" in told["body"]["zh"]
    assert REASON in told["body"]["zh"]


async def test_in_review_the_case_goes_to_survey_and_back(stack: Stack) -> None:
    application = await accepted(stack, FAST)
    raised = await overridden(stack, application, UP)
    assert (raised["status"], raised["class"], raised["lane"]) == ("survey", "III", "survey")
    assert raised["due_at"] > application["due_at"]
    case = await case_of(stack, raised)
    assert (case["class"], case["lane"], case["sets"][0]["assessment"]["class"]) == ("III", "survey", "III")
    assert case["due_at"] == raised["due_at"]
    assert await surveys(stack, raised) == ["requested"]
    lowered = await overridden(stack, raised, DOWN, "approver")
    assert (lowered["status"], lowered["class"], lowered["lane"]) == ("review", "II", "fast")
    assert lowered["due_at"] == application["due_at"]
    assert await surveys(stack, raised) == ["cancelled"]
    again = await overridden(stack, lowered, UP)
    assert (again["status"], await surveys(stack, raised)) == ("survey", ["requested"])


async def test_a_conclusion_on_the_old_class_no_longer_stands(stack: Stack) -> None:
    application = await accepted(stack, FAST)
    await concluded(stack, application)
    await stack.run_jobs()
    waiting = await present(stack, application)
    assert waiting["status"] == "approval"
    now = await overridden(stack, waiting, UP)
    case = await case_of(stack, now)
    assert (now["status"], case["state"], case["conclusion"]) == ("survey", "open", None)
    assert (case["returned"]["kind"], case["returned"]["reason"]) == ("reclassified", REASON)


async def test_what_is_decided_is_not_overridden(stack: Stack) -> None:
    issued = await submitted(stack, INSTANT)
    assert issued["status"] == "issued"
    answer = await override(stack, issued, UP)
    assert (answer.status_code, code(answer)) == (409, "already_decided")
    assert (await assessed(stack, issued))["status"] == "computed"


async def test_a_decision_that_came_first_takes_the_override_back(stack: Stack) -> None:
    application = await accepted(stack, FAST)
    case = await concluded(stack, application)
    assert (await override(stack, application, UP)).status_code == 200
    async with stack.client("approver") as approver:
        body = {"review_case_id": case["id"], "version": case["version"], "kind": "grant"}
        granted = await approver.post("/api/issuance/v1/decisions", json=body, headers=keyed())
    assert granted.status_code == 201, granted.text
    await stack.run_jobs()
    after, stored = await present(stack, application), await assessed(stack, application)
    assert (after["status"], after["class"], after["overrides"]) == ("issued", "II", [])
    assert (stored["status"], stored["assessment"]["class"]) == ("computed", "II")
    events = await stack.rows(
        "SELECT action, data FROM audit_event WHERE aggregate_id = :id ORDER BY seq",
        id=application["assessment_ids"][0],
    )
    assert [event["action"] for event in events] == ["override", "override_too_late"]
    assert events[1]["data"]["code"] == "already_decided"  # type: ignore[index]


async def test_nobody_sets_the_instant_lane_over_a_reviewer(stack: Stack) -> None:
    application = await accepted(stack, FAST)
    await overridden(stack, application, {"class": "I", "lane": "instant", "reason": "复核"}, "approver")
    now = await present(stack, application)
    assert (now["status"], now["class"], now["lane"]) == ("review", "II", "fast")
    assert (await assessed(stack, application))["status"] == "computed"


async def test_an_override_while_it_is_driven_waits_for_its_turn(stack: Stack, monkeypatch: pytest.MonkeyPatch) -> None:
    application = await prechecked(stack)
    answers: list[httpx.Response] = []

    async def meanwhile(request: httpx.Request) -> httpx.Response | None:
        if request.url.path.endswith("/internal/review-cases"):
            answers.append(await override(stack, application, UP))
            told = await told_now(stack, application)
            with pytest.raises(Unavailable, match="another driver"):
                await take_override(stack.runtime("intake"), told)
        return None

    with monkeypatch.context() as patch:
        contrary(patch, stack, "issuance", meanwhile)
        taken = await act(stack, "clerk", application, "acceptance")
    assert taken.status_code == 200, taken.text
    assert [(answer.status_code, code(answer)) for answer in answers] == [(409, "under_way")]
    now = await overridden(stack, taken.json(), UP)
    assert (now["status"], (await case_of(stack, now))["class"]) == ("survey", "III")


async def told_now(stack: Stack, application: Json) -> OverrideTold:
    """What classification would tell, had it taken an override."""
    stored = await assessed(stack, application)
    by = "00000000-0000-0000-0000-000000000001"
    made = {"class": "III", "lane": "survey", "reason": REASON, "by": by, "by_name": "x", "role": "RV"}
    return OverrideTold.model_validate(
        {
            "application_id": application["id"],
            "assessment_id": stored["id"],
            "set_index": 0,
            "assessment": stored["assessment"],
            "override": made | {"at": "2026-12-01T00:00:00Z"},
        }
    )


async def test_override_and_acceptance_at_once_end_in_one_class(stack: Stack) -> None:
    application = await prechecked(stack)
    raised, taken = await asyncio.gather(
        override(stack, application, UP), act(stack, "clerk", application, "acceptance")
    )
    assert (raised.status_code, taken.status_code) in {(200, 200), (409, 200), (200, 409)}
    await stack.run_jobs()
    now = await present(stack, application, "clerk")
    wanted = "III" if raised.status_code == 200 else "II"
    assert (now["class"], (await assessed(stack, now))["assessment"]["class"]) == (wanted, wanted)
    if now["review_case_id"]:
        case = await case_of(stack, now)
        assert (case["class"], case["lane"], case["due_at"]) == (wanted, now["lane"], now["due_at"])


async def test_two_officers_at_once_are_one_override(stack: Stack) -> None:
    application = await prechecked(stack)
    answers = await asyncio.gather(
        override(stack, application, UP), override(stack, application, {"lane": "survey", "reason": "x"}, "approver")
    )
    assert sorted(answer.status_code for answer in answers) == [200, 412]
    await stack.run_jobs()
    now, stored = await present(stack, application), await assessed(stack, application)
    assert (now["class"], now["lane"]) == (stored["assessment"]["class"], stored["assessment"]["lane"])


async def test_the_same_word_is_taken_once_and_only_from_classification(stack: Stack) -> None:
    application = await overridden(stack, await prechecked(stack), UP)
    stored = await assessed(stack, application)
    told = {
        "application_id": application["id"],
        "assessment_id": stored["id"],
        "set_index": 0,
        "assessment": stored["assessment"],
        "override": stored["override"],
    }
    for service, status in (("classification", 200), ("issuance", 403)):
        async with stack.service_client(service) as client:
            answer = await client.post(f"{BASE}/internal/overrides", json=told)
        assert answer.status_code == status
        if status == 200:
            assert answer.json() == {"taken": False}
    assert (await present(stack, application))["version"] == application["version"]


async def test_judged_anew_the_word_lapses_and_that_is_said(stack: Stack) -> None:
    application = await overridden(stack, await prechecked(stack), UP)
    answer = await act(stack, "clerk", application, "lookup")
    assert answer.status_code == 200, answer.text
    now = answer.json()
    assert (now["class"], now["lane"], now["overrides"]) == ("II", "fast", [])
    assert "override_lapsed" in {item["code"] for item in now["open_items"]}
    late = await override(stack, application, {"lane": "survey", "reason": "x"})
    assert (late.status_code, code(late)) == (409, "superseded")
    again = await overridden(stack, now, UP)
    assert again["class"] == "III"
    assert "override_lapsed" not in {item["code"] for item in again["open_items"]}
