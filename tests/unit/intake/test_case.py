"""The case of several vehicle sets agrees with classification's own, and names the ground found."""

from hypothesis import given
from hypothesis import strategies as st

from services.classification.rules.case import strictest
from services.classification.rules.evaluate import assess
from services.classification.rules.explain import assessment_of
from services.classification.rules.loading import load_rules
from services.intake.applications.case import case_of, finding_of
from shared.contracts.classification import AssessmentContext
from shared.contracts.facts import TransportFacts
from shared.domain.calendar import Calendar
from shared.testing.strategies import assessment_contexts, transport_facts

RULES, CALENDAR = load_rules("ordos"), Calendar({})


@given(sets=st.lists(transport_facts(), min_size=1, max_size=4), context=assessment_contexts())
def test_the_strictest_is_classifications_own(sets: list[TransportFacts], context: AssessmentContext) -> None:
    decisions = [assess(facts, context, RULES, CALENDAR) for facts in sets]
    theirs = strictest(decisions, RULES)
    ours = case_of([assessment_of(decision, RULES) for decision in decisions])
    assert (ours.outcome, ours.class_, ours.lane) == (theirs.outcome, theirs.class_, theirs.lane)
    assert ours.strictest == theirs.set_index
    assert ours.statutory_days == (theirs.statutory_days or 0)
    assert ours.due_provisional == theirs.due_provisional


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
