"""Wire models of replays: what to rehearse, how far it is, and what would change."""

from datetime import datetime
from typing import Literal, Self
from uuid import UUID

from pydantic import Field, model_validator

from shared.contracts.classification import Class, Lane, OfficeMoment, Outcome
from shared.contracts.facts import Wire, custom_error

What = Literal["outcome", "class", "lane"]
ReplayState = Literal["queued", "running", "done"]


class ReplayOrder(Wire):
    """Rehearse a rule set over the assessments stored from one moment until before another."""

    rule_set_id: UUID
    from_: OfficeMoment = Field(alias="from")
    to: OfficeMoment

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.to < self.from_:
            raise custom_error("end_before_start")
        return self


class ReplayJob(Wire):
    """What the job is told."""

    replay_id: UUID


class Move(Wire):
    """So many cases whose outcome, class or lane would change from one value to another."""

    what: What
    before: str | None
    after: str | None
    count: int


class ReplayView(Wire):
    """A replay: `done` of `total` cases; of these `changed` would come out differently, by `moves`."""

    id: UUID
    rule_set_id: UUID
    from_: datetime = Field(serialization_alias="from")
    to: datetime
    state: ReplayState
    total: int
    done: int
    changed: int
    unreadable: int
    moves: list[Move]
    created_at: datetime
    finished_at: datetime | None


class Answered(Wire):
    """Outcome, class and lane."""

    outcome: Outcome
    class_: Class | None = Field(serialization_alias="class")
    lane: Lane | None


class ChangedCase(Wire):
    """One case that would come out differently."""

    assessment_id: UUID
    application_id: UUID
    set_index: int
    before: Answered
    after: Answered
