"""The ends of an accepted case's time: counted from its acceptance, and again once the year has a calendar."""

from datetime import UTC, datetime, timedelta

import httpx
import pytest

from services.intake.applications.due import count_again
from services.intake.jobs import TIMERS
from shared.testing.stack import Stack, keyed
from tests.service.intake.filing import (
    FAST,
    Json,
    accepted,
    act,
    contrary,
    force,
    prechecked,
    present,
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
