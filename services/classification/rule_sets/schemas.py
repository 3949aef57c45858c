"""Wire models of rule sets: as they are written, and as they are read."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from shared.contracts.classification import OfficeMoment
from shared.contracts.facts import Text, Wire

State = Literal["draft", "reviewed", "scheduled", "in_force", "replaced"]
"""`scheduled`: enacted, its moment is still to come; in force and replaced follow from the moments of all enacted sets."""


class RuleSetDraft(Wire):
    """A rule set as it is written: its TOML (its own part; the rest is inherited), and why."""

    source_toml: Annotated[str, Field(min_length=1, max_length=400_000)]
    note: Text


class Return(Wire):
    """Why a reviewed set goes back to its authors."""

    reason: Text


class Enactment(Wire):
    """From when a reviewed set is in force; null: as soon as every process can have it."""

    effective_from: OfficeMoment | None = None


class RuleSetRow(Wire):
    """A rule set in a list."""

    id: UUID
    name: str
    edition: str
    area: str
    title_zh: str
    title_en: str
    state: State
    law_from: date
    effective_from: datetime | None
    inherits_id: UUID | None
    note: str
    created_at: datetime
    version: int


class RuleSetView(RuleSetRow):
    """A rule set with its own TOML, who wrote, reviewed and enacted it; `derived_from`: carried over to a new base."""

    source_toml: str
    derived_from: UUID | None
    authors: list[UUID]
    reviewed_by: UUID | None
    enacted_by: UUID | None
    enacted_at: datetime | None
