"""Wire models of consultations: other parties' opinions on a review case."""

from datetime import datetime
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import Field, model_validator

from shared.contracts.classification import Mark
from shared.contracts.facts import Text, Wire, custom_error
from shared.contracts.issuance import RoadStretch

Party = Literal["traffic_police", "road_owner", "power", "telecom", "railway", "other_district", "other"]


ConsentState = Literal["not_asked", "asked", "overdue", "agreed", "objected"]


class ConsentNeeded(Wire):
    """A consent the ways of a case ask for, its holder, where (empty: the whole way), and how far it is."""

    party: Party
    holder: str
    reason: str
    clause: str
    mark: Mark
    places: list[str]
    state: ConsentState


class ConsultationOrder(Wire):
    """A reviewer asks another party; a `required` one must consent before the case can be granted."""

    party: Party
    party_name: Text
    question: Annotated[str, Field(min_length=2, max_length=2000)]
    required: Annotated[bool, Field(strict=True)] = True


class ConsultationWithdrawal(Wire):
    """Why a question is taken back."""

    reason: Text


class ConsultationAnswer(Wire):
    """A party's opinion, given once by its link; `name` is who answers."""

    opinion: Literal["agree", "agree_with_conditions", "object"]
    text: Annotated[str, Field(max_length=2000)] = ""
    conditions: Annotated[list[Text], Field(max_length=30)] = []
    name: Text

    @model_validator(mode="after")
    def _conditions_are_named(self) -> Self:
        if (self.opinion == "agree_with_conditions") != bool(self.conditions):
            raise custom_error("conditions_missing")
        return self


class Consultation(Wire):
    """A question to another party and its answer. What is not answered is no consent, however late it is."""

    id: UUID
    review_case_id: UUID
    party: Party
    party_name: str
    question: str
    required: bool
    state: Literal["asked", "overdue", "answered", "withdrawn"]
    asked_at: datetime
    due_at: datetime
    due_provisional: bool
    opinion: Literal["agree", "agree_with_conditions", "object"] | None
    answer: str | None
    conditions: list[str]
    answered_by: str | None
    answered_at: datetime | None
    withdrawn_reason: str | None
    version: int


class ConsultationAsked(Wire):
    """A consultation and the link the party answers by; the link is shown here alone."""

    consultation: Consultation
    secret: str
    url: str


class ConsultationQuestion(Wire):
    """What the party behind a link sees: the question, the load, the days, the roads. Lengths in mm, mass in kg."""

    party_name: str
    question: str
    state: Literal["asked", "overdue", "answered", "withdrawn"]
    due_at: datetime
    application_number: str
    cargo: str
    length_mm: int
    width_mm: int
    height_mm: int
    gross_mass_kg: int
    planned_start: datetime
    planned_end: datetime
    roads: list[RoadStretch]
    opinion: Literal["agree", "agree_with_conditions", "object"] | None
