"""Wire models of what a case differs in: from the last version of what was asked, and from similar cases before."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from shared.contracts.facts import TransportFacts, Wire

Value = str | int | float | bool | None


class EarlierVersion(Wire):
    """What was asked before: the facts before they were handed in again, or those of the application it takes the place of."""

    kind: Literal["resubmission", "predecessor"]
    number: str
    facts_version: int
    sets: list[TransportFacts]


class FieldDifference(Wire):
    """A field of a vehicle set's facts that is another; null: it is not there."""

    set_index: int
    pointer: str
    before: Value
    after: Value


class VersionDifference(Wire):
    """The last version and every field that differs; `permit`: the permit as it stands, whose change is asked for."""

    kind: Literal["resubmission", "predecessor", "permit"]
    number: str
    differences: list[FieldDifference]


class EarlierPermit(Wire):
    """A permit of an earlier case and how it fared."""

    number: str
    state: str
    end_reason: str | None


class SimilarCase(Wire):
    """A decided case of the same carrier and class between the same places; `same_way`: over the very same segments."""

    review_case_id: UUID
    application_number: str
    kind: Literal["grant", "refuse"]
    automatic: bool
    decided_at: datetime
    same_way: bool
    conditions: list[str]
    grounds: list[str]
    permits: list[EarlierPermit]
    differences: list[FieldDifference]


class Comparison(Wire):
    """The evidence pack's differences; no last version: it was asked for once, and anew."""

    last_version: VersionDifference | None
    similar: list[SimilarCase]
