"""Turns plain rows into the arrays of a `Network`."""

import hashlib
from collections.abc import Sequence

import numpy as np

from services.route_advisory.network.arrays import Floats, Ints, Network
from services.route_advisory.network.norms import Norms, norms
from services.route_advisory.network.rows import (
    MEASURES,
    ROAD_CLASSES,
    STRUCTURE_KINDS,
    BridgeData,
    Limits,
    NodeRow,
    SegmentRow,
    StructureRow,
)

ITEM_KINDS = (*STRUCTURE_KINDS, "segment", "restriction", "closure", "avoid")
"""Kinds of what can limit a way; `item_kind` holds the place in this tuple."""

_Columns = dict[str, np.ndarray]


class InvalidRows(ValueError):  # noqa: N818 - reads as what it says
    """The rows contradict each other: an unknown node or segment, a length below 1 m, a doubled id."""


def build(nodes: Sequence[NodeRow], segments: Sequence[SegmentRow], structures: Sequence[StructureRow]) -> Network:
    """The network of the rows, in any order; required clearances are folded into the limits.

    Raises:
        InvalidRows: the rows contradict each other.
    """
    nodes = sorted(nodes, key=lambda row: row.id)
    segments = sorted(segments, key=lambda row: row.id)
    structures = sorted(structures, key=lambda row: row.id)
    _check(nodes, segments, structures)
    place = {row.id: index for index, row in enumerate(segments)}
    roads = tuple(sorted({row.road for row in segments}))
    names = tuple(row.name for row in structures)
    columns: _Columns = {
        "node_id": np.array([row.id for row in nodes], np.int64),
        "node_lon": np.array([row.lon for row in nodes], np.float64),
        "node_lat": np.array([row.lat for row in nodes], np.float64),
        **_segments(nodes, segments, roads),
        **_lines(segments),
        **_structures(structures),
        **_bridges(structures, norms()),
    }
    columns |= _arcs(columns, len(nodes))
    columns |= _items(segments, structures, place, norms())
    digest = hashlib.blake2b("\n".join([*roads, "", *names]).encode(), digest_size=8)
    for name in Network.array_names():
        digest.update(np.ascontiguousarray(columns[name]).tobytes())
    return Network(version=digest.hexdigest(), roads=roads, names=names, **columns)


def _check(nodes: Sequence[NodeRow], segments: Sequence[SegmentRow], structures: Sequence[StructureRow]) -> None:
    for what, rows in (("node", nodes), ("segment", segments), ("structure", structures)):
        ids = [row.id for row in rows]
        if len(set(ids)) != len(ids):
            raise InvalidRows(f"doubled {what} id")
    known_nodes, known_segments = {row.id for row in nodes}, {row.id for row in segments}
    if not segments:
        raise InvalidRows("no segment")
    for row in segments:
        if row.from_node not in known_nodes or row.to_node not in known_nodes:
            raise InvalidRows(f"segment {row.id}: unknown node")
        if row.length_m < 1 or len(row.line) < 2:
            raise InvalidRows(f"segment {row.id}: length below 1 m or no line")
        if row.road_class not in ROAD_CLASSES:
            raise InvalidRows(f"segment {row.id}: unknown class {row.road_class}")
    for structure in structures:
        if structure.segment_id not in known_segments or structure.kind not in STRUCTURE_KINDS:
            raise InvalidRows(f"structure {structure.id}: unknown segment or kind")


def _segments(nodes: Sequence[NodeRow], segments: Sequence[SegmentRow], roads: tuple[str, ...]) -> _Columns:
    place = {row.id: index for index, row in enumerate(nodes)}
    road_place = {road: index for index, road in enumerate(roads)}
    return {
        "seg_id": np.array([row.id for row in segments], np.int64),
        "seg_from": np.array([place[row.from_node] for row in segments], np.int64),
        "seg_to": np.array([place[row.to_node] for row in segments], np.int64),
        "seg_length": np.array([row.length_m for row in segments], np.float64),
        "seg_oneway": np.array([row.oneway for row in segments], np.bool_),
        "seg_road": np.array([road_place[row.road] for row in segments], np.int64),
        "seg_stake": np.array([[row.from_stake_m, row.to_stake_m] for row in segments], np.float64).T.copy(),
        "seg_class": np.array([ROAD_CLASSES.index(row.road_class) for row in segments], np.int64),
    }


def _lines(segments: Sequence[SegmentRow]) -> _Columns:
    counts = np.array([len(row.line) for row in segments], np.int64)
    indptr = np.concatenate([[0], np.cumsum(counts)])
    lon = np.array([point[0] for row in segments for point in row.line], np.float64)
    lat = np.array([point[1] for row in segments for point in row.line], np.float64)
    points = np.arange(len(lon))
    first = points[np.isin(points, indptr[1:] - 1, invert=True)]
    owner = np.repeat(np.arange(len(segments)), counts)
    steps = np.zeros(len(lon))
    scale = np.cos(np.radians(lat[first]))
    steps[first + 1] = np.hypot((lon[first + 1] - lon[first]) * scale, lat[first + 1] - lat[first])
    along = np.cumsum(steps)
    along -= along[indptr[:-1]][owner]
    total = along[indptr[1:] - 1][owner]
    # A line whose points coincide has no length to share out: its end is its whole.
    even = np.where(points == indptr[1:][owner] - 1, 1.0, 0.0)
    at = np.where(total > 0, along / np.where(total > 0, total, 1.0), even)
    return {
        "line_indptr": indptr.astype(np.int64),
        "line_lon": lon,
        "line_lat": lat,
        "line_at": at,
        "piece_seg": owner[first].astype(np.int64),
        "piece_point": first.astype(np.int64),
    }


def _arcs(columns: _Columns, node_count: int) -> _Columns:
    both = np.flatnonzero(~columns["seg_oneway"])
    segment = np.concatenate([np.arange(len(columns["seg_id"])), both])
    start = np.concatenate([columns["seg_from"], columns["seg_to"][both]])
    end = np.concatenate([columns["seg_to"], columns["seg_from"][both]])
    backward = np.arange(len(segment)) >= len(columns["seg_id"])
    order = np.lexsort((segment, end, start))
    s, e = start[order], end[order]
    new = np.concatenate([[True], (s[1:] != s[:-1]) | (e[1:] != e[:-1])])
    first = np.flatnonzero(new)
    back = np.lexsort((backward, segment, end))
    return {
        "out_seg": segment[order].astype(np.int64),
        "pair_first": first.astype(np.int64),
        "pair_to": e[first].astype(np.int64),
        "pair_indptr": _indptr(s[first], node_count),
        "in_indptr": _indptr(end[back], node_count),
        "in_seg": segment[back].astype(np.int64),
        "in_from": start[back].astype(np.int64),
        "in_backward": backward[back],
    }


def _indptr(keys: Ints, count: int) -> Ints:
    counted = np.cumsum(np.bincount(keys, minlength=count))
    return np.concatenate([np.zeros(1, np.int64), counted]).astype(np.int64)


def _structures(structures: Sequence[StructureRow]) -> _Columns:
    return {
        "st_id": np.array([row.id for row in structures], np.int64),
        "st_kind": np.array([STRUCTURE_KINDS.index(row.kind) for row in structures], np.int64),
        "st_stake": np.array([row.stake_m for row in structures], np.float64),
        "st_sample": np.array([row.sample for row in structures], np.bool_),
    }


def _items(
    segments: Sequence[SegmentRow], structures: Sequence[StructureRow], place: dict[int, int], known: Norms
) -> _Columns:
    bridge_of = {index: at for at, index in enumerate(i for i, row in enumerate(structures) if row.kind == "bridge")}
    rows: list[tuple[int, float, int, str, Limits]] = [
        (index, -1.0, -1, "segment", row.limits) for index, row in enumerate(segments) if row.limits.given()
    ]
    for index, structure in enumerate(structures):
        segment = segments[place[structure.segment_id]]
        at = _share(segment, structure.stake_m)
        rows.append((place[structure.segment_id], at, index, structure.kind, structure.limits))
    rows.sort(key=lambda row: row[:3])
    count = len(rows)
    limit = np.full((len(MEASURES), count), np.inf)
    allowed, needs = limit.copy(), limit.copy()
    for column, (segment_index, _, _, kind, limits) in enumerate(rows):
        road_class = segments[segment_index].road_class
        for line, (measure, value) in enumerate(zip(MEASURES, limits.values(), strict=True)):
            if value is not None:
                limit[line, column] = value
                allowed[line, column] = value - known.clearances.required(measure, kind, road_class).required
            else:
                needs[line, column] = _needed_above(known, kind, measure)
    owner = np.array([row[0] for row in rows], np.int64)
    at_column = np.array([row[1] for row in rows], np.float64)
    return {
        "item_seg": owner,
        "item_at": np.where(at_column < 0, np.nan, at_column),
        "item_structure": np.array([row[2] for row in rows], np.int64),
        "item_bridge": np.array([bridge_of.get(row[2], -1) for row in rows], np.int64),
        "item_kind": np.array([ITEM_KINDS.index(row[3]) for row in rows], np.int64),
        "item_limit": limit,
        "item_allowed": allowed,
        "item_needs": needs,
        "item_indptr": _indptr(owner, len(segments)),
    }


def _share(segment: SegmentRow, stake_m: int) -> float:
    run = segment.to_stake_m - segment.from_stake_m
    return min(max((stake_m - segment.from_stake_m) / run, 0.0), 1.0) if run else 0.5


def _needed_above(known: Norms, kind: str, measure: str) -> float:
    for row in known.clearances.needs:
        if kind in row.kinds and row.measure == measure:
            return float(row.above)
    return float("inf")


def _bridges(structures: Sequence[StructureRow], known: Norms) -> _Columns:
    rows = [(index, row) for index, row in enumerate(structures) if row.kind == "bridge"]
    data = [row.bridge or BridgeData(spans_mm=()) for _, row in rows]
    loads = np.full((2, len(rows)), -1, np.int64)
    for column, bridge in enumerate(data):
        found = known.bridges.loads_of(bridge.design_load, bridge.design_code)
        loads[: len(found), column] = found
    spans = [0, *(len(bridge.spans_mm) for bridge in data)]
    return {
        "br_structure": np.array([index for index, _ in rows], np.int64),
        "br_condition": np.array([row.condition_class or 0 for _, row in rows], np.int64),
        "br_rated": np.array([row.rated_on.toordinal() if row.rated_on else 0 for _, row in rows], np.int64),
        "br_lanes": np.array([bridge.lanes or 0 for bridge in data], np.int64),
        "br_frequency": _floats([bridge.frequency_hz for bridge in data]),
        "br_cq_design": _floats([bridge.cq_design for bridge in data]),
        "br_cq_load": _floats([bridge.cq_load for bridge in data]),
        "br_loads": loads,
        "br_continuous": np.array([bridge.continuous and len(bridge.spans_mm) > 1 for bridge in data], np.bool_),
        "br_special": np.array([bridge.special for bridge in data], np.bool_),
        "br_indptr": np.cumsum(spans).astype(np.int64),
        "span_m": np.array([span for bridge in data for span in bridge.spans_mm], np.float64) / 1000,
    }


def _floats(values: Sequence[float | None]) -> Floats:
    return np.array([np.nan if value is None else value for value in values], np.float64)
