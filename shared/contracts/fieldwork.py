"""Wire models of fieldwork: surveys and escort assignments."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from shared.contracts.facts import Text, TransportFacts, Wire


def clearance_lock(application_id: UUID) -> str:
    """Name of the advisory lock round an application's clearance (`v_field_clearance`).

    Who decides holds it shared while he reads and decides; who takes back a report or an escort holds it alone.
    """
    return f"field_clearance:{application_id}"


class SurveyOrder(Wire):
    """Issuance asks for a survey of an application; the same facts have one survey."""

    application_id: UUID
    application_number: str
    facts_version: int
    authority_adcode: str
    carrier_id: UUID
    carrier_name: str
    facts: Annotated[list[TransportFacts], Field(min_length=1)]
    escort_spec: dict[str, object]
    due_at: datetime | None


class SurveyReport(Wire):
    """What two inspectors found (Licensing Law art. 34: two or more)."""

    conclusion: Literal["pass", "pass_with_conditions", "fail"]
    conditions: Annotated[list[Text], Field(max_length=30)]
    inspectors: Annotated[list[Text], Field(min_length=2, max_length=2)]
    photo_ids: Annotated[list[UUID], Field(min_length=1, max_length=100)]


class Survey(Wire):
    """A survey as inspectors and staff read it."""

    id: UUID
    application_id: UUID
    application_number: str
    carrier_name: str
    state: str
    facts: list[TransportFacts]
    conclusion: str | None
    conditions: list[str]
    inspectors: list[str]
    photo_ids: list[UUID]
    reported_at: datetime | None
    due_at: datetime | None
    version: int


class SurveyRedo(Wire):
    """Why a reviewer sends a survey back."""

    reason: Text


class FieldworkClosure(Wire):
    """What was cancelled in the field when an application ended."""

    surveys: int
    assignments: int


class Photo(Wire):
    """A stored photo."""

    id: UUID
    sha256: str
    size_bytes: int
    media_type: str


class Agency(Wire):
    """An escort agency as the carrier sees it."""

    id: UUID
    name: str
    phone: str
    vehicles: int
    staff: int


class AgencyDraft(Wire):
    """An escort agency whose papers the office has looked at."""

    name: Text
    phone: Annotated[str, Field(pattern=r"^[0-9+ -]{5,20}$")]
    vehicles: Annotated[int, Field(ge=0, le=10_000, strict=True)]
    staff: Annotated[int, Field(ge=0, le=100_000, strict=True)]


class AssignmentOffer(Wire):
    """A carrier offers an escort to an agency it chose."""

    application_id: UUID
    agency_id: UUID


class Decline(Wire):
    """Why an agency declines."""

    reason: Text


class Assignment(Wire):
    """An escort assignment."""

    id: UUID
    application_id: UUID
    application_number: str
    carrier_name: str
    agency_id: UUID
    agency_name: str
    state: str
    spec: dict[str, object]
    summary: dict[str, object]
    decline_reason: str | None
    respond_due: datetime
    answered_at: datetime | None
    version: int
