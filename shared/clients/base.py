"""The base of every typed client: one place that calls another service, with token, request id, deadline and key."""

import asyncio
import time
from typing import ClassVar, Self, TypeVar

import httpx
from pydantic import BaseModel, TypeAdapter, ValidationError

from shared.contracts.problems import ProblemBody
from shared.domain.errors import (
    BadRequest,
    Conflict,
    Faulty,
    FieldError,
    Forbidden,
    Invalid,
    NotFound,
    OutcomeUnknown,
    Problem,
    Stale,
    TooLarge,
    TooMany,
    Unauthenticated,
    Unavailable,
    VersionRequired,
)
from shared.platform.logging import current_request_id
from shared.platform.middleware import DEADLINE_HEADER, deadline
from shared.platform.runtime import Runtime
from shared.platform.telemetry import trace_headers
from shared.platform.transaction import refuse_held_connection

Answer = TypeVar("Answer", bound=BaseModel)
_BY_STATUS: dict[int, type[Problem]] = {
    kind.status: kind
    for kind in (
        BadRequest,
        Unauthenticated,
        Forbidden,
        NotFound,
        Conflict,
        Stale,
        TooLarge,
        Invalid,
        VersionRequired,
        TooMany,
        Unavailable,
    )
}

_BETWEEN = frozenset({502, 504})
"""What a proxy says when the service behind it cannot be reached."""


class ServiceClient:
    """Calls one service. A method returns a contract model or raises our error.

    Args:
        runtime: the calling service.
    """

    service: ClassVar[str]

    def __init__(self, runtime: Runtime) -> None:
        self._runtime = runtime
        self._http = runtime.http[self.service]

    @classmethod
    def of(cls, runtime: Runtime) -> Self:
        """The client of a runtime."""
        return cls(runtime)

    async def call(
        self,
        method: str,
        path: str,
        answer: type[Answer],
        *,
        body: BaseModel | None = None,
        key: str | None = None,
        params: dict[str, str] | None = None,
        timeout_s: float | None = None,
    ) -> Answer:
        """Call an endpoint.

        Args:
            method: HTTP method.
            path: below `/api/<service>/v1`.
            answer: model of the answer.
            body: model to send.
            key: idempotency key; names the step, never the caller.
            params: query.
            timeout_s: longest wait; None: the setting, cut by the caller's own deadline.

        Raises:
            ConnectionHeld: this task holds a database connection.
            OutcomeUnknown: no answer in time; it may have happened.
            Unavailable: the service cannot be reached, or is busy.
            Faulty: it answered with a fault of its own, or with something that is not understood.
            Problem: what the service answered.
        """
        refuse_held_connection(self.service)
        wait = self._wait_s(timeout_s)
        headers = {
            **trace_headers(),
            "Authorization": f"Bearer {await self._runtime.service_token()}",
            "X-Request-Id": current_request_id()[:40],
            DEADLINE_HEADER: str(max(int(wait * 1000), 0)),
        }
        if key is not None:
            headers["Idempotency-Key"] = key
        content: str | None = None
        if body is not None:
            headers["Content-Type"] = "application/json"
            content = body.model_dump_json(by_alias=True)
        response = await self._send(method, path, content, headers, params, wait)
        return self._read(response, answer)

    def _wait_s(self, asked_s: float | None) -> float:
        settings, until = self._runtime.settings, deadline.get()
        usual = settings.job_hop_timeout_s if until is None else settings.hop_timeout_s
        wait = asked_s if asked_s is not None else usual
        return wait if until is None else max(min(wait, until - time.monotonic()), 0.0)

    async def _send(
        self,
        method: str,
        path: str,
        content: str | None,
        headers: dict[str, str],
        params: dict[str, str] | None,
        wait: float,
    ) -> httpx.Response:
        base = f"/api/{self.service.replace('_', '-')}/v1{path}"
        try:
            async with asyncio.timeout(wait):
                # A task of its own: what the called service binds to its context (in one process) stays there.
                request = self._http.request(method, base, content=content, headers=headers, params=params)
                return await asyncio.get_running_loop().create_task(request)
        except (TimeoutError, httpx.TimeoutException) as error:
            raise OutcomeUnknown(
                "service_timeout", "系统繁忙，请稍后再试", f"{self.service} did not answer in time", retry_after_s=1
            ) from error
        except httpx.TransportError as error:
            raise self._away() from error

    def _away(self) -> Unavailable:
        return Unavailable(
            "service_unavailable", "系统暂时不可用，请稍后再试", f"{self.service} cannot be reached", retry_after_s=2
        )

    def _read(self, response: httpx.Response, answer: type[Answer]) -> Answer:
        if response.status_code in _BETWEEN:
            raise self._away()
        try:
            if response.is_success:
                return TypeAdapter(answer).validate_json(response.content)
            problem = ProblemBody.model_validate_json(response.content)
        except ValidationError as error:
            raise Faulty(
                "service_answer", "系统暂时不可用，请稍后再试", f"{self.service} gave an answer that is not understood"
            ) from error
        kind = _BY_STATUS.get(response.status_code, Faulty)
        fields = [FieldError(e.pointer, e.code, e.detail, e.detail) for e in problem.errors]
        extra = {k: v for k, v in (problem.model_extra or {}).items() if isinstance(v, str | int | float | bool)}
        raise kind(problem.type.rsplit("/", 1)[-1], problem.detail, problem.detail, errors=fields, context=extra)
