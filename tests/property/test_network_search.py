"""The search against networkx on random graphs: limits, parallel and one-way segments, split ends, obstacles."""

import itertools

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.route_advisory.network.arrays import Bools, Floats, Network
from services.route_advisory.network.build import build
from services.route_advisory.network.check import check
from services.route_advisory.network.projection import Spot
from services.route_advisory.network.rows import Limits, NodeRow, SegmentRow
from services.route_advisory.network.search import Costs, Way, open_graph, shortest
from tests.unit.route_advisory.factories import request, segment, structure

Rows = tuple[list[NodeRow], list[SegmentRow]]
HEIGHTS = (4000, 4249, 4250, 4300, 5000, None)
RANKS = {"segment": 4, "overpass": 8}


@st.composite
def networks(draw: st.DrawFn) -> Rows:
    """Rows of a random graph; nodes lie 0.01 degrees apart, so that each place belongs to one node."""
    count = draw(st.integers(2, 7))
    nodes = [NodeRow(key, 109 + 0.01 * key, 39 + 0.01 * (key * key % 5)) for key in range(1, count + 1)]
    ends = st.tuples(st.sampled_from(nodes), st.sampled_from(nodes)).filter(lambda pair: pair[0] != pair[1])
    segments = [
        segment(
            index,
            *draw(ends),
            draw(st.integers(1, 50)),
            oneway=draw(st.booleans()),
            limits=Limits(height_mm=draw(st.sampled_from(HEIGHTS))),
        )
        for index in range(1, draw(st.integers(1, 14)) + 1)
    ]
    return nodes, segments


def costs_of(network: Network, run: Floats) -> Costs:
    none = np.zeros(0)
    return Costs(run, np.zeros(len(run)), np.zeros(0, np.int64), none, none)


def oracle(
    segments: list[SegmentRow], open_: set[int], start: tuple[int, float], end: tuple[int, float]
) -> float | None:
    """Length of the shortest way between (segment, share) points, by splitting their segments in a networkx graph."""
    graph = nx.MultiDiGraph()
    graph.add_nodes_from(["start", "end"])
    for row in segments:
        if row.id not in open_:
            continue
        points: list[tuple[float, int | str]] = [(0.0, row.from_node), (1.0, row.to_node)]
        points += [(share, name) for name, (key, share) in (("start", start), ("end", end)) if key == row.id]
        points.sort(key=lambda point: point[0])
        for (a, one), (b, other) in itertools.pairwise(points):
            graph.add_edge(one, other, weight=(b - a) * row.length_m)
            if not row.oneway:
                graph.add_edge(other, one, weight=(b - a) * row.length_m)
    try:
        return float(nx.shortest_path_length(graph, "start", "end", weight="weight"))
    except nx.NetworkXNoPath:
        return None


@given(rows=networks(), shares=st.tuples(*[st.floats(0.01, 0.99)] * 2), picks=st.tuples(*[st.integers(0, 13)] * 2))
@settings(max_examples=300, deadline=None)
def test_the_shortest_way_between_points_on_segments_is_exact(
    rows: Rows, shares: tuple[float, float], picks: tuple[int, int]
) -> None:
    nodes, segments = rows
    ends = [(segments[pick % len(segments)].id, share) for pick, share in zip(picks, shares, strict=True)]
    if ends[0][0] == ends[1][0]:
        ends[1] = (ends[1][0], min(1.0, ends[0][1] + (1 - ends[0][1]) * ends[1][1]))
    network = build(nodes, segments, ())
    open_ = {row.id for row in segments if row.limits.height_mm is None or row.limits.height_mm >= 4250}
    run = np.where([row.id in open_ for row in segments], network.seg_length, np.inf)
    spots = [Spot(network.segment_index[key], share, 0.0) for key, share in ends]
    way = shortest(open_graph(network, costs_of(network, run)), *spots)
    expected = oracle(segments, open_, ends[0], ends[1])
    assert (way is None) == (expected is None)
    if way is not None:
        assert way.cost == pytest.approx(expected)
        driven = sum(float(network.seg_length[p.segment]) * (p.high - p.low) for p in way.pieces)
        assert driven == pytest.approx(expected)
        _is_connected(network, way, spots)


def _is_connected(network: Network, way: Way, spots: list[Spot]) -> None:
    """Pieces join at nodes, obey one-way segments, begin and end at the spots."""
    assert (way.pieces[0].segment, way.pieces[0].start) == (spots[0].segment, spots[0].at) or way.pieces[0].start in {
        0,
        1,
    }
    for piece in way.pieces:
        assert piece.end >= piece.start or not network.seg_oneway[piece.segment]
    for one, other in zip(way.pieces, way.pieces[1:], strict=False):
        left = network.seg_to[one.segment] if one.end == 1 else network.seg_from[one.segment]
        entered = network.seg_from[other.segment] if other.start == 0 else network.seg_to[other.segment]
        assert left == entered


@given(
    rows=networks(),
    smaller=st.integers(3900, 4300),
    more=st.integers(0, 900),
    picks=st.tuples(*[st.integers(0, 13)] * 2),
)
@settings(max_examples=200, deadline=None)
def test_a_higher_load_never_gets_a_shorter_way(rows: Rows, smaller: int, more: int, picks: tuple[int, int]) -> None:
    nodes, segments = rows
    network = build(nodes, segments, ())
    spots = [Spot(pick % len(segments), 0.5, 0.0) for pick in picks]
    costs = []
    for height in (smaller, smaller + more):
        run = np.where(network_allows(network, height), network.seg_length, np.inf)
        way = shortest(open_graph(network, costs_of(network, run)), *spots)
        costs.append(np.inf if way is None else way.cost)
    assert costs[1] >= costs[0]


def network_allows(network: Network, height_mm: int) -> Bools:
    allowed = np.ones(len(network.seg_id), bool)
    allowed[network.item_seg[network.item_allowed[0] < height_mm]] = False
    return allowed


@given(rows=networks(), low=st.sets(st.integers(1, 14), max_size=6))
@settings(max_examples=150, deadline=None)
def test_a_blocked_check_names_the_cheapest_obstacles(rows: Rows, low: set[int]) -> None:
    """The sum of the obstacles' ranks is the least that any way has, and they are sorted by rank."""
    nodes, segments = rows
    bars = [structure(row.id, row, limits=Limits(height_mm=4000)) for row in segments if row.id in low]
    network = build(nodes, segments, bars)
    ends = [(node.lon, node.lat) for node in (nodes[0], nodes[-1])]
    answer = check(network, request(*ends, height_mm=4200), mass_excess=False)
    if answer.verdict != "blocked" or answer.geometry is None:
        return
    graph = nx.MultiDiGraph()
    graph.add_nodes_from(row.id for row in nodes)
    for row in segments:
        height = row.limits.height_mm
        rank = RANKS["segment"] * (height is not None and height < 4250) + RANKS["overpass"] * (row.id in low)
        graph.add_edge(row.from_node, row.to_node, weight=rank)
        if not row.oneway:
            graph.add_edge(row.to_node, row.from_node, weight=rank)
    first, last = (
        _attached(row, answer.segments[place].id, segments) for row, place in ((nodes[0], 0), (nodes[-1], -1))
    )
    ranks = [RANKS[obstacle.kind] for obstacle in answer.blocked_by]
    assert ranks == sorted(ranks)
    if first and last:
        assert sum(ranks) == nx.shortest_path_length(graph, nodes[0].id, nodes[-1].id, weight="weight")


def _attached(node: NodeRow, segment_id: int, segments: list[SegmentRow]) -> bool:
    """Whether the way really ends at the node (a lone node is joined to the nearest segment instead)."""
    return any(row.id == segment_id and node.id in {row.from_node, row.to_node} for row in segments)
