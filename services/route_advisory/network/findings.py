"""What stands along a way for a load: limits near or over their margin, the tightest ones, bridges, obstacles."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from services.route_advisory.network.arrays import Network
from services.route_advisory.network.bridges import BLOCKED, CLEAR, RULES, SURVEY
from services.route_advisory.network.build import ITEM_KINDS
from services.route_advisory.network.masks import Items, Judged
from services.route_advisory.network.norms import norms
from services.route_advisory.network.projection import Spot
from services.route_advisory.network.rows import MEASURES, ROAD_CLASSES
from services.route_advisory.network.search import Piece, Way
from services.route_advisory.network.stakes import stake
from shared.contracts.route_advisory import BridgeVerdict, Finding, Measure, Obstacle, Verdict

_MEASURES: Final[tuple[Measure, ...]] = (
    "height_mm",
    "width_mm",
    "length_mm",
    "gross_mass_kg",
    "axle_load_kg",
)
_CLOSED: Final = {"closure": "restriction.closed", "avoid": "request.avoid"}
_VERDICTS: Final[dict[int, Verdict]] = {0: "clear", 1: "conditions", 2: "conditions", 3: "blocked"}
RANK: Final[dict[Verdict, int]] = {"clear": 0, "conditions": 1, "blocked": 2}


@dataclass(frozen=True, slots=True)
class Passed:
    """One item on the way, and the piece it is passed on."""

    items: Items
    index: int
    piece: Piece


def passed_items(network: Network, judged: Judged, way: Way) -> Iterator[Passed]:
    """The items of the parts that are driven, in driving order; a segment driven twice gives its items once."""
    seen: set[tuple[bool, int]] = set()
    for piece in way.pieces:
        first, last = int(network.item_indptr[piece.segment]), int(network.item_indptr[piece.segment + 1])
        own = range(first, last) if piece.end >= piece.start else range(last - 1, first - 1, -1)
        over = np.flatnonzero(judged.overlay.segment == piece.segment).tolist()
        for items, indices in ((judged.own, own), (judged.overlay, over)):
            for index in indices:
                at = float(items.at[index])
                key = (items is judged.own, index)
                if key not in seen and (np.isnan(at) or piece.low <= at <= piece.high):
                    seen.add(key)
                    yield Passed(items, index, piece)


def place_of(network: Network, passed: Passed) -> tuple[str, str]:
    """Road and stake of an item; of a whole segment the stake where it is entered."""
    segment = passed.piece.segment
    structure = int(passed.items.structure[passed.index])
    if structure >= 0:
        metres = float(network.st_stake[structure])
    else:
        begin, end = network.seg_stake[:, segment]
        metres = float(begin + (end - begin) * passed.piece.start)
    return network.roads[int(network.seg_road[segment])], stake(metres)


def _rule(network: Network, passed: Passed, line: int) -> str:
    kind = ITEM_KINDS[int(passed.items.kind[passed.index])]
    road_class = ROAD_CLASSES[int(network.seg_class[passed.piece.segment])]
    return norms().clearances.required(MEASURES[line], kind, road_class).rule


def _finding(
    network: Network,
    passed: Passed,
    measure: Measure,
    figures: tuple[float | None, float | None, float | None],
    verdict: Verdict,
    advice: str,
    rule: str,
    *,
    needs_survey: bool = False,
) -> Finding:
    items, index = passed.items, passed.index
    structure = int(items.structure[index])
    road, mark = place_of(network, passed)
    have, limit, margin = figures
    return Finding(
        kind=ITEM_KINDS[int(items.kind[index])],
        structure_id=int(network.st_id[structure]) if structure >= 0 else None,
        segment_id=int(network.seg_id[passed.piece.segment]),
        restriction_id=(items.restriction[index] or None) if items.restriction else None,
        road=road,
        stake=mark,
        measure=measure,
        have=have,
        limit=limit,
        margin=margin,
        verdict=verdict,
        advice=advice,
        rule=rule,
        needs_survey=needs_survey,
        sample=bool(network.st_sample[structure]) if structure >= 0 else False,
    )


def limit_findings(network: Network, judged: Judged, passed: Sequence[Passed]) -> list[Finding]:
    """What the limits of a way say.

    Every limit whose margin is negative or in the warning band, closures, unknown limits that matter, and for each
    measure the tightest limit of the way even when it is far off.
    """
    warn = norms().clearances.warn.values()
    found: list[Finding] = []
    tightest: dict[int, tuple[float, Passed]] = {}
    for entry in passed:
        items, index = entry.items, entry.index
        kind = ITEM_KINDS[int(items.kind[index])]
        if kind in _CLOSED:
            found.append(
                _finding(network, entry, "none", (None, None, None), "blocked", "lift_or_go_round", _CLOSED[kind])
            )
        for line in range(len(_MEASURES)):
            margin = float(items.margin[line, index])
            if not np.isfinite(margin):
                if items.unknown[index] and network.item_needs[line, index] < judged.have[line]:
                    found.append(_missing(network, judged, entry, line))
                continue
            if margin < warn[line] or margin < 0:
                found.append(_limit(network, judged, entry, line))
            if line not in tightest or margin < tightest[line][0]:
                tightest[line] = (margin, entry)
    told = {(finding.structure_id, finding.segment_id, finding.restriction_id, finding.measure) for finding in found}
    for line, (_, entry) in sorted(tightest.items()):
        finding = _limit(network, judged, entry, line)
        if (finding.structure_id, finding.segment_id, finding.restriction_id, finding.measure) not in told:
            found.append(finding)
    return found


def _limit(network: Network, judged: Judged, entry: Passed, line: int) -> Finding:
    margin = float(entry.items.margin[line, entry.index])
    figures = (float(judged.have[line]), float(entry.items.limit[line, entry.index]), margin)
    verdict: Verdict = "clear"
    advice = "proceed"
    if margin < 0:
        verdict, advice = "blocked", "lift_or_go_round"
    elif margin < norms().clearances.warn.values()[line]:
        verdict, advice = "conditions", "pass_slowly_with_guide"
    return _finding(network, entry, _MEASURES[line], figures, verdict, advice, _rule(network, entry, line))


def _missing(network: Network, judged: Judged, entry: Passed, line: int) -> Finding:
    kind = ITEM_KINDS[int(entry.items.kind[entry.index])]
    rule = next(r.rule for r in norms().clearances.needs if kind in r.kinds and r.measure == MEASURES[line])
    figures = (float(judged.have[line]), None, None)
    return _finding(network, entry, _MEASURES[line], figures, "conditions", "survey", rule, needs_survey=True)


def bridge_findings(
    network: Network, judged: Judged, passed: Sequence[Passed]
) -> tuple[list[Finding], list[BridgeVerdict]]:
    """A finding and a verdict for every bridge on the way."""
    findings: list[Finding] = []
    verdicts: list[BridgeVerdict] = []
    for entry in passed:
        bridge = int(entry.items.bridge[entry.index])
        if bridge >= 0:
            finding, verdict = _bridge(network, judged, entry, bridge)
            findings.append(finding)
            verdicts.append(verdict)
    return findings, verdicts


def _bridge(network: Network, judged: Judged, entry: Passed, bridge: int) -> tuple[Finding, BridgeVerdict]:
    results, known = judged.bridges, norms().bridges
    state, rule = int(results.state[bridge]), RULES[int(results.rule[bridge])]
    moment, shear = _known(results.ratio_moment[bridge]), _known(results.ratio_shear[bridge])
    mode = known.mode[int(results.mode[bridge])] if results.mode[bridge] >= 0 else None
    ratios = [ratio for ratio in (moment, shear) if ratio is not None]
    worst = max(ratios) if ratios else None
    limit = known.annex_d.max_ratio
    figures = (worst, limit, round(limit - worst, 4)) if worst is not None else (None, None, None)
    if state == CLEAR:
        advice = "proceed"
    elif state == BLOCKED:
        advice = "lift_or_go_round"
    elif state == SURVEY or mode is None:
        advice = "survey"
    else:
        advice = f"bridge_{mode.speed_kmh:g}_kmh" + ("_alone" if mode.alone else "")
    verdict = _VERDICTS[state]
    measure: Measure = "ratio" if worst is not None else "none"
    survey, structure = state == SURVEY, int(network.br_structure[bridge])
    finding = _finding(network, entry, measure, figures, verdict, advice, rule, needs_survey=survey)
    return finding, BridgeVerdict(
        id=int(network.st_id[structure]),
        name=network.names[structure],
        ratio_moment=moment,
        ratio_shear=shear,
        speed_kmh=mode.speed_kmh if mode else None,
        alone=mode.alone if mode else False,
        verdict=verdict,
        rule=rule,
        needs_survey=survey,
    )


def _known(ratio: np.float64) -> float | None:
    return round(float(ratio), 4) if np.isfinite(ratio) else None


def access_finding(network: Network, spot: Spot, *, nearer_closed: bool) -> Finding:
    """How far a place lies from the road the way begins, passes or ends on.

    `nearer_closed`: a nearer road is closed to the load, so that the last stretch is not covered by the way: a person
    looks at it before anything is decided (`conditions`).
    """
    known = norms().clearances.access
    begin, end = network.seg_stake[:, spot.segment]
    distance = round(spot.distance_m)
    near = spot.distance_m <= known.max_m
    verdict: Verdict = "conditions" if nearer_closed else "clear"
    advice = "nearer_road_closed_to_load" if nearer_closed else "proceed"
    return Finding(
        kind="access",
        structure_id=None,
        segment_id=int(network.seg_id[spot.segment]),
        restriction_id=None,
        road=network.roads[int(network.seg_road[spot.segment])],
        stake=stake(float(begin + (end - begin) * spot.at)),
        measure="distance_m",
        have=distance,
        limit=known.max_m,
        margin=known.max_m - distance,
        verdict=verdict if near else "blocked",
        advice=advice if near else "no_road_near",
        rule=known.rule,
        needs_survey=False,
        sample=False,
    )


def obstacles_of(findings: Sequence[Finding]) -> list[Obstacle]:
    """The blocking findings as obstacles, the cheapest to lift first."""
    known = norms().clearances
    blocking = [finding for finding in findings if finding.verdict == "blocked"]
    ranked = sorted(blocking, key=lambda f: known.lift_cost(f.kind) if f.kind in known.lift else 0)
    return [Obstacle(**{name: getattr(finding, name) for name in Obstacle.model_fields}) for finding in ranked]
