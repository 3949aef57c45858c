"""The roads and places of the Ordos window, read from `data/`: nodes, segments with computed stakes, places."""

import csv
import heapq
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import cos, hypot, radians
from pathlib import Path
from typing import Final

from services.route_advisory.network.rows import Limits, NodeRow, SegmentRow

DATA: Final = Path(__file__).parent / "data"
ATTRIBUTION: Final = "© OpenStreetMap contributors, ODbL 1.0; places © GeoNames, CC BY 4.0; structures made up"

_CLASSES: Final = {"motorway": ("expressway", 4), "trunk": ("class_1", 4), "primary": ("class_2", 2)}
_OWNERS: Final = {"motorway": "高速公路经营管理单位", "trunk": "国省干线公路管养单位", "primary": "地方公路管养单位"}
_UNNUMBERED: Final = ""
"""Road code of an edge whose number is not known."""

# Where the computed stakes of a road begin: the end that lies farthest in this direction (lon, lat), and its kilometre,
# chosen so that stakes published in notices (ordos_facts.json) fall near their place.
_STAKE_ORIGIN: Final[Mapping[str, tuple[tuple[float, float], int]]] = {
    "G65": ((0, 1), 0),
    "G18": ((1, 0), 1250),
    "S24": ((1, 0), 265),
    "G109": ((1, 0), 640),
    "G210": ((0, 1), 286),
    "G242": ((0, 1), 150),
    "S216": ((0, 1), 60),
}


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A named place."""

    id: int
    name: str
    lon: float
    lat: float


@dataclass(frozen=True, slots=True)
class _Edge:
    id: int
    start: int
    end: int
    length_m: int
    kind: str
    road: str
    line: tuple[tuple[float, float], ...]


def _edges() -> list[_Edge]:
    document = json.loads((DATA / "ordos_highways.geojson").read_text(encoding="utf-8"))
    return [
        _Edge(
            feature["id"],
            feature["properties"]["a"],
            feature["properties"]["b"],
            max(1, round(feature["properties"]["km"] * 1000)),
            feature["properties"]["cls"],
            feature["properties"]["ref"] or _UNNUMBERED,
            tuple((float(lon), float(lat)) for lon, lat in feature["geometry"]["coordinates"]),
        )
        for feature in document["features"]
    ]


def roads() -> tuple[list[NodeRow], list[SegmentRow]]:
    """Nodes and segments; every edge is open both ways. Stakes are computed, class, lanes and owner inferred."""
    edges = _edges()
    points: dict[int, tuple[float, float]] = {}
    for edge in edges:
        points[edge.start], points[edge.end] = edge.line[0], edge.line[-1]
    stakes = _stakes(edges, points)
    segments = []
    for edge in edges:
        road_class, lanes = _CLASSES[edge.kind]
        begin, end = stakes.get(edge.id, (0, edge.length_m))
        segments.append(
            SegmentRow(
                id=edge.id,
                from_node=edge.start,
                to_node=edge.end,
                length_m=edge.length_m,
                oneway=False,
                road=edge.road,
                from_stake_m=begin,
                to_stake_m=end,
                road_class=road_class,
                lanes=lanes,
                owner=_OWNERS[edge.kind],
                limits=Limits(),
                line=edge.line,
            )
        )
    return [NodeRow(key, lon, lat) for key, (lon, lat) in sorted(points.items())], segments


def _stakes(edges: Iterable[_Edge], points: Mapping[int, tuple[float, float]]) -> dict[int, tuple[int, int]]:
    """First and last stake in m of every numbered edge: the distance along the road from its origin.

    A road in several stretches goes on where the last one ended, plus the gap as the crow flies. An edge beside the
    shortest way (the other carriageway) gets its true length from its nearer end.
    """
    found: dict[int, tuple[int, int]] = {}
    for road, ((east, north), first_km) in _STAKE_ORIGIN.items():
        mine = [edge for edge in edges if edge.road == road]
        left = {node for edge in mine for node in (edge.start, edge.end)}
        at, begin = first_km * 1000, None
        while left:
            if begin is None:
                begin = max(left, key=lambda node: (points[node][0] * east + points[node][1] * north, node))
            along = _distances(mine, begin)
            for edge in mine:
                if edge.start in along:
                    near, far = sorted((edge.start, edge.end), key=lambda node: (along[node], node))
                    stakes = {near: at + along[near], far: at + along[near] + edge.length_m}
                    found[edge.id] = (stakes[edge.start], stakes[edge.end])
            left -= along.keys()
            last = max(along, key=lambda node: (along[node], node))
            at += along[last]
            if left:
                begin = min(left, key=lambda node: (_apart(points[last], points[node]), node))
                at += round(_apart(points[last], points[begin]))
    return found


def _distances(edges: Iterable[_Edge], begin: int) -> dict[int, int]:
    beside: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for edge in edges:
        beside[edge.start].append((edge.end, edge.length_m))
        beside[edge.end].append((edge.start, edge.length_m))
    along: dict[int, int] = {}
    queue = [(0, begin)]
    while queue:
        distance, node = heapq.heappop(queue)
        if node not in along:
            along[node] = distance
            for other, length in beside[node]:
                heapq.heappush(queue, (distance + length, other))
    return along


def _apart(one: tuple[float, float], other: tuple[float, float]) -> float:
    scale = cos(radians(one[1]))
    return hypot((one[0] - other[0]) * scale, one[1] - other[1]) * 111_195.0


def places() -> list[PlaceRow]:
    """The named places, by their Chinese name where one is known."""
    with (DATA / "places_geonames.csv").open(encoding="utf-8", newline="") as lines:
        return [
            PlaceRow(int(row["geonameid"]), _chinese(row["zh"]) or row["name"], float(row["lon"]), float(row["lat"]))
            for row in csv.DictReader(lines)
        ]


def _chinese(names: str) -> str:
    """The first of the alternate names that is written in Chinese characters alone."""
    return next((name for name in names.split("|") if name and all("一" <= char <= "鿿" for char in name)), "")
