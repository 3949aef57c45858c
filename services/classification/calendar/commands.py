"""Setting what a day is: by the yearly notice, or a local holiday."""

from datetime import date
from uuid import NAMESPACE_URL, uuid5

from sqlalchemy import func, select

from services.classification.calendar.schemas import DayChange
from services.classification.engine import Engine
from shared.clients.intake import IntakeClient
from shared.contracts.overrides import DayTold
from shared.domain.calendar import Calendar
from shared.domain.clock import utc_now
from shared.domain.errors import field_problem
from shared.domain.roles import Role
from shared.platform import audit, jobs
from shared.platform.database import WriteSession
from shared.platform.etag import require_version
from shared.platform.runtime import Runtime
from shared.platform.tokens import Caller
from shared.schema.classification import DayOverride

TELL_DAY = "classification.tell_day"


async def set_day(
    session: WriteSession, caller: Caller, body: DayChange, engine: Engine, *, day: date, version: int
) -> DayOverride:
    """Set a day; every process counts with it within seconds, then intake recounts. Version 0: nothing was set of it before.

    Raises:
        Stale: it was set meanwhile.
        Invalid: a working day cannot be made a working day.
    """
    if body.kind == "makeup_workday" and Calendar({}).is_working(day):
        raise field_problem(
            "/kind", "is_working_day", "这一天本来就是工作日", "only a Saturday or Sunday is made a working day"
        )
    # A day has no row to lock before it is first set: the lock stands on its name.
    await session.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(f"classification.day {day}", 0))))
    row = await session.get(DayOverride, day)
    require_version(row.version if row else 0, version)
    before = row.kind if row else None
    if row is None:
        row = DayOverride(day=day)
        session.add(row)
    row.kind, row.reason, row.changed_by, row.created_at = body.kind, body.reason, caller.id, utc_now()
    await session.flush()
    await audit.record(
        session,
        service="classification",
        aggregate="day_override",
        aggregate_id=uuid5(NAMESPACE_URL, f"dajian:day:{day}"),
        action="change",
        actor=audit.acting(caller, Role.ADMIN, Role.SUPERVISOR),
        data={"day": day, "before": before, "after": body.kind, "reason": body.reason},
    )
    await jobs.enqueue(session, TELL_DAY, DayTold(day=day), after_s=2 * engine.settings.look_every_s)
    engine.expire()
    return row


async def tell_day(runtime: Runtime, payload: bytes) -> None:
    """The job: have intake count again what the day touches, once every process has looked and counts with it.

    Raises:
        Unavailable: intake is silent; the job comes back to it.
    """
    await IntakeClient.of(runtime).day_changed(DayTold.model_validate_json(payload))
