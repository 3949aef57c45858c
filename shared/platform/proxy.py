"""A plain reverse proxy for development: sends a request on to the service its path names and its answer back."""

from collections.abc import Mapping

import httpx
from starlette.types import Receive, Scope, Send

_HOP = {b"connection", b"keep-alive", b"transfer-encoding", b"upgrade", b"te", b"trailer", b"host"}


class Proxy:
    """An ASGI application in front of services that run elsewhere.

    Args:
        clients: by name in addresses.
    """

    def __init__(self, clients: Mapping[str, httpx.AsyncClient]) -> None:
        self._clients = clients

    def knows(self, name: str) -> bool:
        """Whether a service of that name can be reached."""
        return name in self._clients

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send one request on."""
        client = self._clients[str(scope["path"]).split("/", 3)[2]]
        body, more = b"", True
        while more:
            message = await receive()
            body += message.get("body", b"")
            more = message.get("more_body", False)
        target = scope["path"] + (f"?{scope['query_string'].decode('latin-1')}" if scope["query_string"] else "")
        headers = [(name, value) for name, value in scope["headers"] if name not in _HOP]
        try:
            answer = await client.request(scope["method"], target, content=body, headers=headers)
        except httpx.TransportError:
            text = b'{"type":"https://dajian.dev/problems/service_unavailable","title":"Unavailable","status":503,"detail":"service unavailable","request_id":"-","errors":[]}'
            answer = httpx.Response(
                503, content=text, headers={"content-type": "application/problem+json", "retry-after": "2"}
            )
        sent = [
            (name, value)
            for name, value in answer.headers.raw
            if name.lower() not in _HOP | {b"content-encoding", b"content-length"}
        ]
        sent.append((b"content-length", str(len(answer.content)).encode()))
        await send({"type": "http.response.start", "status": answer.status_code, "headers": sent})
        await send({"type": "http.response.body", "body": answer.content})
