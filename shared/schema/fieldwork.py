"""Tables of `fieldwork`: surveys with their reports, escort agencies and assignments."""

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from shared.schema.base import (
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


class Survey(Versioned):
    """A site survey (现场勘验) of one application; its report names two inspectors and shows at least one photo."""

    __tablename__ = "survey"
    __table_args__ = (
        UniqueConstraint("application_id", "facts_version"),
        Index(None, "authority_adcode", "state", "id"),
        Index(None, "carrier_id", "id"),
        CheckConstraint("conclusion IN ('pass', 'pass_with_conditions', 'fail')", name="conclusion"),
    )

    id: Mapped[Key]
    application_id: Mapped[Ref]
    application_number: Mapped[Code]
    facts_version: Mapped[int]
    carrier_id: Mapped[Ref]
    authority_adcode: Mapped[Code]
    content: Mapped[Json]
    state: Mapped[Code]
    conclusion: Mapped[OptionalCode]
    conditions: Mapped[JsonList]
    inspectors: Mapped[JsonList]
    photo_ids: Mapped[JsonList]
    reported_by: Mapped[OptionalRef]
    reported_at: Mapped[OptionalMoment]
    due_at: Mapped[OptionalMoment]
    created_at: Mapped[Created]


class EscortAgency(Versioned):
    """An escort agency (护送机构). The office lists qualified ones neutrally; the carrier chooses."""

    __tablename__ = "escort_agency"

    id: Mapped[Key]
    name: Mapped[Name] = mapped_column(unique=True)
    phone: Mapped[Code]
    state: Mapped[Code]
    vehicles: Mapped[int]
    staff: Mapped[int]
    created_at: Mapped[Created]


class EscortAssignment(Versioned):
    """An escort offered by the carrier to an agency, and its answer."""

    __tablename__ = "escort_assignment"
    __table_args__ = (
        Index(None, "agency_id", "state", "id"),
        Index(None, "carrier_id", "id"),
        Index(
            "uq_escort_assignment_live",
            "application_id",
            unique=True,
            postgresql_where=text("state IN ('offered', 'accepted')"),
        ),
    )

    id: Mapped[Key]
    application_id: Mapped[Ref]
    application_number: Mapped[Code]
    facts_version: Mapped[int]
    authority_adcode: Mapped[Code]
    carrier_id: Mapped[Ref]
    carrier_name: Mapped[Name]
    agency_id: Mapped[Ref]
    spec: Mapped[Json]
    summary: Mapped[Json]
    state: Mapped[Code]
    decline_reason: Mapped[OptionalName]
    offered_by: Mapped[Ref]
    answered_by: Mapped[OptionalRef]
    answered_at: Mapped[OptionalMoment]
    respond_due: Mapped[Moment]
    created_at: Mapped[Created]
