"""Exact shortest ways between points on segments: Dijkstra over masked arcs, the same answer for the same rows always.

The segments of the two ends are split virtually: the start is one more node with arcs to the ends of its segment, the
destination is reached over the ends of its own. Of equal ways the one over the lowest segment id is taken, step by step
from the destination. A way may turn round where it starts and at a via point.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import dijkstra

from services.route_advisory.network.arrays import Floats, Network
from services.route_advisory.network.projection import Spot


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a segment (by index) in driving order: from one share of its length to another."""

    segment: int
    start: float
    end: float

    @property
    def low(self) -> float:
        """Lower share."""
        return min(self.start, self.end)

    @property
    def high(self) -> float:
        """Higher share."""
        return max(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Way:
    """A way and its cost."""

    pieces: tuple[Piece, ...]
    cost: float


@dataclass(frozen=True, slots=True)
class Costs:
    """Cost of driving: `run` along each whole segment, and `extra` once for each item that is passed.

    A charge of inf closes a segment where the item stands; the part up to it stays open for a trip that begins or ends
    there. A run of inf closes the whole of it.

    Args:
        run: per segment, positive.
        extra: per segment: the sum of its items' charges.
        charge_segment: per charged item its segment; `charge_at`: its share along it (nan: the whole segment);
            `charge`: what passing it costs.
    """

    run: Floats
    extra: Floats
    charge_segment: np.ndarray
    charge_at: Floats
    charge: Floats

    def part(self, segment: int, start: float, end: float) -> float:
        """Cost of a part of a segment: its share of the run, and the charges that lie on it."""
        low, high = min(start, end), max(start, end)
        if high == low:
            return 0.0
        cost = float(self.run[segment]) * (high - low)
        if self.extra[segment]:
            at = self.charge_at
            on = (self.charge_segment == segment) & (np.isnan(at) | ((at >= low) & (at <= high)))
            cost += float(self.charge[on].sum())
        return cost


@dataclass(frozen=True, slots=True)
class Graph:
    """The open arcs in the form Dijkstra takes, with the cost of each whole segment."""

    network: Network
    costs: Costs
    whole: Floats
    weights: Floats
    ends: np.ndarray
    indptr: np.ndarray


def open_graph(network: Network, costs: Costs) -> Graph:
    """The graph of all segments that are not forbidden; of parallel ones the cheapest counts (csgraph would add them)."""
    whole = costs.run + costs.extra
    weights = np.minimum.reduceat(whole[network.out_seg], network.pair_first)
    keep = np.isfinite(weights)
    kept = np.concatenate([[0], np.cumsum(keep)])
    return Graph(
        network,
        costs,
        whole,
        weights[keep],
        network.pair_to[keep].astype(np.int32),
        kept[network.pair_indptr].astype(np.int32),
    )


def _exits(graph: Graph, spot: Spot) -> dict[int, tuple[float, Piece]]:
    """Nodes the start reaches on its own segment, with cost and piece; a start at a node is there already."""
    network, segment = graph.network, spot.segment
    ends = [(int(network.seg_to[segment]), 1.0)]
    if not network.seg_oneway[segment] or spot.at == 0:
        ends.append((int(network.seg_from[segment]), 0.0))
    found: dict[int, tuple[float, Piece]] = {}
    for node, end in ends:
        cost = graph.costs.part(segment, spot.at, end)
        if np.isfinite(cost) and (node not in found or cost < found[node][0]):
            found[node] = (cost, Piece(segment, spot.at, end))
    return found


def _entries(graph: Graph, spot: Spot) -> list[tuple[int, float, Piece]]:
    """Nodes the destination is reached from on its own segment, with cost and piece."""
    network, segment = graph.network, spot.segment
    pieces = [(int(network.seg_from[segment]), Piece(segment, 0.0, spot.at))]
    if not network.seg_oneway[segment] or spot.at == 1:
        pieces.append((int(network.seg_to[segment]), Piece(segment, 1.0, spot.at)))
    return [(node, graph.costs.part(segment, piece.start, piece.end), piece) for node, piece in pieces]


def shortest(graph: Graph, start: Spot, end: Spot) -> Way | None:
    """The cheapest way between two spots; None: there is none."""
    network = graph.network
    exits = _exits(graph, start)
    distance = _distances(graph, exits)
    best: tuple[float, int, Piece] | None = None
    if start.segment == end.segment and (start.at <= end.at or not network.seg_oneway[start.segment]):
        direct = Piece(start.segment, start.at, end.at)
        best = (graph.costs.part(start.segment, start.at, end.at), -1, direct)
    for node, cost, piece in _entries(graph, end):
        total = float(distance[node]) + cost
        if best is None or total < best[0]:
            best = (total, node, piece)
    if best is None or not np.isfinite(best[0]):
        return None
    total, node, last = best
    pieces = [last] if node < 0 else [*_walk(graph, exits, distance, node), last]
    return Way(joined(pieces), total)


def _distances(graph: Graph, exits: dict[int, tuple[float, Piece]]) -> Floats:
    count = len(graph.indptr)
    nodes = np.array(list(exits), np.int32)
    arcs = csr_array(
        (
            np.concatenate([graph.weights, [cost for cost, _ in exits.values()]]),
            np.concatenate([graph.ends, nodes]),
            np.concatenate([graph.indptr, [graph.indptr[-1] + len(exits)]]).astype(np.int32),
        ),
        shape=(count, count),
    )
    found: Floats = dijkstra(arcs, directed=True, indices=np.array([count - 1]))[0]
    return found


def _walk(graph: Graph, exits: dict[int, tuple[float, Piece]], distance: Floats, node: int) -> list[Piece]:
    """The pieces from the start to a node, read back along arcs that are tight."""
    network = graph.network
    pieces: list[Piece] = []
    while not (node in exits and exits[node][0] == distance[node]):
        for arc in range(int(network.in_indptr[node]), int(network.in_indptr[node + 1])):
            segment, before = int(network.in_seg[arc]), int(network.in_from[arc])
            if distance[before] + graph.whole[segment] == distance[node] and before != node:
                backward = bool(network.in_backward[arc])
                pieces.append(Piece(segment, 1.0, 0.0) if backward else Piece(segment, 0.0, 1.0))
                node = before
                break
        else:
            raise ArithmeticError("no tight arc leads to a node that was reached")
    pieces.append(exits[node][1])
    return pieces[::-1]


def joined(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces without empty ones, parts of one segment in one direction as one; all empty: the first stays."""
    result: list[Piece] = []
    for piece in pieces:
        if piece.start == piece.end:
            continue
        last = result[-1] if result else None
        onward = last is not None and last.segment == piece.segment and last.end == piece.start
        if last is not None and onward and (last.end - last.start) * (piece.end - piece.start) > 0:
            result[-1] = Piece(last.segment, last.start, piece.end)
        else:
            result.append(piece)
    return tuple(result) or tuple(pieces[:1])


def through(graph: Graph, spots: Sequence[Spot]) -> Way | None:
    """The cheapest way through all spots in order; None: one leg has no way."""
    pieces: list[Piece] = []
    cost = 0.0
    for start, end in pairwise(spots):
        leg = shortest(graph, start, end)
        if leg is None:
            return None
        pieces += leg.pieces
        cost += leg.cost
    return Way(joined(pieces), cost)


def alternates(
    graph: Graph, spots: Sequence[Spot], main: Way, wanted: int, *, penalty: float, max_share: float, tries: int
) -> list[Way]:
    """Further ways that share at most `max_share` of their length with each other and the main one.

    Each try makes the segments of the last way found `penalty` times as dear.
    """
    if not wanted:
        return []
    network, costs = graph.network, graph.costs
    run = costs.run.copy()
    kept, last = [main], main
    for _ in range(tries):
        used = [piece.segment for piece in last.pieces]
        run[np.unique(used)] *= penalty
        dearer = Costs(run, costs.extra, costs.charge_segment, costs.charge_at, costs.charge)
        found = through(open_graph(network, dearer), spots)
        if found is None:
            break
        last = found
        if all(common_share(network, found, other) <= max_share for other in kept):
            kept.append(found)
            if len(kept) > wanted:
                break
    return kept[1:]


def common_share(network: Network, way: Way, other: Way) -> float:
    """Share of a way's length that runs on segments of the other."""
    theirs = {piece.segment for piece in other.pieces}
    lengths = [(float(network.seg_length[piece.segment]) * (piece.high - piece.low), piece) for piece in way.pieces]
    total = sum(length for length, _ in lengths)
    return sum(length for length, piece in lengths if piece.segment in theirs) / total if total else 1.0
