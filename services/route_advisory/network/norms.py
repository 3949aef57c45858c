"""The figures of law and practice the engine works with, read once from the TOML files beside this one."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from pydantic import BaseModel, ConfigDict

from services.route_advisory.network.rows import MEASURES, ROAD_CLASSES

_HERE: Final = Path(__file__).parent


class _Table(BaseModel):
    """Base of the tables: closed, frozen."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Sourced(_Table):
    """A figure with its source: clause and mark (law, textbook, practice, assumed)."""

    clause: str
    mark: str


class Access(Sourced):
    """How far a place may lie from the road."""

    max_m: float
    rule: str


class Clearance(Sourced):
    """Clearance required beside a measure; empty `kinds` or `classes`: every one."""

    rule: str
    measure: str
    kinds: tuple[str, ...]
    classes: tuple[str, ...]
    required: int


class Warn(Sourced):
    """Band above the required clearance that is passed with conditions."""

    height_mm: int
    width_mm: int
    length_mm: int
    gross_mass_kg: int
    axle_load_kg: int

    def values(self) -> tuple[int, ...]:
        """The five bands in the order of `MEASURES`."""
        return (self.height_mm, self.width_mm, self.length_mm, self.gross_mass_kg, self.axle_load_kg)


class Needed(Sourced):
    """A limit that must be known for loads above a measure."""

    kinds: tuple[str, ...]
    measure: str
    above: int
    rule: str


class Clearances(_Table):
    """`clearances.toml`."""

    access: Access
    clearance: tuple[Clearance, ...]
    warn: Warn
    needs: tuple[Needed, ...]
    lift: dict[str, int | str]

    def required(self, measure: str, kind: str, road_class: str) -> Clearance:
        """The clearance row for a measure at a kind of structure on a class of road: the first that fits."""
        for row in self.clearance:
            if (
                row.measure == measure
                and kind in (row.kinds or (kind,))
                and road_class in (row.classes or (road_class,))
            ):
                return row
        raise KeyError(f"no clearance for {measure} at {kind} on {road_class}")

    def lift_cost(self, kind: str) -> int:
        """Rank of the cost of lifting an obstacle."""
        return int(self.lift[kind])


class AnnexD(Sourced):
    """Partial factors of the effect comparison."""

    gamma_design: float
    gamma_load: float
    gamma_other: float
    max_ratio: float


class Condition(Sourced):
    """What a bridge's technical condition class (技术状况) means and how long a rating holds."""

    pass_classes: tuple[int, ...]
    full_check_classes: tuple[int, ...]
    fail_classes: tuple[int, ...]
    rating_valid_months: int


class Mode(Sourced):
    """A way of passing a bridge: speed, and whether the other lanes are closed."""

    speed_kmh: float
    alone: bool


class Impact(Sourced):
    """The curve of the impact factor over the basic frequency."""

    free_speed_kmh: float
    max_speed_kmh: float
    low_hz: float
    high_hz: float
    low: float
    high: float
    slope: float
    offset: float


class Transverse(Sourced):
    """Transverse factor by number of lanes, and the width of a lane."""

    factors: tuple[float, ...]
    lane_width_mm: int


class Longitudinal(Sourced):
    """Longitudinal factor by span."""

    from_m: tuple[float, ...]
    factors: tuple[float, ...]


class DesignLoad(Sourced):
    """A lane load: q_k, P_k between two spans, and the factor on P_k for shear."""

    id: str
    q_kn_m: float
    p_spans_m: tuple[float, float]
    p_kn: tuple[float, float]
    shear_factor: float


class RegisterText(_Table):
    """Which lane loads a text of the bridge register stands for; `code` empty: edition unknown."""

    text: str
    code: str
    loads: tuple[str, ...]


class BridgeNorms(_Table):
    """`bridges.toml`."""

    annex_d: AnnexD
    condition: Condition
    mode: tuple[Mode, ...]
    impact: Impact
    transverse: Transverse
    longitudinal: Longitudinal
    design_load: tuple[DesignLoad, ...]
    entry: tuple[RegisterText, ...]

    def loads_of(self, text: str | None, code: str | None) -> tuple[int, ...]:
        """Indices of the design loads a register entry stands for; empty: none known, survey."""
        ids = [load.id for load in self.design_load]
        for row in self.entry:
            if row.text == text and row.code == (code or ""):
                return tuple(ids.index(load) for load in row.loads)
        return ()


class Alternates(_Table):
    """How further ways are looked for: cost of used roads times `penalty`, at most `max_share` in common."""

    penalty: float
    max_share: float
    tries_per_alternate: int


class Running(_Table):
    """`running.toml`."""

    mark: str
    speed_kmh: dict[str, float]
    risk_m: dict[str, float]
    alternates: Alternates


@dataclass(frozen=True, slots=True)
class Norms:
    """All figures."""

    clearances: Clearances
    bridges: BridgeNorms
    running: Running


@cache
def norms() -> Norms:
    """The figures, read and checked once per process."""

    def read(name: str) -> dict[str, object]:
        return tomllib.loads((_HERE / name).read_text(encoding="utf-8"))

    found = Norms(
        Clearances.model_validate(read("clearances.toml")),
        BridgeNorms.model_validate(read("bridges.toml")),
        Running.model_validate(read("running.toml")),
    )
    if set(found.running.speed_kmh) != set(ROAD_CLASSES):
        raise ValueError("running.toml: a speed for each road class is needed")
    if any(mode.speed_kmh > found.bridges.impact.max_speed_kmh for mode in found.bridges.mode):
        raise ValueError("bridges.toml: no impact factor is known for a mode as fast as that")
    for measure in MEASURES:
        found.clearances.required(measure, "segment", ROAD_CLASSES[-1])
    return found
