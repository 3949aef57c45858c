"""The way drawn together by road, with the towns it leads by: what a permit prints of a route."""

from functools import cache
from itertools import groupby, pairwise
from math import cos, radians
from typing import Final

import numpy as np

from services.route_advisory.network.arrays import Floats, Network
from services.route_advisory.network.projection import METRES_PER_DEGREE
from services.route_advisory.sample_roads import places
from shared.contracts.route_advisory import RoadStretch, RouteCheck, RouteSegment

NEAR_M: Final = 12_000
"""How far a town may lie from where a road begins or ends to be named there (assumed; the roads are drawn to 100 m)."""

_Point = tuple[float, float]


@cache
def _places() -> tuple[tuple[str, ...], Floats, Floats]:
    rows = places()
    return tuple(row.name for row in rows), np.array([row.lon for row in rows]), np.array([row.lat for row in rows])


def town_near(point: _Point) -> str | None:
    """The name of the nearest town, or None."""
    names, lon, lat = _places()
    apart = np.hypot((lon - point[0]) * cos(radians(point[1])), lat - point[1]) * METRES_PER_DEGREE
    best = int(np.argmin(apart))
    return names[best] if apart[best] <= NEAR_M else None


def stretches(network: Network, check: RouteCheck) -> list[RoadStretch]:
    """The roads of a way in driving order; neighbouring segments of one road are one stretch."""
    if check.geometry is None or not check.segments:
        return []
    groups = [list(group) for _, group in groupby(check.segments, key=lambda segment: segment.road)]
    line = check.geometry.coordinates
    turns = [_junction(network, last, first) for last, first in ((a[-1], b[0]) for a, b in pairwise(groups))]
    towns = [town_near(point) for point in (line[0], *turns, line[-1])]
    return [
        RoadStretch(
            road=group[0].road,
            from_stake=group[0].from_stake if group[0].road else None,
            to_stake=group[-1].to_stake if group[0].road else None,
            from_place=towns[index],
            to_place=towns[index + 1],
            length_m=sum(segment.length_m for segment in group),
        )
        for index, group in enumerate(groups)
    ]


def _junction(network: Network, before: RouteSegment, after: RouteSegment) -> _Point:
    """Where two neighbouring segments of a way meet."""
    ends = [
        {int(network.seg_from[index]), int(network.seg_to[index])}
        for index in (network.segment_index[before.id], network.segment_index[after.id])
    ]
    node = min(ends[0] & ends[1])
    return float(network.node_lon[node]), float(network.node_lat[node])
