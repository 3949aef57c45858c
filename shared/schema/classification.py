"""Tables of `classification`: rule sets as versioned data, assessments, overrides of working days, replays."""

from datetime import date

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

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
    OptionalJson,
    OptionalMoment,
    OptionalName,
    OptionalRef,
    Ref,
    Versioned,
)


class RuleSet(Versioned):
    """One edition of the law as data for one area: its own TOML, and the whole of it after inheriting.

    `merged` is JSON text, not JSONB: the order of its rows decides, and it must come back as it went in. `authors` are
    the accounts that wrote on it. `derived_from` names the edition that was carried over to a new edition of its base.
    """

    __tablename__ = "rule_set"
    __table_args__ = (
        UniqueConstraint("name", "edition"),
        CheckConstraint("state IN ('draft', 'reviewed', 'enacted')", name="state"),
        CheckConstraint("(state = 'enacted') = (effective_from IS NOT NULL)", name="enacted"),
        Index(None, "authority_adcode", "effective_from"),
    )

    id: Mapped[Key]
    name: Mapped[Code]
    edition: Mapped[Code]
    authority_adcode: Mapped[Code]
    title_zh: Mapped[Name]
    title_en: Mapped[Name]
    law_from: Mapped[date]
    inherits_id: Mapped[OptionalRef]
    derived_from: Mapped[OptionalRef]
    state: Mapped[Code]
    source_toml: Mapped[str]
    merged: Mapped[str]
    note: Mapped[Name]
    authors: Mapped[JsonList]
    reviewed_by: Mapped[OptionalRef]
    enacted_by: Mapped[OptionalRef]
    enacted_at: Mapped[OptionalMoment]
    effective_from: Mapped[OptionalMoment]
    created_at: Mapped[Created]


class AssessmentRow(Versioned):
    """A stored assessment with its facts and its whole context: rule ids and values, no texts.

    Outcome, class and lane are what the rules gave; `override` is what an officer set in their place, with the reason.
    """

    __tablename__ = "assessment"
    __table_args__ = (
        UniqueConstraint("application_id", "facts_version", "set_index", name="uq_assessment_step"),
        Index(None, "created_at", "id"),
    )

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
    override: Mapped[OptionalJson]
    created_at: Mapped[Created]


class DayOverride(Versioned):
    """A day that is not what its weekday says: a holiday, or a weekend day worked (调休).

    Without a kind it is its weekday again: the row stays for its version.
    """

    __tablename__ = "day_override"
    __table_args__ = (CheckConstraint("kind IN ('holiday', 'makeup_workday')", name="kind"),)

    day: Mapped[date] = mapped_column(primary_key=True)
    kind: Mapped[OptionalCode]
    reason: Mapped[Name]
    changed_by: Mapped[OptionalRef]
    created_at: Mapped[Created]


class Replay(Base):
    """A rehearsal of a rule set over stored assessments: what it was run with, how far it is, what it counted."""

    __tablename__ = "replay"
    __table_args__ = (CheckConstraint("state IN ('queued', 'running', 'done')", name="state"),)

    id: Mapped[Key]
    rule_set_id: Mapped[Ref]
    merged: Mapped[str]
    from_at: Mapped[Moment]
    until_at: Mapped[Moment]
    state: Mapped[Code]
    total: Mapped[int]
    done: Mapped[int]
    counts: Mapped[Json]
    last_at: Mapped[OptionalMoment]
    last_id: Mapped[OptionalRef]
    created_by: Mapped[Ref]
    created_at: Mapped[Created]
    finished_at: Mapped[OptionalMoment]
    note: Mapped[OptionalName]


class ReplayChange(Base):
    """One stored assessment whose outcome, class or lane a replayed rule set would change."""

    __tablename__ = "replay_change"

    replay_id: Mapped[Key]
    assessment_id: Mapped[Key]
    application_id: Mapped[Ref]
    set_index: Mapped[int]
    outcome_before: Mapped[Code]
    class_before: Mapped[OptionalCode]
    lane_before: Mapped[OptionalCode]
    outcome_after: Mapped[Code]
    class_after: Mapped[OptionalCode]
    lane_after: Mapped[OptionalCode]
