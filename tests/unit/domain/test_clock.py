"""The clock is set back inside `set_back` alone, in what is called from there, and never ahead."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from shared.domain.clock import clock_set_back, set_back, utc_now

DAY = timedelta(days=1)


async def test_it_is_set_back_for_what_is_called_and_begun_inside_and_for_nobody_else() -> None:
    async def now() -> datetime:
        await asyncio.sleep(0)
        return utc_now()

    with set_back(DAY):
        inside, begun = utc_now(), asyncio.create_task(now())
    beside = await now()
    assert abs(datetime.now(UTC) - DAY - inside) < timedelta(seconds=5)
    assert abs(beside - DAY - await begun) < timedelta(seconds=5)
    assert clock_set_back() == timedelta()


def test_nobody_acts_in_the_future() -> None:
    with pytest.raises(ValueError, match="never ahead"), set_back(-DAY):
        pytest.fail("the clock was set ahead")
