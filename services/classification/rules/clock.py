"""The clock of a case: a limit in working days, what makes it stand still, its one extension, and when to warn.

It starts the day after acceptance and ends with the last working day (Licensing Law art. 82). It stands still on the
grounds the rule set names alone, told in writing (art. 45; Order 62 art. 15); a site survey is none of them.
"""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from services.classification.rules.source import Clock
from shared.domain.calendar import Calendar, Span


class Pause(NamedTuple):
    """Days the clock stands still, both ends included, and the ground."""

    ground: str
    days: Span


class ClockError(ValueError):
    """The clock does not stand still for that, or is not extended; told in both languages. `pause` is its index."""

    def __init__(self, pause: int | None, zh: str, en: str) -> None:
        super().__init__(en)
        self.pause = pause
        self.zh = zh
        self.en = en


class Due(NamedTuple):
    """The last day, the day of the warning, the working days up to the last, and the calendar they were counted by."""

    due_on: date
    warn_on: date
    working_days: int
    provisional: bool
    calendar: Calendar


def due(
    accepted_on: date, days: int, pauses: Sequence[Pause], *, extended: bool, clock: Clock, calendar: Calendar
) -> Due:
    """The end of a limit, and of the warning before it, which is never before the acceptance.

    Raises:
        ClockError: a pause on a ground that does not stop the clock, or an extension the rule set does not allow.
    """
    for index, pause in enumerate(pauses):
        if pause.ground in clock.runs:
            text = clock.runs[pause.ground]
            raise ClockError(index, text.zh, text.en)
        if pause.ground not in clock.pauses:
            raise ClockError(index, "没有这种中止期限的情形", "that does not stop the clock")
    if extended and not clock.extension_allowed:
        raise ClockError(None, "现行规则不允许延长此期限", "the rules in force do not extend this limit")
    counted = calendar.pausing(pause.days for pause in pauses) if pauses else calendar
    days += clock.extension_days if extended else 0
    last = counted.add_working_days(accepted_on, days)
    warning = max(counted.before(last.day, clock.warning_days), accepted_on)
    return Due(last.day, warning, days, last.provisional, counted)
