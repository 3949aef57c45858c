"""The wire form of an assessment with its texts in Chinese and English, made at the edge from the decision's data."""

from services.classification.rules.evaluate import assess
from services.classification.rules.faster_lane import FasterLane, faster_lane
from services.classification.rules.model import (
    Competence,
    CompiledRules,
    Decision,
    Escort,
    Finding,
    Fine,
    Material,
    MultiTrip,
    Text,
    Value,
)
from shared.contracts import classification as wire
from shared.contracts.classification import AssessmentContext
from shared.contracts.facts import TransportFacts
from shared.domain.calendar import Calendar, end_of_day

SHOWN_DECIMALS = 3
"""Enough to tell an average just above its limit from the limit: no set has a thousand axles."""


def full_assessment(
    facts: TransportFacts, context: AssessmentContext, rules: CompiledRules, calendar: Calendar
) -> wire.Assessment:
    """Assessment with texts and the hint to a faster lane, as previews and submissions answer it."""
    decision = assess(facts, context, rules, calendar)
    return assessment_of(decision, rules, faster_lane(facts, context, rules, calendar, decision))


def assessment_of(decision: Decision, rules: CompiledRules, faster: FasterLane | None = None) -> wire.Assessment:
    """The wire form of a decision made with these rules."""
    return wire.Assessment(
        oversize=decision.oversize,
        outcome=decision.outcome,
        class_=decision.class_,
        lane=decision.lane,
        lane_assumes=list(decision.lane_assumes),
        discretion_reason=discretion_of(decision, rules),
        reasons=[reason_of(finding) for finding in decision.findings],
        size_grade=decision.size_grade,
        mass_grade=decision.mass_grade,
        competence=competence_of(decision.competence),
        required_materials=[material_of(material) for material in decision.materials],
        escort=escort_of(decision.escort),
        needs_survey=decision.lane == "survey",
        statutory_days=decision.statutory_days,
        due_at=end_of_day(decision.due_on) if decision.due_on else None,
        due_provisional=decision.due_provisional,
        promised_days=decision.promised_days,
        fine_estimate=fine_of(decision.fine),
        multi_trip=multi_trip_of(decision.multi_trip),
        faster_lane=faster_of(faster, rules),
        rule_set=rule_set_of(decision),
    )


def reason_of(finding: Finding) -> wire.Reason:
    """A finding as a reason."""
    rule, value, limit, passed = finding
    template = rule.passed if passed else rule.failed
    told = {"value": shown(value), "limit": shown(limit)}
    return wire.Reason(
        rule=rule.id,
        clause=rule.clause,
        mark=rule.mark,
        measure=rule.measure,
        value=rounded(value),
        limit=limit,
        unit=rule.unit,
        comparison=rule.comparison,
        passed=passed,
        text=wire.ReasonText(zh=template.zh.format(**told), en=template.en.format(**told)),
    )


def rounded(value: Value) -> Value:
    """A value as it is told: averages to a few decimals."""
    return round(value, SHOWN_DECIMALS) if isinstance(value, float) else value


def shown(value: Value) -> str:
    """A value as it stands in a text."""
    told = rounded(value)
    return f"{told:.{SHOWN_DECIMALS}f}".rstrip("0").rstrip(".") if isinstance(told, float) else str(told)


def _text(text: Text) -> wire.ReasonText:
    return wire.ReasonText(zh=text.zh, en=text.en)


def discretion_of(decision: Decision, rules: CompiledRules) -> wire.ReasonText | None:
    """Why a load was handled at once at discretion (酌情), if it was."""
    reason = rules.source.lanes.discretion
    return wire.ReasonText(zh=reason.zh, en=reason.en) if decision.discretion else None


def competence_of(competence: Competence) -> wire.Competence:
    """Who decides."""
    return wire.Competence(
        level=competence.level, authority=competence.authority, area=competence.area, here=competence.here
    )


def material_of(material: Material) -> wire.Material:
    """A demanded paper."""
    return wire.Material(code=material.code, clause=material.clause, text=_text(material.text))


def fine_of(fine: Fine | None) -> wire.FineEstimate | None:
    """What a run without permit may cost."""
    return wire.FineEstimate(**fine._asdict()) if fine else None


def rule_set_of(decision: Decision) -> wire.RuleSetRef:
    """The rule set a decision was made with."""
    return wire.RuleSetRef(id=decision.rule_set[0], version=decision.rule_set[1])


def multi_trip_of(terms: MultiTrip | None) -> wire.MultiTripTerms | None:
    """The terms of a permit for repeated trips."""
    if terms is None:
        return None
    conditions = [
        wire.Condition(code=code, clause=clause, mark=mark, text=_text(text))
        for code, clause, mark, text in terms.conditions
    ]
    return wire.MultiTripTerms(max_months=terms.max_months, last_day=terms.last_day, conditions=conditions)


def escort_of(escort: Escort) -> wire.EscortRequirement:
    """The escort the load needs."""
    return wire.EscortRequirement(
        required=escort.required,
        front=escort.front,
        rear=escort.rear,
        extra=list(escort.extra),
        police_consultation=escort.police_consultation,
        clause=escort.clause,
        mark=escort.mark,
        text=_text(escort.text),
    )


def faster_of(faster: FasterLane | None, rules: CompiledRules) -> wire.FasterLane | None:
    """The hint, like 总高降低 120 毫米即为一类."""
    if faster is None:
        return None
    source = rules.source
    label = source.measure_labels[faster.measure]
    class_, lane = source.class_labels[faster.class_], source.lane_labels[faster.lane]
    cut = faster.value - faster.target
    text = wire.ReasonText(
        zh=f"{label.zh}降低 {cut} {label.unit_zh}即为{class_.zh}，可{lane.zh}",
        en=f"{cut} {label.unit_en} less {label.en} makes it {class_.en}, in {lane.en}",
    )
    change = wire.Change(
        measure=faster.measure, value=faster.value, target=faster.target, delta=-cut, unit=label.unit_en, text=text
    )
    return wire.FasterLane(lane=faster.lane, change=[change])
