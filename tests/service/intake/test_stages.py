"""Issuance's stages mirrored: in order, whoever comes first, and mended by the comparison."""

from uuid import uuid4

import httpx
import pytest

from services.intake.stages.compare import compare_stages
from shared.testing.stack import Stack
from tests.service.intake.filing import BASE, FAST, INSTANT, SURVEY, Json, accepted, force, present, submitted


async def tell(stack: Stack, application: Json, stage: str, seq: int, *, service: str = "issuance") -> httpx.Response:
    decided = stage in {"issue", "refusal"}
    body = {
        "application_id": application["id"],
        "stage": stage,
        "stage_seq": seq,
        "permits": [{"number": "DEMO-T", "set_index": 0, "state": "issued"}] if stage == "issue" else [],
        "decided_at": "2026-11-22T00:00:00+08:00" if decided else None,
    }
    async with stack.service_client(service) as client:
        return await client.post(f"{BASE}/internal/stages", json=body)


@pytest.mark.parametrize(("end", "status"), [("issue", "issued"), ("refusal", "rejected")])
async def test_stages_lead_to_the_decision_and_older_ones_are_ignored(stack: Stack, end: str, status: str) -> None:
    application = await force(stack, await accepted(stack), stage_seq=10)
    told: list[tuple[str, int, bool, str]] = [
        ("sent_for_approval", 11, True, "approval"),
        ("review", 10, False, "approval"),
        ("sent_for_approval", 11, False, "approval"),
        ("review", 12, True, "review"),
        ("sent_for_approval", 13, True, "approval"),
        (end, 14, True, status),
        ("review", 13, False, status),
    ]
    for stage, seq, taken, now in told:
        assert (await tell(stack, application, stage, seq)).json() == {"taken": taken}
        assert (await present(stack, application))["status"] == now
    after = await present(stack, application)
    assert [permit["number"] for permit in after["permits"]] == (["DEMO-T"] if end == "issue" else [])
    assert after["decided_at"] == "2026-11-21T16:00:00Z"


@pytest.mark.parametrize("stage", ["review", "sent_for_approval", "issue", "refusal"])
@pytest.mark.parametrize(("name", "lane"), [(FAST, "review"), (SURVEY, "survey")])
async def test_a_stage_that_overtakes_the_driver_brings_the_opening_with_it(
    stack: Stack, name: str, lane: str, stage: str
) -> None:
    application = await force(stack, await submitted(stack, name), status="routed")
    assert (await tell(stack, application, stage, 50)).json() == {"taken": True}
    ends = {"review": lane, "sent_for_approval": "approval", "issue": "issued", "refusal": "rejected"}
    assert (await present(stack, application))["status"] == ends[stage]


async def test_an_automatic_decision_may_be_told_before_the_driver_writes_it(stack: Stack) -> None:
    application = await force(stack, await submitted(stack, INSTANT), status="routed", stage_seq=0)
    assert (await tell(stack, application, "issue", 51)).json() == {"taken": True}
    assert (await present(stack, application))["status"] == "issued"
    assert (await tell(stack, application, "issue", 52)).json() == {"taken": True}


async def test_an_open_case_of_the_survey_lane_stays_in_survey(stack: Stack) -> None:
    application = await accepted(stack, SURVEY)
    assert (await tell(stack, application, "review", 60)).json() == {"taken": True}
    assert (await present(stack, application))["status"] == "survey"


async def test_only_issuance_tells_stages(stack: Stack) -> None:
    application = await accepted(stack)
    assert (await tell(stack, application, "issue", 90, service="fieldwork")).status_code == 403
    assert (await tell(stack, {"id": str(uuid4())}, "issue", 90)).status_code == 404
    async with stack.client("approver") as approver:
        assert (await approver.post(f"{BASE}/internal/stages", json={})).status_code == 403


async def test_a_withdrawn_application_takes_no_decision(stack: Stack) -> None:
    application = await force(stack, await accepted(stack), status="withdrawn")
    answer = await tell(stack, application, "issue", 91)
    assert (answer.status_code, (await present(stack, application))["permits"]) == (409, [])


async def test_the_comparison_mends_a_lost_stage(stack: Stack) -> None:
    application = await accepted(stack)
    await stack.rows(
        "UPDATE review_case SET state = 'sent_for_approval', stage_seq = stage_seq + 5 "
        "WHERE application_id = :id RETURNING id",
        id=application["id"],
    )
    await compare_stages(stack.runtime("intake"))
    assert (await present(stack, application))["status"] == "approval"


async def test_the_comparison_brings_a_lost_decision_with_its_permits(stack: Stack) -> None:
    issued = await submitted(stack, INSTANT)
    await force(stack, issued, status="review", stage_seq=0, permits="[]")
    await stack.rows("UPDATE review_case SET stage_seq = 5 WHERE application_id = :id RETURNING id", id=issued["id"])
    await compare_stages(stack.runtime("intake"))
    after = await present(stack, issued)
    assert (after["status"], after["permits"]) == ("issued", issued["permits"])


async def test_the_comparison_completes_a_withdrawal_that_was_cut_off(stack: Stack) -> None:
    application = await accepted(stack)
    await stack.rows(
        "UPDATE review_case SET state = 'closed' WHERE application_id = :id RETURNING id", id=application["id"]
    )
    await compare_stages(stack.runtime("intake"))
    assert (await present(stack, application))["status"] == "withdrawn"


async def test_survey_and_escort_in_hand_bring_it_to_review(stack: Stack) -> None:
    application = await accepted(stack, SURVEY)
    await stack.run_jobs()
    await compare_stages(stack.runtime("intake"))
    assert (await present(stack, application))["status"] == "survey"
    await stack.rows(
        "UPDATE survey SET state = 'reported', conclusion = 'pass' WHERE application_id = :id RETURNING id",
        id=application["id"],
    )
    await stack.rows(
        "INSERT INTO escort_assignment (id, application_id, application_number, facts_version, authority_adcode, "
        "carrier_id, carrier_name, agency_id, spec, summary, state, offered_by, respond_due, created_at, version) "
        "SELECT gen_random_uuid(), application_id, application_number, facts_version, authority_adcode, carrier_id, "
        "'x', id, '{}', '{}', 'accepted', id, now(), now(), 1 FROM survey WHERE application_id = :id RETURNING id",
        id=application["id"],
    )
    await compare_stages(stack.runtime("intake"))
    assert (await present(stack, application))["status"] == "review"
