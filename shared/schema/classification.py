"""Tables of `classification`: rule sets as versioned data, assessments, overrides of working days."""

from datetime import date

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from shared.schema.base import Base, Code, Created, Json, Key, Moment, Name, OptionalCode, OptionalMoment, Ref


class RuleSet(Base):
    """One version of the law as data for one authority: its TOML, whole, and the time it is in force."""

    __tablename__ = "rule_set"
    __table_args__ = (
        UniqueConstraint("authority_adcode", "version"),
        Index(None, "authority_adcode", "effective_from"),
    )

    id: Mapped[Key]
    authority_adcode: Mapped[Code]
    version: Mapped[Code]
    source_toml: Mapped[str]
    effective_from: Mapped[Moment]
    effective_to: Mapped[OptionalMoment]
    created_at: Mapped[Created]


class AssessmentRow(Base):
    """A stored assessment with its facts and its whole context: rule ids and values, no texts."""

    __tablename__ = "assessment"
    __table_args__ = (UniqueConstraint("application_id", "facts_version", "set_index", name="uq_assessment_step"),)

    id: Mapped[Key]
    application_id: Mapped[Ref]
    facts_version: Mapped[int]
    set_index: Mapped[int]
    rule_set_id: Mapped[Ref]
    outcome: Mapped[Code]
    class_: Mapped[OptionalCode] = mapped_column("class")
    lane: Mapped[OptionalCode]
    facts: Mapped[Json]
    context: Mapped[Json]
    result: Mapped[Json]
    created_at: Mapped[Created]


class DayOverride(Base):
    """A day that is not what its weekday says: a holiday, or a weekend day worked (调休)."""

    __tablename__ = "day_override"
    __table_args__ = (CheckConstraint("kind IN ('holiday', 'makeup_workday')", name="kind"),)

    day: Mapped[date] = mapped_column(primary_key=True)
    kind: Mapped[Code]
    reason: Mapped[Name]
    created_at: Mapped[Created]
