"""Surveys: asked for once, reported by two inspectors, sent back, closed; and who sees which."""

import asyncio
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text

from shared.clients.fieldwork import FieldworkClient
from shared.contracts.fieldwork import SurveyOrder, clearance_lock
from shared.domain.roles import Role
from shared.platform.tokens import Caller
from shared.testing.stack import Stack, admin, errors_at, keyed
from tests.service.fieldwork.orders import (
    BASE,
    clearance,
    decide,
    decision_row,
    new_photo,
    new_survey,
    order,
    report_body,
    reported_survey,
)


async def test_the_same_facts_have_one_survey_also_at_once(stack: Stack) -> None:
    asked = SurveyOrder.model_validate(order(stack))
    client = FieldworkClient.of(stack.runtime("registry"))
    answers = await asyncio.gather(*(client.request_survey(asked, f"key {n}") for n in range(6)))
    assert len({answer.id for answer in answers}) == 1
    assert answers[0].facts == asked.facts
    assert (answers[0].state, answers[0].carrier_name, answers[0].version) == ("requested", asked.carrier_name, 1)
    other = await client.request_survey(asked.model_copy(update={"facts_version": 2}), "another")
    assert other.id != answers[0].id
    events = await stack.rows("SELECT action FROM audit_event WHERE aggregate_id = :id", id=answers[0].id)
    assert [event["action"] for event in events] == ["request"]


async def test_a_report_is_stored_with_names_conditions_and_photos(stack: Stack) -> None:
    survey, carrier = await new_survey(stack)
    body = await report_body(stack, conclusion="pass_with_conditions", conditions=["夜间通行"])
    path = f"{BASE}/surveys/{survey['id']}"
    async with stack.client("inspector") as inspector:
        read = await inspector.get(path)
        done = await inspector.post(f"{path}/report", json=body, headers=keyed(1))
        after = await inspector.get(path)
    assert read.headers["ETag"] == '"1"'
    assert (done.status_code, done.headers["ETag"]) == (200, after.headers["ETag"])
    assert done.json() == after.json()
    assert {name: done.json()[name] for name in body} == body
    assert (done.json()["state"], done.json()["version"]) == ("reported", 2)
    assert await clearance(stack, survey["application_id"]) == (True, False)
    async with stack.other_carrier(carrier) as agent:
        assert (await agent.get(path)).json()["conclusion"] == "pass_with_conditions"


@pytest.mark.parametrize(("conclusion", "passed"), [("pass", True), ("pass_with_conditions", True), ("fail", False)])
async def test_a_failed_survey_clears_nothing(stack: Stack, conclusion: str, passed: bool) -> None:
    survey, _ = await reported_survey(stack, conclusion=conclusion, conditions=["理由"])
    assert await clearance(stack, survey["application_id"]) == (passed, False)


async def test_two_reports_at_once_are_one(stack: Stack) -> None:
    survey, _ = await new_survey(stack)
    bodies = [await report_body(stack, inspectors=[f"甲{n}", f"乙{n}"]) for n in range(6)]
    path = f"{BASE}/surveys/{survey['id']}/report"
    async with stack.client("inspector") as one, stack.client("inspector2") as two:
        clients = (one, two)
        posts = [clients[n % 2].post(path, json=body, headers=keyed(1)) for n, body in enumerate(bodies)]
        answers = await asyncio.gather(*posts)
    assert sorted(answer.status_code for answer in answers) == [200, *[412] * 5]
    winner = next(answer.json() for answer in answers if answer.status_code == 200)
    stored = await stack.rows("SELECT inspectors, version FROM survey WHERE id = :id", id=survey["id"])
    assert stored == [{"inspectors": winner["inspectors"], "version": 2}]
    events = await stack.rows("SELECT action FROM audit_event WHERE aggregate_id = :id ORDER BY seq", id=survey["id"])
    assert [event["action"] for event in events] == ["request", "report"]


async def test_the_same_key_gets_the_same_answer(stack: Stack) -> None:
    survey, _ = await new_survey(stack)
    body, headers = await report_body(stack), keyed(1)
    path = f"{BASE}/surveys/{survey['id']}/report"
    async with stack.client("inspector") as inspector:
        first = await inspector.post(path, json=body, headers=headers)
        again = await inspector.post(path, json=body, headers=headers)
        other = await inspector.post(path, json={**body, "conclusion": "fail"}, headers=headers)
    assert (first.status_code, again.status_code, other.status_code) == (200, 200, 422)
    assert first.content == again.content


@pytest.mark.parametrize(
    ("change", "pointer"),
    [
        ({"inspectors": ["巴图"]}, "/inspectors"),
        ({"inspectors": ["巴图", "巴图"]}, "/inspectors/1"),
        ({"inspectors": ["Batu A", "\uff22atu A "]}, "/inspectors/1"),
        ({"inspectors": ["巴图", " "]}, "/inspectors/1"),
        ({"inspectors": ["甲", "乙", "丙"]}, "/inspectors"),
        ({"photo_ids": []}, "/photo_ids"),
        ({"photo_ids": ["x"]}, "/photo_ids/0"),
        ({"photo_ids": [str(UUID(int=1))]}, "/photo_ids/0"),
        ({"conclusion": "maybe"}, "/conclusion"),
        ({"conclusion": "pass_with_conditions"}, "/conditions"),
        ({"conditions": ["x" * 201]}, "/conditions/0"),
        ({"state": "reported"}, "/state"),
    ],
)
async def test_a_wrong_report_is_told_by_pointer(stack: Stack, change: dict[str, object], pointer: str) -> None:
    survey, _ = await new_survey(stack)
    body = await report_body(stack, **change)
    async with stack.client("inspector") as inspector:
        answer = await inspector.post(f"{BASE}/surveys/{survey['id']}/report", json=body, headers=keyed(1))
        assert (answer.status_code, errors_at(answer)) == (422, [pointer])
        assert (await inspector.get(f"{BASE}/surveys/{survey['id']}")).json()["state"] == "requested"


async def test_a_photo_of_another_service_is_no_photo_here(stack: Stack) -> None:
    survey, _ = await new_survey(stack)
    good, foreign = await new_photo(stack), str(uuid4())
    await stack.rows(
        "INSERT INTO file_object (id, service, sha256, size_bytes, media_type, name, created_at) "
        "VALUES (:id, 'intake', 'x', 1, 'image/png', 'x', now()) RETURNING 1",
        id=foreign,
    )
    body = await report_body(stack, photo_ids=[good, foreign])
    async with stack.client("inspector") as inspector:
        answer = await inspector.post(f"{BASE}/surveys/{survey['id']}/report", json=body, headers=keyed(1))
        assert (answer.status_code, errors_at(answer)) == (422, ["/photo_ids/1"])
        assert (await inspector.get(f"{BASE}/photos/{foreign}")).status_code == 404


async def test_a_report_needs_version_and_key(stack: Stack) -> None:
    survey, _ = await new_survey(stack)
    body, path = await report_body(stack), f"{BASE}/surveys/{survey['id']}/report"
    async with stack.client("inspector") as inspector:
        assert (await inspector.post(path, json=body, headers=keyed())).status_code == 428
        assert (await inspector.post(path, json=body, headers={"If-Match": '"1"'})).status_code == 400
        assert (await inspector.post(path, json=body, headers=keyed(7))).status_code == 412
        assert (
            await inspector.post(f"{BASE}/surveys/{uuid4()}/report", json=body, headers=keyed(1))
        ).status_code == 404


async def test_a_survey_sent_back_no_longer_clears_and_can_be_reported_again(stack: Stack) -> None:
    survey, _ = await reported_survey(stack)
    path = f"{BASE}/surveys/{survey['id']}"
    async with stack.client("reviewer") as reviewer, stack.client("inspector") as inspector:
        assert (await inspector.post(f"{path}/redo", json={"reason": "x"}, headers=keyed(2))).status_code == 403
        empty = await reviewer.post(f"{path}/redo", json={"reason": " "}, headers=keyed(2))
        assert errors_at(empty) == ["/reason"]
        back = await reviewer.post(f"{path}/redo", json={"reason": "照片不清"}, headers=keyed(2))
        assert (back.json()["state"], back.json()["conclusion"], back.json()["photo_ids"]) == ("requested", None, [])
        assert await clearance(stack, survey["application_id"]) == (False, False)
        twice = await reviewer.post(f"{path}/redo", json={"reason": "x"}, headers=keyed(3))
        assert (twice.status_code, twice.json()["type"].rsplit("/", 1)[1]) == (409, "transition_not_allowed")
        again = await inspector.post(f"{path}/report", json=await report_body(stack), headers=keyed(3))
        assert again.status_code == 200
    assert await clearance(stack, survey["application_id"]) == (True, False)
    events = await stack.rows("SELECT action FROM audit_event WHERE aggregate_id = :id ORDER BY seq", id=survey["id"])
    assert [event["action"] for event in events] == ["request", "report", "redo", "report"]


async def test_who_may_report_and_read(stack: Stack) -> None:
    survey, carrier = await new_survey(stack)
    path, body = f"{BASE}/surveys/{survey['id']}", await report_body(stack)
    for username in ("clerk", "reviewer", "approver", "supervisor", "inspector2"):
        async with stack.client(username) as client:
            assert (await client.get(path)).status_code == 200
    for username in ("escort", "officer", "agent", "admin"):
        async with stack.client(username) as client:
            assert (await client.get(path)).status_code == 403
    for username in ("carrier", "clerk", "reviewer", "approver", "supervisor", "escort"):
        async with stack.client(username) as client:
            assert (await client.post(f"{path}/report", json=body, headers=keyed(1))).status_code == 403
    async with stack.other_carrier(carrier) as own, stack.other_carrier(uuid4()) as other:
        assert (await own.get(path)).status_code == 200
        assert (await other.get(path)).status_code == 404
        mine = (await own.get(f"{BASE}/surveys")).json()["items"]
        assert [item["id"] for item in mine] == [survey["id"]]
        assert (await other.get(f"{BASE}/surveys")).json() == {"items": [], "next_cursor": None}
    async with stack.public() as nobody:
        assert (await nobody.get(path)).status_code == 401


async def test_an_inspector_of_another_authority_sees_nothing(stack: Stack) -> None:
    survey, _ = await new_survey(stack)
    caller = Caller(uuid4(), "外旗勘验员", frozenset({Role.INSPECTOR}), authority="150622")
    path = f"{BASE}/surveys/{survey['id']}"
    async with stack.as_caller(caller) as stranger:
        assert (await stranger.get(path)).status_code == 404
        body = await report_body(stack)
        assert (await stranger.post(f"{path}/report", json=body, headers=keyed(1))).status_code == 404
        assert (await stranger.get(f"{BASE}/surveys")).json()["items"] == []


async def test_lists_are_filtered_and_paged(stack: Stack) -> None:
    carrier = uuid4()
    surveys = [(await new_survey(stack, carrier_id=str(carrier)))[0] for _ in range(3)]
    async with stack.client("inspector") as inspector:
        body = await report_body(stack)
        await inspector.post(f"{BASE}/surveys/{surveys[0]['id']}/report", json=body, headers=keyed(1))
    async with stack.other_carrier(carrier) as agent:
        first = (await agent.get(f"{BASE}/surveys", params={"limit": 2})).json()
        rest = (await agent.get(f"{BASE}/surveys", params={"limit": 2, "cursor": first["next_cursor"]})).json()
        ids = [item["id"] for item in first["items"] + rest["items"]]
        assert ids == [survey["id"] for survey in reversed(surveys)]
        assert rest["next_cursor"] is None
        waiting = (await agent.get(f"{BASE}/surveys", params={"state": "requested"})).json()["items"]
        assert {item["id"] for item in waiting} == set(ids[:2])
        wrong = await agent.get(f"{BASE}/surveys", params={"state": "open"})
        assert (wrong.status_code, errors_at(wrong)) == (422, ["query/state"])


async def test_a_decided_application_takes_no_redo(stack: Stack) -> None:
    survey, _ = await reported_survey(stack)
    await decide(stack, survey["application_id"])
    async with stack.client("reviewer") as reviewer:
        path = f"{BASE}/surveys/{survey['id']}/redo"
        answer = await reviewer.post(path, json={"reason": "太晚"}, headers=keyed(2))
    assert (answer.status_code, answer.json()["type"].rsplit("/", 1)[1]) == (409, "case_decided")
    assert await clearance(stack, survey["application_id"]) == (True, False)


async def test_a_redo_beside_a_decision_waits_and_sees_it(stack: Stack) -> None:
    survey, _ = await reported_survey(stack)
    application = UUID(str(survey["application_id"]))
    insert = await decision_row(stack)
    async with admin(stack.url) as deciding, stack.client("reviewer") as reviewer:
        await deciding.execute(text("BEGIN"))
        lock = "SELECT pg_advisory_xact_lock_shared(hashtextextended(:name, 0))"
        await deciding.execute(text(lock), {"name": clearance_lock(application)})
        path = f"{BASE}/surveys/{survey['id']}/redo"
        redo = asyncio.create_task(reviewer.post(path, json={"reason": "同时"}, headers=keyed(2)))
        while not await stack.rows("SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"):
            assert not redo.done()
        await deciding.execute(text(insert), {"id": application})
        await deciding.execute(text("COMMIT"))
        answer = await redo
    assert (answer.status_code, answer.json()["type"].rsplit("/", 1)[1]) == (409, "case_decided")


async def test_closing_an_application_cancels_its_survey_and_only_once(stack: Stack) -> None:
    survey, carrier = await reported_survey(stack)
    application = UUID(str(survey["application_id"]))
    client = FieldworkClient.of(stack.runtime("registry"))
    closed = await client.close(application, f"{application}:1:close")
    assert (closed.surveys, closed.assignments) == (1, 0)
    assert await clearance(stack, application) == (False, False)
    again = await client.close(application, f"{application}:1:close")
    assert (again.surveys, again.assignments) == (0, 0)
    async with stack.other_carrier(carrier) as agent:
        body = {"application_id": str(application), "agency_id": str(uuid4())}
        late = await agent.post(f"{BASE}/assignments", json=body, headers=keyed())
        assert (late.status_code, late.json()["type"].rsplit("/", 1)[1]) == (409, "application_ended")


async def test_internal_endpoints_are_for_services(stack: Stack) -> None:
    async with stack.client("reviewer") as reviewer:
        assert (await reviewer.post(f"{BASE}/internal/surveys", json=order(stack))).status_code == 403
        assert (await reviewer.post(f"{BASE}/internal/applications/{uuid4()}/closure")).status_code == 403
    async with stack.service_client("issuance") as issuance:
        wrong = await issuance.post(f"{BASE}/internal/surveys", json=order(stack, facts=[]))
        assert (wrong.status_code, errors_at(wrong)) == (422, ["/facts"])
