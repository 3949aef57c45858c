"""The case of several vehicle sets: the strictest of every answer, and the ground found against it."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.classification.rules.evaluate import assess
from services.classification.rules.explain import assessment_of
from services.classification.rules.loading import load_rules
from services.intake.applications.case import case_of, finding_of
from shared.contracts.classification import Assessment, AssessmentContext
from shared.contracts.facts import TransportFacts
from shared.domain.calendar import Calendar
from shared.testing.strategies import assessment_contexts, transport_facts
from tests.unit.classification.cases import decide, known, transport

RULES, CALENDAR = load_rules("ordos"), Calendar({})
OUTCOMES = ("no_permit_needed", "permit_required", "refusable", "not_acceptable")
CLASSES = (None, "I", "II", "III")
LANES = (None, "instant", "fast", "survey")


def made(context: AssessmentContext | None = None, **facts: Any) -> Assessment:
    return assessment_of(decide(transport(**facts), context or known()), RULES)


def test_the_strictest_of_several_sets_decides_the_case() -> None:
    instant, surveyed, none = made(height=4100), made(height=4600), made()
    refusable = made(height=4100, loads=[5000, 7000, 7000, 13_001, 8000, 8000])
    case = case_of([instant, surveyed, refusable, none])
    assert (case.outcome, case.class_, case.lane, case.statutory_days) == ("refusable", "III", "survey", 15)
    assert (case.due_at, case.strictest) == (surveyed.due_at, 2)
    stopped = case_of([instant, made(height=4100, divisible=True)])
    assert (stopped.outcome, stopped.lane, stopped.class_, stopped.strictest) == ("not_acceptable", None, "I", 1)
    nothing = case_of([none])
    assert (nothing.outcome, nothing.class_, nothing.lane, nothing.due_at) == ("no_permit_needed", None, None, None)
    with pytest.raises(ValueError, match="empty"):
        case_of([])


def test_only_the_latest_end_says_whether_it_is_provisional() -> None:
    known_end, guessed = made(height=4100), made(known(accepted_on=date(2027, 3, 1)), height=4100)
    assert known_end.due_provisional is False
    assert case_of([known_end, guessed]).due_provisional is True
    early = guessed.model_copy(update={"due_at": datetime(2026, 1, 1, tzinfo=UTC)})
    assert case_of([known_end, early]).due_provisional is False


@given(sets=st.lists(transport_facts(), min_size=1, max_size=4), context=assessment_contexts())
def test_no_set_is_stricter_than_the_case(sets: Sequence[TransportFacts], context: AssessmentContext) -> None:
    found = [assessment_of(assess(facts, context, RULES, CALENDAR), RULES) for facts in sets]
    case = case_of(found)
    assert OUTCOMES.index(case.outcome) == max(OUTCOMES.index(one.outcome) for one in found)
    assert CLASSES.index(case.class_) == max(CLASSES.index(one.class_) for one in found)
    slowest = max(LANES.index(one.lane) for one in found)
    assert case.lane == (None if case.outcome == "not_acceptable" else LANES[slowest])
    assert found[case.strictest].outcome == case.outcome
    assert case.statutory_days == max(one.statutory_days or 0 for one in found)


@given(facts=transport_facts(), context=assessment_contexts())
def test_a_ground_is_found_exactly_when_it_is_not_acceptable(facts: TransportFacts, context: AssessmentContext) -> None:
    decision = assess(facts, context, RULES, CALENDAR)
    finding = finding_of([assessment_of(decision, RULES)])
    if decision.outcome == "not_acceptable":
        assert finding is not None
        assert (finding.ground == "not_competent") == (not decision.competence.here)
        assert finding.right_authority == (None if decision.competence.here else decision.competence.authority)
    elif decision.outcome != "no_permit_needed":
        assert finding is None
