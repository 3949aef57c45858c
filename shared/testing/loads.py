"""Applications that do not get in each other's way: the same sample with a cargo and a time of its own."""

from datetime import datetime, timedelta
from itertools import count
from uuid import uuid4

from shared.domain.clock import SHANGHAI, utc_now
from shared.testing.stack import Json, sample

SLOT_H, TRIP_H = 6, 5
"""A trip begins every so many hours and lasts so many: windows of one vehicle never overlap."""


def own(facts: Json, *, begins: datetime | None = None, hours: int | None = None) -> Json:
    """The facts with a cargo nobody else sends, so that they are no duplicate; `begins` and `hours` move the trip."""
    trip, cargo = facts["trip"], facts["cargo"]
    if not isinstance(trip, dict) or not isinstance(cargo, dict):
        raise TypeError("trip and cargo are objects")
    start = begins or datetime.fromisoformat(trip["planned_start"])
    length = datetime.fromisoformat(trip["planned_end"]) - datetime.fromisoformat(trip["planned_start"])
    end = start + (timedelta(hours=hours) if hours is not None else length)
    dates = {"planned_start": start.isoformat(), "planned_end": end.isoformat()}
    return {**facts, "trip": {**trip, **dates}, "cargo": {**cargo, "name": f"{cargo['name']} {uuid4().hex[:12]}"}}


class Slots:
    """Instant applications one after the other in time, from so many days ahead on.

    Args:
        days_ahead: where the first begins.
        name: the sample they are made of.
    """

    def __init__(self, days_ahead: int = 7, name: str = "class1_generator_set") -> None:
        self._first = (utc_now().astimezone(SHANGHAI) + timedelta(days=days_ahead)).replace(
            hour=6, minute=0, second=0, microsecond=0
        )
        self._facts = sample(name)
        self._next = count()

    def take(self) -> Json:
        """The facts of the next one."""
        return own(self._facts, begins=self._first + timedelta(hours=SLOT_H * next(self._next)), hours=TRIP_H)
