"""Moves an application by itself, one driver at a time; the submission, the acceptance and the job all come here."""

from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from time import monotonic
from uuid import UUID

from sqlalchemy import func, or_, text, update

from services.intake.applications.asking import Change, time_is_up
from services.intake.applications.assessing import assess, look_up
from services.intake.applications.deciding import decide, open_case, route
from services.intake.applications.events import locked
from services.intake.applications.progress import Step, next_step
from services.intake.applications.schemas import ApplicationJob
from services.intake.applications.withdrawal import CLOSE_JOB
from shared.domain.errors import Unavailable
from shared.platform.jobs import enqueue
from shared.platform.logging import get_log
from shared.platform.middleware import deadline
from shared.platform.runtime import Runtime
from shared.platform.transaction import transaction
from shared.schema.intake import Application

LEASE = text("interval '10 s'")
"""How long a driver has an application to itself after each sign of life; several times the longest step."""

STEPS: dict[Step, Callable[[Runtime, Application], Awaitable[Change]]] = {
    Step.LOOK_UP: look_up,
    Step.ASSESS: assess,
    Step.ROUTE: route,
    Step.DECIDE: decide,
    Step.OPEN_CASE: open_case,
}
log = get_log("drive")


@dataclass
class InlinePlaces:
    """How many submissions this process drives inline at once; who finds no place leaves it to the job.

    Args:
        most: places there are.
        taken: places taken now.
    """

    most: int
    taken: int = 0

    @contextmanager
    def one(self) -> Iterator[bool]:
        """A place, if one is free; never waits."""
        free = self.taken < self.most
        self.taken += free
        try:
            yield free
        finally:
            self.taken -= free


async def drive(runtime: Runtime, application_id: UUID) -> bool:
    """Take every step that is the system's own, until it is somebody else's turn.

    Returns:
        Whether nothing is left to do; False: another drives it, or this caller's time is up.

    Raises:
        Unavailable: a service is silent that cannot be done without; the job tries again.
    """
    row = await _take_lease(runtime, application_id)
    if row is None:
        return False
    lease = row.driver_lease
    try:
        while (step := next_step(row)) is not None and not time_is_up():
            change = await STEPS[step](runtime, row)
            row, lease = await _write(runtime, row, step, change)
    finally:
        if lease is not None:
            await _give_back(runtime, application_id, lease)
    return next_step(row) is None


async def drive_inline(runtime: Runtime, application_id: UUID) -> bool:
    """Drive within the time and the places a request has; what is not finished then is left to the job.

    A fault here must not hide that the act is committed: it is logged, and the job meets it again.
    """
    settings = runtime.settings
    with runtime.own(InlinePlaces).one() as free:
        if not free:
            return False
        until, asked = monotonic() + settings.submit_budget_s, deadline.get()
        token = deadline.set(until if asked is None else min(until, asked))
        try:
            return await drive(runtime, application_id)
        except Unavailable as error:
            log.warning("drive left to the job", application=str(application_id), error=str(error))
        except Exception:
            log.exception("drive failed", application=str(application_id))
        finally:
            deadline.reset(token)
    return False


async def _take_lease(runtime: Runtime, application_id: UUID) -> Application | None:
    """The row, if nobody else drives it. The lease raises no version: readers do not see it."""
    free = or_(Application.driver_lease.is_(None), Application.driver_lease < func.now())
    claim = (
        update(Application)
        .where(Application.id == application_id, free)
        .values(driver_lease=func.now() + LEASE)
        .returning(Application)
        .execution_options(synchronize_session=False)
    )
    async with transaction(runtime.database) as session:
        return (await session.execute(claim)).scalar_one_or_none()


async def _write(
    runtime: Runtime, seen: Application, step: Step, change: Change
) -> tuple[Application, datetime | None]:
    """Write a step's change onto the locked row, unless it was taken meanwhile; stay the driver if more is left."""
    async with transaction(runtime.database) as session:
        row = await locked(session, seen.id)
        if row is None:
            raise LookupError(f"application {seen.id} is gone")
        if next_step(row) is step and row.facts_version == seen.facts_version:
            await change(session, row)
            await session.flush()
        elif step is Step.OPEN_CASE and row.status == "withdrawn":
            await enqueue(session, CLOSE_JOB, ApplicationJob(application_id=row.id))
        lease = None if next_step(row) is None else func.now() + LEASE
        stay = update(Application).where(Application.id == row.id).values(driver_lease=lease)
        stayed = stay.returning(Application.driver_lease).execution_options(synchronize_session=False)
        return row, (await session.execute(stayed)).scalar_one()


async def _give_back(runtime: Runtime, application_id: UUID, lease: datetime) -> None:
    """End the lease, if it is still this driver's."""
    own = (Application.id == application_id, Application.driver_lease == lease)
    async with transaction(runtime.database) as session:
        ended = update(Application).where(*own).values(driver_lease=None)
        await session.execute(ended.execution_options(synchronize_session=False))
