"""Time: UTC inside, the Shanghai day and year for people, serials and law."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

SHANGHAI = ZoneInfo("Asia/Shanghai")


def utc_now() -> datetime:
    """The present moment, in UTC."""
    return datetime.now(UTC)


def shanghai_day(moment: datetime) -> date:
    """The day a moment falls on in Shanghai."""
    return moment.astimezone(SHANGHAI).date()


def end_of_day(day: date) -> datetime:
    """The last second of a Shanghai day: where limits in working days end."""
    return datetime.combine(day, time(23, 59, 59), SHANGHAI)
