"""Wire models of the calendar: what a day is, and a due date explained day by day."""

from datetime import date, datetime
from typing import Literal

from shared.contracts.classification import OfficeDay
from shared.contracts.facts import Text, Wire

Kind = Literal["holiday", "makeup_workday"]
DayIs = Literal["workday", "weekend", "holiday", "makeup_workday"]


class DayChange(Wire):
    """What a day is against its weekday; null: what its weekday says. The reason names the notice."""

    kind: Kind | None
    reason: Text


class Day(Wire):
    """A day of the office: `override` tells it was set, `year_known` whether the year's notice is in the calendar."""

    day: OfficeDay
    kind: DayIs
    working: bool
    override: Kind | None
    reason: str | None
    year_known: bool
    version: int


class Step(Wire):
    """One day on the way to a due date; `number`: the working day it counts as, null: it does not count.

    `paused`: the clock stood still on it.
    """

    day: date
    kind: DayIs
    number: int | None
    year_known: bool
    paused: bool
    reason: str | None


class Explanation(Wire):
    """A due date: every day after the acceptance up to it. Provisional when a year on the way is not known yet."""

    accepted_on: date
    working_days: int
    due_at: datetime
    warn_at: datetime
    provisional: bool
    steps: list[Step]
