"""Wire models of granting like cases at once."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from shared.contracts.facts import Text, Wire
from shared.contracts.issuance import Decision


class BatchCase(Wire):
    """A case of a batch in the version that was read."""

    review_case_id: UUID
    version: Annotated[int, Field(ge=1, le=2**31 - 1, strict=True)]


class BatchOrder(Wire):
    """An approver grants like cases at once: same class and lane, each decided for itself."""

    cases: Annotated[list[BatchCase], Field(min_length=1, max_length=20)]
    conditions: Annotated[list[Text], Field(max_length=30)] = []


class BatchOutcome(Wire):
    """What became of one case of a batch: its decision, or the code of what stood against it."""

    review_case_id: UUID
    decision: Decision | None
    code: str | None
    detail: str | None


class BatchResult(Wire):
    """What became of a batch, in its order."""

    outcomes: list[BatchOutcome]
