"""The way in from outside: passes requests on and knows when the last one came, so that work in the background can wait."""

import asyncio
import time

from starlette.types import ASGIApp, Receive, Scope, Send


class Door:
    """Passes requests on.

    Args:
        app: what answers them.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._last = float("-inf")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        self._last = time.monotonic()
        await self._app(scope, receive, send)

    async def quiet(self, for_s: float, *, at_most_s: float) -> None:
        """Wait until nobody has come for so long; not longer than `at_most_s`, however many come."""
        until = time.monotonic() + at_most_s
        left = for_s
        while left > 0:
            left = min(until, self._last + for_s) - time.monotonic()
            await asyncio.sleep(max(left, 0))
