"""Wire models of a permit's life: how it ends, travel holds, changes and revisions, runs, driver links."""

from datetime import datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import Field, model_validator

from shared.contracts.facts import Moment, Plate, Text, TransportFacts, Wire, custom_error
from shared.contracts.issuance import PermitState


class DateChange(Wire):
    """New days of a permit."""

    valid_from: Moment
    valid_to: Moment


class PermitChange(Wire):
    """What a holder changes: plates (of all vehicles in their order, tractors first) or days; at least one.

    `facts` instead of both: the whole transport as it shall be, which a person always decides.
    """

    plates: Annotated[list[Plate], Field(min_length=1, max_length=9)] | None = None
    dates: DateChange | None = None
    facts: TransportFacts | None = None

    @model_validator(mode="after")
    def _something(self) -> Self:
        if self.plates is None and self.dates is None and self.facts is None:
            raise custom_error("nothing_changed")
        if self.facts is not None and (self.plates is not None or self.dates is not None):
            raise custom_error("facts_alone")
        return self


class Renewal(Wire):
    """An approver extends a permit's validity (Licensing Law art. 50)."""

    valid_to: Moment
    reason: Text


class PermitRevision(Wire):
    """One revision of a permit and what it changed."""

    revision: int
    state: PermitState
    plates: list[str]
    valid_from: datetime
    valid_to: datetime
    change: dict[str, object] | None
    issued_at: datetime
    ended_at: datetime | None


class TripReport(Wire):
    """When a run began or ended; now, if left out."""

    at: Moment | None = None


class Trip(Wire):
    """A run on a permit; `seq` counts from 1."""

    id: UUID
    permit_number: str
    seq: int
    started_at: datetime
    ended_at: datetime | None
    recorded_role: str


class DriverLink(Wire):
    """A link by which a driver without an account reads his permit."""

    secret: str
    url: str


class LinksClosed(Wire):
    """How many links were closed."""

    closed: int


class Voiding(Wire):
    """The holder gives a permit up."""

    reason: Text


class PermitRevocation(Wire):
    """An approver undoes an unlawful grant (撤销), naming the clause (Licensing Law art. 69)."""

    reason: Text
    clause: Text


class AuthorityWithdrawal(Wire):
    """An approver takes back a lawful grant (撤回, Licensing Law art. 8(2)); `compensation` says what is made good."""

    reason: Text
    clause: Text
    compensation: Text


class Confiscation(Wire):
    """A permit is taken away (没收), naming the clause."""

    reason: Text
    clause: Text


class Deregistration(Wire):
    """A permit is struck off (注销, Licensing Law art. 70)."""

    reason: Text


class TravelHold(Wire):
    """An officer stops one permit on the road (通行中止)."""

    reason: Text


class Lifting(Wire):
    """An officer lets it go on."""

    reason: Text
