"""Wire models of the figures of the permit and of permits drawn after their issue."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from shared.contracts.facts import Wire


class AuditSample(Wire):
    """A permit drawn after its issue, and what the reader found."""

    id: UUID
    permit_number: str
    review_case_id: UUID
    automatic: bool
    day: date
    state: Literal["drawn", "passed", "defect"]
    finding: str | None
    reader_name: str | None
    read_at: datetime | None
    version: int


class AuditFinding(Wire):
    """What the reader of a drawn permit found."""

    passed: Annotated[bool, Field(strict=True)]
    finding: Annotated[str, Field(min_length=2, max_length=2000)]


class Figure(Wire):
    """A figure of a period: a count (`den` null), or a ratio. `value` is null when the denominator is 0.

    `percent`: the value is in per cent. Values are decimals as text, rounded half up.
    """

    code: str
    zh: str
    en: str
    num: int
    den: int | None
    value: str | None
    percent: bool


class Figures(Wire):
    """The figures of the permit for a period of Shanghai days, both ends included."""

    authority_adcode: str
    first: date
    last: date
    calendar_days: int
    working_days: int
    working_days_provisional: bool
    figures: list[Figure]
    computed_at: datetime


class FigureEntry(Wire):
    """One thing a figure counts: a case, decision, permit or application by its number.

    `count`: how many it stands for; verifications are kept as sums, without numbers.
    """

    id: UUID
    number: str
    count: int
    at: datetime
