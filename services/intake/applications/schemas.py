"""What a list asks for, what intake's jobs carry, and the results of the driver's steps as they are stored."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from shared.contracts.classification import Assessment, Class, Lane, Override, RouteContext
from shared.contracts.facts import Plate
from shared.contracts.intake import Status
from shared.contracts.issuance import CaseRoute


class ApplicationJob(BaseModel):
    """A job about one application."""

    application_id: UUID


class StoredPlan(BaseModel):
    """The plan of one vehicle set as far as intake needs it again; without id: route advisory was silent."""

    set_index: Annotated[int, Field(ge=0)]
    plan_id: UUID | None
    context: RouteContext | None
    route: CaseRoute


class StoredSetAssessment(BaseModel):
    """The assessment of one vehicle set and the id classification keeps it under; with what an officer set."""

    set_index: Annotated[int, Field(ge=0)]
    id: UUID
    assessment: Assessment
    override: Override | None = None


class ListQuery(BaseModel):
    """The query of a list of applications; `cursor` is the `next_cursor` of the page before."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    status: Status | None = None
    class_: Annotated[Class | None, Field(alias="class")] = None
    lane: Lane | None = None
    carrier_id: UUID | None = None
    number: Annotated[str | None, Field(pattern=r"^A[0-9]{19}$", examples=["A1506002026120100001"])] = None
    plate: Plate | None = None
    q: Annotated[
        str | None, Field(min_length=2, max_length=60, description="Part of a name, or the end of a plate")
    ] = None
    cursor: Annotated[str | None, Field(pattern=r"^[A-Za-z0-9_-]{22}$")] = None
    limit: Annotated[int, Field(ge=1, le=100)] = 20
