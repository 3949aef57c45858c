"""Metrics, the trace and the request id through calls and jobs, the alarm over held jobs."""

import asyncio
from contextlib import suppress
from uuid import uuid4

import httpx
import pytest
from fastapi import FastAPI
from opentelemetry import trace
from prometheus_client import REGISTRY
from pydantic import BaseModel

from shared.platform import jobs, telemetry
from shared.platform.jobs import enqueue, held_jobs, run_until_empty
from shared.platform.logging import current_request_id, request_id
from shared.platform.runtime import Runtime
from shared.platform.transaction import reading, transaction
from shared.testing.stack import Stack

TRACE = "0af7651916cd43dd8448eb211c80319c"
PARENT = f"00-{TRACE}-b7ad6b7169203331-01"


class Nothing(BaseModel):
    """A job that needs no facts."""


def value(name: str, **labels: str) -> float:
    return REGISTRY.get_sample_value(name, labels) or 0.0


async def test_a_request_hands_its_trace_and_id_on(stack: Stack) -> None:
    """Through the caller's trace header, FastAPI, and our client, to the other service."""
    seen: list[httpx.Headers] = []

    async def look(request: httpx.Request) -> None:
        seen.append(request.headers)

    http = stack.runtime("intake").http["classification"]
    http.event_hooks["request"].append(look)
    try:
        async with stack.client("carrier") as carrier:
            filed = await carrier.post(
                "/api/intake/v1/applications",
                json={"facts": stack.facts("class1_generator_set")},
                headers={"Idempotency-Key": str(uuid4())},
            )
            draft = filed.json()
            headers = {
                "Idempotency-Key": str(uuid4()),
                "If-Match": f'"{draft["version"]}"',
                "traceparent": PARENT,
                "X-Request-Id": "from-the-caller",
            }
            await carrier.post(f"/api/intake/v1/applications/{draft['id']}/submission", headers=headers)
    finally:
        http.event_hooks["request"].remove(look)
    calls = [headers for headers in seen if headers.get("x-request-id") == "from-the-caller"]
    assert calls
    assert all(headers["traceparent"].split("-")[1] == TRACE for headers in calls)


async def test_a_job_runs_under_the_id_and_in_the_trace_of_its_origin(stack: Stack) -> None:
    name = f"intake.test_{uuid4().hex[:8]}"
    ran: list[tuple[str, str]] = []

    async def work(_: Runtime, __: bytes) -> None:
        ran.append((current_request_id(), f"{trace.get_current_span().get_span_context().trace_id:032x}"))

    token = request_id.set("the-request")
    try:
        with telemetry.job_span("test", {"traceparent": PARENT}):
            async with transaction(stack.runtime("intake").database) as session:
                await enqueue(session, name, Nothing())
    finally:
        request_id.reset(token)
    await run_until_empty(stack.host.runtimes, {name: work}, stack.url)
    assert ran == [("the-request", TRACE)]
    assert value("dajian_jobs_total", entrypoint=name, outcome="done") == 1


async def test_a_held_job_is_counted_and_raises_the_alarm(stack: Stack, monkeypatch: pytest.MonkeyPatch) -> None:
    name = f"intake.test_{uuid4().hex[:8]}"
    told: list[object] = []
    monkeypatch.setattr(telemetry.log, "error", lambda event, **fields: told.append((event, fields)))
    monkeypatch.setattr(jobs.log, "exception", lambda *_, **__: None)

    async def fail(_: Runtime, __: bytes) -> None:
        raise LookupError("cannot be done")

    runtime = stack.runtime("intake")
    async with transaction(runtime.database) as session:
        await enqueue(session, name, Nothing())
    await run_until_empty(stack.host.runtimes, {name: fail}, stack.url)
    try:
        async with reading(runtime.database) as reader:
            assert (name, 1) in await held_jobs(reader)
        await jobs.held_timer("intake", [name]).run(runtime)
        assert value("dajian_jobs_held", entrypoint=name) == 1
        assert told == [("jobs are held", {"jobs": {name: 1}})]
        assert (name, 1) in await jobs.requeue_held(stack.url)
        queued = await stack.rows("SELECT status FROM pgqueuer WHERE entrypoint = :name", name=name)
        assert [row["status"] for row in queued] == ["queued"]
    finally:
        await stack.rows("DELETE FROM pgqueuer WHERE entrypoint = :name RETURNING id", name=name)
    await jobs.held_timer("intake", [name]).run(runtime)
    assert value("dajian_jobs_held", entrypoint=name) == 0


async def test_the_loops_lag_is_measured() -> None:
    stopping = asyncio.Event()
    before = value("dajian_event_loop_lag_seconds_count")
    watching = asyncio.create_task(telemetry.watch_loop(stopping))
    with suppress(TimeoutError):
        await asyncio.wait_for(stopping.wait(), 0.6)
    stopping.set()
    await watching
    assert value("dajian_event_loop_lag_seconds_count") >= before + 2


@pytest.mark.parametrize("service", ["intake", "portal"])
async def test_metrics_and_the_audit_head_are_published(stack: Stack, service: str) -> None:
    app: FastAPI = stack.host.apps[service]
    assert app.title == f"Dajian {service}"
    async with stack.public() as public:
        metrics = await public.get(f"/api/{service}/metrics")
        assert "dajian_event_loop_lag_seconds_bucket" in metrics.text
        head = await public.get(f"/api/{service}/audit/head")
        assert head.status_code == 200
        assert head.json() is None or head.json()["service"] == service
