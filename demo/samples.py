"""The sample applications, their dates moved to begin some days from now."""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from shared.domain.clock import SHANGHAI, utc_now

FOLDER = Path(__file__).parent / "applications"
PARTS = ("trip", "cargo", "vehicle_set", "loaded")
Json = dict[str, object]


@dataclass(frozen=True)
class Sample:
    """One sample: its name, what is declared, and what the system must answer."""

    name: str
    facts: Json
    expect: dict[str, str]


def samples() -> list[Sample]:
    """All samples, by name."""
    return [_read(path) for path in sorted(FOLDER.glob("*.json"))]


def _read(path: Path) -> Sample:
    whole = json.loads(path.read_text(encoding="utf-8"))
    return Sample(path.stem, {part: whole[part] for part in PARTS}, whole["expect"])


def moved(facts: Json, *, days_ahead: int = 7) -> Json:
    """The facts with their trip moved to begin so many days from today, same hours, same length."""
    trip = facts["trip"]
    if not isinstance(trip, dict):
        raise TypeError("a sample's trip is an object")
    start, end = datetime.fromisoformat(trip["planned_start"]), datetime.fromisoformat(trip["planned_end"])
    day = utc_now().astimezone(SHANGHAI).date() + timedelta(days=days_ahead)
    begin = datetime.combine(day, start.timetz())
    dates = {"planned_start": begin.isoformat(), "planned_end": (begin + (end - start)).isoformat()}
    return {**facts, "trip": {**trip, **dates}}
