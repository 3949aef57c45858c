"""The ends of an accepted case's time: counted from its acceptance, and again once the year has a calendar."""

from datetime import UTC, date, datetime, timedelta

import httpx
import pytest

from services.intake.applications.recounting import count_again, count_touched
from services.intake.jobs import TIMERS
from shared.domain.clock import shanghai_day
from shared.domain.errors import Unavailable
from shared.testing.stack import Stack, keyed
from tests.service.intake.filing import (
    FAST,
    SURVEY,
    Json,
    accepted,
    act,
    contrary,
    force,
    prechecked,
    present,
    submitted,
    unreachable,
)

DUE = "/internal/due-dates"
DAYS = "/api/classification/v1/day-overrides"
WRONG = datetime(2040, 1, 2, 15, 59, 59, tzinfo=UTC)


async def ends(stack: Stack, application: Json) -> Json:
    query = "SELECT status, version, due_at, promised_at, due_provisional FROM application WHERE id = :id"
    (row,) = await stack.rows(query, id=application["id"])
    return row


async def counted_again(stack: Stack, application: Json) -> list[Json]:
    """What the log says of it."""
    query = "SELECT actor_role, data FROM audit_event WHERE aggregate_id = :id AND action = 'due_counted_again'"
    return await stack.rows(query, id=application["id"])


async def in_year(stack: Stack, year: int) -> Json:
    """A case in review that was accepted on the first Monday of March of a year without a calendar."""
    first = datetime(year, 3, 1, 4, tzinfo=UTC)
    monday = first + timedelta(days=-first.weekday() % 7)
    application = await accepted(stack, FAST)
    case = await force(stack, application, accepted_at=monday, due_at=WRONG, promised_at=WRONG, due_provisional=True)
    await count_again(stack.runtime("intake"))
    return case


async def test_a_known_year_gives_ends_that_stand(stack: Stack) -> None:
    application = await accepted(stack, FAST)
    before = await ends(stack, application)
    assert (before["status"], before["due_provisional"]) == ("review", False)
    assert (application["promised_at"], application["due_at"] > application["accepted_at"]) == (None, True)
    await count_again(stack.runtime("intake"))
    assert await ends(stack, application) == before


async def with_a_promise(stack: Stack) -> Json:
    """A pre-checked case whose rule set promises an end before the statutory one."""
    application = await prechecked(stack)
    promise = "UPDATE application SET assessments = jsonb_set(assessments, '{0,assessment,promised_days}', '1')"
    await stack.rows(f"{promise} WHERE id = :id RETURNING id", id=application["id"])
    return application


@pytest.mark.parametrize("which", [0, 1], ids=["statutory", "promised"])
async def test_what_classification_calls_provisional_is_counted_again(
    stack: Stack, monkeypatch: pytest.MonkeyPatch, which: int
) -> None:
    asked: list[str] = []

    async def unsure(request: httpx.Request) -> httpx.Response | None:
        if not request.url.path.endswith(DUE):
            return None
        asked.append(request.url.path)
        provisional = len(asked) - 1 == which
        return httpx.Response(200, json={"due_at": WRONG.isoformat(), "provisional": provisional})

    application = await with_a_promise(stack)
    with monkeypatch.context() as patch:
        contrary(patch, stack, "classification", unsure)
        taken = (await act(stack, "clerk", application, "acceptance")).json()
    first = await ends(stack, taken)
    assert (first["status"], first["due_provisional"], first["due_at"]) == ("review", True, WRONG)
    await count_again(stack.runtime("intake"))
    now = await ends(stack, taken)
    assert now["due_provisional"] is False
    assert now["due_at"] != WRONG != now["promised_at"]
    assert now["version"] == first["version"] + 1
    (event,) = await counted_again(stack, taken)
    told = event["data"]
    assert isinstance(told, dict)
    assert event["actor_role"] == "service"
    assert datetime.fromisoformat(told["due_at"]) == now["due_at"]
    assert datetime.fromisoformat(told["before"]["due_at"]) == WRONG
    await count_again(stack.runtime("intake"))
    assert await ends(stack, taken) == now


async def test_a_holiday_of_the_new_calendar_moves_the_end(stack: Stack) -> None:
    case = await in_year(stack, 2034)
    guessed = await ends(stack, case)
    await count_again(stack.runtime("intake"))
    assert (await ends(stack, case), guessed["due_provisional"]) == (guessed, True)
    assert len(await counted_again(stack, case)) == 1
    async with stack.client("admin") as admin:
        for day in ("2034-03-07", "2034-10-01"):
            answer = await admin.put(f"{DAYS}/{day}", json={"kind": "holiday", "reason": "通知"}, headers=keyed(0))
            assert answer.status_code == 200, answer.text
    await count_again(stack.runtime("intake"))
    known = await ends(stack, case)
    assert known["due_provisional"] is False
    assert isinstance(known["due_at"], datetime)
    assert isinstance(guessed["due_at"], datetime)
    assert known["due_at"] > guessed["due_at"]
    assert len(await counted_again(stack, case)) == 2


async def case_of(stack: Stack, application: Json) -> Json:
    """What issuance has of it."""
    query = "SELECT due_at, due_provisional FROM review_case WHERE application_id = :id"
    (row,) = await stack.rows(query, id=application["id"])
    return row


async def test_issuance_and_field_are_told_of_an_end_that_moved(stack: Stack) -> None:
    case = await force(stack, await accepted(stack, SURVEY), due_at=WRONG, due_provisional=True)
    await stack.run_jobs()
    await count_again(stack.runtime("intake"))
    await stack.run_jobs()
    now = await ends(stack, case)
    assert now["due_at"] != WRONG
    assert await case_of(stack, case) == {"due_at": now["due_at"], "due_provisional": False}
    async with stack.client("reviewer") as reviewer:
        read = (
            await reviewer.get(f"/api/issuance/v1/review-cases/{(await present(stack, case))['review_case_id']}")
        ).json()
    assert (datetime.fromisoformat(read["due_at"]), read["due_provisional"]) == (now["due_at"], False)
    (survey,) = await stack.rows("SELECT due_at FROM survey WHERE application_id = :id", id=case["id"])
    assert survey["due_at"] == now["due_at"]


async def test_an_application_says_whether_its_end_is_provisional(stack: Stack) -> None:
    application = await prechecked(stack)
    assert application["due_provisional"] is True
    taken = (await act(stack, "clerk", application, "acceptance")).json()
    assert taken["due_provisional"] is False
    assert (await present(stack, await force(stack, taken, due_provisional=True)))["due_provisional"] is True


async def on_the_way_of(stack: Stack, application: Json, end: str) -> tuple[Json, Json, str]:
    """A day set on the way to an end, the jobs done, and the day set back: as it was, as it became, the day."""
    before = await present(stack, application, "clerk")
    day = shanghai_day(datetime.fromisoformat(before[end])).isoformat()
    async with stack.client("admin") as admin:
        version = int((await admin.get(f"{DAYS}/{day}")).json()["version"])
        body = {"kind": "holiday", "reason": "自治旗纪念日"}
        assert (await admin.put(f"{DAYS}/{day}", json=body, headers=keyed(version))).status_code == 200
        try:
            await stack.run_jobs()
            after = await present(stack, application, "clerk")
        finally:
            undone = {"kind": None, "reason": "误设"}
            await admin.put(f"{DAYS}/{day}", json=undone, headers=keyed(version + 1))
            await stack.run_jobs()
    return before, after, day


async def test_a_changed_day_moves_the_end_of_a_known_year_and_back(stack: Stack) -> None:
    application = await accepted(stack, FAST)
    before, after, _ = await on_the_way_of(stack, application, "due_at")
    assert after["due_at"] > before["due_at"]
    assert after["due_provisional"] is False
    again = await present(stack, application, "clerk")
    assert again["due_at"] == before["due_at"]
    assert (await case_of(stack, application))["due_at"] == datetime.fromisoformat(before["due_at"])


async def test_a_changed_day_moves_the_time_for_a_notice(stack: Stack) -> None:
    application = await prechecked(stack)
    before, after, day = await on_the_way_of(stack, application, "notice_due_at")
    assert after["notice_due_at"] > before["notice_due_at"]
    again = await present(stack, application, "clerk")
    assert again["notice_due_at"] == before["notice_due_at"]
    query = "SELECT data FROM audit_event WHERE aggregate_id = :id AND action = 'notice_due_counted_again' ORDER BY seq"
    told = [row["data"] for row in await stack.rows(query, id=application["id"])]
    assert len(told) == 2
    assert shanghai_day(datetime.fromisoformat(told[0]["before"])).isoformat() == day  # type: ignore[index]


async def test_a_notice_time_that_is_over_is_not_opened_again(stack: Stack) -> None:
    over = datetime(2026, 1, 9, 15, 59, 59, tzinfo=UTC)
    came = datetime(2026, 1, 2, 4, tzinfo=UTC)
    application = await force(stack, await submitted(stack), received_at=came, notice_due_at=over)
    await count_touched(stack.runtime("intake"), date(2026, 1, 9))
    query = "SELECT notice_due_at FROM application WHERE id = :id"
    assert await stack.rows(query, id=application["id"]) == [{"notice_due_at": over}]


async def test_what_cannot_be_counted_now_is_come_back_to(stack: Stack, monkeypatch: pytest.MonkeyPatch) -> None:
    application = await accepted(stack, FAST)
    day = shanghai_day(datetime.fromisoformat(application["due_at"]))
    with monkeypatch.context() as patch:
        contrary(patch, stack, "classification", unreachable)
        with pytest.raises(Unavailable, match="could not be counted"):
            await count_touched(stack.runtime("intake"), day)
    await count_touched(stack.runtime("intake"), day)
    assert (await present(stack, application))["due_at"] == application["due_at"]


async def test_only_classification_tells_days(stack: Stack) -> None:
    for service, status in (("classification", 200), ("issuance", 403)):
        async with stack.service_client(service) as client:
            answer = await client.post("/api/intake/v1/internal/day-changes", json={"day": "2025-06-03"})
        assert answer.status_code == status


async def test_an_ended_case_keeps_its_end(stack: Stack) -> None:
    case = await force(stack, await accepted(stack, FAST), status="withdrawn", due_at=WRONG, due_provisional=True)
    await count_again(stack.runtime("intake"))
    assert (await ends(stack, case))["due_at"] == WRONG


async def test_one_that_is_assessed_anew_is_left_to_the_driver(stack: Stack) -> None:
    case = await force(stack, await accepted(stack, FAST), assessments="[]", due_at=WRONG, due_provisional=True)
    await count_again(stack.runtime("intake"))
    assert (await ends(stack, case))["due_at"] == WRONG


async def test_a_silent_classification_changes_nothing(stack: Stack, monkeypatch: pytest.MonkeyPatch) -> None:
    case = await force(stack, await accepted(stack, FAST), due_at=WRONG, due_provisional=True)
    with monkeypatch.context() as patch:
        contrary(patch, stack, "classification", unreachable)
        await count_again(stack.runtime("intake"))
    assert (await ends(stack, case))["due_at"] == WRONG
    await count_again(stack.runtime("intake"))
    assert (await present(stack, case))["due_at"] != WRONG.isoformat()
    assert (await ends(stack, case))["due_provisional"] is False


def test_the_timer_runs_every_hour() -> None:
    assert [timer.every_s for timer in TIMERS if timer.run is count_again] == [3600]
