"""Computing the figures of a period, their CSV, and the lists behind them."""

import csv
import io
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import Date, String, column, func, literal, select, table

from services.issuance.figures.counting import COUNTS, Period
from services.issuance.figures.formulas import DAYS, WORKING_DAYS, figures_of
from shared.contracts.figures import FigureEntry, Figures
from shared.contracts.pages import Page
from shared.domain.calendar import Calendar
from shared.domain.clock import utc_now
from shared.domain.errors import Invalid, field_problem, not_found
from shared.platform.database import ReadSession
from shared.platform.paging import cut

LONGEST_DAYS = 366
_OVERRIDES = table("v_day_override", column("day", Date), column("kind", String))
BYTE_ORDER_MARK = "\ufeff"
"""Without it spreadsheet programs read Chinese CSV wrongly."""


def period_of(authority: str, first: date, last: date) -> Period:
    """A period, checked.

    Raises:
        Invalid: it ends before it begins, or is longer than a year.
    """
    if not first <= last <= first + timedelta(days=LONGEST_DAYS - 1):
        raise _bad_period()
    return Period(authority, first, last)


def _bad_period() -> Invalid:
    return field_problem(
        "query/last", "period", "起止日期不正确，最长一年", "give a first day and a later last one, at most a year"
    )


async def figures(session: ReadSession, period: Period) -> Figures:
    """Every figure of a period; the days it has are counted by the calendar of working days."""
    counts: dict[str, int] = {}
    for code, counted in COUNTS.items():
        rows = counted(period).subquery()
        many = func.sum(rows.c.calls) if "calls" in rows.c else func.count()
        counts[code] = await session.scalar(select(many).select_from(rows)) or 0
    calendar = await _calendar(session, period)
    days = [period.first + timedelta(days=offset) for offset in range((period.last - period.first).days + 1)]
    counts[DAYS], counts[WORKING_DAYS] = len(days), sum(calendar.is_working(day) for day in days)
    return Figures(
        authority_adcode=period.authority,
        first=period.first,
        last=period.last,
        calendar_days=counts[DAYS],
        working_days=counts[WORKING_DAYS],
        working_days_provisional=any(day.year not in calendar.known_years for day in days),
        figures=figures_of(counts),
        computed_at=utc_now(),
    )


async def _calendar(session: ReadSession, period: Period) -> Calendar:
    years = (date(period.first.year, 1, 1), date(period.last.year, 12, 31))
    rows = await session.execute(select(_OVERRIDES.c.day, _OVERRIDES.c.kind).where(_OVERRIDES.c.day.between(*years)))
    return Calendar({row.day: row.kind for row in rows})


def as_csv(whole: Figures) -> str:
    """The figures as CSV: code, names, numerator, denominator, value, unit; one row each."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(["code", "zh", "en", "num", "den", "value", "unit", "first", "last"])
    for one in whole.figures:
        unit = "%" if one.percent else ""
        writer.writerow([one.code, one.zh, one.en, one.num, one.den, one.value, unit, whole.first, whole.last])
    return BYTE_ORDER_MARK + text.getvalue()


async def entries(
    session: ReadSession, period: Period, code: str, *, cursor: UUID | None, limit: int
) -> Page[FigureEntry]:
    """What a count counts, by id.

    Raises:
        NotFound: no such count.
    """
    counted = COUNTS.get(code)
    if counted is None:
        raise not_found("指标", "count")
    rows = counted(period).subquery("counted")
    many = rows.c.calls if "calls" in rows.c else literal(1)
    query = select(rows.c.id, rows.c.number, rows.c.at, many.label("many")).order_by(rows.c.id).limit(limit + 1)
    if cursor is not None:
        query = query.where(rows.c.id > cursor)
    found = (await session.execute(query)).all()
    shown, following = cut(found, limit, lambda row: row.id)
    items = [FigureEntry(id=row.id, number=row.number, count=row.many, at=row.at) for row in shown]
    return Page(items=items, next_cursor=following)
