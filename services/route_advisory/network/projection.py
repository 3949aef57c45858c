"""Where a place meets the network, and the drawn line of a part of a segment."""

from dataclasses import dataclass
from math import cos, radians

import numpy as np

from services.route_advisory.network.arrays import Bools, Network

METRES_PER_DEGREE = 111_195.0
"""Of latitude, on a sphere of 6,371 km."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A point on a segment (by index) at a share of its length, `distance_m` from the place it stands for."""

    segment: int
    at: float
    distance_m: float


def nearest(network: Network, lon: float, lat: float, allowed: Bools) -> Spot | None:
    """The nearest point of the allowed segments, of equal ones the lowest id; None: no segment is allowed."""
    pieces = np.flatnonzero(allowed[network.piece_seg])
    if not len(pieces):
        return None
    scale = cos(radians(lat))
    point = network.piece_point[pieces]
    x0, y0 = (network.line_lon[point] - lon) * scale, network.line_lat[point] - lat
    dx = (network.line_lon[point + 1] - lon) * scale - x0
    dy = network.line_lat[point + 1] - lat - y0
    square = dx * dx + dy * dy
    along = np.clip(-(x0 * dx + y0 * dy) / np.where(square > 0, square, 1.0), 0.0, 1.0)
    apart = np.hypot(x0 + along * dx, y0 + along * dy)
    best = int(np.argmin(apart))
    at0, at1 = network.line_at[point[best]], network.line_at[point[best] + 1]
    share = round(float(at0 + along[best] * (at1 - at0)), 9)
    return Spot(int(network.piece_seg[pieces[best]]), share, float(apart[best]) * METRES_PER_DEGREE)


def part_of_line(network: Network, segment: int, start: float, end: float) -> list[tuple[float, float]]:
    """The points of a segment from one share of its length to another (backwards if `end` is lower), lon and lat."""
    first, last = int(network.line_indptr[segment]), int(network.line_indptr[segment + 1])
    at, lon, lat = (column[first:last] for column in (network.line_at, network.line_lon, network.line_lat))
    low, high = min(start, end), max(start, end)
    inner = at[(at > low) & (at < high)]
    shares = np.concatenate([[low], inner, [high]])
    points = [
        (round(float(x), 6), round(float(y), 6))
        for x, y in zip(np.interp(shares, at, lon), np.interp(shares, at, lat), strict=True)
    ]
    return points if end >= start else points[::-1]
