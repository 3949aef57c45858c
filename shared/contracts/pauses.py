"""Wire models of a case's clock: what stops it and what does not, the times it stands still, the due date explained."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field

from shared.contracts.classification import ClockPause, Mark, OfficeDay
from shared.contracts.facts import Wire
from shared.contracts.intake import Prose


class ClockGround(Wire):
    """Something that stops the clock, or lets it run, by the rule set."""

    code: str
    zh: str
    en: str
    clause: str
    mark: Mark


class ClockGrounds(Wire):
    """What stops the clock, told in writing (Licensing Law art. 45; Order 62 art. 15), and what does not."""

    stops: list[ClockGround]
    runs: list[ClockGround]


class PauseOrder(Wire):
    """The clock stands still from today to the last day needed, both included; told to the applicant."""

    ground: Annotated[str, Field(pattern=r"^[a-z_]{1,40}$")]
    last: OfficeDay
    explanation: Annotated[Prose, Field(min_length=2)]


class CasePause(Wire):
    """A time the clock stands still; `last` before `told_last`: it ended sooner than the notice told."""

    id: UUID
    ground: str
    explanation: str
    first: date
    told_last: date
    last: date
    notice_number: str
    placed_at: datetime
    ended_at: datetime | None


class CaseClock(Wire):
    """The due date of a case and all it follows from; `effects` says it in words, as the notices do."""

    accepted_at: datetime
    statutory_days: int
    due_at: datetime | None
    due_provisional: bool
    pauses: list[CasePause]
    grounds: ClockGrounds
    effects: list[str]
    version: int


class PausesTold(Wire):
    """Issuance tells intake every pause of a case; `seq` orders what is told, an older one is ignored."""

    application_id: UUID
    seq: int
    pauses: Annotated[list[ClockPause], Field(max_length=20)]


class PausesAnswer(Wire):
    """Whether it was newer than what intake had."""

    taken: bool
