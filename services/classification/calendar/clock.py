"""Counting a limit as other services and officers ask for it."""

from collections.abc import Mapping, Sequence
from datetime import date

from services.classification.rules.clock import ClockError, Due, Pause, due
from services.classification.rules.model import CompiledRules
from services.classification.rules.source import Condition, clause_of
from shared.contracts.classification import ClockPause, DueDate, DueOrder
from shared.contracts.pauses import ClockGround, ClockGrounds
from shared.domain.calendar import Calendar
from shared.domain.clock import end_of_day
from shared.domain.errors import field_problem

EXPLAINED = "-"
"""An explanation asks for no notice number: nothing rests on it."""


def counted(order: DueOrder, rules: CompiledRules, calendar: Calendar) -> Due:
    """The end of a limit.

    Raises:
        Invalid: a pause on a ground that does not stop the clock, or an extension that is not allowed.
    """
    clock = rules.source.clock
    days = order.working_days if isinstance(order.working_days, int) else getattr(clock, order.working_days)
    pauses = [Pause(pause.reason, (pause.first, pause.last)) for pause in order.pauses]
    try:
        return due(
            order.accepted_on,
            days,
            pauses,
            extended=order.extended,
            clock=clock,
            calendar=calendar,
        )
    except ClockError as error:
        pointer = "/extended" if error.pause is None else f"/pauses/{error.pause}/reason"
        raise field_problem(pointer, "clock", error.zh, error.en) from error


def due_date(order: DueOrder, rules: CompiledRules, calendar: Calendar) -> DueDate:
    """The same on the wire.

    Raises:
        Invalid: as in `counted`.
    """
    found = counted(order, rules, calendar)
    named = not isinstance(order.working_days, int)
    return DueDate(
        due_at=end_of_day(found.due_on),
        provisional=found.provisional,
        warn_at=end_of_day(found.warn_on),
        clause=clause_of(rules.source, "clock", str(order.working_days)) if named else None,
    )


def due_order(accepted_on: date, working_days: int, pauses: Sequence[str], *, extended: bool) -> DueOrder:
    """The order a query names; a pause is `ground/first day/last day`.

    Raises:
        Invalid: a day is none, or the last is before the first.
    """
    try:
        spans = [
            ClockPause(
                reason=reason, first=date.fromisoformat(first), last=date.fromisoformat(last), notice_no=EXPLAINED
            )
            for reason, first, last in (pause.split("/") for pause in pauses)
        ]
    except ValueError as error:
        raise field_problem("query/pause", "date_parsing", "日期有误", "a day is not valid") from error
    return DueOrder(accepted_on=accepted_on, working_days=working_days, pauses=spans, extended=extended)


def clock_grounds(rules: CompiledRules) -> ClockGrounds:
    """What stops the clock and what does not."""
    clock = rules.source.clock
    return ClockGrounds(stops=_grounds(clock.pauses), runs=_grounds(clock.runs))


def _grounds(table: Mapping[str, Condition]) -> list[ClockGround]:
    return [
        ClockGround(code=code, zh=one.zh, en=one.en, clause=one.clause, mark=one.mark) for code, one in table.items()
    ]
