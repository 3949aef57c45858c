"""What holds of every assessment, for any consistent facts and any context."""

import json
import operator
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from services.classification.calendar_seed import seed_overrides
from services.classification.rules.answer import AnswerWriter
from services.classification.rules.evaluate import assess
from services.classification.rules.explain import assessment_of, full_assessment
from services.classification.rules.faster_lane import faster_lane
from services.classification.rules.lanes import route_of
from services.classification.rules.loading import load_rules
from services.classification.rules.model import Decision
from services.classification.rules.override import overridden
from shared.contracts.classification import Assessment, AssessmentContext, Class, Lane
from shared.contracts.facts import TransportFacts
from shared.domain.calendar import Calendar
from shared.testing.strategies import (
    NEAR,
    Corrupted,
    assessment_contexts,
    corrupted_facts,
    transport_facts,
)

RULES = load_rules("ordos")
ANSWERS = AnswerWriter(RULES)
CALENDAR = Calendar(seed_overrides())
COMPARISONS: dict[str, Callable[[Any, Any], Any]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "=": operator.eq,
    "!=": operator.ne,
}
CLASSES = (None, "I", "II", "III")
MEASURES = (*NEAR, "gross_mass_kg")


def with_loaded(facts: TransportFacts, **measures: int) -> TransportFacts:
    return facts.model_copy(update={"loaded": facts.loaded.model_copy(update=measures)})


def decide(facts: TransportFacts, context: AssessmentContext) -> Decision:
    return assess(facts, context, RULES, CALENDAR)


@settings(max_examples=200, deadline=None)
@given(transport_facts(), assessment_contexts())
def test_every_reason_is_true_of_its_numbers(facts: TransportFacts, context: AssessmentContext) -> None:
    assessment = full_assessment(facts, context, RULES, CALENDAR)
    for reason in assessment.reasons:
        assert COMPARISONS[reason.comparison](reason.value, reason.limit) is reason.passed, reason
        assert reason.text.zh
        assert "{" not in reason.text.zh + reason.text.en
    rules = [reason.rule for reason in assessment.reasons]
    assert len(rules) == len(set(rules))


@settings(max_examples=200, deadline=None)
@given(transport_facts(), assessment_contexts())
def test_shape_of_the_answer(facts: TransportFacts, context: AssessmentContext) -> None:
    decision = decide(facts, context)
    failed = {rule.id for rule, _, _, passed in decision.findings if not passed}
    assert (decision.class_ is None) is (decision.outcome == "no_permit_needed") is (not decision.oversize)
    assert (decision.lane is not None) is (decision.outcome in {"permit_required", "refusable"})
    stopped = bool(failed & {"art11.divisible", "art11.licence", "art11.ban", "competence"})
    refused = bool(failed & {"art17.average", "art17.maximum"})
    expected = "permit_required"
    if not decision.oversize:
        expected = "no_permit_needed"
    elif stopped:
        expected = "not_acceptable"
    elif refused:
        expected = "refusable"
    assert decision.outcome == expected
    if decision.lane == "instant":
        assert decision.outcome == "permit_required"
        assert context.credit == "green"
        assert not context.open_restriction
        assert decision.class_ != "III"
        assert route_of(context, decision.class_ or "I", RULES).verdict != "blocked"
    if decision.class_ == "III" and decision.lane:
        assert decision.lane == "survey"
    assert decision.discretion is (decision.lane == "instant" and decision.class_ == "II")


@settings(max_examples=150, deadline=None)
@given(transport_facts(), assessment_contexts(), st.sampled_from(MEASURES), st.integers(0, 30_000))
def test_more_never_lowers_the_class(
    facts: TransportFacts, context: AssessmentContext, measure: str, more: int
) -> None:
    larger = with_loaded(facts, **{measure: getattr(facts.loaded, measure) + more})
    before, after = decide(facts, context), decide(larger, context)
    assert CLASSES.index(before.class_) <= CLASSES.index(after.class_)
    assert before.oversize <= after.oversize
    if before.lane is not None:
        assert after.lane is not None
        assert RULES.lanes.index(before.lane) <= RULES.lanes.index(after.lane)


@settings(max_examples=150, deadline=None)
@given(transport_facts(), assessment_contexts())
def test_knowing_less_never_makes_it_faster(facts: TransportFacts, context: AssessmentContext) -> None:
    base = decide(facts, context)
    for worse in (
        {"papers_verified": False},
        {"open_restriction": True},
        {"services_silent": ["registry"]},
        {"credit": "red"},
        {"licence_covers": None} if context.licence_covers else {},
    ):
        lane = decide(facts, context.model_copy(update=worse)).lane
        assert (lane is None) is (base.lane is None)
        if lane is not None and base.lane is not None:
            assert RULES.lanes.index(lane) >= RULES.lanes.index(base.lane)


@settings(max_examples=100, deadline=None)
@given(transport_facts(), assessment_contexts())
def test_preview_is_submission_for_the_same_context(facts: TransportFacts, context: AssessmentContext) -> None:
    preview = context.model_copy(update={"route": None, "assumed": ["route", "papers"]})
    first = decide(facts, preview)
    route = route_of(preview, first.class_ or "I", RULES)
    submitted = decide(facts, preview.model_copy(update={"route": route, "assumed": []}))
    assert first._replace(lane_assumes=(), findings=()) == submitted._replace(findings=())
    told = tuple(found for found in first.findings if not found[0].id.startswith("assumed."))
    assert told == submitted.findings


@settings(max_examples=100, deadline=None)
@given(transport_facts(), assessment_contexts())
def test_an_assessment_survives_its_wire_form(facts: TransportFacts, context: AssessmentContext) -> None:
    stored = AssessmentContext.model_validate_json(context.model_dump_json())
    again = TransportFacts.model_validate_json(facts.model_dump_json())
    assert decide(again, stored) == decide(facts, context)
    assessment = assessment_of(decide(facts, context), RULES)
    body = assessment.model_dump_json(by_alias=True)
    assert Assessment.model_validate_json(body) == assessment
    assert '"class":' in body


@settings(max_examples=200, deadline=None)
@given(transport_facts(), assessment_contexts())
def test_the_written_answer_is_the_wire_form_byte_by_byte(facts: TransportFacts, context: AssessmentContext) -> None:
    expected = full_assessment(facts, context, RULES, CALENDAR).model_dump_json(by_alias=True)
    assert ANSWERS.full(facts, context, CALENDAR).decode() == expected


@settings(max_examples=100, deadline=None)
@given(
    transport_facts(),
    assessment_contexts(),
    st.sampled_from(("I", "II", "III")),
    st.sampled_from(("instant", "fast", "survey")),
)
def test_an_override_sets_class_and_lane_and_leaves_what_was_found(
    facts: TransportFacts, context: AssessmentContext, class_: Class, lane: Lane
) -> None:
    before = decide(facts, context)
    after = overridden(before, facts, context, class_, lane, RULES, CALENDAR)
    assert (after.class_, after.lane, after.findings, after.outcome) == (class_, lane, before.findings, before.outcome)
    raised = overridden(before, facts, context, "III", "survey", RULES, CALENDAR)
    assert set(after.materials) <= set(raised.materials)
    assert (after.statutory_days or 0) <= (raised.statutory_days or 0)
    assert json.loads(ANSWERS.answer(after)) == json.loads(assessment_of(after, RULES).model_dump_json(by_alias=True))


@settings(max_examples=200, deadline=None)
@given(transport_facts(abroad=False), assessment_contexts())
def test_the_hint_is_the_exact_edge(facts: TransportFacts, context: AssessmentContext) -> None:
    decision = decide(facts, context)
    hint = faster_lane(facts, context, RULES, CALENDAR, decision)
    if decision.lane is None:
        assert hint is None
        return
    present = RULES.lanes.index(decision.lane)

    def faster(measure: str, target: int) -> bool:
        lane = decide(with_loaded(facts, **{measure: target}), context).lane
        return lane is not None and RULES.lanes.index(lane) < present

    # The oracle walks every bound any rule holds for the measure, and the values beside it.
    edges: dict[str, int] = {}
    for measure in MEASURES:
        value = getattr(facts.loaded, measure)
        floor = getattr(facts.cargo, measure) if measure != "gross_mass_kg" else value - facts.cargo.mass_kg + 1
        bounds = {
            limit for rule, _, limit, _ in decision.findings if rule.measure == measure and isinstance(limit, int)
        }
        near = sorted({b + step for b in bounds for step in (-1, 0, 1) if floor <= b + step < value}, reverse=True)
        found = next((target for target in near if faster(measure, target)), None)
        if found is not None:
            edges[measure] = found
    assert edges == ({} if hint is None else {hint.measure: hint.target})
    if hint is not None:
        assert faster(hint.measure, hint.target)
        assert not faster(hint.measure, hint.target + 1)


@settings(max_examples=400, deadline=None)
@given(corrupted_facts())
def test_one_wrong_field_is_always_a_field_error(corrupted: Corrupted) -> None:
    with pytest.raises(ValidationError) as refused:
        TransportFacts.model_validate(corrupted.body)
    assert refused.value.errors(include_url=False, include_input=False)
