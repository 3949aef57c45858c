"""The route check on small networks: margins, access, restrictions in time, survey, ends, via, avoid, blocked ways."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from services.route_advisory.network.arrays import Network
from services.route_advisory.network.build import InvalidRows, build
from services.route_advisory.network.check import check
from services.route_advisory.network.context import route_context
from services.route_advisory.network.rows import Limits, NodeRow, RestrictionRow, SegmentRow, StructureRow
from shared.contracts.route_advisory import Finding, RouteCheck
from tests.unit.route_advisory.factories import BOX, END, START, node, request, segment, structure

Ends = tuple[tuple[float, float], tuple[float, float]]

WEST, MIDDLE, EAST, NORTH = node(1, 109.0), node(2, 109.1), node(3, 109.3), node(4, 109.1, 39.1)
FIRST, SECOND = segment(11, WEST, MIDDLE, 8000), segment(12, MIDDLE, EAST, 9000)
UP, DOWN = segment(13, MIDDLE, NORTH, 12_000), segment(14, NORTH, EAST, 14_000)
NODES, SEGMENTS = [WEST, MIDDLE, EAST, NORTH], [FIRST, SECOND, UP, DOWN]
ENDS = ((109.0, 39.0), (109.3, 39.0))


def network(
    *structures: StructureRow, nodes: Sequence[NodeRow] = NODES, segments: Sequence[SegmentRow] = SEGMENTS
) -> Network:
    return build(nodes, segments, structures)


def run(
    net: Network,
    ends: Ends = ENDS,
    *,
    mass_excess: bool = False,
    restrictions: Sequence[RestrictionRow] = (),
    **wishes: Any,
) -> RouteCheck:
    return check(net, request(*ends, **wishes), mass_excess=mass_excess, restrictions=restrictions)


def ids(answer: RouteCheck) -> list[int]:
    return [part.id for part in answer.segments]


def line(answer: RouteCheck) -> list[tuple[float, float]]:
    assert answer.geometry is not None
    return answer.geometry.coordinates


def finding(answer: RouteCheck, kind: str, measure: str | None = None) -> Finding:
    return next(f for f in answer.findings if f.kind == kind and measure in {None, f.measure})


def closure(
    segment_id: int,
    *,
    start: datetime = START,
    end: datetime | None = END,
    hard: bool = True,
    limits: Limits | None = None,
) -> RestrictionRow:
    return RestrictionRow("notice", "closure", (segment_id,), hard, start, end, limits or Limits())


def test_a_bare_network_is_clear_and_tells_the_access() -> None:
    answer = run(network())
    assert (answer.verdict, answer.length_m, ids(answer)) == ("clear", 17_000, [11, 12])
    assert answer.duration_s == round(17_000 / (40 / 3.6))
    assert [part.from_stake for part in answer.segments] == ["K0+000", "K0+000"]
    assert line(answer) == [(109.0, 39.0), (109.1, 39.0), (109.3, 39.0)]
    assert [f.kind for f in answer.findings] == ["access", "access"]
    assert not answer.needs_survey
    assert not answer.sample_data


@pytest.mark.parametrize(
    ("limit", "verdict", "margin", "way"),
    [
        (4300, "clear", 50, [11, 12]),
        (4299, "conditions", 49, [11, 12]),
        (4250, "conditions", 0, [11, 12]),
        (4249, None, None, [11, 13, 14]),
    ],
)
def test_height_margin_to_the_millimetre(limit: int, verdict: str | None, margin: int | None, way: list[int]) -> None:
    answer = run(network(structure(1, SECOND, limits=Limits(height_mm=limit))), height_mm=4200)
    assert ids(answer) == way
    if verdict is not None:
        found = finding(answer, "overpass", "height_mm")
        assert (answer.verdict, found.margin, found.verdict, found.stake) == (verdict, margin, verdict, "K4+500")
        assert (found.rule, found.structure_id, found.segment_id, found.sample) == ("clearance.height", 1, 12, True)


@pytest.mark.parametrize(("limit", "verdict"), [(4250, "clear"), (4249, "conditions"), (4000, "conditions")])
def test_width_margin_and_its_band(limit: int, verdict: str) -> None:
    answer = run(network(structure(1, SECOND, limits=Limits(height_mm=6000, width_mm=limit))), width_mm=3000)
    assert (answer.verdict, ids(answer)) == (verdict, [11, 12])


@pytest.mark.parametrize(
    ("kind", "road_class", "limit"),
    [
        ("overpass", "class_2", 4000),
        ("overpass", "class_3", 3500),
        ("toll_gate", "class_1", 3200),
        ("tunnel", "class_4", 4000),
    ],
)
def test_width_clearance_depends_on_kind_and_road_class(kind: str, road_class: str, limit: int) -> None:
    """Exactly the required clearance passes, one millimetre less does not."""
    for width, passes in ((limit, True), (limit - 1, False)):
        lane = segment(12, MIDDLE, EAST, 9000, road_class=road_class)
        gate = structure(1, lane, kind, Limits(height_mm=6000, width_mm=width))
        answer = run(network(gate, segments=[FIRST, lane, UP, DOWN]), width_mm=3000)
        assert (12 in ids(answer)) == passes


@pytest.mark.parametrize("measure", ["length_mm", "gross_mass_kg", "axle_load_kg"])
def test_posted_limits_hold_to_the_unit(measure: str) -> None:
    have = {"length_mm": 20_000, "gross_mass_kg": 49_000, "axle_load_kg": 8170}[measure]
    for limit, way in ((have, [11, 12]), (have - 1, [11, 13, 14])):
        lane = segment(12, MIDDLE, EAST, 9000, limits=Limits(**{measure: limit}))
        assert ids(run(network(segments=[FIRST, lane, UP, DOWN]))) == way


def test_the_tightest_limit_of_each_measure_is_told_even_far_off() -> None:
    tall = [structure(1, FIRST, limits=Limits(height_mm=5500)), structure(2, SECOND, limits=Limits(height_mm=5200))]
    answer = run(network(*tall), height_mm=4200)
    assert [(f.structure_id, f.margin, f.verdict) for f in answer.findings if f.kind == "overpass"] == [
        (2, 950, "clear")
    ]


def test_an_unknown_clear_height_sends_high_loads_to_survey_if_no_other_way_is_left() -> None:
    net = network(structure(1, SECOND), structure(2, UP))
    low, high = run(net, height_mm=4000), run(net, height_mm=4001)
    assert (low.verdict, low.needs_survey) == ("clear", False)
    assert (high.verdict, high.needs_survey, ids(high)) == ("conditions", True, [11, 12])
    assert finding(high, "overpass").rule == "missing.height"
    assert route_context(high).causes == ["missing.height"]


def test_a_way_without_survey_is_preferred_at_any_length() -> None:
    answer = run(network(structure(1, SECOND)), height_mm=4200)
    assert (ids(answer), answer.needs_survey) == ([11, 13, 14], False)


def test_the_fewest_surveys_come_before_the_shortest_way() -> None:
    net = network(structure(1, SECOND, stake_m=1000), structure(2, SECOND, stake_m=2000), structure(3, UP))
    assert ids(run(net, height_mm=4200)) == [11, 13, 14]


def test_a_bridge_with_excess_mass_is_passed_with_its_mode() -> None:
    answer = run(network(structure(1, SECOND, "bridge", bridge=BOX)), mass_excess=True, gross_mass_kg=60_000)
    bridge = answer.bridges[0]
    assert (answer.verdict, bridge.id, bridge.verdict, bridge.rule) == (
        "conditions",
        1,
        "conditions",
        "bridge.effect_comparison",
    )
    assert bridge.ratio_moment is not None
    assert 0 < bridge.ratio_moment < 1
    assert finding(answer, "bridge").advice.startswith("bridge_")
    assert route_context(answer).bridges_ok


def test_a_weak_bridge_is_gone_round_and_blocks_where_it_cannot_be() -> None:
    weak = structure(1, SECOND, "bridge", bridge=BOX, condition=4)
    assert ids(run(network(weak))) == [11, 13, 14]
    answer = run(network(weak, segments=[FIRST, SECOND]))
    assert (answer.verdict, ids(answer)) == ("blocked", [11, 12])
    assert [(o.kind, o.structure_id) for o in answer.blocked_by] == [("bridge", 1)]
    assert not route_context(answer).bridges_ok


def test_a_class_3_bridge_asks_for_a_survey_of_excess_mass_only() -> None:
    net = network(structure(1, SECOND, "bridge", bridge=BOX, condition=3), segments=[FIRST, SECOND])
    heavy, normal = run(net, mass_excess=True, gross_mass_kg=60_000), run(net)
    assert (heavy.verdict, heavy.needs_survey) == ("conditions", True)
    assert route_context(heavy).causes == ["bridge.full_check_class_3"]
    assert (normal.verdict, normal.needs_survey, normal.bridges[0].verdict) == ("clear", False, "clear")


def test_the_cheapest_obstacle_is_named() -> None:
    bar = structure(1, SECOND, "height_bar", Limits(height_mm=3500))
    hole = structure(2, UP, "tunnel", Limits(height_mm=4000, width_mm=9000))
    answer = run(network(bar, hole))
    assert (answer.verdict, ids(answer)) == ("blocked", [11, 12])
    obstacle = answer.blocked_by[0]
    assert (obstacle.kind, obstacle.measure, obstacle.margin) == ("height_bar", "height_mm", 3500 - 4200 - 50)
    assert route_context(answer).verdict == "blocked"


@pytest.mark.parametrize(
    ("start", "end", "touches"),
    [
        (START, END, True),
        (START - timedelta(days=9), START, False),
        (START - timedelta(days=9), START + timedelta(seconds=1), True),
        (END, None, True),
        (END + timedelta(seconds=1), None, False),
        (START - timedelta(days=9), None, True),
    ],
)
def test_a_closure_counts_in_its_window_alone(start: datetime, end: datetime | None, touches: bool) -> None:
    answer = run(network(), restrictions=[closure(12, start=start, end=end)])
    assert ids(answer) == ([11, 13, 14] if touches else [11, 12])


def test_departure_opens_the_window() -> None:
    early = closure(12, start=START - timedelta(days=1), end=START + timedelta(hours=3))
    assert ids(run(network(), restrictions=[early])) == [11, 13, 14]
    assert ids(run(network(), restrictions=[early], depart_at=START + timedelta(hours=3))) == [11, 12]


def test_limits_of_a_notice_hold_without_clearance() -> None:
    for limit, way in ((3000, [11, 12]), (2999, [11, 13, 14])):
        works = closure(12, hard=False, limits=Limits(width_mm=limit))
        assert ids(run(network(), restrictions=[works], width_mm=3000)) == way
    works = closure(12, hard=False, limits=Limits(width_mm=3100))
    found = finding(run(network(), restrictions=[works], width_mm=3000), "restriction")
    assert (found.margin, found.verdict, found.restriction_id) == (100, "conditions", "notice")


def test_a_closed_only_way_is_blocked_by_the_notice() -> None:
    answer = run(network(segments=[FIRST, SECOND]), restrictions=[closure(12)])
    assert [(o.kind, o.segment_id, o.restriction_id) for o in answer.blocked_by] == [("closure", 12, "notice")]


def test_a_notice_on_an_unknown_segment_is_nothing() -> None:
    assert run(network(), restrictions=[closure(999)]).verdict == "clear"


def test_avoid_goes_round_and_is_the_cheapest_obstacle() -> None:
    assert ids(run(network(), avoid=[12])) == [11, 13, 14]
    answer = run(network(segments=[FIRST, SECOND]), avoid=[12])
    assert (answer.verdict, answer.blocked_by[0].kind) == ("blocked", "avoid")


def test_places_beside_the_road_split_their_segments() -> None:
    answer = run(network(), ((109.05, 39.01), (109.2, 39.01)))
    assert [part.length_m for part in answer.segments] == [4000, 4500]
    assert [(part.from_stake, part.to_stake) for part in answer.segments] == [
        ("K4+000", "K8+000"),
        ("K0+000", "K4+500"),
    ]
    access = finding(answer, "access")
    assert (access.have, access.limit, access.margin) == (1112, 10_000, 8888)


def test_structures_beyond_the_driven_part_do_not_count() -> None:
    behind = structure(1, FIRST, limits=Limits(height_mm=4260), stake_m=1000)
    assert run(network(behind), ((109.05, 39.0), (109.3, 39.0)), height_mm=4200).verdict == "clear"


def test_a_place_on_a_closed_road_is_joined_to_the_nearest_open_one_and_told_so() -> None:
    answer = run(network(structure(1, SECOND, limits=Limits(height_mm=4000))), ((109.0, 39.0), (109.15, 39.0)))
    assert ids(answer) == [11]
    access = [f for f in answer.findings if f.kind == "access"][1]
    assert (access.have, access.advice) == (4321, "nearer_road_closed_to_load")
    assert (access.verdict, answer.verdict) == ("conditions", "conditions")


def test_a_closed_part_that_is_not_driven_does_not_block_the_only_road() -> None:
    """No open road lies within 10 km of the destination, but the obstacle stands behind it."""
    behind = structure(1, SECOND, limits=Limits(height_mm=4000), stake_m=8900)
    answer = run(network(behind, segments=[FIRST, SECOND]), ((109.0, 39.0), (109.28, 39.0)))
    assert (answer.verdict, answer.length_m) == ("clear", 8000 + 8100)


def test_origin_and_destination_on_one_segment() -> None:
    forth, back = (run(network(), ends) for ends in (((109.02, 39), (109.07, 39)), ((109.07, 39), (109.02, 39))))
    assert (forth.length_m, back.length_m) == (4000, 4000)
    assert line(back) == line(forth)[::-1]
    assert (back.segments[0].from_stake, back.segments[0].to_stake) == ("K5+600", "K1+600")


def test_against_a_one_way_segment_the_way_leads_round() -> None:
    lane = segment(12, MIDDLE, EAST, 9000, oneway=True)
    answer = run(network(segments=[FIRST, lane, UP, DOWN]), ((109.2, 39), (109.14, 39)))
    assert ids(answer) == [12, 14, 13, 12]
    assert answer.length_m == 4500 + 14_000 + 12_000 + 1800


def test_origin_is_destination() -> None:
    answer = run(network(), ((109.05, 39), (109.05, 39)))
    assert (answer.verdict, answer.length_m, answer.duration_s) == ("clear", 0, 0)
    assert line(answer) == [(109.05, 39.0)] * 2


def test_via_points_are_passed_in_order() -> None:
    answer = run(network(), via=[(109.1, 39.1)])
    assert ids(answer) == [11, 13, 14]
    there_and_back = run(network(segments=[FIRST, SECOND, UP]), via=[(109.1, 39.05)])
    assert ids(there_and_back) == [11, 13, 13, 12]
    assert len([f for f in answer.findings if f.kind == "access"]) == 3


def test_a_place_too_far_from_any_road_is_blocked_and_told() -> None:
    answer = run(network(), ((108.0, 39.0), (109.3, 39.0)))
    assert (answer.verdict, answer.geometry, answer.length_m) == ("blocked", None, 0)
    assert finding(answer, "access").verdict == "blocked"
    assert [o.kind for o in answer.blocked_by] == ["access"]


def test_roads_that_do_not_meet_are_blocked_and_told() -> None:
    far, farther = node(8, 109.0, 39.05), node(9, 109.1, 39.05)
    island = segment(20, far, farther, 8000)
    answer = run(network(nodes=[*NODES, far, farther], segments=[*SEGMENTS, island]), ((109.0, 39.05), (109.3, 39.0)))
    assert (answer.verdict, [o.kind for o in answer.blocked_by]) == ("blocked", ["no_connection"])
    assert route_context(answer).causes == ["no_connection"]


def test_of_parallel_segments_the_shortest_open_one_is_taken() -> None:
    long, short = segment(15, MIDDLE, EAST, 9500), segment(16, EAST, MIDDLE, 8000)
    net = network(structure(1, short, limits=Limits(height_mm=4000)), segments=[FIRST, SECOND, long, short])
    assert ids(run(net)) == [11, 12]
    assert ids(run(net, height_mm=3900)) == [11, 16]
    assert ids(run(net, avoid=[12])) == [11, 15]


def test_equal_ways_give_the_lowest_segment_whatever_the_order_of_rows() -> None:
    twin = segment(10, MIDDLE, EAST, 9000)
    for rows in ([FIRST, SECOND, twin], [twin, SECOND, FIRST]):
        assert ids(run(network(segments=rows))) == [11, 10]


def test_alternates_differ_from_the_way() -> None:
    near = [segment(13, MIDDLE, NORTH, 6000), segment(14, NORTH, EAST, 7000)]
    answer = run(network(segments=[FIRST, SECOND, *near]), alternates=3)
    assert [(other.verdict, other.length_m) for other in answer.alternates] == [("clear", 21_000)]


def test_optimise_time_and_risk() -> None:
    fast_up, fast_down = (
        segment(row.id, *ends, 7000, road_class="expressway")
        for row, ends in ((UP, (MIDDLE, NORTH)), (DOWN, (NORTH, EAST)))
    )
    net = network(segments=[FIRST, SECOND, fast_up, fast_down])
    assert (ids(run(net)), ids(run(net, optimise="time"))) == ([11, 12], [11, 12])
    slow = segment(12, MIDDLE, EAST, 9000, road_class="class_4")
    net = network(segments=[FIRST, slow, fast_up, fast_down])
    assert (ids(run(net)), ids(run(net, optimise="time"))) == ([11, 12], [11, 13, 14])
    risky = [structure(key, SECOND, "railway_crossing", Limits(height_mm=6000), stake_m=key) for key in range(1, 8)]
    net = network(*risky)
    assert (ids(run(net)), ids(run(net, optimise="risk"))) == ([11, 12], [11, 13, 14])


def test_a_saved_network_answers_the_same(tmp_path: Path) -> None:
    net = network(structure(1, SECOND, "bridge", bridge=BOX))
    folder = net.save(tmp_path)
    assert folder == net.save(tmp_path)
    assert folder.name == net.version
    assert list(tmp_path.iterdir()) == [folder]
    loaded = type(net).load(folder)
    assert run(loaded, mass_excess=True) == run(net, mass_excess=True)


def test_equal_rows_have_equal_versions_and_other_rows_others() -> None:
    assert network().version == network(segments=SEGMENTS[::-1]).version
    assert network().version != network(structure(1, SECOND)).version


@pytest.mark.parametrize(
    ("nodes", "segments", "structures"),
    [
        (NODES, [], []),
        (NODES[:1], SEGMENTS, []),
        (NODES, [FIRST, FIRST], []),
        (NODES, [segment(1, WEST, EAST, 0)], []),
        (NODES, [segment(1, WEST, EAST, road_class="motorway")], []),
        (NODES, [FIRST], [structure(1, SECOND)]),
        (NODES, [FIRST], [structure(1, FIRST, "statue")]),
    ],
)
def test_rows_that_contradict_each_other_are_refused(
    nodes: list[NodeRow], segments: list[SegmentRow], structures: list[StructureRow]
) -> None:
    with pytest.raises(InvalidRows):
        build(nodes, segments, structures)
