"""The plain rows a network is built from, and the load that is checked on it."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, Self

from shared.contracts.facts import TransportFacts

MEASURES: Final = ("height_mm", "width_mm", "length_mm", "gross_mass_kg", "axle_load_kg")
"""The measures a limit can be set on, in the order of every array with five rows."""

ROAD_CLASSES: Final = ("expressway", "class_1", "class_2", "class_3", "class_4", "unclassed")

STRUCTURE_KINDS: Final = (
    "bridge",
    "overpass",
    "tunnel",
    "culvert",
    "toll_gate",
    "height_bar",
    "railway_crossing",
    "power_line",
)


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits of a road, a structure or a notice; None: no limit known."""

    height_mm: int | None = None
    width_mm: int | None = None
    length_mm: int | None = None
    gross_mass_kg: int | None = None
    axle_load_kg: int | None = None

    def values(self) -> tuple[int | None, ...]:
        """The five limits in the order of `MEASURES`."""
        return (self.height_mm, self.width_mm, self.length_mm, self.gross_mass_kg, self.axle_load_kg)

    def given(self) -> bool:
        """Whether any limit is set."""
        return any(value is not None for value in self.values())


@dataclass(frozen=True, slots=True)
class NodeRow:
    """A junction, WGS 84 degrees."""

    id: int
    lon: float
    lat: float


@dataclass(frozen=True, slots=True)
class SegmentRow:
    """A road between two junctions. `line` runs from `from_node` to `to_node` in lon, lat; stakes are metres."""

    id: int
    from_node: int
    to_node: int
    length_m: int
    oneway: bool
    road: str
    from_stake_m: int
    to_stake_m: int
    road_class: str
    lanes: int
    owner: str
    limits: Limits
    line: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class BridgeData:
    """What the effect comparison needs of a bridge; None: unknown, which sends to survey.

    Args:
        spans_mm: spans in order; more than one and not `continuous`: a row of simple spans.
        continuous: one girder over all spans (1 to 5).
        lanes: lanes on the deck.
        frequency_hz: basic frequency (结构基频).
        cq_design: transverse distribution factor of the design load; cq_load: of the checked load.
        design_load: text of the register, e.g. 公路-I级 or 汽车-超20级、挂车-120.
        design_code: edition of the design code, e.g. JTG D60-2015; None: unknown, both editions are looked at.
        special: single-column single-bearing piers or close twin bearings (JTG/T 2213-2023, 7.3.8).
    """

    spans_mm: tuple[int, ...]
    continuous: bool = False
    lanes: int | None = None
    frequency_hz: float | None = None
    cq_design: float | None = None
    cq_load: float | None = None
    design_load: str | None = None
    design_code: str | None = None
    special: bool = False


@dataclass(frozen=True, slots=True)
class StructureRow:
    """A structure at a stake of its segment. `bridge`, `condition_class` (1 to 5) and `rated_on` are of bridges alone."""

    id: int
    segment_id: int
    kind: str
    name: str
    stake_m: int
    limits: Limits
    bridge: BridgeData | None
    condition_class: int | None
    rated_on: date | None
    sample: bool


@dataclass(frozen=True, slots=True)
class RestrictionRow:
    """A published restriction: in force from `starts_at` until `ends_at` (exclusive; None: until lifted).

    `hard` closes its segments; otherwise `limits` hold on them.
    """

    id: str
    kind: str
    segment_ids: tuple[int, ...]
    hard: bool
    starts_at: datetime
    ends_at: datetime | None
    limits: Limits

    def in_force(self, start: datetime, end: datetime) -> bool:
        """Whether it touches the window, both ends of which belong to the trip."""
        return self.starts_at <= end and (self.ends_at is None or self.ends_at > start)


@dataclass(frozen=True, slots=True)
class Load:
    """The loaded vehicle set as the road sees it.

    `axle_loads_kg` run front to back (a hydraulic trailer: one value per axle line, which is compared with axle limits
    as it stands, on the safe side). `mass_excess`: the gross mass is over Order 62 art. 3; without it no bridge is
    compared by effects.
    """

    height_mm: int
    width_mm: int
    length_mm: int
    gross_mass_kg: int
    axle_loads_kg: tuple[int, ...]
    axle_spacings_mm: tuple[int, ...]
    mass_excess: bool

    @classmethod
    def of(cls, facts: TransportFacts, *, mass_excess: bool) -> Self:
        """The load of checked facts."""
        loaded, vehicles = facts.loaded, facts.vehicle_set
        return cls(
            loaded.height_mm,
            loaded.width_mm,
            loaded.length_mm,
            loaded.gross_mass_kg,
            tuple(vehicles.axle_loads_kg),
            tuple(vehicles.axle_spacings_mm),
            mass_excess,
        )

    def values(self) -> tuple[int, ...]:
        """The five measures in the order of `MEASURES`."""
        return (self.height_mm, self.width_mm, self.length_mm, self.gross_mass_kg, max(self.axle_loads_kg))
