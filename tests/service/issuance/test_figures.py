"""Figures of the permit: counted by their definitions, both denominators, each count equal to its list, CSV."""

import csv
import io
from datetime import date, datetime, timedelta
from typing import cast
from uuid import UUID, uuid4

from services.issuance.figures.queries import figures, period_of
from services.issuance.verification.tally import Tally
from shared.contracts.figures import Figure, Figures
from shared.domain.clock import SHANGHAI, shanghai_day, utc_now
from shared.platform.transaction import reading
from shared.testing.stack import Json, Stack
from tests.service.issuance.cases import API, approver_of, case_order, issued, standing
from tests.service.issuance.test_changes import change, later, own_facts

FIRST, LAST = date(2026, 9, 28), date(2026, 10, 11)


async def whole(stack: Stack, authority: str, first: date = FIRST, last: date = LAST) -> Figures:
    async with reading(stack.runtime("issuance").database) as session:
        return await figures(session, period_of(authority, first, last))


def by_code(told: Figures) -> dict[str, Figure]:
    return {one.code: one for one in told.figures}


async def _authority(stack: Stack, adcode: str, count: int) -> list[str]:
    """Permits of an authority of the test's own, accepted and issued on the first day of the period."""
    await standing(stack, adcode)
    numbers = []
    for _ in range(count):
        permit = await issued(stack, authority_adcode=adcode)
        numbers.append(permit.number)
    moment = datetime.combine(FIRST, datetime.min.time(), SHANGHAI)
    await stack.rows("UPDATE permit SET issued_at = :m WHERE authority_adcode = :a RETURNING 1", m=moment, a=adcode)
    await stack.rows(
        "UPDATE review_case SET accepted_at = :m, created_at = :m WHERE authority_adcode = :a RETURNING 1",
        m=moment,
        a=adcode,
    )
    await stack.rows(
        "UPDATE decision SET decided_at = :m FROM review_case AS c WHERE c.id = review_case_id AND"
        " c.authority_adcode = :a RETURNING 1",
        m=moment,
        a=adcode,
    )
    return numbers


async def test_counts_averages_and_rates_follow_the_definitions(stack: Stack) -> None:
    adcode = "990101"
    numbers = await _authority(stack, adcode, 4)
    end = datetime.combine(LAST, datetime.max.time(), SHANGHAI)
    outside = end + timedelta(seconds=1)
    for number, state, moment in (
        (numbers[0], "revoked", end),
        (numbers[1], "voided", end),
        (numbers[2], "voided", outside),
    ):
        await stack.rows(
            "UPDATE permit SET state = :s, end_state = :s, ended_at = :m WHERE number = :n RETURNING 1",
            s=state,
            m=moment,
            n=number,
        )
    await stack.rows(
        "UPDATE permit SET state = 'deregistered', deregistered_at = :m WHERE number = :n RETURNING 1",
        m=end,
        n=numbers[0],
    )
    told = by_code(await whole(stack, adcode))
    counted = {
        code: told[code].num for code in ("accepted_and_reviewed", "issued", "cancelled_total", "voided", "revoked")
    }
    assert counted == {"accepted_and_reviewed": 4, "issued": 4, "cancelled_total": 2, "voided": 1, "revoked": 1}
    assert told["deregistered"].num == 1, "striking off does not take the revocation out of the count"
    assert (told["daily_average"].num, told["daily_average"].den, told["daily_average"].value) == (4, 14, "0.29")
    assert told["cancel_ratio"].value == "50.00"
    assert told["refusal_rate"].value == "0.00"
    assert told["consult_timeout_rate"].value is None, "nothing was asked"
    assert (told["on_time_rate"].num, told["on_time_rate"].den) == (4, 4)


async def test_working_days_are_counted_by_the_calendar(stack: Stack) -> None:
    told = await whole(stack, "990102")
    days = [FIRST + timedelta(days=offset) for offset in range(told.calendar_days)]
    assert told.calendar_days == 14
    weekdays = sum(day.weekday() < 5 for day in days)
    assert told.working_days < weekdays, "the National Day holidays do not count"
    assert not told.working_days_provisional
    assert (await whole(stack, "990102", date(2095, 1, 1), date(2095, 1, 31))).working_days_provisional


async def test_an_open_overdue_case_weighs_on_the_rate(stack: Stack) -> None:
    adcode = "990103"
    await _authority(stack, adcode, 1)
    due = datetime.combine(FIRST, datetime.max.time(), SHANGHAI)
    order = await case_order(stack, "class2_excavator", authority_adcode=adcode, due_at=due.isoformat())
    order["accepted_at"] = due.isoformat()
    async with stack.service_client("intake") as client:
        made = await client.post(f"{API}/internal/review-cases", json=order, headers={"Idempotency-Key": str(uuid4())})
    assert made.status_code == 200
    told = by_code(await whole(stack, adcode))
    assert (told["overdue_open"].num, told["on_time_rate"].den, told["on_time_rate"].value) == (1, 2, "50.00")


async def test_each_count_opens_its_list_and_anyone_reads_the_figures(stack: Stack) -> None:
    permit = await issued(stack)
    assert (await change(stack, permit.number, dates=later(permit, 1))).status_code == 201
    await stack.runtime("issuance").own(Tally).finish()
    today = shanghai_day(utc_now())
    query = f"first={today}&last={today}"
    async with stack.public() as public:
        told = cast("Json", (await public.get(f"{API}/public/figures?{query}")).json())
        table = (await public.get(f"{API}/public/figures.csv?{query}")).content.decode("utf-8-sig")
        assert (await public.get(f"{API}/figures/issued/entries?{query}")).status_code == 401
        wrong = await public.get(f"{API}/public/figures?first={today}&last={today - timedelta(days=1)}")
    assert wrong.status_code == 422
    rows = {row["code"]: row for row in csv.DictReader(io.StringIO(table))}
    for one in cast("list[Json]", told["figures"]):
        assert rows[str(one["code"])]["value"] == ("" if one["value"] is None else one["value"])
    async with stack.client("supervisor") as client:
        for one in cast("list[Json]", told["figures"]):
            if one["den"] is not None:
                continue
            seen: list[UUID] = []
            stands_for = 0
            cursor = ""
            while True:
                path = f"{API}/figures/{one['code']}/entries?{query}&limit=100{cursor}"
                page = (await client.get(path)).json()
                seen += [entry["id"] for entry in page["items"]]
                stands_for += sum(entry["count"] for entry in page["items"])
                if page["next_cursor"] is None:
                    break
                cursor = f"&cursor={page['next_cursor']}"
            assert len(seen) == len(set(seen))
            assert stands_for == one["num"], one["code"]
        assert (await client.get(f"{API}/figures/nothing/entries?{query}")).status_code == 404
    assert approver_of("150600").authority == "150600"


async def test_change_requests_are_those_made_at_once_and_those_that_became_cases(stack: Stack) -> None:
    adcode = "990104"
    await standing(stack, adcode, changes=True)
    permits = [await issued(stack, authority_adcode=adcode, facts=own_facts()) for _ in range(2)]
    assert (await change(stack, permits[0].number, dates=later(permits[0], 1))).status_code == 201
    longer = {**later(permits[1], 0), "valid_to": later(permits[1], 9)["valid_to"]}
    case = await change(stack, permits[1].number, dates=longer)
    assert case.status_code == 202, case.text
    today = shanghai_day(utc_now())
    told = by_code(await whole(stack, adcode, today, today))
    assert (told["changed"].num, told["change_requests"].num) == (1, 2)
    assert (told["change_rate"].num, told["change_rate"].den, told["change_rate"].value) == (2, 2, "100.00")
