"""What a list of the queue asks for."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from shared.contracts.intake import DueBand, QueueStage


class QueueQuery(BaseModel):
    """The query of a list of the queue; `cursor` is the `next_cursor` of the page before."""

    model_config = ConfigDict(extra="forbid")

    stage: QueueStage = "unclaimed"
    band: DueBand | None = None
    cursor: Annotated[str | None, Field(pattern=r"^[A-Za-z0-9_-]{20,120}$")] = None
    limit: Annotated[int, Field(ge=1, le=100)] = 20
