"""Changes a person decides: the case they open in intake, and the one revision it leads to."""

import asyncio
from datetime import datetime, timedelta
from typing import cast
from uuid import uuid4

import httpx
import pytest

from shared.testing.stack import Json, Stack, keyed
from tests.service.intake.filing import act, hand_in_missing, present
from tests.service.issuance.cases import API, Issued, change_permit, conclude, decide, decision, issued
from tests.service.issuance.test_changes import change, later, own_facts, plates, vehicle, verdict
from tests.service.issuance.test_decisions import code


async def waits(stack: Stack, number: str, key: str | None = None, **body: object) -> Json:
    """A change that became a case."""
    answer = await change(stack, number, key, **body)
    assert answer.status_code == 202, answer.text
    return cast("Json", answer.json())


async def asked(stack: Stack, permit: Issued) -> Json:
    """The application of a change to a longer validity, carried on as far as the system does by itself."""
    case = await waits(stack, permit.number, dates=longer(permit))
    await stack.run_jobs()
    return await present(stack, {"id": case["application_id"]})


def longer(permit: Issued) -> dict[str, str]:
    return {**later(permit, 0), "valid_to": later(permit, 9)["valid_to"]}


async def with_the_approver(stack: Stack, application: Json) -> Json:
    """The case of an application, accepted by the clerk and concluded by the reviewer."""
    await hand_in_missing(stack, application)
    checked = await act(stack, "clerk", application, "precheck", {})
    assert checked.status_code == 200, checked.text
    accepted = await act(stack, "clerk", checked.json(), "acceptance")
    assert accepted.status_code == 200, accepted.text
    async with stack.client("reviewer") as client:
        case = (await client.get(f"{API}/review-cases/{accepted.json()['review_case_id']}")).json()
    concluded = await conclude(stack, case)
    assert concluded.status_code == 200, concluded.text
    return cast("Json", concluded.json())


async def test_a_change_no_system_may_make_leads_to_the_next_revision_by_people(stack: Stack) -> None:
    permit = await issued(stack, facts=own_facts())
    key = str(uuid4())
    case = await waits(stack, permit.number, key, dates=longer(permit))
    assert (case["permit_number"], case["revision"], case["reason"]) == (permit.number, 1, "longer_validity")
    again = await change(stack, permit.number, key, dates=longer(permit))
    assert (again.status_code, again.json()["application_id"]) == (202, case["application_id"]), "the same key, once"
    await stack.run_jobs()
    application = await present(stack, {"id": case["application_id"]})
    assert (application["number"], application["kind"], application["lane"]) == (
        case["application_number"],
        "change",
        "fast",
    )
    assert application["changes"]["number"] == permit.number
    assert application["status"] == "submitted", "a clerk accepts it: nothing of a change is automatic"
    assert application["carrier_name"] == permit.order["carrier_name"]
    waiting = await with_the_approver(stack, application)
    assert waiting["changes"] == {"number": permit.number, "revision": 1}
    assert await verdict(stack, permit.token) == "not_yet_valid", "the old revision lives on"
    granted = await decide(stack, decision(waiting))
    assert granted.status_code == 201, granted.text
    assert [one["number"] for one in granted.json()["permits"]] == [permit.number]
    async with stack.client("carrier") as client:
        fresh = (await client.get(f"{API}/permits/{permit.number}")).json()
        revisions = (await client.get(f"{API}/permits/{permit.number}/revisions")).json()["items"]
    assert (fresh["revision"], fresh["change"]["kind"]) == (2, "decided_change")
    assert datetime.fromisoformat(fresh["valid_to"]) == datetime.fromisoformat(longer(permit)["valid_to"])
    assert "限白天通行" in fresh["conditions"]
    assert [(one["revision"], one["state"]) for one in revisions] == [(2, "issued"), (1, "superseded")]
    assert (await verdict(stack, permit.token), await verdict(stack, fresh["token"])) == ("superseded", "not_yet_valid")
    await stack.run_jobs()
    after = await present(stack, application)
    assert (after["status"], [one["number"] for one in after["permits"]]) == ("issued", [permit.number])
    moved = await change(stack, permit.number, dates=later(permit, 1))
    assert moved.status_code == 201, "decided: it may be changed again"


async def test_while_a_case_is_open_nothing_else_changes_the_permit(stack: Stack) -> None:
    permit = await issued(stack, facts=own_facts())
    application = await asked(stack, permit)
    for dates in (longer(permit), later(permit, 1)):
        answer = await change(stack, permit.number, dates=dates)
        assert (answer.status_code, code(answer)) == (409, "change_case_open")
        assert answer.json()["number"] == application["number"]
    assert (await act(stack, "carrier", application, "withdrawal")).status_code == 200
    assert (await change(stack, permit.number, dates=later(permit, 1))).status_code == 201


async def test_of_many_cases_at_once_one_is_opened(stack: Stack) -> None:
    permit = await issued(stack, facts=own_facts())
    answers = await asyncio.gather(*(change(stack, permit.number, dates=longer(permit)) for _ in range(4)))
    assert sorted(answer.status_code for answer in answers) == [202, 409, 409, 409]
    refused = {code(answer) for answer in answers if answer.status_code == 409}
    assert refused <= {"change_case_open", "already_exists", "duplicate"}


async def test_a_refused_change_leaves_the_permit_as_it_is(stack: Stack) -> None:
    permit = await issued(stack, facts=own_facts())
    waiting = await with_the_approver(stack, await asked(stack, permit))
    async with stack.client("approver") as client:
        path = f"{API}/review-cases/{waiting['id']}/return"
        back = await client.post(path, json={"reason": "理由不足"}, headers=keyed(cast("int", waiting["version"])))
    concluded = await conclude(stack, back.json(), "refuse")
    async with stack.client("supervisor") as client:
        path = f"{API}/review-cases/{waiting['id']}/legal-reading"
        read = await client.post(path, json={"text": "同意审查意见"}, headers=keyed(concluded.json()["version"]))
    answer = await decide(stack, decision(read.json(), "refuse"))
    assert (answer.status_code, answer.json()["permits"]) == (201, [])
    assert await verdict(stack, permit.token) == "not_yet_valid"
    async with stack.client("carrier") as client:
        assert (await client.get(f"{API}/permits/{permit.number}")).json()["revision"] == 1


@pytest.mark.parametrize(
    ("meanwhile", "refused"),
    [
        ("state = 'voided', end_state = 'voided', ended_at = now()", "transition_not_allowed"),
        ("valid_from = now() - interval '9 days', valid_to = now() - interval '1 day'", "permit_ended"),
        ("revision = 7", "permit_changed"),
        ("trips_allowed = 5, trips_used = 4", "runs_used"),
    ],
)
async def test_what_happened_to_the_permit_meanwhile_stands_against_the_grant(
    stack: Stack, meanwhile: str, refused: str
) -> None:
    permit = await issued(stack, facts=own_facts())
    waiting = await with_the_approver(stack, await asked(stack, permit))
    await change_permit(stack, permit.number, meanwhile)
    answer = await decide(stack, decision(waiting))
    assert (answer.status_code, code(answer)) == (409, refused), answer.text
    rows = await stack.rows("SELECT count(*) AS n FROM permit WHERE number = :n", n=permit.number)
    assert rows == [{"n": 1}]


async def test_a_grant_and_the_holders_voiding_at_once_leave_one_present_revision(stack: Stack) -> None:
    permit = await issued(stack, facts=own_facts())
    waiting = await with_the_approver(stack, await asked(stack, permit))

    async def void() -> httpx.Response:
        async with stack.client("carrier") as client:
            path = f"{API}/permits/{permit.number}/voiding"
            return await client.post(path, json={"reason": "不再运输"}, headers=keyed(permit.version))

    granted, voided = await asyncio.gather(decide(stack, decision(waiting)), void())
    assert {granted.status_code, voided.status_code} <= {201, 200, 409, 412}
    query = "SELECT revision, state FROM permit WHERE number = :n AND state <> 'superseded'"
    left = await stack.rows(query, n=permit.number)
    assert left == (
        [{"revision": 2, "state": "issued"}] if granted.status_code == 201 else [{"revision": 1, "state": "voided"}]
    )


async def test_the_whole_transport_is_always_a_case_and_not_given_twice(stack: Stack) -> None:
    permit = await issued(stack, facts=own_facts())
    facts = cast("Json", cast("list[Json]", permit.order["sets"])[0]["facts"])
    both = await change(stack, permit.number, facts=facts, dates=later(permit, 1))
    assert both.status_code == 422
    assert (await change(stack, permit.number, facts=facts)).status_code == 422, "nothing differs"
    cargo = {**cast("Json", facts["cargo"]), "name": "另一台发电机组"}
    case = await waits(stack, permit.number, facts={**facts, "cargo": cargo})
    assert case["reason"] == "other_transport"
    strange = await change(stack, permit.number, facts={**facts, "cargo": {**cargo, "mass_kg": -1}})
    assert strange.status_code == 422


async def test_a_permit_that_has_begun_is_changed_from_its_own_start(stack: Stack) -> None:
    permit = await issued(stack, facts=own_facts())
    start = datetime.fromisoformat(later(permit, 0)["valid_from"]) - timedelta(days=40)
    await change_permit(
        stack,
        permit.number,
        "valid_from = :start, facts = jsonb_set(facts, '{trip,planned_start}', to_jsonb(CAST(:told AS text)))",
        start=start,
        told=start.isoformat(),
    )
    old = plates(permit)
    other = await vehicle(stack, old[0], axles=9)
    case = await waits(stack, permit.number, plates=[other, *old[1:]])
    assert case["reason"] == "other_vehicle"
    await stack.run_jobs()
    application = await present(stack, {"id": case["application_id"]})
    assert application["facts"]["vehicle_set"]["tractors"][0]["plate"] == other
    assert next(one["code"] for one in application["open_items"]) == "person_decides"


async def test_only_issuance_opens_the_case_of_a_change(stack: Stack) -> None:
    async with stack.service_client("fieldwork") as other, stack.client("carrier") as carrier:
        assert (await carrier.post("/api/intake/v1/internal/permit-changes", json={})).status_code == 403
        assert (await other.post("/api/intake/v1/internal/permit-changes", json={})).status_code == 422
