"""The answer of an assessment as JSON, written without building its models: a preview is asked for most often of all.

The wire models in `explain` say what it looks like; a property test holds the two equal, byte by byte.
"""

import json
import string
from collections.abc import Callable
from json.encoder import encode_basestring
from typing import NamedTuple, TypeVar

from services.classification.rules import explain
from services.classification.rules.evaluate import assess
from services.classification.rules.faster_lane import FasterLane, faster_lane
from services.classification.rules.model import CompiledRules, Decision, Escort, Finding, Material, Rule, Value
from shared.contracts.classification import AssessmentContext
from shared.contracts.facts import TransportFacts, Wire
from shared.domain.calendar import Calendar, end_of_day

Thing = TypeVar("Thing")
_NULL = "null"


LANE = "lane."
_encode = json.JSONEncoder(separators=(",", ":")).encode


def _json(value: object) -> str:
    # The encoder's own way for anything but text is several times slower than these.
    if value is None:
        return _NULL
    if isinstance(value, bool):
        return "true" if value else "false"
    return encode_basestring(value) if isinstance(value, str) else _encode(value)


class _Templates(NamedTuple):
    """A reason's JSON with gaps: {0} value, {1} limit, {2} and {3} the same as shown in texts. Keeps its rule alive."""

    rule: Rule
    passed: str
    failed: str


class AnswerWriter:
    """Writes the answers of one compiled rule set; what is the same in many answers is rendered once.

    Args:
        rules: the rule set.
    """

    def __init__(self, rules: CompiledRules) -> None:
        self._rules = rules
        self._templates: dict[int, _Templates] = {}
        self._parts: dict[int, tuple[object, str]] = {}
        self._seen: dict[tuple[int, Value, Value, bool], str] = {}

    def full(self, facts: TransportFacts, context: AssessmentContext, calendar: Calendar) -> bytes:
        """Assessment with texts and the hint to a faster lane, as `explain.full_assessment` gives it."""
        decision = assess(facts, context, self._rules, calendar)
        return self.answer(decision, faster_lane(facts, context, self._rules, calendar, decision))

    def answer(self, decision: Decision, faster: FasterLane | None = None) -> bytes:
        """The answer of a decision made with these rules, as `explain.assessment_of` gives it."""
        reasons = ",".join([self._reason(finding) for finding in decision.findings])
        parts = (
            ("oversize", _json(decision.oversize)),
            ("outcome", _json(decision.outcome)),
            ("class", _json(decision.class_)),
            ("lane", _json(decision.lane)),
            ("lane_assumes", _encode(decision.lane_assumes)),
            ("discretion_reason", _model(explain.discretion_of(decision, self._rules))),
            ("reasons", f"[{reasons}]"),
            ("size_grade", _json(decision.size_grade)),
            ("mass_grade", _json(decision.mass_grade)),
            ("competence", _model(explain.competence_of(decision.competence))),
            ("required_materials", self._once(decision.materials, _materials)),
            ("escort", self._once(decision.escort, _escort)),
            ("needs_survey", _json(decision.lane == "survey")),
            ("statutory_days", _json(decision.statutory_days)),
            ("due_at", _json(end_of_day(decision.due_on).isoformat() if decision.due_on else None)),
            ("due_provisional", _json(decision.due_provisional)),
            ("promised_days", _json(decision.promised_days)),
            ("fine_estimate", _model(explain.fine_of(decision.fine))),
            ("multi_trip", _model(explain.multi_trip_of(decision.multi_trip))),
            ("faster_lane", _model(explain.faster_of(faster, self._rules))),
            ("rule_set", _model(explain.rule_set_of(decision))),
        )
        return ("{" + ",".join([f'"{name}":{part}' for name, part in parts]) + "}").encode()

    def _once(self, thing: Thing, render: Callable[[Thing], str]) -> str:
        known = self._parts.get(id(thing))
        if known is None:
            known = self._parts[id(thing)] = (thing, render(thing))
        return known[1]

    def _reason(self, finding: Finding) -> str:
        rule, value, limit, passed = finding
        if type(value) is int and type(limit) is int:  # most of them
            return self._template(rule, passed=passed).format(value, limit, value, limit)
        if not isinstance(value, bool) and not rule.id.startswith(LANE):
            return self._with_texts(finding)
        # Yes, no, and the few words a condition of the lane knows: the same ones again and again.
        key = (id(rule), value, limit, passed)
        known = self._seen.get(key)
        if known is None:
            known = self._seen[key] = self._with_texts(finding)
        return known

    def _with_texts(self, finding: Finding) -> str:
        rule, value, limit, passed = finding
        texts = (_json(explain.shown(one))[1:-1] for one in (value, limit))
        return self._template(rule, passed=passed).format(_json(explain.rounded(value)), _json(limit), *texts)

    def _template(self, rule: Rule, *, passed: bool) -> str:
        templates = self._templates.get(id(rule))
        if templates is None:
            templates = self._templates[id(rule)] = _templates(rule)
        return templates.passed if passed else templates.failed


def _model(model: Wire | None) -> str:
    return _NULL if model is None else model.model_dump_json(by_alias=True)


def _materials(materials: tuple[Material, ...]) -> str:
    return "[" + ",".join(_model(explain.material_of(material)) for material in materials) + "]"


def _escort(escort: Escort) -> str:
    return _model(explain.escort_of(escort))


def _templates(rule: Rule) -> _Templates:
    def template(text: tuple[str, str], *, passed: bool) -> str:
        zh, en = (_gaps(words) for words in text)
        head = f'{{"rule":{_json(rule.id)},"clause":{_json(rule.clause)},"mark":{_json(rule.mark)}'
        head += f',"measure":{_json(rule.measure)},"value":'
        tail = f',"unit":{_json(rule.unit)},"comparison":{_json(rule.comparison)},"passed":{_json(passed)}'
        closed = _escaped("}}")
        return (
            f'{_escaped(head)}{{0}},"limit":{{1}}{_escaped(tail)},"text":{_escaped("{")}"zh":"{zh}","en":"{en}"{closed}'
        )

    return _Templates(rule, template(rule.passed, passed=True), template(rule.failed, passed=False))


def _escaped(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")


def _gaps(words: str) -> str:
    """A text with {value} and {limit} as the inside of a JSON string with {2} and {3}."""
    gaps = {"value": "{2}", "limit": "{3}"}
    parts = string.Formatter().parse(words)
    return "".join(_escaped(_json(literal)[1:-1]) + (gaps[name] if name else "") for literal, name, _, _ in parts)
