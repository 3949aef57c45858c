"""Reading days and explaining due dates."""

from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from services.classification.calendar.clock import counted
from services.classification.calendar.schemas import Day, Explanation, Step
from services.classification.rules.model import CompiledRules
from shared.contracts.classification import DueOrder
from shared.domain.calendar import Calendar
from shared.domain.clock import end_of_day
from shared.platform.database import ReadSession
from shared.schema.classification import DayOverride


async def overrides_between(session: AsyncSession, first: date, last: date) -> dict[date, DayOverride]:
    """What was set of the days from first to last."""
    rows = await session.scalars(select(DayOverride).where(DayOverride.day.between(first, last)))
    return {row.day: row for row in rows}


def day_of(day: date, row: DayOverride | None, calendar: Calendar) -> Day:
    """A day as it is: by its row, and with the calendar for whether its year is known."""
    weekend = not Calendar({}).is_working(day)
    kind = row.kind if row else None
    return Day.model_validate(
        {
            "day": day,
            "kind": kind or ("weekend" if weekend else "workday"),
            "working": kind == "makeup_workday" if kind else not weekend,
            "override": kind,
            "reason": row.reason if row else None,
            "year_known": day.year in calendar.known_years,
            "version": row.version if row else 0,
        }
    )


async def days_of_year(session: ReadSession, year: int, calendar: Calendar) -> list[Day]:
    """The days of a year that were set, in order."""
    rows = await overrides_between(session, date(year, 1, 1), date(year, 12, 31))
    return [day_of(day, rows[day], calendar) for day in sorted(rows)]


async def explanation(session: ReadSession, order: DueOrder, rules: CompiledRules, calendar: Calendar) -> Explanation:
    """Day by day from the one after the acceptance, which is day 1, to the due date (Licensing Law art. 82).

    Raises:
        Invalid: a pause on a ground that does not stop the clock, or an extension that is not allowed.
    """
    found = counted(order, rules, calendar)
    rows = await overrides_between(session, order.accepted_on + timedelta(days=1), found.due_on)
    steps = [
        Step(
            day=step.day,
            kind=step.kind,
            number=step.number,
            year_known=step.known,
            paused=step.paused,
            reason=rows[step.day].reason if step.day in rows else None,
        )
        for step in found.calendar.explain(order.accepted_on, found.working_days)
    ]
    return Explanation(
        accepted_on=order.accepted_on,
        working_days=found.working_days,
        due_at=end_of_day(found.due_on),
        warn_at=end_of_day(found.warn_on),
        provisional=found.provisional,
        steps=steps,
    )
