"""Days set by officers, and due dates explained day by day."""

from datetime import UTC, date, datetime

import pytest

from services.classification.engine import Engine
from shared.testing.stack import Stack, errors_at, keyed
from tests.service.classification.test_rule_sets import enacted, overlay

DAYS = "/api/classification/v1/day-overrides"
EXPLAIN = "/api/classification/v1/due-dates/explanation"
DUE = "/api/classification/v1/internal/due-dates"


async def test_a_day_is_set_and_every_process_counts_with_it(stack: Stack) -> None:
    elsewhere = stack.runtime("classification").own(Engine)
    other = Engine(elsewhere.database, elsewhere.areas, elsewhere.settings)  # as another process holds it
    await other.look()
    async with stack.client("admin") as admin, stack.service_client("intake") as intake:
        place = f"{DAYS}/2025-03-05"
        before = await admin.get(place)
        assert (before.json()["kind"], before.headers["ETag"]) == ("workday", '"0"')
        body = {"kind": "holiday", "reason": "自治旗纪念日"}
        assert (await admin.put(place, json=body, headers=keyed(3))).status_code == 412
        changed = await admin.put(place, json=body, headers=keyed(0))
        assert (changed.status_code, changed.json()["working"], changed.json()["version"]) == (200, False, 1)
        order = {"accepted_on": "2025-03-04", "working_days": 1}
        due = datetime.fromisoformat((await intake.post(DUE, json=order)).json()["due_at"])
        assert due.date() == date(2025, 3, 6)
        assert due.astimezone(UTC) == datetime(2025, 3, 6, 15, 59, 59, tzinfo=UTC)
        assert other.calendar.is_working(date(2025, 3, 5))
        await other.look()
        assert not other.calendar.is_working(date(2025, 3, 5))
        undone = await admin.put(place, json={"kind": None, "reason": "误设"}, headers=keyed(1))
        assert (undone.json()["kind"], undone.json()["override"], undone.json()["version"]) == ("workday", None, 2)
        await other.look()
        assert other.calendar.is_working(date(2025, 3, 5))


async def test_who_may_set_a_day_and_what_may_be_set(stack: Stack) -> None:
    body = {"kind": "makeup_workday", "reason": "调休"}
    async with stack.client("clerk") as clerk, stack.client("supervisor") as supervisor:
        assert (await clerk.put(f"{DAYS}/2025-03-12", json=body, headers=keyed(0))).status_code == 403
        wrong = await supervisor.put(f"{DAYS}/2025-03-12", json=body, headers=keyed(0))  # a Wednesday
        assert (wrong.status_code, wrong.json()["errors"][0]["pointer"]) == (422, "/kind")
        assert (await supervisor.put(f"{DAYS}/1812-03-12", json=body, headers=keyed(0))).status_code == 422
        assert (await supervisor.put(f"{DAYS}/2025-03-15", json=body)).status_code == 428


async def test_the_year_lists_what_was_set(stack: Stack) -> None:
    async with stack.public() as anyone:
        days = (await anyone.get(DAYS, params={"year": 2026})).json()
    kinds = {day["day"]: day["kind"] for day in days}
    assert kinds["2026-10-01"] == "holiday"
    assert kinds["2026-10-10"] == "makeup_workday"
    assert list(kinds) == sorted(kinds)


async def test_a_due_date_explains_itself(stack: Stack) -> None:
    async with stack.public() as anyone:
        answer = await anyone.get(EXPLAIN, params={"accepted_on": "2026-10-09", "working_days": 2})
    told = answer.json()
    assert (told["due_at"], told["provisional"]) == ("2026-10-12T23:59:59+08:00", False)
    assert [(step["day"][-2:], step["kind"], step["number"]) for step in told["steps"]] == [
        ("10", "makeup_workday", 1),
        ("11", "weekend", None),
        ("12", "workday", 2),
    ]
    assert told["steps"][0]["reason"]


@pytest.mark.parametrize(("accepted_on", "provisional"), [("2031-03-03", True), ("2025-03-03", False)])
async def test_a_year_without_data_is_provisional(stack: Stack, accepted_on: str, provisional: bool) -> None:
    async with stack.public() as anyone:
        told = (await anyone.get(EXPLAIN, params={"accepted_on": accepted_on, "working_days": 5})).json()
    assert told["provisional"] is provisional
    assert {step["year_known"] for step in told["steps"]} == {not provisional}


async def test_a_year_becomes_known_with_its_national_day(stack: Stack) -> None:
    query = {"accepted_on": "2032-03-01", "working_days": "5"}
    async with stack.client("admin") as admin, stack.public() as anyone:
        assert (await anyone.get(EXPLAIN, params=query)).json()["provisional"]
        body = {"kind": "holiday", "reason": "2032 年节假日安排的通知"}
        await admin.put(f"{DAYS}/2032-10-01", json=body, headers=keyed(0))
        assert not (await anyone.get(EXPLAIN, params=query)).json()["provisional"]


async def test_a_named_limit_is_the_one_of_the_rule_set_then_in_force(stack: Stack) -> None:
    at = datetime(2046, 1, 1, tzinfo=UTC)
    seven = overlay("seven.1").replace("[class_bounds.I]", "[clock]\ndeemed_acceptance_days = 7\n\n[class_bounds.I]")
    await enacted(stack, seven, at)
    await stack.runtime("classification").own(Engine).look()
    ends: list[tuple[str, str]] = []
    async with stack.service_client("intake") as intake:
        for day in ("2026-09-07", "2046-03-05"):  # Mondays, no holiday near
            order = {"accepted_on": day, "working_days": "deemed_acceptance_days"}
            told = (await intake.post(DUE, json=order)).json()
            ends.append((told["due_at"][:10], told["clause"]))
        wrong = await intake.post(DUE, json={"accepted_on": "2026-09-07", "working_days": "extension_days"})
    assert ends == [("2026-09-14", "许可法第三十二条第四项"), ("2046-03-14", "许可法第三十二条第四项")]
    assert wrong.status_code == 422


async def test_what_stood_still_does_not_count(stack: Stack) -> None:
    pause = {"reason": "testing", "first": "2026-09-22", "last": "2026-09-23", "notice_no": "鄂检〔2026〕7号"}
    order: dict[str, object] = {"accepted_on": "2026-09-21", "working_days": 2, "pauses": [pause]}
    async with stack.service_client("intake") as intake, stack.public() as anyone:
        told = (await intake.post(DUE, json=order)).json()
        assert (told["due_at"][:10], told["warn_at"][:10]) == ("2026-09-28", "2026-09-24")
        query = {"accepted_on": "2026-09-21", "working_days": "2", "pause": "testing/2026-09-22/2026-09-23"}
        explained = (await anyone.get(EXPLAIN, params=query)).json()
        assert explained["due_at"] == told["due_at"]
        assert [step["day"] for step in explained["steps"] if step["paused"]] == ["2026-09-22", "2026-09-23"]


@pytest.mark.parametrize(
    ("change", "pointer"),
    [
        ({"pauses": [{"reason": "survey"}]}, "/pauses/0/reason"),
        ({"pauses": [{"notice_no": " "}]}, "/pauses/0/notice_no"),
        ({"pauses": [{"last": "2026-09-21"}]}, "/pauses/0"),
        ({"pauses": [{"last": "2036-09-21"}]}, "/pauses/0"),
        ({"extended": True}, "/extended"),
    ],
)
async def test_what_does_not_stop_the_clock_is_refused(stack: Stack, change: dict[str, object], pointer: str) -> None:
    pause = {"reason": "testing", "first": "2026-09-22", "last": "2026-09-23", "notice_no": "1"}
    changed = {key: [pause | value[0]] if isinstance(value, list) else value for key, value in change.items()}
    async with stack.service_client("intake") as intake:
        answer = await intake.post(DUE, json={"accepted_on": "2026-09-21", "working_days": 2} | changed)
    assert (answer.status_code, list(errors_at(answer))) == (422, [pointer])


@pytest.mark.parametrize("pause", ["testing/2026-02-30/2026-03-01", "testing/2026-03-02/2026-03-01", "testing"])
async def test_a_pause_that_is_none_is_a_field_error(stack: Stack, pause: str) -> None:
    query = {"accepted_on": "2026-03-01", "working_days": "2", "pause": pause}
    async with stack.public() as anyone:
        answer = await anyone.get(EXPLAIN, params=query)
    assert answer.status_code == 422
    assert next(iter(errors_at(answer))).startswith("query/pause")
