"""Tables of `issuance`: review cases, consultations, decisions, permits and their life, the standing authority, lists."""

from datetime import date

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.types import String

from shared.schema.base import (
    Base,
    Code,
    Created,
    Documented,
    Json,
    JsonList,
    Key,
    Moment,
    Name,
    OptionalCode,
    OptionalJson,
    OptionalMoment,
    OptionalName,
    OptionalRef,
    Ref,
    Versioned,
)


class ReviewCase(Versioned):
    """What issuance knows of an accepted application, and how far its review is.

    `content` is the order intake sent (facts, further sets, assessments, plans); `stage_seq` numbers the stages
    mirrored back to intake. `returned` says why it came back last, with what to mend and how the way changed;
    `rerouted_at` when its way was planned anew: a survey before that was of another way. The readings are those of the
    present conclusion.
    """

    __tablename__ = "review_case"
    __table_args__ = (Index(None, "state", "due_at"), Index(None, "authority_adcode", "accepted_at"))

    id: Mapped[Key]
    application_id: Mapped[Ref] = mapped_column(unique=True)
    application_number: Mapped[Code]
    authority_adcode: Mapped[Code]
    carrier_id: Mapped[Ref] = mapped_column(index=True)
    carrier_name: Mapped[Name]
    class_: Mapped[Code] = mapped_column("class")
    lane: Mapped[Code]
    outcome: Mapped[Code]
    facts_version: Mapped[int]
    content: Mapped[Json]
    state: Mapped[Code]
    stage_seq: Mapped[int] = mapped_column(default=0)
    prechecked_by: Mapped[OptionalRef]
    reviewer_id: Mapped[OptionalRef]
    conclusion: Mapped[OptionalCode]
    conclusion_text: Mapped[OptionalName]
    conditions: Mapped[JsonList]
    concluded_at: Mapped[OptionalMoment]
    second_reading: Mapped[OptionalJson]
    legal_reading: Mapped[OptionalJson]
    returned: Mapped[OptionalJson]
    rerouted_at: Mapped[OptionalMoment]
    accepted_at: Mapped[Moment]
    due_at: Mapped[OptionalMoment]
    due_provisional: Mapped[bool] = mapped_column(default=False, server_default=text("false"))
    created_at: Mapped[Created]


class Consultation(Versioned):
    """A question to another party (征求意见) on a case, answered once by a link; what is not answered is no consent.

    `secret_sha256` is the hash of the link's secret, which is shown once.
    """

    __tablename__ = "consultation"
    __table_args__ = (
        UniqueConstraint("secret_sha256"),
        Index(None, "review_case_id", "id"),
        CheckConstraint("opinion IN ('agree', 'agree_with_conditions', 'object')", name="opinion"),
        CheckConstraint("(opinion IS NULL) = (answered_at IS NULL)", name="answered"),
    )

    id: Mapped[Key]
    review_case_id: Mapped[Ref]
    authority_adcode: Mapped[Code]
    party: Mapped[Code]
    party_name: Mapped[Name]
    question: Mapped[str]
    required: Mapped[bool]
    asked_by: Mapped[Ref]
    asked_at: Mapped[Created]
    due_at: Mapped[Moment]
    due_provisional: Mapped[bool]
    secret_sha256: Mapped[bytes]
    opinion: Mapped[OptionalCode]
    answer: Mapped[str | None]
    answer_conditions: Mapped[JsonList]
    answered_by: Mapped[OptionalName]
    answered_at: Mapped[OptionalMoment]
    withdrawn_reason: Mapped[OptionalName]
    withdrawn_at: Mapped[OptionalMoment]


class Decision(Base):
    """One decision of a review case: by an approver, or by the standing authority."""

    __tablename__ = "decision"
    __table_args__ = (CheckConstraint("kind IN ('grant', 'refuse')", name="kind"),)

    id: Mapped[Key]
    review_case_id: Mapped[Ref] = mapped_column(unique=True)
    kind: Mapped[Code]
    automatic: Mapped[bool]
    approver_id: Mapped[OptionalRef]
    approver_name: Mapped[Name]
    standing_authority_id: Mapped[OptionalRef]
    grounds: Mapped[JsonList]
    conditions: Mapped[JsonList]
    decided_at: Mapped[Created]


class Permit(Versioned, Documented):
    """A permit (超限运输车辆通行证); a change makes a new revision. The document is made from this row alone.

    `terms` is everything the document says beyond the columns: holder, route, speeds, hours, escort, bridge orders,
    conditions, authority. Sizes stand beside the facts so that a check on the road reads no JSON. `end_state` is the
    state its use ended by, which striking it off does not change; `change` says what a later revision changed.
    """

    __tablename__ = "permit"
    __table_args__ = (
        UniqueConstraint("number", "revision"),
        Index(
            "uq_permit_first_revision",
            "application_id",
            "set_index",
            unique=True,
            postgresql_where=text("revision = 1"),
        ),
        Index("uq_permit_present_revision", "number", unique=True, postgresql_where=text("state <> 'superseded'")),
        Index("ix_permit_plates", "plates", postgresql_using="gin"),
        Index(None, "application_id"),
        Index(None, "decision_id"),
        Index(None, "carrier_id", "id"),
        Index(None, "route_plan_id"),
        Index("ix_permit_ended", "valid_to", postgresql_where=text("state <> 'issued'")),
        Index("ix_permit_in_force", "valid_to", postgresql_where=text("state = 'issued'")),
        Index(None, "authority_adcode", "issued_at"),
        Index("ix_permit_ended_at", "authority_adcode", "ended_at", postgresql_where=text("ended_at IS NOT NULL")),
        CheckConstraint("trips_used BETWEEN 0 AND trips_allowed", name="trips"),
    )

    number: Mapped[Code]
    revision: Mapped[int] = mapped_column(default=1)
    authority_adcode: Mapped[Code]
    application_id: Mapped[Ref]
    application_number: Mapped[Code]
    set_index: Mapped[int]
    decision_id: Mapped[Ref]
    carrier_id: Mapped[Ref]
    carrier_name: Mapped[Name]
    plates: Mapped[list[str]] = mapped_column(ARRAY(String))
    state: Mapped[Code]
    class_: Mapped[Code] = mapped_column("class")
    facts: Mapped[Json]
    length_mm: Mapped[int]
    width_mm: Mapped[int]
    height_mm: Mapped[int]
    gross_mass_kg: Mapped[int]
    terms: Mapped[Json]
    route_plan_id: Mapped[Ref]
    valid_from: Mapped[Moment]
    valid_to: Mapped[Moment]
    trips_allowed: Mapped[int]
    trips_used: Mapped[int] = mapped_column(default=0)
    signer_name: Mapped[Name]
    token: Mapped[str]
    key_id: Mapped[Code]
    demonstration: Mapped[bool]
    change: Mapped[OptionalJson]
    legal_reading: Mapped[OptionalJson]
    end_state: Mapped[OptionalCode]
    end_reason: Mapped[OptionalName]
    end_clause: Mapped[OptionalName]
    ended_at: Mapped[OptionalMoment]
    deregistered_at: Mapped[OptionalMoment]
    issued_at: Mapped[Moment]


class PermitTrip(Base):
    """One run on a permit: counted when it starts, over when it is ended; all revisions of a number share the count."""

    __tablename__ = "permit_trip"
    __table_args__ = (
        UniqueConstraint("permit_number", "seq"),
        Index("uq_permit_trip_running", "permit_number", unique=True, postgresql_where=text("ended_at IS NULL")),
    )

    id: Mapped[Key]
    permit_number: Mapped[Code]
    seq: Mapped[int]
    started_at: Mapped[Moment]
    ended_at: Mapped[OptionalMoment]
    recorded_by: Mapped[Ref]
    recorded_role: Mapped[Code]


class PermitHold(Versioned):
    """A travel hold (通行中止) an officer put on one permit, beside its state; without `until` it lasts until lifted."""

    __tablename__ = "permit_hold"
    __table_args__ = (
        Index("uq_permit_hold_live", "permit_number", unique=True, postgresql_where=text("lifted_at IS NULL")),
    )

    id: Mapped[Key]
    permit_number: Mapped[Code]
    reason: Mapped[Name]
    since: Mapped[Created]
    until: Mapped[OptionalMoment]
    placed_by: Mapped[Ref]
    confirmed_by: Mapped[OptionalRef]
    lifted_at: Mapped[OptionalMoment]
    lifted_by: Mapped[OptionalRef]


class DriverLink(Base):
    """A link by which a driver without an account reads his permit; only the hash of its secret is kept."""

    __tablename__ = "driver_link"
    __table_args__ = (UniqueConstraint("secret_sha256"), Index(None, "permit_number"))

    id: Mapped[Key]
    permit_number: Mapped[Code]
    secret_sha256: Mapped[bytes]
    made_by: Mapped[Ref]
    made_at: Mapped[Created]
    closed_at: Mapped[OptionalMoment]


class SignedList(Base):
    """A list for checks without a network as it was signed: the revocation list, the extract of permits in force."""

    __tablename__ = "signed_list"

    kind: Mapped[Code] = mapped_column(primary_key=True)
    body: Mapped[bytes]
    issued_at: Mapped[Moment]
    next_update: Mapped[Moment]


class ActPaper(Documented):
    """The numbered paper of an act on a permit or a case (文书): its text and PDF follow from this row alone.

    `document_sha256` is its signed PDF, made once; None: not yet.
    """

    __tablename__ = "act_paper"
    __table_args__ = (Index(None, "application_id", "id"), Index(None, "permit_number", "id"))

    kind: Mapped[Code]
    number: Mapped[Code] = mapped_column(unique=True)
    authority_adcode: Mapped[Code]
    carrier_id: Mapped[Ref]
    addressee: Mapped[Name]
    application_id: Mapped[Ref]
    application_number: Mapped[Code]
    permit_number: Mapped[OptionalCode]
    payload: Mapped[Json]
    issued_by: Mapped[OptionalRef]
    issued_at: Mapped[Moment]


class CasePause(Versioned):
    """A time the clock of a case stands still (不计入期限), told in writing before: Shanghai days, both ends included.

    `told_last` is the last day as the notice told it, `last` as it came: a pause may end sooner, never later.
    """

    __tablename__ = "case_pause"
    __table_args__ = (
        Index(None, "review_case_id", "id"),
        CheckConstraint("first <= told_last AND last <= told_last", name="days"),
    )

    id: Mapped[Key]
    review_case_id: Mapped[Ref]
    application_id: Mapped[Ref]
    ground: Mapped[Code]
    explanation: Mapped[str]
    first: Mapped[date]
    told_last: Mapped[date]
    last: Mapped[date]
    notice_number: Mapped[Code] = mapped_column(unique=True)
    placed_by: Mapped[Ref]
    placed_at: Mapped[Created]
    ended_by: Mapped[OptionalRef]
    ended_at: Mapped[OptionalMoment]


class VerifyTally(Base):
    """How often permits were looked up within a few seconds, by how and with what verdict: no number, plate or address."""

    __tablename__ = "verify_tally"
    __table_args__ = (
        Index(None, "authority_adcode", "at"),
        CheckConstraint("kind IN ('number', 'token', 'match')", name="kind"),
        CheckConstraint("calls > 0", name="calls"),
    )

    id: Mapped[Key]
    authority_adcode: Mapped[Code]
    kind: Mapped[Code]
    verdict: Mapped[Code]
    calls: Mapped[int]
    at: Mapped[Created]


class AuditSample(Versioned):
    """A permit drawn after its issue to be looked at again (事后抽查), and what was found."""

    __tablename__ = "audit_sample"
    __table_args__ = (
        UniqueConstraint("permit_id"),
        Index(None, "authority_adcode", "day", "id"),
        CheckConstraint("state IN ('drawn', 'passed', 'defect')", name="state"),
    )

    id: Mapped[Key]
    permit_id: Mapped[Ref]
    permit_number: Mapped[Code]
    authority_adcode: Mapped[Code]
    review_case_id: Mapped[Ref]
    automatic: Mapped[bool]
    day: Mapped[date]
    state: Mapped[Code]
    finding: Mapped[str | None]
    reader_id: Mapped[OptionalRef]
    reader_name: Mapped[OptionalName]
    read_at: Mapped[OptionalMoment]
    created_at: Mapped[Created]


class PermitCounter(Base):
    """Serial of permit numbers, per authority, series and Shanghai year: gapless, taken in the decision itself."""

    __tablename__ = "permit_counter"

    authority_adcode: Mapped[Code] = mapped_column(primary_key=True)
    series: Mapped[Code] = mapped_column(primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True)
    last_serial: Mapped[int]


class StandingAuthority(Versioned):
    """An approver's standing authority (常设授权) for automatic decisions in the instant lane, with its limits.

    `suspended_for_carriers` and `suspended_for_roads` switch it off for one carrier or one road, `suspended_at` for all.
    """

    __tablename__ = "standing_authority"
    __table_args__ = (
        Index(
            "uq_standing_authority_in_force",
            "authority_adcode",
            unique=True,
            postgresql_where=text("revoked_at IS NULL"),
        ),
    )

    id: Mapped[Key]
    authority_adcode: Mapped[Code]
    granted_by: Mapped[Ref]
    granted_by_name: Mapped[Name]
    limits: Mapped[Json]
    granted_at: Mapped[Created]
    revoked_at: Mapped[OptionalMoment]
    suspended_at: Mapped[OptionalMoment]
    suspended_reason: Mapped[OptionalName]
    suspended_for_carriers: Mapped[list[str]] = mapped_column(ARRAY(String), default=list)
    suspended_for_roads: Mapped[list[str]] = mapped_column(ARRAY(String), default=list)
    revoked_reason: Mapped[OptionalName]


class StandingAuthorityUse(Base):
    """Decisions a standing authority made on one Shanghai day: counted in the decision itself, so the limit is exact."""

    __tablename__ = "standing_authority_use"

    standing_authority_id: Mapped[Ref] = mapped_column(primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    used: Mapped[int]
