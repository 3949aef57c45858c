"""The clock: what makes it stand still and what does not, its extension, its warning."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.classification.rules.clock import ClockError, Due, Pause, due
from services.classification.rules.source import clause_of
from tests.unit.classification.cases import CALENDAR, RULES

CLOCK = RULES.source.clock
EXTENDABLE = CLOCK.model_copy(update={"extension_allowed": True})
DAYS = st.dates(date(2024, 1, 1), date(2026, 6, 30))


def counted(accepted: date, days: int, *pauses: Pause, extended: bool = False) -> Due:
    return due(accepted, days, pauses, extended=extended, clock=EXTENDABLE, calendar=CALENDAR)


@pytest.mark.parametrize("ground", sorted(CLOCK.pauses))
def test_the_clock_stands_still_on_the_grounds_of_the_law(ground: str) -> None:
    works = Pause(ground, (date(2026, 9, 22), date(2026, 9, 23)))
    assert counted(date(2026, 9, 21), 2, works).due_on == date(2026, 9, 28)  # after Mid-Autumn
    assert counted(date(2026, 9, 21), 2).due_on == date(2026, 9, 23)


@pytest.mark.parametrize("ground", ["survey", "consultation", "supplement", "holiday", ""])
def test_nothing_else_stops_it(ground: str) -> None:
    with pytest.raises(ClockError) as refused:
        counted(
            date(2026, 9, 21), 2, Pause("hearing", (date(2026, 9, 22),) * 2), Pause(ground, (date(2026, 9, 23),) * 2)
        )
    assert refused.value.pause == 1
    assert refused.value.zh != refused.value.en


def test_there_is_no_pause_for_a_survey() -> None:
    assert set(CLOCK.pauses) == {
        "reinforcement", "hearing", "tender", "auction", "inspection", "testing", "quarantine", "appraisal",
        "expert_review",
    }  # fmt: skip
    assert "survey" in CLOCK.runs


def test_the_one_extension_is_off_until_a_rule_set_allows_it() -> None:
    with pytest.raises(ClockError) as refused:
        due(date(2026, 3, 2), 2, (), extended=True, clock=CLOCK, calendar=CALENDAR)
    assert refused.value.pause is None
    assert counted(date(2026, 3, 2), 2, extended=True).due_on == counted(date(2026, 3, 2), 12).due_on


@pytest.mark.parametrize(
    ("accepted", "days", "warned"),
    [
        (date(2026, 9, 21), 2, date(2026, 9, 22)),
        (date(2026, 9, 30), 2, date(2026, 10, 8)),  # over the National Day break
        (date(2026, 9, 21), 1, date(2026, 9, 21)),
        (date(2026, 9, 21), 0, date(2026, 9, 21)),
    ],
)
def test_the_warning_comes_a_working_day_before(accepted: date, days: int, warned: date) -> None:
    assert counted(accepted, days).warn_on == warned


@given(DAYS, st.integers(1, 20), st.lists(st.tuples(st.integers(-5, 40), st.integers(0, 12)), max_size=3))
def test_a_pause_moves_the_end_by_the_working_days_it_holds(
    accepted: date, days: int, spans: list[tuple[int, int]]
) -> None:
    pauses = [
        Pause("testing", (accepted + timedelta(days=begin), accepted + timedelta(days=begin + length)))
        for begin, length in spans
    ]
    found = counted(accepted, days, *pauses)
    still = {first + timedelta(days=offset) for _, (first, last) in pauses for offset in range((last - first).days + 1)}
    passed = [accepted + timedelta(days=offset) for offset in range(1, (found.due_on - accepted).days + 1)]
    assert sum(CALENDAR.is_working(day) and day not in still for day in passed) == days
    assert found.due_on not in still
    assert accepted <= found.warn_on <= found.due_on
    steps = found.calendar.explain(accepted, days)
    assert [step.day for step in steps if step.paused] == sorted(set(passed) & still)
    assert all(step.number is None for step in steps if step.paused)


@pytest.mark.parametrize(
    ("name", "clause"),
    [("deemed_acceptance_days", "许可法第三十二条第四项"), ("delivery_days", "许可法第四十四条")],
)
def test_a_figure_rests_on_its_own_clause_or_its_tables(name: str, clause: str) -> None:
    assert clause_of(RULES.source, "clock", name) == clause
