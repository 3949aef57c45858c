"""Counting office hours: the time an office is closed does not count."""

from datetime import datetime, timedelta

from services.fieldwork.settings import Office
from shared.domain.clock import SHANGHAI


def after_office_hours(start: datetime, hours: int, office: Office) -> datetime:
    """The moment at which so many office hours have passed since a moment, in the zone of Shanghai.

    Args:
        start: when the clock starts; outside office hours it starts when the office opens.
        hours: office hours to count.
        office: when it is open.
    """
    left = timedelta(hours=hours)
    day = start.astimezone(SHANGHAI).date()
    while True:
        if day.isoweekday() in office.weekdays:
            opens = max(datetime.combine(day, office.opens, SHANGHAI), start.astimezone(SHANGHAI))
            closes = datetime.combine(day, office.closes, SHANGHAI)
            if opens < closes and left <= closes - opens:
                return opens + left
            left -= max(closes - opens, timedelta())
        day += timedelta(days=1)
