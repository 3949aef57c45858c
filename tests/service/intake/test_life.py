"""Between submission and acceptance: correction, slips put right, silence that accepts, copies."""

from datetime import UTC, datetime, timedelta

import pytest

from services.classification.rules.loading import load_rules
from services.intake.applications.deeming import accept_by_silence
from shared.domain.clock import shanghai_day
from shared.domain.roles import Role
from shared.testing.stack import Stack, errors_at, keyed
from tests.service.intake.filing import (
    BASE,
    FAST,
    INSTANT,
    Json,
    accepted,
    act,
    drafted,
    facts_of,
    force,
    officer,
    prechecked,
    present,
    submitted,
)

NOTICE: Json = {
    "items": [
        {"pointer": "/facts/loaded/height_mm", "text": "请核实装载后高度"},
        {"text": "请补充经办人授权委托书"},
    ]
}
PAST = datetime(2026, 1, 1, tzinfo=UTC)


async def corrected(stack: Stack) -> Json:
    answer = await act(stack, "clerk", await prechecked(stack), "correction-notice", NOTICE)
    assert answer.status_code == 200, answer.text
    body: Json = answer.json()
    return body


async def overdue(stack: Stack, application: Json, **columns: object) -> Json:
    """The same application, handed in so long ago that the time for a notice is over."""
    when = {"submitted_at": PAST, "received_at": PAST, "notice_due_at": PAST + timedelta(days=7)}
    return await force(stack, application, **when, **columns)


async def test_one_notice_names_everything_and_the_applicant_reads_it(stack: Stack) -> None:
    application = await corrected(stack)
    assert (application["status"], application["next"]) == ("correction", {"actor": "CA", "action": "resubmission"})
    own = await present(stack, application)
    assert own["correction"]["number"] == f"{own['number']}-BZ"
    assert [item["text"] for item in own["correction"]["items"]] == [item["text"] for item in NOTICE["items"]]


async def test_a_resubmission_with_other_facts_is_judged_anew(stack: Stack) -> None:
    application = await corrected(stack)
    facts = application["facts"]
    facts["cargo"]["name"], facts["trip"] = "履带式挖掘机", facts_of(FAST)["trip"]
    answer = await act(stack, "carrier", application, "resubmission", {"facts": facts, "note": "已改"})
    again = answer.json()
    assert (answer.status_code, again["status"], again["lane"]) == (200, "precheck", "fast")
    assert (again["facts"]["cargo"]["name"], again["next"]) == ("履带式挖掘机", {"actor": "CK", "action": "precheck"})
    assert again["received_at"] > application["received_at"] == application["submitted_at"]
    assert again["notice_due_at"] >= application["notice_due_at"]
    assessed = await stack.rows(
        "SELECT facts_version FROM assessment WHERE application_id = :id ORDER BY 1", id=again["id"]
    )
    assert [row["facts_version"] for row in assessed] == [1, 2]
    events = await stack.rows(
        "SELECT data FROM audit_event WHERE aggregate_id = :id AND action = 'resubmission'", id=again["id"]
    )
    assert events == [{"data": {"facts_version": 2, "facts_changed": True, "applicant": "已改"}}]
    checked = (await act(stack, "clerk", again, "precheck", {})).json()
    assert (await act(stack, "clerk", checked, "acceptance")).json()["status"] == "review"


async def test_a_resubmission_without_facts_looks_papers_up_again(stack: Stack) -> None:
    again = (await act(stack, "carrier", await corrected(stack), "resubmission", {})).json()
    assert (again["status"], again["assessment"] is None) == ("precheck", False)
    rows = await stack.rows("SELECT facts_version, prechecked_by FROM application WHERE id = :id", id=again["id"])
    assert rows == [{"facts_version": 2, "prechecked_by": None}]


async def test_a_repeated_resubmission_is_one(stack: Stack) -> None:
    application = await corrected(stack)
    first = await act(stack, "carrier", application, "resubmission", {}, key="again-" + application["id"])
    second = await act(stack, "carrier", application, "resubmission", {}, key="again-" + application["id"])
    assert (second.status_code, second.json()) == (200, first.json())


async def test_a_trip_of_the_past_is_not_handed_in_again(stack: Stack) -> None:
    application = await force(stack, await corrected(stack), planned_start=PAST)
    answer = await act(stack, "carrier", application, "resubmission", {"facts": _past(application["facts"])})
    assert (answer.status_code, list(errors_at(answer))) == (422, ["/facts/trip/planned_start"])


def _past(facts: Json) -> Json:
    window = {"planned_start": PAST.isoformat(), "planned_end": (PAST + timedelta(hours=1)).isoformat()}
    return {**facts, "trip": {**facts["trip"], **window}}


async def test_a_resubmission_is_no_way_round_the_duplicate(stack: Stack) -> None:
    other, application = await submitted(stack), await corrected(stack)
    answer = await act(stack, "carrier", application, "resubmission", {"facts": other["facts"]})
    assert (answer.status_code, answer.json()["type"].rsplit("/")[-1]) == (409, "duplicate")


async def test_a_second_notice_is_the_supervisors_and_counts_as_a_defect(stack: Stack) -> None:
    again = (await act(stack, "carrier", await corrected(stack), "resubmission", {})).json()
    clerks = await act(stack, "clerk", again, "correction-notice", NOTICE)
    assert (clerks.status_code, clerks.json()["type"].rsplit("/")[-1]) == (403, "supervisor_needed")
    second = (await act(stack, "supervisor", again, "correction-notice", NOTICE)).json()
    assert (second["status"], second["correction"]["number"]) == ("correction", f"{second['number']}-BZ2")
    events = await stack.rows(
        "SELECT actor_role, data -> 'office_defect' AS defect FROM audit_event"
        " WHERE aggregate_id = :id AND action = 'correction_notice' ORDER BY seq",
        id=second["id"],
    )
    assert [(event["actor_role"], event["defect"]) for event in events] == [("CK", None), ("SV", True)]
    async with stack.client("carrier") as agent:
        told = (await agent.get(f"{BASE}/applications/{second['id']}/timeline")).json()
    assert "office_defect" not in told[-1]["data"]


async def test_the_first_notice_is_the_clerks(stack: Stack) -> None:
    answer = await act(stack, "supervisor", await prechecked(stack), "correction-notice", NOTICE)
    assert (answer.status_code, answer.json()["type"].rsplit("/")[-1]) == (403, "role_not_allowed")


async def test_slips_are_put_right_on_the_spot(stack: Stack) -> None:
    application = await prechecked(stack)
    slips = [
        {"pointer": "/facts/cargo/name", "text": "液压挖掘机"},
        {"pointer": "/facts/trip/origin/address", "text": "装备制造基地 8 号"},
    ]
    answer = await act(stack, "clerk", application, "fix", {"slips": slips, "note": "电话确认"})
    mended = answer.json()
    assert (answer.status_code, mended["status"]) == (200, "precheck")
    assert mended["facts"]["cargo"]["name"] == "液压挖掘机"
    assert mended["facts"]["trip"]["origin"]["address"] == "装备制造基地 8 号"
    assert mended["next"] == {"actor": "CK", "action": "precheck"}
    assert mended["assessment"]["class"] == application["assessment"]["class"]
    assert mended["notice_due_at"] == application["notice_due_at"]
    events = await stack.rows(
        "SELECT data FROM audit_event WHERE aggregate_id = :id AND action = 'fix'", id=mended["id"]
    )
    told = events[0]["data"]
    assert isinstance(told, dict)
    assert told["slips"][0] == {
        "pointer": "/facts/cargo/name",
        "from": application["facts"]["cargo"]["name"],
        "to": "液压挖掘机",
    }


@pytest.mark.parametrize(
    ("pointer", "at"),
    [
        ("/facts/loaded/height_mm", "/slips/0/pointer"),
        ("/facts/vehicle_set/tractors/0/plate", "/slips/0/pointer"),
        ("/facts/trip/origin/adcode", "/slips/0/pointer"),
        ("/further_sets/3/cargo/name", "/slips/0/pointer"),
        ("/facts/trip/via/9/name", "/slips/0/pointer"),
    ],
)
async def test_what_is_measured_is_no_slip(stack: Stack, pointer: str, at: str) -> None:
    application = await prechecked(stack)
    body = {"slips": [{"pointer": pointer, "text": "改"}], "note": "电话确认"}
    answer = await act(stack, "clerk", application, "fix", body)
    assert (answer.status_code, list(errors_at(answer))) == (422, [at])
    assert (await present(stack, application))["version"] == application["version"]


async def test_the_time_for_a_notice_is_the_one_of_the_rule_set(stack: Stack) -> None:
    application = await submitted(stack)
    received = shanghai_day(datetime.fromisoformat(application["received_at"]))
    clock = load_rules("ordos").source.clock
    async with stack.public() as anyone:
        query = {"accepted_on": received.isoformat(), "working_days": str(clock.deemed_acceptance_days)}
        explained = (await anyone.get("/api/classification/v1/due-dates/explanation", params=query)).json()
    assert datetime.fromisoformat(application["notice_due_at"]) == datetime.fromisoformat(explained["due_at"])


async def test_silence_accepts_from_the_day_of_receipt(stack: Stack) -> None:
    application = await overdue(stack, await submitted(stack))
    counted = await present(stack, application)
    assert (counted["status"], counted["next"]) == ("accepted", {"actor": "system", "action": "routing"})
    late = await act(stack, "clerk", application, "claim")
    assert (late.status_code, late.json()["type"].rsplit("/")[-1]) == (409, "deemed_accepted")
    await accept_by_silence(stack.runtime("intake"))
    await accept_by_silence(stack.runtime("intake"))
    await stack.run_jobs()
    after = await present(stack, application)
    assert (after["status"], after["deemed_accepted"]) == ("review", True)
    assert datetime.fromisoformat(after["accepted_at"]) == PAST
    receipts = await stack.rows("SELECT number, payload FROM receipt WHERE application_id = :id", id=after["id"])
    assert [receipt["number"] for receipt in receipts] == [f"{after['number']}-SL"]
    assert receipts[0]["payload"]["clause"] == "许可法第三十二条第四项"  # type: ignore[index]


@pytest.mark.parametrize("status", ["precheck", "submitted"])
async def test_silence_accepts_while_the_clerk_has_it_too(stack: Stack, status: str) -> None:
    application = await overdue(stack, await submitted(stack), status=status)
    await accept_by_silence(stack.runtime("intake"))
    assert (await stack.rows("SELECT status FROM application WHERE id = :id", id=application["id"])) == [
        {"status": "accepted"}
    ]
    await stack.run_jobs()


async def test_a_notice_in_time_stops_the_silence(stack: Stack) -> None:
    application = await overdue(stack, await corrected(stack))
    await accept_by_silence(stack.runtime("intake"))
    assert (await present(stack, application))["status"] == "correction"


async def test_silence_does_not_accept_what_may_not_be(stack: Stack) -> None:
    application = await overdue(stack, await submitted(stack, "not_accepted_divisible"))
    await accept_by_silence(stack.runtime("intake"))
    assert (await present(stack, application))["status"] == "submitted"
    assert (await act(stack, "clerk", application, "claim")).status_code == 200


async def copied(stack: Stack, application: Json, order: Json) -> Json:
    async with stack.client("carrier") as agent:
        url = f"{BASE}/applications/{application['id']}/copy"
        answer = await agent.post(url, json=order, headers=keyed())
        assert answer.status_code == 201, answer.text
        body: Json = answer.json()
        assert (await agent.get(answer.headers["Location"])).json() == body
    return body


async def test_a_terminated_application_is_begun_again_from_its_copy(stack: Stack) -> None:
    told = {"reason": "wrong_route", "guidance": "请核对起讫点后重新申报"}
    ended = (await act(stack, "clerk", await prechecked(stack), "termination", told)).json()
    copy = await copied(stack, ended, {})
    assert (copy["status"], copy["number"], copy["supersedes_id"]) == ("draft", None, ended["id"])
    assert (copy["facts"], copy["assessment"], copy["permits"]) == (ended["facts"], None, [])
    assert (await act(stack, "carrier", copy, "submission")).json()["status"] == "submitted"


async def test_the_way_back_begins_when_the_way_there_ends(stack: Stack) -> None:
    issued = await submitted(stack, INSTANT)
    back = await copied(stack, issued, {"kind": "return"})
    there, trip = issued["facts"]["trip"], back["facts"]["trip"]
    assert (trip["origin"], trip["destination"]) == (there["destination"], there["origin"])
    assert datetime.fromisoformat(trip["planned_start"]) == datetime.fromisoformat(there["planned_end"])
    assert back["supersedes_id"] is None


async def test_the_same_load_at_another_time_takes_as_long(stack: Stack) -> None:
    source = await drafted(stack, facts_of(FAST))
    start = datetime(2027, 3, 1, 6, tzinfo=UTC)
    trip = (await copied(stack, source, {"planned_start": start.isoformat()}))["facts"]["trip"]
    took = datetime.fromisoformat(trip["planned_end"]) - datetime.fromisoformat(trip["planned_start"])
    assert (datetime.fromisoformat(trip["planned_start"]), took) == (start, timedelta(minutes=20))


async def test_nobody_copies_what_is_not_his(stack: Stack) -> None:
    application = await accepted(stack)
    url = f"{BASE}/applications/{application['id']}/copy"
    async with stack.as_caller(officer(Role.COMPANY_AGENT)) as stranger, stack.client("clerk") as clerk:
        assert (await stranger.post(url, json={}, headers=keyed())).status_code == 404
        assert (await clerk.post(url, json={}, headers=keyed())).status_code == 403
