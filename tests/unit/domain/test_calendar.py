"""Working days: weekends, holidays, made-up weekends, unknown years, and the explanation of a due date."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.classification.calendar_seed import seed_overrides
from shared.domain.calendar import Calendar, add_months, end_of_day, shanghai_day

SEEDED = Calendar(seed_overrides())
DAYS = st.dates(date(2019, 1, 1), date(2029, 12, 31))


@pytest.mark.parametrize(
    ("day", "kind", "working"),
    [
        (date(2026, 10, 1), "holiday", False),
        (date(2026, 10, 8), "workday", True),
        (date(2026, 10, 10), "makeup_workday", True),  # a Saturday
        (date(2026, 9, 20), "makeup_workday", True),  # a Sunday
        (date(2026, 10, 11), "weekend", False),
        (date(2026, 2, 17), "holiday", False),
        (date(2027, 10, 1), "workday", True),  # no notice yet: weekends alone count
    ],
)
def test_kind_of_day(day: date, kind: str, working: bool) -> None:
    assert (SEEDED.kind_of(day), SEEDED.is_working(day)) == (kind, working)


@pytest.mark.parametrize(
    ("start", "count", "due"),
    [
        (date(2026, 9, 21), 2, date(2026, 9, 23)),
        (date(2026, 9, 30), 2, date(2026, 10, 9)),
        (date(2026, 10, 9), 1, date(2026, 10, 10)),  # Friday to the Saturday made a working day
        (date(2026, 10, 10), 1, date(2026, 10, 12)),
        (date(2026, 9, 21), 0, date(2026, 9, 21)),
        (date(2026, 2, 13), 2, date(2026, 2, 24)),  # over the Spring Festival, by way of Saturday the 14th
    ],
)
def test_add_working_days(start: date, count: int, due: date) -> None:
    assert SEEDED.add_working_days(start, count) == (due, False)


@pytest.mark.parametrize(
    ("start", "count", "provisional"),
    [
        (date(2026, 12, 29), 2, False),
        (date(2026, 12, 30), 2, True),
        (date(2027, 3, 1), 15, True),
        (date(2003, 12, 31), 1, False),  # the start itself does not count
        (date(2026, 12, 31), 0, False),
    ],
)
def test_a_period_that_enters_a_year_without_data_is_provisional(start: date, count: int, provisional: bool) -> None:
    assert SEEDED.add_working_days(start, count).provisional is provisional


def test_one_local_holiday_does_not_make_a_year_known() -> None:
    local = Calendar({**SEEDED.overrides, date(2027, 7, 11): "holiday", date(2027, 7, 12): "holiday"})
    assert 2027 not in local.known_years
    assert local.add_working_days(date(2027, 7, 9), 1) == (date(2027, 7, 13), True)
    assert max(SEEDED.known_years) == 2026


def test_a_negative_period_is_refused() -> None:
    with pytest.raises(ValueError, match="negative"):
        SEEDED.add_working_days(date(2026, 1, 5), -1)


def test_explanation_day_by_day() -> None:
    steps = SEEDED.explain(date(2026, 10, 9), 2)
    assert [(step.day.day, step.kind, step.number, step.known) for step in steps] == [
        (10, "makeup_workday", 1, True),
        (11, "weekend", None, True),
        (12, "workday", 2, True),
    ]


@given(DAYS, st.integers(1, 30))
def test_the_due_day_is_the_nth_working_day(start: date, count: int) -> None:
    due, provisional = SEEDED.add_working_days(start, count)
    passed = [start + timedelta(days=offset) for offset in range(1, (due - start).days + 1)]
    assert sum(map(SEEDED.is_working, passed)) == count
    assert SEEDED.is_working(due)
    assert provisional is any(day.year not in SEEDED.known_years for day in passed)
    steps = SEEDED.explain(start, count)
    assert [step.day for step in steps] == passed
    assert steps[-1].number == count


@given(DAYS, st.integers(0, 20), st.integers(0, 20))
def test_periods_add_up(start: date, first: int, second: int) -> None:
    middle = SEEDED.add_working_days(start, first).day
    assert SEEDED.add_working_days(middle, second).day == SEEDED.add_working_days(start, first + second).day


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 12, 7), 6, date(2027, 6, 7)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2026, 12, 7), 0, date(2026, 12, 7)),
        (date(2026, 12, 31), 12, date(2027, 12, 31)),
        (date(9999, 12, 31), 6, date.max),
        (date(9999, 6, 30), 6, date(9999, 12, 30)),
    ],
)
def test_add_months(day: date, months: int, later: date) -> None:
    assert add_months(day, months) == later


def test_days_are_days_in_shanghai() -> None:
    assert shanghai_day(datetime(2026, 12, 31, 16, tzinfo=UTC)) == date(2027, 1, 1)
    assert shanghai_day(datetime(2026, 12, 31, 15, 59, tzinfo=UTC)) == date(2026, 12, 31)
    assert end_of_day(date(2026, 9, 23)).astimezone(UTC) == datetime(2026, 9, 23, 15, 59, 59, tzinfo=UTC)


def test_moments_at_the_ends_of_time_have_a_day() -> None:
    assert shanghai_day(datetime.max.replace(tzinfo=UTC)) == date.max
    assert shanghai_day(datetime.min.replace(tzinfo=UTC)) == date.min


def test_the_seed_holds_whole_years_and_no_contradiction() -> None:
    overrides = seed_overrides()
    assert {2024, 2025, 2026} <= SEEDED.known_years
    for day, kind in overrides.items():
        assert kind == "holiday" or day.weekday() >= 5
    assert list(overrides) == sorted(overrides)
