"""Time: UTC inside, the Shanghai day and year for people, serials and law.

There is one clock, and one thing sets it: the demonstration, which tells what happened in its office in the weeks before.
What is done inside `set_back` is done at an earlier moment, with the calls and jobs it leads to; no request from outside
can ask for that.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

SHANGHAI = ZoneInfo("Asia/Shanghai")
_back: ContextVar[timedelta] = ContextVar("clock_set_back", default=timedelta())


def utc_now() -> datetime:
    """The present moment, in UTC."""
    return datetime.now(UTC) - _back.get()


def clock_set_back() -> timedelta:
    """How far the clock is set back here; nothing, but for the demonstration."""
    return _back.get()


@contextmanager
def set_back(by: timedelta) -> Iterator[None]:
    """Let the clock of what is called from here show an earlier moment.

    Raises:
        ValueError: a later one was asked for: nobody acts in the future.
    """
    if by < timedelta():
        raise ValueError("a clock is set back, never ahead")
    token = _back.set(by)
    try:
        yield
    finally:
        _back.reset(token)


def shanghai_day(moment: datetime) -> date:
    """The day a moment falls on in Shanghai."""
    return moment.astimezone(SHANGHAI).date()


def end_of_day(day: date) -> datetime:
    """The last second of a Shanghai day: where limits in working days end."""
    return datetime.combine(day, time(23, 59, 59), SHANGHAI)
