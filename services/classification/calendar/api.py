"""The calendar of working days: read by anyone, kept by supervisors and administrators; due dates explained."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import StringConstraints

from services.classification.access import RuleKeeper
from services.classification.calendar.clock import clock_grounds, due_order
from services.classification.calendar.commands import set_day
from services.classification.calendar.queries import day_of, days_of_year, explanation, overrides_between
from services.classification.calendar.schemas import Day, DayChange, Explanation
from services.classification.engine import Engine
from shared.contracts.classification import OfficeDay
from shared.contracts.pauses import ClockGrounds
from shared.domain.clock import end_of_day, utc_now
from shared.platform.auth import Anyone
from shared.platform.etag import IfMatch, etag
from shared.platform.idempotency import OnceOnly
from shared.platform.runtime import runtime_of
from shared.platform.transaction import Read, Tx

PauseText = Annotated[
    str, StringConstraints(pattern=r"^[a-z_]{1,40}/[0-9]{4}-[0-9]{2}-[0-9]{2}/[0-9]{4}-[0-9]{2}-[0-9]{2}$")
]
router = APIRouter(tags=["calendar"])


@router.get("/day-overrides")
async def list_days(
    _: Anyone, session: Read, request: Request, year: Annotated[int, Query(ge=2000, le=2100)]
) -> list[Day]:
    """The days of a year that are not what their weekday says: holidays and made-up working days (调休)."""
    engine = runtime_of(request).own(Engine)
    await engine.fresh()
    return await days_of_year(session, year, engine.calendar)


@router.get("/day-overrides/{day}")
async def read_day(day: OfficeDay, _: Anyone, session: Read, request: Request, response: Response) -> Day:
    """What a day is; version 0: nothing was set of it."""
    engine = runtime_of(request).own(Engine)
    await engine.fresh()
    found = day_of(day, (await overrides_between(session, day, day)).get(day), engine.calendar)
    response.headers["ETag"] = etag(found.version)
    return found


@router.put("/day-overrides/{day}", response_model=Day)
async def change_day(
    day: OfficeDay, body: DayChange, caller: RuleKeeper, version: IfMatch, once: OnceOnly, tx: Tx, request: Request
) -> Response:
    """Set what a day is: a holiday, a made-up working day, or (null) what its weekday says."""
    engine = runtime_of(request).own(Engine)
    row = await set_day(tx, caller, body, engine, day=day, version=version)
    return once.answer(day_of(day, row, engine.calendar), version=row.version)


@router.get("/clock-grounds")
async def read_clock_grounds(_: Anyone, request: Request) -> ClockGrounds:
    """What stops the clock of a case and what does not, by the rule set in force, with clause and mark."""
    edition = await runtime_of(request).own(Engine).at(utc_now())
    return clock_grounds(edition.rules)


@router.get("/due-dates/explanation")
async def explain_due_date(
    _: Anyone,
    session: Read,
    request: Request,
    accepted_on: OfficeDay,
    working_days: Annotated[int, Query(ge=0, le=100)],
    pause: Annotated[list[PauseText], Query(max_length=20)] = [],  # noqa: B006 - FastAPI copies it
    extended: bool = False,
) -> Explanation:
    """A due date day by day: which days count, which do not, and why; `pause` is `ground/first day/last day`."""
    engine = runtime_of(request).own(Engine)
    edition = await engine.at(end_of_day(accepted_on))
    order = due_order(accepted_on, working_days, pause, extended=extended)
    return await explanation(session, order, edition.rules, engine.calendar)
