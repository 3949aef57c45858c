"""What changes under a running case, as services tell each other: an officer's class and lane, days, its due date."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import ConfigDict, Field

from shared.contracts.classification import Assessment, Class, Lane, OfficeDay, Override
from shared.contracts.facts import Wire


class SetOverride(Wire):
    """What an officer set of a vehicle set, as everybody reads it: why and in which role, not who he is."""

    set_index: int
    class_: Annotated[Class, Field(alias="class", serialization_alias="class")]
    lane: Lane
    reason: str
    role: str
    at: datetime

    model_config = ConfigDict(populate_by_name=True)


class OverrideTold(Wire):
    """Classification tells what holds of a vehicle set since an officer set class or lane."""

    application_id: UUID
    assessment_id: UUID
    set_index: int
    assessment: Assessment
    override: Override


class OverrideAnswer(Wire):
    """Whether it was new."""

    taken: bool


class CaseReclassification(Wire):
    """Intake tells issuance: the set's new assessment, and what class and lane the whole case has by it."""

    class_: Annotated[Class, Field(alias="class", serialization_alias="class")]
    lane: Lane
    told: OverrideTold

    model_config = ConfigDict(populate_by_name=True)


class CaseDue(Wire):
    """Intake tells issuance the statutory end of a case that was counted again."""

    due_at: datetime
    provisional: bool


class DayTold(Wire):
    """Classification tells that a day of the calendar is another than before."""

    day: OfficeDay
