"""Wire models of issuance: review cases, decisions, permits, the standing authority."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from shared.contracts.changes import ChangedPermit
from shared.contracts.classification import Assessment
from shared.contracts.comparison import EarlierVersion
from shared.contracts.facts import Text, TransportFacts, Wire
from shared.contracts.route_advisory import BridgeVerdict, Finding, LineString, RouteCheck
from shared.contracts.route_advisory import Verdict as RouteVerdict

PermitState = Literal[
    "issued",
    "active",
    "used_up",
    "expired",
    "deregistered",
    "superseded",
    "voided",
    "withdrawn",
    "revoked",
    "confiscated",
]


class RoadStretch(Wire):
    """A stretch of one road in driving order; a road without a number has no stakes. Places are the towns at its ends."""

    road: str
    from_stake: str | None
    to_stake: str | None
    length_m: int
    from_place: str | None = None
    to_place: str | None = None


class CaseRoute(BaseModel):
    """What review and permit need of a stored plan; further fields are not kept.

    `segments` are ids in driving order, `hash` is the plan's own, `findings` those that are not simply clear. All empty:
    no way was checked; such a set cannot be granted.
    """

    model_config = ConfigDict(extra="ignore", frozen=True)

    verdict: RouteVerdict | None = None
    roads: list[RoadStretch] = []
    length_m: int = 0
    segments: list[int] = []
    findings: list[Finding] = []
    bridges: list[BridgeVerdict] = []
    geometry: LineString | None = None
    hash: str | None = None
    needs_survey: bool = False
    sample_data: bool = False

    @classmethod
    def of(cls, check: RouteCheck, route_hash: str) -> "CaseRoute":
        """What a case keeps of a plan: roads and segments in driving order, what was found, and the line."""
        kept = check.model_dump(include=set(cls.model_fields) - {"segments", "findings"})
        return cls.model_validate(
            {
                **kept,
                "segments": [segment.id for segment in check.segments],
                "findings": [found for found in check.findings if found.verdict != "clear" or found.needs_survey],
                "hash": route_hash,
            }
        )


class CaseSet(Wire):
    """One vehicle set of a case: facts, what was assessed, the plan it may run on."""

    set_index: int
    facts: TransportFacts
    assessment: Assessment
    route_plan_id: UUID | None
    route: CaseRoute


class CaseHolder(Wire):
    """What a permit prints of its holder beside the name: credit code, transport licence, telephone."""

    credit_code: Text
    licence_number: Text
    phone: Text


class ReviewCaseOrder(Wire):
    """Intake opens the review of an accepted application; the same application has one case."""

    application_id: UUID
    application_number: str
    authority_adcode: str
    facts_version: int
    carrier_id: UUID
    carrier_name: str
    holder: CaseHolder | None = None
    class_: Annotated[Literal["I", "II", "III"], Field(alias="class", serialization_alias="class")]
    lane: Literal["instant", "fast", "survey"]
    outcome: Literal["permit_required", "refusable"]
    sets: list[CaseSet]
    changes: ChangedPermit | None = None
    previous: EarlierVersion | None = None
    prechecked_by: UUID | None
    filed_by: UUID | None = None
    accepted_at: datetime
    due_at: datetime | None
    due_provisional: bool = False

    model_config = {"populate_by_name": True}


NotDecided = Literal[
    "not_instant",
    "route_missing",
    "no_standing_authority",
    "suspended",
    "carrier_suspended",
    "road_suspended",
    "class_not_covered",
    "daily_limit",
    "with_a_person",
    "closed",
]


class AutomaticDecision(Wire):
    """Answer to an automatic decision: the case, and the permits it issued.

    `decided` false: the standing authority does not cover it (`reason`), a person decides.
    """

    review_case_id: UUID
    decided: bool
    reason: NotDecided | None
    decided_at: datetime | None
    permits: list["PermitSummary"]


class Hold(Wire):
    """A travel hold (通行中止) beside the state: the permit may not be used while it lasts."""

    reason: str
    since: datetime


class PermitSummary(Wire):
    """A permit in a decision, with the hold that lasts beside its state."""

    number: str
    set_index: int
    state: PermitState
    hold: Hold | None
    valid_from: datetime
    valid_to: datetime


class RouteChange(Wire):
    """How the way of a set changed since it was reviewed: lengths in m; `same_way`: only what was found differs."""

    set_index: int
    same_way: bool
    verdict_before: RouteVerdict | None
    verdict: RouteVerdict | None
    length_before_m: int
    length_m: int
    roads_before: list[str]
    roads: list[str]
    findings_new: list[Finding]
    findings_gone: list[Finding]


class CaseReturn(Wire):
    """Why a case came back to review: an approver's reason with what to mend, a road that changed, another class."""

    kind: Literal["approver", "road_changed", "reclassified"]
    reason: str
    fixes: list[str]
    at: datetime
    route_changes: list[RouteChange]


class Reading(Wire):
    """Somebody else read a conclusion and stands by it: the second reader of class III, the legal reader of a refusal."""

    reader_id: UUID
    reader_name: str
    text: str
    at: datetime


class ReviewCase(Wire):
    """A review case as reviewers and approvers read it; `returned` says why it came back last.

    `rerouted_at`: its way was planned anew then; a survey before that was of another way.
    """

    id: UUID
    application_id: UUID
    application_number: str
    carrier_id: UUID
    carrier_name: str
    class_: Annotated[Literal["I", "II", "III"], Field(alias="class", serialization_alias="class")]
    lane: Literal["instant", "fast", "survey"]
    outcome: str
    state: str
    sets: list[CaseSet]
    changes: ChangedPermit | None
    prechecked_by: UUID | None
    reviewer_id: UUID | None
    conclusion: str | None
    conclusion_text: str | None
    conditions: list[str]
    second_reading: Reading | None
    legal_reading: Reading | None
    returned: CaseReturn | None
    rerouted_at: datetime | None
    due_at: datetime | None
    due_provisional: bool
    version: int

    model_config = {"populate_by_name": True}


class ReviewCaseRow(Wire):
    """A review case in a list."""

    id: UUID
    application_id: UUID
    application_number: str
    carrier_name: str
    class_: Annotated[Literal["I", "II", "III"], Field(alias="class", serialization_alias="class")]
    lane: Literal["instant", "fast", "survey"]
    outcome: str
    state: str
    reviewer_id: UUID | None
    conclusion: str | None
    due_at: datetime | None
    version: int

    model_config = {"populate_by_name": True}


class ReturnOrder(Wire):
    """An approver sends a case back to review; `fixes` are what is to be mended, one by one."""

    reason: Text
    fixes: Annotated[list[Text], Field(max_length=30)] = []


class Conclusion(Wire):
    """A reviewer's conclusion."""

    conclusion: Literal["grant", "refuse"]
    text: Annotated[str, Field(min_length=2, max_length=200)]
    conditions: Annotated[list[Text], Field(max_length=30)] = []


class Ground(Wire):
    """A ground of refusal with its clause."""

    clause: Text
    text: Annotated[str, Field(min_length=2, max_length=2000)]


class DecisionOrder(Wire):
    """An approver's decision; `version` is the version of the review case that was read."""

    review_case_id: UUID
    version: Annotated[int, Field(ge=1, le=2**31 - 1, strict=True)]
    kind: Literal["grant", "refuse"]
    grounds: Annotated[list[Ground], Field(max_length=20)] = []
    conditions: Annotated[list[Text], Field(max_length=30)] = []


class Decision(Wire):
    """A decision and the permits it issued."""

    id: UUID
    review_case_id: UUID
    application_id: UUID
    kind: Literal["grant", "refuse"]
    automatic: bool
    grounds: list[Ground]
    conditions: list[str]
    decided_at: datetime
    permits: list[PermitSummary]


class Permit(Wire):
    """A permit as its holder and staff read it."""

    number: str
    state: PermitState
    hold: Hold | None
    revision: int
    token: str
    valid_from: datetime
    valid_to: datetime
    facts: TransportFacts
    set_index: int
    conditions: list[str]
    route_plan_id: UUID
    application_id: UUID
    carrier_name: str
    demonstration: bool
    trips_allowed: int
    trips_used: int
    change: dict[str, object] | None
    legal_reading: Reading | None
    end_state: PermitState | None
    end_reason: str | None
    end_clause: str | None
    ended_at: datetime | None
    version: int


class PublicPermit(Wire):
    """What anyone may see of a permit: state, plates, sizes, dates."""

    number: str
    state: PermitState
    hold: bool
    revision: int
    plates: list[str]
    length_mm: int
    width_mm: int
    height_mm: int
    gross_mass_kg: int
    valid_from: datetime
    valid_to: datetime
    demonstration: bool


class PermitRow(Wire):
    """A permit in a list."""

    id: UUID
    number: str
    revision: int
    set_index: int
    state: PermitState
    hold: bool
    class_: Annotated[Literal["I", "II", "III"], Field(alias="class", serialization_alias="class")]
    carrier_name: str
    application_id: UUID
    application_number: str
    plates: list[str]
    valid_from: datetime
    valid_to: datetime
    version: int

    model_config = {"populate_by_name": True}


class SecondReading(Wire):
    """What a second reviewer says when he stands by the conclusion."""

    text: Annotated[str, Field(min_length=2, max_length=2000)]


class LegalReading(Wire):
    """What the legal reader says when he agrees."""

    text: Annotated[str, Field(min_length=2, max_length=2000)]
