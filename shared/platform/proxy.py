"""A plain reverse proxy for development: sends a request on to the service its path names and its answer back."""

import asyncio
import contextlib
from collections.abc import Mapping

import httpx
from starlette.types import Receive, Scope, Send

_HOP = {b"connection", b"keep-alive", b"transfer-encoding", b"upgrade", b"te", b"trailer", b"host"}
_RECODED = {b"content-encoding", b"content-length"}
_AWAY = (
    b'{"type":"https://dajian.dev/problems/service_unavailable",'
    b'"title":"\xe6\x9a\x82\xe6\x97\xb6\xe4\xb8\x8d\xe5\x8f\xaf\xe7\x94\xa8 / Unavailable","status":503,'
    b'"detail":"the service does not answer now; try again in a moment","request_id":"-","errors":[]}'
)
_TIMEOUT_S = 60
_LIMITS = httpx.Limits(max_connections=None, max_keepalive_connections=20)
"""Every stream of events keeps a connection."""


class Proxy:
    """An ASGI application in front of services that run elsewhere.

    Args:
        urls: where each service answers, by name.
    """

    def __init__(self, urls: Mapping[str, str]) -> None:
        self._urls = {name.replace("_", "-"): url for name, url in urls.items()}
        self._client = httpx.AsyncClient(timeout=_TIMEOUT_S, limits=_LIMITS, trust_env=False)

    def knows(self, name: str) -> bool:
        """Whether a service of that name in addresses can be reached."""
        return name in self._urls

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send one request on. No cookie of one caller is kept for another: none are kept at all."""
        base = self._urls[str(scope["path"]).split("/", 3)[2]]
        query = f"?{scope['query_string'].decode('latin-1')}" if scope["query_string"] else ""
        path = scope.get("raw_path", b"").decode("latin-1").split("?", 1)[0] or scope["path"]
        headers = [(name, value) for name, value in scope["headers"] if name not in _HOP]
        content = await _body(receive)
        asked = self._client.build_request(scope["method"], f"{base}{path}{query}", content=content, headers=headers)
        try:
            answer = await self._client.send(asked, stream=True)
            self._client.cookies.clear()
            if _goes_on(answer):
                await _pass_on(answer, receive, send)
                return
            await answer.aread()
        except httpx.TransportError:
            away = {"content-type": "application/problem+json", "retry-after": "2"}
            answer = httpx.Response(503, content=_AWAY, headers=away)
        sent = [*_kept(answer), (b"content-length", str(len(answer.content)).encode())]
        await send({"type": "http.response.start", "status": answer.status_code, "headers": sent})
        await send({"type": "http.response.body", "body": answer.content})

    async def close(self) -> None:
        """Close its connections."""
        await self._client.aclose()


def _kept(answer: httpx.Response) -> list[tuple[bytes, bytes]]:
    return [(name, value) for name, value in answer.headers.raw if name.lower() not in _HOP | _RECODED]


def _goes_on(answer: httpx.Response) -> bool:
    """Whether it is a stream of events, which is passed on as it comes."""
    return str(answer.headers.get("content-type", "")).startswith("text/event-stream")


async def _pass_on(answer: httpx.Response, receive: Receive, send: Send) -> None:
    """Pass a stream on until either side ends it."""
    await send({"type": "http.response.start", "status": answer.status_code, "headers": _kept(answer)})
    passing = asyncio.create_task(_chunks(answer, send))
    gone = asyncio.create_task(_hung_up(receive))
    try:
        await asyncio.wait([passing, gone], return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in (passing, gone):
            task.cancel()
        await asyncio.gather(passing, gone, return_exceptions=True)
        await answer.aclose()
    await send({"type": "http.response.body", "body": b""})


async def _chunks(answer: httpx.Response, send: Send) -> None:
    with contextlib.suppress(httpx.TransportError):
        async for chunk in answer.aiter_bytes():
            await send({"type": "http.response.body", "body": chunk, "more_body": True})


async def _hung_up(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


async def _body(receive: Receive) -> bytes:
    parts, more = [], True
    while more:
        message = await receive()
        parts.append(message.get("body", b""))
        more = message.get("more_body", False)
    return b"".join(parts)
