"""Counting office hours."""

from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.fieldwork.office_time import after_office_hours
from services.fieldwork.settings import LIMITS, Office
from shared.domain.clock import SHANGHAI

OFFICE = Office(weekdays=frozenset({1, 2, 3, 4, 5}), opens=time(8, 30), closes=time(17, 30), clause="-", mark="assumed")


@pytest.mark.parametrize(
    ("start", "hours", "due"),
    [
        ("2026-12-07T09:00", 4, "2026-12-07T13:00"),  # a Monday
        ("2026-12-07T06:00", 4, "2026-12-07T12:30"),
        ("2026-12-07T13:30", 4, "2026-12-07T17:30"),
        ("2026-12-07T13:31", 4, "2026-12-08T08:31"),
        ("2026-12-07T20:00", 4, "2026-12-08T12:30"),
        ("2026-12-11T16:30", 4, "2026-12-14T11:30"),  # over a weekend
        ("2026-12-12T10:00", 4, "2026-12-14T12:30"),
        ("2026-12-07T08:30", 20, "2026-12-09T10:30"),
    ],
)
def test_closed_hours_do_not_count(start: str, hours: int, due: str) -> None:
    moment = datetime.fromisoformat(start).replace(tzinfo=SHANGHAI)
    assert after_office_hours(moment, hours, OFFICE) == datetime.fromisoformat(due).replace(tzinfo=SHANGHAI)


@given(
    st.datetimes(datetime(2024, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)),
    st.integers(1, 60),
)
def test_open_half_hours_between_start_and_due_are_the_hours_asked_for(start: datetime, hours: int) -> None:
    start = start.replace(minute=start.minute // 30 * 30, second=0, microsecond=0)
    due = after_office_hours(start, hours, OFFICE)
    moment, halves = start.astimezone(SHANGHAI), 0
    while moment < due:
        halves += moment.isoweekday() in OFFICE.weekdays and OFFICE.opens <= moment.time() < OFFICE.closes
        moment += timedelta(minutes=30)
    assert halves == hours * 2
    assert due.isoweekday() in OFFICE.weekdays
    assert OFFICE.opens < due.time() <= OFFICE.closes


def test_the_numbers_are_data_with_a_mark() -> None:
    assert (LIMITS.respond.office_hours, LIMITS.respond.mark) == (4, "assumed")
