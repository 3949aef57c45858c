"""Tables of the library: audit, idempotency keys, files, notifications. Each row carries its service, which adds it."""

from datetime import date
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, LargeBinary, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from shared.schema.base import Base, Code, Created, FeedRow, Json, Key, Name, OptionalRef, Ref, Serial


class AuditEvent(FeedRow):
    """One act on an aggregate, chained by hash to the one before it; append-only."""

    __tablename__ = "audit_event"
    __table_args__ = (
        UniqueConstraint("aggregate_id", "seq"),
        Index(None, "service", "at"),
        Index(None, "service", "xact", "id"),
    )

    service: Mapped[Code]
    aggregate: Mapped[Code]
    aggregate_id: Mapped[Ref]
    seq: Mapped[int]
    action: Mapped[Code]
    actor_id: Mapped[OptionalRef]
    actor_name: Mapped[Name]
    actor_role: Mapped[Code]
    at: Mapped[Created]
    request_id: Mapped[Code]
    data: Mapped[Json]
    previous_hash: Mapped[bytes] = mapped_column(LargeBinary(32))
    hash: Mapped[bytes] = mapped_column(LargeBinary(32))


class AuditSeal(Base):
    """A stretch of a service's audit log, sealed: chained to the seal before it, signed; append-only.

    It covers the service's events after the seal before it up to (last_xact, last_id), in the order (xact, id).
    """

    __tablename__ = "audit_seal"
    __table_args__ = (UniqueConstraint("service", "day", "seq"),)

    id: Mapped[Key]
    service: Mapped[Code]
    day: Mapped[date]
    seq: Mapped[int]
    events: Mapped[int]
    last_xact: Mapped[Serial]
    last_id: Mapped[Ref]
    sealed_at: Mapped[Created]
    previous_hash: Mapped[bytes] = mapped_column(LargeBinary(32))
    hash: Mapped[bytes] = mapped_column(LargeBinary(32))
    key_id: Mapped[Code]
    signature: Mapped[bytes] = mapped_column(LargeBinary(64))


class IdempotencyRecord(Base):
    """A key that was used: what was asked, and the answer (simple) or the thing it made (driven)."""

    __tablename__ = "idempotency_record"
    __table_args__ = (Index(None, "created_at"),)

    scope_hash: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    service: Mapped[Code]
    body_hash: Mapped[bytes] = mapped_column(LargeBinary(32))
    resource_id: Mapped[OptionalRef]
    status_code: Mapped[int | None]
    headers: Mapped[Json]
    body: Mapped[bytes | None] = mapped_column(LargeBinary)
    created_at: Mapped[Created]


class FileObject(Base):
    """A stored file: the bytes lie in the object store under their hash."""

    __tablename__ = "file_object"

    id: Mapped[Key]
    service: Mapped[Code]
    sha256: Mapped[str] = mapped_column(index=True)
    size_bytes: Mapped[Serial]
    media_type: Mapped[Code]
    name: Mapped[Name]
    uploaded_by: Mapped[UUID | None]
    created_at: Mapped[Created]


class Notification(FeedRow):
    """What somebody is told (通知), written in the transaction of the act that it tells of; append-only.

    Told to every agent of a carrier or to one account. `template` and `data` are what its text is made of at the edge;
    `subject` and `subject_id` name the thing it is about. registry shows it and sends it by mail.
    """

    __tablename__ = "notification"
    __table_args__ = (
        CheckConstraint("num_nonnulls(carrier_id, account_id) = 1", name="addressee"),
        Index("ix_notification_carrier_id", "carrier_id", "id", postgresql_where=text("carrier_id IS NOT NULL")),
        Index("ix_notification_account_id", "account_id", "id", postgresql_where=text("account_id IS NOT NULL")),
        Index(None, "xact", "id"),
    )

    service: Mapped[Code]
    carrier_id: Mapped[OptionalRef]
    account_id: Mapped[OptionalRef]
    template: Mapped[Code]
    data: Mapped[Json]
    subject: Mapped[Code]
    subject_id: Mapped[Ref]
    created_at: Mapped[Created]
