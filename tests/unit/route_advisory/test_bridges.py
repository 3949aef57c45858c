"""Bridge effects against the reference table, Annex D, impact curve, and the verdict by condition, rating and data."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import numpy as np
import pytest

from services.route_advisory.network.arrays import Network
from services.route_advisory.network.bridges import (
    BLOCKED,
    CLEAR,
    CONDITIONS,
    RULES,
    SURVEY,
    BridgeResults,
    impact,
    judge_bridges,
)
from services.route_advisory.network.build import build
from services.route_advisory.network.continuous import lane_effects, lines_of, train_effects
from services.route_advisory.network.influence import axle_train, simple_lane_effects, simple_span_effects
from services.route_advisory.network.norms import norms
from services.route_advisory.network.rows import BridgeData, Load
from tests.unit.route_advisory.factories import BOX, LOAD_DAY, node, segment, structure

Train = tuple[Sequence[float], Sequence[float]]
"""Axle loads in t and spacings in m."""

A = ((7, 9, 9, 28 / 3, 28 / 3, 28 / 3), (3.2, 1.4, 7, 1.2, 1.2))
B = ((10, 10, 10, *[17.98] * 5), (3.2, 1.4, 7, *[1.45] * 4))
C = ((13,) * 34, (1.5,) * 33)
VEHICLE_550 = ((30 / 9.81, *[120 / 9.81] * 2, *[140 / 9.81] * 2), (3.0, 1.4, 7.0, 1.4))
TRAILER_120 = ((300 / 9.81,) * 4, (1.2, 4.0, 1.2))

TABLE = [
    (10, VEHICLE_550, 602, 282),
    (20, VEHICLE_550, 1578, 412),
    (30, VEHICLE_550, 2932, 458),
    (10, TRAILER_120, 1470, 816),
    (20, TRAILER_120, 4440, 1008),
    (30, TRAILER_120, 7440, 1072),
    (10, A, 576.8, 247.0),
    (20, A, 1411.7, 366.2),
    (30, A, 2656.5, 417.4),
    (10, B, 1437.5, 626.2),
    (20, B, 3647.2, 830.6),
    (30, B, 6388.2, 945.8),
]


def load_of(train: Train, *, mass_excess: bool = True, width_mm: int = 3000) -> Load:
    tonnes, spacings = train
    return Load(
        4200,
        width_mm,
        20_000,
        round(sum(tonnes) * 1000),
        tuple(round(t * 1000) for t in tonnes),
        tuple(round(s * 1000) for s in spacings),
        mass_excess,
    )


def bridge_network(
    data: BridgeData | None = BOX, *, condition: int | None = 1, rated_on: date | None = LOAD_DAY
) -> Network:
    west, east = node(1, 109.0), node(2, 109.1)
    road = segment(1, west, east)
    return build(
        [west, east], [road], [structure(1, road, "bridge", bridge=data, condition=condition, rated_on=rated_on)]
    )


def verdict(network: Network, load: Load, day: date = LOAD_DAY) -> tuple[int, str, BridgeResults]:
    results = judge_bridges(network, load, day)
    return int(results.state[0]), RULES[int(results.rule[0])], results


@pytest.mark.parametrize(("span", "train", "moment", "shear"), TABLE)
def test_effects_of_the_reference_table_within_half_a_percent(
    span: int, train: Train, moment: float, shear: float
) -> None:
    found = simple_span_effects(*axle_train(load_of(train)), np.array([span], float))
    assert found[0][0] == pytest.approx(moment, rel=0.005)
    assert found[1][0] == pytest.approx(shear, rel=0.005)


@pytest.mark.parametrize(("span", "moment", "shear"), [(10, 831.25, 388.5), (20, 2025.0, 465.0), (30, 3581.25, 541.5)])
def test_lane_load_of_the_reference_table(span: int, moment: float, shear: float) -> None:
    design = norms().bridges.design_load[0]
    found = simple_lane_effects(design, np.array([span], float))
    assert (found[0][0], found[1][0]) == (pytest.approx(moment), pytest.approx(shear))


def test_the_lane_load_of_2004_has_the_smaller_peak() -> None:
    design = next(load for load in norms().bridges.design_load if load.id == "d60-2004-1")
    moment, _ = simple_lane_effects(design, np.array([19.5]))
    assert moment[0] == pytest.approx(10.5 * 19.5**2 / 8 + 238 * 19.5 / 4)


@pytest.mark.parametrize(
    ("train", "speed", "moment", "shear"),
    [(B, 5.0, 0.566, 0.561), (B, 20.0, 0.708, None), (C, 5.0, 0.663, 0.618), (C, 20.0, 0.829, None)],
)
def test_annex_d_ratios_on_a_closed_road(
    monkeypatch: pytest.MonkeyPatch, train: Train, speed: float, moment: float, shear: float | None
) -> None:
    known = norms().bridges
    modes = tuple(mode for mode in known.mode if mode.alone and mode.speed_kmh == speed)
    monkeypatch.setattr(
        "services.route_advisory.network.bridges.norms",
        lambda: replace(norms(), bridges=known.model_copy(update={"mode": modes})),
    )
    _, _, results = verdict(bridge_network(), load_of(train))
    assert results.ratio_moment[0] == pytest.approx(moment, abs=0.0012)
    if shear is not None:
        assert results.ratio_shear[0] == pytest.approx(shear, abs=0.0012)


def test_the_open_road_adds_the_other_lane_and_the_least_restrictive_mode_is_chosen() -> None:
    light = verdict(bridge_network(), load_of(A))[2]
    heavy = verdict(bridge_network(), load_of(B))[2]
    modes = norms().bridges.mode
    assert (modes[light.mode[0]].speed_kmh, modes[light.mode[0]].alone) == (20, False)
    assert (modes[heavy.mode[0]].speed_kmh, modes[heavy.mode[0]].alone) == (20, True)
    # 1.1 * 1.2501 * 1411.7 of the load and 1.4 * 1.2501 * 1.2 * 2025 of the one lane left open, over 7087.9
    assert light.ratio_moment[0] == pytest.approx(
        (1.1 * 1.2501 * 1411.7 + 1.4 * 1.2501 * 1.2 * 2025) / 7087.9, rel=1e-3
    )


def test_a_load_as_wide_as_both_lanes_leaves_none_open() -> None:
    wide = verdict(bridge_network(), load_of(B, width_mm=5250))[2]
    mode = norms().bridges.mode[wide.mode[0]]
    assert (mode.speed_kmh, mode.alone) == (20, False)


def test_the_impact_curve_keeps_its_jumps() -> None:
    curve = norms().bridges.impact
    low, at_low, middle, at_high, high = impact(np.array([1.49, 1.5, 4.5, 14.0, 14.01]), curve)
    assert (low, high) == (0.05, 0.45)
    assert (at_low, middle, at_high) == (
        pytest.approx(0.0559, abs=1e-4),
        pytest.approx(0.2501, abs=1e-4),
        pytest.approx(0.4506, abs=1e-4),
    )


@pytest.mark.parametrize(
    ("condition", "state"), [(1, CONDITIONS), (2, CONDITIONS), (3, SURVEY), (4, BLOCKED), (5, BLOCKED)]
)
def test_condition_class_decides_for_excess_mass(condition: int, state: int) -> None:
    assert verdict(bridge_network(condition=condition), load_of(A))[0] == state


@pytest.mark.parametrize(("condition", "state"), [(1, CLEAR), (3, CLEAR), (None, CLEAR), (4, BLOCKED), (5, BLOCKED)])
def test_without_excess_mass_only_classes_4_and_5_block(condition: int | None, state: int) -> None:
    network = bridge_network(None, condition=condition, rated_on=None)
    assert verdict(network, load_of(A, mass_excess=False))[0] == state


@pytest.mark.parametrize(
    ("rated_on", "rule"),
    [
        (date(2030, 3, 3), "bridge.effect_comparison"),
        (date(2030, 3, 2), "bridge.rating_stale"),
        (None, "bridge.rating_stale"),
    ],
)
def test_a_rating_holds_for_a_year_to_the_day(rated_on: date | None, rule: str) -> None:
    assert verdict(bridge_network(rated_on=rated_on), load_of(A), LOAD_DAY)[1] == rule


def test_a_leap_day_counts_from_the_28th() -> None:
    network = bridge_network(rated_on=date(2031, 2, 28))
    assert verdict(network, load_of(A), date(2032, 2, 29))[1] == "bridge.effect_comparison"
    assert verdict(network, load_of(A), date(2032, 3, 1))[1] == "bridge.rating_stale"


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ({"cq_design": None}, "bridge.data_missing"),
        ({"cq_load": None}, "bridge.data_missing"),
        ({"frequency_hz": None}, "bridge.data_missing"),
        ({"lanes": None}, "bridge.data_missing"),
        ({"spans_mm": ()}, "bridge.data_missing"),
        ({"spans_mm": (20_000,) * 6, "continuous": True}, "bridge.data_missing"),
        ({"design_load": None}, "bridge.design_load_unknown"),
        ({"design_load": "汽车-超20级、挂车-120", "design_code": None}, "bridge.design_load_unknown"),
        ({"special": True}, "bridge.special_type"),
    ],
)
def test_what_cannot_be_computed_goes_to_survey(change: dict[str, Any], rule: str) -> None:
    assert verdict(bridge_network(replace(BOX, **change)), load_of(A))[:2] == (SURVEY, rule)


def test_no_bridge_data_at_all_goes_to_survey() -> None:
    assert verdict(bridge_network(None), load_of(A))[:2] == (SURVEY, "bridge.design_load_unknown")


def test_a_ratio_of_one_or_more_needs_the_full_check_and_is_not_refused() -> None:
    weak = replace(BOX, design_load="公路-II级", spans_mm=(30_000,))
    state, rule, results = verdict(bridge_network(weak), load_of(((20,) * 20, (1.4,) * 19)))
    assert (state, rule) == (SURVEY, "bridge.full_check_ratio")
    assert max(results.ratio_moment[0], results.ratio_shear[0]) >= 1


def test_an_unknown_code_year_takes_the_smaller_design_load() -> None:
    known = verdict(bridge_network(), load_of(A))[2]
    old = verdict(bridge_network(replace(BOX, design_code="JTG D60-2004")), load_of(A))[2]
    unknown = verdict(bridge_network(replace(BOX, design_code=None)), load_of(A))[2]
    assert unknown.ratio_shear[0] == old.ratio_shear[0] != known.ratio_shear[0]


def test_the_worst_span_of_a_row_governs() -> None:
    short = verdict(bridge_network(), load_of(B))[2]
    row = verdict(bridge_network(replace(BOX, spans_mm=(20_000, 10_000, 20_000))), load_of(B))[2]
    only_10 = verdict(bridge_network(replace(BOX, spans_mm=(10_000,))), load_of(B))[2]
    assert row.mode[0] == max(short.mode[0], only_10.mode[0])


def test_one_continuous_span_is_a_simple_span() -> None:
    kn, positions = axle_train(load_of(B))
    lines = lines_of((20_000,))
    found = train_effects(lines, kn, positions)
    moment, shear = simple_span_effects(kn, positions, np.array([20.0]))
    assert found[lines.moment].max() == pytest.approx(moment[0], rel=0.002)
    assert found[lines.shear].max() == pytest.approx(shear[0], rel=0.002)


def test_two_equal_continuous_spans_under_an_even_load_meet_the_closed_formulas() -> None:
    """q = 1 over both spans of 20 m: support moment q L2 / 8, end reaction 3/8 q L, middle reaction 10/8 q L."""
    lines = lines_of((20_000, 20_000))
    step = 0.05
    net = (lines.ordinates[:, 1:] + lines.ordinates[:, :-1]).sum(axis=1) / 2 * step
    assert net[6] == pytest.approx(50, rel=1e-3)
    reactions = net[~lines.moment & ~lines.shear]
    assert reactions == pytest.approx([7.5, 7.5, 25.0], rel=0.005)
    assert net[lines.shear] == pytest.approx([7.5, 12.5, 12.5, 7.5], rel=0.005)


def test_continuous_effects_meet_brute_force() -> None:
    lines = lines_of((30_000, 40_000, 30_000))
    kn, positions = axle_train(load_of(A))
    found = train_effects(lines, kn, positions)
    grid = np.arange(lines.ordinates.shape[1]) * 0.05
    for row in np.flatnonzero(lines.moment).tolist():
        best = 0.0
        for places in (positions, positions[-1] - positions):
            fronts = np.arange(-30, 130, 0.05)[:, None] - places[None, :]
            best = max(best, (np.interp(fronts, grid, lines.ordinates[row], left=0, right=0) @ kn).max())
        assert found[row] == pytest.approx(best, rel=0.002)


def test_a_continuous_bridge_is_compared() -> None:
    state, rule, results = verdict(
        bridge_network(replace(BOX, spans_mm=(25_000, 25_000, 25_000), continuous=True)), load_of(A)
    )
    assert (state, rule) == (CONDITIONS, "bridge.effect_comparison")
    assert 0 < results.ratio_moment[0] < 1
    assert lane_effects(lines_of((25_000,) * 3), norms().bridges.design_load[0]).min() > 0


def test_a_train_longer_than_any_vehicle_gets_an_upper_bound_at_once() -> None:
    lines = lines_of((30_000, 30_000))
    kn = np.full(301, 98.1, np.float64)
    long = train_effects(lines, kn, np.arange(301, dtype=np.float64) * 200)
    assert (long >= train_effects(lines, kn[:2], np.array([0.0, 200.0]))).all()


def test_ratings_of_the_future_count() -> None:
    assert verdict(bridge_network(rated_on=LOAD_DAY + timedelta(days=1)), load_of(A))[0] == CONDITIONS
