"""A limit on how often an address may call, kept in this process."""

import time
from collections import OrderedDict

from shared.domain.errors import TooMany

_ADDRESSES = 10_000


class RateLimit:
    """So many calls in so many seconds for each address; the longest silent addresses are forgotten first.

    Args:
        calls: how many.
        window_s: in how many seconds.
    """

    def __init__(self, calls: int, window_s: int) -> None:
        self._calls = calls
        self._window_s = window_s
        self._seen: OrderedDict[str, tuple[float, int]] = OrderedDict()

    def count(self, address: str, now: float | None = None) -> None:
        """Count a call.

        Raises:
            TooMany: the address called too often.
        """
        moment = time.monotonic() if now is None else now
        began, calls = self._seen.get(address, (moment, 0))
        if moment - began >= self._window_s:
            began, calls = moment, 0
        if calls >= self._calls:
            rest = max(int(began + self._window_s - moment), 1)
            raise TooMany(
                "too_many_requests",
                "请求过于频繁，请稍后再试，或登录后使用",
                "too often; wait, or sign in",
                retry_after_s=rest,
            )
        self._seen[address] = (began, calls + 1)
        self._seen.move_to_end(address)
        if len(self._seen) > _ADDRESSES:
            self._seen.popitem(last=False)
