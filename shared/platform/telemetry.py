"""What a process tells of itself: job counters, held jobs (an alarm), event-loop lag, and the trace that runs through all.

FastAPI makes spans by itself; here is what carries a trace on, to other services and into jobs. Without an exporter
(OpenTelemetry's own environment variables) nothing is recorded, and a trace a caller began is still handed on.
"""

import asyncio
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from opentelemetry import propagate, trace
from opentelemetry.context import attach, detach
from prometheus_client import Counter, Gauge, Histogram

from shared.platform.logging import get_log

JOBS = Counter("dajian_jobs", "Jobs that ended, by outcome: done, postponed, held", ["entrypoint", "outcome"])
JOB_SECONDS = Histogram("dajian_job_seconds", "Time a job took", ["entrypoint"])
HELD = Gauge("dajian_jobs_held", "Jobs that are held now: each may be a legal duty", ["entrypoint"])
LAG = Histogram(
    "dajian_event_loop_lag_seconds",
    "How late the event loop comes back to a task that is ready",
    buckets=(0.001, 0.002, 0.005, 0.01, 0.02, 0.03, 0.05, 0.1, 0.25, 0.5, 1),
)
_LOOK_EVERY_S = 0.25
_tracer = trace.get_tracer("dajian")
log = get_log("telemetry")


async def watch_loop(stopping: asyncio.Event) -> None:
    """Measure the event loop's lag until told to stop."""
    loop = asyncio.get_running_loop()
    while not stopping.is_set():
        due = loop.time() + _LOOK_EVERY_S
        await asyncio.sleep(_LOOK_EVERY_S)
        LAG.observe(max(loop.time() - due, 0.0))


def tell_held(held: Mapping[str, int], entrypoints: frozenset[str]) -> None:
    """Show the held jobs of these entrypoints, and raise the alarm if there are any."""
    for entrypoint in entrypoints:
        HELD.labels(entrypoint).set(held.get(entrypoint, 0))
    if ours := {entrypoint: count for entrypoint, count in held.items() if entrypoint in entrypoints}:
        log.error("jobs are held", jobs=ours)


def trace_headers() -> dict[str, str]:
    """The headers that carry the present trace on (W3C traceparent); none outside of one."""
    headers: dict[str, str] = {}
    propagate.inject(headers)
    return headers


@contextmanager
def job_span(entrypoint: str, headers: Mapping[str, object]) -> Iterator[None]:
    """Run a job as part of the trace it was enqueued in."""
    carried = {name: value for name, value in headers.items() if isinstance(value, str)}
    token = attach(propagate.extract(carried))
    try:
        with _tracer.start_as_current_span(f"job {entrypoint}", kind=trace.SpanKind.CONSUMER):
            yield
    finally:
        detach(token)
