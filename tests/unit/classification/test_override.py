"""What an officer's class and lane make of a decision, and how fast a class may go."""

import pytest

from services.classification.rules.override import fastest_of, overridden, slowest
from shared.contracts.classification import Class, Lane
from tests.unit.classification.cases import CALENDAR, RULES, YULIN, decide, known, transport


@pytest.mark.parametrize(("class_", "lane"), [("I", "instant"), ("II", "instant"), ("III", "survey")])
def test_how_fast_a_class_may_go(class_: Class, lane: Lane) -> None:
    assert fastest_of(class_, RULES) == lane


@pytest.mark.parametrize(
    ("first", "second", "slower"),
    [("instant", "fast", "fast"), ("survey", "fast", "survey"), ("fast", "fast", "fast")],
)
def test_the_slower_lane(first: Lane, second: Lane, slower: Lane) -> None:
    assert slowest(first, second, RULES) == slower


@pytest.mark.parametrize(("destination", "days"), [("150622", 15), (YULIN, 20)])
def test_a_raised_class_brings_what_grave_cases_bring(destination: str, days: int) -> None:
    facts, context = transport(height=4100, destination=destination), known()
    before = decide(facts, context)
    after = overridden(before, facts, context, "III", "survey", RULES, CALENDAR)
    assert (after.class_, after.lane, after.statutory_days) == ("III", "survey", days)
    assert after.due_on == CALENDAR.add_working_days(context.accepted_on or before.due_on, days).day  # type: ignore[arg-type]
    assert {"outline_drawing", "escort_plan"} <= {paper.code for paper in after.materials}
    assert after.escort.required
    assert (after.findings, after.measures, after.fine) == (before.findings, before.measures, before.fine)


def test_a_lowered_class_keeps_what_its_size_asks_for() -> None:
    facts, context = transport(height=4600), known()
    after = overridden(decide(facts, context), facts, context, "II", "fast", RULES, CALENDAR)
    assert "escort_plan" in {paper.code for paper in after.materials}
    assert (after.statutory_days, after.escort.required, after.discretion) == (5, False, False)


@pytest.mark.parametrize(
    ("size", "grave"),
    [({"height": 4500}, False), ({"height": 4501}, True), ({"length": 28_001}, True), ({"width": 3751}, True)],
)
def test_the_bound_of_grave_cases_is_inclusive(size: dict[str, int], grave: bool) -> None:
    facts, context = transport(**size), known()  # type: ignore[arg-type]
    after = overridden(decide(facts, context), facts, context, "II", "fast", RULES, CALENDAR)
    assert ("outline_drawing" in {paper.code for paper in after.materials}) is grave
