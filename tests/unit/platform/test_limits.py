"""The limit on callers: so many in a window, each address for itself, forgetting the silent ones."""

import pytest

from shared.domain.errors import TooMany
from shared.platform.limits import RateLimit


def test_so_many_in_a_window_each_address_for_itself() -> None:
    limit = RateLimit(2, 60)
    limit.count("a", now=0)
    limit.count("a", now=1)
    limit.count("b", now=1)
    with pytest.raises(TooMany) as refused:
        limit.count("a", now=2)
    assert refused.value.retry_after_s == 58
    limit.count("a", now=60)
