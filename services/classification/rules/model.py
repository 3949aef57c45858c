"""Compiled rules and the results of an assessment as slotted values, made for speed and for storing."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from services.classification.rules.source import Credit, LaneFact, Level, RuleSetSource, Scope
from services.classification.rules.source_limits import Comparison, Sizes
from shared.contracts.classification import Class, ContextItem, Grade, Lane, Mark, Outcome, RouteContext

Value = int | float | str | bool | None


class Text(NamedTuple):
    """A text or template in both languages."""

    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule with its source; `value comparison limit` decides it."""

    id: str
    clause: str
    mark: Mark
    measure: str
    unit: str
    comparison: Comparison
    passed: Text
    failed: Text


Finding = tuple[Rule, Value, Value, bool]
"""One rule that was looked at: rule, value, limit, passed. A bare tuple, since an assessment makes some forty of them."""


class Measures(NamedTuple):
    """The four measures every class depends on: mm, mm, mm, kg (decision: never one of them alone)."""

    height_mm: int
    width_mm: int
    length_mm: int
    gross_mass_kg: int


class BoundRules(NamedTuple):
    """The rules of the four measures, in the order of `Measures`."""

    height: Rule
    width: Rule
    length: Rule
    mass: Rule


class MassRow(NamedTuple):
    """Limit of the gross mass, kg, and the bounds of art. 3 and of class I that hold it.

    `art3` names the rules; its mass rule carries the row's own clause and mark.
    """

    limit_kg: int
    oversize: Measures
    class_one: Measures
    art3: BoundRules


@dataclass(frozen=True, slots=True)
class MassTable:
    """Rows from one axle on (the last holds for more axles), for trucks, trains and single-drive trains."""

    truck: tuple[MassRow, ...]
    train: tuple[MassRow, ...]
    train_single_drive: tuple[MassRow, ...]
    single_drive_max: int


class Gate(NamedTuple):
    """Order 62 art. 17 for one kind of vehicle; `lines_only` leaves the tractors' axles out."""

    lines_only: bool
    average_kg: int
    maximum_kg: int
    average: Rule
    maximum: Rule


class LaneCheck(NamedTuple):
    """A condition of the lane; `equal` tells `=` from `!=`, `otherwise` is a rank in the order of lanes."""

    rule: Rule
    fact: LaneFact
    equal: bool
    limit: Value
    otherwise: int


class CompetenceRule(NamedTuple):
    """Who decides a scope; `digits` of the origin's adcode name the deciding area unless `origin` delegates."""

    scope: Scope
    level: Level
    digits: int
    origin: str | None
    since: date
    until: date
    rule: Rule


class Competence(NamedTuple):
    """Who decides a trip, and whether it is this installation."""

    level: Level
    area: str
    authority: str
    here: bool


class Material(NamedTuple):
    """A demanded paper."""

    code: str
    clause: str
    text: Text


class Escort(NamedTuple):
    """Escort a load needs; `beyond` holds the bounds of the row in the order of `Measures`, None: no bound."""

    row: str
    beyond: tuple[int | None, ...]
    required: bool
    front: int
    rear: int
    extra: tuple[str, ...]
    police_consultation: bool
    clause: str
    mark: Mark
    text: Text


class Condition(NamedTuple):
    """A condition of a permit for repeated trips."""

    code: str
    clause: str
    mark: Mark
    text: Text


class MultiTrip(NamedTuple):
    """The longest a permit for these repeated trips may run, and its conditions."""

    max_months: int
    last_day: date
    conditions: tuple[Condition, ...]


class Fine(NamedTuple):
    """What a run without permit may cost, yuan: an estimate, the officers decide."""

    low_yuan: int
    high_yuan: int
    warning: bool
    clause: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class CompiledRules:
    """A rule set ready for use. `source` keeps the tables that are read as they are."""

    source: RuleSetSource
    rules: Mapping[str, Rule]
    gb1589: BoundRules
    class1: BoundRules
    class2: BoundRules
    art10: BoundRules
    oversize: Sizes
    class_two: Measures
    grave: Measures
    mass: MassTable
    gates: Mapping[str, Gate]
    competence: tuple[CompetenceRule, ...]
    authority_name: Callable[[str], str]
    materials: Mapping[tuple[bool, bool], tuple[Material, ...]]
    multi_trip: tuple[Condition, ...]
    escort: Mapping[Class, tuple[Escort, ...]]
    lane_checks: Mapping[Class, tuple[LaneCheck, ...]]
    assumed: Mapping[ContextItem, Rule]
    lanes: tuple[Lane, ...]
    assumed_route: Mapping[Class, RouteContext]
    credit_lane: Mapping[Class, Mapping[Credit, Lane]]


class Decision(NamedTuple):
    """The result of an assessment as data; texts are made at the edge (`explain`)."""

    oversize: bool
    outcome: Outcome
    class_: Class | None
    lane: Lane | None
    lane_assumes: tuple[ContextItem, ...]
    discretion: bool
    findings: tuple[Finding, ...]
    measures: Measures
    mass_limit_kg: int
    size_grade: Grade | None
    mass_grade: Grade | None
    competence: Competence
    materials: tuple[Material, ...]
    escort: Escort
    statutory_days: int | None
    due_on: date | None
    due_provisional: bool
    promised_days: int | None
    fine: Fine | None
    rule_set: tuple[str, str]
    multi_trip: MultiTrip | None = None
