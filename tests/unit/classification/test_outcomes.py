"""Outcome order, competence, lanes, materials, escort, grades, fines and hints, case by case."""

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from services.classification.rules.explain import assessment_of, full_assessment
from services.classification.rules.faster_lane import faster_lane
from shared.contracts.classification import AssessmentContext, RouteContext
from tests.unit.classification.cases import (
    BAOTOU,
    CALENDAR,
    DONGSHENG,
    KANGBASHI,
    PREVIEW,
    RULES,
    YULIN,
    decide,
    finding,
    known,
    transport,
)

CLASS_I: dict[str, Any] = {"height": 4100}
CLASS_II: dict[str, Any] = {"height": 4300}
CLASS_III: dict[str, Any] = {"height": 4600}


def test_divisible_goods_within_the_limits_need_no_permit() -> None:
    assert decide(transport(divisible=True)).outcome == "no_permit_needed"


@pytest.mark.parametrize(
    ("facts", "context", "rule"),
    [
        ({"divisible": True}, {}, "art11.divisible"),
        ({}, {"licence_covers": False}, "art11.licence"),
        ({}, {"banned_until": date(2026, 9, 21)}, "art11.ban"),
        ({"destination": DONGSHENG}, {}, "competence"),
    ],
)
def test_not_acceptable_has_a_class_and_no_lane(facts: dict[str, Any], context: dict[str, Any], rule: str) -> None:
    decision = decide(transport(**CLASS_II, **facts), known(**context))
    assert (decision.outcome, decision.class_, decision.lane) == ("not_acceptable", "II", None)
    assert finding(decision, rule)[2] is False


def test_not_acceptable_comes_before_refusable() -> None:
    heavy = [5000, 7000, 7000, 13_001, 8000, 8000]
    assert decide(transport(height=4300, loads=heavy, divisible=True)).outcome == "not_acceptable"


@pytest.mark.parametrize(("trips", "repeated"), [(1, False), (2, True)])
def test_two_trips_are_repeated_ones(trips: int, repeated: bool) -> None:
    decision = decide(transport(**CLASS_I, trip_count=trips))
    assert ("transport_plan" in {paper.code for paper in decision.materials}) is repeated
    assert (decision.multi_trip is not None) is repeated


def test_that_no_ban_runs_is_said() -> None:
    assert finding(decide(transport(**CLASS_I)), "art11.no_ban") == (None, None, True)


def test_a_ban_that_ended_yesterday_is_over() -> None:
    decision = decide(transport(**CLASS_I), known(banned_until=date(2026, 9, 20)))
    assert finding(decision, "art11.ban") == ("2026-09-20", "2026-09-21", True)
    assert decision.outcome == "permit_required"


@pytest.mark.parametrize(
    ("origin", "via", "destination", "level", "authority", "here"),
    [
        (DONGSHENG, (), KANGBASHI, "prefecture", "鄂尔多斯市交通运输局", True),
        (DONGSHENG, (), DONGSHENG, "county", "东胜区交通运输局", False),
        (DONGSHENG, (KANGBASHI,), DONGSHENG, "prefecture", "鄂尔多斯市交通运输局", True),
        (DONGSHENG, (), BAOTOU, "region", "内蒙古自治区交通运输厅", False),
        (DONGSHENG, (BAOTOU,), KANGBASHI, "region", "内蒙古自治区交通运输厅", False),
        (DONGSHENG, (), YULIN, "origin_province", "内蒙古自治区交通运输厅", False),
        (YULIN, (), DONGSHENG, "origin_province", "行政区划61交通运输主管部门", False),
        (BAOTOU, (), "150203", "prefecture", "行政区划1502交通运输主管部门", False),
    ],
)
def test_competence(
    origin: str, via: tuple[str, ...], destination: str, level: str, authority: str, here: bool
) -> None:
    decision = decide(transport(**CLASS_I, origin=origin, via=via, destination=destination))
    assert (decision.competence.level, decision.competence.authority, decision.competence.here) == (
        level,
        authority,
        here,
    )
    assert decision.outcome == ("permit_required" if here else "not_acceptable")


@pytest.mark.parametrize(
    ("context", "lane"),
    [
        ({}, "instant"),
        ({"papers_verified": False}, "fast"),
        ({"licence_covers": None}, "fast"),
        ({"credit": "yellow"}, "fast"),
        ({"credit": "red"}, "fast"),
        ({"open_restriction": True}, "fast"),
        ({"services_silent": ["registry"]}, "fast"),
        ({"route": None}, "fast"),
        ({"route": RouteContext(verdict="unknown")}, "fast"),
        ({"route": RouteContext(verdict="conditions")}, "fast"),
        ({"route": RouteContext(verdict="conditions", needs_survey=True)}, "survey"),
        ({"route": RouteContext(verdict="unknown", needs_survey=True)}, "survey"),
        ({"route": RouteContext(verdict="blocked")}, "survey"),
        # Class I has no excess mass: the effect comparison is not asked of it.
        ({"route": RouteContext(verdict="clear", bridges_ok=False)}, "instant"),
    ],
)
def test_lane_of_class_one(context: dict[str, Any], lane: str) -> None:
    assert decide(transport(**CLASS_I), known(**context)).lane == lane


@pytest.mark.parametrize(
    ("context", "lane"),
    [
        ({}, "fast"),
        ({"route": RouteContext(verdict="conditions")}, "fast"),
        ({"route": RouteContext(verdict="conditions", whitelisted=True)}, "instant"),
        ({"route": RouteContext(verdict="clear", whitelisted=True)}, "instant"),
        ({"route": RouteContext(verdict="clear", whitelisted=True), "credit": "yellow"}, "fast"),
        ({"route": RouteContext(verdict="clear", whitelisted=True), "credit": "red"}, "fast"),
        ({"route": RouteContext(verdict="clear", whitelisted=True), "open_restriction": True}, "fast"),
        ({"route": RouteContext(verdict="clear", whitelisted=True), "papers_verified": False}, "fast"),
        ({"route": RouteContext(verdict="clear", whitelisted=True, bridges_ok=False)}, "survey"),
        ({"route": RouteContext(verdict="blocked", whitelisted=True)}, "survey"),
        ({"route": RouteContext(verdict="unknown", whitelisted=True)}, "fast"),
        ({"route": RouteContext(verdict="conditions", needs_survey=True)}, "survey"),
        ({"route": None}, "fast"),
    ],
)
def test_lane_of_class_two(context: dict[str, Any], lane: str) -> None:
    decision = decide(transport(**CLASS_II), known(**context))
    assert decision.lane == lane
    assert decision.discretion is (lane == "instant")


def test_the_discretion_reason_is_told_for_class_two_alone() -> None:
    whitelisted = known(route=RouteContext(verdict="clear", whitelisted=True))
    second = full_assessment(transport(**CLASS_II), whitelisted, RULES, CALENDAR)
    assert second.discretion_reason is not None
    assert "白名单" in second.discretion_reason.zh
    assert full_assessment(transport(**CLASS_I), whitelisted, RULES, CALENDAR).discretion_reason is None


def test_class_three_is_always_surveyed() -> None:
    best = known(route=RouteContext(verdict="clear", whitelisted=True))
    assert decide(transport(**CLASS_III), best).lane == "survey"


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        ({"height": 4600}, ("base", 1, 1)),
        ({"height": 5000, "width": 4500, "length": 35_000}, ("base", 1, 1)),
        ({"height": 5001}, ("large", 1, 2)),
        ({"width": 4501}, ("large", 1, 2)),
        ({"length": 35_001}, ("large", 1, 2)),
        ({"width": 5500, "length": 80_000}, ("large", 1, 2)),
        ({"width": 5501}, ("exceptional", 2, 2)),
        ({"length": 80_001}, ("exceptional", 2, 2)),
        ({"height": 4300}, ("none", 0, 0)),
    ],
)
def test_escort_rows(size: dict[str, int], expected: tuple[str, int, int]) -> None:
    escort = decide(transport(**size)).escort  # type: ignore[arg-type]
    assert (escort.row, escort.front, escort.rear) == expected
    assert (escort.mark, escort.police_consultation) == ("assumed", expected[0] != "none")


@pytest.mark.parametrize(("lines", "row"), [(12, "base"), (13, "large"), (20, "exceptional")])
def test_escort_by_mass(lines: int, row: str) -> None:
    decision = decide(transport(kind="hydraulic", lines=[14_666] * lines))
    assert decision.escort.row == row


@pytest.mark.parametrize(
    ("changes", "size", "mass"),
    [
        ({"width": 3000, "length": 17_000, "height": 4500, "loads": [8000] * 6}, "A", "A"),
        ({"width": 3001, "length": 17_000, "loads": [8001] * 6}, "B", "B"),
        ({"width": 3750, "length": 22_001, "loads": [10_001] * 6}, "C", "C"),
        ({"length": 30_001, "loads": [14_001] * 6}, "D", "D"),
        ({"height": 5001, "loads": [18_001] * 6}, "E", "E"),
        ({"height": 4501}, "D", "B"),
        ({"kind": "hydraulic", "lines": [14_000] * 4, "length": 22_000, "width": 3000}, "A", "C"),
        ({"kind": "hydraulic", "lines": [14_000] * 4, "length": 45_001}, "E", "C"),
    ],
)
def test_grades(changes: dict[str, Any], size: str, mass: str) -> None:
    decision = decide(transport(**({"width": 2600} | changes)))
    assert (decision.size_grade, decision.mass_grade) == (size, mass)


@pytest.mark.parametrize(
    ("changes", "low", "high", "warning"),
    [
        ({"height": 4200, "width": 3000, "length": 20_000}, 0, 200, False),
        ({"height": 4201}, 200, 1000, False),
        ({"height": 4501}, 1000, 3000, False),
        ({"gross": 49_001}, 0, 0, True),
        ({"gross": 50_000}, 0, 0, True),
        ({"gross": 50_001}, 500, 500, False),
        ({"gross": 51_000}, 1000, 1000, False),
        ({"height": 4501, "gross": 51_999}, 2000, 4000, False),
        ({"gross": 129_000, "trailer_axles": 12}, 30_000, 30_000, False),
        ({"gross": 108_999, "height": 4501, "trailer_axles": 12}, 30_000, 30_000, False),
    ],
)
def test_fine_estimates(changes: dict[str, Any], low: int, high: int, warning: bool) -> None:
    fine = decide(transport(**changes)).fine
    assert fine is not None
    assert (fine.low_yuan, fine.high_yuan, fine.warning) == (low, high, warning)


def test_a_fine_is_told_with_its_clause() -> None:
    told = assessment_of(decide(transport(height=4501, gross=51_999)), RULES).fine_estimate
    assert told is not None
    assert (told.low_yuan, told.high_yuan, told.warning, told.mark) == (2000, 4000, False, "law")
    assert told.clause == RULES.source.penalties.clause


def test_no_fine_no_grade_no_deadline_for_what_needs_no_permit() -> None:
    decision = decide(transport())
    assert (decision.fine, decision.size_grade, decision.due_on, decision.statutory_days) == (None, None, None, None)


def test_repeated_trips_ask_for_a_transport_plan_and_stay_within_six_months() -> None:
    def over(end: str, credit: str) -> tuple[object, object, bool]:
        decision = decide(transport(**CLASS_I, trip_count=4, end=end), known(credit=credit))
        assert decision.materials[-1].code == "transport_plan"
        return finding(decision, "art19.period")

    assert over("2027-06-07T18:00:00+08:00", "green") == ("2027-06-07", "2027-06-07", True)
    assert over("2027-06-08T18:00:00+08:00", "green")[2] is False
    assert over("2027-03-08T18:00:00+08:00", "yellow") == ("2027-03-08", "2027-03-07", False)
    late = transport(**CLASS_I, trip_count=4, end="2027-06-08T18:00:00+08:00")
    assert decide(late, known()).lane == "fast"
    assert decide(transport(**CLASS_I, trip_count=4), known()).lane == "instant"


def test_a_permit_for_repeated_trips_carries_the_conditions_of_its_article() -> None:
    repeated = assessment_of(decide(transport(**CLASS_I, trip_count=4), known(credit="yellow")), RULES).multi_trip
    assert repeated is not None
    assert (repeated.max_months, repeated.last_day) == (3, date(2027, 3, 7))
    codes = [condition.code for condition in repeated.conditions]
    assert codes == ["same_vehicle", "fixed_route", "same_load", "no_reinforcing", "change_first"]
    assert all(condition.clause == "62号令第十九条" and condition.text.zh for condition in repeated.conditions)
    assert assessment_of(decide(transport(**CLASS_I)), RULES).multi_trip is None


@pytest.mark.parametrize(
    ("size", "within", "cross"), [(CLASS_I, 2, 5), (CLASS_II, 5, 10), (CLASS_III, 15, 20)], ids=["I", "II", "III"]
)
def test_statutory_days(size: dict[str, Any], within: int, cross: int) -> None:
    assert decide(transport(**size)).statutory_days == within
    assert decide(transport(**size, destination=YULIN)).statutory_days == cross


def test_an_assessment_names_its_rule_set() -> None:
    told = full_assessment(transport(), PREVIEW, RULES, CALENDAR).rule_set
    assert (told.id, told.version) == (RULES.source.id, RULES.source.version)
    assert told.id != told.version


def test_nothing_is_promised_by_default() -> None:
    assert decide(transport(**CLASS_I)).promised_days is None


@pytest.mark.parametrize(
    ("accepted", "size", "due", "provisional"),
    [
        (date(2026, 9, 21), CLASS_I, date(2026, 9, 23), False),
        # 25 to 27 September 2026 is Mid-Autumn, 1 to 7 October the National Day break; 20 September and 10 October,
        # a Sunday and a Saturday, are working days for it (调休).
        (date(2026, 9, 21), CLASS_II, date(2026, 9, 29), False),
        (date(2026, 9, 30), CLASS_I, date(2026, 10, 9), False),
        (date(2026, 9, 30), CLASS_II, date(2026, 10, 13), False),
        (date(2026, 12, 31), CLASS_I, date(2027, 1, 4), True),
        (date(2027, 3, 1), CLASS_III, date(2027, 3, 22), True),
    ],
)
def test_due_dates(accepted: date, size: dict[str, Any], due: date, provisional: bool) -> None:
    decision = decide(transport(**size), known(accepted_on=accepted))
    assert (decision.due_on, decision.due_provisional) == (due, provisional)


def test_a_due_date_ends_with_its_day_in_shanghai_and_is_provisional_before_acceptance() -> None:
    accepted = full_assessment(transport(**CLASS_I), known(), RULES, CALENDAR)
    assert accepted.due_at is not None
    assert (accepted.due_at.isoformat(), accepted.due_provisional) == ("2026-09-23T23:59:59+08:00", False)
    assert full_assessment(transport(**CLASS_I), known(accepted_on=None), RULES, CALENDAR).due_provisional


@pytest.mark.parametrize(
    "context",
    [
        {"accepted_on": date(9999, 12, 31)},
        {"accepted_on": date(1, 1, 1)},
        {"submitted_at": "9999-12-31T23:59:59Z"},
        {"submitted_at": "2026-09-21T10:00:00"},
    ],
)
def test_a_context_no_office_can_count_from_is_refused(context: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        known(**context)


def test_a_preview_says_what_it_assumes() -> None:
    assessment = full_assessment(transport(**CLASS_II), PREVIEW, RULES, CALENDAR)
    assert assessment.lane_assumes == ["papers", "credit", "route", "licence_scope", "ban"]
    told = {reason.rule: reason for reason in assessment.reasons if reason.rule.startswith("assumed.")}
    assert set(told) == {f"assumed.{item}" for item in assessment.lane_assumes}
    assert told["assumed.route"].value == "conditions"
    assert "conditions" in told["assumed.route"].text.zh


def test_the_hint_names_the_cut_in_both_languages() -> None:
    assessment = full_assessment(transport(height=4320), PREVIEW, RULES, CALENDAR)
    assert assessment.faster_lane is not None
    (change,) = assessment.faster_lane.change
    assert (assessment.faster_lane.lane, change.measure, change.target, change.delta) == (
        "instant",
        "height_mm",
        4200,
        -120,
    )
    assert change.text.zh == "总高降低 120 毫米即为一类，可即时办理"
    assert change.text.en == "120 mm less height makes it class I, in the instant lane"


@pytest.mark.parametrize(
    ("changes", "context", "hint"),
    [
        ({"height": 4100}, PREVIEW, None),  # instant already
        ({"height": 4600}, PREVIEW, ("fast", "height_mm", 4500)),
        ({"height": 4600, "width": 3760}, PREVIEW, None),  # two measures in the way
        ({"height": 4320, "cargo": {"height_mm": 4201}}, PREVIEW, None),  # the cargo itself is too high
        ({"height": 4100, "gross": 49_500}, PREVIEW, ("instant", "gross_mass_kg", 49_000)),
        ({"height": 4320}, known(route=RouteContext(verdict="conditions")), None),  # the checked route is not clear
        ({"height": 4320}, known(papers_verified=False), None),
        ({"gross": 49_001}, PREVIEW, None),  # a kilogram less needs no permit at all: that is no lane
    ],
)
def test_faster_lane(changes: dict[str, Any], context: AssessmentContext, hint: tuple[str, str, int] | None) -> None:
    facts = transport(**changes)
    found = faster_lane(facts, context, RULES, CALENDAR, decide(facts, context))
    assert (found and (found.lane, found.measure, found.target)) == hint
