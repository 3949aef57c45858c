"""A permit as the road sees it: what the hot reads give and the verdicts judge."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class SeenPermit:
    """One revision of a permit. Lengths in mm, masses in kg."""

    number: str
    revision: int
    state: str
    plates: list[str]
    length_mm: int
    width_mm: int
    height_mm: int
    gross_mass_kg: int
    valid_from: datetime
    valid_to: datetime
    demonstration: bool
    hold: bool
    axle_loads_kg: Sequence[int] = ()


@dataclass(frozen=True, slots=True)
class EndedPermit:
    """A revision that ended (`ended_at`) or whose plan is on hold (`held_since`) before its dates."""

    number: str
    revision: int
    state: str
    ended_at: datetime | None
    held_since: datetime | None
