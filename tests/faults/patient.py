"""Callers who do what the interface asks: try again after a 503 or a lost connection, with the same key; and remember."""

import asyncio
import contextlib
import time
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import httpx

from demo.office import Office
from shared.testing.process import Process

PAUSE_S = 0.1
AGAIN = frozenset({502, 503, 504})


@dataclass
class Memory:
    """What was acknowledged, and how often callers had to try again."""

    acknowledged: list[tuple[str, str]] = field(default_factory=list)
    tries: Counter[str] = field(default_factory=Counter)


class PatientTransport(httpx.AsyncBaseTransport):
    """Sends a request until it is answered with something else than "try again".

    Args:
        memory: told of every acknowledged write.
        patience_s: longest time for one request.
    """

    def __init__(self, memory: Memory, patience_s: float) -> None:
        self._inner = httpx.AsyncHTTPTransport(trust_env=False)
        self._memory = memory
        self._patience_s = patience_s

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        until = time.monotonic() + self._patience_s
        while True:
            response = await self._once(request)
            if response is not None:
                if request.method != "GET" and response.is_success:
                    self._memory.acknowledged.append((request.method, request.url.path))
                return response
            if time.monotonic() > until:
                raise httpx.ConnectTimeout(f"{request.method} {request.url.path}: nobody answered", request=request)
            await asyncio.sleep(PAUSE_S)

    async def _once(self, request: httpx.Request) -> httpx.Response | None:
        """The answer; None: try again."""
        try:
            response = await self._inner.handle_async_request(request)
            await response.aread()
        except httpx.TransportError as error:
            self._memory.tries[type(error).__name__] += 1
            return None
        again = response.status_code in AGAIN or (response.status_code == 409 and b"/in_progress" in response.content)
        if again:
            self._memory.tries[str(response.status_code)] += 1
        return None if again else response

    async def aclose(self) -> None:
        await self._inner.aclose()


@contextlib.asynccontextmanager
async def patient_office(process: Process, memory: Memory, *usernames: str, patience_s: float) -> AsyncIterator[Office]:
    """People signed in through the portal, patient while processes die."""
    async with contextlib.AsyncExitStack() as stack:
        clients: dict[str, httpx.AsyncClient] = {}
        for name in ("public", *usernames):
            headers = {} if name == "public" else await asyncio.to_thread(process.signed_in, name)
            transport = PatientTransport(memory, patience_s)
            client = httpx.AsyncClient(base_url=process.address, headers=headers, timeout=30, transport=transport)
            clients[name] = await stack.enter_async_context(client)
        yield Office(clients, patience_s=patience_s)
