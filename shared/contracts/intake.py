"""Wire models of intake: applications, their timeline, and the stages issuance mirrors back."""

import unicodedata
from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, Field

from shared.contracts.application_permits import ApplicationPermit, PermitRef
from shared.contracts.changes import ChangeBasis
from shared.contracts.classification import Assessment, ClockPause, ReasonText
from shared.contracts.facts import FurtherSet, Moment, Text, TransportFacts, Wire, custom_error
from shared.contracts.overrides import SetOverride

Status = Literal[
    "draft",
    "submitted",
    "precheck",
    "correction",
    "accepted",
    "routed",
    "survey",
    "review",
    "consult",
    "approval",
    "approved",
    "issued",
    "terminated",
    "not_accepted",
    "rejected",
    "withdrawn",
    "deemed_withdrawn",
]
ApplicationKind = Literal["new", "change"]
"""A new permit is asked for, or the change of one."""
NonAcceptanceGround = Literal["divisible_goods", "licence_scope", "application_ban", "not_competent", "other"]


def _prose(value: str) -> str:
    if any(unicodedata.category(char) in {"Cc", "Cs", "Cn"} and char not in "\r\n\t" for char in value):
        raise custom_error("text_control_character")
    return value


Prose = Annotated[str, Field(max_length=2000), AfterValidator(_prose)]
"""What an officer writes: several lines, no other control characters."""


class ApplicationDraft(Wire):
    """A new application. `carrier_id` may be left out: an agent files for its own carrier."""

    carrier_id: UUID | None = None
    facts: TransportFacts
    further_sets: Annotated[list[FurtherSet], Field(max_length=20)] = []


class ApplicationEdit(Wire):
    """What an edit of a draft replaces; further sets that are left out stay as they are."""

    facts: TransportFacts
    further_sets: Annotated[list[FurtherSet], Field(max_length=20)] = []


class CorrectionItem(Wire):
    """One thing to mend: the field of the application it is about (empty: the whole), and what is wanted."""

    pointer: Annotated[str, Field(max_length=200, pattern=r"^(/[^/]+)*$")] = ""
    text: Annotated[Prose, Field(min_length=2)]


class CorrectionNotice(Wire):
    """Everything that is missing or malformed, told at once (Licensing Law art. 32(4))."""

    items: Annotated[list[CorrectionItem], Field(min_length=1, max_length=50)]


class GivenNotice(Wire):
    """A correction notice as it was given."""

    number: str
    given_at: datetime
    items: list[CorrectionItem]


class Resubmission(Wire):
    """What an application is handed in again with; facts and further sets that are left out stay as they are."""

    facts: TransportFacts | None = None
    further_sets: Annotated[list[FurtherSet] | None, Field(max_length=20)] = None
    note: Prose = ""


class Slip(Wire):
    """A slip of the pen and its right wording: names of goods, names and addresses of places."""

    pointer: Annotated[
        str,
        Field(
            max_length=100,
            pattern=r"^/(facts/(cargo/name|trip/(origin|destination|via/[0-9]{1,2})/(name|address))"
            r"|further_sets/[0-9]{1,2}/cargo/name)$",
        ),
    ]
    text: Text


class Fix(Wire):
    """Slips put right on the spot (Licensing Law art. 32(3)); `note` says how the applicant agreed."""

    slips: Annotated[list[Slip], Field(min_length=1, max_length=20)]
    note: Annotated[Prose, Field(min_length=2)]


class CopyOrder(Wire):
    """A copy of an application: the same trip, or the way back with the same load; from when (default: as it was)."""

    kind: Literal["same", "return"] = "same"
    planned_start: Moment | None = None


class OpenItem(Wire):
    """Something that looks odd or is still missing; never a refusal by itself."""

    code: str
    pointer: str
    zh: str
    en: str


class NextStep(Wire):
    """Who acts next, and what on."""

    actor: str
    action: str


class Finding(Wire):
    """A ground not to accept that the assessment found, prepared for the clerk: the rules that failed."""

    ground: NonAcceptanceGround
    rules: list[str]
    right_authority: str | None


class Application(Wire):
    """An application as its owner and staff read it; its due date is provisional before acceptance or a calendar."""

    id: UUID
    number: str | None
    carrier_id: UUID
    carrier_name: str
    kind: ApplicationKind
    changes: ChangeBasis | None
    channel: Literal["online", "assisted"]
    status: Status
    class_: Annotated[Literal["I", "II", "III"] | None, Field(alias="class", serialization_alias="class")]
    lane: Literal["instant", "fast", "survey"] | None
    facts: TransportFacts
    further_sets: list[FurtherSet]
    assessment: Assessment | None
    assessments: list[Assessment]
    assessment_ids: list[UUID]
    overrides: list[SetOverride]
    route_plan_id: UUID | None
    route_plan_ids: list[UUID]
    review_case_id: UUID | None
    permits: list[ApplicationPermit]
    supersedes_id: UUID | None
    correction: GivenNotice | None
    submitted_at: datetime | None
    received_at: datetime | None
    notice_due_at: datetime | None
    accepted_at: datetime | None
    deemed_accepted: bool
    decided_at: datetime | None
    due_at: datetime | None
    due_provisional: bool
    promised_at: datetime | None
    pauses: list[ClockPause]
    open_items: list[OpenItem]
    finding: Finding | None
    next: NextStep | None
    claimed_by: UUID | None
    version: int

    model_config = {"populate_by_name": True}


class ApplicationRow(Wire):
    """An application in a list."""

    id: UUID
    number: str | None
    kind: ApplicationKind
    carrier_name: str
    cargo_name: str
    plates: list[str]
    status: Status
    class_: Annotated[Literal["I", "II", "III"] | None, Field(alias="class", serialization_alias="class")]
    lane: Literal["instant", "fast", "survey"] | None
    planned_start: datetime
    submitted_at: datetime | None
    due_at: datetime | None
    claimed_by: UUID | None
    version: int

    model_config = {"populate_by_name": True}


QueueStage = Literal["unclaimed", "mine", "others", "correction"]
"""Nobody has it; the caller has it; another clerk has it; the applicant has been asked to correct it."""
DueBand = Literal["overdue", "today", "soon", "later"]


class QueueRow(ApplicationRow):
    """An application in the queue; `waits_until` is what it is ordered by: the statutory end, else that of a notice."""

    waits_until: datetime
    notice_due_at: datetime | None


class QueueCount(Wire):
    """How many cases a list of the queue holds."""

    stage: QueueStage
    band: DueBand
    count: int


class QueuePage(Wire):
    """A page of one list of the queue, and how long every list is."""

    items: list[QueueRow]
    next_cursor: str | None
    counts: list[QueueCount]


class Taken(Wire):
    """The case a clerk was given next; None: nothing waits for him."""

    application: QueueRow | None


class ClerkLoad(Wire):
    """A clerk and how many cases he has."""

    id: UUID
    name: str
    held: int


class ClerkLoads(Wire):
    """The clerks of the authority, the one with least first."""

    items: list[ClerkLoad]


class Handover(Wire):
    """To whom a case goes, and what he should know."""

    to: UUID
    note: Prose = ""


class Assignment(Wire):
    """To whom a supervisor gives a case; left out: the clerk with least."""

    to: UUID | None = None
    note: Prose = ""


MaterialCode = Literal[
    "application_form",
    "operating_licence",
    "agent_identity",
    "authorisation",
    "vehicle_licence",
    "outline_drawing",
    "escort_plan",
    "transport_plan",
]
FileState = Literal["given", "verified", "rejected"]
MaterialState = Literal["held", "given", "verified", "rejected", "missing"]
"""Held by an authority already (waived); uploaded; found good; found wanting; not there."""


class MaterialFile(Wire):
    """An uploaded file: the material it is, and the field of the application it proves."""

    id: UUID
    code: MaterialCode
    pointer: str
    name: str
    media_type: str
    size_bytes: int
    sha256: str
    state: FileState
    note: str
    uploaded_at: datetime


class RequiredMaterial(Wire):
    """A material the application needs and how it stands; rejected or missing ones stand against acceptance."""

    code: str
    clause: str
    text: ReasonText
    pointer: str
    state: MaterialState


class MaterialList(Wire):
    """What an application needs (nothing before it was assessed) and what was handed in.

    `looked_up_at` is when registry was asked for what it holds; None: not yet, or it was silent.
    """

    required: list[RequiredMaterial]
    files: list[MaterialFile]
    complete: bool
    looked_up_at: datetime | None


class MaterialCheck(Wire):
    """What the clerk found of an uploaded file."""

    result: Literal["verified", "rejected"]
    note: Prose = ""


class TimelineEvent(Wire):
    """One act on an application; `role` says who, by role. Names of officers are shown to staff alone."""

    seq: int
    action: str
    at: datetime
    role: str
    actor: str | None
    data: dict[str, object]


class Precheck(Wire):
    """Result of the clerk's pre-check."""

    note: Prose = ""


class NonAcceptance(Wire):
    """Ground for not accepting (Order 62 art. 11; Licensing Law art. 32)."""

    ground: NonAcceptanceGround
    explanation: Annotated[Prose, Field(min_length=2)]
    right_authority: Text | None = None


class Termination(Wire):
    """Wrong or misreported facts: stopped at once, told and guided."""

    reason: Literal[
        "wrong_dimensions",
        "wrong_mass_or_axles",
        "wrong_route",
        "wrong_jurisdiction",
        "wrong_vehicle",
        "wrong_company",
        "duplicate",
        "not_oversize",
        "divisible_goods",
        "applicant_request",
        "other",
    ]
    guidance: Annotated[Prose, Field(min_length=2)]


class MirrorAnswer(Wire):
    """Whether a mirrored stage was newer than what intake had."""

    taken: bool


class StageMirror(Wire):
    """Issuance tells intake the stage of a case; an older `stage_seq` is ignored.

    Told again when a permit ended or changed. `lane` is the case's own, which may have become slower.
    """

    application_id: UUID
    stage: Literal["review", "sent_for_approval", "issue", "refusal"]
    stage_seq: int
    lane: Literal["instant", "fast", "survey"] | None = None
    permits: list[PermitRef]
    decided_at: datetime | None
