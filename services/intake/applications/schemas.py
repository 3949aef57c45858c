"""What intake's own jobs carry, and the results of the driver's steps as they are stored."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, Field

from shared.contracts.classification import Assessment, RouteContext


class ApplicationJob(BaseModel):
    """A job about one application."""

    application_id: UUID


class StoredPlan(BaseModel):
    """The plan of one vehicle set as far as intake needs it again; all None: route advisory was silent."""

    set_index: Annotated[int, Field(ge=0)]
    plan_id: UUID | None
    context: RouteContext | None
    route: dict[str, object]


class StoredSetAssessment(BaseModel):
    """The assessment of one vehicle set and the id classification keeps it under."""

    set_index: Annotated[int, Field(ge=0)]
    id: UUID
    assessment: Assessment
