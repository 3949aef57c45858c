"""The sample network: data as delivered, stakes, seed, the demonstration's trips, detours and blocked ways."""

import json
from collections import Counter
from collections.abc import Sequence
from math import cos, hypot, radians
from pathlib import Path
from random import Random
from typing import Any

import networkx as nx
import pytest

from services.route_advisory.network.check import check
from services.route_advisory.network.context import route_context
from services.route_advisory.network.norms import norms
from services.route_advisory.network.rows import MEASURES, SegmentRow, StructureRow
from services.route_advisory.network.stakes import metres, stake
from services.route_advisory.sample_roads import places
from services.route_advisory.sample_structures import CORRIDORS, sample_structures
from shared.contracts.facts import TransportFacts
from shared.contracts.route_advisory import RouteCheckRequest
from tests.unit.route_advisory.factories import LOAD_DAY, ordos, ordos_rows, request

Point = tuple[float, float]
SAMPLES = Path(__file__).parents[3] / "demo" / "applications"


def sample(name: str) -> RouteCheckRequest:
    document = json.loads((SAMPLES / f"{name}.json").read_text(encoding="utf-8"))
    facts = {key: document[key] for key in ("trip", "cargo", "vehicle_set", "loaded")}
    facts["trip"] |= {"planned_start": "2031-03-10T08:00:00+08:00", "planned_end": "2031-03-20T18:00:00+08:00"}
    return RouteCheckRequest(facts=TransportFacts.model_validate(facts))


def test_the_rows_are_whole_and_one_network() -> None:
    nodes, segments, structures = ordos_rows()
    assert (len(nodes), len(segments), len(places())) == (2624, 3999, 129)
    assert sum(row.length_m for row in segments) == pytest.approx(17_993_000, rel=1e-3)
    assert nx.is_connected(nx.Graph((row.from_node, row.to_node) for row in segments))
    assert Counter(row.road_class for row in segments) == {"expressway": 63, "class_1": 139, "class_2": 3797}
    assert all(row.sample for row in structures)
    assert {"东胜", "树林召", "包头"} <= {row.name for row in places()}


def test_stakes_run_along_the_numbered_roads() -> None:
    _, segments, _ = ordos_rows()
    for row in segments:
        assert abs(row.to_stake_m - row.from_stake_m) == row.length_m
    by_road = {row.road for row in segments if row.road}
    assert by_road == {"G65", "G18", "S24", "G109", "G210", "G242", "S216"}
    joints = Counter((row.road, node) for row in segments if row.road for node in {row.from_node, row.to_node})
    stakes: dict[tuple[str, int], set[int]] = {}
    for row in segments:
        for node, at in ((row.from_node, row.from_stake_m), (row.to_node, row.to_stake_m)):
            stakes.setdefault((row.road, node), set()).add(at)
    agreeing = [len(stakes[key]) == 1 for key, count in joints.items() if count > 1]
    assert sum(agreeing) > 0.8 * len(agreeing)


@pytest.mark.parametrize(("value", "text"), [(0, "K0+000"), (12_300, "K12+300"), (999, "K0+999"), (-250, "-K0+250")])
def test_a_stake_reads_back(value: int, text: str) -> None:
    assert (stake(value), metres(text)) == (text, value)


@pytest.mark.parametrize("text", ["K12", "K12+30", "12+300", "K1+0000", ""])
def test_what_is_no_stake_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a stake"):
        metres(text)


def test_the_same_seed_gives_the_same_structures_dated_from_the_load_day() -> None:
    nodes, segments, structures = ordos_rows()
    again = [made.dated(LOAD_DAY) for made in sample_structures(nodes, segments)]
    assert again == structures
    assert sample_structures(nodes, segments, seed=1) != sample_structures(nodes, segments)
    ages = [(LOAD_DAY - row.rated_on).days for row in structures if row.rated_on]
    assert (min(ages) >= 20, max(ages) > 366) == (True, True)


@pytest.mark.parametrize("optimise", ["distance", "time", "risk"])
def test_the_class_1_way_is_clear_for_every_size_up_to_its_bounds(optimise: str) -> None:
    chance = Random(1)
    sizes = [(4200, 3000, 20_000, 49_000)]
    sizes += [
        (
            chance.randint(1500, 4200),
            chance.randint(1500, 3000),
            chance.randint(6000, 20_000),
            chance.randint(30_000, 49_000),
        )
        for _ in range(10)
    ]
    for height, width, length, mass in sizes:
        wishes: dict[str, Any] = {
            "height_mm": height,
            "width_mm": width,
            "length_mm": length,
            "gross_mass_kg": mass,
            "optimise": optimise,
        }
        answer = check(ordos(), request(*CORRIDORS[0], **wishes), mass_excess=False)
        assert (answer.verdict, answer.needs_survey, answer.blocked_by) == ("clear", False, [])
        assert answer.length_m == sum(part.length_m for part in answer.segments) > 30_000
        assert answer.sample_data


def test_the_class_2_excavator_finds_a_way_without_survey() -> None:
    answer = check(ordos(), sample("class2_excavator"), mass_excess=True)
    context = route_context(answer)
    assert answer.verdict in {"clear", "conditions"}
    assert (context.needs_survey, context.bridges_ok, context.causes) == (False, True, [])
    assert answer.bridges
    assert all(0 < (ratio or 0) < 1 for bridge in answer.bridges for ratio in (bridge.ratio_moment, bridge.ratio_shear))


@pytest.mark.parametrize("name", ["class3_launching_girder", "class3_transformer", "class3_wind_blade"])
def test_the_class_3_samples_find_a_way(name: str) -> None:
    answer = check(ordos(), sample(name), mass_excess=True)
    assert answer.verdict in {"clear", "conditions"}
    assert answer.length_m > 100_000


def test_big_loads_meet_detours_surveys_and_blocked_ways() -> None:
    chance = Random(7)
    _, segments, _ = ordos_rows()
    seen: Counter[str] = Counter()
    for _ in range(40):
        ends = [chance.choice(segments).line[0] for _ in range(2)]
        small = check(ordos(), request(*ends, height_mm=2000, width_mm=2000), mass_excess=False)
        big = check(
            ordos(),
            request(*ends, height_mm=4950, width_mm=4900, gross_mass_kg=120_000, axles=12),
            mass_excess=True,
        )
        seen[big.verdict] += 1
        seen["detour"] += big.verdict != "blocked" and big.length_m > small.length_m
        seen["survey"] += big.verdict != "blocked" and big.needs_survey
        if big.verdict == "blocked":
            assert big.blocked_by
    assert all(seen[what] for what in ("conditions", "blocked", "detour", "survey")), seen


def test_ways_of_class_1_loads_equal_networkx_on_the_rows() -> None:
    """An oracle that knows nothing of the arrays: limits and ratings from the rows, projection by hand, networkx."""
    _nodes, segments, structures = ordos_rows()
    chance = Random(3)
    for _ in range(12):
        load: dict[str, Any] = {
            "height_mm": chance.randint(4000, 5000),
            "width_mm": chance.randint(2550, 4000),
            "gross_mass_kg": 49_000,
        }
        ends = [(chance.uniform(107.3, 111.2), chance.uniform(38.0, 40.6)) for _ in range(2)]
        answer = check(ordos(), request(*ends, **load), mass_excess=False)
        open_ = open_segments(segments, structures, load | {"length_mm": 20_000, "axle_load_kg": 8170})
        expected = length_by_networkx(open_, ends)
        if answer.verdict == "blocked":
            assert expected is None
        else:
            assert answer.length_m == pytest.approx(expected, abs=1)


def open_segments(
    segments: Sequence[SegmentRow], structures: Sequence[StructureRow], load: dict[str, int]
) -> list[SegmentRow]:
    by_id = {row.id: row for row in segments}
    closed = {row.segment_id for row in structures if row.condition_class in {4, 5}}
    for row in structures:
        for measure, limit in zip(MEASURES, row.limits.values(), strict=True):
            if limit is not None:
                needed = norms().clearances.required(measure, row.kind, by_id[row.segment_id].road_class).required
                if limit - load[measure] - needed < 0:
                    closed.add(row.segment_id)
    return [row for row in segments if row.id not in closed]


def length_by_networkx(segments: Sequence[SegmentRow], ends: Sequence[Point]) -> float | None:
    graph = nx.Graph()
    for row in segments:
        graph.add_edge(row.from_node, row.to_node, weight=row.length_m)
    spots = []
    for name, end in enumerate(ends):
        apart, row, share = best(segments, end)
        if apart > 10_000:
            return None
        spots.append((row, share))
        graph.add_edge(f"end{name}", row.from_node, weight=share * row.length_m)
        graph.add_edge(f"end{name}", row.to_node, weight=(1 - share) * row.length_m)
    if spots[0][0] is spots[1][0]:
        graph.add_edge("end0", "end1", weight=abs(spots[0][1] - spots[1][1]) * spots[0][0].length_m)
    if not nx.has_path(graph, "end0", "end1"):
        return None
    return float(nx.shortest_path_length(graph, "end0", "end1", weight="weight"))


def best(segments: Sequence[SegmentRow], end: Point) -> tuple[float, SegmentRow, float]:
    found = [(*projected(row, end), row) for row in segments]
    apart, share, row = min(found, key=lambda entry: entry[0])
    return apart, row, share


def projected(row: SegmentRow, end: Point) -> tuple[float, float]:
    scale = cos(radians(end[1]))
    (ax, ay), (bx, by) = (((x - end[0]) * scale, y - end[1]) for x, y in row.line)
    dx, dy = bx - ax, by - ay
    share = min(max(-(ax * dx + ay * dy) / (dx * dx + dy * dy), 0), 1)
    return hypot(ax + share * dx, ay + share * dy) * 111_195, share
