"""Jobs: enqueued in the transaction of the change, done by a worker at least once, held when they cannot be done.

PgQueuer on the same Postgres stands behind `enqueue` and `run_worker`; nothing else imports it. Handlers are
idempotent. A job that fails for a passing cause is tried again, a few times only when another service has a fault;
any other failure holds it, which is an alarm. `python -m services requeue` gives held jobs another chance.
"""

import asyncio
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from typing import Self

import asyncpg
from pgqueuer import PgQueuer
from pgqueuer.core.tm import TaskManager
from pgqueuer.errors import RetryRequested
from pgqueuer.models import Job as QueuedJob
from pgqueuer.ports.driver import Driver, NotifyCallback
from pgqueuer.queries import Queries
from pgqueuer.types import JobId, QueueExecutionMode
from pydantic import BaseModel
from sqlalchemy import func, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from shared.domain.clock import clock_set_back, set_back
from shared.domain.errors import Faulty, Unavailable
from shared.domain.identifiers import uuid7
from shared.platform.database import WriteSession
from shared.platform.logging import current_request_id, get_log, request_id
from shared.platform.problems import problem_of
from shared.platform.runtime import JobHandler, Runtime, Timer
from shared.platform.settings import plain_url
from shared.platform.telemetry import JOB_SECONDS, JOBS, job_span, tell_held, trace_headers
from shared.platform.transaction import reading, transaction

log = get_log("jobs")
_BATCH = 10
_FIRST_PAUSE_S = 1.0
_LONGEST_PAUSE_S = 60.0
_FAULTY_TRIES = 6
_RECONNECT_S = 0.5
_LOOK_FOR_HELD_S = 60
_ORIGIN = "x-request-id"
"""Header of a job: the request that called for it."""
_SET_BACK_S = "x-clock-set-back-s"
"""Header of a job of the demonstration: how far its clock was set back."""


class _SessionDriver(Driver):
    """Lets PgQueuer enqueue through a session's own connection, so that the job commits or rolls back with it."""

    def __init__(self, session: WriteSession) -> None:
        self._session = session
        self._shutdown = asyncio.Event()

    async def fetch(self, query: str, *args: object) -> list[dict[str, object]]:
        connection = await self._session.connection()
        rows = await connection.exec_driver_sql(query, args)
        return [dict(row) for row in rows.mappings()]

    async def execute(self, query: str, *args: object) -> str:
        await (await self._session.connection()).exec_driver_sql(query, args)
        return ""

    async def notify(self, channel: str, payload: str) -> None:
        await self._session.execute(select(func.pg_notify(channel, payload)))

    async def add_listener(self, channel: str, callback: NotifyCallback) -> None:
        raise RuntimeError(f"a session does not listen to {channel} for {callback}")

    async def remove_listener(self, channel: str, callback: NotifyCallback) -> None:
        raise RuntimeError(f"a session does not listen to {channel} for {callback}")

    @property
    def shutdown(self) -> asyncio.Event:
        return self._shutdown

    @property
    def tm(self) -> TaskManager:
        return TaskManager()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        return None


async def enqueue(
    session: WriteSession, entrypoint: str, payload: BaseModel, *, after_s: float = 0, dedupe_key: str | None = None
) -> None:
    """Enqueue a job in this session's transaction.

    Args:
        session: the transaction of the change that calls for the job.
        entrypoint: `<service>.<job>`.
        payload: what the handler gets, as JSON.
        after_s: seconds to wait before it is done.
        dedupe_key: a job with this key that waits already takes its place.
    """
    await Queries(_SessionDriver(session)).enqueue(
        [entrypoint],
        [payload.model_dump_json().encode()],
        [0],
        [timedelta(seconds=after_s)],
        [dedupe_key],
        [{**trace_headers(), _ORIGIN: current_request_id(), **_clock_header()}],
        on_conflict="skip",
    )


def _clock_header() -> dict[str, str]:
    back = clock_set_back()
    return {_SET_BACK_S: str(back.total_seconds())} if back else {}


def _clock_of(headers: Mapping[str, object]) -> timedelta:
    """How far the clock of a job is set back; not at all, but for the demonstration's."""
    return timedelta(seconds=float(str(headers.get(_SET_BACK_S, 0))))


async def _run_one(runtime: Runtime, handler: JobHandler, job: QueuedJob) -> None:
    """Do a job under the request id and in the trace of whoever enqueued it."""
    headers = job.headers or {}
    origin = headers.get(_ORIGIN)
    token = request_id.set(origin if isinstance(origin, str) and origin != "-" else f"job-{job.id}")
    try:
        with JOB_SECONDS.labels(job.entrypoint).time(), job_span(job.entrypoint, headers):
            await handler(runtime, job.payload or b"")
        JOBS.labels(job.entrypoint, "done").inc()
        log.info("job done", entrypoint=job.entrypoint, job=job.id)
    except Exception as error:
        if may_pass(error, job.attempts):
            pause = min(_FIRST_PAUSE_S * 2**job.attempts, _LONGEST_PAUSE_S)
            JOBS.labels(job.entrypoint, "postponed").inc()
            log.warning("job postponed", entrypoint=job.entrypoint, job=job.id, error=str(error), pause_s=pause)
            raise RetryRequested(delay=timedelta(seconds=pause), reason=str(error)[:200]) from error
        JOBS.labels(job.entrypoint, "held").inc()
        log.exception("job held", entrypoint=job.entrypoint, job=job.id)
        raise
    finally:
        request_id.reset(token)


def may_pass(error: Exception, attempts: int) -> bool:
    """Whether another try makes sense, after so many that failed."""
    problem = problem_of(error)
    if isinstance(problem, Faulty):
        return attempts + 1 < _FAULTY_TRIES
    return isinstance(problem, Unavailable)


async def _work(
    runtimes: Mapping[str, Runtime],
    handlers: Mapping[str, JobHandler],
    url: str,
    stopping: asyncio.Event,
    mode: QueueExecutionMode = QueueExecutionMode.continuous,
) -> None:
    connection = await asyncpg.connect(plain_url(url), server_settings={"application_name": "dajian-worker"})
    try:
        queue = PgQueuer.from_asyncpg_connection(connection)
        for entrypoint, handler in handlers.items():
            runtime = runtimes[entrypoint.split(".", 1)[0]]

            async def execute(job: QueuedJob, runtime: Runtime = runtime, handler: JobHandler = handler) -> None:
                with set_back(_clock_of(job.headers or {})):
                    await _run_one(runtime, handler, job)

            queue.entrypoint(entrypoint, on_failure="hold", accepts_context=False)(execute)
        ending = asyncio.create_task(stopping.wait())
        ending.add_done_callback(lambda _: queue.shutdown.set())
        try:
            await queue.run(
                dequeue_timeout=timedelta(seconds=2),
                mode=mode,
                batch_size=_BATCH,
                max_concurrent_tasks=2 * _BATCH,
                shutdown_on_listener_failure=True,
                heartbeat_timeout=timedelta(seconds=20),
            )
        finally:
            ending.cancel()
    finally:
        await connection.close(timeout=2)


async def run_worker(
    runtimes: Mapping[str, Runtime], handlers: Mapping[str, JobHandler], url: str, stopping: asyncio.Event
) -> None:
    """Do jobs until told to stop; comes back by itself when Postgres was away.

    Args:
        runtimes: services by name; an entrypoint runs in the one its name begins with.
        handlers: by entrypoint.
        url: database to listen on.
        stopping: set to end.
    """
    while not stopping.is_set():
        try:
            await _work(runtimes, handlers, url, stopping)
        except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError, TimeoutError, ExceptionGroup) as error:
            log.warning("worker lost the database", error=str(error)[:300])
        if not stopping.is_set():
            await _pause(stopping, _RECONNECT_S)


async def run_until_empty(runtimes: Mapping[str, Runtime], handlers: Mapping[str, JobHandler], url: str) -> None:
    """Do every job that is due, then come back."""
    await _work(runtimes, handlers, url, asyncio.Event(), QueueExecutionMode.drain)


async def _pause(stopping: asyncio.Event, seconds: float) -> None:
    try:
        await asyncio.wait_for(stopping.wait(), seconds)
    except TimeoutError:
        return


async def run_timer(runtime: Runtime, timer: Timer, stopping: asyncio.Event) -> None:
    """Run a timer until told to stop.

    Of processes that begin at the same moment one does it; slow runs may still overlap, so it is idempotent. No
    connection is held meanwhile: it would be missing from a worker's small pool.
    """
    while not stopping.is_set():
        token = request_id.set(f"timer-{uuid7().hex[:12]}")
        try:
            async with transaction(runtime.database) as session:
                mine = await session.scalar(
                    select(func.pg_try_advisory_xact_lock(func.hashtextextended(timer.name, 0)))
                )
            if mine:
                await timer.run(runtime)
        except Exception as error:
            log.warning("timer failed", timer=timer.name, exc_info=error)
        finally:
            request_id.reset(token)
        await _pause(stopping, timer.every_s)


def held_timer(service: str, entrypoints: Iterable[str]) -> Timer:
    """The timer that raises the alarm over a service's held jobs."""
    own = frozenset(entrypoints)

    async def look(runtime: Runtime) -> None:
        async with reading(runtime.database) as session:
            tell_held(dict(await held_jobs(session)), own)

    return Timer(f"{service}.held_jobs", _LOOK_FOR_HELD_S, look)


async def held_jobs(session: AsyncSession) -> Sequence[tuple[str, int]]:
    """Jobs that were held, by entrypoint: each may be a legal duty."""
    rows = await session.execute(
        text("SELECT entrypoint, count(*) FROM pgqueuer WHERE status = 'failed' GROUP BY 1 ORDER BY 1")
    )
    return [(row[0], row[1]) for row in rows]


async def requeue_held(url: str) -> Sequence[tuple[str, int]]:
    """Give every held job another chance; which, by entrypoint.

    Args:
        url: the database.
    """
    connection = await asyncpg.connect(plain_url(url))
    try:
        held = await connection.fetch("SELECT id, entrypoint FROM pgqueuer WHERE status = 'failed'")
        await Queries.from_asyncpg_connection(connection).requeue_jobs([JobId(row["id"]) for row in held])
    finally:
        await connection.close()
    return sorted(Counter(row["entrypoint"] for row in held).items())
