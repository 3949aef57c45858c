"""Which reminder is due on which day."""

from hypothesis import given
from hypothesis import strategies as st

from services.registry.reminders.telling import bands
from services.registry.settings import PAPER_RULES


def test_the_days_set() -> None:
    assert bands(PAPER_RULES.reminders.days) == [(0, 1), (2, 7), (8, 14), (15, 30)]


@given(st.sets(st.integers(0, 366), min_size=1))
def test_each_day_left_belongs_to_one_reminder_at_most(days: set[int]) -> None:
    found = bands(list(days))
    covered = [day for band in found for day in range(band.first, band.last + 1)]
    assert covered == list(range(max(days) + 1))
