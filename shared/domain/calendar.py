"""Working days of the Chinese administration over a table of day overrides: counting, due dates and their explanation.

Periods of an authority count working days only (行政许可法 Licensing Law art. 82): Monday to Friday without statutory
holidays, plus the weekend days a yearly notice makes working days (调休). The day after the start is day 1, and a period
ends with the n-th working day at 23:59:59 in Shanghai.
"""

from calendar import monthrange
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Literal, NamedTuple
from zoneinfo import ZoneInfo

SHANGHAI = ZoneInfo("Asia/Shanghai")
END_OF_DAY = time(23, 59, 59)
NATIONAL_DAY = (10, 1)
"""Every yearly notice names it, so a year without it in the table has no data; a single local holiday is no notice."""

DayKind = Literal["holiday", "makeup_workday"]
_SATURDAY = 5
_MONTHS = 12
_REMEMBERED = 4096  # due days a calendar keeps: every assessment of a day asks for the same three


class DueDay(NamedTuple):
    """The last day of a period; provisional when a year on the way has no data and weekends alone were counted."""

    day: date
    provisional: bool


class DayStep(NamedTuple):
    """One day on the way to a due date. `number` is the working day's number, None for a day that does not count."""

    day: date
    kind: Literal["workday", "weekend", "holiday", "makeup_workday"]
    number: int | None
    known: bool
    paused: bool


Span = tuple[date, date]
"""Days from the first to the last, both included."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """Working days over `overrides`, a mapping from a date to what it is against its weekday; `paused` days never count."""

    overrides: Mapping[date, DayKind]
    paused: frozenset[date] = frozenset()
    known_years: frozenset[int] = field(init=False)
    _due: dict[tuple[date, int], DueDay] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        years = {
            day.year
            for day, kind in self.overrides.items()
            if (day.month, day.day) == NATIONAL_DAY and kind == "holiday"
        }
        object.__setattr__(self, "known_years", frozenset(years))

    def kind_of(self, day: date) -> Literal["workday", "weekend", "holiday", "makeup_workday"]:
        """What the day is."""
        override = self.overrides.get(day)
        if override is not None:
            return override
        return "weekend" if day.weekday() >= _SATURDAY else "workday"

    def is_working(self, day: date) -> bool:
        """Whether the day counts in a period of working days."""
        if day in self.paused:
            return False
        override = self.overrides.get(day)
        if override is None:
            return day.weekday() < _SATURDAY
        return override == "makeup_workday"

    def add_working_days(self, start: date, count: int) -> DueDay:
        """The `count`-th working day after `start` (start itself is not counted; 0 gives start).

        Raises:
            ValueError: count is negative.
        """
        known = self._due.get((start, count))
        if known is None:
            if len(self._due) >= _REMEMBERED:
                self._due.clear()
            known = self._due[start, count] = self._count(start, count)
        return known

    def _count(self, start: date, count: int) -> DueDay:
        if count < 0:
            raise ValueError("a period cannot be negative")
        first = start + timedelta(days=1) if count else start
        day, left = start, count
        while left:
            day += timedelta(days=1)
            left -= self.is_working(day)
        return DueDay(day, any(year not in self.known_years for year in range(first.year, day.year + 1)))

    def pausing(self, spans: Iterable[Span]) -> "Calendar":
        """This calendar in which the days of the spans, ends included, do not count: the clock stands still on them."""
        still = frozenset(
            first + timedelta(days=offset) for first, last in spans for offset in range((last - first).days + 1)
        )
        return Calendar(self.overrides, still)

    def before(self, day: date, count: int) -> date:
        """The day `count` working days before another (0 gives that day)."""
        left = count
        while left:
            day -= timedelta(days=1)
            left -= self.is_working(day)
        return day

    def explain(self, start: date, count: int) -> tuple[DayStep, ...]:
        """Every day from the one after `start` to the due day, with the number it counts as."""
        due = self.add_working_days(start, count).day
        steps: list[DayStep] = []
        number = 0
        for offset in range(1, (due - start).days + 1):
            day = start + timedelta(days=offset)
            working = self.is_working(day)
            number += working
            known = day.year in self.known_years
            steps.append(DayStep(day, self.kind_of(day), number if working else None, known, day in self.paused))
        return tuple(steps)


def shanghai_day(moment: datetime) -> date:
    """The day a moment falls on in Shanghai; moments at the ends of time keep their own day."""
    try:
        return moment.astimezone(SHANGHAI).date()
    except OverflowError:
        return moment.date()


def end_of_day(day: date) -> datetime:
    """The last second of a day in Shanghai, when periods end."""
    return datetime.combine(day, END_OF_DAY, SHANGHAI)


def add_months(day: date, months: int) -> date:
    """The same day `months` later, or the last day of that month if it is shorter; never beyond the last date there is."""
    year, month = divmod(day.year * _MONTHS + day.month - 1 + months, _MONTHS)
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
