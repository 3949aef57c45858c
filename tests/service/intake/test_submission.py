"""Submission: number, answer, repeat, what refuses it, and what the system settles by itself."""

import asyncio
import re
from datetime import datetime
from uuid import UUID, uuid4

import pytest

from shared.domain.clock import shanghai_day, utc_now
from shared.domain.roles import Role
from shared.platform.audit import broken_at, events_of
from shared.platform.tokens import Caller
from shared.platform.transaction import reading
from shared.testing.stack import Stack, errors_at, keyed, sample
from tests.service.intake.filing import BASE, FAST, INSTANT, SURVEY, act, drafted, facts_of, present, submitted


async def test_an_instant_case_leaves_with_its_permit(stack: Stack) -> None:
    draft = await drafted(stack, facts_of(INSTANT))
    answer = await act(stack, "carrier", draft, "submission")
    issued = answer.json()
    assert (answer.status_code, issued["status"], issued["class"], issued["lane"]) == (200, "issued", "I", "instant")
    assert re.fullmatch(rf"A150600{shanghai_day(utc_now()):%Y%m%d}\d{{5}}", issued["number"])
    assert [permit["set_index"] for permit in issued["permits"]] == [0]
    assert issued["next"] is None
    assert issued["assessment"]["outcome"] == "permit_required"
    assert issued["route_plan_id"] == issued["route_plan_ids"][0]
    assert answer.headers["ETag"] == f'"{issued["version"]}"'
    async with stack.client("carrier") as agent:
        events = (await agent.get(f"{BASE}/applications/{draft['id']}/timeline")).json()
    acts = [event["action"] for event in events]
    wanted = ["draft", "submission", "assessment", "automatic_acceptance", "routing", "automatic_decision"]
    assert acts == wanted
    async with reading(stack.runtime("intake").database) as session:
        assert broken_at(await events_of(session, UUID(draft["id"]))) is None
    rows = await stack.rows("SELECT driver_lease FROM application WHERE id = :id", id=draft["id"])
    assert rows == [{"driver_lease": None}]
    receipts = await stack.rows("SELECT kind, number FROM receipt WHERE application_id = :id", id=draft["id"])
    assert receipts == [{"kind": "acceptance", "number": f"{issued['number']}-SL"}]


@pytest.mark.parametrize(("name", "lane"), [(FAST, "fast"), (SURVEY, "survey"), ("refused_axle_load", "fast")])
async def test_other_lanes_wait_for_the_clerk(stack: Stack, name: str, lane: str) -> None:
    application = await submitted(stack, name)
    assert (application["status"], application["lane"]) == ("submitted", lane)
    assert application["next"] == {"actor": "CK", "action": "precheck"}
    due = [datetime.fromisoformat(told["due_at"]) for told in (application, application["assessment"])]
    assert due[0] == due[1]


async def test_what_needs_no_permit_is_told_so_with_a_receipt(stack: Stack) -> None:
    application = await submitted(stack, "not_oversize")
    assert (application["status"], application["class"], application["lane"]) == ("not_accepted", None, None)
    rows = await stack.rows(
        "SELECT kind, payload - 'about' AS payload FROM receipt WHERE application_id = :id", id=application["id"]
    )
    assert rows == [{"kind": "non_acceptance", "payload": {"ground": "no_permit_needed"}}]


async def test_a_ground_not_to_accept_is_prepared_for_the_clerk(stack: Stack) -> None:
    application = await submitted(stack, "not_accepted_divisible")
    assert application["status"] == "submitted"
    assert application["finding"] == {
        "ground": "divisible_goods",
        "rules": ["art11.divisible"],
        "right_authority": None,
    }


async def test_a_repeat_answers_from_the_present_state(stack: Stack) -> None:
    draft = await drafted(stack, facts_of(INSTANT))
    first = await act(stack, "carrier", draft, "submission", key="once-" + draft["id"])
    again = await act(stack, "carrier", draft, "submission", key="once-" + draft["id"])
    other_key = await act(stack, "carrier", draft, "submission")
    after = await act(stack, "carrier", await present(stack, draft), "submission")
    assert (again.status_code, again.json()) == (200, first.json())
    assert other_key.status_code == 412
    assert after.status_code == 409
    rows = await stack.rows("SELECT count(*) AS n FROM permit WHERE application_id = :id", id=draft["id"])
    assert rows == [{"n": 1}]


async def test_version_and_key_are_asked_for(stack: Stack) -> None:
    draft = await drafted(stack, facts_of(INSTANT))
    url = f"{BASE}/applications/{draft['id']}/submission"
    async with stack.client("carrier") as agent:
        assert (await agent.post(url, headers=keyed())).status_code == 428
        assert (await agent.post(url, headers={"If-Match": f'"{draft["version"]}"'})).status_code == 400
        assert (await agent.post(url, headers=keyed(draft["version"] + 1))).status_code == 412
    assert (await present(stack, draft))["status"] == "draft"


async def test_a_start_in_the_past_is_a_field_error(stack: Stack) -> None:
    answer = await act(stack, "carrier", await drafted(stack, sample(INSTANT, days_ahead=-1)), "submission")
    assert answer.status_code == 422
    assert list(errors_at(answer)) == ["/facts/trip/planned_start"]


async def test_the_same_transport_twice_is_a_duplicate_until_the_first_is_withdrawn(stack: Stack) -> None:
    facts = facts_of(FAST)
    first, second = await submitted(stack, facts=facts), await drafted(stack, facts)
    refused = await act(stack, "carrier", second, "submission")
    assert refused.status_code == 409
    assert refused.json()["type"].endswith("/duplicate")
    assert refused.json()["number"] == first["number"]
    stranger = Caller(uuid4(), "他企经办人", frozenset({Role.COMPANY_AGENT}), carrier_id=uuid4())
    async with stack.as_caller(stranger) as other:
        theirs = (await other.post(f"{BASE}/applications", json={"facts": facts}, headers=keyed())).json()
    untold = await act(stack, stranger, theirs, "submission")
    assert untold.status_code == 409
    assert first["number"] not in untold.text
    assert (await act(stack, "carrier", first, "withdrawal")).status_code == 200
    assert (await act(stack, "carrier", second, "submission")).status_code == 200


async def test_an_issued_permit_that_was_given_up_may_be_applied_for_again(stack: Stack) -> None:
    facts = facts_of(INSTANT)
    first, second = await submitted(stack, facts=facts), await drafted(stack, facts)
    assert first["status"] == "issued"
    assert (await act(stack, "carrier", second, "submission")).status_code == 409
    async with stack.client("carrier") as agent:
        url = f"/api/issuance/v1/permits/{first['permits'][0]['number']}"
        permit = (await agent.get(url)).json()
        ended = await agent.post(f"{url}/voiding", json={"reason": "行程取消"}, headers=keyed(permit["version"]))
        assert ended.status_code == 200, ended.text
    assert (await act(stack, "carrier", second, "submission")).json()["status"] == "issued"


async def test_of_two_same_at_once_one_is_the_duplicate(stack: Stack) -> None:
    for _ in range(5):
        facts = facts_of("not_accepted_divisible")
        drafts = [await drafted(stack, facts) for _ in range(2)]
        answers = await asyncio.gather(*(act(stack, "carrier", draft, "submission") for draft in drafts))
        assert sorted(answer.status_code for answer in answers) == [200, 409]


async def test_the_same_vehicle_for_another_cargo_is_a_warning(stack: Stack) -> None:
    facts = facts_of(FAST)
    first = await submitted(stack, facts=facts)
    second = await submitted(stack, facts={**facts, "cargo": {**facts["cargo"], "name": "另一台挖掘机"}})
    items = [item for item in second["open_items"] if item["code"] == "vehicle_overlap"]
    assert len(items) == 2
    assert first["number"] in items[0]["en"]


async def test_unknown_plates_and_odd_tyres_are_open_items(stack: Stack) -> None:
    facts = facts_of(INSTANT)
    vehicles = facts["vehicle_set"]
    tractor = {**vehicles["tractors"][0], "plate": "蒙K99998"}
    odd = {**facts, "vehicle_set": {**vehicles, "tractors": [tractor], "tyres": 7}}
    application = await submitted(stack, facts=odd)
    items = {item["code"]: item["pointer"] for item in application["open_items"]}
    assert items["unknown_plate"] == "/facts/vehicle_set/tractors/0/plate"
    assert items["tyres_odd"] == "/facts/vehicle_set/tyres"
    assert (application["lane"], application["status"]) == ("fast", "submitted")


async def test_the_strictest_set_leads_and_each_that_needs_one_gets_a_permit(stack: Stack) -> None:
    facts = facts_of(INSTANT)
    parts = ("cargo", "vehicle_set", "loaded")
    draft = await drafted(
        stack,
        facts,
        further_sets=[{part: sample(name)[part] for part in parts} for name in (FAST, "not_oversize")],
    )
    application = (await act(stack, "carrier", draft, "submission")).json()
    assert (application["class"], application["lane"], len(application["assessments"])) == ("II", "fast", 3)
    assert application["assessment"] == application["assessments"][1]
    assert ["no_permit_needed", "/further_sets/1"] in [[i["code"], i["pointer"]] for i in application["open_items"]]


async def test_numbers_of_a_day_are_gapless_over_refused_submissions(stack: Stack) -> None:
    facts = facts_of("not_oversize")
    first = await submitted(stack, facts=facts_of("not_accepted_divisible"))
    refused = await act(stack, "carrier", await drafted(stack, sample(INSTANT, days_ahead=-1)), "submission")
    second = await submitted(stack, facts=facts)
    assert refused.status_code == 422
    assert int(second["number"][-5:]) == int(first["number"][-5:]) + 1
