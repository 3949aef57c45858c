"""Wire models of classification: what is asked of it (facts and context) and what it answers (the assessment)."""

from datetime import UTC, date, datetime, timedelta
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import AwareDatetime, ConfigDict, Field, model_validator

from shared.contracts.facts import Text, TransportFacts, Wire, custom_error

Outcome = Literal["no_permit_needed", "permit_required", "not_acceptable", "refusable"]
Class = Literal["I", "II", "III"]
Lane = Literal["instant", "fast", "survey"]
RouteVerdict = Literal["clear", "conditions", "blocked", "unknown"]
Mark = Literal["law", "textbook", "practice", "assumed"]
Grade = Literal["A", "B", "C", "D", "E"]
OfficeDay = Annotated[date, Field(ge=date(2000, 1, 1), le=date(2100, 12, 31))]
"""A day an office can count from."""
OfficeMoment = Annotated[
    AwareDatetime, Field(ge=datetime(2000, 1, 1, tzinfo=UTC), le=datetime(2100, 12, 31, tzinfo=UTC))
]
ContextItem = Literal["papers", "credit", "route", "licence_scope", "ban"]


class RouteContext(Wire):
    """What the route check found, as far as lane and escort depend on it.

    `needs_survey` is set when a structure, a clearance, a rating or missing road data is the cause; `whitelisted`
    when the whole route lies on a corridor released for class II; `bridges_ok` when every bridge is class 1-2, rated
    within its year, and S_b < S_d.
    """

    verdict: RouteVerdict
    needs_survey: bool = False
    bridges_ok: bool = True
    whitelisted: bool = False
    causes: list[str] = Field(default_factory=list)


class AssessmentContext(Wire):
    """What is known beside the facts. Stored with every assessment, so that it can be replayed.

    Args:
        submitted_at: moment of submission; chooses the rule set.
        accepted_on: Shanghai day of acceptance the clock starts from; None: the day of submission, provisional.
        papers_verified: every required paper was verified by look-up.
        licence_covers: the carrier's licence covers 大件运输; None: unknown.
        banned_until: end of an application ban of the carrier, if one runs.
        credit: credit colour.
        route: result of the route check; None: none was made.
        carrier_silent: a service that should have answered did not; the case then needs a person.
        assumed: the items that were assumed and not looked up (a preview assumes all).
    """

    submitted_at: OfficeMoment
    accepted_on: OfficeDay | None = None
    papers_verified: bool
    licence_covers: bool | None
    banned_until: date | None = None
    credit: Literal["green", "yellow", "red"]
    open_restriction: bool = False
    route: RouteContext | None
    services_silent: list[str] = Field(default_factory=list)
    assumed: list[ContextItem] = Field(default_factory=list)


class ReasonText(Wire):
    """A reason in both languages, made at the edge."""

    zh: str
    en: str


class Reason(Wire):
    """One rule that was looked at; `value comparison limit` is a true statement exactly when `passed` is true.

    A rule without a number compares with `=` or `!=`; days are compared as ISO dates.
    """

    rule: str
    clause: str
    mark: Mark
    measure: str
    value: int | float | str | bool | None
    limit: int | float | str | bool | None
    unit: str
    comparison: Literal["<", "<=", ">", ">=", "=", "!="]
    passed: bool
    text: ReasonText


class Competence(Wire):
    """Who decides (Protection Regulation art. 36).

    `area` is the adcode prefix of the deciding body's area, `here` tells whether it is this installation.
    """

    level: Literal["county", "prefecture", "region", "origin_province"]
    authority: str
    area: str
    here: bool


class Material(Wire):
    """A paper the application needs (Order 62 art. 10, 19); what is not listed may be given but not demanded."""

    code: str
    clause: str
    text: ReasonText


class EscortRequirement(Wire):
    """Escort the load needs; counts are proposals unless an authority set them (mark)."""

    required: bool
    front: int
    rear: int
    extra: list[str]
    police_consultation: bool
    clause: str
    mark: Mark
    text: ReasonText


class Condition(Wire):
    """A condition a permit carries."""

    code: str
    clause: str
    mark: Mark
    text: ReasonText


class MultiTripTerms(Wire):
    """Terms of one permit for repeated trips (Order 62 art. 19): until when at most, and its conditions."""

    max_months: int
    last_day: date
    conditions: list[Condition]


class FineEstimate(Wire):
    """What a run without permit may cost, yuan (Order 62 art. 43): an estimate, the officers decide.

    `warning` tells that the mass is over by so little that a warning is due for it.
    """

    low_yuan: int
    high_yuan: int
    warning: bool
    clause: str
    mark: Mark


class Change(Wire):
    """One change of a measure that leads to a faster lane."""

    measure: str
    value: int
    target: int
    delta: int
    unit: str
    text: ReasonText


class FasterLane(Wire):
    """The smallest change that reaches a faster lane."""

    lane: Lane
    change: list[Change]


class RuleSetRef(Wire):
    """The rule set an assessment was made with."""

    id: str
    version: str


class Assessment(Wire):
    """The answer. See the fixed contract for the meaning of every field."""

    oversize: bool
    outcome: Outcome
    class_: Annotated[Class | None, Field(alias="class", serialization_alias="class")]
    lane: Lane | None
    lane_assumes: list[ContextItem]
    discretion_reason: ReasonText | None
    reasons: list[Reason]
    size_grade: Grade | None
    mass_grade: Grade | None
    competence: Competence
    required_materials: list[Material]
    escort: EscortRequirement
    needs_survey: bool
    statutory_days: int | None
    due_at: datetime | None
    due_provisional: bool
    promised_days: int | None
    fine_estimate: FineEstimate | None
    multi_trip: MultiTripTerms | None = None
    faster_lane: FasterLane | None
    rule_set: RuleSetRef

    model_config = ConfigDict(populate_by_name=True)


class AssessmentOrder(Wire):
    """Intake asks for a stored assessment of one vehicle set; the same order twice gives the same assessment."""

    application_id: UUID
    facts_version: int
    set_index: int
    facts: TransportFacts
    context: AssessmentContext


class OverrideOrder(Wire):
    """An officer sets class or lane, with the reason. What is not given follows from the other."""

    class_: Annotated[Class | None, Field(alias="class", serialization_alias="class")] = None
    lane: Lane | None = None
    reason: Text

    model_config = ConfigDict(populate_by_name=True)


class Override(Wire):
    """What an officer set in place of what the rules gave, by whom and why."""

    class_: Annotated[Class, Field(alias="class", serialization_alias="class")]
    lane: Lane
    reason: str
    by: UUID
    by_name: str
    role: str
    at: datetime

    model_config = ConfigDict(populate_by_name=True)


class AssessmentView(Wire):
    """A stored assessment as it holds: with the override, should there be one; `computed`: what the rules gave."""

    id: UUID
    application_id: UUID
    facts_version: int
    set_index: int
    status: Literal["computed", "overridden", "superseded"]
    assessment: Assessment
    computed_class: Class | None
    computed_lane: Lane | None
    override: Override | None
    version: int


class StoredAssessment(Wire):
    """An assessment with its identity."""

    id: UUID
    assessment: Assessment


LONGEST_PAUSE = timedelta(days=366)
"""More than a year of standing still is an error of typing; longer works are told in several notices."""


class ClockPause(Wire):
    """Days on which the clock stands still, both ends included; told to the applicant in writing under a number."""

    reason: Annotated[str, Field(min_length=1, max_length=40)]
    first: OfficeDay
    last: OfficeDay
    notice_no: Text

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.last < self.first:
            raise custom_error("end_before_start")
        longest = self.first + LONGEST_PAUSE
        if self.last > longest:
            raise custom_error("less_than_equal", le=longest.isoformat())
        return self


ClockLimit = Literal["deemed_acceptance_days", "delivery_days"]
"""Limits that run beside the statutory ones, as the rule set's clock names them; their length stands there alone."""


class DueOrder(Wire):
    """A limit to count: so many working days, or one the rule set names, from the Shanghai day of acceptance.

    `pauses` are the times the clock stood still, on grounds the rule set knows; `extended` adds its one extension.
    """

    accepted_on: OfficeDay
    working_days: Annotated[int, Field(ge=0, le=1000)] | ClockLimit
    pauses: Annotated[list[ClockPause], Field(max_length=20)] = []
    extended: bool = False


class DueDate(Wire):
    """Its end, and when a warning is due; provisional when a year on the way has no calendar yet.

    `clause`: what a limit that the rule set names rests on.
    """

    due_at: datetime
    provisional: bool
    warn_at: datetime | None = None
    clause: str | None = None
