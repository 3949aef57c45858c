"""Tables of `intake`: applications, the counter of their numbers, materials, look-ups, receipts, messages and histories."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, DateTime, Float, ForeignKey, Index, LargeBinary, String, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column, validates

from shared.domain.search import terms_of
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

ASSISTED = "assisted"
"""The channel of an application that a clerk filed for a carrier."""

UNDRIVEN = "status IN ('accepted', 'routed') OR (status IN ('submitted', 'precheck') AND outcome IS NULL)"
"""The rows in which something is left for the system itself to do."""

AT_THE_DESK = "status IN ('submitted', 'precheck')"
"""The rows that wait for a clerk."""

UNCLAIMED = "status = 'submitted' AND outcome IS NOT NULL"
"""The rows a clerk may take from the queue: assessed, and nobody has them."""

HELD = "status IN ('precheck', 'correction')"
"""The rows a clerk has, whoever it is."""

QUEUE_ORDER = text("coalesce(due_at, notice_due_at, received_at)")
"""What a queue is ordered by: the statutory end, else the end of the time for a notice."""

ENDED = "status IN ('terminated', 'not_accepted', 'rejected', 'issued', 'withdrawn', 'deemed_withdrawn')"
"""The rows nothing more happens to."""

RUNNING = "application.status IN ('routed', 'survey', 'review', 'approval')"
"""The rows whose case is, or may be, with issuance."""


FOUND_BY = "(CAST(terms AS text[]) || ARRAY['@' || left(CAST(id AS text), 4), '@' || left(CAST(id AS text), 5)])"
"""What a row is found by: its terms, and the stretches of time its id lies in, by the hexadecimal digits an id begins with.

An id begins with its milliseconds: four digits name a stretch of 50 days, five one of three days. With a stretch beside a
term the index gives the newest rows of a word without all older ones.
"""


class Application(Versioned):
    """An application (申请) with what is known about it so far.

    `facts_version` counts what was judged: the declared facts, and anew when the road changed under an accepted case.
    `duplicate_keys` name vehicle, cargo, origin and destination of each set: a shared one in overlapping windows is a
    duplicate. `plates` and the names are what lists show and search, `terms` what they are found by. `standing`, `plans` and `assessments` are the
    results of the driver's steps (empty: not done yet), `finding` is the ground it prepared for the clerk.
    `driver_lease` is until when one driver has it to itself. `stage_seq` orders issuance's mirrored stages.
    `received_at` is when it last came in: submitted, or handed in again after a correction notice; `notice_due_at` ends
    the office's time for a notice from then, by `notice_clause`. `correction` is the last correction notice,
    `corrections` counts them. `kind` is what is asked for: a new permit, or a change of one (`changes`: of which
    revision, and why a person decides); `previous` is what was asked
    before the present facts. `channel`: `online`, or `assisted` when the clerk `created_by` filed it for the
    carrier. `active_at` is the last act of whoever has claimed it. `due_provisional`: the
    ends of an accepted case were counted through a year without a calendar, and are counted again.
    """

    __tablename__ = "application"
    __table_args__ = (
        CheckConstraint("class IN ('I', 'II', 'III')", name="class"),
        CheckConstraint("lane IN ('instant', 'fast', 'survey')", name="lane"),
        CheckConstraint("(kind = 'change') = (changes_permit IS NOT NULL)", name="change"),
        Index(
            "uq_application_open_change",
            "changes_permit",
            unique=True,
            postgresql_where=text(f"changes_permit IS NOT NULL AND NOT ({ENDED})"),
        ),
        Index(None, "carrier_id", "id"),
        Index("ix_application_authority", "authority_adcode", "id", postgresql_where=text("number IS NOT NULL")),
        Index("ix_application_authority_status", "authority_adcode", "status", "id"),
        Index("ix_application_unclaimed", "authority_adcode", QUEUE_ORDER, "id", postgresql_where=text(UNCLAIMED)),
        Index("ix_application_held", "claimed_by", QUEUE_ORDER, "id", postgresql_where=text(HELD)),
        Index("ix_application_running", "id", postgresql_where=text(RUNNING.removeprefix("application."))),
        Index("ix_application_undriven", "received_at", postgresql_where=text(UNDRIVEN)),
        Index("ix_application_due_provisional", "id", postgresql_where=text("due_provisional")),
        Index(
            "ix_application_walk_in",
            "created_by",
            "id",
            postgresql_where=text("channel = 'assisted' AND number IS NULL"),
        ),
        Index("ix_application_decided", "decided_at", postgresql_where=text("status IN ('issued', 'rejected')")),
        Index("ix_application_notice_due", "notice_due_at", postgresql_where=text(AT_THE_DESK)),
        Index(
            "ix_application_duplicate",
            "duplicate_keys",
            postgresql_using="gin",
            postgresql_where=text("number IS NOT NULL"),
        ),
        Index("ix_application_plates", "plates", postgresql_using="gin", postgresql_where=text("number IS NOT NULL")),
        Index(
            "ix_application_found_by",
            text(FOUND_BY),
            postgresql_using="gin",
            postgresql_where=text("number IS NOT NULL"),
        ),
        Index("ix_application_authority_class", "authority_adcode", "class", "id"),
        Index("ix_application_authority_lane", "authority_adcode", "lane", "id"),
    )

    id: Mapped[Key]
    authority_adcode: Mapped[Code]
    number: Mapped[OptionalCode] = mapped_column(unique=True)
    carrier_id: Mapped[Ref]
    carrier_name: Mapped[Name]
    created_by: Mapped[Ref]
    channel: Mapped[Code] = mapped_column(default="online", server_default="online")
    kind: Mapped[Code] = mapped_column(default="new", server_default="new")
    changes_permit: Mapped[OptionalCode]
    changes: Mapped[OptionalJson]
    status: Mapped[Code]
    class_: Mapped[OptionalCode] = mapped_column("class")
    lane: Mapped[OptionalCode]
    facts: Mapped[Json]
    further_sets: Mapped[JsonList]
    facts_version: Mapped[int] = mapped_column(default=1)
    planned_start: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    planned_end: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    cargo_name: Mapped[Name]
    plates: Mapped[list[str]] = mapped_column(ARRAY(String))
    terms: Mapped[list[str]] = mapped_column(ARRAY(String))
    duplicate_keys: Mapped[list[str]] = mapped_column(ARRAY(String))
    standing: Mapped[OptionalJson]
    assessments: Mapped[JsonList]
    plans: Mapped[JsonList]
    permits: Mapped[JsonList]
    open_items: Mapped[JsonList]
    outcome: Mapped[OptionalCode]
    finding: Mapped[OptionalJson]
    claimed_by: Mapped[OptionalRef]
    claimed_at: Mapped[OptionalMoment]
    active_at: Mapped[OptionalMoment]
    prechecked_by: Mapped[OptionalRef]
    review_case_id: Mapped[OptionalRef]
    stage_seq: Mapped[int] = mapped_column(default=0)
    driver_lease: Mapped[OptionalMoment]
    correction: Mapped[OptionalJson]
    corrections: Mapped[int] = mapped_column(default=0)
    supersedes_id: Mapped[OptionalRef]
    previous: Mapped[OptionalJson]
    submitted_at: Mapped[OptionalMoment]
    received_at: Mapped[OptionalMoment]
    pauses: Mapped[JsonList] = mapped_column(default=list, server_default=text("'[]'"))
    pauses_seq: Mapped[int] = mapped_column(default=0, server_default=text("0"))
    notice_due_at: Mapped[OptionalMoment]
    notice_clause: Mapped[OptionalName]
    deemed_accepted: Mapped[bool] = mapped_column(default=False)
    accepted_at: Mapped[OptionalMoment]
    decided_at: Mapped[OptionalMoment]
    due_at: Mapped[OptionalMoment]
    promised_at: Mapped[OptionalMoment]
    due_provisional: Mapped[bool] = mapped_column(default=False, server_default=text("false"))
    created_at: Mapped[Created]

    @validates("carrier_name", "cargo_name", "plates")
    def _found_by(self, key: str, value: object) -> object:
        """What is searched follows from what is shown, whoever writes it."""
        shown = {"carrier_name": self.carrier_name, "cargo_name": self.cargo_name, "plates": self.plates, key: value}
        names = [name for name in (shown["carrier_name"], shown["cargo_name"]) if isinstance(name, str)]
        plates = shown["plates"]
        self.terms = terms_of(names, plates if isinstance(plates, list) else [])
        return value


class ApplicationCounter(Base):
    """Serial of application numbers, per authority and Shanghai day."""

    __tablename__ = "application_counter"

    authority_adcode: Mapped[Code] = mapped_column(primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    last_serial: Mapped[int]


class Material(Base):
    """An uploaded material (要件): what it is, the field it proves, and what the clerk found of it.

    `preview_sha256` is a small picture of its first page; None: not drawn yet, `-`: it cannot be drawn.
    """

    __tablename__ = "material"

    id: Mapped[Key]
    application_id: Mapped[Ref] = mapped_column(index=True)
    code: Mapped[Code]
    pointer: Mapped[Name]
    file_id: Mapped[Ref]
    name: Mapped[Name]
    media_type: Mapped[Code]
    size_bytes: Mapped[int]
    sha256: Mapped[str]
    state: Mapped[Code]
    note: Mapped[str] = mapped_column(default="")
    uploaded_by: Mapped[Ref]
    uploaded_at: Mapped[Created]
    checked_by: Mapped[OptionalRef]
    checked_at: Mapped[OptionalMoment]
    preview_sha256: Mapped[str | None]


class Upload(Base):
    """A file that comes in parts: what it is to be, and how much of it is here."""

    __tablename__ = "upload"
    __table_args__ = (Index(None, "application_id"), Index(None, "created_at"))

    id: Mapped[Key]
    application_id: Mapped[Ref]
    code: Mapped[Code]
    pointer: Mapped[OptionalName]
    name: Mapped[Name]
    size_bytes: Mapped[int]
    sha256: Mapped[str | None]
    received_bytes: Mapped[int]
    created_by: Mapped[Ref]
    created_at: Mapped[Created]


class UploadPart(Base):
    """A part of an upload, from its first byte on."""

    __tablename__ = "upload_part"

    upload_id: Mapped[UUID] = mapped_column(ForeignKey("upload.id", ondelete="CASCADE"), primary_key=True)
    start: Mapped[int] = mapped_column(primary_key=True)
    data: Mapped[bytes] = mapped_column(LargeBinary)


class LookupLog(Base):
    """What registry was asked for in place of the applicant, and which materials it held (免证可办)."""

    __tablename__ = "lookup_log"
    __table_args__ = (UniqueConstraint("application_id", "facts_version"),)

    id: Mapped[Key]
    application_id: Mapped[Ref]
    facts_version: Mapped[int]
    source: Mapped[Code]
    asked: Mapped[Json]
    held: Mapped[Json]
    looked_up_at: Mapped[Created]


class Receipt(Documented):
    """A numbered receipt of a legal act: what was decided, why, and the remedies; its text is made at the edge.

    `document_sha256` is its signed PDF, made once from the payload; None: not yet.
    """

    __tablename__ = "receipt"
    __table_args__ = (Index("ix_receipt_unprinted", "id", postgresql_where=text("document_sha256 IS NULL")),)

    application_id: Mapped[Ref] = mapped_column(index=True)
    kind: Mapped[Code]
    number: Mapped[Code] = mapped_column(unique=True)
    issued_by: Mapped[UUID | None]
    payload: Mapped[Json]
    issued_at: Mapped[Created]


class CaseMessage(Base):
    """A message (留言) between applicant and office about one application: its thread, in order; never changed."""

    __tablename__ = "case_message"
    __table_args__ = (
        Index(None, "application_id", "id"),
        CheckConstraint("side IN ('applicant', 'office')", name="side"),
    )

    id: Mapped[Key]
    application_id: Mapped[Ref]
    side: Mapped[Code]
    author_id: Mapped[Ref]
    author_name: Mapped[Name]
    text: Mapped[str]
    written_at: Mapped[Created]


class StageHistory(Base):
    """How long decided cases of a kind took from a stage to their end: 101 quantiles, from the shortest to the longest.

    `tested`: the latest of them, and how many ended within what the cases before had foretold. Counted by a timer.
    """

    __tablename__ = "stage_history"

    authority_adcode: Mapped[Code] = mapped_column(primary_key=True)
    class_: Mapped[Code] = mapped_column("class", primary_key=True)
    lane: Mapped[Code] = mapped_column(primary_key=True)
    stage: Mapped[Code] = mapped_column(primary_key=True)
    cases: Mapped[int]
    quantiles_s: Mapped[list[float]] = mapped_column(ARRAY(Float))
    tested: Mapped[int]
    within_p50: Mapped[int]
    within_p90: Mapped[int]
    computed_at: Mapped[Moment]
