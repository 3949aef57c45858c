"""Stored assessments: read again as they were told, and overridden by officers within their bounds."""

from datetime import timedelta
from uuid import UUID, uuid4

import httpx
import pytest

from services.classification.engine import Engine
from shared.domain.clock import utc_now
from shared.testing.stack import Stack, errors_at, keyed
from tests.service.classification.test_rule_sets import ASSESS, enacted, order, overlay

URL = "/api/classification/v1/assessments"
DAYS = "/api/classification/v1/day-overrides"
Json = dict[str, object]


async def made(stack: Stack, body: Json) -> Json:
    async with stack.service_client("intake") as intake:
        answer = await intake.post(ASSESS, json=body)
    assert answer.status_code == 200, answer.text
    stored: Json = answer.json()
    return stored


async def override(client: httpx.AsyncClient, stored: Json, body: Json, version: int = 1) -> httpx.Response:
    place = f"{URL}/{stored['id']}/override"
    return await client.post(place, json={"reason": "现场情况"} | body, headers=keyed(version))


async def test_an_assessment_is_read_as_it_was_told(stack: Stack) -> None:
    stored = await made(stack, order(stack, utc_now(), height_mm=4150))
    async with stack.client("clerk") as clerk, stack.client("carrier") as carrier:
        answer = await clerk.get(f"{URL}/{stored['id']}")
        assert (answer.json()["assessment"], answer.json()["status"]) == (stored["assessment"], "computed")
        assert answer.headers["ETag"] == '"1"'
        assert (await carrier.get(f"{URL}/{stored['id']}")).status_code == 403
        assert (await clerk.get(f"{URL}/{uuid4()}")).status_code == 404


async def test_rules_and_days_that_come_later_change_nothing_told(stack: Stack) -> None:
    at = utc_now() + timedelta(days=2000)
    body = order(stack, at + timedelta(hours=1), height_mm=4150)
    stored = await made(stack, body)
    told = stored["assessment"]
    await enacted(stack, overlay("later.1", 4100), at)
    await stack.runtime("classification").own(Engine).look()
    async with stack.client("admin") as admin, stack.service_client("intake") as intake:
        day = str(told["due_at"])[:10]  # type: ignore[index]
        holiday = await admin.put(f"{DAYS}/{day}", json={"kind": "holiday", "reason": "放假"}, headers=keyed(0))
        assert holiday.status_code == 200
        assert (await intake.post(ASSESS, json=body)).json()["assessment"] == told
        view = (await intake.get(f"/api/classification/v1/internal/assessments/{stored['id']}")).json()
        assert view["assessment"] == told
    fresh = await made(stack, order(stack, at + timedelta(hours=1), height_mm=4150))
    assert fresh["assessment"]["class"] == "II"  # type: ignore[index]


async def test_a_newer_version_supersedes(stack: Stack) -> None:
    application = uuid4()
    first = await made(stack, order(stack, utc_now(), application))
    await made(stack, order(stack, utc_now(), application) | {"facts_version": 2})
    async with stack.client("clerk") as clerk:
        assert (await clerk.get(f"{URL}/{first['id']}")).json()["status"] == "superseded"


async def test_a_reviewer_raises_and_an_approver_also_lowers(stack: Stack) -> None:
    stored = await made(stack, order(stack, utc_now(), height_mm=4150))
    async with stack.client("reviewer") as reviewer, stack.client("approver") as approver:
        raised = await override(reviewer, stored, {"class": "III"})
        assert (raised.status_code, raised.headers["ETag"]) == (200, '"2"')
        view = raised.json()
        assert (view["status"], view["computed_class"], view["computed_lane"]) == ("overridden", "I", "instant")
        now = view["assessment"]
        assert (now["class"], now["lane"], now["needs_survey"], now["statutory_days"]) == ("III", "survey", True, 15)
        assert {"outline_drawing", "escort_plan"} <= {paper["code"] for paper in now["required_materials"]}
        assert (now["escort"]["required"], now["escort"]["police_consultation"]) == (True, True)
        assert now["faster_lane"] is None
        down: Json = {"class": "II", "lane": "fast"}
        refused = await override(reviewer, stored, down, 2)
        assert (refused.status_code, refused.json()["type"].rsplit("/", 1)[1]) == (403, "only_upwards")
        assert (await override(approver, stored, down, 1)).status_code == 412
        lowered = (await override(approver, stored, down, 2)).json()
        assert (lowered["assessment"]["class"], lowered["assessment"]["lane"]) == ("II", "fast")
        assert lowered["override"]["role"] == "AP"
        assert not lowered["assessment"]["escort"]["required"]
    events = await stack.rows(
        "SELECT actor_role, data FROM audit_event WHERE aggregate_id = :id ORDER BY seq", id=UUID(str(stored["id"]))
    )
    assert [event["actor_role"] for event in events] == ["RV", "AP"]
    assert events[1]["data"]["before"] == ["III", "survey"]  # type: ignore[index]


@pytest.mark.parametrize(
    ("height", "body", "status", "code"),
    [
        (4150, {"class": "I"}, 409, "no_change"),
        (4150, {"class": "III", "lane": "fast"}, 409, "lane_below_class"),
        (4600, {"lane": "instant"}, 409, "lane_below_class"),
        (4150, {}, 422, "invalid_fields"),
        (4150, {"lane": "survey", "reason": " "}, 422, "invalid_fields"),
    ],
)
async def test_what_no_officer_sets(stack: Stack, height: int, body: Json, status: int, code: str) -> None:
    stored = await made(stack, order(stack, utc_now(), height_mm=height))
    async with stack.client("approver") as approver:
        answer = await override(approver, stored, body)
    assert (answer.status_code, answer.json()["type"].rsplit("/", 1)[1]) == (status, code)
    if status == 422:
        assert set(errors_at(answer)) <= {"/class", "/reason"}


async def test_what_is_not_accepted_is_not_overridden(stack: Stack) -> None:
    body = order(stack, utc_now(), height_mm=4150)
    facts = body["facts"]
    assert isinstance(facts, dict)
    facts["cargo"] = {**facts["cargo"], "divisible": True}
    stored = await made(stack, body)
    async with stack.client("approver") as approver:
        answer = await override(approver, stored, {"lane": "survey"})
    assert (answer.status_code, answer.json()["type"].rsplit("/", 1)[1]) == (409, "not_overridable")


async def test_clerks_override_nothing(stack: Stack) -> None:
    stored = await made(stack, order(stack, utc_now(), height_mm=4150))
    async with stack.client("clerk") as clerk:
        assert (await override(clerk, stored, {"lane": "survey"})).status_code == 403
        missing = await clerk.post(f"{URL}/{uuid4()}/override", json={"reason": "x", "lane": "fast"}, headers=keyed(1))
        assert missing.status_code == 403
