"""Tables of `issuance`: review cases, decisions, permits, their numbers, the standing authority."""

from datetime import date

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.types import String

from shared.schema.base import (
    Base,
    Code,
    Created,
    Json,
    JsonList,
    Key,
    Moment,
    Name,
    OptionalCode,
    OptionalMoment,
    OptionalName,
    OptionalRef,
    Ref,
    Versioned,
)


class ReviewCase(Versioned):
    """What issuance knows of an accepted application, and how far its review is.

    `content` is the order intake sent (facts, further sets, assessments, plans); `stage_seq` numbers the stages
    mirrored back to intake.
    """

    __tablename__ = "review_case"
    __table_args__ = (Index(None, "state", "due_at"),)

    id: Mapped[Key]
    application_id: Mapped[Ref] = mapped_column(unique=True)
    application_number: Mapped[Code]
    authority_adcode: Mapped[Code]
    carrier_id: Mapped[Ref]
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
    due_at: Mapped[OptionalMoment]
    created_at: Mapped[Created]


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


class Permit(Versioned):
    """A permit (超限运输车辆通行证); a change makes a new revision. The document is made from this row alone.

    `terms` is everything the document says beyond the columns: holder, route, speeds, hours, escort, bridge orders,
    conditions, authority. Sizes stand beside the facts so that a check on the road reads no JSON.
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
        Index("ix_permit_plates", "plates", postgresql_using="gin"),
        Index(None, "carrier_id", "id"),
        Index(None, "route_plan_id"),
        Index("ix_permit_ended", "valid_to", postgresql_where=text("state <> 'issued'")),
    )

    id: Mapped[Key]
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
    signer_name: Mapped[Name]
    token: Mapped[str]
    key_id: Mapped[Code]
    demonstration: Mapped[bool]
    document_sha256: Mapped[str | None]
    end_reason: Mapped[OptionalName]
    end_clause: Mapped[OptionalName]
    ended_at: Mapped[OptionalMoment]
    issued_at: Mapped[Moment]


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
