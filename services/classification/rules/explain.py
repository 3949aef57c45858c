"""The wire form of an assessment with its texts in Chinese and English, made at the edge from the decision's data."""

from services.classification.rules.evaluate import assess
from services.classification.rules.faster_lane import FasterLane, faster_lane
from services.classification.rules.model import CompiledRules, Decision, Escort, Finding, Text, Value
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
    competence, fine = decision.competence, decision.fine
    discretion = rules.source.lanes.discretion
    return wire.Assessment(
        oversize=decision.oversize,
        outcome=decision.outcome,
        class_=decision.class_,
        lane=decision.lane,
        lane_assumes=list(decision.lane_assumes),
        discretion_reason=wire.ReasonText(zh=discretion.zh, en=discretion.en) if decision.discretion else None,
        reasons=[reason_of(finding) for finding in decision.findings],
        size_grade=decision.size_grade,
        mass_grade=decision.mass_grade,
        competence=wire.Competence(
            level=competence.level, authority=competence.authority, area=competence.area, here=competence.here
        ),
        required_materials=[
            wire.Material(code=code, clause=clause, text=_text(text)) for code, clause, text in decision.materials
        ],
        escort=_escort(decision.escort),
        needs_survey=decision.lane == "survey",
        statutory_days=decision.statutory_days,
        due_at=end_of_day(decision.due_on) if decision.due_on else None,
        due_provisional=decision.due_provisional,
        promised_days=decision.promised_days,
        fine_estimate=wire.FineEstimate(**fine._asdict()) if fine else None,
        faster_lane=_faster(faster, rules) if faster else None,
        rule_set=wire.RuleSetRef(id=decision.rule_set[0], version=decision.rule_set[1]),
    )


def reason_of(finding: Finding) -> wire.Reason:
    """A finding as a reason."""
    rule, value, limit, passed = finding
    template = rule.passed if passed else rule.failed
    shown = {"value": _shown(value), "limit": _shown(limit)}
    return wire.Reason(
        rule=rule.id,
        clause=rule.clause,
        mark=rule.mark,
        measure=rule.measure,
        value=_rounded(value),
        limit=limit,
        unit=rule.unit,
        comparison=rule.comparison,
        passed=passed,
        text=wire.ReasonText(zh=template.zh.format(**shown), en=template.en.format(**shown)),
    )


def _rounded(value: Value) -> Value:
    return round(value, SHOWN_DECIMALS) if isinstance(value, float) else value


def _shown(value: Value) -> str:
    rounded = _rounded(value)
    return f"{rounded:.{SHOWN_DECIMALS}f}".rstrip("0").rstrip(".") if isinstance(rounded, float) else str(rounded)


def _text(text: Text) -> wire.ReasonText:
    return wire.ReasonText(zh=text.zh, en=text.en)


def _escort(escort: Escort) -> wire.EscortRequirement:
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


def _faster(faster: FasterLane, rules: CompiledRules) -> wire.FasterLane:
    """The hint, like 总高降低 120 毫米即为一类."""
    source = rules.source
    label = source.measure_labels[faster.measure]
    class_, lane = source.class_labels[faster.class_], source.lane_labels[faster.lane]
    cut = faster.value - faster.target
    text = wire.ReasonText(
        zh=f"{label.zh}降低 {cut} {label.unit_zh}即为{class_.zh},可{lane.zh}",
        en=f"{cut} {label.unit_en} less {label.en} makes it {class_.en}, in {lane.en}",
    )
    change = wire.Change(
        measure=faster.measure, value=faster.value, target=faster.target, delta=-cut, unit=label.unit_en, text=text
    )
    return wire.FasterLane(lane=faster.lane, change=[change])
