"""Wire model of a walk-in: an application a clerk files for a carrier at the window."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from shared.contracts.facts import FurtherSet, TransportFacts, Wire


class WalkIn(Wire):
    """For whom, and what is to be moved."""

    carrier_id: UUID
    facts: TransportFacts
    further_sets: Annotated[list[FurtherSet], Field(max_length=20)] = []
