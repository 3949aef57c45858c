"""Who has a case at every stage, for whom by name; forecasts from the office's own history and their calibration."""

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from services.intake.holders.history import count_history
from services.intake.settings import LIMITS
from shared.domain.clock import utc_now
from shared.domain.roles import Role
from shared.testing.stack import Stack
from tests.service.intake.filing import (
    BASE,
    INSTANT,
    SURVEY,
    Json,
    accepted,
    act,
    clones,
    drafted,
    facts_of,
    officer,
    prechecked,
    submitted,
)


async def holder(stack: Stack, application: Json, who: str = "clerk") -> Json:
    async with stack.client(who) as client:
        answer = await client.get(f"{BASE}/applications/{application['id']}/holder")
    assert answer.status_code == 200, answer.text
    body: Json = answer.json()
    return body


async def test_the_applicant_has_a_draft_and_a_correction(stack: Stack) -> None:
    draft = await drafted(stack, facts_of(INSTANT))
    found = (await holder(stack, draft, "carrier"))["holder"]
    assert (found["party"], found["waits_for"]) == ("applicant", "submission")
    assert found["since"] is not None
    application = await prechecked(stack)
    notice = {"items": [{"text": "补充轮廓图"}]}
    corrected = (await act(stack, "clerk", application, "correction-notice", notice)).json()
    found = (await holder(stack, corrected))["holder"]
    assert (found["party"], found["waits_for"]) == ("applicant", "resubmission")
    assert found["names"] == [application["carrier_name"]]


async def test_a_clerk_is_named_to_staff_alone(stack: Stack) -> None:
    application = await submitted(stack)
    free = (await holder(stack, application))["holder"]
    assert (free["party"], free["role"], free["names"]) == ("office", "CK", [])
    assert free["due_at"] is not None, "the legal end of the time for a notice or the decision"
    claimed = (await act(stack, "clerk", application, "claim")).json()
    found = (await holder(stack, claimed))["holder"]
    rows = await stack.rows("SELECT display_name FROM account WHERE id = :id", id=claimed["claimed_by"])
    assert found["names"] == [rows[0]["display_name"]]
    shown = (await holder(stack, claimed, "carrier"))["holder"]
    assert shown == {**found, "names": []}


async def test_who_was_given_a_case_is_named_not_who_gave_it(stack: Stack) -> None:
    application = await submitted(stack)
    given = (await act(stack, "supervisor", application, "assignment", {})).json()
    rows = await stack.rows("SELECT display_name FROM account WHERE id = :id", id=given["claimed_by"])
    assert (await holder(stack, given))["holder"]["names"] == [rows[0]["display_name"]]


async def test_a_case_in_review_in_the_field_and_at_its_end(stack: Stack) -> None:
    application = await accepted(stack)
    found = (await holder(stack, application))["holder"]
    assert (found["party"], found["role"], found["waits_for"]) == ("office", "RV", "conclusion")
    assert found["due_at"] == application["due_at"]
    surveyed = await accepted(stack, SURVEY)
    found = (await holder(stack, surveyed))["holder"]
    assert (found["party"], found["waits_for"]) == ("inspector", "survey")
    ended = await submitted(stack, INSTANT)
    assert (await holder(stack, ended)) == {"holder": None, "forecast": None}


async def test_a_reviewer_and_an_asked_party_are_named(stack: Stack) -> None:
    application = await accepted(stack)
    case = (await stack.rows("SELECT id, version FROM review_case WHERE application_id = :id", id=application["id"]))[0]
    async with stack.client("reviewer") as reviewer:
        headers = {"Idempotency-Key": str(uuid4()), "If-Match": f'"{case["version"]}"'}
        claimed = await reviewer.post(f"/api/issuance/v1/review-cases/{case['id']}/claim", headers=headers)
        assert claimed.status_code == 200, claimed.text
        assert len((await holder(stack, application))["holder"]["names"]) == 1
        order = {"party": "traffic_police", "party_name": "市公安局交警支队", "question": "能否通行？"}
        asked = await reviewer.post(
            f"/api/issuance/v1/review-cases/{case['id']}/consultations",
            json=order,
            headers={"Idempotency-Key": str(uuid4())},
        )
        assert asked.status_code == 201, asked.text
    found = (await holder(stack, application))["holder"]
    assert (found["party"], found["names"]) == ("third_party", ["市公安局交警支队"])


async def test_who_may_not_see_it(stack: Stack) -> None:
    application = await submitted(stack)
    async with stack.other_carrier(uuid4()) as stranger:
        assert (await stranger.get(f"{BASE}/applications/{application['id']}/holder")).status_code == 404
    async with stack.client("carrier") as agent:
        assert (await agent.get(f"{BASE}/stage-histories")).status_code == 403


async def decided(stack: Stack, like: Json, authority: str, ended: datetime, hours: list[float]) -> None:
    """So many cases of another authority that were submitted some hours before they were decided."""
    ids = await clones(
        stack,
        like,
        len(hours),
        status="issued",
        decided_at=ended,
        authority_adcode=authority,
        **{"class": "II", "lane": "fast"},
    )
    for one, took in zip(ids, hours, strict=True):
        await handed_in(stack, one, ended - timedelta(hours=took))


async def handed_in(stack: Stack, application_id: str, at: datetime) -> None:
    """Write down that a cloned application was submitted then."""
    query = """
        INSERT INTO audit_event (id, service, aggregate, aggregate_id, seq, action, actor_name, actor_role, at,
                                 request_id, data, previous_hash, hash)
        VALUES (:id, 'intake', 'application', :one, 1, 'submission', '经办人', 'CA', :at, '-', '{}',
                decode(repeat('00', 32), 'hex'), decode(repeat('00', 32), 'hex')) RETURNING id
    """
    await stack.rows(query, id=uuid4(), one=application_id, at=at)


@pytest.fixture
def authority() -> str:
    """An authority nobody else has a history of."""
    return f"15{uuid4().int % 10_000:04d}"


async def histories(stack: Stack, authority: str) -> list[dict[str, Any]]:
    await count_history(stack.runtime("intake"))
    async with stack.as_caller(officer(Role.SUPERVISOR, authority=authority)) as supervisor:
        answer = await supervisor.get(f"{BASE}/stage-histories")
    assert answer.status_code == 200, answer.text
    items: list[dict[str, Any]] = answer.json()["items"]
    return items


async def test_a_history_is_counted_and_tested_on_its_latest_part(stack: Stack, authority: str) -> None:
    like, now = await submitted(stack), utc_now()
    before = now - timedelta(days=LIMITS.forecast.tested_days + 5)
    await decided(stack, like, authority, before, [float(hours) for hours in range(1, 22)])
    await decided(stack, like, authority, now - timedelta(days=1), [5.0, 10.0, 12.0, 40.0])
    (found,) = await histories(stack, authority)
    assert (found["class"], found["lane"], found["stage"], found["cases"]) == ("II", "fast", "desk", 25)
    assert (found["tested"], found["within_p50"], found["within_p90"]) == (4, 2, 3), "p50 was 11 h, p90 19 h"
    assert found["p50_s"] == 11 * 3600
    (again,) = await histories(stack, authority)
    assert again == {**found, "computed_at": again["computed_at"]}


async def test_a_running_case_is_foretold_from_it(stack: Stack, authority: str) -> None:
    like = await submitted(stack)
    await decided(stack, like, authority, utc_now() - timedelta(days=2), [float(hours) for hours in range(101)])
    (running,) = await clones(stack, like, 1, authority_adcode=authority)
    await handed_in(stack, running, utc_now() - timedelta(hours=50))
    await count_history(stack.runtime("intake"))
    async with stack.as_caller(officer(Role.CLERK, authority=authority)) as clerk:
        found = (await clerk.get(f"{BASE}/applications/{running}/holder")).json()["forecast"]
    assert found["cases"] == 101
    assert found["beyond"] is False
    left = [(datetime.fromisoformat(found[name]) - utc_now()).total_seconds() / 3600 for name in ("p50_at", "p90_at")]
    assert left == pytest.approx([25, 45], abs=0.1)


async def test_few_cases_foretell_nothing(stack: Stack, authority: str) -> None:
    like = await submitted(stack)
    await decided(stack, like, authority, utc_now(), [1.0] * (LIMITS.forecast.least_cases - 1))
    assert await histories(stack, authority) == []
