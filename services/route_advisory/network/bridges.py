"""The verdict on every bridge of a network for one load: condition, rating, effect comparison (JTG/T 2213-2023, 7.3).

A bridge of class 1 or 2, rated within the year, passes if S_b < S_d (Annex D). What cannot be decided by that (class 3,
old or missing rating, missing figures, special piers, S_b >= S_d) needs a survey with a full check; it is never refused
here. Classes 4 and 5 fail.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

import numpy as np

from services.route_advisory.network.arrays import Bools, Floats, Ints, Network
from services.route_advisory.network.continuous import MAX_SPANS, lane_effects, lines_of, train_effects
from services.route_advisory.network.influence import axle_train, simple_lane_effects, simple_span_effects
from services.route_advisory.network.norms import BridgeNorms, Impact, norms
from services.route_advisory.network.rows import Load

CLEAR, CONDITIONS, SURVEY, BLOCKED = 0, 1, 2, 3

RULES: Final = (
    "bridge.no_mass_excess",
    "bridge.effect_comparison",
    "bridge.condition_fails",
    "bridge.condition_unknown",
    "bridge.full_check_class_3",
    "bridge.rating_stale",
    "bridge.special_type",
    "bridge.data_missing",
    "bridge.design_load_unknown",
    "bridge.full_check_ratio",
)
_NO_EXCESS, _PASSES, _FAILS, _UNKNOWN, _CLASS_3, _STALE, _SPECIAL, _MISSING, _NO_LOAD, _RATIO = range(len(RULES))


@dataclass(frozen=True, slots=True)
class BridgeResults:
    """Per bridge: state, deciding rule (place in `RULES`), mode (place in the norms' modes, -1: none), ratios (nan: none)."""

    state: Ints
    rule: Ints
    mode: Ints
    ratio_moment: Floats
    ratio_shear: Floats


def impact(frequency_hz: Floats, curve: Impact) -> Floats:
    """Impact factor mu by basic frequency (7.2.4), between walking pace and the fastest speed covered."""
    slope = curve.slope * np.log(np.maximum(frequency_hz, 1e-9)) + curve.offset
    inner = np.where(frequency_hz > curve.high_hz, curve.high, slope)
    return np.where(frequency_hz < curve.low_hz, curve.low, inner)


def judge_bridges(network: Network, load: Load, day: date) -> BridgeResults:
    """Judge every bridge of the network for a load on a day (the rating must be valid on it)."""
    known = norms().bridges
    count = len(network.br_structure)
    state = np.full(count, CLEAR, np.int64)
    rule = np.full(count, _NO_EXCESS, np.int64)
    mode = np.full(count, -1, np.int64)
    ratio_moment, ratio_shear = np.full(count, np.nan), np.full(count, np.nan)
    complete = _complete(network)
    if load.mass_excess and complete.any():
        mode, ratio_moment, ratio_shear = _compare(network, load, known, complete)
    if load.mass_excess:
        passes = np.fmax(ratio_moment, ratio_shear) < known.annex_d.max_ratio
        state[:] = CONDITIONS
        rule[:] = _PASSES
        for code, hit in _doubts(network, known, day, complete=complete, passes=passes):
            state[hit] = SURVEY
            rule[hit] = code
    failed = np.isin(network.br_condition, known.condition.fail_classes)
    state[failed] = BLOCKED
    rule[failed] = _FAILS
    return BridgeResults(state, rule, mode, ratio_moment, ratio_shear)


def _doubts(
    network: Network, known: BridgeNorms, day: date, *, complete: Bools, passes: Bools
) -> list[tuple[int, Bools]]:
    """What sends a bridge to survey; the last that holds is the one that is told."""
    graded = (*known.condition.pass_classes, *known.condition.full_check_classes, *known.condition.fail_classes)
    return [
        (_RATIO, ~passes & complete),
        (_MISSING, ~complete),
        (_NO_LOAD, network.br_loads[0] < 0),
        (_SPECIAL, network.br_special),
        (_STALE, network.br_rated < _months_before(day, known.condition.rating_valid_months)),
        (_CLASS_3, np.isin(network.br_condition, known.condition.full_check_classes)),
        (_UNKNOWN, ~np.isin(network.br_condition, graded)),
    ]


def _months_before(day: date, months: int) -> int:
    """Ordinal of the same day some months before (the 29th of February: the 28th)."""
    month = day.year * 12 + day.month - 1 - months
    last = 28 if (day.month, day.day) == (2, 29) else day.day
    return date(month // 12, month % 12 + 1, last).toordinal()


def _complete(network: Network) -> Bools:
    spans = np.diff(network.br_indptr)
    figures = np.isfinite(network.br_frequency) & np.isfinite(network.br_cq_design) & np.isfinite(network.br_cq_load)
    supported = ~network.br_continuous | (spans <= MAX_SPANS)
    complete: Bools = figures & (network.br_lanes > 0) & (spans > 0) & supported & (network.br_loads[0] >= 0)
    return complete


@dataclass(frozen=True, slots=True)
class _Effects:
    """Effects to compare, many per bridge: owner, span, whether a moment, of the load, of one lane by design load."""

    bridge: Ints
    span_m: Floats
    moment: Bools
    load: Floats
    lane: Floats


def _compare(network: Network, load: Load, known: BridgeNorms, complete: Bools) -> tuple[Ints, Floats, Floats]:
    """Mode and ratios S_b / S_d of each complete bridge: the least restrictive mode that passes, else the last."""
    effects = _effects(network, load, known, complete)
    count = len(network.br_structure)
    owner = effects.bridge
    smallest = np.full(len(owner), np.inf)
    for loads in network.br_loads:
        lane = effects.lane[np.maximum(loads[owner], 0), np.arange(len(owner))]
        smallest = np.where(loads[owner] >= 0, np.minimum(smallest, lane), smallest)
    lanes = network.br_lanes[owner]
    taken = -(-load.width_mm // known.transverse.lane_width_mm)
    mu = impact(network.br_frequency, known.impact)[owner]
    along = _longitudinal(effects.span_m, known)
    one_lane = (1 + mu) * network.br_cq_design[owner] * along * smallest
    design = known.annex_d.gamma_design * one_lane * _lane_sum(lanes, known)
    other = known.annex_d.gamma_other * one_lane * _lane_sum(np.maximum(lanes - taken, 0), known)
    mode = np.full(count, len(known.mode) - 1, np.int64)
    open_still = np.ones(count, np.bool_)
    moments, shears = np.full(count, np.nan), np.full(count, np.nan)
    for place, way in enumerate(known.mode):
        shaken = 1.0 if way.speed_kmh <= known.impact.free_speed_kmh else 1 + mu
        own = known.annex_d.gamma_load * shaken * network.br_cq_load[owner] * effects.load
        ratio = (own + (0.0 if way.alone else other)) / design
        moment, shear = _largest(ratio, owner, effects.moment, count)
        moments, shears = np.where(open_still, moment, moments), np.where(open_still, shear, shears)
        passed = open_still & (np.fmax(moment, shear) < known.annex_d.max_ratio)
        mode[passed] = place
        open_still &= ~passed
    mode[~complete] = -1
    return mode, moments, shears


def _largest(ratio: Floats, owner: Ints, moment: Bools, count: int) -> tuple[Floats, Floats]:
    result = np.full((2, count), -np.inf)
    for line, chosen in enumerate((moment, ~moment)):
        np.maximum.at(result[line], owner[chosen], ratio[chosen])
    result[~np.isfinite(result)] = np.nan
    return result[0], result[1]


def _lane_sum(lanes: Ints, known: BridgeNorms) -> Floats:
    """Transverse factor times number of lanes (p n); no lane: 0."""
    factors = np.array([0.0, *known.transverse.factors])
    return factors[np.minimum(lanes, len(factors) - 1)] * lanes


def _longitudinal(span_m: Floats, known: BridgeNorms) -> Floats:
    """q: the factor of the last row that begins at or below the span."""
    row = np.searchsorted(known.longitudinal.from_m, span_m, side="right") - 1
    return np.array(known.longitudinal.factors)[row]


def _effects(network: Network, load: Load, known: BridgeNorms, complete: Bools) -> _Effects:
    kn, positions = axle_train(load)
    owner = np.repeat(np.arange(len(network.br_structure)), np.diff(network.br_indptr))
    distinct, places = network.spans
    simple = (~network.br_continuous & complete)[owner]
    moment, shear = simple_span_effects(kn, positions, distinct)
    lane = np.array([simple_lane_effects(design, distinct) for design in known.design_load])
    at, whose, span = places[simple], owner[simple], network.span_m[simple]
    parts = [
        _Effects(whose, span, np.ones(len(at), np.bool_), moment[at], lane[:, 0, at]),
        _Effects(whose, span, np.zeros(len(at), np.bool_), shear[at], lane[:, 1, at]),
        *_continuous_effects(network, kn, positions, known, complete),
    ]
    return _Effects(
        np.concatenate([part.bridge for part in parts]),
        np.concatenate([part.span_m for part in parts]),
        np.concatenate([part.moment for part in parts]),
        np.concatenate([part.load for part in parts]),
        np.concatenate([part.lane for part in parts], axis=1),
    )


def _continuous_effects(
    network: Network, kn: Floats, positions: Floats, known: BridgeNorms, complete: Bools
) -> list[_Effects]:
    """Girders of equal spans are computed once."""
    whose: dict[tuple[int, ...], list[int]] = {}
    for bridge in np.flatnonzero(network.br_continuous & complete).tolist():
        spans = network.span_m[network.br_indptr[bridge] : network.br_indptr[bridge + 1]]
        whose.setdefault(tuple(round(float(span) * 1000) for span in spans), []).append(bridge)
    parts = []
    for spans_mm, bridges in whose.items():
        lines = lines_of(spans_mm)
        of_load = train_effects(lines, kn, positions)
        of_lane = np.array([lane_effects(lines, design) for design in known.design_load])
        size, times = len(of_load), len(bridges)
        parts.append(
            _Effects(
                np.repeat(bridges, size),
                np.full(size * times, lines.longest_m),
                np.tile(lines.moment, times),
                np.tile(of_load, times),
                np.tile(of_lane, (1, times)),
            )
        )
    return parts
