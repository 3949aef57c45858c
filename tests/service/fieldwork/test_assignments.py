"""Escort agencies and assignments: offered by the carrier, answered by the agency, in time, once."""

import asyncio
from uuid import UUID, uuid4

import httpx
import pytest

from services.fieldwork.assignments.commands import expire_offers
from shared.clients.fieldwork import FieldworkClient
from shared.contracts.demo import AGENCY_ID, AGENCY_NAME
from shared.domain.roles import Role
from shared.platform.tokens import Caller
from shared.testing.stack import Json, Stack, errors_at, keyed
from tests.service.fieldwork.orders import (
    BASE,
    clearance,
    decide,
    new_agency,
    new_offer,
    new_survey,
    overdue,
)


def code(answer: httpx.Response) -> tuple[int, str]:
    """Status and problem code."""
    return answer.status_code, answer.json()["type"].rsplit("/", 1)[1]


def dispatcher(stack: Stack, agency_id: str, role: Role = Role.ESCORT_DISPATCHER) -> httpx.AsyncClient:
    """Somebody of another agency."""
    return stack.as_caller(Caller(uuid4(), "他机构调度", frozenset({role}), agency_id=UUID(agency_id)))


async def test_an_offer_tells_the_agency_what_it_needs(stack: Stack) -> None:
    offer, carrier = await new_offer(stack)
    facts = stack.facts("class3_wind_blade")
    assert (offer["state"], offer["agency_name"], offer["spec"]) == ("offered", AGENCY_NAME, {"front": 1, "rear": 1})
    summary = offer["summary"]
    assert isinstance(summary, dict)
    assert summary["sets"][0]["loaded"] == facts["loaded"]
    assert summary["sets"][0]["plates"] == ["蒙K45678", "蒙K45678超"]
    async with stack.client("escort") as escort, stack.other_carrier(carrier) as agent:
        read = await escort.get(f"{BASE}/assignments/{offer['id']}")
        assert (read.json(), read.headers["ETag"]) == (offer, '"1"')
        waiting = await escort.get(f"{BASE}/assignments", params={"mine": "true", "state": "offered"})
        assert offer in waiting.json()["items"]
        assert (await agent.get(f"{BASE}/assignments", params={"mine": "true"})).json()["items"] == [offer]


async def test_accepting_clears_the_escort(stack: Stack) -> None:
    offer, _ = await new_offer(stack)
    assert await clearance(stack, offer["application_id"]) == (False, False)
    path, headers = f"{BASE}/assignments/{offer['id']}/acceptance", keyed(1)
    async with stack.client("escort") as escort:
        assert (await escort.post(path, headers=keyed())).status_code == 428
        assert (await escort.post(path, headers={"If-Match": '"1"'})).status_code == 400
        done = await escort.post(path, headers=headers)
        again = await escort.post(path, headers=headers)
        assert (done.json()["state"], done.headers["ETag"], again.content) == ("accepted", '"2"', done.content)
        assert code(await escort.post(path, headers=keyed(2))) == (409, "transition_not_allowed")
    assert await clearance(stack, offer["application_id"]) == (False, True)
    events = await stack.rows("SELECT action FROM audit_event WHERE aggregate_id = :id ORDER BY seq", id=offer["id"])
    assert [event["action"] for event in events] == ["offer", "acceptance"]


async def test_two_answers_at_once_are_one(stack: Stack) -> None:
    offer, _ = await new_offer(stack)
    path = f"{BASE}/assignments/{offer['id']}"
    async with stack.client("escort") as one, stack.client("escort") as two:
        posts = [
            call
            for _ in range(3)
            for call in (
                one.post(f"{path}/acceptance", headers=keyed(1)),
                two.post(f"{path}/decline", json={"reason": "车辆不足"}, headers=keyed(1)),
            )
        ]
        answers = await asyncio.gather(*posts)
    assert sorted(answer.status_code for answer in answers) == [200, *[412] * 5]
    winner = next(answer.json() for answer in answers if answer.status_code == 200)
    stored = await stack.rows("SELECT state, version FROM escort_assignment WHERE id = :id", id=offer["id"])
    assert stored == [{"state": winner["state"], "version": 2}]


async def test_an_application_has_one_live_assignment_also_at_once(stack: Stack) -> None:
    survey, carrier = await new_survey(stack)
    body = {"application_id": survey["application_id"], "agency_id": str(AGENCY_ID)}
    async with stack.other_carrier(carrier) as agent:
        posts = [agent.post(f"{BASE}/assignments", json=body, headers=keyed()) for _ in range(5)]
        answers = await asyncio.gather(*posts)
        assert sorted(answer.status_code for answer in answers) == [201, 409, 409, 409, 409]
        late = await agent.post(f"{BASE}/assignments", json=body, headers=keyed())
        assert code(late) == (409, "assignment_live")


async def test_a_declined_offer_makes_room_for_another(stack: Stack) -> None:
    offer, carrier = await new_offer(stack)
    path = f"{BASE}/assignments/{offer['id']}/decline"
    async with stack.client("escort") as escort, stack.other_carrier(carrier) as agent:
        empty = await escort.post(path, json={"reason": ""}, headers=keyed(1))
        assert (empty.status_code, errors_at(empty)) == (422, ["/reason"])
        done = await escort.post(path, json={"reason": "车辆不足"}, headers=keyed(1))
        assert (done.json()["state"], done.json()["decline_reason"]) == ("declined", "车辆不足")
        body: Json = {"application_id": offer["application_id"], "agency_id": await new_agency(stack)}
        assert (await agent.post(f"{BASE}/assignments", json=body, headers=keyed())).status_code == 201


async def test_an_offer_nobody_answered_in_time_is_over_and_makes_room(stack: Stack) -> None:
    offer, carrier = await new_offer(stack)
    await overdue(stack, offer["id"])
    path = f"{BASE}/assignments/{offer['id']}"
    async with stack.client("escort") as escort, stack.other_carrier(carrier) as agent:
        for act, reason in (("acceptance", None), ("decline", {"reason": "x"})):
            assert code(await escort.post(f"{path}/{act}", json=reason, headers=keyed(1))) == (409, "offer_expired")
        assert code(await agent.post(f"{path}/cancellation", headers=keyed(1))) == (409, "transition_not_allowed")
        assert (await escort.get(path)).json()["state"] == "expired"
        for state, shown in (("offered", False), ("expired", True)):
            listed = (await agent.get(f"{BASE}/assignments", params={"state": state})).json()["items"]
            assert bool(listed) is shown
        body = {"application_id": offer["application_id"], "agency_id": str(AGENCY_ID)}
        assert (await agent.post(f"{BASE}/assignments", json=body, headers=keyed())).status_code == 201
    stored = await stack.rows("SELECT state FROM escort_assignment WHERE id = :id", id=offer["id"])
    assert stored == [{"state": "expired"}]


async def test_the_timer_writes_down_what_ran_out_and_nothing_else(stack: Stack) -> None:
    late, _ = await new_offer(stack)
    open_offer, _ = await new_offer(stack)
    await overdue(stack, late["id"])
    runtime = stack.runtime("fieldwork")
    await asyncio.gather(expire_offers(runtime), expire_offers(runtime))
    await expire_offers(runtime)
    stored = {
        row["id"]: row["state"]
        for row in await stack.rows(
            "SELECT id::text, state FROM escort_assignment WHERE id IN (:a, :b)", a=late["id"], b=open_offer["id"]
        )
    }
    assert stored == {late["id"]: "expired", open_offer["id"]: "offered"}
    events = await stack.rows("SELECT action FROM audit_event WHERE aggregate_id = :id ORDER BY seq", id=late["id"])
    assert [event["action"] for event in events] == ["offer", "expiry"]


async def test_the_carrier_takes_back_an_offer_or_an_escort(stack: Stack) -> None:
    for accept in (False, True):
        offer, carrier = await new_offer(stack)
        path, version = f"{BASE}/assignments/{offer['id']}", 1
        if accept:
            async with stack.client("escort") as escort:
                version = (await escort.post(f"{path}/acceptance", headers=keyed(1))).json()["version"]
        async with stack.other_carrier(carrier) as agent, stack.other_carrier(uuid4()) as other:
            assert (await other.post(f"{path}/cancellation", headers=keyed(version))).status_code == 404
            done = await agent.post(f"{path}/cancellation", headers=keyed(version))
            assert (done.status_code, done.json()["state"]) == (200, "cancelled")
        assert await clearance(stack, offer["application_id"]) == (False, False)


async def test_a_decided_application_keeps_its_escort(stack: Stack) -> None:
    offer, carrier = await new_offer(stack)
    async with stack.client("escort") as escort:
        await escort.post(f"{BASE}/assignments/{offer['id']}/acceptance", headers=keyed(1))
    await decide(stack, offer["application_id"])
    async with stack.other_carrier(carrier) as agent:
        answer = await agent.post(f"{BASE}/assignments/{offer['id']}/cancellation", headers=keyed(2))
        assert code(answer) == (409, "case_decided")
    assert await clearance(stack, offer["application_id"]) == (False, True)


async def test_an_escort_for_older_facts_does_not_clear_newer_ones(stack: Stack) -> None:
    offer, carrier = await new_offer(stack)
    async with stack.client("escort") as escort:
        await escort.post(f"{BASE}/assignments/{offer['id']}/acceptance", headers=keyed(1))
    await new_survey(stack, application_id=offer["application_id"], facts_version=2, carrier_id=str(carrier))
    rows = await stack.rows(
        "SELECT facts_version, escort_accepted FROM v_field_clearance WHERE application_id = :id ORDER BY 1",
        id=offer["application_id"],
    )
    assert rows == [
        {"facts_version": 1, "escort_accepted": True},
        {"facts_version": 2, "escort_accepted": False},
    ]


async def test_closing_an_application_cancels_its_escort(stack: Stack) -> None:
    offer, _ = await new_offer(stack)
    application = UUID(str(offer["application_id"]))
    closed = await FieldworkClient.of(stack.runtime("registry")).close(application, "close")
    assert (closed.surveys, closed.assignments) == (1, 1)


async def test_an_agency_sees_its_own_assignments_alone(stack: Stack) -> None:
    offer, _ = await new_offer(stack)
    agency = await new_agency(stack)
    path = f"{BASE}/assignments/{offer['id']}"
    for role in (Role.ESCORT_DISPATCHER, Role.ESCORT_STAFF):
        async with dispatcher(stack, agency, role) as stranger:
            assert (await stranger.get(path)).status_code == 404
            assert (await stranger.get(f"{BASE}/assignments", params={"mine": "true"})).json()["items"] == []
    async with dispatcher(stack, agency) as stranger:
        assert (await stranger.post(f"{path}/acceptance", headers=keyed(1))).status_code == 404
        assert (await stranger.post(f"{path}/decline", json={"reason": "x"}, headers=keyed(1))).status_code == 404
    async with dispatcher(stack, str(AGENCY_ID), Role.ESCORT_STAFF) as staff:
        assert (await staff.get(path)).status_code == 200
        assert (await staff.post(f"{path}/acceptance", headers=keyed(1))).status_code == 403


async def test_a_carrier_sees_and_offers_its_own_alone(stack: Stack) -> None:
    offer, _ = await new_offer(stack)
    async with stack.other_carrier(uuid4()) as other:
        assert (await other.get(f"{BASE}/assignments/{offer['id']}")).status_code == 404
        assert (await other.get(f"{BASE}/assignments")).json()["items"] == []
        for application in (offer["application_id"], str(uuid4())):
            body = {"application_id": application, "agency_id": str(AGENCY_ID)}
            assert (await other.post(f"{BASE}/assignments", json=body, headers=keyed())).status_code == 404


async def test_the_office_reads_and_does_not_act(stack: Stack) -> None:
    offer, _ = await new_offer(stack)
    path = f"{BASE}/assignments/{offer['id']}"
    for username in ("reviewer", "supervisor", "inspector"):
        async with stack.client(username) as client:
            assert (await client.get(path)).status_code == 200
            assert (await client.get(f"{BASE}/assignments", params={"mine": "true"})).json()["items"] == []
            for act in ("acceptance", "cancellation"):
                assert (await client.post(f"{path}/{act}", headers=keyed(1))).status_code == 403
    async with stack.client("officer") as officer:
        assert (await officer.get(path)).status_code == 403


@pytest.mark.parametrize(
    ("change", "pointer"),
    [
        ({"agency_id": str(uuid4())}, "/agency_id"),
        ({"agency_id": "nobody"}, "/agency_id"),
        ({"application_id": None}, "/application_id"),
        ({"fee": 1}, "/fee"),
    ],
)
async def test_a_wrong_offer_is_told_by_pointer(stack: Stack, change: dict[str, object], pointer: str) -> None:
    survey, carrier = await new_survey(stack)
    body = {"application_id": survey["application_id"], "agency_id": str(AGENCY_ID), **change}
    async with stack.other_carrier(carrier) as agent:
        answer = await agent.post(f"{BASE}/assignments", json=body, headers=keyed())
        assert (answer.status_code, errors_at(answer)) == (422, [pointer])


async def test_an_agency_that_lost_its_qualification_is_neither_listed_nor_accepted(stack: Stack) -> None:
    agency = await new_agency(stack)
    offer, carrier = await new_offer(stack, agency)
    await stack.rows("UPDATE escort_agency SET state = 'suspended' WHERE id = :id RETURNING 1", id=agency)
    async with dispatcher(stack, agency) as client:
        answer = await client.post(f"{BASE}/assignments/{offer['id']}/acceptance", headers=keyed(1))
        assert code(answer) == (409, "agency_not_qualified")
    async with stack.other_carrier(carrier) as agent:
        listed, cursor = [], ""
        while True:
            params: dict[str, str | int] = {"limit": 100, **({"cursor": cursor} if cursor else {})}
            page = (await agent.get(f"{BASE}/agencies", params=params)).json()
            listed += page["items"]
            if page["next_cursor"] is None:
                break
            cursor = page["next_cursor"]
        assert agency not in [item["id"] for item in listed]
        assert str(AGENCY_ID) in [item["id"] for item in listed]


async def test_agencies_are_listed_by_name_page_by_page(stack: Stack) -> None:
    made = {await new_agency(stack) for _ in range(3)}
    async with stack.client("carrier") as carrier:
        names, ids, cursor = [], [], ""
        while True:
            params: dict[str, str | int] = {"limit": 2, **({"cursor": cursor} if cursor else {})}
            page = (await carrier.get(f"{BASE}/agencies", params=params)).json()
            names += [item["name"] for item in page["items"]]
            ids += [item["id"] for item in page["items"]]
            if page["next_cursor"] is None:
                break
            cursor = page["next_cursor"]
    whole = await stack.rows("SELECT name FROM escort_agency WHERE state = 'qualified' ORDER BY name")
    assert names == [row["name"] for row in whole]
    assert made <= set(ids)


async def test_the_office_enters_agencies(stack: Stack) -> None:
    draft = {"name": f"护送{uuid4().hex[:6]}", "phone": "0477-1", "vehicles": 1, "staff": 2}
    async with stack.client("clerk") as clerk, stack.client("approver") as approver:
        assert (await clerk.post(f"{BASE}/agencies", json=draft, headers=keyed())).status_code == 403
        wrong = await approver.post(f"{BASE}/agencies", json={**draft, "vehicles": -1}, headers=keyed())
        assert errors_at(wrong)
        draft["phone"] = "0477-100000"
        assert (await approver.post(f"{BASE}/agencies", json=draft, headers=keyed())).status_code == 201
        assert (await approver.post(f"{BASE}/agencies", json=draft, headers=keyed())).status_code == 409
