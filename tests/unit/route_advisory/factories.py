"""Small networks, loads and requests for tests of the route engine."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Any

from services.route_advisory.network.arrays import Network
from services.route_advisory.network.build import build
from services.route_advisory.network.rows import BridgeData, Limits, NodeRow, SegmentRow, StructureRow
from services.route_advisory.sample_roads import roads
from services.route_advisory.sample_structures import sample_structures
from shared.contracts.facts import TransportFacts
from shared.contracts.route_advisory import RouteCheckRequest

LOAD_DAY = date(2031, 3, 3)
START = datetime(2031, 3, 10, 8, tzinfo=UTC)
END = START + timedelta(days=2)

BOX = BridgeData(
    (20_000,),
    lanes=2,
    frequency_hz=4.5,
    cq_design=1.0,
    cq_load=1.0,
    design_load="公路-I级",
    design_code="JTG D60-2015",
)


@cache
def ordos_rows() -> tuple[list[NodeRow], list[SegmentRow], list[StructureRow]]:
    nodes, segments = roads()
    return nodes, segments, [sample.dated(LOAD_DAY) for sample in sample_structures(nodes, segments)]


@cache
def ordos() -> Network:
    return build(*ordos_rows())


def node(key: int, lon: float, lat: float = 39.0) -> NodeRow:
    return NodeRow(key, lon, lat)


def segment(
    key: int,
    start: NodeRow,
    end: NodeRow,
    length_m: int = 1000,
    *,
    oneway: bool = False,
    limits: Limits | None = None,
    road_class: str = "class_2",
    road: str = "G1",
) -> SegmentRow:
    line = ((start.lon, start.lat), (end.lon, end.lat))
    return SegmentRow(
        key, start.id, end.id, length_m, oneway, road, 0, length_m, road_class, 2, "owner", limits or Limits(), line
    )


def structure(
    key: int,
    on: SegmentRow,
    kind: str = "overpass",
    limits: Limits | None = None,
    *,
    stake_m: int | None = None,
    bridge: BridgeData | None = None,
    condition: int | None = 1,
    rated_on: date | None = LOAD_DAY,
) -> StructureRow:
    at = on.length_m // 2 if stake_m is None else stake_m
    graded = (condition, rated_on) if kind == "bridge" else (None, None)
    return StructureRow(key, on.id, kind, "", at, limits or Limits(), bridge, *graded, sample=True)


def facts(
    origin: tuple[float, float],
    destination: tuple[float, float],
    *,
    via: Sequence[tuple[float, float]] = (),
    height_mm: int = 4200,
    width_mm: int = 3000,
    length_mm: int = 20_000,
    gross_mass_kg: int = 49_000,
    axles: int = 6,
) -> TransportFacts:
    """Facts of a flatbed with a tractor of three axles; the load is spread over the axles evenly."""
    share, rest = divmod(gross_mass_kg, axles)
    curb = 18_000
    return TransportFacts.model_validate(
        {
            "trip": {
                "origin": _place(origin),
                "destination": _place(destination),
                "via": [_place(point) for point in via],
                "planned_start": START,
                "planned_end": END,
            },
            "cargo": {
                "name": "锅炉",
                "divisible": False,
                "length_mm": 1000,
                "width_mm": 1000,
                "height_mm": 1000,
                "mass_kg": gross_mass_kg - curb,
            },
            "vehicle_set": {
                "kind": "flatbed",
                "tractors": [{"plate": "蒙K12345", "curb_mass_kg": 9000, "axles": 3, "drive_axles": 2}],
                "trailer": {"plate": "蒙K1234挂", "curb_mass_kg": 9000, "axles": axles - 3, "axle_lines": 0},
                "axle_spacings_mm": [3300, 1350, 6500, *([1310] * (axles - 4))],
                "axle_loads_kg": [share + rest, *([share] * (axles - 1))],
                "tyres": 22,
            },
            "loaded": {
                "length_mm": length_mm,
                "width_mm": width_mm,
                "height_mm": height_mm,
                "gross_mass_kg": gross_mass_kg,
            },
        }
    )


def request(origin: tuple[float, float], destination: tuple[float, float], **wishes: Any) -> RouteCheckRequest:
    """A request; `wishes` of the request itself go there, the others to the facts."""
    own = {key: wishes.pop(key) for key in list(wishes) if key in RouteCheckRequest.model_fields}
    return RouteCheckRequest.model_validate({"facts": facts(origin, destination, **wishes), **own})


def _place(point: tuple[float, float]) -> dict[str, object]:
    return {"adcode": "150602", "name": "东胜", "address": "东胜区", "lon": point[0], "lat": point[1]}
