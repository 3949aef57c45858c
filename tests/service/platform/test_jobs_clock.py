"""A job is done on the clock of whoever called for it: the demonstration's past reaches what follows from it."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from pydantic import BaseModel

from shared.domain.clock import set_back, utc_now
from shared.platform.jobs import enqueue, run_until_empty
from shared.platform.runtime import Runtime
from shared.platform.transaction import transaction
from shared.testing.stack import Stack

WEEK = timedelta(days=7)


class Nothing(BaseModel):
    """A job that needs no facts."""


@pytest.mark.parametrize("back", [timedelta(), WEEK])
async def test_a_job_has_the_clock_of_its_caller(stack: Stack, back: timedelta) -> None:
    seen: list[datetime] = []

    async def look(_: Runtime, __: bytes) -> None:
        seen.append(utc_now())

    name, runtime = f"intake.clock_{uuid4().hex[:8]}", stack.runtime("intake")
    with set_back(back):
        async with transaction(runtime.database) as session:
            await enqueue(session, name, Nothing())
    await run_until_empty(stack.host.runtimes, {name: look}, stack.url)
    assert len(seen) == 1
    assert abs(datetime.now(UTC) - back - seen[0]) < timedelta(minutes=1)
