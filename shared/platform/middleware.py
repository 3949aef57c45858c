"""Pure ASGI middleware: request id, one log line and one metric a request, body bound, security headers, deadline."""

import re
import time
from contextvars import ContextVar

from opentelemetry import propagate
from opentelemetry.context import attach, detach
from prometheus_client import Histogram
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from shared.domain.identifiers import uuid7
from shared.platform.logging import get_log, request_id

_REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{1,40}")
DEADLINE_HEADER = "x-deadline"
deadline: ContextVar[float | None] = ContextVar("deadline", default=None)
"""Monotonic moment by which the caller wants its answer."""

SECONDS = Histogram(
    "dajian_request_seconds",
    "Time to answer",
    ["service", "method", "status"],
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10),
)
log = get_log("http")


class BodyTooLarge(Exception):  # noqa: N818 - caught here, answered with 413
    """More bytes came than are taken."""


class Envelope:
    """What stands round every request of a service.

    Args:
        app: the application.
        service: its name, for log and metric.
        max_body_bytes: bodies above it are answered with 413.
    """

    def __init__(self, app: ASGIApp, service: str, max_body_bytes: int) -> None:
        self.app = app
        self.service = service
        self.max_body_bytes = max_body_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request through."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        given = headers.get("x-request-id", "")
        identity = given if _REQUEST_ID.fullmatch(given) else uuid7().hex
        tokens = request_id.set(identity), deadline.set(_deadline(headers))
        # FastAPI takes up a trace only when it records; we hand it on in any case.
        carried = attach(propagate.extract(headers)) if "traceparent" in headers else None
        started, status, goes_on = time.perf_counter(), 500, False

        async def sending(message: Message) -> None:
            nonlocal status, goes_on
            if message["type"] == "http.response.start":
                status = message["status"]
                sent = MutableHeaders(scope=message)
                goes_on = sent.get("Content-Type", "").startswith("text/event-stream")
                sent["X-Request-Id"] = identity
                sent.setdefault("Cache-Control", "no-store")
                sent.setdefault("X-Content-Type-Options", "nosniff")
            await send(message)

        try:
            if _declared_length(headers) > self.max_body_bytes:
                await _too_large(sending)
            else:
                await self.app(scope, self._bounded(receive), sending)
        except BodyTooLarge:
            await _too_large(sending)
        finally:
            seconds = time.perf_counter() - started
            if not goes_on:
                SECONDS.labels(self.service, scope["method"], str(status)).observe(seconds)
            log.info(
                "request",
                service=self.service,
                method=scope["method"],
                path=scope["path"],
                status=status,
                ms=round(seconds * 1000, 1),
            )
            request_id.reset(tokens[0])
            deadline.reset(tokens[1])
            if carried is not None:
                detach(carried)

    def _bounded(self, receive: Receive) -> Receive:
        taken = 0

        async def receiving() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > self.max_body_bytes:
                raise BodyTooLarge
            return message

        return receiving


def _deadline(headers: Headers) -> float | None:
    value = headers.get(DEADLINE_HEADER, "")
    return time.monotonic() + int(value) / 1000 if value.isdecimal() and len(value) < 8 else None


def _declared_length(headers: Headers) -> int:
    value = headers.get("content-length", "")
    return int(value) if value.isdecimal() and len(value) < 15 else 0


async def _too_large(send: Send) -> None:
    body = (
        b'{"type":"https://dajian.dev/problems/too_large","title":"\xe5\x86\x85\xe5\xae\xb9\xe8\xbf\x87\xe5\xa4\xa7 / Too large",'
        b'"status":413,"detail":"\xe8\xaf\xb7\xe6\xb1\x82\xe4\xbd\x93\xe8\xbf\x87\xe5\xa4\xa7 / the body is too large","request_id":"'
        + request_id.get().encode()
        + b'","errors":[]}'
    )
    headers = [(b"content-type", b"application/problem+json"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": 413, "headers": headers})
    await send({"type": "http.response.body", "body": body})
