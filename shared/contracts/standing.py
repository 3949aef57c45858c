"""Wire models of the standing authority for automatic decisions, and its switch."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from shared.contracts.facts import Text, Wire


class StandingAuthorityDraft(Wire):
    """What an approver grants: the classes it covers, whether changes of permits too, and how many a day."""

    classes: Annotated[list[Literal["I", "II"]], Field(min_length=1, max_length=2)] = ["I"]
    changes: Annotated[bool, Field(strict=True)] = True
    daily_limit: Annotated[int, Field(ge=1, le=100_000, strict=True)]


class Suspension(Wire):
    """Switches the standing authority off: for all, for a carrier, or for a road."""

    scope: Literal["all", "carrier", "road"]
    carrier_id: UUID | None = None
    road: Text | None = None
    reason: Text


class Resumption(Wire):
    """Switches the standing authority on again, in the scope it was switched off in."""

    scope: Literal["all", "carrier", "road"]
    carrier_id: UUID | None = None
    road: Text | None = None


class AuthorityRevocation(Wire):
    """Ends the standing authority for good."""

    reason: Text


class StandingAuthority(Wire):
    """The standing authority in force."""

    id: UUID
    granted_by_name: str
    classes: list[str]
    changes: bool
    daily_limit: int
    granted_at: datetime
    suspended_at: datetime | None
    suspended_reason: str | None
    suspended_for_carriers: list[str]
    suspended_for_roads: list[str]
    revoked_at: datetime | None
    version: int
