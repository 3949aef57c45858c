"""Whether a vehicle set has excess mass: only then are bridges compared by effects (JTG/T 2213-2023, 3.1.1)."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Final

from pydantic import BaseModel, ConfigDict

from shared.contracts.facts import TransportFacts, VehicleSet

_FILE: Final = Path(__file__).with_name("mass_limits.toml")


class _Table(BaseModel):
    """Base of the tables: closed, frozen; every figure has its clause and mark."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    clause: str
    mark: str


class _SingleTyres(_Table):
    reduction_kg: int


class _LicenceMass(_Table):
    bodies: frozenset[str]


class _Limit(_Table):
    combination: bool
    axles_from: int
    axles_to: int
    drive_axles_max: int | None = None
    limit_kg: int

    def fits(self, *, combination: bool, axles: int, fewest_driven: int) -> bool:
        """Whether the row is about such a vehicle."""
        reached = self.axles_from <= axles and (self.axles_to == 0 or axles <= self.axles_to)
        driven = self.drive_axles_max is None or fewest_driven <= self.drive_axles_max
        return reached and driven and self.combination == combination


class _MassLimits(BaseModel):
    """`mass_limits.toml`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    single_tyres: _SingleTyres
    licence_mass: _LicenceMass
    limit: tuple[_Limit, ...]


@cache
def _limits() -> _MassLimits:
    return _MassLimits.model_validate(tomllib.loads(_FILE.read_text(encoding="utf-8")))


def mass_limit_kg(vehicles: VehicleSet) -> int:
    """Greatest gross mass without excess, in kg (Order 62 art. 3, notes 1, 2 and 4)."""
    known, trailer = _limits(), vehicles.trailer
    axles = vehicles.tractor_axles + (trailer.axles if trailer else 0)
    fewest = min(tractor.drive_axles for tractor in vehicles.tractors)
    limit = [
        row.limit_kg
        for row in known.limit
        if row.fits(combination=trailer is not None, axles=axles, fewest_driven=fewest)
    ][-1]
    limit = max(0, limit - _bare_single_axles(vehicles) * known.single_tyres.reduction_kg)
    licence = vehicles.licence_gross_mass_kg
    return min(limit, licence) if licence is not None and vehicles.body in known.licence_mass.bodies else limit


def _bare_single_axles(vehicles: VehicleSet) -> int:
    return max(0, vehicles.single_tyre_axles - vehicles.wide_tyre_axles)


def mass_excess(facts: TransportFacts) -> bool:
    """Whether the gross mass is over the limit of Order 62 art. 3."""
    return facts.loaded.gross_mass_kg > mass_limit_kg(facts.vehicle_set)
