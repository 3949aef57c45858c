"""The route check: from facts, network and restrictions to a RouteCheck.

A way is looked for in three steps, and the first that finds one answers:
1. over segments that neither block nor need a survey;
2. over segments that do not block: the fewest items that need a survey, then the cheapest way;
3. over all: the obstacles that are cheapest to lift, then the cheapest way. The answer is `blocked` and names them,
   unless every obstacle lies on a part of the first or last segment that is not driven.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

import numpy as np

from services.route_advisory.network.arrays import Bools, Floats, Network
from services.route_advisory.network.build import ITEM_KINDS
from services.route_advisory.network.findings import (
    RANK,
    access_finding,
    bridge_findings,
    limit_findings,
    obstacles_of,
    passed_items,
)
from services.route_advisory.network.masks import Items, Judged, judge, segments_with
from services.route_advisory.network.norms import norms
from services.route_advisory.network.projection import Spot, nearest, part_of_line
from services.route_advisory.network.rows import ROAD_CLASSES, Load, RestrictionRow
from services.route_advisory.network.search import Costs, Way, alternates, open_graph, through
from services.route_advisory.network.stakes import stake
from shared.contracts.facts import Place, Trip
from shared.contracts.route_advisory import (
    Alternate,
    BridgeVerdict,
    Finding,
    LineString,
    Obstacle,
    RouteCheck,
    RouteCheckRequest,
    RouteSegment,
    Verdict,
)

_FIRST_THINGS_FIRST = 1e9
"""Charge beside which any length or time is small: it makes the search lexicographic and stays exact in a double."""


def check(
    network: Network,
    request: RouteCheckRequest,
    *,
    mass_excess: bool,
    restrictions: Sequence[RestrictionRow] = (),
    restriction_seq: int = 0,
) -> RouteCheck:
    """Look for a way for the facts and judge everything on it. Pure: the same arguments give the same answer.

    Args:
        network: the network.
        request: facts and wishes; the window is `depart_at` or the planned start, to the planned end.
        mass_excess: the gross mass is over Order 62 art. 3; bridges are then compared by effects.
        restrictions: published restrictions not lifted; the window decides which count.
        restriction_seq: the number they were read at, handed back.
    """
    window = window_of(request)
    load = Load.of(request.facts, mass_excess=mass_excess)
    judged = judge(network, load, window, restrictions, request.avoid)
    search = _Search(network, judged, request)
    answer = search.open_way() or search.blocked_way()
    return RouteCheck(
        verdict=answer.verdict,
        length_m=answer.length_m,
        duration_s=answer.duration_s,
        geometry=answer.geometry,
        segments=answer.segments,
        findings=answer.findings,
        bridges=answer.bridges,
        alternates=answer.alternates,
        blocked_by=answer.blocked_by,
        needs_survey=any(finding.needs_survey for finding in answer.findings),
        sample_data=network.sample,
        network_version=network.version,
        restriction_seq=restriction_seq,
    )


def window_of(request: RouteCheckRequest) -> tuple[datetime, datetime]:
    """First and last moment of the trip; a departure after the planned end is a window of one moment."""
    trip = request.facts.trip
    start = request.depart_at or trip.planned_start
    return start, max(start, trip.planned_end)


@dataclass(frozen=True, slots=True)
class _Answer:
    verdict: Verdict
    length_m: int
    duration_s: int
    geometry: LineString | None
    segments: list[RouteSegment]
    findings: list[Finding]
    bridges: list[BridgeVerdict]
    alternates: list[Alternate]
    blocked_by: list[Obstacle]


class _Search:
    """One check's search: holds what the three steps share."""

    def __init__(self, network: Network, judged: Judged, request: RouteCheckRequest) -> None:
        self.network, self.judged, self.request = network, judged, request
        self.speed = np.array([norms().running.speed_kmh[name] for name in ROAD_CLASSES])[network.seg_class] / 3.6
        self.run = self._run(request.optimise)
        own, overlay = judged.own, judged.overlay
        self.blocked = segments_with(network, (own, own.blocked), (overlay, overlay.blocked))

    def _run(self, optimise: Literal["distance", "time", "risk"]) -> Floats:
        network = self.network
        length: Floats = np.asarray(network.seg_length)
        if optimise == "time":
            return length / self.speed
        if optimise == "risk":
            return length + np.bincount(network.item_seg, self._risk(), len(length))
        return length

    def _risk(self) -> Floats:
        """Metres of detour each item of the network is worth."""
        known, network = norms(), self.network
        by_kind = np.array([known.running.risk_m.get(kind, 0.0) for kind in ITEM_KINDS])
        risk: Floats = by_kind[network.item_kind]
        warn = np.array(known.clearances.warn.values())[:, None]
        risk = risk + known.running.risk_m["near_limit"] * (self.judged.own.margin < warn).any(axis=0)
        if len(network.br_condition):
            weak = (network.item_bridge >= 0) & (network.br_condition[network.item_bridge] != 1)
            risk = risk + known.running.risk_m["bridge_below_class_1"] * weak
        return risk

    def spots(self, allowed: Bools) -> list[Spot] | None:
        """The points of the trip on the nearest allowed segments; None: no segment is allowed."""
        found = [nearest(self.network, place.lon, place.lat, allowed) for place in _places(self.request.facts.trip)]
        spots = [spot for spot in found if spot is not None]
        return spots if len(spots) == len(found) else None

    def open_way(self) -> _Answer | None:
        """Steps 1 and 2."""
        spots = self.spots(~self.blocked)
        if spots is None or any(spot.distance_m > norms().clearances.access.max_m for spot in spots):
            return None
        run = np.where(self.blocked, np.inf, self.run)
        survey = self.judged.own.survey
        for charge in (np.inf, _FIRST_THINGS_FIRST):
            costs = self._costs(run, ((self.judged.own, np.where(survey, charge, 0.0)),))
            graph = open_graph(self.network, costs)
            way = through(graph, spots)
            if way is not None:
                known = norms().running.alternates
                others = alternates(
                    graph,
                    spots,
                    way,
                    self.request.alternates,
                    penalty=known.penalty,
                    max_share=known.max_share,
                    tries=known.tries_per_alternate * self.request.alternates,
                )
                return self._answer(way, spots, others)
            if not survey.any():
                return None
        return None

    def blocked_way(self) -> _Answer:
        """Step 3."""
        everywhere = np.ones(len(self.run), np.bool_)
        spots = self.spots(everywhere) or []
        far = [spot for spot in spots if spot.distance_m > norms().clearances.access.max_m]
        if far:
            return _no_way(self._access(spots))
        own, overlay = self.judged.own, self.judged.overlay
        costs = self._costs(self.run, ((own, self._lift(own)), (overlay, self._lift(overlay))))
        way = through(open_graph(self.network, costs), spots)
        if way is None:
            return _no_way(self._access(spots), connected=False)
        return self._answer(way, spots, [])

    def _lift(self, items: Items) -> Floats:
        known = norms().clearances
        by_kind = np.array([known.lift_cost(kind) for kind in ITEM_KINDS], np.float64)
        return np.where(items.blocked, by_kind[items.kind] * _FIRST_THINGS_FIRST, 0.0)

    def _costs(self, run: Floats, charged: Sequence[tuple[Items, Floats]]) -> Costs:
        segment = np.concatenate([items.segment[charge > 0] for items, charge in charged])
        at = np.concatenate([items.at[charge > 0] for items, charge in charged])
        charges = np.concatenate([charge[charge > 0] for _, charge in charged])
        extra = np.zeros(len(run))
        np.add.at(extra, segment, charges)
        return Costs(run, extra, segment, at, charges)

    def _answer(self, way: Way, spots: Sequence[Spot], others: Sequence[Way]) -> _Answer:
        network = self.network
        findings, bridges = self._judge(way)
        findings += self._access(spots)
        length_m, duration_s = self._extent(way)
        return _Answer(
            _worst(findings),
            length_m,
            duration_s,
            _geometry(network, way),
            _segments(network, way),
            findings,
            bridges,
            [Alternate(**self._other(other)) for other in others],
            obstacles_of(findings),
        )

    def _access(self, spots: Sequence[Spot]) -> list[Finding]:
        nearest_of_all = self.spots(np.ones(len(self.run), np.bool_)) or spots
        return [
            access_finding(self.network, spot, nearer_closed=bare.distance_m < spot.distance_m - 1)
            for spot, bare in zip(spots, nearest_of_all, strict=True)
        ]

    def _judge(self, way: Way) -> tuple[list[Finding], list[BridgeVerdict]]:
        passed = list(passed_items(self.network, self.judged, way))
        of_bridges, bridges = bridge_findings(self.network, self.judged, passed)
        return limit_findings(self.network, self.judged, passed) + of_bridges, bridges

    def _extent(self, way: Way) -> tuple[int, int]:
        lengths = [float(self.network.seg_length[p.segment]) * (p.high - p.low) for p in way.pieces]
        seconds = [length / float(self.speed[p.segment]) for length, p in zip(lengths, way.pieces, strict=True)]
        return round(sum(lengths)), round(sum(seconds))

    def _other(self, way: Way) -> dict[str, object]:
        findings, _ = self._judge(way)
        length_m, duration_s = self._extent(way)
        geometry = _geometry(self.network, way)
        return {"verdict": _worst(findings), "length_m": length_m, "duration_s": duration_s, "geometry": geometry}


def _places(trip: Trip) -> list[Place]:
    return [trip.origin, *trip.via, trip.destination]


def _worst(findings: Sequence[Finding]) -> Verdict:
    return max((finding.verdict for finding in findings), key=RANK.__getitem__, default="clear")


def _no_way(findings: list[Finding], *, connected: bool = True) -> _Answer:
    obstacles = obstacles_of(findings)
    if not connected:
        obstacles.append(
            Obstacle(
                kind="no_connection",
                structure_id=None,
                segment_id=None,
                restriction_id=None,
                road="",
                stake="",
                measure="none",
                have=None,
                limit=None,
                margin=None,
                advice="no_road_leads_there",
            )
        )
    return _Answer("blocked", 0, 0, None, [], findings, [], [], obstacles)


def _geometry(network: Network, way: Way) -> LineString:
    """The driven line; GeoJSON wants two points even of a way without length."""
    points: list[tuple[float, float]] = []
    for piece in way.pieces:
        part = part_of_line(network, piece.segment, piece.start, piece.end)
        points += part[1:] if points and points[-1] == part[0] else part
    return LineString(coordinates=points if len(points) > 1 else points * 2)


def _segments(network: Network, way: Way) -> list[RouteSegment]:
    """The driven parts in order; rounded so that the lengths add up to the whole."""
    result: list[RouteSegment] = []
    driven = 0.0
    for piece in way.pieces:
        begin, end = network.seg_stake[:, piece.segment]
        before, driven = driven, driven + float(network.seg_length[piece.segment]) * (piece.high - piece.low)
        result.append(
            RouteSegment(
                id=int(network.seg_id[piece.segment]),
                road=network.roads[int(network.seg_road[piece.segment])],
                from_stake=stake(float(begin + (end - begin) * piece.start)),
                to_stake=stake(float(begin + (end - begin) * piece.end)),
                length_m=round(driven) - round(before),
            )
        )
    return result
