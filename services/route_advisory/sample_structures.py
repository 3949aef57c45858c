"""Made-up structures for the sample network, the same from the same seed; every row says `sample`.

Bridges stand at the computed crossings with railways and rivers; overpasses, toll lanes, height bars, level crossings,
tunnels and power lines are spread over the roads. On the corridors of the demonstration they are in good order; elsewhere
some are low, narrow, weak or rated long ago, so that detours and blocked ways occur.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import cos, radians
from random import Random
from typing import Final

from services.route_advisory.network.build import build
from services.route_advisory.network.norms import norms
from services.route_advisory.network.projection import nearest
from services.route_advisory.network.rows import BridgeData, Limits, NodeRow, SegmentRow, StructureRow
from services.route_advisory.network.search import Costs, open_graph, shortest
from services.route_advisory.sample_roads import DATA

SEED: Final = 150600

# Ends of the demonstration's trips, lon and lat.
CORRIDORS: Final = (
    ((109.99, 39.82), (109.83, 39.51)),
    ((109.99, 39.82), (111.223, 39.866)),
    ((110.02, 40.41), (108.72, 39.84)),
    ((111.27, 40.06), (108.0, 39.095)),
    ((107.95, 39.21), (111.223, 39.866)),
)
_SPANS_M: Final = (10, 13, 16, 20, 25, 30, 35, 40)
_GIRDERS_M: Final[tuple[tuple[int, ...], ...]] = (
    (25, 25, 25),
    (30, 30, 30, 30),
    (40, 60, 40),
    (35, 50, 35),
    (30, 40, 40, 40, 30),
)
_KIND_NAMES: Final = {
    "bridge": "桥",
    "overpass": "上跨桥",
    "tunnel": "隧道",
    "culvert": "涵洞",
    "toll_gate": "收费站超宽车道",
    "height_bar": "限高架",
    "railway_crossing": "铁路平交道口",
    "power_line": "跨路电力线",
}


@dataclass(frozen=True, slots=True)
class SampleStructure:
    """A made-up structure; `rated_days_ago` counts back from the day it is loaded."""

    row: StructureRow
    rated_days_ago: int | None

    def dated(self, load_day: date) -> StructureRow:
        """The row with its day of rating."""
        if self.rated_days_ago is None:
            return self.row
        return replace(self.row, rated_on=load_day - timedelta(days=self.rated_days_ago))


def sample_structures(
    nodes: Sequence[NodeRow], segments: Sequence[SegmentRow], seed: int = SEED
) -> list[SampleStructure]:
    """The structures of the sample network, by ascending segment and stake, ids from 1."""
    random = Random(seed)  # noqa: S311 - made-up data, not secrets
    good = corridor_segments(nodes, segments)
    draft: list[SampleStructure] = []
    by_id = {segment.id: segment for segment in segments}
    for segment_id, share, kind in _crossings(by_id):
        draft.append(_at_crossing(random, by_id[segment_id], share, kind, good=segment_id in good))
    for segment in segments:
        draft += _along(random, segment, good=segment.id in good)
    draft.sort(key=lambda sample: (sample.row.segment_id, sample.row.stake_m, sample.row.kind))
    return [
        replace(sample, row=replace(sample.row, id=number, name=f"样例{_KIND_NAMES[sample.row.kind]}{number}"))
        for number, sample in enumerate(draft, start=1)
    ]


def corridor_segments(nodes: Sequence[NodeRow], segments: Sequence[SegmentRow]) -> frozenset[int]:
    """Segments of the shortest and the quickest way between the ends of each corridor on the bare network."""
    network = build(nodes, segments, ())
    every = network.seg_length > 0
    speeds = norms().running.speed_kmh
    by_id = {segment.id: segment for segment in segments}
    hours = [by_id[int(key)].length_m / speeds[by_id[int(key)].road_class] for key in network.seg_id]
    none = network.seg_length[:0]
    used: set[int] = set()
    for run in (network.seg_length, network.seg_length * 0 + hours):
        graph = open_graph(network, Costs(run, network.seg_length * 0, network.seg_id[:0], none, none))
        for ends in CORRIDORS:
            first, last = (nearest(network, lon, lat, every) for lon, lat in ends)
            way = shortest(graph, first, last) if first and last else None
            used |= {int(network.seg_id[piece.segment]) for piece in way.pieces} if way else set()
    return frozenset(used)


def _crossings(by_id: dict[int, SegmentRow]) -> list[tuple[int, float, str]]:
    """Segment, share along it and kind (rail, river) of each crossing candidate."""
    document = json.loads((DATA / "crossings_candidates.geojson").read_text(encoding="utf-8"))
    found = []
    for feature in document["features"]:
        segment = by_id[feature["properties"]["way"]]
        (x0, y0), (x1, y1) = segment.line[0], segment.line[-1]
        lon, lat = feature["geometry"]["coordinates"]
        scale = cos(radians(lat)) ** 2
        square = (x1 - x0) ** 2 * scale + (y1 - y0) ** 2
        share = ((lon - x0) * (x1 - x0) * scale + (lat - y0) * (y1 - y0)) / square if square else 0.5
        found.append((segment.id, min(max(share, 0.02), 0.98), feature["properties"]["kind"]))
    return sorted(found)


def _sample(
    segment: SegmentRow,
    share: float,
    kind: str,
    limits: Limits,
    bridge: BridgeData | None = None,
    rating: tuple[int, int | None] | None = None,
) -> SampleStructure:
    at = round(segment.from_stake_m + (segment.to_stake_m - segment.from_stake_m) * share)
    condition, days = rating or (None, None)
    return SampleStructure(
        StructureRow(0, segment.id, kind, "", at, limits, bridge, condition, None, sample=True), days
    )


def _at_crossing(random: Random, segment: SegmentRow, share: float, kind: str, *, good: bool) -> SampleStructure:
    if kind == "river" or random.random() < 0.5:
        return _bridge(random, segment, share, river=kind == "river", good=good)
    if random.random() < 0.2 and not good and segment.road_class == "class_2":
        limits = Limits(
            height_mm=random.choice((4500, 4500, 4800, 5000)), gross_mass_kg=random.choice((None, 60_000, 100_000))
        )
        return _sample(segment, share, "railway_crossing", limits)
    return _sample(segment, share, "overpass", _over(random, segment, good=good))


def _over(random: Random, segment: SegmentRow, *, good: bool) -> Limits:
    """Clear height and width under a bridge: 5.0 m and more on good roads, low railway bridges on others."""
    if good or segment.road_class == "expressway":
        return Limits(
            height_mm=random.choice((5300, 5400, 5500, 5800)), width_mm=random.choice((11_000, 12_500, 15_000))
        )
    if segment.road_class == "class_1":
        return Limits(height_mm=random.choice((5000, 5000, 5200, 4800)), width_mm=random.choice((9000, 11_000)))
    return Limits(
        height_mm=random.choice((3800, 4200, 4500, 4500, 4600, 5000, 5000, 5200)),
        width_mm=random.choice((4500, 5500, 7000, 8000, 9000)),
    )


def _bridge(random: Random, segment: SegmentRow, share: float, *, river: bool, good: bool) -> SampleStructure:
    continuous = river and random.random() < 0.25
    longest = 30 if good else 40
    if continuous and not good:
        spans = random.choice(_GIRDERS_M)
    else:
        continuous = continuous and good
        length = random.choice([span for span in _SPANS_M if span <= longest])
        spans = (length,) * (random.randint(3, 5) if river else random.randint(1, 3))
    frequency = round(90 / max(spans) * random.uniform(0.95, 1.15), 2)
    box = good or random.random() < 0.4
    cq = 1.0 if box else round(random.uniform(0.45, 0.65), 3)
    data = BridgeData(
        tuple(span * 1000 for span in spans),
        continuous=continuous,
        lanes=segment.lanes // 2 if segment.road_class == "expressway" else 2,
        frequency_hz=frequency,
        cq_design=cq,
        cq_load=cq if box else round(cq * random.uniform(0.9, 1.0), 3),
        design_load="公路-I级",
        design_code="JTG D60-2015",
    )
    if good:
        return _sample(segment, share, "bridge", Limits(), data, (random.choice((1, 1, 2)), random.randint(20, 120)))
    return _doubtful(random, segment, share, data)


def _doubtful(random: Random, segment: SegmentRow, share: float, data: BridgeData) -> SampleStructure:
    """A bridge off the corridors: most are sound, some weak, old, limited or badly documented."""
    low = segment.road_class == "class_2"
    dice = random.random()
    if dice < 0.15:
        data = replace(data, design_load="公路-II级")
    elif dice < 0.25:
        data = replace(data, design_load="汽车-超20级、挂车-120", design_code=None)
    elif dice < 0.32:
        data = replace(data, frequency_hz=None)
    elif dice < 0.36:
        data = replace(data, design_code="JTG D60-2004")
    condition = random.choices((1, 2, 3, 4, 5), (40, 35, 16, 7, 2) if low else (50, 42, 8, 0, 0))[0]
    days = random.randint(20, 330) if random.random() < 0.8 else random.randint(380, 1500)
    limits = Limits()
    if condition >= 3 and random.random() < 0.5:
        limits = Limits(
            gross_mass_kg=random.choice((20_000, 30_000, 49_000, 55_000)),
            axle_load_kg=random.choice((None, 10_000, 13_000)),
        )
    return _sample(segment, share, "bridge", limits, data, (condition, days))


def _along(random: Random, segment: SegmentRow, *, good: bool) -> list[SampleStructure]:
    """What stands along a road beside its crossings."""
    found: list[SampleStructure] = []
    kilometres = segment.length_m / 1000
    if segment.road_class == "expressway":
        found += [
            _sample(segment, random.uniform(0.1, 0.9), "overpass", _over(random, segment, good=good))
            for _ in range(int(kilometres / 15 + random.random()))
        ]
        if random.random() < 0.15:
            limits = Limits(height_mm=random.choice((5500, 5800)), width_mm=random.choice((6000, 6500, 7000)))
            found.append(_sample(segment, random.uniform(0.1, 0.9), "toll_gate", limits))
    chances = (("power_line", 0.04), ("height_bar", 0.015), ("tunnel", 0.004), ("culvert", 0.03), ("overpass", 0.01))
    for kind, chance in chances:
        if random.random() < chance and not (good and kind in {"height_bar", "tunnel"}):
            found.append(_sample(segment, random.uniform(0.1, 0.9), kind, _limits_of(random, segment, kind, good=good)))
    return found


def _limits_of(random: Random, segment: SegmentRow, kind: str, *, good: bool) -> Limits:
    if kind == "power_line":
        return Limits(height_mm=random.choice((7500, 8000, 9000) if good else (6000, 6500, 7000, 7500, 8000)))
    if kind == "height_bar":
        return Limits(height_mm=random.choice((2800, 3500, 4200, 4500)), width_mm=random.choice((2800, 3200, 4000)))
    if kind == "tunnel":
        return Limits(height_mm=random.choice((5000, 5000, 4500)), width_mm=random.choice((9000, 10_250)))
    if kind == "culvert":
        return Limits(gross_mass_kg=None if good else random.choice((None, None, None, 55_000)))
    return _over(random, segment, good=good)
