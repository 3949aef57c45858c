"""Counts ends again: those that are provisional, by a timer; those a changed day of the calendar touches, by a job."""

from datetime import date, datetime, timedelta
from typing import cast
from uuid import UUID

from sqlalchemy import ColumnElement, and_, or_, select, text

from services.intake.applications.due import Ends, due_changed, ends_of, notice_of
from services.intake.applications.events import locked, note
from services.intake.applications.queries import no_application
from shared.clients.classification import ClassificationClient
from shared.contracts.pauses import PausesTold
from shared.domain.clock import end_of_day, utc_now
from shared.domain.errors import Unavailable
from shared.domain.lifecycle.application import APPLICATION
from shared.platform.audit import SYSTEM
from shared.platform.logging import get_log
from shared.platform.runtime import Runtime
from shared.platform.transaction import reading, transaction
from shared.schema.intake import AT_THE_DESK, Application

COUNT_JOB = "intake.count_again"
BATCH = 200
_FIRST = UUID(int=0)
_RUNNING = Application.status.not_in(APPLICATION.terminal)
log = get_log("due")


async def count_again(runtime: Runtime) -> None:
    """The timer: ask for the ends of every running case that are provisional; what changed is written down."""
    await _count_all(runtime, and_(_RUNNING, Application.due_provisional))


async def count_touched(runtime: Runtime, day: date) -> None:
    """The job: count the ends on whose way a day lies, of cases and of the time for a notice.

    Raises:
        Unavailable: some could not be counted, or somebody acted on them meanwhile; the job comes back to them.
    """
    before, at_end = end_of_day(day - timedelta(days=1)), end_of_day(day)
    decision = and_(_RUNNING, Application.accepted_at <= before, Application.due_at >= at_end)
    waits = and_(text(AT_THE_DESK), Application.notice_due_at >= utc_now())
    notice = and_(waits, Application.received_at <= before, Application.notice_due_at >= at_end)
    if not await _count_all(runtime, or_(decision, notice)):
        raise Unavailable("not_counted", "部分期限尚未重新计算", "some ends could not be counted again")


async def take_pauses(runtime: Runtime, told: PausesTold) -> bool:
    """Take over when the clock of a case stands still, and count its ends again; False: that is known.

    Raises:
        NotFound: no such application.
        Unavailable: it could not be counted; to be told again.
    """
    async with transaction(runtime.database) as session:
        row = await locked(session, told.application_id)
        if row is None:
            raise no_application()
        if told.seq > row.pauses_seq:
            row.pauses, row.pauses_seq = [one.model_dump(mode="json") for one in told.pauses], told.seq
            await note(session, row, "pauses", SYSTEM, {"pauses": row.pauses})
        elif told.seq < row.pauses_seq:
            return False
        await session.flush()
    if row.status not in APPLICATION.terminal and row.assessments and not await _count(runtime, row):
        raise Unavailable("not_counted", "期限尚未重新计算", "somebody acted on it meanwhile")
    return True


async def _count_all(runtime: Runtime, which: ColumnElement[bool]) -> bool:
    """Count those again; whether none was left out."""
    after, whole = _FIRST, True
    while rows := await _next(runtime, which, after):
        for row in rows:
            try:
                whole = await _count(runtime, row) and whole
            except Exception:
                log.exception("due date not counted again", application=str(row.id))
                whole = False
        after = rows[-1].id
    return whole


async def _next(runtime: Runtime, which: ColumnElement[bool], after: UUID) -> list[Application]:
    """The next rows; those that are being assessed anew have no ends to count."""
    assessed = and_(which, text("assessments <> '[]'"), Application.id > after)
    query = select(Application).where(assessed).order_by(Application.id).limit(BATCH)
    async with reading(runtime.database) as session:
        return list((await session.scalars(query)).all())


async def _count(runtime: Runtime, seen: Application) -> bool:
    """Count one; False: somebody acted on it meanwhile."""
    if seen.accepted_at is None:
        return await _count_notice(runtime, seen)
    before = Ends(cast("datetime", seen.due_at), seen.promised_at, seen.due_provisional)
    now = await ends_of(runtime, seen)
    if now == before:
        return True
    async with transaction(runtime.database) as session:
        row = await locked(session, seen.id)
        if row is None or row.version != seen.version:
            return False
        row.due_at, row.promised_at, row.due_provisional = now
        await note(session, row, "due_counted_again", SYSTEM, {**now._asdict(), "before": before._asdict()})
        await due_changed(session, row)
    return True


async def _count_notice(runtime: Runtime, seen: Application) -> bool:
    before, now = seen.notice_due_at, await notice_of(ClassificationClient(runtime), seen)
    if now.due_at == before:
        return True
    async with transaction(runtime.database) as session:
        row = await locked(session, seen.id)
        if row is None or row.version != seen.version:
            return False
        row.notice_due_at, row.notice_clause = now.due_at, now.clause
        await note(session, row, "notice_due_counted_again", SYSTEM, {"notice_due_at": now.due_at, "before": before})
    return True
