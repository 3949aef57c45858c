"""Wire models of the permits of an application: as issuance tells them, and as they stand now."""

from datetime import datetime

from shared.contracts.facts import Wire
from shared.contracts.issuance import Hold


class PermitRef(Wire):
    """A permit of an application."""

    number: str
    set_index: int
    state: str


class ApplicationPermit(PermitRef):
    """A permit of an application as it stands now: its state by its dates, and the travel hold beside it."""

    hold: Hold | None
    valid_from: datetime | None
    valid_to: datetime | None
