"""Tables of `intake`: applications and the counter of their numbers."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, DateTime, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from shared.schema.base import (
    Base,
    Code,
    Created,
    Json,
    JsonList,
    Key,
    Name,
    OptionalCode,
    OptionalJson,
    OptionalMoment,
    OptionalRef,
    Ref,
    Versioned,
)


class Application(Versioned):
    """An application (申请). `facts_version` counts what was declared; `driver_lease` says who moves it by itself.

    `vehicle_key` names the same vehicle, cargo, origin and destination: two of them in overlapping windows are a
    duplicate. `stage_seq` is the order of issuance's last mirrored stage. `pending_step` is what the driver does next.
    """

    __tablename__ = "application"
    __table_args__ = (
        CheckConstraint("class IN ('I', 'II', 'III')", name="class"),
        CheckConstraint("lane IN ('instant', 'fast', 'survey')", name="lane"),
        Index(None, "carrier_id", "id"),
        Index("ix_application_queue", "status", "due_at", postgresql_where=text("status IN ('submitted', 'precheck')")),
        Index("ix_application_duplicate", "duplicate_key", postgresql_where=text("number IS NOT NULL")),
    )

    id: Mapped[Key]
    authority_adcode: Mapped[Code]
    number: Mapped[OptionalCode] = mapped_column(unique=True)
    carrier_id: Mapped[Ref]
    carrier_name: Mapped[Name]
    created_by: Mapped[Ref]
    status: Mapped[Code]
    class_: Mapped[OptionalCode] = mapped_column("class")
    lane: Mapped[OptionalCode]
    facts: Mapped[Json]
    further_sets: Mapped[JsonList]
    facts_version: Mapped[int] = mapped_column(default=1)
    planned_start: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    planned_end: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    duplicate_key: Mapped[Code]
    assessments: Mapped[JsonList]
    plans: Mapped[JsonList]
    permits: Mapped[JsonList]
    open_items: Mapped[JsonList]
    outcome: Mapped[OptionalCode]
    finding: Mapped[OptionalJson]
    claimed_by: Mapped[OptionalRef]
    claimed_at: Mapped[OptionalMoment]
    prechecked_by: Mapped[OptionalRef]
    review_case_id: Mapped[OptionalRef]
    stage_seq: Mapped[int] = mapped_column(default=0)
    driver_lease: Mapped[OptionalMoment]
    driven_through: Mapped[OptionalCode]
    submitted_at: Mapped[OptionalMoment]
    accepted_at: Mapped[OptionalMoment]
    decided_at: Mapped[OptionalMoment]
    due_at: Mapped[OptionalMoment]
    promised_at: Mapped[OptionalMoment]
    created_at: Mapped[Created]


class ApplicationCounter(Base):
    """Serial of application numbers, per authority and Shanghai day."""

    __tablename__ = "application_counter"

    authority_adcode: Mapped[Code] = mapped_column(primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    last_serial: Mapped[int]


class Receipt(Base):
    """A numbered receipt of a legal act: what was decided, why, and the remedies; its text is made at the edge."""

    __tablename__ = "receipt"

    id: Mapped[Key]
    application_id: Mapped[Ref] = mapped_column(index=True)
    kind: Mapped[Code]
    number: Mapped[Code] = mapped_column(unique=True)
    issued_by: Mapped[UUID | None]
    payload: Mapped[Json]
    issued_at: Mapped[Created]
